"""Where the sheet lies in the picture: cut off what is dark around it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.levels import level_of
from devices.page_pipeline.scales import RgbPixels
from devices.page_pipeline.whitening import CELL

_DARK = 0.6
"""Of the page's usual brightness."""
_MOST_UNEVEN = 16
"""Standard deviation of a lid or glass; a picture that reaches the frame is livelier."""
_SIDE_SHARE = 0.5
_LEAST_LEFT = 0.15


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet's rectangle in pixels of 200 dpi, and what of it is still surround (cells)."""

    top: int
    left: int
    height: int
    width: int
    surround: NDArray[np.bool_]

    @classmethod
    def whole(cls, page_200: RgbPixels, cells: RgbPixels) -> "Sheet":
        """Take all of a picture for the sheet."""
        height, width = page_200.shape[:2]
        return cls(0, 0, height, width, np.zeros(cells.shape[:2], bool))

    def cut(self, page_200: RgbPixels, *, white: RgbPixels | None = None) -> RgbPixels:
        """Cut the sheet out; with ``white`` (the whitened page), blank what is still surround."""
        page = page_200 if white is None else white
        part = page[self.top : self.top + self.height, self.left : self.left + self.width]
        if white is None or not self.surround.any():
            return np.ascontiguousarray(part)
        blanked = np.ascontiguousarray(part).copy()
        size = (self.width, self.height)
        surround = cv2.resize(self.surround.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
        blanked[np.asarray(surround) > 0] = 255
        return blanked


def find_sheet(page_200: RgbPixels, cells: RgbPixels) -> Sheet:
    """Find the sheet on a straight page; the whole page where nothing dark lies around it."""
    height, width = page_200.shape[:2]
    rows, columns = cells.shape[:2]
    surround = _surround(cells)
    top, bottom, left, right = 0, rows, 0, columns
    if surround.any():
        top, bottom = _inner(surround.mean(axis=1))
        left, right = _inner(surround.mean(axis=0))
        if (bottom - top) * (right - left) < _LEAST_LEFT * rows * columns:
            top, bottom, left, right = 0, rows, 0, columns
            surround = np.zeros_like(surround)
    y, x = top * CELL, left * CELL
    return Sheet(
        top=y,
        left=x,
        height=(height if bottom == rows else bottom * CELL) - y,
        width=(width if right == columns else right * CELL) - x,
        surround=surround[top:bottom, left:right],
    )


def _inner(dark_share: NDArray[np.float64]) -> tuple[int, int]:
    """Go inwards from both ends while most of a row or column is surround."""
    bright = np.flatnonzero(dark_share <= _SIDE_SHARE)
    return (int(bright[0]), int(bright[-1]) + 1) if len(bright) else (0, len(dark_share))


def _surround(cells: RgbPixels) -> NDArray[np.bool_]:
    """Find even dark regions that reach the frame, grown by the cell that lies half on them."""
    gray = np.asarray(cv2.cvtColor(cells, cv2.COLOR_RGB2GRAY), np.uint8)
    dark = (gray < _DARK * level_of(gray, 0.6)).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    rows, columns = gray.shape
    found = np.zeros((rows, columns), np.uint8)
    x, y, width, height, area = stats.T
    at_frame = (x == 0) | (y == 0) | (x + width == columns) | (y + height == rows)
    at_frame[0] = False
    for label in np.flatnonzero(at_frame & (area >= 4)):
        part = labels == label
        inside = np.asarray(cv2.erode(part.astype(np.uint8), np.ones((3, 3), np.uint8))) > 0
        if not inside.any() or gray[inside].std() < _MOST_UNEVEN:
            found[part] = 1
    if not found.any():
        return found > 0
    return np.asarray(cv2.dilate(found, np.ones((3, 3), np.uint8))) > 0
