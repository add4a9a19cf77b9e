"""What is shown of an answer of the province. Free of Qt."""

from dataclasses import dataclass

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSheet:
    """One answer, or why there is none."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()
    """Captions and values."""
    note: str = ""
    """What follows of it for the counter."""
    tone: Tone = Tone.INFO
    is_awaited: bool = False
    """The question goes out now; without it an answer is shown where somebody waits for it."""
