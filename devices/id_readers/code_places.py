"""Where in a picture a QR code may be: squares that are full of edges in both directions."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.pictures import GrayPixels

_WIDEST = 2100
"""Pixels. Wider pictures are halved first: a code that is readable is large in them."""
_SMALLEST = 60
"""Pixels. A code of a card has 57 modules or more."""
_CELL = 4
_WINDOWS = (23, 33, 45)
"""Sides in cells of the squares that are tried."""
_PEAKS_OF_A_WINDOW = 3
_FAINTEST = 0.05
"""Strength. A code whose dark and light are some ten gray levels apart has more."""
_NOISY = 2.2
"""Gray levels. Above this, a quarter of the picture's flattest cells is noise, not paper."""

_LIGHT_OVER, _DARKEST = 21, 25.0
"""Cells, and gray levels: an edge in the shade is as much of an edge as one in the light."""

_Energy = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class CodePlace:
    """A square that may hold a code, in pixels of the picture."""

    x: float
    y: float
    side: float
    strength: float
    """How much it looks like a code, beside the other places of the same picture."""

    def crop(self, pixels: GrayPixels, *, margin: float = 0.35) -> GrayPixels:
        """Cut the square out of its picture, with ``margin`` sides of what is around it."""
        reach = self.side * (0.5 + margin)
        height, width = pixels.shape
        left, right = max(0, int(self.x - reach)), min(width, int(self.x + reach))
        top, bottom = max(0, int(self.y - reach)), min(height, int(self.y + reach))
        return np.ascontiguousarray(pixels[top:bottom, left:right])


def find_code_places(pixels: GrayPixels, *, most: int = 4, coarse: bool = False) -> list[CodePlace]:
    """Find the squares that look most like a QR code, the likeliest first.

    Edges are measured in cells of four pixels, across and down; where both are strong and even
    over a whole window, and weak around it, there is a code, or small print.

    Args:
        pixels: the picture.
        most: how many places to give at most.
        coarse: look at half the size, where large codes have their edges closer together.
    """
    halvings = 0
    small = pixels
    while max(small.shape) > _WIDEST and min(small.shape) > 1:
        small = cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
        halvings += 1
    if coarse and min(small.shape) > 1:
        small = cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
        halvings += 1
    if min(small.shape) < _SMALLEST:
        return []
    scale = _CELL * 2**halvings
    energy = _edge_energy(small)
    places: list[CodePlace] = []
    for strength, x, y, window in _peaks(energy):
        middle_x, middle_y, side = _extent(energy, x, y, window)
        place = CodePlace(
            (middle_x + 0.5) * scale, (middle_y + 0.5) * scale, side * scale, strength
        )
        if strength < _FAINTEST:
            break
        if place.side >= _SMALLEST and not any(_same(place, other) for other in places):
            places.append(place)
        if len(places) == most:
            break
    return places


def _edge_energy(pixels: GrayPixels) -> _Energy:
    """Give the weaker of the two directions' edges in each cell: less the noise, in even light."""
    across, down = _edges(pixels, step=1)
    floor = float(np.percentile(across[::3, ::3], 25))
    if floor > _NOISY:
        across, down = _edges(cv2.GaussianBlur(pixels, (0, 0), 1.2), step=2)  # type: ignore[arg-type]
        floor = float(np.percentile(across[::3, ::3], 25))
    weaker = np.minimum(cv2.blur(across - floor, (5, 5)), cv2.blur(down - floor, (5, 5)))
    light = cv2.blur(_in_cells(pixels), (_LIGHT_OVER, _LIGHT_OVER))
    energy = np.maximum(weaker, 0) * (128 / (light + _DARKEST))
    return energy.astype(np.float32, copy=False)


def _edges(pixels: GrayPixels, *, step: int) -> tuple[_Energy, _Energy]:
    across, down = np.zeros_like(pixels), np.zeros_like(pixels)
    across[:, step:] = cv2.absdiff(pixels[:, step:], pixels[:, :-step])
    down[step:] = cv2.absdiff(pixels[step:], pixels[:-step])
    return _in_cells(across), _in_cells(down)


def _in_cells(pixels: GrayPixels) -> _Energy:
    """Give the mean of each cell."""
    cells = (pixels.shape[1] // _CELL, pixels.shape[0] // _CELL)
    whole = pixels[: cells[1] * _CELL, : cells[0] * _CELL]
    return cv2.resize(whole, cells, interpolation=cv2.INTER_AREA).astype(np.float32)


def _peaks(energy: _Energy) -> Iterator[tuple[float, int, int, int]]:
    """Give strength, cell and window of the evenest squares, the best first."""
    root = np.sqrt(energy)
    found = []
    for window in _WINDOWS:
        even = cv2.blur(root, (window, window)) ** 2  # an empty part lowers this most
        around = cv2.blur(energy, (2 * window + 1, 2 * window + 1))
        score = even * even / (around + 3)
        for _ in range(_PEAKS_OF_A_WINDOW):
            _, best, _, (x, y) = cv2.minMaxLoc(score)
            found.append((best, x, y, window))
            half = window // 2
            score[max(0, y - half) : y + half + 1, max(0, x - half) : x + half + 1] = 0
    yield from sorted(found, reverse=True)


def _extent(energy: _Energy, x: int, y: int, window: int) -> tuple[float, float, float]:
    """Follow the busy cells around a peak to their borders; the window where they have none.

    Returns:
        Middle and side, in cells.
    """
    reach = 40
    near = energy[max(0, y - 4) : y + 5, max(0, x - 4) : x + 5]
    left, top = max(0, x - reach), max(0, y - reach)
    part = energy[top : y + reach + 1, left : x + reach + 1]
    busy = cv2.morphologyEx(
        (part > 0.5 * float(np.median(near))).astype(np.uint8),
        cv2.MORPH_OPEN,
        np.ones((5, 5), np.uint8),
    )
    _, labels, statistics, centres = cv2.connectedComponentsWithStats(busy)
    label = int(labels[y - top, x - left])
    if label == 0:
        return x, y, window
    box_left, box_top, width, height, area = (int(value) for value in statistics[label])
    if max(width, height) > 1.7 * min(width, height) or area < 0.45 * width * height:
        centre_x, centre_y = (float(value) for value in centres[label])
        return left + centre_x, top + centre_y, 1.1 * area**0.5
    return left + box_left + width / 2, top + box_top + height / 2, max(width, height)


def _same(one: CodePlace, other: CodePlace) -> bool:
    apart = float(np.hypot(one.x - other.x, one.y - other.y))
    return apart < 0.35 * max(one.side, other.side) and 0.6 < one.side / other.side < 1.6
