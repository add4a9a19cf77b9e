"""What the use cases need of the store. One transaction per act; leaving early changes nothing."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from station.catalogue.pack import Pack
from station.domain.clock_guard import Contact
from station.domain.dossier import Dossier, DossierStatus, StoredFile
from station.domain.dossier_filter import DossiersWanted
from station.domain.events import Event
from station.domain.history import Step
from station.domain.journal import JournalEntry
from station.domain.ratings import Satisfaction
from station.domain.spool import PrintState
from station.ports.approvals import Approvals
from station.ports.care import StoreCare
from station.ports.catalogue import CatalogueStore, PackOrigin
from station.ports.day_counts import EndedCount, PromisedCount
from station.ports.draft_files import DraftFiles
from station.ports.drafts import Drafts
from station.ports.log_pages import LogPages
from station.ports.officers import AccountKeys, Officer, Officers
from station.ports.outbox import Outbox
from station.ports.print_jobs import PrintJob
from station.ports.remembered_people import RememberedPeople
from station.ports.saved_filters import SavedFilters
from station.ports.secrets import Secrets
from station.ports.step_times import StepTimesKept, StepTimesRead
from station.ports.till import Till


class Journal(Protocol):
    """The append-only list of everything that happened at this station."""

    def last(self) -> JournalEntry | None:
        """Give the newest entry; None in a new store."""
        ...

    def append(
        self,
        event: Event,
        *,
        dossier_id: UUID | None,
        officer_id: str,
        at: datetime,
        clock_source: str,
    ) -> JournalEntry:
        """Add one event: gives it its id, its sequence and its place in the hash chain."""
        ...


class Numbers(Protocol):
    """The station's standing share of the agency's daily dossier numbers."""

    def take(self, agency_code: str, on: date) -> int:
        """Take the next number of that day; it is used once this transaction commits.

        Raises:
            NumbersSpentError: every range of this station is used up for that day.
        """
        ...


class UnitOfWork(AbstractContextManager["UnitOfWork"], Protocol):
    """One write transaction. It holds the store's write lock from ``__enter__`` on.

    Raises on enter:
        StoreBusyError: another program kept the store locked for too long.
    """

    @property
    def journal(self) -> Journal: ...
    @property
    def numbers(self) -> Numbers: ...
    @property
    def till(self) -> Till: ...
    @property
    def approvals(self) -> Approvals: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def draft_files(self) -> DraftFiles: ...
    @property
    def remembered(self) -> RememberedPeople: ...
    @property
    def step_times(self) -> StepTimesKept: ...
    @property
    def saved_filters(self) -> SavedFilters: ...

    def contact(self) -> Contact | None:
        """Give the last contact with the province; None before the first."""
        ...

    def dossier(self, dossier_id: UUID) -> Dossier:
        """Fold the dossier from what this transaction holds.

        Raises:
            BrokenHistoryError: there is none, or the facts contradict one another.
        """
        ...

    def project(self, dossier_id: UUID) -> Dossier:
        """Fold the dossier from what this transaction holds and write its projection, which
        every list and search reads.

        Raises:
            BrokenHistoryError: the facts contradict one another.
        """
        ...

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        """Put a catalogue pack in force; as ``CatalogueStore.import_pack``."""
        ...

    def keep_officer(self, officer: Officer) -> None:
        """Write an account down, new or in place of what was known of it."""
        ...

    def keep_secret(self, name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Store a small secret; as ``Secrets.put``."""
        ...

    def add_file(self, file: StoredFile, dossier_id: UUID) -> None:
        """Note a page file (already in the vault) as part of a dossier, to be sent."""
        ...

    def queue_print(
        self, dossier_id: UUID, *, form: str, paper: str, at: datetime, reason: str | None = None
    ) -> int:
        """Queue a paper and give the number of the job."""
        ...

    def note_print(
        self,
        job_id: int,
        state: PrintState,
        *,
        printer: str | None = None,
        error: str | None = None,
    ) -> None:
        """Note what became of a paper.

        Args:
            printer: where it is sent; None: as before.
            error: the code of what stopped it.

        Raises:
            PrintJobChangedError: it is in no state that this one follows.
        """
        ...

    def commit(self) -> None:
        """Make everything durable: it is on the disk when this returns.

        Raises:
            DiskFullError: there is no room; nothing of this act was saved.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """One line of a list. ``party_number`` is masked already."""

    dossier_id: UUID
    dossier_code: str
    owner_name: str
    submitter_name: str
    party_number: str | None
    procedure_code: str
    procedure_name: str
    handling_agency: str
    channel: str
    received_at: datetime
    due_at: datetime | None
    """None while no time runs for it."""
    status: DossierStatus
    fees_total_vnd: int
    documents_handed_in: int
    documents_wanted: int
    pages: int
    counter: int
    officer_id: str
    officer_name: str
    awaits_hand_over: bool = False
    result_at_counter: bool = False
    shelf: str | None = None
    supplements: int = 0
    """How many supplement requests there were."""
    dossier_version: int = 1
    result_issued_at: datetime | None = None
    twin_code: str | None = None
    """Of what another counter received of the same person, while nobody has decided about it."""
    """When the agency ended its work."""
    delivery: str
    """``waiting``, ``sent`` or ``refused``: how far the province knows of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterValues:
    """Of which counters and of which fields of law there are dossiers."""

    counters: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()


class DossierQueries(Protocol):
    """Reads for screens and reports, straight from the projection."""

    def find(self, dossier_code: str) -> UUID | None:
        """Give the dossier with this code; None when this station has none."""
        ...

    def dossier(self, dossier_id: UUID) -> Dossier:
        """Fold one dossier from its journal entries."""
        ...

    def history(self, dossier_id: UUID) -> Sequence[JournalEntry]:
        """Give every entry of one dossier in the order of the journal."""
        ...

    def steps(self, dossier_id: UUID) -> Sequence[Step]:
        """Give the dossier after each fact, the province's news included, oldest first."""
        ...

    def office_entries(self, kind: str) -> Sequence[JournalEntry]:
        """Give every entry of one kind that belongs to no dossier, oldest first."""
        ...

    def newest(
        self,
        *,
        on: date | None = None,
        counter: int | None = None,
        undelivered: bool = False,
        limit: int = 500,
    ) -> Sequence[DossierRow]:
        """Give the dossiers received (on one day), newest first.

        Args:
            undelivered: only those of which the province lacks something, or refused something.
        """
        ...

    def filtered(self, wanted: DossiersWanted, *, limit: int = 500) -> Sequence[DossierRow]:
        """Give the dossiers that a filter asks for: newest first, or with a promise that narrows
        it the earliest promise first."""
        ...

    def count_filtered(self, wanted: DossiersWanted, *, most: int) -> int:
        """Count what a filter asks for; from ``most`` on nobody counts further."""
        ...

    def filter_values(self) -> FilterValues:
        """Give what dossiers can be narrowed by, as far as there are any."""
        ...

    def received_between(
        self, first: date, last: date, *, counter: int | None = None
    ) -> Sequence[DossierRow]:
        """Give all dossiers of these days, both included, in the order they were received."""
        ...

    def awaiting_hand_over(self) -> Sequence[DossierRow]:
        """Give the dossiers whose folders wait at this office, in the order they were received."""
        ...

    def promised_before(self, moment: datetime) -> Sequence[DossierRow]:
        """Give the dossiers that somebody works on and whose result is promised before then,
        the earliest promise first."""
        ...

    def to_collect(self) -> Sequence[DossierRow]:
        """Give the dossiers with a result that nobody has collected yet, the longest first, and
        those that are answered at once: received, and waiting for no hand-over."""
        ...

    def to_supplement(self) -> Sequence[DossierRow]:
        """Give the dossiers that wait for papers of the citizen, the longest first."""
        ...

    def with_twins(self) -> Sequence[DossierRow]:
        """Give the dossiers with a twin at another counter that nobody has decided about."""
        ...

    def with_copies(self) -> Sequence[UUID]:
        """Give the dossiers with digitised copies to sign or to stamp, the oldest first."""
        ...

    def count_copies(self) -> tuple[int, int]:
        """Count the copies that wait for a signature, and the signed ones for a time stamp."""
        ...

    def count_promised(self, first: datetime, before: datetime) -> Sequence[PromisedCount]:
        """Count the dossiers that somebody works on by the moment for which each is promised."""
        ...

    def count_ended(self, first: date, last: date) -> Sequence[EndedCount]:
        """Count by agency what had a promise and was ended on these days, both included; who ended
        most first."""
        ...

    def ratings_between(self, first: date, last: date) -> Mapping[Satisfaction, int]:
        """Give how often citizens gave each answer on these days, both included; whose dossiers
        and which officers they spoke of is not asked."""
        ...

    def search(self, text: str, *, limit: int = 50) -> Sequence[DossierRow]:
        """Find by code or its last digits, name without accents, number, phone; best first."""
        ...

    def codes_of(self, dossier_ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Give the codes of these dossiers; one that is not here is left out."""
        ...

    def open_under(
        self,
        procedure_code: str,
        *,
        number: str | None,
        name: str,
        born_on: date | None,
        since: date,
        limit: int,
    ) -> Sequence[UUID]:
        """Give the open dossiers under a procedure, received since a day, that have this number
        (of an identity document, a tax code), or every word of the name with this day of birth;
        newest first."""
        ...

    def queued_prints(self) -> Sequence[PrintJob]:
        """Give the papers that are not over yet, oldest first; the doubtful ones too."""
        ...

    def numbers_left(self, agency_code: str, on: date) -> tuple[int, int]:
        """Give how many numbers of that day are left, and how many there are."""
        ...

    def last_entry(self) -> JournalEntry | None: ...


class PageVault(Protocol):
    """Encrypted files on the disk, named by the SHA-256 of what is in them."""

    def put(self, content: bytes) -> str:
        """Store the bytes and give their SHA-256; they are on the disk when this returns.

        Raises:
            DiskFullError: there is no room; nothing was stored.
        """
        ...

    def get(self, sha256: str) -> bytes:
        """Give the bytes back.

        Raises:
            PageDamagedError: the file is missing or was changed.
        """
        ...

    def free(self) -> int:
        """Give how many bytes are left on its disk."""
        ...

    def forget(self, names: Collection[str]) -> None:
        """Remove contents that nothing mentions any more; not those put in the last seconds."""
        ...


class Store(Protocol):
    """One open home: everything the use cases keep."""

    @property
    def queries(self) -> DossierQueries: ...
    @property
    def catalogue(self) -> CatalogueStore: ...
    @property
    def vault(self) -> PageVault: ...
    @property
    def care(self) -> StoreCare: ...
    @property
    def secrets(self) -> Secrets: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def till(self) -> Till: ...
    @property
    def approvals(self) -> Approvals: ...
    @property
    def log_pages(self) -> LogPages: ...
    @property
    def step_times(self) -> StepTimesRead: ...
    @property
    def officers(self) -> Officers: ...
    @property
    def account_keys(self) -> AccountKeys: ...

    def one_state(self) -> AbstractContextManager[None]:
        """Let all that this thread reads inside come from one state of the store.

        What is written inside is not seen by these reads.
        """
        ...

    def claim_printer(self, name: str) -> AbstractContextManager[bool]:
        """Have a printer for oneself among all programs of this home; the system gives it back
        when a program dies.

        Gives False when another program has kept it for too long.
        """
        ...

    def unit_of_work(self) -> UnitOfWork:
        """Begin to describe one write transaction; it starts on ``with``."""
        ...

    def close(self) -> None:
        """Give the files back to the system."""
        ...
