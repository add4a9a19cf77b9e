"""By what a list of dossiers is narrowed: days, promise, counter, state and field of law.

A filter that is saved says its days as an officer does ("hẹn trong 7 ngày tới"), so that it means
the same work next month; ``DossierFilter.at`` says which days these are now.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from station.domain.dossier import DossierStatus
from station.domain.journal import VIETNAM

_WEEK = timedelta(days=6)
"""Seven days with the one that it is counted from."""


class Days(StrEnum):
    """Which days are meant, of the reception or of the promise."""

    ANY = "any"
    OVERDUE = "overdue"
    """Of the promise alone: it is past, and somebody still owes the result."""
    TODAY = "today"
    WEEK = "week"
    """Of the reception the seven days up to today, of the promise those from today on."""
    MONTH = "month"
    """The calendar month of today."""
    BETWEEN = "between"
    """From one day to another; either may be open."""


class Condition(StrEnum):
    """One part of a filter, which can be taken off by itself."""

    RECEIVED = "received"
    PROMISED = "promised"
    COUNTER = "counter"
    STATUS = "status"
    FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossiersWanted:
    """What a filter asks for at one moment; None asks for nothing in particular."""

    received_from: date | None = None
    received_to: date | None = None
    due_from: datetime | None = None
    due_before: datetime | None = None
    counter: int | None = None
    statuses: frozenset[DossierStatus] | None = None
    field: str | None = None

    @property
    def by_promise(self) -> bool:
        """Tell whether the promise narrows it: such a list begins with the earliest one."""
        return self.due_from is not None or self.due_before is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFilter:
    """What an officer wants to see. The days from and to count with ``Days.BETWEEN`` alone."""

    received: Days = Days.ANY
    received_from: date | None = None
    received_to: date | None = None
    promised: Days = Days.ANY
    promised_from: date | None = None
    promised_to: date | None = None
    counter: int | None = None
    status: DossierStatus | None = None
    field: str | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Give the parts that narrow the list."""
        said = {
            Condition.RECEIVED: _narrows(self.received, self.received_from, self.received_to),
            Condition.PROMISED: _narrows(self.promised, self.promised_from, self.promised_to),
            Condition.COUNTER: self.counter is not None,
            Condition.STATUS: self.status is not None,
            Condition.FIELD: self.field is not None,
        }
        return tuple(condition for condition, narrows in said.items() if narrows)

    def without(self, condition: Condition) -> "DossierFilter":
        """Give it with one part taken off."""
        match condition:
            case Condition.RECEIVED:
                return replace(self, received=Days.ANY, received_from=None, received_to=None)
            case Condition.PROMISED:
                return replace(self, promised=Days.ANY, promised_from=None, promised_to=None)
            case Condition.COUNTER:
                return replace(self, counter=None)
            case Condition.STATUS:
                return replace(self, status=None)
            case Condition.FIELD:
                return replace(self, field=None)

    def at(self, now: datetime) -> DossiersWanted:
        """Say what it asks for at this moment."""
        today = now.astimezone(VIETNAM).date()
        received = _days(self.received, self.received_from, self.received_to, today, -_WEEK)
        first, last = _days(self.promised, self.promised_from, self.promised_to, today, _WEEK)
        statuses = None if self.status is None else frozenset({self.status})
        before = None if last is None else _begin(last + timedelta(days=1))
        if self.promised is Days.OVERDUE:
            before = now
            running = frozenset(one for one in DossierStatus if one.is_running)
            statuses = running if statuses is None else statuses & running
        return DossiersWanted(
            received_from=received[0],
            received_to=received[1],
            due_from=None if first is None else _begin(first),
            due_before=before,
            counter=self.counter,
            statuses=statuses,
            field=self.field,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A filter that an officer keeps under a name."""

    name: str
    wanted: DossierFilter


def _narrows(days: Days, first: date | None, last: date | None) -> bool:
    if days is Days.BETWEEN:
        return first is not None or last is not None
    return days is not Days.ANY


def _days(
    days: Days, first: date | None, last: date | None, today: date, week: timedelta
) -> tuple[date | None, date | None]:
    match days:
        case Days.TODAY:
            return today, today
        case Days.WEEK:
            return min(today, today + week), max(today, today + week)
        case Days.MONTH:
            begin = today.replace(day=1)
            return begin, (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        case Days.BETWEEN:
            return first, last
        case Days.ANY | Days.OVERDUE:
            return None, None


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=VIETNAM)
