"""The perspective by which the plane of a code becomes the plane of a picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Homography = NDArray[np.float64]
"""3 × 3, from modules (across, down) to pixels."""
Points = NDArray[np.float64]
"""Points × 2."""
_FLATTEN = 0.3
"""How strongly the two numbers of perspective are held near 0 where few points speak for them."""


def mapped(homography: Homography, points: Points) -> Points:
    """Give the pixels of points in modules."""
    lifted = points @ homography[:, :2].T + homography[:, 2]
    flat: Points = lifted[:, :2] / lifted[:, 2:]
    return flat


def fitted(modules: Points, pixels: Points, weights: Sequence[float]) -> Homography:
    """Fit the perspective to at least three pairs of points, by weighted least squares."""
    from_scale, from_centre = _scale(modules)
    to_scale, to_centre = _scale(pixels)
    u, v = ((modules - from_centre) / from_scale).T
    x, y = ((pixels - to_centre) / to_scale).T
    nothing, one = np.zeros_like(u), np.ones_like(u)
    w = np.asarray(weights, np.float64)
    rows = np.stack(
        [
            np.array([u, v, one, nothing, nothing, nothing, -u * x, -v * x]) * w,
            np.array([nothing, nothing, nothing, u, v, one, -u * y, -v * y]) * w,
        ]
    )
    matrix = np.einsum("kip,kjp->ij", rows, rows)
    matrix[6, 6] += _FLATTEN**2
    matrix[7, 7] += _FLATTEN**2
    solved = np.linalg.solve(matrix, rows[0] @ (x * w) + rows[1] @ (y * w))
    inner = np.append(solved, 1).reshape(3, 3)
    before = np.array(
        [
            [1 / from_scale, 0, -from_centre[0] / from_scale],
            [0, 1 / from_scale, -from_centre[1] / from_scale],
            [0, 0, 1],
        ]
    )
    after = np.array([[to_scale, 0, to_centre[0]], [0, to_scale, to_centre[1]], [0, 0, 1]])
    whole = after @ inner @ before
    scaled: Homography = whole / whole[2, 2]
    return scaled


def _scale(points: Points) -> tuple[float, Points]:
    centre = points.mean(axis=0)
    return float(np.abs(points - centre).mean()) + 1e-9, centre
