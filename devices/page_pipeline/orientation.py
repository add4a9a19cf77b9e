"""Is the text upside down? Told by the profile of its lines, without reading a letter.

Most letters stand on the line and end there at once; upwards they end at many heights. So a line's
profile falls more steeply at its foot than it rises at its head, and more ink (ascenders, capitals,
marks) lies above its core than below. In a hand the steps are blurred; there the marks wider than
high (roof, breve, tilde) tell most: they stand above a letter in any writing, and never below.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.layers import Mask
from devices.page_pipeline.levels import value_at
from devices.page_pipeline.spots import Boxes, spots_of

_DPI = 200
_SURE = 0.1
_SURE_ERRORS = 3.0
"""Standard errors by which the lines' mean must differ from nought: a hand's lines scatter."""
_USUAL_SCATTER, _ITS_WEIGHT = 0.15, 4
"""Of the margins of lines; counts as much as so many lines, for two may agree by chance."""
_INK_WEIGHT, _ROOF_WEIGHT = 5.0, 0.5
"""Beside the steps', by how much each tells upright lines of hands from those upside down."""
_ROOF_WIDTH, _ROOF_HEIGHT, _FLAT = (8, 30), (5, 16), 1.1
"""Pixels, and the width by the height; no dot, comma or rule is so: those lie below letters too."""
_ROOF_OF_CORE = 0.7
_FEW_ROOFS = 2
_PLAIN = 0.3
_ENOUGH_LINES = 14
_ENOUGH_TO_ASK = 6
_FEWEST_LETTERS = 25
_NARROWER = 4


@dataclass(frozen=True, slots=True)
class TextDirection:
    """``margin`` above 0: upright; below: upside down. ``sure`` where its lines agree on it.

    ``lines``: how many there are to tell by; a hand's are often too few, or too unlike, to be sure.
    """

    margin: float
    sure: bool
    lines: int = 0

    @property
    def upside_down(self) -> bool:
        return self.sure and self.margin < 0

    @property
    def doubtful(self) -> bool:
        """There is text enough to ask, and it does not tell."""
        return not self.sure and self.lines >= _ENOUGH_TO_ASK


def text_direction(text: Mask) -> TextDirection:
    """Look at the lines of what is written on a straight page, a mask of 200 dpi.

    The third of the page with the most ink is asked first; the whole page only if that is in doubt.
    """
    band = _inkiest_third(text)
    told = _direction_of(band)
    return told if told.sure and abs(told.margin) >= _PLAIN else _direction_of(text)


def _inkiest_third(text: Mask) -> Mask:
    ink = np.cumsum(np.asarray(cv2.reduce(text, 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)).ravel())
    third = max(1, len(ink) // 3)
    top = int((ink[third:] - ink[:-third]).argmax()) if len(ink) > third else 0
    return text[top : top + third]


def _direction_of(text: Mask) -> TextDirection:
    letters = _letters(text)
    if letters is None:
        return TextDirection(0.0, sure=False)
    margins, widths = [], []
    mask, roofs = letters
    for x, top, width, height in _lines(mask):
        line = mask[top : top + height, x : x + width]
        margin = _margin(line, roofs - np.array([x, top, 0, 0, 0], np.int32))
        if margin is not None:
            margins.append(margin)
            widths.append(width)
    if not margins:
        return TextDirection(0.0, sure=False)
    margin = float(np.average(margins, weights=widths))
    count = len(margins)
    scatter = sum((one - margin) ** 2 for one in margins) + _ITS_WEIGHT * _USUAL_SCATTER**2
    error = (scatter / (count - 1 + _ITS_WEIGHT) / count) ** 0.5
    sure = abs(margin) >= max(_SURE, _SURE_ERRORS * error)
    return TextDirection(margin, sure=sure, lines=count)


def _letters(text: Mask) -> tuple[Mask, Boxes] | None:
    """Keep what has the size of letters and of their marks: no rules, frames or pictures.

    Beside it stand the boxes of what may be a roof.
    """
    labels, stats = spots_of(text)
    if len(stats) - 1 < _FEWEST_LETTERS:
        return None
    widths, heights, areas = stats[:, 2], stats[:, 3], stats[:, 4]
    size = (heights <= 0.22 * _DPI) & (widths <= 0.35 * _DPI)
    whole = size & (heights >= 0.03 * _DPI) & (widths >= 0.01 * _DPI)
    kept = np.where(size & (areas >= 5), 255, 0).astype(np.uint8)
    kept[0] = 0
    if np.count_nonzero(whole[1:]) < _FEWEST_LETTERS:
        return None
    flat = (widths >= _FLAT * heights) & (_ROOF_WIDTH[0] <= widths) & (widths <= _ROOF_WIDTH[1])
    roofs = flat & (_ROOF_HEIGHT[0] <= heights) & (heights <= _ROOF_HEIGHT[1])
    roofs[0] = False
    # no label is out of range: nothing is to be checked
    return kept.take(labels, mode="clip"), stats[roofs]


def _lines(letters: Mask) -> list[tuple[int, int, int, int]]:
    """Give the boxes of some long lines, with room above and below."""
    reach = int(0.2 * _DPI) // _NARROWER
    narrow = _narrowed(letters)
    smeared = cv2.morphologyEx(narrow, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    smeared = cv2.morphologyEx(smeared, cv2.MORPH_OPEN, np.ones((1, reach // 2), np.uint8))
    stats = spots_of(np.asarray(smeared, np.uint8))[1][1:] * (_NARROWER, 1, _NARROWER, 1, 1)
    lines = [
        (int(x), int(y), int(width), int(height))
        for x, y, width, height, _ in stats
        if width >= 0.5 * _DPI and 0.05 * _DPI <= height <= 0.5 * _DPI
    ]
    longest = sorted(lines, key=lambda line: -line[2])[: 3 * _ENOUGH_LINES]
    room = int(0.06 * _DPI)
    return [(x, max(0, y - room), width, height + 2 * room) for x, y, width, height in longest]


def _narrowed(letters: Mask) -> Mask:
    """Give a mask of a quarter of the width: set wherever one of four pixels beside is."""
    width = max(_NARROWER, letters.shape[1] // _NARROWER * _NARROWER)
    even = np.zeros((len(letters), width), np.uint8)
    part = letters[:, :width]
    even[:, : part.shape[1]] = part
    return np.where(even.view(np.uint32) != 0, np.uint8(255), np.uint8(0))


def _margin(line: NDArray[np.uint8], roofs: Boxes) -> float | None:
    """Compare foot and head of a line: how steep they are, how much ink and how many roofs lie
    beyond them. ``roofs``: whatever may be one, measured from the line's own corner."""
    profile = np.asarray(cv2.reduce(line, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F)).ravel() / 255
    peak = float(profile.max())
    if peak < 6:
        return None
    core = np.flatnonzero(profile > 0.4 * value_at(profile, 0.92))
    head, foot = int(core[0]), int(core[-1])
    if foot - head < 2:
        return None
    above, below = float(profile[:head].sum()), float(profile[foot + 1 :].sum())
    # over two rows: how an edge falls on the pixels makes no difference
    steps = np.pad(profile, 4)[2:] - np.pad(profile, 4)[:-2]
    rise = float(steps[head + 1 : head + 6].max())
    fall = float(-steps[foot + 2 : foot + 7].min())
    ink = (above - below) / float(profile.sum())
    over, under = _roofs_beyond(roofs, line.shape, head, foot)
    roofed = (over - under) / (over + under + _FEW_ROOFS)
    return (fall - rise) / peak + _INK_WEIGHT * ink + _ROOF_WEIGHT * roofed


def _roofs_beyond(roofs: Boxes, size: tuple[int, ...], head: int, foot: int) -> tuple[int, int]:
    """Count those above the head and below the foot; a letter of the next line is too high."""
    x, y, width, height = roofs[:, 0], roofs[:, 1], roofs[:, 2], roofs[:, 3]
    middle, centre = y + height // 2, x + width // 2
    inside = (centre >= 0) & (centre < size[1]) & (middle >= 0) & (middle < size[0])
    core = foot - head
    inside &= height <= _ROOF_OF_CORE * core
    touching = 0.08 * core
    over = inside & (y + height - 1 <= head + touching)
    under = inside & (y >= foot - touching)
    return int(np.count_nonzero(over)), int(np.count_nonzero(under))
