"""Ngày hẹn trả: when the result of a dossier is owed, and why that day.

Counting rules (Bộ luật Dân sự 2015 Art. 147, 148): the day of the event is not counted; a period
in calendar days or months that ends on a day off ends on the next working day; a month ends on
the day of the same number, or on its last; hours run from the moment.
Eight working hours are one working day, as the one-stop systems in use count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from station.domain.calendar import WorkingCalendar, YearStatus
from station.domain.due_counting import HOURS_PER_WORKING_DAY, counted_start, end_of_period
from station.domain.due_steps import Doubt, Due, OutsideTable, ProvisionalYear, Received, Step
from station.domain.due_words import doubt_text, reason_sentence, step_text
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit
from station.errors import StationError
from station.words import Language

LONGEST_DAYS, LONGEST_MONTHS = 366, 12
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100


class NoDueDateError(StationError):
    """The dossier does not count as received: there is no due date, and no appointment slip."""

    code = "DOS-021"

    def __init__(self, dossier_code: str, status: str) -> None:
        super().__init__(f"{dossier_code} is {status} and has no due date")
        self.dossier_code, self.status = dossier_code, status


class BadDurationError(StationError):
    """A processing time that no procedure can have."""

    code = "DUE-001"

    def __init__(self, value: int, unit: str) -> None:
        super().__init__(f"impossible processing time: {value} {unit[:20]!r}")
        self.value, self.unit, self.longest_days = value, unit[:20], LONGEST_DAYS


class BadReceptionTimeError(StationError):
    """The time of reception cannot be read, or lies outside of any calendar."""

    code = "DUE-002"

    def __init__(self, text: str) -> None:
        super().__init__(f"not a time of reception: {text[:60]!r}")
        self.received, self.years = text[:60], (EARLIEST_YEAR, LATEST_YEAR)


class BadCutoffError(StationError):
    """The cut-off is not a time of day, or lies before the office opens."""

    code = "DUE-003"

    def __init__(self, text: str) -> None:
        super().__init__(f"not a usable cut-off: {text[:20]!r}")
        self.cutoff = text[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """The promise to the citizen, with every step that led to it."""

    received_at: datetime
    processing_time: ProcessingTime
    due_at: datetime
    """Aware, +07:00. Results are handed out from this moment on."""
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...]

    @property
    def explanation(self) -> tuple[str, ...]:
        """Why this day, line by line, in Vietnamese; the last line names the day."""
        return self.explanation_in("vi")

    @property
    def reason(self) -> str:
        """Why this day in one sentence for the slip, in Vietnamese."""
        return reason_sentence(self.processing_time, self.steps, "vi")

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the officer must check before promising this day, in Vietnamese."""
        return self.warnings_in("vi")

    def explanation_in(self, language: Language) -> tuple[str, ...]:
        return tuple(step_text(step, language) for step in self.steps)

    def reason_in(self, language: Language) -> str:
        return reason_sentence(self.processing_time, self.steps, language)

    def warnings_in(self, language: Language) -> tuple[str, ...]:
        return tuple(doubt_text(doubt, language) for doubt in self.doubts)


def longest(unit: TimeUnit) -> int:
    """Give the largest number of ``unit`` that is believed: about a year."""
    match unit:
        case TimeUnit.SAME_DAY:
            return 0
        case TimeUnit.WORKING_HOUR:
            return LONGEST_DAYS * HOURS_PER_WORKING_DAY
        case TimeUnit.MONTH:
            return LONGEST_MONTHS
        case TimeUnit.WORKING_DAY | TimeUnit.CALENDAR_DAY:
            return LONGEST_DAYS


def require_possible(processing_time: ProcessingTime) -> None:
    """Check that a procedure can have this time.

    Raises:
        BadDurationError: it is not positive, is longer than about a year, or says how many for
            ``same_day``.
    """
    least = 0 if processing_time.unit is TimeUnit.SAME_DAY else 1
    if not least <= processing_time.value <= longest(processing_time.unit):
        raise BadDurationError(processing_time.value, processing_time.unit)


def due_date(
    received_at: datetime,
    processing_time: ProcessingTime,
    calendar: WorkingCalendar,
    cutoff: time | None = None,
) -> DueDate:
    """Find when the result is owed.

    Reception before opening or in the lunch break belongs to the same day; after the cut-off,
    after closing or on a closed day it counts as reception at the next opening. The minute
    decides: with a cut-off of 15:00, reception at 15:00:40 is still in time.

    Args:
        received_at: aware.
        processing_time: the lawful time of the procedure.
        calendar: the holiday tables and the hours of the office.
        cutoff: the cut-off of the procedure; None: the one of the office, if it has any.

    Raises:
        BadDurationError: the time is not positive, or is longer than about a year.
        BadReceptionTimeError: the year is not between 2000 and 2100, or there is no offset.
        BadCutoffError: the cut-off lies before the office opens that day.
        BadCalendarError: the calendar has no working day for two months.
    """
    require_possible(processing_time)
    if received_at.tzinfo is None or not EARLIEST_YEAR <= received_at.year <= LATEST_YEAR:
        raise BadReceptionTimeError(received_at.isoformat())
    received = received_at.astimezone(VIETNAM)
    limit = cutoff or calendar.office.cutoff
    opening = calendar.sessions(received.date())[:1]
    if limit is not None and opening and limit <= opening[0].opens:
        raise BadCutoffError(f"{limit:%H:%M}")
    steps: list[Step] = [Received(received)]
    start = counted_start(received, calendar, limit, steps)
    due = end_of_period(start, processing_time, calendar, steps)
    steps.append(Due(due))
    return DueDate(
        received_at=received,
        processing_time=processing_time,
        due_at=due,
        steps=tuple(steps),
        doubts=tuple(doubts_between(received.date(), due.date(), calendar)),
    )


def due_date_from_text(
    received: str,
    *,
    duration: int,
    unit: str,
    calendar: WorkingCalendar,
    cutoff: str | None = None,
) -> DueDate:
    """Answer ``station due`` from what was typed.

    Raises:
        StationError: as ``due_date``, ``parse_received_at`` and ``parse_cutoff`` do.
    """
    try:
        processing_time = ProcessingTime(duration, TimeUnit(unit))
    except ValueError:
        raise BadDurationError(duration, unit) from None
    return due_date(
        parse_received_at(received),
        processing_time,
        calendar,
        parse_cutoff(cutoff) if cutoff is not None else None,
    )


def parse_received_at(text: str) -> datetime:
    """Read an ISO 8601 date with a time. Without an offset it is the time in Viet Nam.

    Raises:
        BadReceptionTimeError: it is not one; a date alone says nothing about the cut-off.
    """
    text = text.strip()
    try:
        # A bare date parses as midnight, which would be a guess about when somebody came.
        at = datetime.fromisoformat(text if "T" in text or " " in text else "")
    except ValueError:
        raise BadReceptionTimeError(text) from None
    if not EARLIEST_YEAR <= at.year <= LATEST_YEAR:
        raise BadReceptionTimeError(text)
    return at.replace(tzinfo=VIETNAM) if at.tzinfo is None else at.astimezone(VIETNAM)


def parse_cutoff(text: str) -> time:
    """Read ``HH:MM``.

    Raises:
        BadCutoffError: it is not a time of day in that form.
    """
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone
    except ValueError:
        raise BadCutoffError(text) from None


def doubts_between(first: date, last: date, calendar: WorkingCalendar) -> Iterator[Doubt]:
    """Give what makes a period uncertain that begins and ends on these days."""
    if not calendar.covers(first) or not calendar.covers(last):
        yield OutsideTable(calendar.first_day, calendar.last_day)
    for year in range(first.year, last.year + 1):
        if calendar.status(year) is YearStatus.PROVISIONAL:
            yield ProvisionalYear(year)
