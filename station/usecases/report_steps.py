"""How long receptions take at this counter, step by step: never one officer alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from station.domain.step_times import Step, StepMedians, medians
from station.ports.step_times import Measured, StepTimesRead

RECENT_DAYS, ALL_DAYS = 7, 30
FEWEST_OFFICERS: Final = 2
"""Who received, before there is a median: of one alone, it would be that officer's."""
MOST_PROCEDURES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The last days, today included."""

    days: int
    receptions: int
    """How many were measured."""
    medians: StepMedians | None
    """None: of too few receptions, or all by one officer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongProcedure:
    """One of the procedures whose reception takes longest."""

    procedure_code: str
    procedure_name: str
    receptions: int
    medians: StepMedians

    @property
    def costly(self) -> Step:
        """The step that costs most."""
        return self.medians.longest


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReport:
    """What the whole counter may know of its times."""

    recent: Period
    whole: Period
    longest: Sequence[LongProcedure] = ()
    """Over the whole period, the longest first."""


def report_steps(
    today: date, step_times: StepTimesRead, *, fewest_officers: int = FEWEST_OFFICERS
) -> StepReport:
    """Give the medians; whatever could be one officer's own is left out.

    Args:
        fewest_officers: who must have received, over all and of each procedure that is named.
    """
    since = today - timedelta(days=ALL_DAYS - 1)
    measured = step_times.between(since, today)
    received = step_times.received_between(since, today)
    by_procedure: dict[str, list[Measured]] = {}
    for one in measured:
        by_procedure.setdefault(one.procedure_code, []).append(one)
    found = []
    for code, those in by_procedure.items():
        of_all = medians([one.times for one in those])
        by = received.get(code)
        if of_all is not None and by is not None and by.officers >= fewest_officers:
            found.append(
                LongProcedure(
                    procedure_code=code,
                    procedure_name=by.name,
                    receptions=len(those),
                    medians=of_all,
                )
            )
    found.sort(key=lambda one: (-one.medians.total, one.procedure_code))

    def period(days: int) -> Period:
        first = today - timedelta(days=days - 1)
        times = [one.times for one in measured if one.measured_on >= first]
        enough = step_times.officers_between(first, today) >= fewest_officers
        return Period(days=days, receptions=len(times), medians=medians(times) if enough else None)

    return StepReport(
        recent=period(RECENT_DAYS), whole=period(ALL_DAYS), longest=found[:MOST_PROCEDURES]
    )
