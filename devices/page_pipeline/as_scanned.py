"""A page as it came, for who wants no step of the pipeline but the pitch of the result."""

import time

import cv2
import numpy as np

from devices.page_pipeline.encoding import as_jpeg
from devices.page_pipeline.result import RESULT_DPI, CleanPage, Picture, Profile
from devices.page_pipeline.scales import RgbPixels, pitch_of, reduced

_QUALITY = 70


def as_scanned(picture: RgbPixels, tagged_dpi: float | None, profile: Profile) -> CleanPage:
    """Give a page without any change but that of its pitch, and of its colours as wanted."""
    started = time.perf_counter()
    dpi = pitch_of(picture.shape[0], picture.shape[1], tagged_dpi)
    if dpi > RESULT_DPI:
        picture = reduced(picture, RESULT_DPI / dpi)
    else:
        scale = RESULT_DPI / dpi
        size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR), np.uint8)
    height, width = picture.shape[:2]
    pixels = picture if profile is Profile.COLOR else cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    below = Picture(
        as_jpeg(np.ascontiguousarray(pixels), _QUALITY),
        width=width,
        height=height,
        channels=3 if profile is Profile.COLOR else 1,
    )
    return CleanPage(
        width=width,
        height=height,
        background=below,
        text=None,
        skew_degrees=0.0,
        rotated=0,
        blank=False,
        defects=(),
        elapsed_ms=round((time.perf_counter() - started) * 1000, 1),
    )
