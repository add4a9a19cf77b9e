"""The sizes in which the stages look at a page, and the pitch of a page that does not say it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

RgbPixels = NDArray[np.uint8]
"""Height × width × 3: red, green, blue."""
GrayPixels = NDArray[np.uint8]
Channels = tuple[GrayPixels, GrayPixels, GrayPixels]
"""Red, green, blue of the same page: what looks at each by itself need not take them apart."""

CELL = 8
"""Pixels of 200 dpi on a side of the cells in which the paper is estimated: 1 mm."""
_A4_LONG_SIDE_INCH = 297 / 25.4
_USUAL_DPI = (75, 100, 120, 150, 200, 240, 300, 400, 600)
_TAG_RANGE = (50, 1250)
_LONGEST_SIDE_INCH, _SHORTEST_SIDE_INCH = 18.0, 1.0
"""A3 with its margins; a slip of paper. A tag that makes a page larger or smaller is wrong."""


def pitch_of(height: int, width: int, tagged_dpi: float | None) -> float:
    """Give the dots per inch of a page.

    A tag is believed if it makes a sheet that a scanner can hold. Else the page is taken for A4,
    and its pitch for a usual one if it is within 3 % of it.
    """
    longer, shorter = max(height, width), min(height, width)
    if tagged_dpi is not None and _TAG_RANGE[0] <= tagged_dpi <= _TAG_RANGE[1]:
        fits = longer / tagged_dpi <= _LONGEST_SIDE_INCH
        if fits and shorter / tagged_dpi >= _SHORTEST_SIDE_INCH:
            return tagged_dpi
    guessed = longer / _A4_LONG_SIDE_INCH
    nearest = min(_USUAL_DPI, key=lambda dpi: abs(dpi - guessed))
    return float(nearest) if abs(nearest / guessed - 1) < 0.03 else guessed


@dataclass(frozen=True, slots=True)
class Scales:
    """One page in its own pitch and in those that the stages measure at."""

    full: RgbPixels
    dpi: float
    colour_150: RgbPixels
    gray_150: GrayPixels
    contrast_100: GrayPixels
    """How much darker each pixel is than the lightest within 4 mm: ink, not paper."""
    colour_75: RgbPixels
    gray_75: GrayPixels

    @classmethod
    def of(cls, full: RgbPixels, dpi: float) -> "Scales":
        """Reduce a page. One of a usual pitch is cut to whole cells: an exact half is quick."""
        if dpi in (200, 300):
            cell = int(CELL * dpi / 200)
            full = full[: full.shape[0] // cell * cell, : full.shape[1] // cell * cell]
        colour_150 = reduced(full, 150 / dpi)
        gray_150 = _as_gray(cv2.cvtColor(colour_150, cv2.COLOR_RGB2GRAY))
        gray_100 = reduced(gray_150, 2 / 3)
        colour_75 = reduced(colour_150, 1 / 2)
        return cls(
            full=full,
            dpi=dpi,
            colour_150=colour_150,
            gray_150=gray_150,
            contrast_100=contrast_of(gray_100, reach=15),
            colour_75=colour_75,
            gray_75=_as_gray(cv2.cvtColor(colour_75, cv2.COLOR_RGB2GRAY)),
        )


def reduced(pixels: NDArray[np.uint8], factor: float) -> NDArray[np.uint8]:
    """Resize, averaging where it becomes smaller."""
    height, width = pixels.shape[:2]
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    # exact halves take a tenth of the time of any other average over areas
    while not (height % 2 or width % 2) and 2 * size[0] <= width and 2 * size[1] <= height:
        pixels = np.asarray(
            cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8
        )
        height, width = pixels.shape[:2]
    if size == (width, height):
        return pixels
    # down to two thirds no pixel counts for less than three quarters, in a fifth of the time
    by_areas = 3 * size[0] < 2 * width or 3 * size[1] < 2 * height
    way = cv2.INTER_AREA if by_areas else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, size, interpolation=way), dtype=np.uint8)


def contrast_of(gray: GrayPixels, *, reach: int) -> GrayPixels:
    """Give how much darker each pixel is than the lightest within ``reach`` pixels around it."""
    paper = cv2.morphologyEx(gray, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    return _as_gray(cv2.subtract(paper, gray))


def _as_gray(pixels: object) -> GrayPixels:
    return np.asarray(pixels, dtype=np.uint8)
