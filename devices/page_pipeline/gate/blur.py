"""Blur: how much of its contrast a stroke gains within one pixel, in the worse direction.

A share of the contrast does not depend on how much is written, as the variance of a Laplacian
does; the worse of two directions finds a page that moved.
"""

import cv2
import numpy as np

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.scales import GrayPixels

_SHARP_FROM = 0.42
_FEWEST_EDGES = 600
_STROKE = 40
"""Contrast to the paper from which a pixel belongs to a stroke."""


def blur_of(gray_200: GrayPixels) -> Defect | None:
    """Look at a page of 200 dpi. A page with too few strokes to tell is not called blurred."""
    share = sharpness(gray_200)
    if share is None or share >= _SHARP_FROM:
        return None
    return Defect(DefectKind.BLURRED, Region.of_page(gray_200.shape, dpi=200))


def sharpness(gray_200: GrayPixels) -> float | None:
    """Give the share of a stroke's contrast that lies in one pixel; None without strokes."""
    small = cv2.resize(gray_200, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    paper = cv2.resize(closed, (gray_200.shape[1], gray_200.shape[0]))
    contrast = cv2.dilate(cv2.subtract(paper, gray_200), np.ones((7, 7), np.uint8))
    local = np.asarray(contrast, np.uint8)[:-1, :-1]
    shares = []
    for steps, kernel in (
        (cv2.absdiff(gray_200[:-1, 1:], gray_200[:-1, :-1]), (1, 5)),
        (cv2.absdiff(gray_200[1:, :-1], gray_200[:-1, :-1]), (5, 1)),
    ):
        crest = cv2.dilate(steps, np.ones(kernel, np.uint8))
        edges = (local > _STROKE) & (steps > 8) & (steps >= np.asarray(crest))
        if np.count_nonzero(edges) < _FEWEST_EDGES:
            return None
        shares.append(np.percentile(np.asarray(steps)[edges] / local[edges], 85))
    return float(min(shares))
