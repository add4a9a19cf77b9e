"""The shadow of a hand, a phone or a head on a photographed sheet: taken off at its very edge.

Whitening follows light that changes slowly; what darkens at once it must take for a picture. A
shadow is told from a picture or a gray box by three things: it comes in over the side of the
sheet, it is as even as paper is, and it has the paper's own tint. The light in it is measured where
the paper shows between the strokes, so that its edge is kept to a fraction of a millimetre.
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import RgbPixels, reduced

Levels = NDArray[np.float32]
_DPI = 100
"""Of a sheet of 200 dpi an exact half."""
_STROKE_MM = 3.0
"""No stroke of print or pen is as thick."""
_CELL = 8
_EVERY = 2
"""A quarter of the cells tell the light as well."""
_DARKER = 0.88
"""Of the light that falls on the sheet: what is darker may be shadow."""
_DARKEST = 0.22
"""A photocopy's black margin is darker than any shadow."""
_TINTED = 0.14
_ROUGH = 0.035
_MOSTLY_PLAIN = 0.7
_SMALLEST_SHARE = 0.003
_FEATHER = 3
_LEAST_LEFT = np.uint8(42)
"""Of 255: a sixth."""
_LEAST_SHARE = 0.1
_BAND = 16
"""Cells."""
_SPREAD, _COVERED = 1.5, 64
"""Cells; of 255."""


def without_shadow(sheet: RgbPixels, dpi: float) -> RgbPixels:
    """Light a sheet that was laid flat evenly, where a shadow falls on it; else leave it as is."""
    cells = np.asarray(reduced(_paper(reduced(sheet, _DPI / dpi), _DPI), 1 / _CELL), np.float32)
    tint = _tint(cells)
    red, green, blue = cv2.split(cells / tint)  # a tenth of the time of a maximum over an axis
    level = np.asarray((red + green + blue) / 3, np.float32)
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    plain = np.asarray(most - least < _TINTED * np.maximum(most, 1))
    if not plain.any():
        return sheet
    light = _light(level, plain)
    shadow = _shadow(level, light, plain)
    if not shadow.any():
        return sheet
    wide = cv2.dilate(shadow.astype(np.float32), np.ones((4 * _FEATHER + 1,) * 2, np.uint8))
    share = np.asarray(cv2.GaussianBlur(wide, (0, 0), _FEATHER))[..., None]
    even = np.clip(cells + (light[..., None] * tint - cells) * share, 1, 255)
    size = (sheet.shape[1], sheet.shape[0])
    lit = np.asarray(cv2.resize(even.astype(np.uint8), size), np.uint8)
    shaded = share[..., 0] > _LEAST_SHARE
    beside = None if plain[shaded].all() else _beside_colours(cells, plain, size)
    result = sheet.copy()
    for part in _bands(shaded, size):
        paper = _paper_of(sheet, part, dpi)
        if beside is not None:
            near, coloured = beside
            paper = np.asarray(cv2.copyTo(near[part], coloured[part], paper.copy()), np.uint8)
        left = np.maximum(cv2.divide(paper, lit[part], scale=255), _LEAST_LEFT)
        cv2.divide(sheet[part], left, scale=255, dst=result[part])
    return result


def _paper(sheet: RgbPixels, dpi: float) -> RgbPixels:
    """Give what shows between the strokes."""
    smooth = cv2.medianBlur(sheet, 3)
    closed = cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, np.ones((_stroke(dpi),) * 2, np.uint8))
    return np.asarray(closed, np.uint8)


def _stroke(dpi: float) -> int:
    return round(_STROKE_MM / 25.4 * dpi) | 1


def _bands(cells: NDArray[np.bool_], size: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
    """Give rectangles of pixels that hold some cells: a hand's shadow fills no large one."""
    wide, high = size[0] / cells.shape[1], size[1] / cells.shape[0]
    for first in range(0, len(cells), _BAND):
        columns = np.flatnonzero(cells[first : first + _BAND].any(axis=0))
        if len(columns):
            last = min(first + _BAND, len(cells))
            yield (
                slice(round(first * high), round(last * high)),
                slice(round(columns[0] * wide), round((columns[-1] + 1) * wide)),
            )


def _paper_of(sheet: RgbPixels, part: tuple[slice, slice], dpi: float) -> RgbPixels:
    """Give the paper of a part of a sheet, as it would be in the whole."""
    rows, columns = part
    reach = _stroke(dpi) + 1
    top, left = max(0, rows.start - reach), max(0, columns.start - reach)
    paper = _paper(sheet[top : rows.stop + reach, left : columns.stop + reach], dpi)
    return paper[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]


def _tint(cells: Levels) -> Levels:
    """Give the colour of the brightest third of the sheet, its largest channel as 1."""
    some = cells[::_EVERY, ::_EVERY]
    brightest = some.max(axis=2)
    clear = some[brightest >= np.percentile(brightest, 70)]
    tint = np.maximum(np.median(clear, axis=0), 1)
    return np.asarray(tint / tint.max(), np.float32)


def _light(level: Levels, plain: NDArray[np.bool_]) -> Levels:
    """Fit how bright the paper would be without a shadow: a surface that bends little."""
    terms = _terms(*level.shape)
    seen, usable = level[::_EVERY, ::_EVERY].ravel(), plain[::_EVERY, ::_EVERY].ravel()
    some = terms[::_EVERY, ::_EVERY].reshape(seen.size, -1)
    top = float(np.percentile(level[plain], 90))
    weights = np.array((top, 0, 0, 0, 0, 0))
    for count in (3, 3, 3, 6, 6, 6):  # first a plane: from the brightest it grows outwards
        fitted = np.clip(some @ weights, 0.6 * top, 1.1 * top)
        lit = usable & (seen > 0.9 * fitted) & (seen < 1.15 * fitted)
        if np.count_nonzero(lit) < 2 * some.shape[1]:
            break
        known = some[lit, :count]
        weights = np.zeros(6)  # a twentieth of the time that ``lstsq`` takes
        weights[:count] = np.linalg.pinv(known.T @ known) @ (known.T @ seen[lit])
    return np.asarray(np.clip(terms @ weights, 0.6 * top, 1.1 * top), np.float32)


def _terms(rows: int, columns: int) -> NDArray[np.float64]:
    """Give, for each cell, what a surface of the second degree is made of."""
    y, x = np.mgrid[0:rows, 0:columns]
    y, x = y / rows - 0.5, x / columns - 0.5
    return np.stack((np.ones_like(x), x, y, x * x, x * y, y * y), axis=2)


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


def _beside_colours(
    cells: Levels, plain: NDArray[np.bool_], size: tuple[int, int]
) -> tuple[RgbPixels, NDArray[np.uint8]]:
    """Give the light beside what covers the paper, a stamp or another colour, and where that is."""
    weight = plain.astype(np.float32)
    known = cv2.GaussianBlur(weight, (0, 0), _SPREAD)
    spread = np.asarray(cv2.GaussianBlur(cells * weight[..., None], (0, 0), _SPREAD))
    near = np.asarray(spread / np.maximum(known, 1e-3)[..., None], np.uint8)
    covered = cv2.resize((~plain & (known > 1e-2)).astype(np.uint8) * np.uint8(255), size)
    coloured = cv2.threshold(covered, _COVERED, 255, cv2.THRESH_BINARY)[1]
    return np.asarray(cv2.resize(near, size), np.uint8), np.asarray(coloured, np.uint8)
