"""A page seen through a change of pitch, a turn or a perspective: one sampling for all of them."""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import RgbPixels

View = NDArray[np.float64]
"""3 × 3: from pixels of the page to pixels of the result."""
_TILE = (320, 416)
"""Rows and columns of the result: what they are made of stays near the processor."""


def resampled(
    page: RgbPixels, view: View, size: tuple[int, int], border: tuple[int, int, int]
) -> RgbPixels:
    """Resample a page in tiles of four channels: OpenCV takes twice as long for three.

    Args:
        size: of the result, width and height.
        border: what stands where the page has nothing.
    """
    width, height = size
    beyond = (*(float(level) for level in border), 255.0)
    back = np.asarray(np.linalg.inv(view), np.float64)
    result = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, _TILE[0]):
        for left in range(0, width, _TILE[1]):
            part = result[top : top + _TILE[0], left : left + _TILE[1]]
            high, wide = part.shape[:2]
            x, y, seen = _seen_by(page, back, (left, top, left + wide, top + high))
            tile = cv2.warpPerspective(
                cv2.cvtColor(seen, cv2.COLOR_RGB2RGBA),
                _moved(-left, -top) @ view @ _moved(x, y),
                (wide, high),
                flags=cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_CONSTANT,
                borderValue=beyond,
            )
            cv2.cvtColor(tile, cv2.COLOR_RGBA2RGB, dst=part)
    return result


def _moved(x: int, y: int) -> View:
    return np.array(((1, 0, x), (0, 1, y), (0, 0, 1)), np.float64)


def _seen_by(
    page: RgbPixels, back: View, box: tuple[int, int, int, int]
) -> tuple[int, int, RgbPixels]:
    """Give the part of a page that a box of the result is made of, and where it begins."""
    corners = np.array([(x, y, 1) for x in box[::2] for y in box[1::2]], np.float64)
    across, down, depth = back @ corners.T
    x, y = across / depth, down / depth
    height, width = page.shape[:2]
    left = min(max(int(x.min()) - 2, 0), width - 1)
    top = min(max(int(y.min()) - 2, 0), height - 1)
    right, foot = max(int(x.max()) + 3, left + 1), max(int(y.max()) + 3, top + 1)
    return left, top, page[top:foot, left:right]
