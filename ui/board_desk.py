"""How the day runs for the whole centre, read for one page. Free of Qt.

Every call waits for the disk, so it is made on the store's worker.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from station.domain.calendar import WorkingCalendar
from station.domain.journal import VIETNAM
from station.domain.ratings import Satisfaction
from station.ports.outbox import Outbox
from station.ports.store import DossierQueries, DossierRow

DAYS_AHEAD: Final = 7
"""Days of promises that are looked at, today included."""
UNSENT_AFTER: Final = timedelta(hours=24)
UNCOLLECTED_AFTER: Final = timedelta(days=10)
MOST_LOOKED_AT: Final = 5_000
"""Waiting entries, oldest first."""


@dataclass(frozen=True, slots=True)
class Hour:
    """What was received within one hour of the day."""

    hour: int
    direct: int
    other: int
    """Online and by post."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """What is promised for one day."""

    day: date
    working: bool
    with_agency: int
    at_counter: int
    """The folder has not left yet."""


@dataclass(frozen=True, slots=True)
class Punctuality:
    """What an agency ended in the month, and how much of it in time; no name: all of them."""

    agency: str
    done: int
    in_time: int


@dataclass(frozen=True, slots=True)
class Unsent:
    """A dossier of which the province lacks something for more than a day."""

    code: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything that the page shows, from one moment."""

    at: datetime
    hours: Sequence[Hour]
    """Of today, from the first hour with something in it to the last, at least office hours."""
    days: Sequence[DueDay]
    month: Sequence[Punctuality]
    """All of them first, then the agencies with the most dossiers."""
    received: int
    due_today: Sequence[DossierRow]
    overdue: Sequence[DossierRow]
    to_supplement: int
    unsent: Sequence[Unsent]
    """The longest first."""
    twins: Sequence[DossierRow]
    """Another counter received the same, and nobody has decided which of them stays."""
    uncollected: Sequence[DossierRow]
    """Their results lie here for more than ten days."""
    said: Mapping[Satisfaction, int]
    """How often citizens gave each answer this month, of whomever they spoke."""


def read_board(
    now: datetime, queries: DossierQueries, outbox: Outbox, calendar: WorkingCalendar
) -> Board:
    """Read the board of the day of ``now`` (aware)."""
    today = now.astimezone(VIETNAM).date()
    received = queries.received_between(today, today)
    last = today + timedelta(days=DAYS_AHEAD)
    promised = queries.promised_before(datetime.combine(last, time(), tzinfo=VIETNAM))
    ended = queries.finished_between(today.replace(day=1), today)
    waiting = queries.to_collect()
    return Board(
        at=now,
        hours=_hours(received),
        days=_days(promised, today, calendar),
        month=_month(ended),
        received=len(received),
        due_today=[row for row in promised if _due_on(row) == today and not _is_late(row, now)],
        overdue=[row for row in promised if _is_late(row, now)],
        to_supplement=len(queries.to_supplement()),
        unsent=_unsent(now, queries, outbox),
        twins=queries.with_twins(),
        uncollected=[
            row
            for row in waiting
            if row.result_at_counter
            and row.result_issued_at is not None
            and row.result_issued_at < now - UNCOLLECTED_AFTER
        ],
        said=queries.ratings_between(today.replace(day=1), today),
    )


def _unsent(now: datetime, queries: DossierQueries, outbox: Outbox) -> Sequence[Unsent]:
    since: dict[UUID, datetime] = {}
    for entry in outbox.waiting_events(MOST_LOOKED_AT):
        if entry.dossier_id is not None and entry.occurred_at < now - UNSENT_AFTER:
            since.setdefault(entry.dossier_id, entry.occurred_at)
    codes = queries.codes_of(since)
    return [Unsent(codes[one], at) for one, at in since.items() if one in codes]


def _due_on(row: DossierRow) -> date | None:
    return row.due_at.astimezone(VIETNAM).date() if row.due_at is not None else None


def _is_late(row: DossierRow, now: datetime) -> bool:
    return row.due_at is not None and row.due_at <= now


def _hours(received: Sequence[DossierRow]) -> Sequence[Hour]:
    direct, other = dict.fromkeys(range(24), 0), dict.fromkeys(range(24), 0)
    for row in received:
        counted = direct if row.channel == "direct" else other
        counted[row.received_at.astimezone(VIETNAM).hour] += 1
    seen = [hour for hour in range(24) if direct[hour] or other[hour]]
    first, last = min([7, *seen]), max([16, *seen])
    return [Hour(hour, direct[hour], other[hour]) for hour in range(first, last + 1)]


def _days(
    promised: Sequence[DossierRow], today: date, calendar: WorkingCalendar
) -> Sequence[DueDay]:
    days = (today + timedelta(days=number) for number in range(DAYS_AHEAD))
    counted = Counter((_due_on(row), row.awaits_hand_over) for row in promised)
    return [
        DueDay(day, calendar.is_working_day(day), counted[day, False], counted[day, True])
        for day in days
    ]


def _month(ended: Sequence[DossierRow]) -> Sequence[Punctuality]:
    """Count what had a promise. As the national index 766 has it, a dossier for which papers were
    asked a second time counts as late."""
    done: dict[str, int] = {}
    in_time: dict[str, int] = {}
    for row in ended:
        if row.due_at is None or row.result_issued_at is None:
            continue
        punctual = row.result_issued_at <= row.due_at and row.supplements < 2
        for name in ("", row.handling_agency):
            done[name] = done.get(name, 0) + 1
            in_time[name] = in_time.get(name, 0) + punctual
    names = sorted(done, key=lambda name: (name != "", -done[name], name))
    return [Punctuality(name, done[name], in_time[name]) for name in names]
