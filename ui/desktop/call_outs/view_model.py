"""What a call says. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True)
class CallOut:
    """One call: the sentence of the list page, and in a few words that of the status bar."""

    sentence: str = ""
    tone: Tone = Tone.WARN
    short: str = ""
    """Empty: nothing must leave; an apology alone is no matter of the status bar."""
    folders: int = 0
    """How many the hand-over page can settle."""


class CallOutView(Protocol):
    """Where a call is seen whole."""

    def show_call_out(self, call: CallOut) -> None:
        """An empty sentence takes it back."""
        ...
