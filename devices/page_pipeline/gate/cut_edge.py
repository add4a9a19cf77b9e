"""What runs out of the picture: letters, their remains, rules and dotted lines, stamps.

The sheet itself may end wherever it likes; its print may not.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.levels import level_of
from devices.page_pipeline.scales import GrayPixels, RgbPixels
from devices.page_pipeline.spots import spots_of

_DPI = 100
_MARGIN, _EDGE = 60, 4
_CONTRAST, _FAINT = 45, 18
_WORD_GAP, _FEWEST_IN_WORD = 12, 3
"""Pixels; and marks: letters never stand alone, but dust and the holes of a form's side do."""
_FEWEST_LETTERS = 2
_NEAR, _FEWEST_NEAR = 10, 8
"""Pixels: no page is printed as near to its side; so a line above, wholly lost, is known by the
next one's letters."""
_FEWEST_REMAINS = 5
_REMAINS_LENGTH, _TAPER = 30, 25
"""The longest mark at the frame that can be the rest of a letter or word, in pixels; and how far
beyond a longer one, the dark bed, its pieces lie."""
_FEWEST_ENDING, _MOST_ACROSS = 2, 4
"""How many rules more than leave the page at the side across, however faintly: a streak of the
feeder leaves it at both, and so do the lines of exercise paper; a table's last columns at one."""
_RULE_LENGTH, _RULE_FILL, _RULE_THICKNESS = 24, 0.85, 9
_DOTS = 7
"""Dots of a dotted line that are as near as that count as one rule."""
_COLOURED, _LEAST_PAPER = 70, 120
_INK_LENGTH, _INK_SIZE = (3, 90), 160
"""Pixels of 75 dpi that a stamp or signature may take of the frame, and have in all: a coloured
band of the letterhead is longer."""


def cut_edge_of(contrast_100: GrayPixels, colour_75: RgbPixels) -> Defect | None:
    """Look at the margins of a page as it came."""
    height, width = contrast_100.shape
    if min(height, width) < 3 * _MARGIN:
        return None
    regions = (
        (0, 0, _MARGIN, height),
        (width - _MARGIN, 0, _MARGIN, height),
        (0, 0, width, _MARGIN),
        (0, height - _MARGIN, width, _MARGIN),
    )
    margins = [np.ascontiguousarray(side[:, :_MARGIN]) for side in _sides(contrast_100)]
    left, right, upper, lower = [_rules_at(margin, _FAINT) for margin in margins]
    inked = _ink_at(colour_75)
    for region, margin, across, coloured in zip(
        regions, margins, (right, left, lower, upper), inked, strict=True
    ):
        rules = 0 if across >= _MOST_ACROSS else _rules_at(margin, _CONTRAST) - across
        if rules >= _FEWEST_ENDING or coloured or _text_at(margin):
            return Defect(DefectKind.CUT_EDGE, Region.of_pixels(region, _DPI))
    return None


def _sides(pixels: GrayPixels) -> tuple[GrayPixels, ...]:
    """Give the page with each of its sides at the left: left, right, upper, lower."""
    return pixels, pixels[:, ::-1], pixels.T, pixels.T[:, ::-1]


def _text_at(margin: GrayPixels) -> bool:
    """Tell whether letters begin at the side, or remains of them stand on it."""
    ink = np.asarray(cv2.threshold(margin, _CONTRAST, 255, cv2.THRESH_BINARY)[1], np.uint8)
    ink[_beside_the_sheet(ink), : _NEAR + 1] = 0
    return _reaches_side(ink) and _reaches_side(_words_of(ink))


def _beside_the_sheet(ink: GrayPixels) -> NDArray[np.bool_]:
    """Tell where along the side the dark bed is seen: it tapers off in pieces."""
    outermost = np.ascontiguousarray(ink[:, :2].max(axis=1, keepdims=True))
    long = cv2.morphologyEx(outermost, cv2.MORPH_OPEN, np.ones((_REMAINS_LENGTH + 1, 1), np.uint8))
    return np.asarray(cv2.dilate(long, np.ones((2 * _TAPER + 1, 1), np.uint8))).ravel() > 0


def _reaches_side(ink: GrayPixels) -> bool:
    begins = _begins_of_letters(ink)
    on_side, near = (int(np.count_nonzero(begins <= reach)) for reach in (_EDGE, _NEAR))
    return on_side >= _FEWEST_LETTERS or near >= _FEWEST_NEAR or _remains_at(ink) >= _FEWEST_REMAINS


def _words_of(ink: GrayPixels) -> GrayPixels:
    """Keep what stands beside other marks, as letters do; those of a joined hand may be one mark,
    which the side cuts into several."""
    marks, boxes = spots_of(ink)
    square = np.ones((_WORD_GAP + 1, _WORD_GAP + 1), np.uint8)
    words, areas = spots_of(np.asarray(cv2.dilate(ink, square), np.uint8))
    inked = ink > 0
    word_of = np.zeros(len(boxes), np.int32)
    word_of[marks[inked]] = words[inked]
    cuts = np.flatnonzero(np.diff(inked[:, :2].any(axis=1).astype(np.int8), prepend=0) == 1)
    several = np.maximum(
        *(np.bincount(of, minlength=len(areas)) for of in (word_of[1:], words[cuts, 0]))
    )
    alone = several[word_of] < _FEWEST_IN_WORD
    return np.where(alone[marks], np.uint8(0), ink)


def _begins_of_letters(ink: GrayPixels) -> NDArray[np.int32]:
    """Give how far from the side each whole letter begins."""
    x, _, wide, high, area = spots_of(ink)[1][1:].T
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    letters = (longer >= 5) & (longer <= 45) & (shorter >= 2) & (shorter <= 26) & (area >= 8)
    return np.asarray(x[letters])


def _remains_at(ink: GrayPixels) -> int:
    """Count the marks on the frame itself: a line of text that was cut through."""
    return len(_runs(ink[:, :2].max(axis=1) > 0))


def _rules_at(margin: GrayPixels, contrast: int) -> int:
    """Count thin lines that run over the side: of a table whose columns are cut off, or dotted.

    Streaks of the feeder are counted too; a dark bed is not thin.
    """
    outer = np.ascontiguousarray(margin[:, : _RULE_LENGTH + _DOTS])
    strip = cv2.threshold(outer, contrast, 255, cv2.THRESH_BINARY)[1]
    joined = cv2.morphologyEx(strip, cv2.MORPH_CLOSE, np.ones((1, _DOTS), np.uint8))
    thicker = cv2.dilate(joined, np.ones((3, 1), np.uint8))
    fill = cv2.reduce(thicker[:, :_RULE_LENGTH], 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)
    lengths = _runs(np.asarray(fill).ravel() > _RULE_FILL * 255)
    return int(np.count_nonzero(lengths <= _RULE_THICKNESS))


def _ink_at(colour_75: RgbPixels) -> list[bool]:
    """Tell of each side whether a stamp or a signature runs over it."""
    some = np.ascontiguousarray(colour_75[::3, ::3])
    paper = np.array([max(level_of(some, 0.7, channel=one), _LEAST_PAPER) for one in range(3)])
    levels = np.clip(np.arange(256)[:, None] / paper * 235, 0, 255).astype(np.uint8)
    balance = levels.reshape(1, 256, 3)
    sides = (
        colour_75,
        colour_75[:, ::-1],
        *(colour_75.swapaxes(0, 1)[:, ::way] for way in (1, -1)),
    )
    frames = [_coloured(np.ascontiguousarray(side[:, 1:3]), balance) for side in sides]
    if not any(_is_ink(frame) for frame in frames):
        return [False] * 4
    marks, boxes = spots_of(_coloured(colour_75, balance))
    large = boxes[:, 2:4].max(axis=1) > _INK_SIZE
    small = np.where(large[marks], np.uint8(0), np.minimum(marks, 1).astype(np.uint8))
    return [_is_ink(side[:, 1:3]) for side in _sides(small)]


def _is_ink(frame: GrayPixels) -> bool:
    lengths = _runs(frame.max(axis=1) > 0)
    shortest, longest = _INK_LENGTH
    return bool(((lengths >= shortest) & (lengths <= longest)).any())


def _coloured(pixels: RgbPixels, balance: NDArray[np.uint8]) -> GrayPixels:
    """Mark what has a colour beside the paper's own."""
    red, green, blue = cv2.split(cv2.LUT(pixels, balance))
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    apart = cv2.threshold(cv2.subtract(most, least), _COLOURED, 1, cv2.THRESH_BINARY)[1]
    return np.asarray(apart, np.uint8)


def _runs(along: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Give the lengths of the stretches that are true."""
    ends = np.flatnonzero(np.diff(np.concatenate(([False], along, [False])).astype(np.int8)))
    return np.asarray(ends[1::2] - ends[::2])
