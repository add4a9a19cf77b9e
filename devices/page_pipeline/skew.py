"""How far a page is turned: the angle at which the rows of its ink are most distinct.

Every dark point is projected on the vertical axis of a page turned by each angle; where lines of
text lie flat, the profile rises and falls most steeply. Only points are turned, never a picture,
so that dotted leaders cannot line up with the pixel grid.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import GrayPixels, contrast_of
from devices.page_pipeline.spots import spots_of

MOST_SKEW_DEGREES = 15.0
"""More than a feeder ever turns a sheet."""
_SURE = 3.0
"""Peak over median of the profile energies; pages with text reach 4 and more."""
_FEWEST_POINTS = 200
_FEWEST_TO_TURN = 4_000
"""Three lines of text."""
_MOST_POINTS = 30_000
_COARSE_POINTS = 8_000
_INK_CONTRAST = 40
_AT_ONCE = 64_000
"""Points that are counted in one go: as many as stay near the processor."""
_SPAN = 4096
"""Longer than the diagonal of an A3 page of 150 dpi, in pixels."""
_SIDEWAYS = 1.6
"""How much more distinct the columns must be than the rows before a page counts as sideways."""
_HARDLY = 0.2
"""How much of the rows' distinctness columns have at most where lines surely run along rows."""
_LETTER_GAP, _CLEARLY, _FEWEST_LETTERS = 5, 1.5, 50
"""Pixels of 100 dpi between letters; how many times more letters, and how many at least, must
stand near others one way than the other way before they say how a page lies."""

Points = NDArray[np.float32]
"""Two rows, x and y, in pixels from the middle of the page."""


@dataclass(frozen=True, slots=True)
class Skew:
    """``degrees`` by which the content is turned; 0 where ``sure`` is false.

    ``sideways``: the lines run along the page's height; ``degrees`` is then measured from there.
    """

    degrees: float
    sure: bool
    sideways: bool
    ink_points: int


def find_skew(contrast_100: GrayPixels, gray_150: GrayPixels) -> Skew:
    """Measure the skew of a page, up to ±15°: roughly at 100 dpi, then exactly at 150."""
    places = _ink(contrast_100)
    count = len(places)
    if count < _FEWEST_POINTS:
        return Skew(0.0, sure=False, sideways=False, ink_points=count)
    points = _points(places[:: max(1, count // _COARSE_POINTS)], contrast_100)
    upright, certainty = _coarse(points)
    on_side, certainty_on_side = _coarse(_quarter_clockwise(points))
    # a streak, a hole or a stamp alone says nothing of which way the page lies
    sideways = count >= _FEWEST_TO_TURN and _is_sideways(contrast_100, certainty, certainty_on_side)
    certainty = certainty_on_side if sideways else certainty
    if certainty <= _SURE:
        return Skew(0.0, sure=False, sideways=False, ink_points=count)
    exact = _some_ink(contrast_of(gray_150, reach=21), _MOST_POINTS)
    angle = on_side if sideways else upright
    degrees = _refined(_quarter_clockwise(exact) if sideways else exact, angle)
    sure = abs(degrees) <= MOST_SKEW_DEGREES + 0.5
    return Skew(degrees if sure else 0.0, sure=sure, sideways=sideways, ink_points=count)


def _is_sideways(contrast_100: GrayPixels, certainty: float, certainty_on_side: float) -> bool:
    """Tell whether lines run along the page's height.

    On the slip of a till and in typewriting letters stand one below another too, in columns more
    distinct than the lines. But the next line is further off than the next letter.
    """
    if certainty_on_side < _HARDLY * certainty:
        return False
    ink = cv2.threshold(contrast_100, _INK_CONTRAST, 255, cv2.THRESH_BINARY)[1]
    alone, across, down = (
        len(spots_of(np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))))[1])
        for gap in ((1, 1), (1, _LETTER_GAP), (_LETTER_GAP, 1))
    )
    beside, below = alone - across, alone - down
    if max(beside, below) >= max(_FEWEST_LETTERS, _CLEARLY * min(beside, below)):
        return below > beside
    return certainty_on_side > _SIDEWAYS * certainty


def _some_ink(contrast: GrayPixels, most: int) -> Points:
    """Give at most so many points of ink, at random."""
    places = _ink(contrast)
    if len(places) > most:
        # a few are drawn twice: to draw each once would shuffle them all
        places = places[np.random.default_rng(0).integers(0, len(places), most)]
    return _points(places, contrast)


def _ink(contrast: GrayPixels) -> NDArray[np.intp]:
    """Give where a page is clearly darker than the paper around: places in reading order."""
    ink = cv2.threshold(contrast, _INK_CONTRAST, 1, cv2.THRESH_BINARY)[1]
    return np.flatnonzero(np.asarray(ink, np.uint8).view(bool))


def _points(places: NDArray[np.intp], contrast: GrayPixels) -> Points:
    height, width = contrast.shape
    y, x = np.divmod(places, width)
    return np.stack((x - np.float32(width / 2), y - np.float32(height / 2))).astype(np.float32)


def _quarter_clockwise(points: Points) -> Points:
    return np.stack((-points[1], points[0]))


def _coarse(points: Points) -> tuple[float, float]:
    """Give the best angle to half a degree, and how far it stands out."""
    angles = np.arange(-MOST_SKEW_DEGREES - 1, MOST_SKEW_DEGREES + 1.01, 0.5)
    energies = _energies(points, angles, bin_px=2.0)
    return float(angles[energies.argmax()]), float(energies.max() / max(np.median(energies), 1.0))


def _refined(points: Points, angle: float) -> float:
    angles = np.arange(angle - 0.5, angle + 0.51, 0.1)
    angle = angles[_energies(points, angles).argmax()]
    angles = np.arange(angle - 0.16, angle + 0.161, 0.02)
    energies = np.convolve(
        np.pad(_energies(points, angles), 2, mode="edge"), (0.1, 0.2, 0.4, 0.2, 0.1), "valid"
    )
    return _top_of_parabola(angles, energies)


def _energies(
    points: Points, angles: NDArray[np.float64], bin_px: float = 1.0
) -> NDArray[np.float64]:
    """Give how steep the profile of the points is, for each angle.

    Some angles at once: the threads of other pages wait for each step of this one.
    """
    x, y = points / np.float32(bin_px)
    bins = int(_SPAN / bin_px)
    at_once = max(1, _AT_ONCE // max(1, len(x)))
    energies = []
    for first in range(0, len(angles), at_once):
        some = np.deg2rad(angles[first : first + at_once]).astype(np.float32)[:, None]
        begins = bins * np.arange(len(some))[:, None] + bins // 2
        heights = x * np.sin(some) + y * np.cos(some)
        # the type that is counted by: any other would be copied to it
        places = heights.astype(np.intp)
        places += begins
        counts = np.bincount(places.ravel(), minlength=bins * len(some))
        steps = np.diff(counts.reshape(-1, bins)).astype(np.float64)
        energies.append(np.einsum("ij,ij->i", steps, steps))
    return np.concatenate(energies)


def _top_of_parabola(angles: NDArray[np.float64], energies: NDArray[np.float64]) -> float:
    best = int(energies.argmax())
    if 0 < best < len(angles) - 1:
        left, middle, right = energies[best - 1 : best + 2]
        bend = left - 2 * middle + right
        if bend:
            return float(angles[best] + 0.5 * (left - right) / bend * (angles[1] - angles[0]))
    return float(angles[best])
