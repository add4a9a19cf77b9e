"""Text apart from the rest: a sharp mask of one bit, and a background that may be coarser.

Text takes most of a page's bytes in JPEG and least in a fax code. What is coloured, pale, or part
of a picture stays in the background, so that no stamp is ever cut in two.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import Channels, GrayPixels, RgbPixels
from devices.page_pipeline.whitening import cells_of

Mask = NDArray[np.uint8]
"""Height × width, 255 where there is text, else 0."""
_TEXT_DARKER_THAN = 150
_TEXT_GRAYER_THAN = 45
_COLOURED_FROM, _COLOURED_POINT_FROM = 12, 40
"""Difference of the channels, over 0.6 mm and in one pixel. Gray things under a scanner's noise
reach 9 and 22, a third of a stamp's ink 56 and 66."""
_PICTURE_LEVEL = 215
_SMALLEST_PICTURE_MM = 9


@dataclass(frozen=True, slots=True)
class Layers:
    """A page of 200 dpi, split. ``pictures`` is the share of it that pictures take.

    ``page`` is all of it. It and the background have one channel where nothing on it is coloured:
    white paper would take as much again, twice, to say that it has no colour.
    """

    text: Mask
    written: Mask
    """The text, and what a blue pen wrote: it stays in the background, but it has a direction."""
    background: RgbPixels | GrayPixels
    page: RgbPixels | GrayPixels
    pictures: float


def split_layers(page_200: Channels) -> Layers:
    """Split a whitened page; its background keeps the pitch."""
    red, green, blue = page_200
    brightest = cv2.max(cv2.max(red, green), blue)
    colour = cv2.subtract(brightest, cv2.min(cv2.min(red, green), blue))
    around = cv2.blur(colour, (5, 5))
    coloured = _highest(around) >= _COLOURED_FROM or _highest(colour) >= _COLOURED_POINT_FROM
    is_gray = cv2.threshold(around, _TEXT_GRAYER_THAN - 1, 255, cv2.THRESH_BINARY_INV)[1]
    dark = cv2.threshold(brightest, _TEXT_DARKER_THAN - 1, 255, cv2.THRESH_BINARY_INV)[1]
    text = cv2.bitwise_and(dark, is_gray)
    pictures, share = _pictures(brightest)
    written = text
    if coloured:  # blue ink is as dark as print in the red channel; a red stamp is not seen there
        written = cv2.threshold(red, _TEXT_DARKER_THAN - 1, 255, cv2.THRESH_BINARY_INV)[1]
    if share:
        text = cv2.bitwise_and(text, cv2.bitwise_not(pictures))
        written = cv2.bitwise_and(written, cv2.bitwise_not(pictures))
    # the rim of a letter would be a gray ghost below it
    erased = cv2.bitwise_and(cv2.dilate(text, np.ones((3, 3), np.uint8)), is_gray)
    page = np.asarray(cv2.merge(page_200), np.uint8) if coloured else gray_of(page_200)
    erasing = cv2.merge([erased] * 3) if coloured else erased
    background = np.asarray(cv2.bitwise_or(page, erasing), np.uint8)
    return Layers(
        np.asarray(text, np.uint8), np.asarray(written, np.uint8), background, page, share
    )


def gray_of(page: Channels) -> GrayPixels:
    """Give how bright a page is."""
    return np.asarray(cv2.cvtColor(cv2.merge(page), cv2.COLOR_RGB2GRAY), np.uint8)


def _highest(levels: object) -> float:
    return float(cv2.minMaxLoc(np.asarray(levels, np.uint8))[1])


def _pictures(brightest: object) -> tuple[Mask, float]:
    """Find what is dark over whole square millimetres: photographs, solid bars, copied cards."""
    gray = np.asarray(brightest, dtype=np.uint8)
    height, width = gray.shape
    cells = cells_of(gray)
    toned = cv2.threshold(cells, _PICTURE_LEVEL, 255, cv2.THRESH_BINARY_INV)[1]
    # text of 1 mm cells is toned too, but always with white between its lines
    side = _SMALLEST_PICTURE_MM
    solid = cv2.morphologyEx(toned, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    if not cv2.countNonZero(solid):
        return np.zeros_like(gray), 0.0
    grown = cv2.dilate(solid, np.ones((5, 5), np.uint8))
    share = cv2.countNonZero(grown) / grown.size
    return np.asarray(cv2.resize(grown, (width, height), interpolation=cv2.INTER_NEAREST)), share


def mono(page_200: Channels) -> Mask:
    """Decide black or white for every pixel of a whitened page: 255 where it is black."""
    gray = gray_of(page_200)
    level, black = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if level < _LOWEST_MONO_LEVEL or level > _HIGHEST_MONO_LEVEL:  # hardly any ink: no two heaps
        fixed = min(max(level, _LOWEST_MONO_LEVEL), _HIGHEST_MONO_LEVEL)
        black = cv2.threshold(gray, fixed, 255, cv2.THRESH_BINARY_INV)[1]
    return np.asarray(black, np.uint8)


_LOWEST_MONO_LEVEL, _HIGHEST_MONO_LEVEL = 110, 215
