"""What the counter must see to today: folders that must leave, promises that will be broken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from station.domain.calendar import WorkingCalendar
from station.domain.due_office import (
    Call,
    OfficeDeadline,
    answer_deadline,
    apology_deadline,
    call_at,
    to_hand_over,
)
from station.domain.journal import VIETNAM
from station.domain.procedure import Procedure
from station.ports.catalogue import CatalogueStore
from station.ports.day_counts import PromisedCount
from station.ports.dossier_queries import DossierQueries, DossierRow
from station.ports.drafts import KeptDraft

MOST_LISTED: Final = 200
"""Of what is overdue: a page shows the longest and says how many there are."""
BEGINNING: Final = datetime(2000, 1, 1, tzinfo=VIETNAM)
"""No dossier was promised before."""
_A_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """A dossier, and by when somebody must have acted."""

    row: DossierRow
    deadline: OfficeDeadline


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedAnswer:
    """Somebody waits to hear whether the dossier is received, and the procedure says how long."""

    draft: KeptDraft
    procedure: Procedure
    deadline: OfficeDeadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Each list begins with what is latest."""

    at: datetime
    call: Call
    to_hand_over: Sequence[Owed]
    """Folders that must be with the agency today (NĐ 61/2018 Art. 18(2)): the list of 15:00."""
    to_apologise: Sequence[Owed]
    """Without a result by closing today, an apology is due (Art. 19(9))."""
    overdue: Sequence[DossierRow]
    """The promised moment has passed."""
    to_answer: Sequence[OwedAnswer] = ()
    """Open drafts under procedures that want an answer within hours of a direct submission."""

    @property
    def called_out(self) -> Sequence[Owed]:
        """The folders that the counter is told of now: late ones always, others at the calls."""
        if self.call is not Call.NONE:
            return self.to_hand_over
        return [owed for owed in self.to_hand_over if owed.deadline.by_at <= self.at]


def deadlines_at(
    now: datetime,
    queries: DossierQueries,
    calendar: WorkingCalendar,
    *,
    open_work: Sequence[KeptDraft],
    catalogue: CatalogueStore,
) -> Deadlines:
    """Give what is owed on the day of ``now`` (aware).

    Args:
        open_work: what was begun and neither received nor refused.

    Raises:
        BadCalendarError: no working day within two months.
    """
    today = now.astimezone(VIETNAM).date()
    until = datetime.combine(
        calendar.next_working_day(today) + timedelta(days=1), time(), tzinfo=VIETNAM
    )
    promised = queries.promised_before(until, since=now)
    apologies = [
        Owed(row, apology_deadline(row.due_at, calendar))
        for row in promised
        if row.due_at is not None and row.due_at > now
    ]
    return Deadlines(
        at=now,
        call=call_at(now, calendar),
        to_hand_over=[
            Owed(row, deadline)
            for row, deadline in to_hand_over(queries.awaiting_hand_over(), now, calendar)
        ],
        to_apologise=[
            owed
            for owed in apologies
            if owed.deadline.by_at.date() <= today and _may_be_late(owed, today)
        ],
        overdue=overdue(now, queries),
        to_answer=sorted(
            _answers(open_work, catalogue, today, calendar), key=lambda owed: owed.deadline.by_at
        ),
    )


def overdue(
    now: datetime, queries: DossierQueries, *, limit: int | None = None
) -> Sequence[DossierRow]:
    """Give what somebody works on past its promise, the longest first."""
    rows = queries.promised_before(now + _A_MINUTE, limit=limit)
    return [row for row in rows if row.due_at is not None and row.due_at <= now]


def count_overdue(promised: Iterable[PromisedCount], now: datetime) -> int:
    """Count in these counts what is past its promise, however much of it a list would show."""
    return sum(one.count for one in promised if one.due_at <= now)


def _may_be_late(owed: Owed, today: date) -> bool:
    """Tell a dossier that takes too long from one that just came: of a result that is due at once
    the day of the apology was over before, of one due tomorrow it is the day of the reception."""
    received = owed.row.received_at.astimezone(VIETNAM)
    return received < owed.deadline.by_at and received.date() < today


def _answers(
    open_work: Sequence[KeptDraft],
    catalogue: CatalogueStore,
    today: date,
    calendar: WorkingCalendar,
) -> Iterator[OwedAnswer]:
    """Give the drafts whose applicants must be told today; a guidance sheet is an answer."""
    for draft in open_work:
        if draft.code is not None or draft.procedure_code is None:
            continue
        found = catalogue.procedure(draft.procedure_code, today)
        hours = found[0].answer_within_hours if found else None
        if found is None or hours is None:
            continue
        deadline = answer_deadline(draft.begun_at, hours, calendar)
        if deadline.by_at.date() == today:
            yield OwedAnswer(draft=draft, procedure=found[0], deadline=deadline)
