"""What stands behind a smeared code, found by smearing guesses until they look like the picture.

The equaliser undoes blur with a filter, and where blur is strong such a filter raises the noise
more than it sharpens. Here blur is not undone: how each module spreads over the samples is learnt
from all modules that are known or believed, and the beliefs are then changed, each in the light of
all others, until they explain the samples. It needs a good part of the modules to be known, as when
padding and decoded blocks tell them.
"""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.grid import RIM, Samples
from devices.id_readers.qr.layout import Modules

_BEFORE, _AFTER = 2, 3
"""Modules before and after its own that a sample sees; it may lie half a module further on."""
_SIDE = _BEFORE + 1 + _AFTER
_PHASES = tuple((down, across) for down in (0, 1) for across in (0, 1))
"""Half modules from a module's centre: every module has four samples."""
_HOLD = 8.0
_SHARED = 0.02
"""Share of the noise that is added to each phase's own, lest their differences count too much."""
_TRUST = 0.7
"""Neighbouring samples share some of their noise, and say less than if they did not."""
_ROUNDS = 15
_STEP = 0.4

_Kernels = NDArray[np.float32]


def log_odds(samples: Samples, known: Modules, believed: Modules, expected: Modules) -> Modules:
    """Judge every module by the samples alone, the others being what is believed of them.

    Args:
        samples: evenly lit.
        known: modules that are known, else 0.
        believed: -1 to 1, to begin with.
        expected: what else is known of each module, as log odds of being dark in nats.

    Returns:
        Log odds of each module's being dark, without what was expected.
    """
    size = len(known)
    free = known == 0
    belief = np.where(free, believed, known).astype(np.float32)
    phases = _phases(samples, size)
    kernels, rest, precision = _learnt(phases, belief, free)
    matched, spread = _matched(rest, kernels, precision)
    own = spread[_SIDE - 1, _SIDE - 1]
    spread[_SIDE - 1, _SIDE - 1] = 0
    odds = np.zeros_like(belief)
    for _ in range(_ROUNDS):
        odds = 2 * _TRUST * (matched - _filtered(belief, spread, _SIDE - 1))
        seen = np.tanh((odds + expected) / 2)
        belief = np.where(free, (1 - _STEP) * belief + _STEP * seen, known).astype(np.float32)
    surely = 2 * _TRUST * own
    return np.where(free, odds, surely * known).astype(np.float32)


def _phases(samples: Samples, size: int) -> NDArray[np.float32]:
    """Give the samples at, right of, below and diagonally below each module's centre."""
    first, last = 2 * RIM + 1, 2 * RIM + 1 + 2 * size
    return np.stack(
        [samples[first + y : last + y : 2, first + x : last + x : 2] for y, x in _PHASES]
    )


def _learnt(
    phases: NDArray[np.float32], belief: Modules, free: NDArray[np.bool_]
) -> tuple[_Kernels, NDArray[np.float32], NDArray[np.float32]]:
    """Learn how modules spread over the samples, by weighted least squares.

    Returns:
        A kernel for each phase; the samples less what the light rim adds to them; and the inverse
        of the phases' noise.
    """
    size = len(belief)
    padded = np.pad(belief, (_BEFORE, _AFTER), constant_values=-1)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (_SIDE, _SIDE))
    around = windows.reshape(size * size, _SIDE * _SIDE)
    table = np.concatenate([around, np.ones((size * size, 1), np.float32)], axis=1)
    weight = np.where(free, np.minimum(np.abs(belief) + 0.05, 1) ** 2, 1.2).astype(np.float32)
    weighted = table * weight.reshape(-1, 1)
    matrix = weighted.T @ table
    matrix[np.diag_indices_from(matrix)] += _HOLD
    measured = phases.reshape(len(_PHASES), -1).T
    solved = np.linalg.solve(matrix, weighted.T @ measured)
    off = measured - table @ solved
    noise = (off * weight.reshape(-1, 1)).T @ off / weight.sum()
    noise[np.diag_indices_from(noise)] += _SHARED * np.trace(noise) / len(noise) + 1e-6
    kernels = np.ascontiguousarray(solved[:-1].T.reshape(-1, _SIDE, _SIDE), np.float32)
    rim = np.pad(np.zeros_like(belief), _SIDE, constant_values=-1)
    inside = slice(_SIDE, _SIDE + size)
    light = np.stack([_filtered(rim, kernel, _BEFORE)[inside, inside] for kernel in kernels])
    rest = phases - light - solved[-1][:, None, None]
    return kernels, rest.astype(np.float32), np.linalg.inv(noise).astype(np.float32)


def _matched(
    rest: NDArray[np.float32], kernels: _Kernels, precision: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Gather what all samples say of each module; and by how much they say it of its neighbours."""
    point = _point()
    middle, reach = len(point) // 2, _SIDE - 1
    spread = _gathered(
        np.stack([_filtered(point, kernel, _BEFORE) for kernel in kernels]), kernels, precision
    )
    near = slice(middle - reach, middle + reach + 1)
    return _gathered(rest, kernels, precision), np.ascontiguousarray(spread[near, near])


def _gathered(
    samples: NDArray[np.float32], kernels: _Kernels, precision: NDArray[np.float32]
) -> NDArray[np.float32]:
    weighed = np.tensordot(precision, samples, 1)
    parts = [
        _filtered(one, np.ascontiguousarray(kernel[::-1, ::-1]), _AFTER)
        for one, kernel in zip(weighed, kernels, strict=True)
    ]
    gathered: NDArray[np.float32] = np.sum(parts, axis=0, dtype=np.float32)
    return gathered


def _filtered(
    values: NDArray[np.float32], kernel: NDArray[np.float32], anchor: int
) -> NDArray[np.float32]:
    return cv2.filter2D(  # what lies outside is nothing
        values, -1, kernel, anchor=(anchor, anchor), borderType=cv2.BORDER_CONSTANT
    ).astype(np.float32, copy=False)


@cache
def _point() -> NDArray[np.float32]:
    side = 4 * _SIDE + 1
    point = np.zeros((side, side), np.float32)
    point[side // 2, side // 2] = 1
    return point
