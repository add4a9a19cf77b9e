"""What nobody does at the window, and what it must notice: midnight passes, the computer sleeps.

Free of Qt.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import Final

ASLEEP_AFTER_S: Final = 90.0
"""A window that is looked at every few seconds and was not for so long was asleep."""


class Turn(Enum):
    """What happened since the last look."""

    NOTHING = auto()
    NEW_DAY = auto()
    WOKE = auto()
    """It may be another day, too."""


class Turning:
    """Looked at every few seconds."""

    def __init__(self, today: Callable[[], date], running_s: Callable[[], float]) -> None:
        """
        Args:
            running_s: a clock that nobody sets, and that goes on while the computer sleeps.
        """
        self._today, self._running_s = today, running_s
        self._day, self._at = today(), running_s()

    def look(self) -> Turn:
        """Tell what happened since the last look."""
        day, at = self._today(), self._running_s()
        asleep, another = at - self._at > ASLEEP_AFTER_S, day != self._day
        self._day, self._at = day, at
        if asleep:
            return Turn.WOKE
        return Turn.NEW_DAY if another else Turn.NOTHING
