"""White paper, with stamps, signatures and pencil as they were.

The paper's own colour is estimated everywhere from the cells that are surely paper, and divided
out: that takes tint, show-through and the shadow of a book's edge or a hand. Then only what is
nearly white becomes white; nothing darker is touched, so that no pale stroke is lost.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import CELL, Channels, RgbPixels
from devices.page_pipeline.side_shadow import SideShadow

_PAPER_LEVEL = 250
_UNTOUCHED_BELOW, _WHITE_FROM = 218, 236
_INK_CELL = 0.86
"""A cell darker than this share of the paper around it has ink in it, or a picture."""
_WIDEST_SHADOW = 30
"""Cells."""
_NOISE, _STEP, _LEAST_FALL = 0.03, 0.12, 0.06
"""Of the paper's brightness: backwards, from one cell to the next, and over the whole shadow."""
_CLEAR = 0.97
"""Of the lightest in the strip: there the shadow ends."""
_MOST_OF_THE_SIDE = 0.4


def _ramp() -> NDArray[np.uint8]:
    levels = (np.arange(256) - _UNTOUCHED_BELOW) / (_WHITE_FROM - _UNTOUCHED_BELOW)
    return np.asarray(255 * np.clip(levels, 0, 1) ** 1.5, dtype=np.uint8)


_RAMP = _ramp()


def cells_of(page_200: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Average a page of 200 dpi, in colour or gray, in cells of 1 mm."""
    height, width = page_200.shape[:2]
    size = (max(1, width // CELL), max(1, height // CELL))
    half = page_200
    if not (width % CELL or height % CELL):  # an exact half first takes a third less time
        half = np.asarray(cv2.resize(page_200, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
    return np.asarray(cv2.resize(half, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def whitened(
    page_200: RgbPixels, cells: RgbPixels, shadows: tuple[SideShadow, ...] = ()
) -> Channels:
    """Make the paper of a page of 200 dpi white.

    Args:
        cells: its own (``cells_of``).
        shadows: along its sides, steeper than cells can tell.
    """
    paper = _paper(cells)
    height, width = page_200.shape[:2]
    full = np.asarray(cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    for shadow in shadows:
        shadow.darken(full)
    page = cv2.divide(page_200, full, scale=_PAPER_LEVEL)
    red, green, blue = cv2.split(page)
    darkest = cv2.blur(cv2.min(cv2.min(red, green), blue), (3, 3))
    lift = cv2.LUT(darkest, _RAMP)
    red, green, blue = (np.asarray(cv2.max(one, lift), np.uint8) for one in (red, green, blue))
    return red, green, blue


def _paper(cells: RgbPixels) -> RgbPixels:
    bright = cv2.dilate(cells, np.ones((3, 3), np.uint8))
    red, green, blue = cv2.split(bright)  # a quarter of the time of a minimum over an axis
    darkest = np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8)
    around = cv2.blur(cv2.dilate(darkest, np.ones((25, 25), np.uint8)), (25, 25))
    is_paper = (darkest > _INK_CELL * around.astype(np.float32)).astype(np.float32)
    is_paper = np.asarray(cv2.erode(is_paper, np.ones((3, 3), np.uint8)))
    near, near_weight = _spread(bright, is_paper, 4)
    wide, wide_weight = _spread_far(bright, is_paper)
    share = np.clip(near_weight / 0.2, 0, 1)[..., None]
    floor = np.float32(1e-3)
    paper = near / np.maximum(near_weight, floor)[..., None] * share + wide / np.maximum(
        wide_weight, floor
    )[..., None] * (1 - share)
    # far from any paper (a picture over the whole page) nothing is known: leave it as it is
    paper[wide_weight < 0.01] = _PAPER_LEVEL
    falls_off = _falling_off(darkest, around)
    if falls_off.any():  # what is measured there is the paper, however dark
        level = cv2.erode(bright, np.ones((3, 3), np.uint8))
        along = cv2.medianBlur(np.asarray(level, np.uint8), 5)
        paper = np.where(falls_off[..., None], np.minimum(paper, along), paper)
    return np.asarray(np.clip(paper, 20, 255), np.uint8)


def _falling_off(darkest: NDArray[np.uint8], around: object) -> NDArray[np.bool_]:
    """Find the shadow along a side of the sheet: of a book's middle, of a lid that stands open.

    It is darkest at the side itself and grows lighter without a step; a printed bar does not.
    """
    share = np.asarray(darkest, np.float32) / np.maximum(np.asarray(around, np.float32), 1)
    found = np.zeros(share.shape, bool)
    for turns in range(4):
        _mark_side(np.rot90(share, turns), np.rot90(found, turns))
    return found


def _mark_side(share: NDArray[np.float32], found: NDArray[np.bool_]) -> None:
    """Mark the cells of the left side's shadow in ``found``."""
    strip = share[:, :_WIDEST_SHADOW]
    if strip.shape[1] < _WIDEST_SHADOW:
        return
    dark = strip < _CLEAR * strip.max(axis=1, keepdims=True)
    length = np.where(dark.all(axis=1), 0, dark.argmin(axis=1))
    steps = np.diff(strip, axis=1)
    within = np.arange(steps.shape[1]) < length[:, None]
    smooth = (~within | ((steps > -_NOISE) & (steps < _STEP))).all(axis=1)
    reached = strip[np.arange(len(strip)), length]
    shadow = (length > 0) & smooth & (reached - strip[:, 0] > _LEAST_FALL)
    if shadow.mean() >= _MOST_OF_THE_SIDE:
        found[:, :_WIDEST_SHADOW] |= shadow[:, None] & (np.arange(_WIDEST_SHADOW) < length[:, None])


def _spread_far(
    bright: object, is_paper: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Spread over 20 cells, in cells of 4 mm: what is so smooth needs no finer ones."""
    rows, columns = is_paper.shape
    size = (max(1, columns // 4), max(1, rows // 4))
    weight = cv2.resize(is_paper, size, interpolation=cv2.INTER_AREA)
    colours = np.asarray(bright, dtype=np.float32) * is_paper[..., None]
    sums = cv2.GaussianBlur(cv2.resize(colours, size, interpolation=cv2.INTER_AREA), (0, 0), 5)
    weight = cv2.GaussianBlur(weight, (0, 0), 5)
    return (
        np.asarray(cv2.resize(sums, (columns, rows)), dtype=np.float32),
        np.asarray(cv2.resize(weight, (columns, rows)), dtype=np.float32),
    )


def _spread(
    bright: object, is_paper: NDArray[np.float32], sigma: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    colours = np.asarray(bright, dtype=np.float32) * is_paper[..., None]
    spread = cv2.GaussianBlur(colours, (0, 0), sigma)
    return (
        np.asarray(spread, dtype=np.float32),
        np.asarray(cv2.GaussianBlur(is_paper, (0, 0), sigma), dtype=np.float32),
    )
