"""What the page of forms shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One form, for all procedures or for one of them."""

    name: str
    procedure: str
    """Its code; empty: all."""
    own: str
    """How it differs from the built-in one; empty: not at all."""
    changes: str
    """What the opened file would change; empty: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatesSheet:
    """The whole page."""

    lines: tuple[FormLine, ...] = ()
    selected: int = 0
    opened: str = ""
    """The file that is looked at; empty: what is in force."""
    in_force: str = ""
    in_force_tone: Tone = Tone.MUTE
    head: tuple[str, ...] = ()
    logo: bytes = b""
    may_change: bool = False
    may_reset: bool = False
    fact: str = ""
    consequence: str = ""
    tone: Tone = Tone.MUTE


class TemplatesView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: TemplatesSheet) -> None: ...

    def show_pages(self, pages: tuple[bytes, ...], name: str) -> None:
        """Show a form: its pages as PNG, and what it is called."""
        ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str) -> None: ...

    def show_busy(self, busy: bool) -> None: ...
