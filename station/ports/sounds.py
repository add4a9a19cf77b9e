"""Short sounds at the counter: an officer who looks at a citizen hears how a reading went."""

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """How a reading went. They differ in pitch and in number, so no one needs to count pitches."""

    OK = "ok"
    DOUBTFUL = "doubtful"
    """Something was read; look at it before you go on."""
    WRONG = "wrong"


class Sounds(Protocol):
    """Plays sounds; blocks for as long as one sounds."""

    @property
    def can_play(self) -> bool:
        """Tell whether this computer has what plays a sound."""
        ...

    def play(self, sound: Sound) -> None:
        """Play one sound; silent where nothing can play it."""
        ...
