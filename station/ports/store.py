"""What the use cases need of the store. One transaction per act; leaving early changes nothing."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from station.catalogue.pack import Pack
from station.domain.clock_guard import Contact
from station.domain.dossier import Dossier, StoredFile
from station.domain.events import Event
from station.domain.journal import JournalEntry
from station.domain.spool import PrintState
from station.ports.approvals import Approvals
from station.ports.care import StoreCare
from station.ports.catalogue import CatalogueStore, PackOrigin
from station.ports.dossier_queries import DossierQueries
from station.ports.draft_files import DraftFiles
from station.ports.drafts import Drafts
from station.ports.log_pages import LogPages
from station.ports.officers import AccountKeys, Officer, Officers
from station.ports.outbox import Outbox
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
