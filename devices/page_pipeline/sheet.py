"""Where the sheet lies in the picture: cut off what is dark around it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.levels import level_of
from devices.page_pipeline.scales import CELL, Channels, RgbPixels
from devices.page_pipeline.side_shadow import SideShadow

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

    def cut(self, white: Channels) -> Channels:
        """Cut the sheet out of a whitened page, and blank what of it is still surround."""
        rows = slice(self.top, self.top + self.height)
        columns = slice(self.left, self.left + self.width)
        red, green, blue = (np.ascontiguousarray(channel[rows, columns]) for channel in white)
        if not self.surround.any():
            return red, green, blue
        blank = cv2.resize(
            self.surround.astype(np.uint8) * np.uint8(255),
            (self.width, self.height),
            interpolation=cv2.INTER_NEAREST,
        )
        red, green, blue = (
            np.asarray(cv2.bitwise_or(channel, blank), np.uint8) for channel in (red, green, blue)
        )
        return red, green, blue


def find_sheet(
    page_200: RgbPixels, cells: RgbPixels, shadows: tuple[SideShadow, ...] = ()
) -> Sheet:
    """Find the sheet on a straight page; the whole page where nothing dark lies around it.

    Args:
        shadows: along its sides; what lies in them is paper, and may bear letters.
    """
    height, width = page_200.shape[:2]
    rows, columns = cells.shape[:2]
    surround = _surround(cells, shadows)
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


def _surround(cells: RgbPixels, shadows: tuple[SideShadow, ...]) -> NDArray[np.bool_]:
    """Find even dark regions that reach the frame, grown by the cell that lies half on them."""
    gray = np.asarray(cv2.cvtColor(cells, cv2.COLOR_RGB2GRAY), np.uint8)
    spared = np.zeros(gray.shape, bool)
    for shadow in shadows:
        shadow.mark(spared)
    dark = ((gray < _DARK * level_of(gray, 0.6)) & ~spared).astype(np.uint8)
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
