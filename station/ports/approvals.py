"""What is known of acts that were left for a second person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from station.domain.events import ApprovalAsked, ApprovalGiven, ApprovalRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedApproval:
    """An act that was left, and by whom."""

    at: datetime
    officer_id: str
    dossier_id: UUID | None
    asked: ApprovalAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredApproval:
    """What became of it."""

    request: AskedApproval
    at: datetime
    officer_id: str
    answer: ApprovalGiven | ApprovalRefused


class Approvals(Protocol):
    """The acts that were left for a second person."""

    def waiting(self) -> Sequence[AskedApproval]:
        """Give what nobody has answered yet, the longest first."""
        ...

    def answered(self, limit: int) -> Sequence[AnsweredApproval]:
        """Give what was answered last, the newest first."""
        ...

    def waiting_one(self, request_id: UUID) -> AskedApproval | None:
        """Give one that waits; None: there is none, or it was answered."""
        ...
