"""The steep shadow along a side of a sheet: of a book's middle that does not lie on the glass.

Within a few millimetres the light falls to a fifth: cells of 1 mm, between which the paper is
guessed in a straight line, leave a gray strip. Here it is measured in every column of pixels, over
rows of 8 mm. A printed bar, or the dark beside the sheet, begins with a step; a shadow does not.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import CELL, RgbPixels

_WIDEST = 240
_ROWS = 64
_EVERY = 4
"""Rows of pixels: a quarter of them tell as much."""
_STROKE = 15
"""Of these, 60 pixels of 200 dpi: hardly any letter is as high."""
_BESIDE = 3
"""Rows of 8 mm on both sides, of which the median is taken: a letter that is higher, a picture."""
_LOOK_AT, _LOOK_BESIDE = 3, 24
_LIGHT = 0.65
"""Of the light further in: paper, in whatever shadow."""
_OTHER = 20
"""Levels by which a row is darker than the rows around: a corner of the bed, a picture."""
_DARKER = 0.93
"""Of the light further in: the outermost millimetre of a side that is worth a closer look."""
_CLEAR = 0.97
_MOST_STEP, _LEAST_STEP, _NOISE = 0.3, 4, 0.04
"""From one pixel to the next: of all that the light falls, but so many levels at least; and
backwards, of the light."""
_LEAST_RISE = 0.1
"""Of all that it falls, in the first quarter: the dark beside a sheet that lies askew is level."""
_MOST_OF_THE_SIDE = 0.4
_MOST_ASLANT = 3
"""Pixels from one row of 8 mm to the next, in how far it reaches."""


@dataclass(frozen=True, slots=True)
class SideShadow:
    """The shadow along one side, seen with that side at the left after so many quarter turns.

    ``levels``: how bright the paper is, in rows of 8 mm and single pixels, 255 beyond the shadow.
    ``length``: pixels that it reaches in, row by row, where it could be taken for the dark beside
    the sheet; 0 where it is too light for that, or something else hides it.
    """

    turns: int
    levels: RgbPixels
    length: NDArray[np.intp]

    def darken(self, paper: RgbPixels) -> None:
        """Make the estimated paper of a page as dark as it is here."""
        side = np.rot90(paper, self.turns)[:, :_WIDEST]
        size = (_WIDEST, len(side))
        fine = cv2.resize(self.levels, size, interpolation=cv2.INTER_LINEAR)
        np.minimum(side, np.asarray(fine), out=side)

    def mark(self, cells: NDArray[np.bool_]) -> None:
        """Set the cells that lie in it where it is dark."""
        side = np.rot90(cells, self.turns)
        for row in np.flatnonzero(self.length):
            high = slice(row * _ROWS // CELL, (row + 1) * _ROWS // CELL)
            side[high, : -(-int(self.length[row]) // CELL) + 1] = True


def side_shadows(page_200: RgbPixels) -> tuple[SideShadow, ...]:
    """Find the shadows along the sides of a straight page."""
    found = (_left_shadow(np.rot90(page_200, turns), turns) for turns in range(4))
    return tuple(one for one in found if one is not None)


def _left_shadow(page: RgbPixels, turns: int) -> SideShadow | None:
    height, width = page.shape[:2]
    if width < 2 * _WIDEST or height < 2 * (_BESIDE + 1) * _ROWS:
        return None
    outermost, inner = page[::_ROWS, _LOOK_AT, 1], page[::_ROWS, _WIDEST, 1]
    if np.median(outermost) > _DARKER * np.median(inner):
        return None
    strip = np.ascontiguousarray(page[::_EVERY, :_WIDEST])
    closed = cv2.morphologyEx(strip, cv2.MORPH_CLOSE, np.ones((_STROKE, 1), np.uint8))
    size = (_WIDEST, height // _ROWS)
    rows = np.asarray(cv2.resize(closed, size, interpolation=cv2.INTER_AREA), np.uint8)
    padded = np.pad(rows, ((_BESIDE, _BESIDE), (0, 0), (0, 0)), mode="reflect")
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _BESIDE + 1, axis=0)
    levels = np.ascontiguousarray(np.sort(around, axis=-1)[..., _BESIDE])
    length = _lengths(levels.min(axis=2).astype(np.float32))
    if (length > 0).mean() < _MOST_OF_THE_SIDE:
        return None
    if np.median(np.abs(np.diff(length[length > 0]))) > _MOST_ASLANT:
        return None
    hidden = (levels.astype(np.float32) - rows)[:, :_LOOK_BESIDE].mean(axis=(1, 2)) > _OTHER
    light_enough = levels[:, 0].min(axis=1) > _LIGHT * levels[:, -1].min(axis=1)
    levels[np.arange(_WIDEST) >= length[:, None]] = 255
    return SideShadow(turns, levels, np.where(hidden | light_enough, 0, length))


def _lengths(levels: NDArray[np.float32]) -> NDArray[np.intp]:
    """Give, row by row, how many pixels the shadow reaches in; 0 where there is none."""
    light = np.percentile(levels, 90, axis=1)
    dark = levels < _CLEAR * light[:, None]
    length = np.where(dark.all(axis=1), 0, dark.argmin(axis=1))
    steps = np.diff(levels, axis=1)
    within = np.arange(steps.shape[1]) < length[:, None]
    most = np.maximum(_MOST_STEP * (light - levels[:, 0]), _LEAST_STEP)[:, None]
    smooth = (~within | ((steps < most) & (steps > -_NOISE * light[:, None]))).all(axis=1)
    near = levels[np.arange(len(levels)), length // 4]
    rises = near - levels[:, 0] > _LEAST_RISE * (light - levels[:, 0])
    return np.where(smooth & rises, length, 0)
