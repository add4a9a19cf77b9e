"""What checks and repairs of a whole store find."""

from dataclasses import dataclass
from typing import Protocol

from station.errors import StationError


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """What a walk through the whole journal, and the whole database file, found."""

    entries: int
    """How many entries hold, from the first one on."""
    first: str | None
    last: str | None
    """When the first and the last entry that hold happened (ISO 8601)."""
    ok: bool
    first_bad: int | None
    """The sequence of the first entry that was changed, is missing, or cannot be read."""
    damaged_pages: tuple[int, ...] = ()
    """Pages of the database file that were changed, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreReport:
    """What ``store check`` found. Each problem has its words under its code."""

    ok: bool
    dossiers: int
    entries: int
    files: int
    problems: tuple[StationError, ...]
    orphan_files: int = 0
    """Files that no dossier mentions, of acts that were cut off; no problem."""


class StoreCare(Protocol):
    """Checks and repairs of the whole store."""

    def audit(self) -> AuditReport:
        """Walk the hash chain from the first entry to the last, through every database page."""
        ...

    def check(self) -> StoreReport:
        """Compare journal, projection, numbers and page files with one another."""
        ...

    def rebuild(self) -> int:
        """Make the projection anew from the journal and give the number of dossiers."""
        ...
