"""What is shown of a code that leads to no page of its own. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from station.domain.reader_test import ReaderVerdict
from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """What a code is, and what to do. ``text`` can be copied; it is shown as plain text only."""

    title: str
    sentence: str
    tone: Tone
    text: str = ""


class CodeView(Protocol):
    """A panel above whatever page is open; the focus stays where it is."""

    def show_notice(self, notice: Notice) -> None: ...

    def show_verdict(
        self,
        verdict: ReaderVerdict,
        reader: str,
        sentences: tuple[str, ...],
        *,
        can_learn: bool = False,
    ) -> None:
        """Show how the test page came through: its letters, and what to do in sentences.

        Args:
            can_learn: offer to keep how this reader is known.
        """
        ...

    def close_panel(self) -> None: ...
