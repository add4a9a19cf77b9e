"""One act, one transaction: journal entry, projection, number, files and papers together."""

from datetime import datetime
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, RootTransaction, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from local_store.anchor import Head, JournalAnchor
from local_store.engine import Database
from local_store.journal import StoreJournal, known_dossier
from local_store.models import (
    DossierFileRow,
    DossierProjectionRow,
    FileRow,
    PrintJobRow,
)
from local_store.number_source import StoreNumbers
from local_store.problems import StoreBehindError
from local_store.projection import projection_of
from station.domain.dossier import Dossier, StoredFile


class StoreUnitOfWork:
    """A write transaction of the store; see ``station.ports.store.UnitOfWork``."""

    def __init__(self, database: Database, station_id: str, anchor: JournalAnchor) -> None:
        self._database = database
        self._station_id = station_id
        self._anchor = anchor
        self._connection: Connection | None = None
        self._transaction: RootTransaction | None = None

    def __enter__(self) -> Self:
        connection = self._database.write_connection()
        try:
            self._transaction = connection.begin()
            self.journal = StoreJournal(connection, self._station_id)
            self._check_nothing_vanished()
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        self.numbers = StoreNumbers(connection)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()  # rolls back what was not committed

    def _check_nothing_vanished(self) -> None:
        head, last = self._anchor.read(), self.journal.last()
        newest = last.sequence if last else 0
        if head is not None and head.sequence > newest:
            raise StoreBehindError(newest, head.sequence)

    @property
    def _open(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("a unit of work is used outside of its with block")
        return self._connection

    def project(self, dossier_id: UUID) -> Dossier:
        """Fold the dossier from what this transaction holds and write its projection."""
        return save_projection(self._open, dossier_id)

    def add_file(self, file: StoredFile, dossier_id: UUID) -> None:
        """Note a page file as part of a dossier, to be sent once."""
        self._open.execute(
            insert_or(FileRow)
            .values(
                sha256=file.sha256,
                size=file.size,
                media_type=file.media_type,
                pages=file.pages,
                state="waiting",
                failures=0,
            )
            .on_conflict_do_nothing()
        )
        self._open.execute(
            insert_or(DossierFileRow)
            .values(dossier_id=dossier_id, sha256=file.sha256)
            .on_conflict_do_nothing()
        )

    def queue_print(self, dossier_id: UUID, *, form: str, paper: str, at: datetime) -> int:
        """Queue a paper and give the number of the job."""
        return self._open.execute(
            insert(PrintJobRow)
            .values(dossier_id=dossier_id, form=form, paper=paper, queued_at=at, state="queued")
            .returning(PrintJobRow.job_id)
        ).scalar_one()

    def close_print(self, job_id: int, *, error: str | None) -> None:
        """Note that the paper came out, or why not."""
        self._open.execute(
            update(PrintJobRow)
            .where(PrintJobRow.job_id == job_id)
            .values(state="failed" if error else "printed", last_error=error)
        )

    def commit(self) -> None:
        """Make everything durable."""
        if self._transaction is None:
            raise RuntimeError("there is nothing to commit")
        self._transaction.commit()
        last = self.journal.last()
        if last is not None:
            self._anchor.advance(Head(last.sequence, last.hash))


def save_projection(connection: Connection, dossier_id: UUID) -> Dossier:
    """Make the projection of one dossier from its facts, and give the dossier."""
    facts = known_dossier(connection, dossier_id)
    row = projection_of(facts)
    known = connection.scalar(
        select(DossierProjectionRow.received_sequence).where(
            DossierProjectionRow.dossier_id == dossier_id
        )
    )
    if known is None:
        connection.execute(insert(DossierProjectionRow), row)
    else:
        connection.execute(
            update(DossierProjectionRow)
            .where(DossierProjectionRow.received_sequence == known)
            .values(row)
        )
    return facts.dossier
