"""Facts of the office that belong to no single dossier, and the papers it prints."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrinted:
    """A printer took all of one paper of this dossier."""

    version: ClassVar[int] = 1

    form: str
    paper: str
    printer: str
    simulated: bool
    reprint: int = 0
    """0 for the first good copy, n for its n-th reprint."""
    reason: str | None = None
    """Why it was printed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverSealed:
    """Danh sách bàn giao: these paper dossiers left the counter together.

    ``list_hash`` is the SHA-256 (hex) over the canonical JSON of number, agency and codes, so
    that both sides can prove what was on the list.
    """

    version: ClassVar[int] = 1

    list_number: str
    agency: str
    dossier_codes: tuple[str, ...]
    list_hash: str
    left_behind: tuple[str, ...] = ()
    """Codes that were due for this agency but stayed at the counter, each ``code: reason``."""
