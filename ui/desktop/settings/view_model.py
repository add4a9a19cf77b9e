"""What the settings page shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol

from station.words import Language

LIGHT, DARK = "light", "dark"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What one key does, and where."""

    act: str
    words: str
    where: str
    keys: str
    changed: bool = False
    """It is not as delivered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsSheet:
    """The whole page."""

    dark: bool = False
    text_percent: int = 100
    language: Language = "vi"
    lock_minutes: int = 0
    keys: tuple[KeyLine, ...] = ()
    restart_needed: bool = False
    """Something was chosen that holds from the next start on."""


class SettingsView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: SettingsSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str) -> None: ...
