"""What the hand-over page shows: agencies, their folders, and the lists sealed before. No Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency for which folders wait."""

    name: str
    ticked: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLine:
    """One folder for the chosen agency."""

    code: str
    owner_name: str
    procedure_name: str
    pages: int
    leave_by: str
    leave_tone: Tone | None
    ticked: bool
    remark: str
    """When it was ticked, why it stays, or that it still has to be dealt with."""
    remark_tone: Tone | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLine:
    """A list that can be seen and printed again."""

    number: str
    agency: str
    folders: int
    at: str
    """The hour of a list of today, the day of an older one."""
    signed: bool = False
    """Its copy came back with the receiver's signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOffered:
    """A sealed list that is to be ticked off: its folders by code and owner."""

    number: str
    agency: str
    folders: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverSheet:
    """The whole page."""

    agencies: tuple[AgencyLine, ...]
    agency: str
    """The chosen one; empty when no folder waits."""
    folders: tuple[FolderLine, ...]
    sealed: tuple[SealedLine, ...]
    ready: bool
    fact: str
    consequence: str
    tone: Tone
    due_today: int
    """How many folders of all agencies must leave today."""


class HandOverView(Protocol):
    """What a presenter may ask of the page."""

    def show_sheet(self, sheet: HandOverSheet) -> None: ...

    def show_row(self, row: int) -> None:
        """Make this folder the current one."""
        ...

    def show_scan(self, sentence: str, tone: Tone) -> None:
        """Say what came of the last scan; an empty sentence takes it back."""
        ...

    def show_problem(self, sentence: str) -> None:
        """Say why something was not done; an empty sentence takes it back."""
        ...

    def show_done(self, sentence: str) -> None:
        """Say what was done just now."""
        ...

    def show_busy(self, busy: bool) -> None: ...

    def ask_signature(self, sheet: ListOffered) -> None:
        """Ask who signed a sealed list, and what was not taken."""
        ...
