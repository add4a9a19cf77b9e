"""In-memory ports. Each passes the contract class of its port."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import UUID

import uuid6

from station.catalogue.addresses import AddressBook
from station.catalogue.admission import ImportedPack
from station.catalogue.pack import Pack, PackStatus
from station.catalogue.parts import CatalogueParts
from station.domain.dossier import Dossier, StoredFile
from station.domain.events import Event, kind_of, to_payload
from station.domain.history import fold
from station.domain.journal import GENESIS, VIETNAM, JournalEntry
from station.domain.numbers import NumberRange, NumbersSpentError
from station.domain.person import Party
from station.domain.procedure import Procedure
from station.domain.spool import COMES_AFTER, PrintState
from station.ports.catalogue import PackOrigin
from station.ports.documents import IncomingFile
from station.ports.draft_files import DraftFile, FileRole
from station.ports.drafts import KeptDraft
from station.ports.officers import Officer
from station.ports.print_jobs import PrintJob, PrintJobChangedError
from station.ports.remembered_people import RememberedPerson
from station.usecases.duplicates import WITHIN, OpenDossier, is_same
from tests.fake_till import FakeTill

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


PLACES = AddressBook(())
"""No administrative units: addresses stand for themselves."""


class FakeClock:
    """Stands still until it is moved."""

    source = "fake"

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def move(self, by: timedelta) -> None:
        self.at += by


class FakeDrafts:
    """Drafts in a dict. Implements ``Drafts``."""

    def __init__(self, rows: Mapping[UUID, KeptDraft] | None = None) -> None:
        self.rows = dict(rows or {})

    def keep(self, draft: KeptDraft) -> None:
        self.rows[draft.draft_id] = draft

    def get(self, draft_id: UUID) -> KeptDraft | None:
        return self.rows.get(draft_id)

    def by_code(self, code: str) -> KeptDraft | None:
        return next((row for row in self.rows.values() if row.code == code), None)

    def every(self, officer_id: str | None = None) -> Sequence[KeptDraft]:
        wanted = [row for row in self.rows.values() if officer_id in (None, row.officer_id)]
        return sorted(wanted, key=lambda row: row.saved_at, reverse=True)

    def drop(self, draft_id: UUID) -> bool:
        return self.rows.pop(draft_id, None) is not None

    def drop_expired(self, on: date) -> int:
        gone = [row.draft_id for row in self.rows.values() if row.expires_on < on]
        return sum(self.drop(draft_id) for draft_id in gone)


class FakeDraftFiles:
    """Files of drafts in lists. Implements ``DraftFiles``; it knows of no dossiers."""

    def __init__(
        self,
        rows: Sequence[DraftFile] = (),
        sessions: Mapping[UUID, tuple[dict[str, Any], datetime]] | None = None,
        drafts: Callable[[], Collection[UUID]] = lambda: (),
    ) -> None:
        self.rows = list(rows)
        self.sessions = dict(sessions or {})
        self._drafts = drafts

    def copy(self) -> "FakeDraftFiles":
        return FakeDraftFiles(self.rows, self.sessions, self._drafts)

    def add(self, file: DraftFile) -> None:
        self.rows.append(file)

    def of(self, draft_id: UUID, role: FileRole | None = None) -> Sequence[DraftFile]:
        of_draft = [row for row in self.rows if row.draft_id == draft_id]
        return [row for row in of_draft if role in (None, row.role)]

    def note_clean(self, file_id: UUID, clean: str, findings: dict[str, Any]) -> None:
        self.rows = [
            replace(row, clean=clean, findings=findings) if row.file_id == file_id else row
            for row in self.rows
        ]

    def drop(self, draft_id: UUID, file_ids: Sequence[UUID] | None = None) -> Sequence[str]:
        if file_ids is None:
            self.sessions.pop(draft_id, None)
        return self._drop(
            lambda row: row.draft_id == draft_id and (file_ids is None or row.file_id in file_ids)
        )

    def drop_left(self, before: datetime) -> Sequence[str]:
        kept = self._drafts()
        self.sessions = {
            draft_id: said
            for draft_id, said in self.sessions.items()
            if draft_id in kept or said[1] >= before
        }
        return self._drop(lambda row: row.draft_id not in kept and row.arrived_at < before)

    def keep_session(self, draft_id: UUID, body: dict[str, Any], at: datetime) -> None:
        self.sessions[draft_id] = (body, at)

    def session(self, draft_id: UUID) -> dict[str, Any] | None:
        return self.sessions[draft_id][0] if draft_id in self.sessions else None

    def _drop(self, wanted: Callable[[DraftFile], bool]) -> Sequence[str]:
        gone = [row for row in self.rows if wanted(row)]
        self.rows = [row for row in self.rows if not wanted(row)]
        left = {name for row in self.rows for name in (row.sha256, row.clean)}
        names = {name for row in gone for name in (row.sha256, row.clean) if name is not None}
        return sorted(names - left)


class FakeRememberedPeople:
    """People in a dict. Implements ``RememberedPeople``."""

    def __init__(self, rows: Mapping[str, RememberedPerson] | None = None) -> None:
        self.rows = dict(rows or {})

    def remember(self, person: RememberedPerson) -> None:
        self.rows[person.number] = person

    def recall(self, number: str, on: date) -> RememberedPerson | None:
        found = self.rows.get(number)
        return found if found is not None and found.expires_on >= on else None

    def forget(self, number: str) -> bool:
        return self.rows.pop(number, None) is not None

    def forget_expired(self, on: date) -> int:
        gone = [row.number for row in self.rows.values() if row.expires_on < on]
        return sum(self.forget(number) for number in gone)


class FakeWork:
    """A unit of work over lists; what is not committed is forgotten."""

    def __init__(self, station_id: str = "H25/3", numbers: Sequence[NumberRange] = ()) -> None:
        self.station_id = station_id
        self.ranges = tuple(numbers) or (NumberRange(first=300, last=399),)
        self.entries: list[JournalEntry] = []
        self.used: dict[tuple[str, date], int] = {}
        self.saved: dict[UUID, Dossier] = {}
        self.files: list[tuple[StoredFile, UUID]] = []
        self.jobs: list[tuple[UUID, str, str]] = []
        self.states: dict[int, tuple[PrintState, str | None, str | None]] = {}
        """Of each job: its state, its printer, its last error."""
        self.reasons: dict[int, str | None] = {}
        self.kept = FakeDrafts()
        self.people = FakeRememberedPeople()
        self.brought = FakeDraftFiles(drafts=lambda: self.kept.rows)
        self.commits = 0
        self.catalogue: FakeCatalogue | None = None
        self.secrets: FakeSecrets | None = None
        self.officers: dict[str, Officer] = {}
        self._on_commit: list[Callable[[], None]] = []
        self.offset: timedelta | None = None
        self._before: tuple[Any, ...] | None = None
        self._lock = threading.RLock()  # a store has one writer at a time, too

    @property
    def till(self) -> FakeTill:
        return FakeTill(lambda: self.entries, lambda: list(self.saved.values()))

    @property
    def drafts(self) -> "FakeDrafts":
        return self.kept

    @property
    def draft_files(self) -> "FakeDraftFiles":
        return self.brought

    @property
    def remembered(self) -> "FakeRememberedPeople":
        return self.people

    @property
    def journal(self) -> "FakeWork":
        return self

    @property
    def numbers(self) -> "FakeWork":
        return self

    def __enter__(self) -> Self:
        self._lock.acquire()
        self._before = (
            list(self.entries),
            dict(self.used),
            dict(self.saved),
            list(self.files),
            list(self.jobs),
            dict(self.states),
            FakeDrafts(self.kept.rows),
            FakeRememberedPeople(self.people.rows),
            self.brought.copy(),
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._before is not None:
            self.entries, self.used, self.saved, self.files, self.jobs, self.states = self._before[
                :6
            ]
            self.kept, self.people, self.brought = self._before[6:]
        self._on_commit = []
        self._lock.release()

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        catalogue = self.catalogue
        assert catalogue is not None
        self._on_commit.append(
            lambda: catalogue.import_pack(pack, at=at, origin=origin, withdrawn=withdrawn)
        )

    def keep_officer(self, officer: Officer) -> None:
        self._on_commit.append(lambda: self.officers.update({officer.officer_id: officer}))

    def keep_secret(self, name: str, value: Any) -> None:
        secrets = self.secrets
        assert secrets is not None
        self._on_commit.append(lambda: secrets.put(name, value))

    def commit(self) -> None:
        self._before = None
        for change in self._on_commit:
            change()
        self._on_commit = []
        self.commits += 1

    def last(self) -> JournalEntry | None:
        return self.entries[-1] if self.entries else None

    def append(
        self,
        event: Event,
        *,
        dossier_id: UUID | None,
        officer_id: str,
        at: datetime,
        clock_source: str,
    ) -> JournalEntry:
        last = self.last()
        entry = JournalEntry(
            event_id=uuid6.uuid7(),
            station_id=self.station_id,
            sequence=last.sequence + 1 if last else 1,
            dossier_id=dossier_id,
            kind=kind_of(event),
            version=type(event).version,
            occurred_at=at,
            clock_source=clock_source,
            officer_id=officer_id,
            payload=to_payload(event),
            previous_hash=last.hash if last else GENESIS,
        )
        entry = replace(entry, hash=entry.computed_hash())
        self.entries.append(entry)
        return entry

    def take(self, agency_code: str, on: date) -> int:
        numbers = [n for r in self.ranges for n in range(r.first, r.last + 1)]
        used = self.used.get((agency_code, on), 0)
        if used >= len(numbers):
            raise NumbersSpentError(agency_code, on, len(numbers))
        self.used[agency_code, on] = used + 1
        return numbers[used]

    def server_offset(self) -> timedelta | None:
        return self.offset

    def dossier(self, dossier_id: UUID) -> Dossier:
        return fold(entry for entry in self.entries if entry.dossier_id == dossier_id)

    def project(self, dossier_id: UUID) -> Dossier:
        dossier = self.dossier(dossier_id)
        self.saved[dossier_id] = dossier
        return dossier

    def open_alike(self, procedure_code: str, party: Party, on: date) -> list[OpenDossier]:
        """Implements ``OpenAlike``."""
        return [
            OpenDossier(
                dossier_code=one.code,
                received_at=one.received_at,
                status=one.status,
                officer_name=one.officer_name,
                counter=one.counter,
            )
            for one in self.saved.values()
            if one.procedure_code == procedure_code
            and one.status.is_open
            and timedelta(0) <= on - one.received_at.date() <= WITHIN
            and is_same(one.owning_party, party)
        ]

    def recall(self, number: str) -> RememberedPerson | None:
        """As a desk does: what holds on the day of the fake clock."""
        return self.people.recall(number, MONDAY.date())

    def forget(self, number: str, reason: str) -> None:
        assert reason
        self.people.forget(number)

    def add_file(self, file: StoredFile, dossier_id: UUID) -> None:
        self.files.append((file, dossier_id))

    def queue_print(
        self, dossier_id: UUID, *, form: str, paper: str, at: datetime, reason: str | None = None
    ) -> int:
        self.reasons[len(self.jobs) + 1] = reason
        self.jobs.append((dossier_id, form, paper))
        self.states[len(self.jobs)] = (PrintState.QUEUED, None, None)
        return len(self.jobs)

    def note_print(
        self,
        job_id: int,
        state: PrintState,
        *,
        printer: str | None = None,
        error: str | None = None,
    ) -> None:
        before, where, _ = self.states.get(job_id, (None, None, None))
        if before not in COMES_AFTER[state]:
            raise PrintJobChangedError(job_id)
        self.states[job_id] = (state, printer or where, error)

    def queued_prints(self) -> Sequence[PrintJob]:
        """Give what waits, as the queries of a store do."""
        return [
            PrintJob(
                job_id=number,
                dossier_id=dossier_id,
                form=form,
                paper=paper,
                queued_at=datetime(2026, 11, 23, 9, tzinfo=VIETNAM),
                state=self.states[number][0],
                printer=self.states[number][1],
                last_error=self.states[number][2],
                reason=self.reasons.get(number),
            )
            for number, (dossier_id, form, paper) in enumerate(self.jobs, 1)
            if not self.states[number][0].is_over
        ]


class FakeCatalogue:
    """Every pack in a list, the newest last."""

    def __init__(self, *procedures: Procedure) -> None:
        self._imported: list[tuple[ImportedPack, dict[str, Procedure | None]]] = []
        self._parts: list[tuple[ImportedPack, CatalogueParts]] = []
        first = Pack(
            name="test",
            version="1",
            issued_on=None,
            status=PackStatus.SAMPLE,
            procedures=procedures,
        )
        self.import_pack(first, at=datetime(2026, 11, 1, tzinfo=VIETNAM))

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        origin = origin or PackOrigin()
        known = ImportedPack(
            name=pack.name,
            version=pack.version,
            status=pack.status,
            issued_on=pack.issued_on,
            effective_from=pack.effective_from,
            effective_to=pack.effective_to,
            base=pack.base,
            sha256=origin.sha256,
            signed_by=origin.signed_by,
            imported_by=origin.imported_by,
            imported_at=at,
            admission=origin.admission,
        )
        has: dict[str, Procedure | None] = dict.fromkeys(sorted(withdrawn))
        has |= {procedure.code: procedure for procedure in pack.procedures}
        self._imported.append((known, has))
        self._parts.append((known, pack.parts))

    def packs(self) -> Sequence[ImportedPack]:
        return [pack for pack, _ in self._imported]

    def labels(self, on: date) -> Sequence[str]:
        return [pack.label for pack, _ in self._imported if pack.holds_on(on)]

    def pack(self, label: str) -> ImportedPack | None:
        return next((pack for pack, _ in reversed(self._imported) if pack.label == label), None)

    def codes_of(self, name: str) -> Collection[str]:
        newest = {code: pack.name for pack, has in self._imported for code in has}
        there = {code: procedure for _, has in self._imported for code, procedure in has.items()}
        return {code for code, of in newest.items() if of == name and there[code] is not None}

    def procedures(self, on: date) -> Sequence[Procedure]:
        codes = dict.fromkeys(code for _, has in self._imported for code in has)
        found = [self.procedure(code, on) for code in codes]
        return [each[0] for each in found if each is not None]

    def procedure(self, code: str, on: date) -> tuple[Procedure, str] | None:
        for pack, has in reversed(self._imported):
            if code in has and pack.holds_on(on):
                procedure = has[code]
                return None if procedure is None else (procedure, pack.label)
        return None

    def procedure_of(self, code: str, pack: str) -> Procedure | None:
        return next(
            (has.get(code) for known, has in reversed(self._imported) if known.label == pack), None
        )

    def parts(self, on: date) -> CatalogueParts:
        lists = [parts.given for pack, parts in self._parts if pack.holds_on(on)]
        return CatalogueParts(**{kind: rows for given in lists for kind, rows in given.items()})

    def local_codes(self, on: date) -> Mapping[str, date]:
        found = {}
        for procedure in self.procedures(on):
            newest = next(
                pack
                for pack, has in reversed(self._imported)
                if procedure.code in has and pack.holds_on(on)
            )
            if newest.status is PackStatus.LOCAL and newest.effective_to is not None:
                found[procedure.code] = newest.effective_to
        return found

    def version(self) -> str:
        return str(len(self._imported))


class FakeSecrets:
    """Small secrets in a dict."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        return self.kept.get(name)

    def put(self, name: str, value: Any) -> None:
        self.kept[name] = value


class FakeVault:
    """Files in a dict."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        self.contents[digest] = content
        return digest

    def get(self, digest: str) -> bytes:
        return self.contents[digest]

    def forget(self, names: Collection[str]) -> None:
        for name in names:
            self.contents.pop(name, None)


class FakeDocuments:
    """Every path is a one-page PDF whose content is its name."""

    def read(self, path: Path) -> IncomingFile:
        return self.open(path.name.encode())

    def open(self, content: bytes) -> IncomingFile:
        return IncomingFile(content=content, media_type="application/pdf", pages=1)
