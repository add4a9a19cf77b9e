"""Blur: how much of its contrast a stroke gains within one pixel, in the worse direction.

A share of the contrast does not depend on how much is written, as the variance of a Laplacian
does; the worse of two directions finds a page that moved.
"""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.levels import value_at
from devices.page_pipeline.scales import GrayPixels

_SHARP_FROM = 0.42
_FEWEST_EDGES = 600
_BANDS, _BANDS_TAKEN = 12, 5
_STROKE = 40
"""Contrast to the paper from which a pixel belongs to a stroke."""
_STEEP = 8
"""Levels from one pixel to the next, that an edge has more than."""


def blur_of(gray_200: GrayPixels) -> Defect | None:
    """Look at a page of 200 dpi. A page with too few strokes to tell is not called blurred."""
    share = sharpness(gray_200)
    if share is None or share >= _SHARP_FROM:
        return None
    return Defect(DefectKind.BLURRED, Region.of_page(gray_200.shape, dpi=200))


def sharpness(gray_200: GrayPixels) -> float | None:
    """Give the share of a stroke's contrast that lies in one pixel; None without strokes."""
    half = cv2.resize(gray_200, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    small = cv2.resize(half, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)  # twice as quick
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    ink = np.asarray(cv2.subtract(paper, small), np.uint8)
    found = [
        _edge_shares(gray_200[4 * top : 4 * foot], np.asarray(paper, np.uint8)[top:foot])
        for top, foot in _inkiest_bands(ink)
    ]
    shares = [np.concatenate(one) for one in zip(*found, strict=True)]
    if min(len(one) for one in shares) < _FEWEST_EDGES:
        return None
    return min(value_at(one, 0.85) for one in shares)


def _inkiest_bands(ink: GrayPixels) -> list[tuple[int, int]]:
    """Choose where to look: one band alone could hold a heading, or a stamp that was wiped."""
    height = len(ink)
    sides = np.linspace(0, height, _BANDS + 1).astype(int)
    bands = [(int(top), int(foot)) for top, foot in pairwise(sides) if foot > top]
    strokes = np.asarray(cv2.threshold(ink, _STROKE, 1, cv2.THRESH_BINARY)[1])
    bands.sort(key=lambda band: -cv2.countNonZero(strokes[band[0] : band[1]]))
    return bands[:_BANDS_TAKEN]


def _edge_shares(gray: GrayPixels, paper: GrayPixels) -> list[NDArray[np.float32]]:
    """Give the shares across and along, at the crests of all edges of strokes."""
    full = cv2.resize(paper, (gray.shape[1], gray.shape[0]))
    contrast = cv2.dilate(cv2.subtract(full, gray), np.ones((7, 7), np.uint8))
    local = np.ascontiguousarray(np.asarray(contrast, np.uint8)[:-1, :-1])
    stroke = cv2.threshold(local, _STROKE, 1, cv2.THRESH_BINARY)[1]
    shares = []
    for steps, kernel in (
        (cv2.absdiff(gray[:-1, 1:], gray[:-1, :-1]), (1, 5)),
        (cv2.absdiff(gray[1:, :-1], gray[:-1, :-1]), (5, 1)),
    ):
        crest = cv2.compare(steps, cv2.dilate(steps, np.ones(kernel, np.uint8)), cv2.CMP_GE)
        steep = cv2.threshold(steps, _STEEP, 1, cv2.THRESH_BINARY)[1]
        found = cv2.bitwise_and(cv2.bitwise_and(stroke, steep), crest)
        edges = np.flatnonzero(np.asarray(found, np.uint8).view(bool))
        step = np.asarray(steps, np.uint8).ravel()[edges]
        contrasts = local.ravel()[edges]
        shares.append(np.asarray(step / contrasts.astype(np.float32), np.float32))
    return shares
