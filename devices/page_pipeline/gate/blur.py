"""Blur: how much of its contrast a stroke gains within one pixel, in the worse direction.

A share of the contrast does not depend on how much is written, as the variance of a Laplacian
does; the worse of two directions finds a page that moved.
"""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.levels import level_of, value_at
from devices.page_pipeline.scales import GrayPixels
from devices.page_pipeline.spots import spots_of

_SHARP_FROM = 0.37
"""Pages that moved by a millimetre, or are out of focus, reach 0.36; good ones of 300 dpi have
0.49 and more, of 150 dpi 0.39, the print of an old typewriter or a newspaper 0.4."""
_FEWEST_EDGES = 100
"""In each direction: a page number of two digits has as many."""
_BANDS, _BANDS_TAKEN = 12, 5
_STROKE = 40
"""Contrast to the paper from which a pixel belongs to a stroke."""
_STEEP = 8
"""Levels from one pixel to the next, that an edge has more than."""
_DARK, _INK = 0.6, 20
"""Of the paper's level; and levels below it."""
_LONG, _FILLED = 0.25, 0.25
"""Of a side of the page: so long is no letter, and no line of blurred ones has so much paper."""


def blur_of(red_200: GrayPixels) -> Defect | None:
    """Look at the red of a page of 200 dpi, which a red stamp, wiped or pale, is not seen in.

    A page with too few strokes to tell is not called blurred.
    """
    share = sharpness(red_200)
    if share is None or share >= _SHARP_FROM:
        return None
    return Defect(DefectKind.BLURRED, Region.of_page(red_200.shape, dpi=200))


def sharpness(gray_200: GrayPixels) -> float | None:
    """Give the share of a stroke's contrast that lies in one pixel; None without strokes."""
    half = cv2.resize(gray_200, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    quarter = cv2.resize(half, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)  # twice as quick
    small = np.asarray(quarter, np.uint8)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    paper = np.asarray(closed, np.uint8)
    ink = np.asarray(cv2.subtract(paper, small), np.uint8)
    bare = _longer_than_letters(small, ink)
    paper[bare] = ink[bare] = 0
    found = [
        _edge_shares(gray_200[4 * top : 4 * foot], paper[top:foot])
        for top, foot in _inkiest_bands(ink)
    ]
    shares = [np.concatenate(one) for one in zip(*found, strict=True)]
    if min(len(one) for one in shares) < _FEWEST_EDGES:
        return None
    return min(value_at(one, 0.85) for one in shares)


def _longer_than_letters(small: GrayPixels, ink: GrayPixels) -> NDArray[np.bool_]:
    """Find the dark bed, which a page that is turned back has a sharp end at, blurred or not; and
    tables, whose thin rules are steeper for their contrast than letters are."""
    height, width = small.shape
    dark = (small < _DARK * level_of(small, 0.9)).astype(np.uint8)
    labels, boxes = spots_of(dark)
    x, y, wide, high, _ = boxes.T
    long = (wide > _LONG * width) | (high > _LONG * height)
    bed = long | (x == 0) | (y == 0) | (x + wide == width) | (y + high == height)
    bed[0] = False
    found = bed[labels]
    labels, boxes = spots_of(np.asarray(cv2.threshold(ink, _INK, 1, cv2.THRESH_BINARY)[1]))
    _, _, wide, high, area = boxes.T
    table = ((wide > _LONG * width) | (high > _LONG * height)) & (area < _FILLED * wide * high)
    table[0] = False
    found |= table[labels]
    return np.asarray(cv2.dilate(found.astype(np.uint8), np.ones((7, 7), np.uint8))) > 0


def _inkiest_bands(ink: GrayPixels) -> list[tuple[int, int]]:
    """Choose where to look: one band alone could hold a heading, or a stamp that was wiped."""
    height = len(ink)
    sides = np.linspace(0, height, _BANDS + 1).astype(int)
    bands = [(int(top), int(foot)) for top, foot in pairwise(sides) if foot > top]
    strokes = np.asarray(cv2.threshold(ink, _STROKE, 1, cv2.THRESH_BINARY)[1])
    bands.sort(key=lambda band: -cv2.countNonZero(strokes[band[0] : band[1]]))
    return bands[:_BANDS_TAKEN]


def _edge_shares(gray: GrayPixels, paper: GrayPixels) -> list[NDArray[np.float32]]:
    """Give the shares across and along, at the crests of the edges that lie more that way.

    A stroke aslant rises little along the axis that it nearly follows, however sharp it is.
    """
    full = cv2.resize(paper, (gray.shape[1], gray.shape[0]))
    contrast = cv2.dilate(cv2.subtract(full, gray), np.ones((7, 7), np.uint8))
    local = np.ascontiguousarray(np.asarray(contrast, np.uint8)[:-1, :-1])
    stroke = cv2.threshold(local, _STROKE, 1, cv2.THRESH_BINARY)[1]
    across = cv2.absdiff(gray[:-1, 1:], gray[:-1, :-1])
    down = cv2.absdiff(gray[1:, :-1], gray[:-1, :-1])
    shares = []
    for steps, others, kernel in ((across, down, (1, 5)), (down, across, (5, 1))):
        crest = cv2.compare(steps, cv2.dilate(steps, np.ones(kernel, np.uint8)), cv2.CMP_GE)
        steep = cv2.threshold(steps, _STEEP, 1, cv2.THRESH_BINARY)[1]
        steepest = cv2.bitwise_and(crest, cv2.compare(steps, others, cv2.CMP_GE))
        found = cv2.bitwise_and(cv2.bitwise_and(stroke, steep), steepest)
        edges = np.flatnonzero(np.asarray(found, np.uint8).view(bool))
        step = np.asarray(steps, np.uint8).ravel()[edges]
        contrasts = local.ravel()[edges]
        part = np.asarray(step / contrasts.astype(np.float32), np.float32)
        shares.append(part[part <= 1])  # the end of what is darker than any stroke
    return shares
