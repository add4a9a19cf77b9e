"""One turn and one change of pitch: a picture that is resampled twice is blurred twice."""

import cv2
import numpy as np

from devices.page_pipeline.result import RESULT_DPI
from devices.page_pipeline.scales import RgbPixels, reduced

_STRIP = 64
"""Pixels. One whole row of a turned page comes from a hundred rows of the picture, which no cache
holds until the next row: a page turned by 3° took more than twice as long."""


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
    back = np.asarray(cv2.invertAffineTransform(turn), np.float64)
    straight = np.empty((size[1], size[0], page.shape[2]), np.uint8)
    step = _STRIP if degrees else size[0]
    for left in range(0, size[0], step):
        strip = straight[:, left : left + step]
        from_strip = np.column_stack((back[:, :2], back[:, 2] + left * back[:, 0]))
        cv2.warpAffine(
            page,
            from_strip,
            (strip.shape[1], size[1]),
            dst=strip,
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=tuple(float(level) for level in paper),
        )
    return straight


def paper_colour(colour_75: RgbPixels) -> tuple[int, int, int]:
    """Give the colour that most of a page has."""
    red, green, blue = np.percentile(colour_75[::3, ::3].reshape(-1, 3), 70, axis=0).astype(int)
    return int(red), int(green), int(blue)
