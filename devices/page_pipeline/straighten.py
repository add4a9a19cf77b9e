"""One turn and one change of pitch: a picture that is resampled twice is blurred twice."""

import cv2
import numpy as np

from devices.page_pipeline.levels import level_of
from devices.page_pipeline.resampling import resampled
from devices.page_pipeline.result import RESULT_DPI
from devices.page_pipeline.scales import RgbPixels, reduced

_LEAST_MOVE = 1.0
"""Pixels by which the ends of a page of 200 dpi are off: a turn would cost more sharpness."""


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
    height, width = page.shape[:2]
    if dpi == RESULT_DPI and abs(np.deg2rad(degrees)) * max(height, width) / 2 < _LEAST_MOVE:
        return page
    scale = RESULT_DPI / dpi
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    turn = scale * np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1))
    return resampled(page, np.vstack((turn, (0, 0, 1))), size, paper)


def paper_colour(colour_75: RgbPixels) -> tuple[int, int, int]:
    """Give the colour that most of a page has."""
    some = np.ascontiguousarray(colour_75[::3, ::3])
    red, green, blue = (level_of(some, 0.7, channel=one) for one in range(3))
    return red, green, blue
