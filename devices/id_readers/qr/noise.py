"""The noise of a code's samples: by how much neighbours share it, and a filter that parts it.

Small cameras smooth and compress, and samples lie closer together than pixels: what is wrong with
one is wrong with the next. Counted as if each spoke for itself, they would be believed too much;
and where noise is smooth, the fine differences that tell modules apart are cleaner than they look.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

_REACH = 4
"""Samples over which noise is shared."""
_FAINTEST = 0.03
"""Of the noise's power: no wave of it is believed to have less, or it would be raised too much."""
_WAVES = 32

_Grid = NDArray[np.float32]


def shared_noise(off: _Grid, weight: _Grid) -> _Grid:
    """Give the covariance of what samples are off, by distance: nine by nine, 0 in the middle.

    Args:
        off: by how much each sample differs from what was expected.
        weight: how much is known of it, 0 to 1.
    """
    side = cv2.getOptimalDFTSize(max(off.shape) + 2 * _REACH + 1)
    at = np.arange(-_REACH, _REACH + 1)
    products, weights = (_with_itself(one, side)[np.ix_(at, at)] for one in (off * weight, weight))
    covariance: _Grid = (products / np.maximum(weights, 1)).astype(np.float32)
    return covariance


def whitening(covariance: _Grid) -> _Grid:
    """Give the filter after which the noise of neighbours has nothing in common."""
    at = np.arange(-_REACH, _REACH + 1)
    fading = 1 - np.abs(at) / (_REACH + 1)  # the further apart, the less is known
    near = np.zeros((_WAVES, _WAVES))
    near[np.ix_(at, at)] = covariance * fading[:, None] * fading[None, :]
    power = np.fft.fft2(near).real
    power = np.maximum(power, _FAINTEST * covariance[_REACH, _REACH])
    filtering = np.fft.ifft2(1 / np.sqrt(power)).real[np.ix_(at, at)]
    return np.ascontiguousarray(filtering, np.float32)


def _with_itself(values: _Grid, side: int) -> NDArray[np.float64]:
    return np.fft.irfft2(np.abs(np.fft.rfft2(values, (side, side))) ** 2, (side, side))
