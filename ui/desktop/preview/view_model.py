"""What the print preview shows: the pages as they will fall. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """One printer. ``problem`` is a short sentence; None means ready."""

    name: str
    label: str
    simulated: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """One size in which the paper can be made: key and words, as ``("a5", "A5")``."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One paper before printing. ``pages`` are PNG files drawn from the very PDF."""

    title: str
    code: str
    pages: tuple[bytes, ...]
    count: int = 0
    """How many pages it has; ``pages`` are some of them."""
    first: int = 0
    """Which one the first of ``pages`` is, from 0."""
    is_file: bool = False
    """Somebody brought it: it is looked at, and not only before it is printed."""
    printers: tuple[PrinterChoice, ...]
    printer: str
    papers: tuple[PaperChoice, ...]
    """Sheets to choose from; none where the paper has one form."""
    paper: str
    forms: tuple[PaperChoice, ...] = ()
    """The papers of the same dossier, this one among them; none where it stands alone."""
    form: str = ""
    times_printed: int | None = 0
    """None where nobody counts. A second print says "bản in lại" on the paper itself."""


class PreviewView(Protocol):
    """What a presenter may ask of the preview page."""

    def show_preview(self, preview: Preview) -> None: ...

    def show_busy(self, busy: bool) -> None:
        """The paper is being drawn or sent to the printer."""
        ...

    def show_outcome(self, words: str, *, good: bool) -> None:
        """Say what came of printing or saving."""
        ...
