"""White paper, with stamps, signatures and pencil as they were.

The paper's own colour is estimated everywhere from the cells that are surely paper, and divided
out: that takes tint, show-through and the shadow of a book's edge or a hand. Then only what is
nearly white becomes white; nothing darker is touched, so that no pale stroke is lost.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import RgbPixels

CELL = 8
"""Pixels of 200 dpi on a side of the cells in which the paper is estimated: 1 mm."""
_PAPER_LEVEL = 250
_UNTOUCHED_BELOW, _WHITE_FROM = 218, 236
_INK_CELL = 0.86
"""A cell darker than this share of the paper around it has ink in it, or a picture."""


def _ramp() -> NDArray[np.uint8]:
    levels = (np.arange(256) - _UNTOUCHED_BELOW) / (_WHITE_FROM - _UNTOUCHED_BELOW)
    return np.asarray(255 * np.clip(levels, 0, 1) ** 1.5, dtype=np.uint8)


_RAMP = _ramp()


def cells_of(page_200: RgbPixels) -> RgbPixels:
    """Average a page of 200 dpi in cells of 1 mm."""
    height, width = page_200.shape[:2]
    size = (max(1, width // CELL), max(1, height // CELL))
    half = page_200
    if not (width % CELL or height % CELL):  # an exact half first takes a third less time
        half = np.asarray(cv2.resize(page_200, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
    return np.asarray(cv2.resize(half, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def whitened(page_200: RgbPixels, cells: RgbPixels) -> RgbPixels:
    """Make the paper of a page of 200 dpi white; ``cells`` are its own (``cells_of``)."""
    paper = _paper(cells)
    height, width = page_200.shape[:2]
    full = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    page = cv2.divide(page_200, full, scale=_PAPER_LEVEL)
    red, green, blue = cv2.split(page)
    darkest = cv2.blur(cv2.min(cv2.min(red, green), blue), (3, 3))
    lift = cv2.LUT(darkest, _RAMP)
    lifted = cv2.merge([cv2.max(channel, lift) for channel in (red, green, blue)])
    return np.asarray(lifted, dtype=np.uint8)


def _paper(cells: RgbPixels) -> RgbPixels:
    bright = cv2.dilate(cells, np.ones((3, 3), np.uint8))
    darkest = np.asarray(bright).min(axis=2)
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
    return np.asarray(np.clip(paper, 20, 255), np.uint8)


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
