"""One line of the list of drafts that are kept."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One line of the list."""

    draft_id: UUID
    officer: str
    name: str
    procedure: str
    code: str
    """Of the guidance sheet; empty for open work."""
    saved: str
    expires: str
