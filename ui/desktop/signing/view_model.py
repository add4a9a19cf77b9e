"""What the signing page shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One copy of the queue. ``ticked`` is None where it is not to be signed any more."""

    key: str
    dossier_code: str
    short_code: str
    who: str
    paper: str
    pages: int
    received: str
    state: str
    tone: Tone
    ticked: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSheet:
    """The whole page."""

    lines: tuple[CopyLine, ...] = ()
    summary: str = ""
    """How much waits, beside the title."""
    signed_with: str = ""
    """The token that signs; empty: none is set up, or none may be."""
    what: str = ""
    """What the PIN is for."""
    stamps: str = ""
    """Where time stamps come from, or what it means that there are none."""
    why_not: str = ""
    """Why nothing can be signed here; empty: it can."""
    to_sign: int = 0
    """Copies that are ticked."""
    to_stamp: int = 0
    ready: bool = False
    """Something can be signed as soon as the PIN is there."""
    may_stamp: bool = False
    running: bool = False
    share: float = 0.0
    progress: str = ""
    """What goes on; empty: the bar says which copy the officer is at."""
    consequence: str = ""
    tone: Tone = Tone.MUTE


class SigningView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: SigningSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str, tone: Tone) -> None: ...

    def ask_pin(self) -> None:
        """Forget what stands in the field, and put the cursor there."""
        ...
