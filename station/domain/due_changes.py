"""What changes a promise that was made: papers that came later. An extension is the agency's.

The promise on the printed slip stays what it was; these rules give the one that follows it.
"""

from datetime import date, datetime, time, timedelta

from station.domain.calendar import WorkingCalendar
from station.domain.due_counting import (
    counted_start,
    rolled_off,
    walk,
    worked_between,
)
from station.domain.due_date import (
    BadReceptionTimeError,
    DueDate,
    doubts_between,
    due_date,
    require_possible,
)
from station.domain.due_start import due_from_agency
from station.domain.due_steps import Due, Step, Supplemented, Waited
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, StartRule, SupplementRule, TimeUnit
from station.errors import StationError

_DAY = timedelta(days=1)


class SecondExtensionError(StationError):
    """The promise was extended before; the law allows that once (NĐ 61/2018 Art. 19(9))."""

    code = "DUE-005"

    def __init__(self, extended_to: datetime) -> None:
        super().__init__(f"the promise was extended to {extended_to.isoformat()} already")
        self.extended_to = extended_to


def after_supplement(
    rule: SupplementRule,
    *,
    promised_at: datetime | None,
    asked_at: datetime,
    brought_at: datetime,
    processing_time: ProcessingTime,
    calendar: WorkingCalendar,
    cutoff: time | None = None,
    start_rule: StartRule = StartRule.RECEPTION,
) -> DueDate:
    """Find the promise that holds once every paper that was asked for has come.

    ``restart`` counts the whole time again from the day on which the papers came; ``add_waiting``
    moves the promise by the working days (calendar days, working time) between the two days, of
    which the first is not counted (Bộ luật Dân sự 2015 Art. 147(2)).

    Args:
        promised_at: the promise that the request interrupted; None when none was made yet, as at
            intake: then the time just begins.
        asked_at: when the papers were asked for; aware.
        brought_at: when the last of them came; aware.
        start_rule: where another agency's receipt starts the time and has not come yet, a time
            that begins or begins anew is provisional still.

    Raises:
        BadReceptionTimeError: they came before they were asked for.
        StationError: as ``due_date`` does.
    """
    if brought_at < asked_at:
        raise BadReceptionTimeError(brought_at.isoformat())
    count = due_from_agency if start_rule is StartRule.AGENCY_RECEIPT else due_date
    if promised_at is None:
        return count(brought_at, processing_time, calendar, cutoff)
    brought = brought_at.astimezone(VIETNAM)
    promised = promised_at.astimezone(VIETNAM)
    changed = Supplemented(rule, promised, brought)
    if rule is SupplementRule.RESTART:
        again = count(brought, processing_time, calendar, cutoff)
        return DueDate(
            received_at=brought,
            processing_time=processing_time,
            due_at=again.due_at,
            steps=(changed, *again.steps),
            doubts=again.doubts,
        )
    require_possible(processing_time)
    steps: list[Step] = [changed]
    resumed = counted_start(brought, calendar, cutoff or calendar.office.cutoff, steps)
    due = _moved(promised, asked_at.astimezone(VIETNAM), resumed, processing_time, calendar, steps)
    steps.append(Due(due))
    return DueDate(
        received_at=brought,
        processing_time=processing_time,
        due_at=due,
        steps=tuple(steps),
        doubts=tuple(doubts_between(brought.date(), due.date(), calendar)),
    )


def _moved(
    promised: datetime,
    asked: datetime,
    resumed: datetime,
    processing_time: ProcessingTime,
    calendar: WorkingCalendar,
    steps: list[Step],
) -> datetime:
    """Move the promise by what was waited; adds how long that was, and the days it skips."""
    unit = processing_time.unit
    match unit:
        case TimeUnit.WORKING_HOUR:
            length = worked_between(asked, resumed, calendar)
            steps.append(Waited(asked, resumed, length, unit))
            return walk(promised, length, calendar, steps) if length else promised
        case TimeUnit.CALENDAR_DAY | TimeUnit.MONTH:
            length = max(resumed.date() - asked.date(), timedelta(0))
            steps.append(Waited(asked, resumed, length, TimeUnit.CALENDAR_DAY))
            if not length:
                return promised
            return calendar.results_at(rolled_off(promised.date() + length, calendar, steps))
        case TimeUnit.WORKING_DAY | TimeUnit.SAME_DAY:
            days = _working_days_after(asked.date(), resumed.date(), calendar)
            steps.append(Waited(asked, resumed, days * _DAY, TimeUnit.WORKING_DAY))
            day = promised.date()
            for _ in range(days):
                day = calendar.next_working_day(day)
            return promised if not days else calendar.results_at(day)


def _working_days_after(first: date, last: date, calendar: WorkingCalendar) -> int:
    return sum(calendar.is_working_day(first + n * _DAY) for n in range(1, (last - first).days + 1))
