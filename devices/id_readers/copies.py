"""Copies of a picture in which a code that was too small, soft or pale may be read after all.

Chosen by measuring on pictures of cards from scanners, webcams and phones: each reads some that
the others do not. Thresholding, median and contrast-limited equalisation read none besides.
"""

from collections.abc import Iterator

import cv2

from devices.id_readers.code_places import CodePlace, find_code_places
from devices.pictures import GrayPixels

_MOST_PIXELS = 2_300_000
"""A webcam's picture. In larger ones a code is large as well, and is cut out at full size."""
_SIDES_OF_CODE = (300, 420, 600)
"""Pixels; 5 to 10 for each of the 57 to 73 modules of a card's code."""
_PLAIN_SIDE = 500
_SOFTNESS = 1.35
"""Pixels of blur that sharpening assumes in a code of up to 200 pixels."""


def whole_picture(pixels: GrayPixels) -> GrayPixels:
    """Give the picture, reduced to the size of a webcam's if it is larger."""
    return _scaled(pixels, min(1.0, (_MOST_PIXELS / pixels.size) ** 0.5))


def around_codes(pixels: GrayPixels) -> Iterator[GrayPixels]:
    """Cut out where a code may be, in several sizes, as it is and sharpened."""
    for place in find_code_places(pixels):
        crop = place.crop(pixels)
        for side in _SIDES_OF_CODE:
            yield _sharpened(_scaled(crop, side / place.side), _blur(place, side))
        yield _scaled(crop, _PLAIN_SIDE / place.side)


def _scaled(pixels: GrayPixels, factor: float) -> GrayPixels:
    if factor == 1:
        return pixels
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    size = tuple(max(1, round(length * factor)) for length in pixels.shape[::-1])
    return cv2.resize(pixels, size, interpolation=way)  # type: ignore[return-value]


def _blur(place: CodePlace, side: float) -> float:
    return _SOFTNESS * side / min(place.side, 200)


def _sharpened(pixels: GrayPixels, blur: float) -> GrayPixels:
    soft = cv2.GaussianBlur(pixels, (0, 0), blur)
    return cv2.addWeighted(pixels, 3, soft, -2, 0)  # type: ignore[return-value]
