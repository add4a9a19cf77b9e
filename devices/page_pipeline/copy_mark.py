"""Says on a copy of a card what it is for: pale across each side, plain between the two.

The pale words take light from the paper and never ink from letters or from the modules of a code.
With 16 % of the light, and in one bit with one dot of eight away from ink, as many words of cards
were recognised as without them (609 and 604 of 666), and their codes on 36 of 36 sides.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from devices.page_pipeline.layers import Mask
from devices.page_pipeline.scales import RgbPixels

_PALE_SIZE, _PALE_PITCH, _SLANT = 25, 82, 24
"""Pixels of 200 dpi, and degrees: six rows of 3 mm cross a card."""
_TAKES = 0.16
_GAP = "   •   "
_SHIFT = 0.382
"""By which part of the words each row begins later: they stand below one another nowhere."""
_CLEAR = 13
"""Pixels, half of them on each side of ink, without a dot: closer, dots were taken for accents."""
_SOLID = 128

_LINE_SIZE, _LINE_PITCH, _LINE_MARGIN, _SIDE = 30, 42, 20, 90
"""11 points, between the halves."""


def pale_across(part: RgbPixels, words: str) -> RgbPixels:
    """Lay words over a picture, again and again, so that no piece of it is without them."""
    kept = 1 - _TAKES / 255 * _rows_of(words, part.shape[:2]).astype(np.float32)
    return np.asarray(part * kept[..., None] + 0.5, np.uint8)


def dotted_across(text: Mask, words: str) -> Mask:
    """Do the same in black dots: what has one bit knows nothing pale."""
    height, width = text.shape
    free = cv2.dilate(text, np.ones((_CLEAR, _CLEAR), np.uint8)) == 0
    y, x = np.ogrid[:height, :width]
    every_eighth = (x % 2 == 0) & (y % 2 == 0) & ((x + y) % 4 == 0)
    dots = (_rows_of(words, text.shape) >= _SOLID) & every_eighth & free
    return np.where(dots, np.uint8(255), text)


def line_between(sentence: Sequence[str], width: int) -> Mask:
    """Write a sentence, as wide as the sheet and as high as it needs.

    Args:
        sentence: its parts, each on lines of its own.
    """
    face = _face(_LINE_SIZE)
    room = width - 2 * _SIDE
    lines = [line for part in sentence for line in _broken(part, room, face.getlength)]
    ink = Image.new("L", (width, len(lines) * _LINE_PITCH + 2 * _LINE_MARGIN), 0)
    draw = ImageDraw.Draw(ink)
    for number, line in enumerate(lines):
        middle = (width / 2, _LINE_MARGIN + (number + 0.5) * _LINE_PITCH)
        draw.text(middle, line, fill=255, font=face, anchor="mm")
    return np.where(np.asarray(ink) >= _SOLID, np.uint8(255), np.uint8(0))


def _rows_of(words: str, shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """Draw slanting rows of the same words that fill a picture."""
    height, width = shape
    reach = int(np.hypot(width, height)) + 2 * _PALE_PITCH
    ink = Image.new("L", (reach, reach), 0)
    draw, face = ImageDraw.Draw(ink), _face(_PALE_SIZE)
    once = words + _GAP
    period = face.getlength(once)
    row = once * (int(reach / period) + 2)
    for number, y in enumerate(range(0, reach, _PALE_PITCH)):
        draw.text((-(number * _SHIFT % 1) * period, y), row, fill=255, font=face)
    turned = ink.rotate(_SLANT, Image.Resampling.BILINEAR)
    left, top = (reach - width) // 2, (reach - height) // 2
    return np.asarray(turned.crop((left, top, left + width, top + height)), np.uint8)


def _broken(text: str, width: float, measured: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if line and measured(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


@cache
def _face(size: int) -> ImageFont.FreeTypeFont:
    content = (files("devices.papers") / "fonts" / "Inter-Medium.otf").read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)
