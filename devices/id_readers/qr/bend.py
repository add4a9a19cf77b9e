"""How a code is bent besides its perspective: paper curls, lenses bend lines.

What perspective leaves over is small and smooth: a polynomial of second degree takes it up.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.homography import Points

Bend = NDArray[np.float64]
"""2 × 6: by how many modules points are off across and down, as polynomials of their place."""
TERMS = 6
_STIFF = 0.02
"""How strongly a bend is held near 0 where few points speak for it."""


def terms_at(u: NDArray[np.float64], v: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Give the terms of the polynomial at points in modules."""
    u, v = 2 * u / size - 1, 2 * v / size - 1
    return np.stack([np.ones_like(u), u, v, u * u, u * v, v * v])


def bent(bend: Bend | None, points: Points, size: int) -> Points:
    """Give where points in modules lie on the plane that perspective alone would show."""
    if bend is None:
        return points
    moved: Points = points + (bend @ terms_at(points[:, 0], points[:, 1], size)).T
    return moved


def bend_through(points: Points, off: Points, weights: Sequence[float], size: int) -> Bend:
    """Fit a bend to what some points are off, by weighted least squares."""
    terms = terms_at(points[:, 0], points[:, 1], size)
    weighted = terms * np.asarray(weights)
    matrix = weighted @ terms.T
    matrix[np.diag_indices_from(matrix)] += _STIFF * np.asarray(weights).sum()
    bend: Bend = np.linalg.solve(matrix, weighted @ off).T
    return bend
