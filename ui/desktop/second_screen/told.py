"""What the officer is told of the citizen's display. Free of Qt."""

from dataclasses import dataclass

from ui.desktop.kit.tone import Tone


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer is told of the display, beside the tabs; no words: it is of no concern."""

    words: str = ""
    tone: Tone = Tone.MUTE
    may_answer: bool = False
    """The citizen is asked: the officer may answer in their place, who said it aloud."""
