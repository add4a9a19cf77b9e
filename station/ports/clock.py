"""What time it is, and who says so."""

from datetime import datetime
from typing import Protocol

from station.domain.clock_guard import Witnesses


class MachineClock(Protocol):
    """The computer's own clock, right or wrong."""

    @property
    def source(self) -> str:
        """Who says the time: ``system``, or the name of a fixed clock."""
        ...

    def now(self) -> datetime:
        """Give the time in Viet Nam, aware, with its offset of +07:00."""
        ...


class Clock(Protocol):
    """The station's clock: the computer's, put right by what is known for certain."""

    @property
    def source(self) -> str:
        """Who says the time, and how far from the computer's clock; see ``Correction.source``."""
        ...

    def now(self) -> datetime:
        """Give the time in Viet Nam, aware, with its offset of +07:00."""
        ...

    def trusted(self, witnesses: Witnesses) -> datetime:
        """Give the time to stamp an act with: whole seconds, never before the act before it.

        Raises:
            WrongClockError: the clock is wrong, or may be, and nobody knows by how much.
        """
        ...
