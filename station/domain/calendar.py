"""The working calendar: which days count, when the office is open, when results are handed out.

All of it is dated data that a pack brings (``station/catalogue/calendars.py``); nothing here
knows a holiday by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from station.domain.journal import VIETNAM
from station.errors import StationError

_DAY = timedelta(days=1)
_LONGEST_CLOSURE_DAYS = 60
"""No office is closed longer at a stretch; a table that says so is wrong, and must not hang us."""


class BadCalendarError(StationError):
    """A working calendar contradicts itself or cannot be used."""

    code = "DUE-004"

    def __init__(self, problem: str) -> None:
        super().__init__(f"bad working calendar: {problem}")
        self.problem = problem


class DayOffKind(StrEnum):
    """Why the office is closed on a day of the table."""

    HOLIDAY = "holiday"
    """A public holiday (Bộ luật Lao động 2019 Art. 112, and later resolutions)."""
    COMPENSATORY = "compensatory"
    """The day after a weekly day off on which a holiday fell (Art. 111(3))."""
    SWAP = "swap"
    """A working day exchanged for a Saturday that is worked instead."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """Ngày nghỉ: one day of the table on which nobody works."""

    on: date
    name: str
    name_en: str
    kind: DayOffKind = DayOffKind.HOLIDAY


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """Ngày làm bù: a weekend day that is worked, with the hours of the day it replaces."""

    on: date
    in_place_of: date


class YearStatus(StrEnum):
    """How far the table of a year can be trusted."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    """The official schedule, with its swaps, was not known when the table was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """The table of one year, and where it was taken from."""

    year: int
    status: YearStatus
    days_off: tuple[DayOff, ...]
    make_up_days: tuple[MakeUpDay, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of the day in which the office is open."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """When one office receives, and from when on it hands results out.

    ``week`` holds the sessions of Monday to Sunday; an empty tuple is a closed day. A weekday may
    be open for reception without being counted as a working day (Saturday morning): only those in
    ``counting_weekdays`` (0 = Monday) are counted.

    Raises:
        BadCalendarError: the sessions overlap, or a counting weekday is closed.
    """

    week: tuple[tuple[Session, ...], ...]
    counting_weekdays: tuple[int, ...]
    results_from: time
    """Results of a day are handed out from this hour on ("sau 16 giờ 30")."""
    cutoff: time | None = None
    """Reception after this time counts as the next working day; None: only closing counts."""
    transfer_cutoff: time = time(15)
    """What came by this time is handed over the same working day, what came later first thing on
    the next one (NĐ 61/2018 Art. 18(2), NĐ 309/2026 Art. 18(2))."""
    transfer_calls: tuple[time, ...] = (time(15), time(16, 30))
    """When the counter is told what has to be handed over still."""

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise BadCalendarError(f"{len(self.week)} days in a week")
        for sessions in self.week:
            times = [moment for s in sessions for moment in (s.opens, s.closes)]
            if any(a >= b for a, b in pairwise(times)):
                raise BadCalendarError("the sessions of a day overlap or run backwards")
        if not self.counting_weekdays:
            raise BadCalendarError("no weekday is counted")
        for weekday in self.counting_weekdays:
            if not 0 <= weekday <= 6 or not self.week[weekday]:
                raise BadCalendarError(f"weekday {weekday} is counted but closed")


@dataclass(frozen=True)
class WorkingCalendar:
    """Lịch làm việc: the tables of consecutive years, and the hours of one office.

    Outside the years of the table only weekends are known to be free: ask ``covers`` first.

    Raises:
        BadCalendarError: the years have gaps, or a day is listed twice or in the wrong year.
    """

    version: str
    office: OfficeHours
    years: tuple[CalendarYear, ...]
    _off: dict[date, DayOff] = field(init=False, repr=False, compare=False)
    _made_up: dict[date, MakeUpDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = [table.year for table in self.years]
        if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise BadCalendarError(f"the years {numbers} are not consecutive")
        off = {day.on: day for table in self.years for day in table.days_off}
        made_up = {day.on: day for table in self.years for day in table.make_up_days}
        listed = [(table.year, day.on) for table in self.years for day in table.days_off]
        listed += [(table.year, day.on) for table in self.years for day in table.make_up_days]
        for year, day in listed:
            if day.year != year:
                raise BadCalendarError(f"{day} is listed under {year}")
        if len(listed) != len(off.keys() | made_up.keys()):
            raise BadCalendarError("a day is listed twice")
        for make_up in made_up.values():
            if not self.office.week[make_up.in_place_of.weekday()]:
                raise BadCalendarError(f"{make_up.on} replaces a day without office hours")
        object.__setattr__(self, "_off", off)
        object.__setattr__(self, "_made_up", made_up)

    @property
    def first_day(self) -> date:
        return date(self.years[0].year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.years[-1].year, 12, 31)

    def covers(self, day: date) -> bool:
        """Tell whether the table knows the holidays of this day's year."""
        return self.first_day <= day <= self.last_day

    def status(self, year: int) -> YearStatus | None:
        """Give how far this year's table can be trusted; None: there is no table."""
        return next((table.status for table in self.years if table.year == year), None)

    def day_off(self, day: date) -> DayOff | None:
        """Give the entry of the table that frees this day, if any."""
        return self._off.get(day)

    def make_up_day(self, day: date) -> MakeUpDay | None:
        """Give the entry of the table that makes this weekend day a working day, if any."""
        return self._made_up.get(day)

    def sessions(self, day: date) -> tuple[Session, ...]:
        """Give the hours in which the office is open on this day; empty when it is closed."""
        if day in self._off:
            return ()
        if make_up := self._made_up.get(day):
            return self.office.week[make_up.in_place_of.weekday()]
        return self.office.week[day.weekday()]

    def is_working_day(self, day: date) -> bool:
        """Tell whether a period in working days counts this day."""
        if day in self._off:
            return False
        return day in self._made_up or day.weekday() in self.office.counting_weekdays

    def next_working_day(self, day: date) -> date:
        """Give the first working day after this one.

        Raises:
            BadCalendarError: there is none within two months.
        """
        return self._first_after(day, self.is_working_day)

    def next_open_day(self, day: date) -> date:
        """Give the first day after this one on which the office receives.

        Raises:
            BadCalendarError: there is none within two months.
        """
        return self._first_after(day, lambda other: bool(self.sessions(other)))

    def last_working_day_before(self, day: date) -> date:
        """Give the last working day before this one.

        Raises:
            BadCalendarError: there is none within two months.
        """
        for days in range(1, _LONGEST_CLOSURE_DAYS + 1):
            if self.is_working_day(day - days * _DAY):
                return day - days * _DAY
        raise BadCalendarError(f"no working day within {_LONGEST_CLOSURE_DAYS} days before {day}")

    def opening(self, day: date) -> datetime:
        """Give the moment at which an open day begins."""
        return datetime.combine(day, self.sessions(day)[0].opens, VIETNAM)

    def closing(self, day: date) -> datetime:
        """Give the moment at which an open day ends."""
        return datetime.combine(day, self.sessions(day)[-1].closes, VIETNAM)

    def results_at(self, day: date) -> datetime:
        """Give the moment from which results of a working day are handed out."""
        wanted = datetime.combine(day, self.office.results_from, VIETNAM)
        return min(max(wanted, self.opening(day)), self.closing(day))

    def _first_after(self, day: date, wanted: Callable[[date], bool]) -> date:
        for days in range(1, _LONGEST_CLOSURE_DAYS + 1):
            if wanted(day + days * _DAY):
                return day + days * _DAY
        raise BadCalendarError(f"no working day within {_LONGEST_CLOSURE_DAYS} days of {day}")
