"""Outbox and Province in memory. The outbox passes its contract (``tests/outbox_contract.py``)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import UUID

import msgspec
import uuid6

from station.domain.dossier import StoredFile, SubmittedDocument
from station.domain.events import Event, UnknownEventError, kind_of, to_payload
from station.domain.facts import BrokenHistoryError, Fact
from station.domain.history import apply
from station.domain.journal import GENESIS, JournalEntry
from station.domain.line_pause import LinePause
from station.domain.numbers import NumberRange
from station.domain.procedure import StartRule
from station.errors import StationError
from station.ports.outbox import (
    Delivery,
    DossierDelivery,
    EventCounts,
    FileCounts,
    RefusedEvent,
    SyncStatus,
    WaitingFile,
)
from station.ports.province import (
    Enrolment,
    NewsPage,
    Outcome,
    ProvinceDossier,
    ProvinceEvent,
    ProvinceHealth,
    PublishedCatalogue,
    Verdict,
)
from tests.builders import MONDAY, PRINTED, a_reception


class LostPageError(StationError):
    """A page file is not where it should be."""

    code = "TST-001"


class FakeOutbox:
    """Delivery states in dicts."""

    def __init__(self) -> None:
        self.entries: list[JournalEntry] = []
        self.verdicts: dict[UUID, tuple[Verdict, datetime]] = {}
        self.contents: dict[str, bytes] = {}
        self.failures: dict[str, int] = {}
        self.sent_files: set[str] = set()
        self.news: dict[UUID, ProvinceEvent] = {}
        self.cursor: str | None = None
        self.contact: tuple[datetime, float] | None = None
        self.boot_at: datetime | None = None
        self.kept_enrolment: Enrolment | None = None
        self.kept_pause: LinePause | None = None

    def waiting_events(self, limit: int, *, after: int = 0) -> Sequence[JournalEntry]:
        held_back = {
            entry.dossier_id
            for entry in self.entries
            if self._outcome(entry) is Outcome.REFUSED and entry.dossier_id
        }
        waiting = [
            entry
            for entry in self.entries
            if self._outcome(entry) is None
            and entry.sequence > after
            and entry.dossier_id not in held_back
        ]
        return waiting[:limit]

    def clocks_not_begun(self) -> Sequence[UUID]:
        waiting = self.waiting_events(len(self.entries))
        found = [e for e in waiting if e.payload.get("start_rule") == StartRule.AGENCY_RECEIPT]
        return [entry.dossier_id for entry in found if entry.dossier_id is not None]

    def record_verdicts(self, verdicts: Sequence[Verdict], *, at: datetime) -> None:
        for verdict in verdicts:
            known = self.verdicts.get(verdict.event_id)
            if known is None or known[0].outcome is Outcome.REFUSED:
                self.verdicts[verdict.event_id] = (verdict, at)

    def send_again(self, event_id: UUID) -> None:
        known = self.verdicts.get(event_id)
        if known is not None and known[0].outcome is Outcome.REFUSED:
            del self.verdicts[event_id]

    def refused(self) -> Sequence[RefusedEvent]:
        return [
            RefusedEvent(
                event_id=entry.event_id,
                sequence=entry.sequence,
                dossier_id=entry.dossier_id,
                dossier_code=entry.payload.get("dossier_code"),
                kind=entry.kind,
                problem=verdict.problem,
                refused_at=at,
            )
            for entry in self.entries
            for verdict, at in [self.verdicts.get(entry.event_id, (None, MONDAY))]
            if verdict is not None and verdict.problem is not None
        ]

    def delivery_of(self, dossier_id: UUID) -> DossierDelivery:
        own = [entry for entry in self.entries if entry.dossier_id == dossier_id]
        states = {None: Delivery.WAITING, Outcome.REFUSED: Delivery.REFUSED}
        events = {one.event_id: states.get(self._outcome(one), Delivery.SENT) for one in own}
        sent = [key for key, state in events.items() if state is Delivery.SENT]
        documents = [paper for one in own for paper in one.payload.get("documents", ())]
        files = {file["sha256"] for paper in documents for file in paper.get("files", ())}
        return DossierDelivery(
            events=events,
            sent_at=max((self.verdicts[key][1] for key in sent), default=None),
            files=FileCounts(
                waiting=len(files - self.sent_files), sent=len(files & self.sent_files)
            ),
        )

    def waiting_files(self, limit: int) -> Sequence[WaitingFile]:
        waiting = sorted(
            (self.failures.get(digest, 0), len(content), digest)
            for digest, content in self.contents.items()
            if digest not in self.sent_files
        )
        return [
            WaitingFile(sha256=digest, size=size, media_type="application/pdf")
            for _, size, digest in waiting[:limit]
        ]

    def read_file(self, digest: str) -> bytes:
        content = self.contents.get(digest)
        if content is None or sha256(content).hexdigest() != digest:
            raise LostPageError(digest)
        return content

    def file_sent(self, digest: str, *, at: datetime) -> None:
        self.sent_files.add(digest)

    def file_failed(self, digest: str, *, error: str, at: datetime) -> None:
        self.failures[digest] = self.failures.get(digest, 0) + 1

    def news_cursor(self) -> str | None:
        return self.cursor

    def take_news(self, news: Sequence[ProvinceEvent], *, cursor: str) -> int:
        before = len(self.news)
        self.news = self.news | {n.event_id: n for n in news if n.event_id not in self.news}
        self.cursor = cursor
        return len(self.news) - before

    def note_contact(
        self, *, at: datetime, clock_offset_s: float, boot_at: datetime | None = None
    ) -> None:
        self.contact, self.boot_at = (at, clock_offset_s), boot_at

    def pause(self) -> LinePause | None:
        return self.kept_pause

    def keep_pause(self, pause: LinePause | None) -> None:
        self.kept_pause = pause

    def status(self) -> SyncStatus:
        outcomes = [self._outcome(entry) for entry in self.entries]
        refused = outcomes.count(Outcome.REFUSED)
        waiting = outcomes.count(None)
        return SyncStatus(
            events=EventCounts(
                waiting=waiting, sent=len(outcomes) - refused - waiting, refused=refused
            ),
            files=FileCounts(
                waiting=len(self.contents) - len(self.sent_files), sent=len(self.sent_files)
            ),
            last_contact_at=self.contact[0] if self.contact else None,
            clock_offset_s=self.contact[1] if self.contact else None,
            contact_boot_at=self.boot_at,
        )

    def enrolment(self) -> Enrolment | None:
        return self.kept_enrolment

    def save_enrolment(self, enrolment: Enrolment) -> None:
        self.kept_enrolment = enrolment

    def _outcome(self, entry: JournalEntry) -> Outcome | None:
        known = self.verdicts.get(entry.event_id)
        return known[0].outcome if known else None


class FakeCounter:
    """A counter whose acts go into a FakeOutbox; its journal is a whole hash chain."""

    def __init__(self, *, agency: str = "H25", number: int = 3, first_number: int = 300) -> None:
        self.outbox = FakeOutbox()
        self.agency = agency
        self.station_id = f"{agency}/{number}"
        self._numbers: Iterator[int] = count(first_number)

    def receive(self, *files: bytes, **changes: Any) -> JournalEntry:
        stored = tuple(self._store(content) for content in files)
        paper = SubmittedDocument(
            index=1, name="Tờ khai", mandatory=True, originals=1, files=stored
        )
        code = f"{self.agency}-261123-{next(self._numbers):04d}"
        reception = a_reception(dossier_code=code, documents=(paper,))
        return self.write(replace(reception, **changes), uuid6.uuid7())

    def follow_up(self, dossier_id: UUID | None) -> JournalEntry:
        return self.write(PRINTED, dossier_id)

    def write(self, event: Event, dossier_id: UUID | None) -> JournalEntry:
        """Add an entry to the end of the chain."""
        entries = self.outbox.entries
        entry = JournalEntry(
            event_id=uuid6.uuid7(),
            station_id=self.station_id,
            sequence=len(entries) + 1,
            dossier_id=dossier_id,
            kind=kind_of(event),
            version=type(event).version,
            occurred_at=MONDAY,
            clock_source="fake",
            officer_id="quay3",
            payload=to_payload(event),
            previous_hash=entries[-1].hash if entries else GENESIS,
        )
        entry = replace(entry, hash=entry.computed_hash())
        entries.append(entry)
        return entry

    def add_file(self, content: bytes) -> str:
        return self._store(content).sha256

    def status_of(self, dossier_id: UUID) -> str:
        dossier = None
        facts: list[Fact] = [*self.outbox.entries, *self.outbox.news.values()]
        for fact in facts:
            if fact.dossier_id == dossier_id:
                with suppress(BrokenHistoryError, UnknownEventError, msgspec.ValidationError):
                    dossier = apply(dossier, fact)
        assert dossier is not None
        return dossier.status

    def number_ranges(self) -> tuple[NumberRange, ...]:
        enrolment = self.outbox.kept_enrolment
        return enrolment.number_ranges if enrolment else ()

    def _store(self, content: bytes) -> StoredFile:
        digest = sha256(content).hexdigest()
        self.outbox.contents[digest] = content
        return StoredFile(sha256=digest, size=len(content), media_type="application/pdf", pages=1)


class FakeProvince:
    """Applies everything, except where a test says otherwise.

    ``send_hook`` and ``upload_hook`` run before the call and may raise.
    """

    def __init__(self) -> None:
        self.time = MONDAY
        self.applied: list[JournalEntry] = []
        self.refusals: dict[UUID, Verdict] = {}
        self.batches: list[int] = []
        self.files: list[str] = []
        self.pages: list[NewsPage] = []
        self.calls: list[str] = []
        self.most_at_once = 1_000
        self.send_hook: Callable[[Sequence[JournalEntry]], None] = lambda _entries: None
        self.upload_hook: Callable[[str], None] = lambda _sha256: None
        self.published: PublishedCatalogue | None = None
        self.catalogue_hook: Callable[[str | None], None] = lambda _known: None

    def health(self) -> ProvinceHealth:
        return ProvinceHealth(version="fake", contract_version="1.0")

    def server_time(self) -> datetime:
        self.calls.append("time")
        return self.time

    def send(self, entries: Sequence[JournalEntry]) -> tuple[Verdict, ...]:
        self.calls.append("send")
        taken = entries[: self.most_at_once]
        self.batches.append(len(taken))
        self.send_hook(taken)
        return tuple(self._judge(entry) for entry in taken)

    def news(self, after: str | None) -> NewsPage:
        self.calls.append("news")
        place = 0 if after is None else int(after)
        if place < len(self.pages):
            return self.pages[place]
        return NewsPage(events=(), cursor=str(place), more=False)

    def upload(self, sha256: str, data: bytes, *, go_on: Callable[[], bool]) -> bool:
        self.calls.append("upload")
        self.upload_hook(sha256)
        if not go_on():
            return False
        self.files.append(sha256)
        return True

    def dossier(self, code: str) -> ProvinceDossier | None:
        return None

    def catalogue(self, known: str | None) -> PublishedCatalogue | None:
        self.calls.append("catalogue")
        self.catalogue_hook(known)
        published = self.published
        return None if published is None or published.tag == known else published

    def _judge(self, entry: JournalEntry) -> Verdict:
        if entry.event_id in self.refusals:
            return self.refusals[entry.event_id]
        if entry in self.applied:
            return Verdict(event_id=entry.event_id, outcome=Outcome.ALREADY_APPLIED)
        self.applied.append(entry)
        return Verdict(event_id=entry.event_id, outcome=Outcome.APPLIED)
