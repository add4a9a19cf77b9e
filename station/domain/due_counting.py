"""Counting days and hours through the working calendar, with a note of every step."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from station.domain.calendar import DayOffKind, WorkingCalendar
from station.domain.due_steps import (
    Counted,
    Idle,
    Moved,
    NotCounted,
    ReceptionMoved,
    RolledOff,
    Step,
    WholeDays,
    WholeMonths,
    WithinDay,
    Worked,
)
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, TimeUnit

HOURS_PER_WORKING_DAY = 8
"""Practice of the one-stop programs; no law of theirs says so."""
_DAY = timedelta(days=1)
_ROUNDING = timedelta(minutes=15)


def counted_start(
    received: datetime, calendar: WorkingCalendar, cutoff: time | None, steps: list[Step]
) -> datetime:
    """Find the moment as which a reception counts, on a day on which the office is open.

    Adds to ``steps`` why it is a later one, if it is.

    Args:
        received: aware, +07:00.
    """
    day = received.date()
    minute = received.time().replace(second=0, microsecond=0)
    sessions = calendar.sessions(day)
    first_skipped, limit = day + _DAY, None
    if not sessions:
        why, first_skipped = Moved.CLOSED_DAY, day
    elif cutoff is not None and minute > cutoff:
        why, limit = Moved.AFTER_CUTOFF, cutoff
    elif minute > sessions[-1].closes:
        why, limit = Moved.AFTER_CLOSING, sessions[-1].closes
    else:
        return min(max(received, calendar.opening(day)), calendar.closing(day))
    start = calendar.opening(calendar.next_open_day(day))
    steps.extend(_not_counted(first_skipped, start.date(), calendar))
    steps.append(ReceptionMoved(why, limit, start))
    return start


def end_of_period(
    start: datetime, processing_time: ProcessingTime, calendar: WorkingCalendar, steps: list[Step]
) -> datetime:
    """Find when a period ends that starts at ``start``; adds every day's part in it to ``steps``.

    Args:
        start: as ``counted_start`` gives it.
    """
    match processing_time.unit:
        case TimeUnit.SAME_DAY:
            return _same_day(start, calendar, steps)
        case TimeUnit.WORKING_DAY:
            return _working_days(start, processing_time.value, calendar, steps)
        case TimeUnit.CALENDAR_DAY:
            return _calendar_days(start, processing_time.value, calendar, steps)
        case TimeUnit.MONTH:
            return _months(start, processing_time.value, calendar, steps)
        case TimeUnit.WORKING_HOUR:
            return _working_hours(start, processing_time.value, calendar, steps)


def _same_day(start: datetime, calendar: WorkingCalendar, steps: list[Step]) -> datetime:
    day = start.date()
    if not calendar.is_working_day(day):  # open for reception, but nobody signs
        steps.append(NotCounted(day, day, Idle.WEEKEND))
        following = calendar.next_working_day(day)
        steps.extend(_not_counted(day + _DAY, following, calendar))
        day = following
    steps.append(WithinDay(day))
    # Late in the day the hour for handing out has passed: then until closing.
    return calendar.results_at(day) if start <= calendar.results_at(day) else calendar.closing(day)


def _working_days(
    start: datetime, days: int, calendar: WorkingCalendar, steps: list[Step]
) -> datetime:
    steps.append(NotCounted(start.date(), start.date(), Idle.EVENT_DAY))
    last = _count(start.date(), days, calendar, steps)
    return calendar.results_at(last)


def _count(day: date, days: int, calendar: WorkingCalendar, steps: list[Step]) -> date:
    """Count so many working days after ``day``; the last one gets a step of its own."""
    unit = TimeUnit.WORKING_DAY
    run: Counted | None = None
    for number in range(1, days + 1):
        following = calendar.next_working_day(day)
        idle = list(_not_counted(day + _DAY, following, calendar))
        make_up = calendar.make_up_day(following)
        alone = make_up is not None or number == days
        if run is not None and (idle or alone or run.in_place_of is not None):
            steps.append(run)
            run = None
        steps.extend(idle)
        if run is not None:
            run = replace(run, last=following, last_number=number)
        else:
            in_place_of = make_up.in_place_of if make_up else None
            run = Counted(following, following, number, number, unit, in_place_of)
        day = following
    if run is not None:
        steps.append(run)
    return day


def _calendar_days(
    start: datetime, days: int, calendar: WorkingCalendar, steps: list[Step]
) -> datetime:
    day = start.date()
    steps.append(NotCounted(day, day, Idle.EVENT_DAY))
    last = day + days * _DAY
    steps.append(Counted(day + _DAY, last, 1, days, TimeUnit.CALENDAR_DAY))
    return calendar.results_at(rolled_off(last, calendar, steps))


def _months(start: datetime, months: int, calendar: WorkingCalendar, steps: list[Step]) -> datetime:
    day = start.date()
    steps.append(NotCounted(day, day, Idle.EVENT_DAY))
    last = months_later(day, months)
    steps.append(WholeMonths(day + _DAY, last, months, day.day))
    return calendar.results_at(rolled_off(last, calendar, steps))


def months_later(day: date, months: int) -> date:
    """Give the day of the same number so many months later, or that month's last day.

    Bộ luật Dân sự 2015 Art. 148(3).
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def rolled_off(last: date, calendar: WorkingCalendar, steps: list[Step]) -> date:
    """Give the day on which a period ends whose last day this is (Art. 148(5))."""
    if not calendar.is_working_day(last):
        end = calendar.next_working_day(last)
        steps.extend(_not_counted(last, end, calendar))
        steps.append(RolledOff(last, end))
        last = end
    return last


def _working_hours(
    start: datetime, hours: int, calendar: WorkingCalendar, steps: list[Step]
) -> datetime:
    return _rounded_up(hours_later(start, hours, calendar, steps), calendar)


def hours_later(
    start: datetime, hours: int, calendar: WorkingCalendar, steps: list[Step]
) -> datetime:
    """Count whole days of eight hours, then walk the rest through the opening hours.

    The rest, being less than a day, never takes longer than one day more: an office that is open
    for less than eight hours a day must not owe eight hours sooner than seven.
    """
    days, rest = divmod(hours, HOURS_PER_WORKING_DAY)
    at = begun = _open_from(start, calendar, steps)
    if days:
        steps.append(WholeDays(days * HOURS_PER_WORKING_DAY, days))
        at = _same_time(begun, _count(begun.date(), days, calendar, steps), calendar)
    if not rest:
        return at
    walked: list[Step] = []
    end = walk(at, timedelta(hours=rest), calendar, walked)
    day_later = _same_time(begun, calendar.next_working_day(at.date()), calendar)
    if end > day_later:
        walked, end = [WholeDays(rest, 1)], day_later
        _count(at.date(), 1, calendar, walked)
    steps.extend(walked)
    return end


def walk(at: datetime, rest: timedelta, calendar: WorkingCalendar, steps: list[Step]) -> datetime:
    """Find when so much time has been worked from ``at`` on; adds each stretch to ``steps``."""
    at = _open_from(at, calendar, steps)
    while True:
        worked = min(rest, _session_end(at, calendar) - at)
        make_up = calendar.make_up_day(at.date())
        steps.append(Worked(at, at + worked, make_up.in_place_of if make_up else None))
        rest -= worked
        if not rest:
            return at + worked
        at = _open_from(at + worked, calendar, steps)


def worked_between(first: datetime, last: datetime, calendar: WorkingCalendar) -> timedelta:
    """Give how long the office worked between two moments (+07:00)."""
    worked = timedelta()
    for ahead in range((last.date() - first.date()).days + 1):
        day = first.date() + ahead * _DAY
        if not calendar.is_working_day(day):
            continue
        for session in calendar.sessions(day):
            opens = max(first, datetime.combine(day, session.opens, VIETNAM))
            closes = min(last, datetime.combine(day, session.closes, VIETNAM))
            worked += max(closes - opens, timedelta())
    return worked


def _open_from(at: datetime, calendar: WorkingCalendar, steps: list[Step]) -> datetime:
    """Give the first moment, from ``at`` on, at which the office works; note the days between."""
    day = at.date()
    if calendar.is_working_day(day):
        for session in calendar.sessions(day):
            opens = datetime.combine(day, session.opens, VIETNAM)
            if at < datetime.combine(day, session.closes, VIETNAM):
                return max(at, opens)
    else:
        steps.append(NotCounted(day, day, Idle.WEEKEND))
    following = calendar.next_working_day(day)
    steps.extend(_not_counted(day + _DAY, following, calendar))
    return calendar.opening(following)


def _session_end(at: datetime, calendar: WorkingCalendar) -> datetime:
    """Give the end of the session that contains ``at``; its last moment still belongs to it."""
    ends = (datetime.combine(at.date(), s.closes, VIETNAM) for s in calendar.sessions(at.date()))
    return next(end for end in ends if at <= end)


def _same_time(at: datetime, day: date, calendar: WorkingCalendar) -> datetime:
    """Give the same time of day on another working day, moved into that day's hours."""
    wanted = datetime.combine(day, at.time(), VIETNAM)
    for session in calendar.sessions(day):
        if wanted <= datetime.combine(day, session.closes, VIETNAM):
            return max(wanted, datetime.combine(day, session.opens, VIETNAM))
    return calendar.closing(day)


def _rounded_up(at: datetime, calendar: WorkingCalendar) -> datetime:
    """Round up to a quarter of an hour, but not past the end of the session."""
    midnight = datetime.combine(at.date(), time(), VIETNAM)
    return min(midnight + -(-(at - midnight) // _ROUNDING) * _ROUNDING, _session_end(at, calendar))


def _not_counted(first: date, until: date, calendar: WorkingCalendar) -> Iterator[NotCounted]:
    """Give the days from ``first`` to before ``until``, joined where the reason is the same."""
    run: NotCounted | None = None
    for ahead in range((until - first).days):
        day = first + ahead * _DAY
        off = calendar.day_off(day)
        if off is None:
            idle = NotCounted(day, day, Idle.WEEKEND)
        else:
            why = Idle.SWAP if off.kind is DayOffKind.SWAP else Idle.HOLIDAY
            idle = NotCounted(day, day, why, off.name, off.name_en)
        if run is not None and (run.why, run.name) == (idle.why, idle.name):
            run = replace(run, last=day)
            continue
        if run is not None:
            yield run
        run = idle
    if run is not None:
        yield run
