"""Finder patterns, found by correlation with what a blurred one looks like.

Scan lines that count 1:1:3:1:1 lose a finder whose edges are gone; its picture as a whole is still
there. The patch of the picture is turned upright and brought to one size first, so that only the
module size has to be tried.
"""

import math
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.pictures import GrayPixels

Pixels = NDArray[np.float32]
Affine = NDArray[np.float64]
_MODULE_SIZES = (2.15, 2.45, 2.8, 3.2, 3.6, 4.1)
"""Pixels of the patch: a version 10 code of 200 pixels has 3.5, a version 18 one 2.2."""
_SOFTNESS = 0.35
"""Modules of blur that the templates expect."""
_LEAST_LIKENESS = 0.42
_MOST = 14
_SPAN = 1.62
"""Side of a patch in sides of the code: a square turned by 45 degrees still fits, with its rim."""


@dataclass(frozen=True, slots=True)
class Finder:
    """One finder pattern, in pixels of its patch."""

    likeness: float
    """Correlation with the template, 0 to 1."""
    x: float
    y: float
    module: float
    """Pixels that a module is wide."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of the picture, turned and scaled, and how its points lie in the picture."""

    pixels: Pixels
    to_picture: Affine
    side: float
    """Pixels that the code should be wide in the patch."""

    def in_picture(self, x: float, y: float) -> tuple[float, float]:
        """Give the picture's pixel behind a pixel of the patch."""
        u, v = self.to_picture @ (x, y, 1.0)
        return float(u), float(v)


def angle_of(pixels: NDArray[np.float32]) -> float:
    """Give the direction of the edges modulo a right angle, in radians.

    The gradients' directions are multiplied by four, so that all four sides of a module agree.
    """
    across = cv2.Sobel(pixels, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(pixels, cv2.CV_32F, 0, 1)
    real, imaginary = across * across - down * down, 2 * across * down
    strength = across * across + down * down + 1e-3
    cosine = float(((real * real - imaginary * imaginary) / strength).sum())
    sine = float((2 * real * imaginary / strength).sum())
    return math.atan2(sine, cosine) / 4


def cut_patch(
    pixels: GrayPixels, centre: tuple[float, float], side: float, angle: float, *, to_side: int
) -> Patch:
    """Cut out the code around ``centre``, turned by ``angle`` and scaled to ``to_side`` pixels."""
    scale = to_side / side
    size = int(to_side * _SPAN)
    cosine, sine = math.cos(angle) / scale, math.sin(angle) / scale
    half = size / 2
    to_picture = np.array(
        [
            [cosine, -sine, centre[0] - cosine * half + sine * half],
            [sine, cosine, centre[1] - sine * half - cosine * half],
        ]
    )
    source, inside = pixels, to_picture
    if scale < 0.8:  # blur first, or the finer modules would alias
        reach = int(side * 1.2)
        left, top = max(0, int(centre[0]) - reach), max(0, int(centre[1]) - reach)
        part = pixels[top : int(centre[1]) + reach, left : int(centre[0]) + reach]
        inside = to_picture.copy()
        inside[:, 2] -= (left, top)
        fewer = _fewer(part, int(0.5 / scale))
        shrunk = np.array(fewer.shape[::-1]) / part.shape[::-1]
        inside[:, 2] = (inside[:, 2] + 0.5) * shrunk - 0.5
        inside[:, :2] *= shrunk[:, None]
        source = cv2.GaussianBlur(fewer, (0, 0), 0.45 / scale * float(shrunk.min()))  # type: ignore[assignment]
    turned = cv2.warpAffine(
        source,
        inside,
        (size, size),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return Patch(turned.astype(np.float32), to_picture, float(to_side))


def _fewer(pixels: GrayPixels, times: int) -> GrayPixels:
    """Reduce what is much larger than it is needed: blurring all of it would take a second."""
    if times < 2 or min(pixels.shape) < times:
        return pixels
    size = tuple(length // times for length in pixels.shape[::-1])
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def find_finders(patch: Pixels) -> list[Finder]:
    """Find what looks like a finder pattern, the likest first."""
    found = []
    for module in _MODULE_SIZES:
        template = _template(module)
        likeness = likeness_of(template, patch)
        highest = cv2.dilate(likeness, np.ones((9, 9), np.uint8))
        half = len(template) // 2
        for row, column in np.argwhere((likeness >= highest) & (likeness > _LEAST_LIKENESS)):
            x, y = peak_at(likeness, int(column), int(row))
            found.append(Finder(float(likeness[row, column]), x + half, y + half, module))
    found.sort(key=lambda one: -one.likeness)
    kept: list[Finder] = []
    for one in found:
        if all(not _same(one, other) for other in kept):
            kept.append(one)
        if len(kept) == _MOST:
            break
    return kept


def likeness_of(template: Pixels, pixels: Pixels) -> Pixels:
    """Give the correlation of a template with every place of a picture."""
    likeness = cv2.matchTemplate(pixels, template, cv2.TM_CCOEFF_NORMED)
    return likeness.astype(np.float32, copy=False)


def peak_at(values: NDArray[np.float32], column: int, row: int) -> tuple[float, float]:
    """Place a peak between the pixels, by the parabola through its neighbours."""
    height, width = values.shape
    if not (0 < column < width - 1 and 0 < row < height - 1):
        return float(column), float(row)
    here = float(values[row, column])
    return (
        column + _summit(float(values[row, column - 1]), here, float(values[row, column + 1])),
        row + _summit(float(values[row - 1, column]), here, float(values[row + 1, column])),
    )


def _summit(before: float, here: float, after: float) -> float:
    bend = before - 2 * here + after
    return max(-0.5, min(0.5, (before - after) / 2 / bend)) if bend < 0 else 0.0


def _same(one: Finder, other: Finder) -> bool:
    return math.hypot(one.x - other.x, one.y - other.y) <= 3 * max(one.module, other.module)


@cache
def _template(module: float) -> Pixels:
    """Draw a finder with its light rim, nine modules wide, and blur it."""
    side, fine = round(9 * module) | 1, 4
    from_centre = np.abs((np.arange(side * fine) + 0.5) / fine - side / 2) / module
    ring = np.maximum(from_centre[:, None], from_centre[None, :])
    light = ((ring >= 1.5) & (ring < 2.5)) | (ring >= 3.5)
    drawn = cv2.resize(light.astype(np.float32), (side, side), interpolation=cv2.INTER_AREA)
    blurred: Pixels = cv2.GaussianBlur(drawn, (0, 0), max(0.3, _SOFTNESS * module)).astype(
        np.float32
    )
    return blurred
