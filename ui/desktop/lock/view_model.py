"""What the lock page shows: no dossier, no citizen. Free of Qt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class LockState:
    """Who locked the station, and that nothing is lost."""

    now: datetime
    officer_name: str
    counter: int
    locked_at: datetime
    unit: str | None = None
    open_drafts: int = 0
    waiting: int = 0


class LockView(Protocol):
    """What a presenter may ask of the lock page."""

    def show_state(self, state: LockState) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def show_problem(self, words: str, tries_left: int | None = None) -> None:
        """Say inside the field why it stays locked."""
        ...

    def clear(self) -> None: ...
