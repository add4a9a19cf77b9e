"""How long the steps of a reception take: of all receptions together, never of whose they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median_high
from typing import Final

FEWEST_RECEPTIONS: Final = 5
"""Before there is a median: of fewer, it would be a story about one of them."""


class Step(StrEnum):
    """What an officer does for a reception, in the order of the page."""

    PERSON = "person"
    PROCEDURE = "procedure"
    PAPERS = "papers"
    MONEY = "money"
    ACCEPTANCE = "acceptance"
    """From the last change to the key that accepts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTimes:
    """Whole seconds of work on each step of one reception. Nothing says whose it was."""

    person: int = 0
    procedure: int = 0
    papers: int = 0
    money: int = 0
    acceptance: int = 0

    @property
    def by_step(self) -> Mapping[Step, int]:
        return {
            Step.PERSON: self.person,
            Step.PROCEDURE: self.procedure,
            Step.PAPERS: self.papers,
            Step.MONEY: self.money,
            Step.ACCEPTANCE: self.acceptance,
        }

    @property
    def total(self) -> int:
        return sum(self.by_step.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMedians:
    """What half of the receptions took at most. The medians of the steps need not make that of
    the whole: another reception stands in the middle of each."""

    by_step: Mapping[Step, int]
    total: int

    @property
    def longest(self) -> Step:
        """The step that costs most; of equal ones the earlier."""
        return max(self.by_step, key=lambda step: self.by_step[step])


def medians(measured: Sequence[StepTimes]) -> StepMedians | None:
    """Give the medians; None of too few receptions."""
    if len(measured) < FEWEST_RECEPTIONS:
        return None
    parts = [one.by_step for one in measured]
    return StepMedians(
        by_step={step: median_high(part[step] for part in parts) for step in Step},
        total=median_high(one.total for one in measured),
    )
