"""A unit of work in memory. Passes the contract class of its port."""

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Self
from uuid import UUID

import uuid6

from station.catalogue.pack import Pack
from station.domain.clock_guard import Contact
from station.domain.dossier import Dossier, StoredFile
from station.domain.events import Event, kind_of, to_payload
from station.domain.history import fold
from station.domain.journal import GENESIS, VIETNAM, JournalEntry
from station.domain.numbers import NumberRange, NumbersSpentError
from station.domain.person import Party
from station.domain.spool import COMES_AFTER, PrintState
from station.ports.catalogue import PackOrigin
from station.ports.officers import Officer
from station.ports.print_jobs import PrintJob, PrintJobChangedError
from station.ports.remembered_people import RememberedPerson
from station.usecases.duplicates import WITHIN, OpenDossier, is_same
from tests.fake_approvals import FakeApprovals
from tests.fake_till import FakeTill
from tests.fakes import (
    MONDAY,
    FakeCatalogue,
    FakeDraftFiles,
    FakeDrafts,
    FakeRememberedPeople,
    FakeSavedFilters,
    FakeSecrets,
    FakeStepTimes,
)


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
        self.step_times = FakeStepTimes()
        self.saved_filters = FakeSavedFilters()
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
    def approvals(self) -> FakeApprovals:
        return FakeApprovals(lambda: self.entries)

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
            FakeDrafts(self.kept.rows, self.kept.marks),
            FakeRememberedPeople(self.people.rows),
            self.brought.copy(),
            FakeStepTimes(self.step_times.rows),
            FakeSavedFilters(self.saved_filters.rows),
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            self.entries, self.used, self.saved, self.files, self.jobs, self.states = self._before[
                :6
            ]
            self.kept, self.people, self.brought, self.step_times = self._before[6:10]
            self.saved_filters = self._before[10]
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

    def contact(self) -> Contact | None:
        return None if self.offset is None else Contact(MONDAY, self.offset)

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
                procedure_name=one.procedure_name,
                papers=tuple(row.name for row in one.documents if row.handed_in),
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
