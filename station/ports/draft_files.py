"""Scanned pages and brought files of drafts: their bytes in the vault, their facts in the store.

A page is in both before anybody sees it; what the officer makes of the pages is kept beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID


class FileRole(StrEnum):
    """What a file is to its draft."""

    PAGE = "page"
    """One scanned page as it came: it waits at the scan desk."""
    FILE = "file"
    """A whole file for one row of the checklist, brought or made of pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFile:
    """One file of a draft. Its content is in the vault under ``sha256``."""

    draft_id: UUID
    file_id: UUID
    role: FileRole
    sha256: str
    size: int
    media_type: str
    pages: int
    source: str
    """The scanner that it came from, or what the file was called."""
    arrived_at: datetime
    clean: str | None = None
    """SHA-256 of the cleaned page in the vault; None while it is not clean yet."""
    findings: dict[str, Any] | None = None
    """What was found out about it: by the pipeline about a page, about a file's signatures."""


class DraftFiles(Protocol):
    """The files of drafts, within one transaction."""

    def add(self, file: DraftFile) -> None:
        """Note a file whose bytes are in the vault already, behind the others of its draft."""
        ...

    def of(self, draft_id: UUID, role: FileRole | None = None) -> Sequence[DraftFile]:
        """Give the files of a draft in the order in which they came."""
        ...

    def note_clean(self, file_id: UUID, clean: str, findings: dict[str, Any]) -> None:
        """Note what the pipeline made of a page, whose bytes are in the vault already."""
        ...

    def drop(self, draft_id: UUID, file_ids: Sequence[UUID] | None = None) -> Sequence[str]:
        """Forget some files of a draft, or with None all of them and its session.

        Returns:
            The SHA-256 of the contents that nothing in the store mentions any more.
        """
        ...

    def drop_left(self, before: datetime) -> Sequence[str]:
        """Forget the files of drafts that are gone and that came before; as ``drop``."""
        ...

    def keep_session(self, draft_id: UUID, body: dict[str, Any], at: datetime) -> None:
        """Keep what the officer made of the pages, in place of what was kept before."""
        ...

    def session(self, draft_id: UUID) -> dict[str, Any] | None:
        """Give what was kept; None where nothing was."""
        ...
