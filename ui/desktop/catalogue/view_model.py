"""What the catalogue page shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """One pack that was imported."""

    name: str
    version: str
    kind: str
    signed: str
    signed_tone: Tone
    holds: str
    """Since when, until when; or that another version took its place."""
    holds_tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One line of what an offered pack changes: a procedure, or one change of it."""

    mark: str
    """``+`` comes, ``−`` goes, ``~`` changes; empty for a change of the procedure above."""
    code: str
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The pack that was opened and is not in force yet."""

    label: str
    signed: str
    signed_tone: Tone
    holds: str
    counts: str
    changes: tuple[ChangeLine, ...]
    wants_reason: bool
    """Nobody signed it: an administrator says why it may hold all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSheet:
    """The whole page."""

    packs: tuple[PackLine, ...] = ()
    offer: Offer | None = None
    may_import: bool = False
    ready: bool = False
    fact: str = ""
    consequence: str = ""
    tone: Tone = Tone.INFO


class CatalogueView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: CatalogueSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str) -> None: ...

    def show_busy(self, busy: bool) -> None: ...
