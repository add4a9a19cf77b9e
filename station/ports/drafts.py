"""Dossiers that are not received yet, kept inside the encrypted store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from station.domain.journal import VIETNAM
from station.ports.draft_files import DraftFile


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """What an officer entered so far. ``description`` is a reception as the contract has it, but
    may lack what was not entered yet."""

    draft_id: UUID
    officer_id: str
    code: str | None
    """Of the guidance sheet that opens it again; None while it is only somebody's open work."""
    procedure_code: str | None
    description: dict[str, Any]
    saved_at: datetime
    expires_on: date
    """After this day it is dropped: nobody's data is kept without end."""
    files: tuple[DraftFile, ...] = ()
    """Its pages and files, as far as they were asked for; they are kept beside it."""

    @property
    def begun_at(self) -> datetime:
        """When it was begun: its id is a UUID of version 7, which begins with the time (RFC 9562
        5.7). Drafts of version 0.1 have other ids; of them only the last save is known."""
        if self.draft_id.version != 7:
            return self.saved_at
        return datetime.fromtimestamp((self.draft_id.int >> 80) / 1000, VIETNAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """Where an officer is in the program, and what is begun beside the drafts: half a count of
    the till, a pile of folders, who stands at the results desk. Only the face that wrote
    ``description`` reads it."""

    officer_id: str
    description: dict[str, Any]
    saved_at: datetime


class Drafts(Protocol):
    """The drafts of a store, within one transaction."""

    def keep(self, draft: KeptDraft) -> None:
        """Keep it, in place of what was kept under its id."""
        ...

    def get(self, draft_id: UUID) -> KeptDraft | None: ...

    def by_code(self, code: str) -> KeptDraft | None:
        """Give the draft that a guidance sheet opens."""
        ...

    def every(self, officer_id: str | None = None) -> Sequence[KeptDraft]:
        """Give all drafts, or those of one officer, the newest first."""
        ...

    def drop(self, draft_id: UUID) -> bool:
        """Forget it; False when there is none."""
        ...

    def drop_expired(self, on: date) -> int:
        """Forget what is past its day; give how many."""
        ...

    def mark(self, bookmark: Bookmark) -> None:
        """Keep where an officer is, in place of where that officer was."""
        ...

    def bookmark(self, officer_id: str) -> Bookmark | None:
        """Give where an officer was; None where nobody knows."""
        ...

    def drop_bookmarks(self, before: datetime) -> int:
        """Forget the bookmarks that are older; give how many."""
        ...
