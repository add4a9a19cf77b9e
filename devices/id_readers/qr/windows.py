"""Modules that spread over one another, judged together in small windows.

Judging each module by what is believed of its neighbours goes astray where blur is strong: wrong
beliefs hold one another up. Here the modules of a window are unknown together. Each is first taken
for any number with the mean and the spread that are believed of it; the window's least squares then
say what the samples add, and that a module is dark or light corrects mean and spread for the next
round. This is expectation propagation (Minka 2001), in windows instead of one large system.
"""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.layout import Modules
from devices.id_readers.qr.smear import Smear, filtered

_CORE, _AROUND = 5, 1
"""Modules across that a window judges, and those on each side that are unknown with them."""
_WINDOW = _CORE + 2 * _AROUND
_ROUNDS = 3
_STEP = 0.7
_SURELY = 1e4
"""How little a known module may move."""
_LEAST, _LEAST_SPREAD = 1e-2, 2e-3

_Windows = NDArray[np.float32]


def log_odds_together(
    smear: Smear, known: Modules, believed: Modules, expected: Modules
) -> Modules:
    """Judge every unknown module by the samples alone.

    Args:
        smear: what the samples say.
        known: modules that are known, else 0.
        believed: -1 to 1; what stands around a window, to begin with.
        expected: what else is known of each module, as log odds of being dark in nats.

    Returns:
        Log odds of each unknown module's being dark, without what was expected; of no meaning for
        the others.
    """
    free = known == 0
    mean = np.where(free, np.tanh(expected / 2), known)
    spread = np.maximum(1 - mean * mean, _LEAST)
    firm = np.where(free, 1 / spread, _SURELY).astype(np.float32)
    pull = np.where(free, mean / spread, _SURELY * known).astype(np.float32)
    asked = _cut(free.astype(np.float32))[:, _cores()].max(axis=1) > 0
    coupling = _coupling(smear.spread)
    odds, mean = np.zeros_like(known), believed
    for _ in range(_ROUNDS):
        rest = smear.matched - filtered(mean.astype(np.float32), smear.spread)
        mean, spread = _solved(coupling, rest + pull - firm * mean, firm, mean, asked)
        told = np.maximum(1 / spread - firm, _LEAST)
        odds = 2 * (mean / spread - pull)
        seen = np.tanh((odds + expected) / 2)
        left = np.maximum(1 - seen * seen, _LEAST_SPREAD)
        firmer, pulled = np.maximum(1 / left - told, _LEAST), seen / left - odds / 2
        firm = np.where(free, (1 - _STEP) * firm + _STEP * firmer, firm)
        pull = np.where(free, (1 - _STEP) * pull + _STEP * pulled, pull)
        mean = np.where(free, mean, known)
    return odds.astype(np.float32)


def _solved(
    coupling: _Windows,
    force: NDArray[np.floating],
    firm: NDArray[np.floating],
    mean: NDArray[np.floating],
    asked: NDArray[np.bool_],
) -> tuple[Modules, Modules]:
    """Solve every window that is asked for; give mean and spread of all modules."""
    size, cores = len(mean), _cores()
    forces, firms = _cut(force)[asked], _cut(firm, rim=_SURELY)[asked]
    matrices = np.repeat(coupling[None], len(forces), axis=0)
    diagonal = np.arange(_WINDOW * _WINDOW)
    matrices[:, diagonal, diagonal] += firms
    inverses = np.linalg.inv(matrices)
    middles = _cut(mean)[:, cores]
    spreads = np.full_like(middles, 1 / _SURELY)
    middles[asked] += np.einsum("wij,wj->wi", inverses[:, cores], forces)
    spreads[asked] = inverses[:, cores, cores]
    return _joined(middles, size), _joined(spreads, size)


def _cut(values: NDArray[np.floating], rim: float = 0.0) -> _Windows:
    """Windows × modules: their cores lie side by side and cover everything."""
    missing = -len(values) % _CORE
    padded = np.pad(values, (_AROUND, _AROUND + missing), constant_values=rim)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (_WINDOW, _WINDOW))
    whole = windows[::_CORE, ::_CORE].reshape(-1, _WINDOW * _WINDOW)
    return np.ascontiguousarray(whole, np.float32)


def _joined(cores: _Windows, size: int) -> Modules:
    """Put the cores of all windows side by side again."""
    count = math.isqrt(len(cores))
    rows = cores.reshape(count, count, _CORE, _CORE).transpose(0, 2, 1, 3)
    return rows.reshape(count * _CORE, count * _CORE)[:size, :size]


def _coupling(spread: Modules) -> _Windows:
    """Modules × modules of a window: by how much the samples of one speak of the other.

    What was learnt from noise may say that a window is known worse than not at all; that cannot be.
    """
    row, column = np.divmod(np.arange(_WINDOW * _WINDOW), _WINDOW)
    down, across = row[:, None] - row, column[:, None] - column
    reach = len(spread) // 2
    near = (np.abs(down) <= reach) & (np.abs(across) <= reach)
    down, across = (np.clip(one, -reach, reach) + reach for one in (down, across))
    coupling = np.where(near, spread[down, across], 0)
    lowest = float(np.linalg.eigvalsh(coupling)[0])
    coupling[np.diag_indices_from(coupling)] += max(0.0, -lowest)
    return coupling.astype(np.float32)


@cache
def _cores() -> NDArray[np.intp]:
    at = np.arange(_AROUND, _AROUND + _CORE)
    return (at[:, None] * _WINDOW + at).ravel()
