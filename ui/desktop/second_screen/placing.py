"""Where the citizen's display belongs: never on the officer's screen. Free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ui.preferences import CitizenDisplay

Area = tuple[int, int, int, int]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True)
class ScreenFact:
    """One screen of the computer. The key stays the same when it is plugged in again."""

    key: str
    words: str
    area: Area


class Standing(StrEnum):
    """What is so of the display."""

    NONE = "none"
    """There is no second screen, and nobody has missed one."""
    OFF = "off"
    OFFERED = "offered"
    """There is a screen on which nobody has asked for it yet."""
    SHOWN = "shown"
    GONE = "gone"
    """Its screen was taken away."""


@dataclass(frozen=True, slots=True)
class Placing:
    """What is so, and on which screen."""

    standing: Standing
    key: str = ""


def place(screens: Sequence[ScreenFact], officer: str, display: CitizenDisplay) -> Placing:
    """Say where the display belongs.

    Args:
        officer: the key of the screen with the officer's window.
    """
    free = others(screens, officer)
    if display.on is False:
        return Placing(Standing.OFF)
    if not free:
        return Placing(Standing.GONE if display.on else Standing.NONE)
    if display.on is None:
        return Placing(Standing.OFFERED)
    for screen in free:
        if display.screen in ("", screen.key):
            return Placing(Standing.SHOWN, screen.key)
    return Placing(Standing.OFFERED)  # another one than was chosen: a projector, a colleague's


def others(screens: Sequence[ScreenFact], officer: str) -> list[ScreenFact]:
    """Give the screens that show nothing of the officer's: a mirrored one shows the same."""
    own = [screen.area for screen in screens if screen.key == officer]
    return [
        screen
        for screen in screens
        if screen.key != officer and not any(_overlap(screen.area, area) for area in own)
    ]


def _overlap(one: Area, other: Area) -> bool:
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )
