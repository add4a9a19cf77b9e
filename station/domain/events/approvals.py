"""Facts of an act that waits for a second person: it was left, and confirmed or refused.

The act itself is a fact of its own, written in the same transaction in which it is confirmed; until
then nothing of it is done.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from station.domain.events.lifecycle import Corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalAsked:
    """Gửi duyệt: an officer left an act for somebody of rank, because none stood at the counter."""

    version: ClassVar[int] = 1

    request_id: UUID
    officer_name: str
    waiting_kind: str
    """What will be written once it is confirmed: kind, version and payload of that fact."""
    waiting_version: int
    waiting: dict[str, Any]
    """Without the approval, which is the one thing that is not there yet."""
    dossier_version: int = 0
    """Of the dossier that the officer saw; 0: the act concerns none."""
    before: Corrected | None = None
    """Of a correction: what it replaces, as the officer saw it."""
    seen_vnd: int = 0
    """Of a refund: what was given back of the payment by then; of a reduction: what was charged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalGiven:
    """Duyệt: the act that waited was done, with this person's word."""

    version: ClassVar[int] = 1

    request_id: UUID
    officer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRefused:
    """Không duyệt: the act that waited is not done, and why; or who left it took it back."""

    version: ClassVar[int] = 1

    request_id: UUID
    officer_name: str
    reason: str
