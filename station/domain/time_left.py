"""How much working time is left until a promise, where it is near enough to be counted in hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from station.domain.calendar import WorkingCalendar
from station.domain.journal import VIETNAM

_DAY = timedelta(days=1)
_FARTHEST = 16 * _DAY
"""No holidays with their weekends are longer, so that nothing beyond is the next working day."""


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """Working time until a promise.

    Attributes:
        is_today: the promise is for the day of the asking.
    """

    worked: timedelta
    is_today: bool


def time_left(now: datetime, due_at: datetime, calendar: WorkingCalendar) -> TimeLeft | None:
    """Give what is left until a promise of today, tomorrow or the next working day (both aware).

    Only the office's hours of working days count, as in the promise itself: a Saturday morning on
    which it merely receives does not.

    Returns:
        None for a promise that is past, or farther off: days say that better than hours.
    """
    now, due_at = now.astimezone(VIETNAM), due_at.astimezone(VIETNAM)
    today, last = now.date(), due_at.date()
    if due_at < now or last - today > _FARTHEST:
        return None
    days = [today + number * _DAY for number in range((last - today).days + 1)]
    working = [day for day in days if calendar.is_working_day(day)]
    if last > today + _DAY and sum(day > today for day in working) > 1:
        return None
    left = timedelta()
    for day in working:
        for session in calendar.sessions(day):
            begins = max(now, datetime.combine(day, session.opens, VIETNAM))
            ends = min(due_at, datetime.combine(day, session.closes, VIETNAM))
            left += max(ends - begins, timedelta())
    return TimeLeft(left, is_today=last == today)
