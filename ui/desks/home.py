"""What the first look of the day finds: whether the counter can begin, and what waits for somebody.

Free of Qt. Every call waits for the disk, so it is made on the store's worker.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from station.domain.journal import VIETNAM
from station.domain.time_left import TimeLeft
from station.errors import StationError
from station.ports.dossier_queries import DossierRow
from station.ports.drafts import KeptDraft
from station.ports.outbox import RefusedEvent, SyncStatus
from station.usecases.deadlines import BEGINNING, MOST_LISTED, count_overdue, overdue
from ui.desks.approval import AnsweredAct
from ui.desks.clock import ClockState
from ui.desks.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCheck:
    """What the store and the disk say of this morning."""

    clock: ClockState
    enrolled: bool
    numbers_left: int
    numbers: int
    """How many numbers this station has for the day."""
    catalogue_days: int | None
    """How old the province's catalogue is; None: none of the province's is in force."""
    sync: SyncStatus
    papers_waiting: int
    """Papers that were queued and did not come out, or of which nobody knows."""
    templates: StationError | None
    """Why the office's own forms are not printed by; None: nothing is wrong with them."""
    disk_free: int
    """Bytes that are left where the home lies."""
    drafts: int
    """Of this officer."""


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """One reception that was begun, and the name of its procedure as the catalogue has it."""

    draft: KeptDraft
    procedure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWork:
    """What somebody should see to, each list with the most pressing first."""

    refused: Sequence[RefusedEvent]
    twins: Sequence[DossierRow]
    """Received at another counter as well; somebody of rank must decide."""
    overdue: Sequence[DossierRow]
    """No more than ``MOST_LISTED``."""
    overdue_count: int
    due_today: Sequence[DossierRow]
    left_today: Sequence[TimeLeft | None]
    """How much working time is left for each of these."""
    drafts: Sequence[LeftDraft]
    to_supplement: Sequence[DossierRow]
    to_sign: int
    """Digitised copies that wait for the office's signature, where this officer may sign."""
    to_approve: int
    """Acts that were left for somebody of rank, where this officer has it; their own not."""
    answers: Sequence[AnsweredAct]
    """What became lately of what this officer left, the newest first."""
    to_collect: int
    """Results that lie here for somebody."""
    received: int
    """Dossiers of this counter today."""


class HomeDesk:
    """Reads what the home page shows."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self._desk, self._home = desk, home

    def check(self) -> StoreCheck:
        """Look at everything but the devices."""
        desk, store = self._desk, self._desk.store
        drafts = len(desk.drafts.mine())
        free = shutil.disk_usage(self._home).free
        with store.one_state():
            status = store.outbox.status()
            left, numbers = store.queries.numbers_left(desk.settings.agency_code, self._today())
            return StoreCheck(
                clock=desk.clock.judge(status),
                enrolled=store.outbox.enrolment() is not None,
                numbers_left=left,
                numbers=numbers,
                catalogue_days=desk.catalogue.age_days(),
                sync=status,
                papers_waiting=len(store.queries.queued_prints()),
                templates=desk.templates_problem,
                disk_free=free,
                drafts=drafts,
            )

    def work(self) -> DayWork:
        """Give what waits for somebody today."""
        desk, store, now = self._desk, self._desk.store, self._desk.now()
        tomorrow = datetime.combine(self._today() + timedelta(days=1), time(), tzinfo=VIETNAM)
        drafts = [LeftDraft(one, self._procedure(one)) for one in desk.drafts.mine()]
        with store.one_state():
            queries = store.queries
            promised = queries.promised_before(tomorrow, since=now)
            due_today = [row for row in promised if row.due_at is not None and row.due_at > now]
            counter = desk.settings.station_number
            return DayWork(
                refused=store.outbox.refused(),
                twins=store.queries.with_twins(),
                overdue=overdue(now, queries, limit=MOST_LISTED),
                overdue_count=count_overdue(queries.count_promised(BEGINNING, tomorrow), now),
                due_today=due_today,
                left_today=[desk.time_left(row.due_at, row.status) for row in due_today],
                drafts=drafts,
                to_supplement=store.queries.to_supplement(),
                to_sign=desk.signing.count()[0] if desk.signing.may_sign else 0,
                to_approve=self._to_approve(),
                answers=desk.approvals.answered(),
                to_collect=len(store.queries.to_collect()),
                received=len(
                    store.queries.received_between(self._today(), self._today(), counter=counter)
                ),
            )

    def _to_approve(self) -> int:
        if not self._desk.approvals.may_approve:
            return 0
        return sum(not one.own for one in self._desk.approvals.waiting())

    def _today(self) -> date:
        return self._desk.now().date()

    def _procedure(self, draft: KeptDraft) -> str:
        if draft.procedure_code is None:
            return ""
        try:
            return self._desk.procedure(draft.procedure_code)[0].name
        except StationError:  # it left the catalogue
            return draft.procedure_code
