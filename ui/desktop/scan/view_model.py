"""What the scan desk shows and what may be asked of it. Free of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from ui.desktop.keys import Act
from ui.desktop.kit.tone import Tone

Box = tuple[float, float, float, float]
"""Left, top, width, height as shares of the page as it is seen."""


class Profile(StrEnum):
    """In which colours pages are kept; the values are those of the pipeline."""

    COLOR = "color"
    GRAY = "gray"
    MONO = "mono"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """One paper of the checklist. ``digit`` is the key that puts pages there; empty from 10 on."""

    key: str
    digit: str
    name: str
    mandatory: bool
    pages: int
    documents: int
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """One page of the grid. ``picture`` is a small JPEG, None while it is drawn."""

    number: int
    place: str
    """What it belongs to; empty: nobody said yet."""
    picture: bytes | None
    defect: str = ""
    """What is wrong with it, in a word."""
    spoken: str = ""
    starts: bool = False
    """Another document begins with it."""
    waiting: bool = False
    """It is being cleaned."""
    two_sides: bool = False
    """Both sides of a card, on one sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeView:
    """The page that is seen large. ``marks`` show where something is wrong."""

    picture: bytes | None
    page: UUID | None = None
    """Whose picture it is: one page is drawn as it came first, and again once it is clean."""
    marks: tuple[Box, ...] = ()
    problem: str = ""
    """The page cannot be drawn, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanState:
    """How a run is: ``running``, and in words how quick and how much is on the disk."""

    running: bool = False
    words: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanSheet:
    """The whole page."""

    draft: str = ""
    """Which draft it is."""
    subject: str
    """Whose draft it is, and under which procedure."""
    rows: tuple[RowLine, ...]
    pages: tuple[PageCell, ...]
    current: int
    """The place of the current page in ``pages``; -1: there is none."""
    title: str
    """Of the large view: ``Trang 3 / 8``."""
    defects: str
    """Of the current page, for the chip of its zone."""
    remarks: str
    """What is said of it that nobody has to act on."""
    says_purpose: bool | None
    """The copy says what it is for; None: it is none of two sides."""
    basket_open: bool
    """The grid shows the basket."""
    unassigned: int
    basket: int
    size: str
    fact: str
    consequence: str
    tone: Tone
    may_return: bool
    """Everything is where it belongs: the next useful act is to go back."""
    running: bool = False
    stopped: bool = False
    """A pile stopped half-way: F7 goes on with it."""
    next_tile: bool = False
    """A page is on its way."""


class ScanView(Protocol):
    """What the presenter may ask of the page."""

    def show_sheet(self, sheet: ScanSheet) -> None: ...

    def show_sources(self, sources: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer scanners: name, and words."""
        ...

    def show_profile(self, profile: Profile) -> None: ...

    def show_large(self, large: LargeView) -> None: ...

    def show_run(self, state: ScanState) -> None: ...

    def show_banner(self, sentence: str, tone: Tone, offers: tuple[Act, ...] = ()) -> None:
        """Say one thing above the large page, with what can be done about it; an empty sentence
        says nothing."""
        ...
