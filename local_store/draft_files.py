"""Files of drafts inside the encrypted database; see ``station.ports.draft_files``."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, delete, func, insert, select, union, update

from local_store.draft_models import DraftFileRow, DraftRow, ScanSessionRow
from local_store.models import DossierFileRow
from local_store.upsert import upsert
from station.ports.draft_files import DraftFile, FileRole

_FILES = DraftFileRow.__table__
_KEEP_SESSION = upsert(ScanSessionRow, "draft_id")


class StoreDraftFiles:
    """The ``DraftFiles`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, file: DraftFile) -> None:
        """Note a file whose bytes are in the vault already, behind the others of its draft."""
        last = select(func.max(DraftFileRow.arrival)).where(DraftFileRow.draft_id == file.draft_id)
        self._connection.execute(
            insert(DraftFileRow),
            {
                "file_id": file.file_id,
                "draft_id": file.draft_id,
                "arrival": (self._connection.scalar(last) or 0) + 1,
                "role": file.role.value,
                "sha256": file.sha256,
                "size": file.size,
                "media_type": file.media_type,
                "pages": file.pages,
                "source": file.source,
                "arrived_at": file.arrived_at,
                "clean": file.clean,
                "findings": file.findings,
            },
        )

    def of(self, draft_id: UUID, role: FileRole | None = None) -> Sequence[DraftFile]:
        """Give the files of a draft in the order in which they came."""
        wanted = select(_FILES).where(DraftFileRow.draft_id == draft_id)
        if role is not None:
            wanted = wanted.where(DraftFileRow.role == role.value)
        rows = self._connection.execute(wanted.order_by(DraftFileRow.arrival)).mappings()
        return [_file(row) for row in rows]

    def note_clean(self, file_id: UUID, clean: str, findings: dict[str, Any]) -> None:
        """Note what the pipeline made of a page, whose bytes are in the vault already."""
        self._connection.execute(
            update(DraftFileRow).where(DraftFileRow.file_id == file_id),
            {"clean": clean, "findings": findings},
        )

    def drop(self, draft_id: UUID, file_ids: Sequence[UUID] | None = None) -> Sequence[str]:
        """Forget files of a draft; see the port."""
        condition = DraftFileRow.draft_id == draft_id
        if file_ids is not None:
            condition &= DraftFileRow.file_id.in_(file_ids)
        else:
            self._connection.execute(
                delete(ScanSessionRow).where(ScanSessionRow.draft_id == draft_id)
            )
        return self._drop(select(DraftFileRow.file_id).where(condition))

    def drop_left(self, before: datetime) -> Sequence[str]:
        """Forget the files of drafts that are gone; see the port."""
        kept = select(DraftRow.draft_id)
        old = select(DraftFileRow.file_id).where(
            DraftFileRow.draft_id.not_in(kept), DraftFileRow.arrived_at < before
        )
        gone = self._drop(old)
        self._connection.execute(
            delete(ScanSessionRow).where(
                ScanSessionRow.draft_id.not_in(kept), ScanSessionRow.saved_at < before
            )
        )
        return gone

    def keep_session(self, draft_id: UUID, body: dict[str, Any], at: datetime) -> None:
        """Keep what the officer made of the pages, in place of what was kept before."""
        self._connection.execute(
            _KEEP_SESSION, {"draft_id": draft_id, "body": body, "saved_at": at}
        )

    def session(self, draft_id: UUID) -> dict[str, Any] | None:
        """Give what was kept; None where nothing was."""
        kept = select(ScanSessionRow.body).where(ScanSessionRow.draft_id == draft_id)
        body: dict[str, Any] | None = self._connection.scalar(kept)
        return body

    def _drop(self, wanted: Select[UUID]) -> Sequence[str]:
        ids = list(self._connection.scalars(wanted))
        if not ids:
            return []
        gone = DraftFileRow.file_id.in_(ids)
        contents = self._connection.execute(
            select(DraftFileRow.sha256, DraftFileRow.clean).where(gone)
        ).all()
        self._connection.execute(delete(DraftFileRow).where(gone))
        names = {name for row in contents for name in row if name is not None}
        return sorted(names - mentioned(self._connection, names))


def mentioned(connection: Connection, names: Iterable[str] | None = None) -> set[str]:
    """Give the contents of the vault that anything in the store mentions, or which of some."""
    columns = (DossierFileRow.sha256, DraftFileRow.sha256, DraftFileRow.clean)
    wanted = None if names is None else list(names)
    found = union(
        *(
            select(column) if wanted is None else select(column).where(column.in_(wanted))
            for column in columns
        )
    )
    return {name for name in connection.scalars(found) if name is not None}


def _file(row: RowMapping) -> DraftFile:
    return DraftFile(
        draft_id=row["draft_id"],
        file_id=row["file_id"],
        role=FileRole(row["role"]),
        sha256=row["sha256"],
        size=row["size"],
        media_type=row["media_type"],
        pages=row["pages"],
        source=row["source"],
        arrived_at=row["arrived_at"],
        clean=row["clean"],
        findings=row["findings"],
    )
