"""A folded corner: a straight slanting step of brightness that cuts off a corner of the page."""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.levels import level_of
from devices.page_pipeline.scales import GrayPixels

_DPI = 75
_CORNER = int(60 / 25.4 * _DPI)
_STEP = 1.5
"""Per cent of the paper's brightness, beyond how the brightness changes on both sides of the line:
the shadow of a book's middle falls off too, but nowhere at once."""
_SLOPES = (0.42, 0.5, 0.6, 0.7, 0.84, 1, 1.19, 1.42, 1.67, 2.0, 2.4)
_SHORTEST, _APART = 34, 2.2
_BEYOND = 14
"""Of the 32 places along a line, how many may lack the step."""
_WIDEST_LINE = 3
"""Pixels: a thinner one, darker or lighter, is a stroke of pencil, squared paper, a scratch of the
glass. A fold's shadow is wider, and often all that is seen of it."""
_MORE_THAN_ELSEWHERE = 2
"""Times what two of the other corners have: a pattern is printed in all of them."""


def _lines() -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Give, for every line, the places that lie along it, and its two ends.

    The places are on four parallels: two on the corner's side of the line, two on the other.
    """
    along = np.linspace(0.08, 0.92, 32)
    parallels, ends = [], []
    for across in np.arange(_SHORTEST, _CORNER - 4, 2.0):
        for slope in _SLOPES:
            down = across * slope
            if not _SHORTEST <= down <= _CORNER - 4:
                continue
            normal = np.array((down, across)) / np.hypot(across, down)
            points = np.stack((across * (1 - along), down * along))
            aside = [points + normal[:, None] * _APART * far for far in (-3, -1, 1, 3)]
            parallels.append([_places(one) for one in aside])
            ends.append((across, down))
    return np.array(parallels, np.int32), np.array(ends)


def _places(points: NDArray[np.float64]) -> NDArray[np.int64]:
    x, y = np.rint(points).clip(0, _CORNER - 1).astype(np.int64)
    return np.asarray(y * _CORNER + x)


_PARALLELS, _ENDS = _lines()


def folded_corner_of(gray_75: GrayPixels) -> Defect | None:
    """Look at the four corners of a page of 75 dpi."""
    height, width = gray_75.shape
    if min(height, width) < 2 * _CORNER:
        return None
    square = np.ones((_WIDEST_LINE, _WIDEST_LINE), np.uint8)
    without_dark = cv2.morphologyEx(gray_75, cv2.MORPH_CLOSE, square)
    bare = cv2.morphologyEx(without_dark, cv2.MORPH_OPEN, square)
    soft = np.asarray(cv2.GaussianBlur(bare, (0, 0), 0.8), np.uint8)
    smooth = soft * np.float32(100 / max(level_of(soft, 0.95), 1))
    corners = (smooth, smooth[:, ::-1], smooth[::-1], smooth[::-1, ::-1])
    most, lines = [], []
    for corner in corners:
        levels = np.ascontiguousarray(corner[:_CORNER, :_CORNER]).ravel()
        corner_side, near, far, page_side = (levels[_PARALLELS[:, n]] for n in range(4))
        slope = (near - corner_side + page_side - far) / 2
        steps = np.sort(far - near - slope, axis=1)
        # most of the line has at least this step, the same way; the rest may lie outside the
        # picture, where the sheet was skewed
        least = np.maximum(steps[:, _BEYOND], -steps[:, -_BEYOND - 1])
        lines.append(int(least.argmax()))
        most.append(float(least[lines[-1]]))
    place = int(np.argmax(most))
    if most[place] <= max(_STEP, _MORE_THAN_ELSEWHERE * sorted(most)[1]):
        return None
    wide, high = (int(side) for side in _ENDS[lines[place]])
    x = width - wide if place % 2 else 0
    y = height - high if place >= 2 else 0
    return Defect(DefectKind.FOLDED_CORNER, Region.of_pixels((x, y, wide, high), _DPI))
