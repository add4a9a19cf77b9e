"""What the citizen's display shows, and what the officer sees of it. Free of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from station.domain.ratings import Satisfaction
from ui.desktop.kit.tone import Tone
from ui.desktop.second_screen.told import Told

Said = tuple[str, str]
"""A text in Vietnamese, and in English below it; the second is empty where only one is wanted."""


class Scene(StrEnum):
    """What the display is at."""

    IDLE = "idle"
    """Between citizens, and while the station is locked."""
    FACTS = "facts"
    RATING = "rating"
    THANKS = "thanks"


class Answer(StrEnum):
    """What the citizen said of the facts."""

    NONE = "none"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A caption over a figure."""

    caption: Said
    figure: str
    tone: Tone = Tone.MUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What will stand on the paper, no more: no number of a card, no telephone."""

    name: str = ""
    lines: tuple[str, ...] = ()
    """Birth and procedure; whose dossier it is, where it is another's."""
    figures: tuple[Figure, ...] = ()
    lacking: str = ""
    """The papers that are still missing, in a sentence."""
    due_caption: Said = ("", "")
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenSheet:
    """Everything on the display."""

    scene: Scene = Scene.IDLE
    office: str = ""
    counter: str = ""
    """``Quầy 3``."""
    title: Said = ("", "")
    """The greeting, the invitation, the thanks."""
    facts: Facts = Facts()
    question: Said = ("", "")
    """Empty: nothing is asked yet."""
    answer: Answer = Answer.NONE
    right: Said = ("", "")
    wrong: Said = ("", "")
    ratings: tuple[tuple[Satisfaction, Said], ...] = ()
    note: Said = ("", "")
    """The line at the foot."""


class CitizenView(Protocol):
    """What the presenter asks of the display."""

    def show_sheet(self, sheet: CitizenSheet) -> None: ...


class OfficerView(Protocol):
    """What the presenter asks of the officer's window."""

    def show_told(self, told: Told) -> None: ...

    def doubt_applicant(self, doubted: bool) -> None:
        """Mark the person's zone: the citizen says that something is wrong."""
        ...
