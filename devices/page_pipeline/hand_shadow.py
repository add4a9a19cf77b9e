"""The shadow of a hand, a phone or a head on a photographed sheet: taken off at its very edge.

Whitening follows light that changes slowly; what darkens at once it must take for a picture. A
shadow is told from a picture or a gray box by three things: it comes in over the side of the
sheet, it is as even as paper is, and it has the paper's own tint. The light in it is measured where
the paper shows between the strokes, so that its edge is kept to a fraction of a millimetre.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import RgbPixels, reduced

Levels = NDArray[np.float32]
_DPI = 120
_STROKE_MM = 3.0
"""No stroke of print or pen is as thick."""
_CELL = 8
_DARKER = 0.88
"""Of the light that falls on the sheet: what is darker may be shadow."""
_DARKEST = 0.22
"""A photocopy's black margin is darker than any shadow."""
_TINTED = 0.14
_ROUGH = 0.035
_MOSTLY_PLAIN = 0.7
_SMALLEST_SHARE = 0.003
_FEATHER = 3
_MOST_LIFT = 6.0


def without_shadow(sheet: RgbPixels, dpi: float) -> RgbPixels:
    """Light a sheet that was laid flat evenly, where a shadow falls on it; else leave it as is."""
    smooth = cv2.medianBlur(reduced(sheet, _DPI / dpi), 3)
    stroke = round(_STROKE_MM / 25.4 * _DPI) | 1
    paper = np.asarray(
        cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, np.ones((stroke, stroke), np.uint8)), np.uint8
    )
    height, width = paper.shape[:2]
    size = (max(1, width // _CELL), max(1, height // _CELL))
    cells = np.asarray(cv2.resize(paper, size, interpolation=cv2.INTER_AREA), np.float32)
    tint = _tint(cells)
    balanced = cells / tint
    level = np.asarray(balanced.mean(axis=2), np.float32)
    spread = balanced.max(axis=2) - balanced.min(axis=2)
    plain = spread < _TINTED * np.maximum(balanced.max(axis=2), 1)
    if not plain.any():
        return sheet
    light = _light(level, plain)
    shadow = _shadow(level, light, plain)
    if not shadow.any():
        return sheet
    measured = _without_colours(paper.astype(np.float32), plain)
    lit = cv2.resize(light[..., None] * tint, (width, height))
    lift = np.clip(np.asarray(lit) / np.maximum(measured, 8), 1, _MOST_LIFT)
    share = cv2.GaussianBlur(
        cv2.dilate(shadow.astype(np.float32), np.ones((4 * _FEATHER + 1,) * 2, np.uint8)),
        (0, 0),
        _FEATHER,
    )
    share = np.asarray(cv2.resize(share, (width, height)))[..., None]
    lift = np.asarray(1 + (lift - 1) * share, np.float32)
    full = cv2.resize(lift, (sheet.shape[1], sheet.shape[0]))
    return np.asarray(cv2.multiply(sheet, full, dtype=cv2.CV_8U), np.uint8)


def _tint(cells: Levels) -> Levels:
    """Give the colour of the brightest third of the sheet, its largest channel as 1."""
    brightest = cells.max(axis=2)
    clear = cells[brightest >= np.percentile(brightest, 70)]
    tint = np.maximum(np.median(clear, axis=0), 1)
    return np.asarray(tint / tint.max(), np.float32)


def _light(level: Levels, plain: NDArray[np.bool_]) -> Levels:
    """Fit how bright the paper would be without a shadow: a surface that bends little."""
    rows, columns = level.shape
    y, x = np.mgrid[0:rows, 0:columns]
    y, x = y.ravel() / rows - 0.5, x.ravel() / columns - 0.5
    terms = np.stack((np.ones_like(x), x, y, x * x, x * y, y * y), axis=1)
    seen, usable = level.ravel().astype(np.float64), plain.ravel()
    top = float(np.percentile(seen[usable], 90))
    fitted = np.full(seen.shape, top)
    for count in (3, 3, 3, 6, 6, 6):  # first a plane: from the brightest it grows outwards
        lit = usable & (seen > 0.9 * fitted) & (seen < 1.15 * fitted)
        if np.count_nonzero(lit) < 2 * terms.shape[1]:
            break
        weights = np.linalg.lstsq(terms[lit, :count], seen[lit], rcond=None)[0]
        fitted = np.clip(terms[:, :count] @ weights, 0.6 * top, 1.1 * top)
    return np.asarray(fitted.reshape(rows, columns), np.float32)


def _shadow(level: Levels, light: Levels, plain: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Give the cells in shadow: dark, even, of the paper's tint, and joined to the sheet's side."""
    share = level / np.maximum(light, 1)
    mean = cv2.blur(level, (5, 5))
    spread = np.sqrt(np.maximum(cv2.blur(level * level, (5, 5)) - np.square(mean), 0))
    rough = spread / np.maximum(mean, 1)
    dark = (share < _DARKER).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    rows, columns = level.shape
    found = np.zeros((rows, columns), bool)
    for label in range(1, count):
        x, y, width, height, area = (int(n) for n in stats[label])
        at_side = x <= 1 or y <= 1 or x + width >= columns - 1 or y + height >= rows - 1
        if not at_side or area < _SMALLEST_SHARE * rows * columns:
            continue
        part = labels == label
        inner = np.asarray(cv2.erode(part.astype(np.uint8), np.ones((5, 5), np.uint8))) > 0
        if np.count_nonzero(inner) < 20:
            inner = part
        even = np.median(rough[inner]) < _ROUGH
        if even and plain[inner].mean() > _MOSTLY_PLAIN and np.median(share[inner]) > _DARKEST:
            found |= part
    return found


def _without_colours(paper: Levels, plain: NDArray[np.bool_]) -> Levels:
    """Where a stamp or another colour covers the paper, take the light from around it."""
    if plain.all():
        return paper
    height, width = paper.shape[:2]
    coloured = cv2.resize((~plain).astype(np.float32), (width, height)) > 0.25
    weight = (~coloured).astype(np.float32)
    spread = cv2.GaussianBlur(paper * weight[..., None], (0, 0), 1.5 * _CELL)
    known = cv2.GaussianBlur(weight, (0, 0), 1.5 * _CELL)
    near = np.asarray(spread) / np.maximum(known, 1e-3)[..., None]
    return np.asarray(np.where((coloured & (known > 1e-2))[..., None], near, paper), np.float32)
