"""What stands behind a smeared code, found by smearing guesses until they look like the picture.

The equaliser undoes blur with a filter, and where blur is strong such a filter raises the noise
more than it sharpens. Here blur is not undone: how each module spreads over the samples is learnt
from all modules that are known or believed, and the beliefs are then changed, each in the light of
all others, until they explain the samples. It needs a good part of the modules to be known, as when
padding and decoded blocks tell them.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.grid import RIM, Samples
from devices.id_readers.qr.layout import Modules
from devices.id_readers.qr.noise import shared_noise, whitening

_BEFORE, _AFTER = 2, 3
"""Modules before and after its own that a sample sees; it may lie half a module further on."""
_SIDE = _BEFORE + 1 + _AFTER
_PHASES = tuple((down, across) for down in (0, 1) for across in (0, 1))
"""Half modules from a module's centre: every module has four samples."""
_HOLD = 8.0
_SHARED = 0.02
"""Share of the noise that is added to each phase's own, lest their differences count too much."""
_LEAST_TRUST, _MOST_TRUST = 0.1, 1.0
_WELL_KNOWN, _NEAR, _MARGIN = 0.8, 5, 3
"""Share of the modules within so many across that must be known to tell what a judgement is worth;
and modules at the border of the symbol that do not tell."""
_ROUNDS = 20
_STEP = 0.4

_Kernels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Smear:
    """What the samples of a symbol say of its modules, as half log odds."""

    matched: Modules
    """Of each module by all samples, with what its neighbours add to them."""
    spread: Modules
    """What a module adds to the judgement of its neighbours, by distance; in the middle, to its
    own."""

    def __add__(self, other: "Smear") -> "Smear":
        """Hear another frame of the same symbol, too."""
        return Smear(self.matched + other.matched, self.spread + other.spread)


def learnt(samples: Samples, known: Modules, believed: Modules) -> Smear:
    """Learn how modules smear, and how noisy their samples are, from what is known and believed.

    Args:
        samples: evenly lit.
        known: modules that are known, else 0.
        believed: -1 to 1; what is known, of those modules.
    """
    free = known == 0
    kernels, rest, _ = _learnt(_phases(samples, len(known)), believed, free)
    drawn = np.stack([filtered(believed, kernel, _BEFORE) for kernel in kernels])
    trusted = np.where(free, believed * believed, 1).astype(np.float32)
    trusted = np.minimum(cv2.erode(trusted, np.ones((3, 3), np.uint8)) + 0.05, 1)
    noise = shared_noise(_joined(rest - drawn), np.kron(trusted, np.ones((2, 2), np.float32)))
    white = cv2.filter2D(samples, -1, whitening(noise), borderType=cv2.BORDER_REPLICATE)
    phases = _phases(white.astype(np.float32, copy=False), len(known))
    kernels, rest, precision = _learnt(phases, believed, free)
    matched, spread = _matched(rest, kernels, precision)
    smear = Smear(matched, ((spread + spread[::-1, ::-1]) / 2).astype(np.float32))
    trust = _worth(smear, known, believed)
    return Smear(trust * smear.matched, trust * smear.spread)


def log_odds(smear: Smear, known: Modules, believed: Modules, expected: Modules) -> Modules:
    """Judge every unknown module by the samples alone, the others being what is believed of them.

    Args:
        smear: what the samples say.
        known: modules that are known, else 0.
        believed: -1 to 1, to begin with.
        expected: what else is known of each module, as log odds of being dark in nats.

    Returns:
        Log odds of each module's being dark, without what was expected.
    """
    free = known == 0
    others = _of_others(smear.spread)
    belief = believed
    odds = np.zeros_like(believed)
    for _ in range(_ROUNDS):
        odds = 2 * (smear.matched - filtered(belief, others))
        seen = np.tanh((odds + expected) / 2)
        belief = np.where(free, (1 - _STEP) * belief + _STEP * seen, known).astype(np.float32)
    return odds.astype(np.float32)


def _worth(smear: Smear, known: Modules, believed: Modules) -> float:
    """Tell by how much to weigh judgements so that their size is as they are often right.

    Log odds of this kind vary by twice their mean. The known modules tell both, best of all where
    their neighbours are known as well.
    """
    odds = 2 * (smear.matched - filtered(believed, _of_others(smear.spread))) * known
    given = known != 0
    around = cv2.blur(given.astype(np.float32), (_NEAR, _NEAR))
    inside = np.zeros_like(given)
    inside[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN] = True
    enough = min(_WELL_KNOWN, float(np.quantile(around[given], 0.7)))
    telling = odds[given & inside & (around >= enough)]
    if len(telling) < 2:
        return _LEAST_TRUST
    worth = 2 * float(telling.mean()) / (float(telling.var()) + 1e-6)
    return min(_MOST_TRUST, max(_LEAST_TRUST, worth))


def _of_others(spread: Modules) -> Modules:
    middle = len(spread) // 2
    others = spread.copy()
    others[middle, middle] = 0
    return others


def _joined(phases: NDArray[np.float32]) -> NDArray[np.float32]:
    """Put the samples of all phases back into one grid, two for each module."""
    size = phases.shape[1]
    grid = np.empty((2 * size, 2 * size), np.float32)
    for phase, (down, across) in zip(phases, _PHASES, strict=True):
        grid[down::2, across::2] = phase
    return grid


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
    light = np.stack([filtered(rim, kernel, _BEFORE)[inside, inside] for kernel in kernels])
    rest = phases - light - solved[-1][:, None, None]
    return kernels, rest.astype(np.float32), np.linalg.inv(noise).astype(np.float32)


def _matched(
    rest: NDArray[np.float32], kernels: _Kernels, precision: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Gather what all samples say of each module; and by how much they say it of its neighbours."""
    point = _point()
    middle, reach = len(point) // 2, _SIDE - 1
    spread = _gathered(
        np.stack([filtered(point, kernel, _BEFORE) for kernel in kernels]), kernels, precision
    )
    near = slice(middle - reach, middle + reach + 1)
    return _gathered(rest, kernels, precision), np.ascontiguousarray(spread[near, near])


def _gathered(
    samples: NDArray[np.float32], kernels: _Kernels, precision: NDArray[np.float32]
) -> NDArray[np.float32]:
    weighed = np.tensordot(precision, samples, 1)
    parts = [
        filtered(one, np.ascontiguousarray(kernel[::-1, ::-1]), _AFTER)
        for one, kernel in zip(weighed, kernels, strict=True)
    ]
    gathered: NDArray[np.float32] = np.sum(parts, axis=0, dtype=np.float32)
    return gathered


def filtered(
    values: NDArray[np.float32], kernel: NDArray[np.float32], anchor: int = -1
) -> NDArray[np.float32]:
    """Sum the neighbours of each value, weighed by the kernel; what lies outside is nothing."""
    return cv2.filter2D(
        values, -1, kernel, anchor=(anchor, anchor), borderType=cv2.BORDER_CONSTANT
    ).astype(np.float32, copy=False)


@cache
def _point() -> NDArray[np.float32]:
    side = 4 * _SIDE + 1
    point = np.zeros((side, side), np.float32)
    point[side // 2, side // 2] = 1
    return point
