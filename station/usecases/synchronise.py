"""One round with the province: clock, events in order, news, catalogue, files by their hash.

Small things go first, and of these what another agency's clock waits for. What the province refuses
holds back its own dossier only; what its server chokes on is passed over; a fault of the line ends
the round, and what was done stays done, because every call may be repeated.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from station.domain.journal import JournalEntry
from station.errors import StationError
from station.ports.clock import MachineClock
from station.ports.outbox import Outbox
from station.ports.province import (
    BadAnswerError,
    Outcome,
    Province,
    ProvinceError,
    ProvinceFaultError,
    RequestRefusedError,
    Verdict,
)
from station.usecases.fetch_catalogue import CatalogueInbox, FetchedCatalogue

LARGEST_BATCH = 500
"""Events in one request."""
FAULTS_IN_A_ROW = 3
"""After so many single items failed one after the other it is the server, not the items."""
_FILES_AT_A_TIME = 50
_CHOKED = (ProvinceFaultError, BadAnswerError, RequestRefusedError)
"""The server is there, but something in this one request is too much for it."""
GoOn = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What one round did, also when it ended early."""

    events_sent: int
    events_refused: int
    news_taken: int
    files_sent: int
    files_failed: int
    paused: bool
    """It was asked to stop before everything was done."""
    error: StationError | None
    """What ended the round, or made it pass over an item."""
    batch: int
    """How many events at once the line bore; the next round begins with it."""
    catalogue: FetchedCatalogue | None = None
    """What became of a pack that came in this round."""

    @property
    def progressed(self) -> bool:
        """Tell whether anything reached the other side."""
        return bool(self.events_sent + self.events_refused + self.news_taken + self.files_sent)


def synchronise(
    *,
    outbox: Outbox,
    province: Province,
    clock: MachineClock,
    inbox: CatalogueInbox | None = None,
    go_on: GoOn = lambda: True,
    batch: int = LARGEST_BATCH,
    steady: Callable[[], float] | None = None,
) -> SyncReport:
    """Exchange everything that waits.

    Args:
        clock: the computer's own clock; the contact notes how far it is from the server's.
        inbox: takes the province's catalogue in; None: it is not asked for.
        go_on: asked between items and chunks; False pauses the round cleanly.
        batch: how many events to send at once at first.
        steady: the seconds since the computer was started; None: they are not known.

    Raises:
        StationError: the store failed. What the province or the line did stands in the report.
    """
    this = _Round(outbox, province, clock, inbox, go_on, batch, steady)
    try:
        this.contact()
        this.send_first()
        this.send_events()
        this.take_news()
        this.take_catalogue()
        this.send_files()
    except ProvinceError as error:
        this.error = error
    return this.report()


@dataclass(slots=True)
class _Round:
    outbox: Outbox
    province: Province
    clock: MachineClock
    inbox: CatalogueInbox | None
    go_on: GoOn
    batch: int
    steady: Callable[[], float] | None = None
    passed: int = 0
    """Sequence of the last entry that was dealt with in this round."""
    aside: set[UUID] = field(default_factory=set)
    """Dossiers of which an entry was passed over: their later entries must not overtake it."""
    events_sent: int = 0
    events_refused: int = 0
    news_taken: int = 0
    files_sent: int = 0
    files_failed: int = 0
    catalogue: FetchedCatalogue | None = None
    faults: int = 0
    paused: bool = False
    error: StationError | None = None

    def contact(self) -> None:
        before = self.clock.now()
        server = self.province.server_time()
        after = self.clock.now()
        offset = server - (before + (after - before) / 2)
        boot_at = None if self.steady is None else after - timedelta(seconds=self.steady())
        self.outbox.note_contact(at=after, clock_offset_s=offset.total_seconds(), boot_at=boot_at)

    def send_first(self) -> None:
        """Send the dossiers first whose time runs from another agency's receipt, in their order.

        What the server chokes on is left to the usual order.
        """
        first = set(self.outbox.clocks_not_begun())
        after, ready = 0, list[JournalEntry]()
        while first and (waiting := self.outbox.waiting_events(LARGEST_BATCH, after=after)):
            ready += [entry for entry in waiting if entry.dossier_id in first]
            after = waiting[-1].sequence
        while ready and not self._is_paused():
            some = ready[: self.batch]
            try:
                verdicts = self.province.send(some)
            except _CHOKED:
                return
            except ProvinceError:
                self.batch = max(1, len(some) // 2)
                raise
            self._settle(some, verdicts)
            refused = {
                entry.dossier_id
                for entry, verdict in zip(some, verdicts, strict=False)
                if verdict.outcome is Outcome.REFUSED
            }
            ready = [e for e in ready[len(verdicts) :] if e.dossier_id not in refused]

    def send_events(self) -> None:
        """Send what waits, in the journal's order; a batch that the server chokes on is halved."""
        while waiting := self.outbox.waiting_events(self.batch, after=self.passed):
            if self._is_paused():
                return
            ready = [entry for entry in waiting if entry.dossier_id not in self.aside]
            if not ready:
                self.passed = waiting[-1].sequence
                continue
            try:
                verdicts = self.province.send(ready)
            except _CHOKED as error:
                self._halve_or_pass_over(ready, error)
            except ProvinceError:
                self.batch = max(1, len(ready) // 2)
                raise
            else:
                self._record(ready, verdicts)

    def take_news(self) -> None:
        """Take the province's news page by page; what the server chokes on holds no file back."""
        cursor = self.outbox.news_cursor()
        seen = {cursor}
        while not self._is_paused():
            try:
                page = self.province.news(cursor)
            except _CHOKED as error:
                self.error = error
                return
            if page.cursor != cursor:
                self.news_taken += self.outbox.take_news(page.events, cursor=page.cursor)
                cursor = page.cursor
            if not page.more:
                return
            if cursor in seen:
                self.error = BadAnswerError("the news goes round in a circle")
                return
            seen.add(cursor)

    def take_catalogue(self) -> None:
        """Take a pack that is new; one that the server chokes on holds nothing else back."""
        if self.inbox is None or self._is_paused():
            return
        try:
            published = self.province.catalogue(self.inbox.known_tag())
        except _CHOKED as error:
            self.error = error
            return
        if published is None:
            return
        try:
            self.catalogue = self.inbox.take(published)
        except StationError as error:  # the clock, or a store that is busy: it comes again
            self.error = error

    def send_files(self) -> None:
        """Send the files, and before each of them what was done at the counter meanwhile."""
        tried: set[str] = set()
        self.faults = 0
        while files := [
            file
            for file in self.outbox.waiting_files(_FILES_AT_A_TIME + len(tried))
            if file.sha256 not in tried
        ]:
            for file in files:
                self.send_events()
                if self._is_paused():
                    return
                tried.add(file.sha256)
                self._send_file(file.sha256)

    def report(self) -> SyncReport:
        return SyncReport(
            events_sent=self.events_sent,
            events_refused=self.events_refused,
            news_taken=self.news_taken,
            files_sent=self.files_sent,
            files_failed=self.files_failed,
            catalogue=self.catalogue,
            paused=self.paused,
            error=self.error,
            batch=self.batch,
        )

    def _is_paused(self) -> bool:
        self.paused = self.paused or not self.go_on()
        return self.paused

    def _halve_or_pass_over(self, ready: Sequence[JournalEntry], error: StationError) -> None:
        if len(ready) > 1:
            self.batch = max(1, len(ready) // 2)
            return
        self._count_fault(error)
        self.passed = ready[0].sequence
        if ready[0].dossier_id is not None:
            self.aside.add(ready[0].dossier_id)

    def _count_fault(self, error: StationError) -> None:
        self.faults += 1
        if self.faults >= FAULTS_IN_A_ROW:
            raise error
        self.error = error

    def _record(self, ready: Sequence[JournalEntry], verdicts: Sequence[Verdict]) -> None:
        self._settle(ready, verdicts)
        self.passed = ready[len(verdicts) - 1].sequence
        if len(verdicts) == self.batch:
            self.batch = min(LARGEST_BATCH, self.batch * 2)

    def _settle(self, ready: Sequence[JournalEntry], verdicts: Sequence[Verdict]) -> None:
        settled = _settled(ready, verdicts)
        self.outbox.record_verdicts(settled, at=self.clock.now())
        refused = sum(verdict.outcome is Outcome.REFUSED for verdict in settled)
        self.events_refused += refused
        self.events_sent += len(settled) - refused
        self.faults = 0

    def _send_file(self, sha256: str) -> None:
        try:
            content = self.outbox.read_file(sha256)
            whole = self.province.upload(sha256, content, go_on=self.go_on)
        except _CHOKED as error:
            self._file_failed(sha256, error)
            self._count_fault(error)
        except ProvinceError:
            raise
        except StationError as error:  # this file's own: refused, or damaged on our disk
            self._file_failed(sha256, error)
            self.error = error
        else:
            self.faults = 0
            if whole:
                self.outbox.file_sent(sha256, at=self.clock.now())
                self.files_sent += 1
            else:
                self.paused = True

    def _file_failed(self, sha256: str, error: StationError) -> None:
        self.outbox.file_failed(sha256, error=error.code, at=self.clock.now())
        self.files_failed += 1


def _settled(ready: Sequence[JournalEntry], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Leave out refusals that only follow from an earlier one of the same dossier.

    Those entries have nothing wrong with them: they go on waiting behind the refused one.
    """
    held_back: set[UUID | None] = set()
    settled = []
    for entry, verdict in zip(ready, verdicts, strict=False):  # fewer may have been taken
        refused = verdict.outcome is Outcome.REFUSED
        if refused and entry.dossier_id is not None and entry.dossier_id in held_back:
            continue
        if refused:
            held_back.add(entry.dossier_id)
        settled.append(verdict)
    return settled
