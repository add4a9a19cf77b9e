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
from station.ports.day_counts import EndedCount, PromisedCount
from station.ports.dossier_queries import DossierQueries, DossierRow
from station.ports.outbox import Outbox
from station.usecases.deadlines import BEGINNING, MOST_LISTED, count_overdue, overdue
from station.usecases.report_steps import StepReport
from ui.desks.approval import WaitingApproval

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
    month: Sequence[EndedCount]
    """Of this month: first all of them, without a name, then the agencies, who ended most first."""
    received: int
    due_today: int
    """Later today; what is late already is not among them."""
    overdue: Sequence[DossierRow]
    """No more than ``MOST_LISTED``, the longest first."""
    overdue_count: int
    to_supplement: int
    unsent: Sequence[Unsent]
    """The longest first."""
    twins: Sequence[DossierRow]
    """Another counter received the same, and nobody has decided which of them stays."""
    uncollected: Sequence[DossierRow]
    """Their results lie here for more than ten days."""
    said: Mapping[Satisfaction, int]
    """How often citizens gave each answer this month, of whomever they spoke."""
    steps: StepReport
    """How long receptions took, whoever received."""
    approvals: Sequence[WaitingApproval] = ()
    """Acts that were left for somebody of rank, the longest first."""


def read_board(
    now: datetime,
    queries: DossierQueries,
    outbox: Outbox,
    calendar: WorkingCalendar,
    steps: StepReport,
    approvals: Sequence[WaitingApproval] = (),
) -> Board:
    """Read the board of the day of ``now`` (aware)."""
    today = now.astimezone(VIETNAM).date()
    received = queries.received_between(today, today)
    last = today + timedelta(days=DAYS_AHEAD)
    promised = queries.count_promised(BEGINNING, datetime.combine(last, time(), tzinfo=VIETNAM))
    waiting = queries.to_collect()
    return Board(
        at=now,
        hours=_hours(received),
        days=_days(promised, today, calendar),
        month=_month(queries.count_ended(today.replace(day=1), today)),
        received=len(received),
        due_today=sum(
            one.count for one in promised if _day_of(one.due_at) == today and one.due_at > now
        ),
        overdue=overdue(now, queries, limit=MOST_LISTED),
        overdue_count=count_overdue(promised, now),
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
        steps=steps,
        approvals=approvals,
    )


def _unsent(now: datetime, queries: DossierQueries, outbox: Outbox) -> Sequence[Unsent]:
    since: dict[UUID, datetime] = {}
    for entry in outbox.waiting_events(MOST_LOOKED_AT):
        if entry.dossier_id is not None and entry.occurred_at < now - UNSENT_AFTER:
            since.setdefault(entry.dossier_id, entry.occurred_at)
    codes = queries.codes_of(since)
    return [Unsent(codes[one], at) for one, at in since.items() if one in codes]


def _day_of(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()


def _hours(received: Sequence[DossierRow]) -> Sequence[Hour]:
    direct, other = dict.fromkeys(range(24), 0), dict.fromkeys(range(24), 0)
    for row in received:
        counted = direct if row.channel == "direct" else other
        counted[row.received_at.astimezone(VIETNAM).hour] += 1
    seen = [hour for hour in range(24) if direct[hour] or other[hour]]
    first, last = min([7, *seen]), max([16, *seen])
    return [Hour(hour, direct[hour], other[hour]) for hour in range(first, last + 1)]


def _days(
    promised: Sequence[PromisedCount], today: date, calendar: WorkingCalendar
) -> Sequence[DueDay]:
    days = (today + timedelta(days=number) for number in range(DAYS_AHEAD))
    counted: Counter[tuple[date, bool]] = Counter()
    for one in promised:
        counted[_day_of(one.due_at), one.at_counter] += one.count
    return [
        DueDay(day, calendar.is_working_day(day), counted[day, False], counted[day, True])
        for day in days
    ]


def _month(ended: Sequence[EndedCount]) -> Sequence[EndedCount]:
    if not ended:
        return []
    done, in_time = sum(one.done for one in ended), sum(one.in_time for one in ended)
    return [EndedCount("", done, in_time), *ended]
