"""What runs out of the picture: letters, their remains, rules and dotted lines, stamps.

The sheet itself may end wherever it likes; its print may not.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.scales import GrayPixels, RgbPixels
from devices.page_pipeline.spots import spots_of

_DPI = 100
_MARGIN, _EDGE = 60, 4
_CONTRAST = 45
_FEWEST_LETTERS = 2
_NEAR, _FEWEST_NEAR = 10, 8
"""Pixels: no page is printed as near to its side; so a line above, wholly lost, is known by the
next one's letters."""
_FEWEST_REMAINS = 5
_REMAINS_LENGTH = 30
"""The longest mark at the frame that can be the rest of a letter or word, in pixels."""
_FEWEST_RULES, _FEWEST_ENDING = 6, 2
"""At a side; and how many more than at the side across: a streak of the feeder leaves the page at
both, but a table's last columns at one. Five streaks are a scanner that nobody cleans."""
_RULE_LENGTH, _RULE_FILL, _RULE_THICKNESS = 24, 0.85, 9
_DOTS = 7
"""Dots of a dotted line that are as near as that count as one rule."""
_COLOURED = 70
_INK_LENGTH = (3, 90)
"""Pixels of 75 dpi that a stamp or signature may take of the frame."""


def cut_edge_of(contrast_100: GrayPixels, colour_75: RgbPixels) -> Defect | None:
    """Look at the margins of a page as it came."""
    height, width = contrast_100.shape
    if min(height, width) < 3 * _MARGIN:
        return None
    ink = cv2.threshold(contrast_100, _CONTRAST, 255, cv2.THRESH_BINARY)[1]
    marks = np.asarray(ink, np.uint8)
    chroma = _chroma(colour_75)
    regions = (
        (0, 0, _MARGIN, height),
        (width - _MARGIN, 0, _MARGIN, height),
        (0, 0, width, _MARGIN),
        (0, height - _MARGIN, width, _MARGIN),
    )
    besides = [np.ascontiguousarray(side[:, :_MARGIN]) for side in _sides(marks)]
    left, right, upper, lower = rules = [_rules_at(beside) for beside in besides]
    across = (right, left, lower, upper)
    for region, beside, own, other, coloured in zip(
        regions, besides, rules, across, _sides(chroma), strict=True
    ):
        if (
            _letters_at(beside, _EDGE) >= _FEWEST_LETTERS
            or _letters_at(beside, _NEAR) >= _FEWEST_NEAR
            or _remains_at(beside) >= _FEWEST_REMAINS
            or own >= _FEWEST_RULES
            or own - other >= _FEWEST_ENDING
            or _ink_at(coloured)
        ):
            return Defect(DefectKind.CUT_EDGE, Region.of_pixels(region, _DPI))
    return None


def _sides(pixels: GrayPixels) -> tuple[GrayPixels, ...]:
    """Give the page with each of its sides at the left: left, right, upper, lower."""
    return pixels, pixels[:, ::-1], pixels.T, pixels.T[:, ::-1]


def _letters_at(beside: GrayPixels, reach: int) -> int:
    """Count whole letters that begin within some pixels of the side."""
    x, _, wide, high, area = spots_of(beside)[1][1:].T
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    letters = (longer >= 5) & (longer <= 45) & (shorter >= 2) & (shorter <= 26) & (area >= 8)
    return int(np.count_nonzero((x <= reach) & letters))


def _remains_at(beside: GrayPixels) -> int:
    """Count the short marks on the frame itself: a line of text that was cut through."""
    outermost = beside[:, :2].max(axis=1) > 0
    lengths = _runs(outermost)
    return int(np.count_nonzero(lengths <= _REMAINS_LENGTH))


def _rules_at(beside: GrayPixels) -> int:
    """Count thin lines that run over the side: of a table whose columns are cut off, or dotted.

    Streaks of the feeder are counted too; a dark bed is not thin.
    """
    strip = np.ascontiguousarray(beside[:, : _RULE_LENGTH + _DOTS])
    joined = cv2.morphologyEx(strip, cv2.MORPH_CLOSE, np.ones((1, _DOTS), np.uint8))
    thicker = cv2.dilate(joined, np.ones((3, 1), np.uint8))
    fill = cv2.reduce(thicker[:, :_RULE_LENGTH], 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)
    lengths = _runs(np.asarray(fill).ravel() > _RULE_FILL * 255)
    return int(np.count_nonzero(lengths <= _RULE_THICKNESS))


def _ink_at(chroma: GrayPixels) -> bool:
    """Tell whether a stamp or a signature runs over the side."""
    lengths = _runs(chroma[:, 1:3].max(axis=1) > _COLOURED)
    shortest, longest = _INK_LENGTH
    return bool(((lengths >= shortest) & (lengths <= longest)).any())


def _chroma(colour_75: RgbPixels) -> GrayPixels:
    red, green, blue = cv2.split(colour_75)
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    return np.asarray(cv2.subtract(most, least), np.uint8)


def _runs(along: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Give the lengths of the stretches that are true."""
    ends = np.flatnonzero(np.diff(np.concatenate(([False], along, [False])).astype(np.int8)))
    return np.asarray(ends[1::2] - ends[::2])
