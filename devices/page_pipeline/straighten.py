"""One turn and one change of pitch: a picture that is resampled twice is blurred twice."""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.levels import level_of
from devices.page_pipeline.result import RESULT_DPI
from devices.page_pipeline.scales import RgbPixels, reduced

_TILE = (320, 416)
"""Rows and columns of the result: what they are made of stays near the processor."""


def straightened(
    page: RgbPixels, dpi: float, *, degrees: float, quarter_turns: int, paper: tuple[int, int, int]
) -> RgbPixels:
    """Turn a page back and bring it to 200 dpi.

    Args:
        degrees: by which its content is turned, after the quarter turns.
        quarter_turns: clockwise, first.
        paper: what stands where the turned page had nothing.
    """
    if quarter_turns:
        page = np.ascontiguousarray(np.rot90(page, -quarter_turns))
    if dpi >= 2 * RESULT_DPI:  # linear sampling would skip pixels
        page, dpi = reduced(page, 1.5 * RESULT_DPI / dpi), 1.5 * RESULT_DPI
    scale = RESULT_DPI / dpi
    height, width = page.shape[:2]
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    turn = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1), np.float64)
    turn[:2] *= scale
    return _turned(np.asarray(page, np.uint8), turn, size, paper)


def _turned(
    page: RgbPixels,
    turn: NDArray[np.float64],
    size: tuple[int, int],
    paper: tuple[int, int, int],
) -> RgbPixels:
    """Resample a page in tiles of four channels: OpenCV takes twice as long for three."""
    width, height = size
    border = (*(float(level) for level in paper), 255.0)
    straight = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, _TILE[0]):
        for left in range(0, width, _TILE[1]):
            part = straight[top : top + _TILE[0], left : left + _TILE[1]]
            high, wide = part.shape[:2]
            x, y, seen = _seen_by(page, turn, (left, top, left + wide, top + high))
            move = turn.copy()
            move[:, 2] += turn[:, :2] @ (x, y) - (left, top)
            tile = cv2.warpAffine(
                cv2.cvtColor(seen, cv2.COLOR_RGB2RGBA),
                move,
                (wide, high),
                flags=cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_CONSTANT,
                borderValue=border,
            )
            cv2.cvtColor(tile, cv2.COLOR_RGBA2RGB, dst=part)
    return straight


def _seen_by(
    page: RgbPixels, turn: NDArray[np.float64], box: tuple[int, int, int, int]
) -> tuple[int, int, RgbPixels]:
    """Give the part of a page that a box of the result is made of, and where it begins."""
    (a, b, c), (d, e, f) = np.asarray(cv2.invertAffineTransform(turn)).tolist()
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    across = [a * x + b * y + c for x, y in corners]
    down = [d * x + e * y + f for x, y in corners]
    height, width = page.shape[:2]
    left = min(max(int(min(across)) - 2, 0), width - 1)
    top = min(max(int(min(down)) - 2, 0), height - 1)
    right, foot = max(int(max(across)) + 3, left + 1), max(int(max(down)) + 3, top + 1)
    return left, top, page[top:foot, left:right]


def paper_colour(colour_75: RgbPixels) -> tuple[int, int, int]:
    """Give the colour that most of a page has."""
    some = np.ascontiguousarray(colour_75[::3, ::3])
    red, green, blue = (level_of(some, 0.7, channel=one) for one in range(3))
    return red, green, blue
