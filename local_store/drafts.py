"""Drafts inside the encrypted database; see ``station.ports.drafts``."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, select

from local_store.draft_models import BookmarkRow, DraftRow
from local_store.upsert import upsert
from station.ports.drafts import Bookmark, KeptDraft

_ALL = select(DraftRow.__table__).order_by(DraftRow.saved_at.desc(), DraftRow.draft_id)
_KEEP = upsert(DraftRow, "draft_id")
_MARK = upsert(BookmarkRow, "officer_id")


class StoreDrafts:
    """The ``Drafts`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, draft: KeptDraft) -> None:
        """Keep it, in place of what was kept under its id."""
        self._connection.execute(
            _KEEP,
            {
                "draft_id": draft.draft_id,
                "officer_id": draft.officer_id,
                "code": draft.code,
                "procedure_code": draft.procedure_code,
                "body": draft.description,
                "saved_at": draft.saved_at,
                "expires_on": draft.expires_on,
            },
        )

    def get(self, draft_id: UUID) -> KeptDraft | None:
        return self._one(DraftRow.draft_id == draft_id)

    def by_code(self, code: str) -> KeptDraft | None:
        """Give the draft that a guidance sheet opens."""
        return self._one(DraftRow.code == code)

    def every(self, officer_id: str | None = None) -> Sequence[KeptDraft]:
        """Give all drafts, or those of one officer, the newest first."""
        wanted = _ALL if officer_id is None else _ALL.where(DraftRow.officer_id == officer_id)
        return [_kept(row) for row in self._connection.execute(wanted).mappings()]

    def drop(self, draft_id: UUID) -> bool:
        """Forget it; False when there is none."""
        gone = self._connection.execute(delete(DraftRow).where(DraftRow.draft_id == draft_id))
        return gone.rowcount > 0

    def drop_expired(self, on: date) -> int:
        """Forget what is past its day; give how many."""
        return self._connection.execute(delete(DraftRow).where(DraftRow.expires_on < on)).rowcount

    def mark(self, bookmark: Bookmark) -> None:
        """Keep where an officer is, in place of where that officer was."""
        self._connection.execute(
            _MARK,
            {
                "officer_id": bookmark.officer_id,
                "body": bookmark.description,
                "saved_at": bookmark.saved_at,
            },
        )

    def bookmark(self, officer_id: str) -> Bookmark | None:
        """Give where an officer was; None where nobody knows."""
        found = self._connection.execute(
            select(BookmarkRow.__table__).where(BookmarkRow.officer_id == officer_id)
        ).mappings()
        row = found.first()
        if row is None:
            return None
        return Bookmark(
            officer_id=row["officer_id"], description=row["body"], saved_at=row["saved_at"]
        )

    def drop_bookmarks(self, before: datetime) -> int:
        """Forget the bookmarks that are older; give how many."""
        old = BookmarkRow.saved_at < before
        return self._connection.execute(delete(BookmarkRow).where(old)).rowcount

    def _one(self, condition: ColumnElement[bool]) -> KeptDraft | None:
        found = self._connection.execute(_ALL.where(condition)).mappings().first()
        return None if found is None else _kept(found)


def _kept(row: RowMapping) -> KeptDraft:
    return KeptDraft(
        draft_id=row["draft_id"],
        officer_id=row["officer_id"],
        code=row["code"],
        procedure_code=row["procedure_code"],
        description=row["body"],
        saved_at=row["saved_at"],
        expires_on=row["expires_on"],
    )
