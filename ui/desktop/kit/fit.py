"""How much room a window has, and so what yields. Free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_NARROW, _COMPACT, _LOW = 1284, 1240, 740
SMALLEST_WIDTH: Final = 910
"""A 1366×768 panel at 150 %, in whole logical pixels."""
SMALLEST_HEIGHT: Final = 512


@dataclass(frozen=True, slots=True)
class Fit:
    """What a window of this size lets stand.

    Attributes:
        narrow: the least important words go.
        compact: slim rail, one zone open at a time, shorter buttons.
        low: a maximised window on a 768 px panel has 690: small thumbnails, fewer rows.
    """

    narrow: bool = False
    compact: bool = False
    low: bool = False

    @property
    def margins(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what stands on a page; its foot lies on the edge."""
        return (8, 8, 8, 0) if self.compact else (16, 12, 16, 0)


def text_room(width: int, height: int, percents: Sequence[int], *, scale: float) -> int:
    """Give up to how many per cent nothing has to be scrolled to on a screen.

    Args:
        width, height: of the screen in logical pixels, as they are at this scale.
        percents: what there is to choose from, the smallest first.
    """
    room = min(width / SMALLEST_WIDTH, height / SMALLEST_HEIGHT) * scale * 100
    return max((one for one in percents if one <= room), default=percents[0])


def fit_for(width: int, height: int) -> Fit:
    """Give what a window of this logical size lets stand."""
    return Fit(narrow=width < _NARROW, compact=width < _COMPACT, low=height < _LOW)
