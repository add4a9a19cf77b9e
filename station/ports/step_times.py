"""How long receptions took, as the store keeps it: without anything that says whose they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from station.domain.step_times import StepTimes


@dataclass(frozen=True, slots=True)
class Measured:
    """One reception as it was measured: all that is kept of it."""

    procedure_code: str
    measured_on: date
    times: StepTimes


@dataclass(frozen=True, slots=True)
class Received:
    """Of one procedure: how it is called, and how many officers received it."""

    name: str
    officers: int


class StepTimesKept(Protocol):
    """Writes, within one transaction."""

    def keep(self, measured: Measured) -> None:
        """Keep one reception, in no order that another list has."""
        ...

    def drop_before(self, day: date) -> None:
        """Forget what is older."""
        ...


class StepTimesRead(Protocol):
    """Reads for the picture of the whole counter."""

    def between(self, first: date, last: date) -> Sequence[Measured]:
        """Give what was measured on these days, both included, in no order."""
        ...

    def officers_between(self, first: date, last: date) -> int:
        """Count the officers who received anything on these days."""
        ...

    def received_between(self, first: date, last: date) -> Mapping[str, Received]:
        """Give by procedure how many officers received it on these days."""
        ...
