"""A finger on the page: skin at its border, once the paper has been balanced to white."""

import cv2
import numpy as np

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.levels import level_of
from devices.page_pipeline.scales import RgbPixels

_SMALLEST_MM2 = 60
_SKIN_LOW, _SKIN_HIGH = (50, 142, 75), (225, 185, 122)
"""Luminance, red and blue difference."""
_BORDER = 0.03
_DPI = 37.5


def finger_of(colour_75: RgbPixels) -> Defect | None:
    """Look at a page of 75 dpi."""
    small = cv2.resize(colour_75, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    pixels = np.asarray(small, np.uint8)
    height, width = pixels.shape[:2]
    paper = np.array([max(level_of(pixels, 0.7, channel=one), 40) for one in range(3)])
    levels = np.arange(256)[:, None] / paper * 235
    balanced = cv2.LUT(pixels, np.clip(levels, 0, 255).astype(np.uint8).reshape(1, 256, 3))
    skin = cv2.inRange(cv2.cvtColor(balanced, cv2.COLOR_RGB2YCrCb), _SKIN_LOW, _SKIN_HIGH)
    skin = cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    margin = int(_BORDER * width)
    smallest = _SMALLEST_MM2 * (_DPI / 25.4) ** 2
    for x, y, wide, high, area in cv2.connectedComponentsWithStats(skin)[2][1:]:
        at_border = x <= margin or y <= margin or x + wide >= width - margin
        if area > smallest and (at_border or y + high >= height - margin):
            box = (int(x), int(y), int(wide), int(high))
            return Defect(DefectKind.FINGER, Region.of_pixels(box, _DPI))
    return None
