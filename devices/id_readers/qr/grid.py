"""The picture, sampled on the code's own grid, twice a module; and how the grid is bent.

The bend is found by comparing the samples with what the symbol, as far as it is known, would look
like.
"""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.bend import TERMS, Bend, terms_at
from devices.id_readers.qr.finders import Pixels
from devices.id_readers.qr.homography import Homography
from devices.id_readers.qr.layout import Modules

RIM = 3
"""Modules around the symbol that are sampled too."""
Samples = NDArray[np.float32]
"""Two for each module: module ``i``'s centre is at ``2 * (i + RIM) + 1``."""
_LIGHT_OVER = 15
"""Samples over which the light is taken to be even."""
_FLATTEST = 2.0
"""Gray levels. Less contrast than this is noise and is not stretched to full."""
_BLUR = 0.8
"""Samples of blur by which a symbol is drawn to compare it with the picture."""
_CONTRAST_OVER = 17
_MOST_BEND = 3.0


def sampled(part: Pixels, homography: Homography, size: int, bend: Bend | None) -> Samples:
    """Read the picture at every half module."""
    u, v = _places(size)
    if bend is not None:
        terms = _terms(size)
        u = u + np.tensordot(bend[0], terms, 1)
        v = v + np.tensordot(bend[1], terms, 1)
    across, down, depth = (row[0] * u + row[1] * v + row[2] for row in homography)
    return cv2.remap(
        part,
        (across / depth).astype(np.float32),
        (down / depth).astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.float32, copy=False)


def evenly_lit(samples: Samples) -> Samples:
    """Take glare and shadow out: mean 0 and spread 1 around every sample."""
    window = (_LIGHT_OVER, _LIGHT_OVER)
    contrast = samples - cv2.blur(samples, window)
    power = np.maximum(cv2.blur(contrast * contrast, window), 0)  # its running sum may round below
    spread = np.sqrt(power) + _FLATTEST
    even: Samples = (contrast / spread).astype(np.float32, copy=False)
    return even


def bend_of(samples: Samples, symbol: Modules, bend: Bend | None) -> Bend:
    """Give a better bend: one step of least squares between the samples and the drawn symbol.

    Args:
        samples: as read with ``bend``.
        symbol: as far as known or believed, -1 to 1.
        bend: the one so far.
    """
    size = len(symbol)
    drawn = _drawn(symbol)
    window = (_CONTRAST_OVER, _CONTRAST_OVER)
    drawn_mean, mean = cv2.blur(drawn, window), cv2.blur(samples, window)
    spread = cv2.blur(drawn * drawn, window) - drawn_mean * drawn_mean
    shared = cv2.blur(drawn * samples, window) - drawn_mean * mean
    contrast = np.maximum(shared, 0) / (spread + 1e-3)
    off = samples - (mean + contrast * (drawn - drawn_mean))
    inside = slice(2 * RIM, len(samples) - 2 * RIM)
    slope_down, slope_across = np.gradient(drawn)
    across = (2 * contrast * slope_across)[inside, inside].ravel()
    down = (2 * contrast * slope_down)[inside, inside].ravel()
    off = off[inside, inside].ravel()
    terms = _terms(size)[:, inside, inside].reshape(TERMS, -1).astype(np.float32)
    slopes = np.concatenate([terms * across, terms * down])
    usual = 1.5 * float(np.median(np.abs(off))) + 1e-3
    trusted = 1 / np.maximum(1, np.abs(off) / (2 * usual))
    matrix = (slopes * trusted) @ slopes.T
    matrix[np.diag_indices_from(matrix)] += 1e-3 * np.trace(matrix) / len(matrix)
    step = -np.linalg.solve(matrix, (slopes * trusted) @ off).reshape(2, TERMS).astype(np.float64)
    step *= min(1.0, _MOST_BEND / (float(np.abs(step).sum()) + 1e-9))
    return step if bend is None else bend + step


def _drawn(symbol: Modules) -> Samples:
    """Draw the symbol as samples: dark is low, and blurred."""
    count = 2 * (len(symbol) + 2 * RIM) + 1
    cells = np.full((count + 1, count + 1), -1, np.float32)
    start, stop = 2 * RIM + 1, 2 * RIM + 1 + 2 * len(symbol)
    cells[start:stop, start:stop] = np.repeat(np.repeat(symbol, 2, axis=0), 2, axis=1)
    between = (cells[:-1, :-1] + cells[1:, :-1] + cells[:-1, 1:] + cells[1:, 1:]) / 4
    drawn: Samples = -cv2.GaussianBlur(between, (0, 0), _BLUR).astype(np.float32, copy=False)
    return drawn


@cache
def _places(size: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    at = np.arange(2 * (size + 2 * RIM) + 1) / 2 - RIM
    u, v = np.meshgrid(at, at)
    return u, v


@cache
def _terms(size: int) -> NDArray[np.float64]:
    return terms_at(*_places(size), size)
