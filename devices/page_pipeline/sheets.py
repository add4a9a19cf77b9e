"""Makes sheets of clean pages: turned, masked, or two sides of a card on one A4.

A mask is true redaction: the pixels below it are gone from every layer before it is encoded.
"""

import struct
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.copy_mark import dotted_across, line_between, pale_across
from devices.page_pipeline.encoding import as_group_4, as_jpeg
from devices.page_pipeline.layers import Mask
from devices.page_pipeline.result import RESULT_DPI, CleanPage, Picture
from devices.page_pipeline.scales import RgbPixels
from devices.page_pipeline.sheet_recipe import Box, SheetRecipe, Side
from station.forms.copy_purpose import CopyPurpose

_QUALITY, _TWO_SIDES_QUALITY = 75, 65
"""Of a background that is encoded a second time: higher than the first, so that it loses little."""
_TEXT_LEVEL = 25
"""How the PDF prints the text layer; see ``pdf``."""
_A4 = (round(210 / 25.4 * RESULT_DPI), round(297 / 25.4 * RESULT_DPI))
_WHITE_FROM = 235
_MARGIN = 12
_FULL = 10_000


def made(recipe: SheetRecipe) -> CleanPage:
    """Make one sheet."""
    front = _edited(recipe.front)
    if recipe.back is None:
        return front
    return _on_one_a4(front, _edited(recipe.back), recipe.purpose)


def drawn(page: CleanPage) -> RgbPixels:
    """Draw a page as it is printed, at 200 dpi."""
    if page.background is None:
        below: RgbPixels = np.full((page.height, page.width, 3), 255, np.uint8)
    else:
        decoded = cv2.imdecode(np.frombuffer(page.background.content, np.uint8), cv2.IMREAD_COLOR)
        if decoded is None:
            raise ValueError("the background is no picture")
        size = (page.width, page.height)
        if decoded.shape[1::-1] != size:
            decoded = cv2.resize(decoded, size, interpolation=cv2.INTER_LINEAR)
        below = np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), np.uint8)
    if page.text is not None:
        below[from_group_4(page.text) > 0] = _TEXT_LEVEL if page.background is not None else 0
    return below


def from_group_4(picture: Picture) -> Mask:
    """Decode one strip of CCITT group 4: 255 where it is black."""
    entries = (
        (256, 4, picture.width),
        (257, 4, picture.height),
        (258, 3, 1),
        (259, 3, 4),  # group 4
        (262, 3, 0),  # 1 is black
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, picture.height),
        (279, 4, len(picture.content)),
    )
    body = picture.content + b"\0" * (len(picture.content) % 2)
    head = struct.pack("<2sHI", b"II", 42, 8 + len(body))
    directory = struct.pack("<H", len(entries))
    for tag, kind, value in entries:
        directory += struct.pack("<HHII", tag, kind, 1, value)
    file = head + body + directory + struct.pack("<I", 0)
    decoded = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_GRAYSCALE)
    if decoded is None or decoded.shape != (picture.height, picture.width):
        raise ValueError("the text layer is no fax code")
    return np.asarray(255 - decoded, np.uint8)


def _edited(side: Side) -> CleanPage:
    page, turns = side.page, side.turns % 4
    if not turns and not side.masks:
        return page
    text = None if page.text is None else from_group_4(page.text)
    background = None if page.background is None else _decoded(page.background)
    for box in side.masks:
        if background is not None:
            background[_slices(box, background.shape)] = 0
            if text is not None:
                text[_slices(box, text.shape)] = 0
        elif text is not None:
            text[_slices(box, text.shape)] = 255
    if turns:
        text = None if text is None else np.rot90(text, -turns)
        background = None if background is None else np.rot90(background, -turns)
    width, height = (page.height, page.width) if turns % 2 else (page.width, page.height)
    return replace(
        page,
        width=width,
        height=height,
        text=None if text is None or not text.any() else _group_4(text),
        background=None if background is None else _jpeg(background),
    )


def _decoded(picture: Picture) -> NDArray[np.uint8]:
    kind = cv2.IMREAD_GRAYSCALE if picture.channels == 1 else cv2.IMREAD_COLOR
    decoded = cv2.imdecode(np.frombuffer(picture.content, np.uint8), kind)
    if decoded is None:
        raise ValueError("the background is no picture")
    if picture.channels != 1:
        decoded = cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB)
    return np.array(decoded, np.uint8)


def _slices(box: Box, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Give the pixels of a box, and those that it only touches."""
    left, top, width, height = box
    rows, columns = shape[:2]
    return (
        slice(top * rows // _FULL, -(-(top + height) * rows // _FULL)),
        slice(left * columns // _FULL, -(-(left + width) * columns // _FULL)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands on one page, with a little white around it: two layers as on the page.

    ``pitch``: of the lower layer, as a share of the page's; 0 where there is none.
    """

    below: RgbPixels
    text: Mask
    pitch: float

    def saying(self, words: str, *, in_dots: bool) -> "_Part":
        if in_dots:
            return replace(self, text=dotted_across(self.text, words))
        return replace(self, below=pale_across(self.below, words))


def _on_one_a4(front: CleanPage, back: CleanPage, purpose: CopyPurpose | None) -> CleanPage:
    """Put what stands on two pages onto one, each in its half and in its own size.

    What the copy is for becomes pixels of the layers that bear the card, so that nobody lifts it
    off: without the words there is no portrait either.
    """
    width, height = _A4
    below = np.full((height, width, 3), 255, np.uint8)
    text = np.zeros((height, width), np.uint8)
    one_bit = front.background is None and back.background is None
    half = height // 2
    if purpose is not None:
        between = line_between(purpose.lines, width)
        half = (height - len(between)) // 2
        text[half : half + len(between)] = between
    pitch = 0.0
    for number, page in enumerate((front, back)):
        part = _part_of(page, width - 2 * _MARGIN, half - 2 * _MARGIN)
        if purpose is not None:
            part = part.saying(purpose.across, in_dots=one_bit)
        high, wide = part.text.shape
        y = number * (height - half) + (half - high) // 2
        x = (width - wide) // 2
        below[y : y + high, x : x + wide] = part.below
        text[y : y + high, x : x + wide] = part.text
        pitch = max(pitch, part.pitch)
    background = None
    if pitch:
        grays = all(p.background is None or p.background.channels == 1 for p in (front, back))
        pixels = np.asarray(cv2.cvtColor(below, cv2.COLOR_RGB2GRAY), np.uint8) if grays else below
        size = (round(width * pitch), round(height * pitch))
        smaller = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
        background = _jpeg(smaller, _TWO_SIDES_QUALITY)
    return replace(
        front,
        width=width,
        height=height,
        text=_group_4(text) if text.any() else None,
        background=background,
    )


def _part_of(page: CleanPage, width: int, height: int) -> _Part:
    """Cut out what stands on a page, not larger than this."""
    whole = drawn(page)
    place = _content(whole)
    seen = whole[place]
    fit = min(1.0, width / seen.shape[1], height / seen.shape[0])
    if fit < 1:  # two whole pages were put together: smaller is better than cut off
        size = (max(1, int(seen.shape[1] * fit)), max(1, int(seen.shape[0] * fit)))
        seen = np.asarray(cv2.resize(seen, size, interpolation=cv2.INTER_AREA), np.uint8)
    white = np.full_like(seen, 255)
    if page.background is None:
        return _Part(white, np.where(seen[:, :, 0] < 128, np.uint8(255), np.uint8(0)), 0)
    if fit < 1 or page.text is None:
        return _Part(seen, np.zeros(seen.shape[:2], np.uint8), 1)
    below = drawn(replace(page, text=None))[place]
    return _Part(below, from_group_4(page.text)[place], page.background.width / page.width)


def _content(pixels: RgbPixels) -> tuple[slice, slice]:
    """Tell where something is not white, with a little white around it."""
    dark = (pixels.min(axis=2) < _WHITE_FROM).astype(np.uint8)
    solid = np.asarray(cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)))
    x, y, width, height = cv2.boundingRect(solid)
    if not width or not height:
        return slice(None), slice(None)
    top, left = max(0, y - _MARGIN), max(0, x - _MARGIN)
    return slice(top, y + height + _MARGIN), slice(left, x + width + _MARGIN)


def _group_4(black: Mask) -> Picture:
    height, width = black.shape
    return Picture(
        as_group_4(np.ascontiguousarray(black)), width=width, height=height, channels=1, bits=1
    )


def _jpeg(pixels: NDArray[np.uint8], quality: int = _QUALITY) -> Picture:
    return Picture(
        as_jpeg(np.ascontiguousarray(pixels), quality),
        width=pixels.shape[1],
        height=pixels.shape[0],
        channels=1 if pixels.ndim == 2 else 3,
    )


def as_view(page: CleanPage, width: int) -> bytes:
    """Give a page as JPEG of a width in pixels, for the screen."""
    pixels = drawn(page)
    if width < pixels.shape[1]:
        height = max(1, round(pixels.shape[0] * width / pixels.shape[1]))
        pixels = np.asarray(
            cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA), np.uint8
        )
    return as_jpeg(np.ascontiguousarray(pixels), 88)
