"""A folded corner: a straight slanting step of brightness that cuts off a corner of the page."""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.scales import GrayPixels

_DPI = 75
_CORNER = int(60 / 25.4 * _DPI)
_STEP = 2.0
"""Per cent of the paper's brightness; print, tables and stamps stay below 1.8."""
_SLOPES = (0.42, 0.5, 0.6, 0.7, 0.84, 1, 1.19, 1.42, 1.67, 2.0, 2.4)
_SHORTEST, _APART = 34, 2.2


def _lines() -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64]]:
    """Give, for every line, the places on its one side and on its other, and its two ends."""
    along = np.linspace(0.08, 0.92, 32)
    near, far, ends = [], [], []
    for across in np.arange(_SHORTEST, _CORNER - 4, 2.0):
        for slope in _SLOPES:
            down = across * slope
            if not _SHORTEST <= down <= _CORNER - 4:
                continue
            normal = np.array((down, across)) / np.hypot(across, down)
            points = np.stack((across * (1 - along), down * along))
            near.append(_places(points - normal[:, None] * _APART))
            far.append(_places(points + normal[:, None] * _APART))
            ends.append((across, down))
    return np.array(near, np.int32), np.array(far, np.int32), np.array(ends)


def _places(points: NDArray[np.float64]) -> NDArray[np.int64]:
    x, y = np.rint(points).clip(0, _CORNER - 1).astype(np.int64)
    return np.asarray(y * _CORNER + x)


_NEAR, _FAR, _ENDS = _lines()


def folded_corner_of(gray_75: GrayPixels) -> Defect | None:
    """Look at the four corners of a page of 75 dpi."""
    height, width = gray_75.shape
    if min(height, width) < 2 * _CORNER:
        return None
    smooth = np.asarray(cv2.GaussianBlur(gray_75, (0, 0), 0.8), np.float32)
    smooth *= 100 / max(float(np.percentile(smooth[::3, ::3], 75)), 1.0)
    corners = (smooth, smooth[:, ::-1], smooth[::-1], smooth[::-1, ::-1])
    best, where = 0.0, (0, 0)
    for place, corner in enumerate(corners):
        levels = np.ascontiguousarray(corner[:_CORNER, :_CORNER]).ravel()
        steps = np.sort(levels[_FAR] - levels[_NEAR], axis=1)
        # four fifths of the line have at least this step, and all of them the same way
        least = np.maximum(steps[:, 6], -steps[:, -7])
        line = int(least.argmax())
        if least[line] > best:
            best, where = float(least[line]), (place, line)
    if best <= _STEP:
        return None
    place, line = where
    wide, high = (int(side) for side in _ENDS[line])
    x = width - wide if place % 2 else 0
    y = height - high if place >= 2 else 0
    return Defect(DefectKind.FOLDED_CORNER, Region.of_pixels((x, y, wide, high), _DPI))
