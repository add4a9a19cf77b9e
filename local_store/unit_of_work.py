"""One write transaction: journal, projection, numbers, files and papers commit together."""

from datetime import datetime
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import insert, select, update

from local_store import projection
from local_store.anchor import Head, JournalAnchor
from local_store.engine import Database
from local_store.journal import StoreJournal
from local_store.models import DossierFileRow, FileRow, PrintJobRow
from local_store.numbers import StoreNumbers
from local_store.problems import StoreBehindError
from station.domain.dossier import Dossier, StoredFile


class StoreUnitOfWork:
    """The ``UnitOfWork`` of the store. It serves one ``with``."""

    journal: StoreJournal
    numbers: StoreNumbers

    def __init__(self, database: Database, station_id: str, anchor: JournalAnchor) -> None:
        self._database = database
        self._station_id = station_id
        self._anchor = anchor

    def __enter__(self) -> Self:
        self._connection = self._database.write_connection()
        try:
            self._transaction = self._connection.begin()
            self.journal = StoreJournal(self._connection, self._station_id)
            self.numbers = StoreNumbers(self._connection)
            self._require_whole_journal()
        except BaseException:
            self._connection.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()  # rolls back what was not committed

    def project(self, dossier_id: UUID) -> Dossier:
        """Fold the dossier from what this transaction holds and write its projection."""
        return projection.project(self._connection, dossier_id)

    def add_file(self, file: StoredFile, dossier_id: UUID) -> None:
        """Note a page file as part of a dossier, to be sent."""
        known = self._connection.scalar(select(FileRow.sha256).where(FileRow.sha256 == file.sha256))
        if known is None:
            self._connection.execute(
                insert(FileRow),
                {
                    "sha256": file.sha256,
                    "size": file.size,
                    "media_type": file.media_type,
                    "pages": file.pages,
                    "state": "waiting",
                    "failures": 0,
                },
            )
        link = {"dossier_id": dossier_id, "sha256": file.sha256}
        linked = self._connection.scalar(select(DossierFileRow.sha256).filter_by(**link))
        if linked is None:
            self._connection.execute(insert(DossierFileRow), link)

    def queue_print(self, dossier_id: UUID, *, form: str, paper: str, at: datetime) -> int:
        """Queue a paper and give the number of the job."""
        queued = insert(PrintJobRow).values(
            dossier_id=dossier_id, form=form, paper=paper, queued_at=at, state="queued"
        )
        return self._connection.execute(queued.returning(PrintJobRow.job_id)).scalar_one()

    def close_print(self, job_id: int, *, error: str | None) -> None:
        """Note that the paper came out, or the code of the error that stopped it."""
        self._connection.execute(
            update(PrintJobRow).where(PrintJobRow.job_id == job_id),
            {"state": "failed" if error else "printed", "last_error": error},
        )

    def commit(self) -> None:
        """Make everything durable: it is on the disk when this returns."""
        self._transaction.commit()
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
