"""One write transaction: journal, projection, numbers, files and papers commit together."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Integer,
    String,
    Uuid,
    bindparam,
    exists,
    insert,
    literal,
    select,
    update,
)

from local_store import projection
from local_store.accounts import keep_officer, keep_secret
from local_store.anchor import Head, JournalAnchor
from local_store.approvals import StoreApprovals
from local_store.catalogue import write_pack
from local_store.draft_files import StoreDraftFiles
from local_store.drafts import StoreDrafts
from local_store.engine import Database, commit_at_leisure
from local_store.hot import Hot
from local_store.journal import StoreJournal
from local_store.models import DossierFileRow, FileRow, PrintJobRow, SyncStateRow
from local_store.numbers import StoreNumbers
from local_store.problems import StoreBehindError
from local_store.remembered_people import StoreRememberedPeople
from local_store.saved_filters import StoreSavedFilters
from local_store.search import merge_pieces
from local_store.step_times import StoreStepTimesKept
from local_store.till import StoreTill
from station.catalogue.pack import Pack
from station.domain.clock_guard import Contact
from station.domain.dossier import Dossier, StoredFile
from station.domain.spool import COMES_AFTER, PrintState
from station.ports.catalogue import PackOrigin
from station.ports.officers import Officer
from station.ports.print_jobs import PrintJobChangedError

# A file that is known stays as it is.
_SHA256, _DOSSIER_ID = bindparam("sha256", type_=String), bindparam("dossier_id", type_=Uuid)
_ADD_FILE = Hot(
    insert(FileRow).from_select(
        ["sha256", "size", "media_type", "pages", "state", "failures"],
        select(
            _SHA256,
            bindparam("size", type_=BigInteger),
            bindparam("media_type", type_=String),
            bindparam("pages", type_=Integer),
            literal("waiting"),
            literal(0),
        ).where(~exists().where(FileRow.sha256 == _SHA256)),
    )
)
_LINK_FILE = Hot(
    insert(DossierFileRow).from_select(
        ["dossier_id", "sha256"],
        select(_DOSSIER_ID, _SHA256).where(
            ~exists().where(
                DossierFileRow.dossier_id == _DOSSIER_ID, DossierFileRow.sha256 == _SHA256
            )
        ),
    )
)
_CONTACT = Hot(
    select(SyncStateRow.last_contact_at, SyncStateRow.clock_offset_s, SyncStateRow.contact_boot_at)
)
_QUEUE = Hot(
    insert(PrintJobRow),
    "dossier_id", "form", "paper", "queued_at", "state", "reason",
)  # fmt: skip


class StoreUnitOfWork:
    """The ``UnitOfWork`` of the store. It serves one ``with``."""

    journal: StoreJournal
    numbers: StoreNumbers
    till: StoreTill
    approvals: StoreApprovals
    drafts: StoreDrafts
    draft_files: StoreDraftFiles
    remembered: StoreRememberedPeople
    step_times: StoreStepTimesKept
    saved_filters: StoreSavedFilters

    def __init__(self, database: Database, station_id: str, anchor: JournalAnchor) -> None:
        self._database = database
        self._station_id = station_id
        self._anchor = anchor
        self._awaited = True
        """A citizen waits for this transaction, so that what tidies up is left to others."""

    def __enter__(self) -> Self:
        self._connection = self._database.write_connection()
        try:
            self._transaction = self._connection.begin()
            self.journal = StoreJournal(self._connection, self._station_id)
            self.numbers = StoreNumbers(self._connection)
            self.till = StoreTill(self._connection)
            self.approvals = StoreApprovals(self._connection)
            self.drafts = StoreDrafts(self._connection)
            self.draft_files = StoreDraftFiles(self._connection)
            self.remembered = StoreRememberedPeople(self._connection)
            self.step_times = StoreStepTimesKept(self._connection)
            self.saved_filters = StoreSavedFilters(self._connection)
            self._require_whole_journal()
        except BaseException:
            self._connection.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()  # rolls back what was not committed

    def contact(self) -> Contact | None:
        """Give the last contact with the province; None before the first."""
        row = _CONTACT.first(self._connection)
        if row is None or row[1] is None:
            return None
        return Contact(row[0], timedelta(seconds=row[1]), row[2])

    def dossier(self, dossier_id: UUID) -> Dossier:
        """Fold the dossier from what this transaction holds."""
        return self.journal.known(dossier_id).dossier

    def project(self, dossier_id: UUID) -> Dossier:
        """Fold the dossier from what this transaction holds and write its projection."""
        return projection.project(self._connection, self.journal.known(dossier_id))

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        """Put a catalogue pack in force; what was received under older ones stays readable."""
        write_pack(self._connection, pack, at=at, origin=origin, withdrawn=withdrawn)

    def keep_officer(self, officer: Officer) -> None:
        """Write an account down, new or in place of what was known of it."""
        keep_officer(self._connection, officer)

    def keep_secret(self, name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Store a small secret."""
        keep_secret(self._connection, name, value)

    def add_file(self, file: StoredFile, dossier_id: UUID) -> None:
        """Note a page file as part of a dossier, to be sent."""
        values = {
            "sha256": file.sha256,
            "size": file.size,
            "media_type": file.media_type,
            "pages": file.pages,
        }
        _ADD_FILE.run(self._connection, values)
        _LINK_FILE.run(self._connection, {"dossier_id": dossier_id, "sha256": file.sha256})

    def queue_print(
        self, dossier_id: UUID, *, form: str, paper: str, at: datetime, reason: str | None = None
    ) -> int:
        """Queue a paper and give the number of the job."""
        queued = {
            "dossier_id": dossier_id,
            "form": form,
            "paper": paper,
            "queued_at": at,
            "state": "queued",
            "reason": reason,
        }
        return _QUEUE.added(self._connection, queued)

    def note_print(
        self,
        job_id: int,
        state: PrintState,
        *,
        printer: str | None = None,
        error: str | None = None,
    ) -> None:
        """Note what became of a paper.

        Raises:
            PrintJobChangedError: it is in no state that this one follows.
        """
        before = [one.value for one in COMES_AFTER[state]]
        job = update(PrintJobRow).where(PrintJobRow.job_id == job_id, PrintJobRow.state.in_(before))
        values = {"state": state.value, "last_error": error}
        if printer is not None:
            values["printer"] = printer
        if self._connection.execute(job.values(values)).rowcount == 0:
            raise PrintJobChangedError(job_id)
        if state.is_over:
            merge_pieces(self._connection)
            self._awaited = False

    def commit(self) -> None:
        """Make everything durable: it is on the disk when this returns."""
        if self._awaited:
            self._transaction.commit()
        else:
            commit_at_leisure(self._connection)
        last = self.journal.last()
        if last is not None:
            self._anchor.advance(Head(last.sequence, last.hash))

    def _require_whole_journal(self) -> None:
        known, last = self._anchor.read(), self.journal.last()
        newest = last.sequence if last else 0
        if known is None or known.sequence < newest:
            return
        if known.sequence > newest or (last is not None and known.hash != last.hash):
            raise StoreBehindError(newest, known.sequence)
