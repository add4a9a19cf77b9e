"""Undoes the blur of one code: a filter that is trained on the code itself.

A quarter of a symbol is known beforehand. The filter that turns the samples around those modules
into their known values is the one that undoes this very blur; with it all other modules are judged,
and what they turn out to be trains it further. Last, each module is told its neighbours' decisions,
so that what they spilled over it is taken away instead of filtered, which would raise the noise.
"""

import math
from dataclasses import dataclass, field
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.bend import Bend
from devices.id_readers.qr.grid import RIM, Samples, bend_of, evenly_lit, sampled
from devices.id_readers.qr.layout import Modules
from devices.id_readers.qr.pose import Pose

_REACH = 4
"""Half modules to each side that the filter looks at."""
_FEEDBACK_REACH = 3
"""Modules to each side whose decisions are fed back."""
_ROUNDS = 3
_FEEDBACK_ROUNDS, _LATER_FEEDBACK_ROUNDS = 2, 4
"""In the first run, and in those that follow when it was not enough."""
_HOLD_FIRST, _HOLD, _HOLD_FEEDBACK = 60.0, 20.0, 60.0
"""How strongly the filter is held near a usual one: more while only known modules train it."""
_KNOWN_WEIGHT = 1.5
_FINE_ENOUGH = 2.6
"""Pixels of a module above which the picture is smoothed first: its finer noise says nothing."""
_SMOOTH = 0.2

_Table = NDArray[np.float32]


@dataclass(slots=True)
class Equaliser:
    """One code in one picture. Each run knows more modules and judges the others better."""

    pose: Pose
    feedback: bool = True
    bending: bool = True
    _part: NDArray[np.float32] = field(init=False)
    _bend: Bend | None = field(init=False)
    _judged: NDArray[np.float32] | None = field(init=False, default=None)
    _runs: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        fine = self.pose.module > _FINE_ENOUGH
        sigma = _SMOOTH * self.pose.module
        part = cv2.GaussianBlur(self.pose.part, (0, 0), sigma) if fine else self.pose.part
        self._bend = self.pose.bend if self.bending else None
        self._part = part.astype(np.float32, copy=False)

    def judged(self, decoded: Modules | None = None) -> Modules:
        """Judge every module: above 0 dark, below light, by how much says how surely.

        Args:
            decoded: modules that a decoded block has made known since, else 0.
        """
        layout = self.pose.layout
        known = layout.known if decoded is None else np.where(decoded != 0, decoded, layout.known)
        flat = known.ravel()
        samples = self._samples()
        table = _neighbourhoods(evenly_lit(samples), layout.size)
        values = self._judged
        if values is None:
            values = _first_guess(table, flat)
        for number in range(_ROUNDS if self._runs == 0 else 1):
            target, weight = _targets(flat, values)
            if number == 0 and self._runs < 2 and self.bending:
                believed = _believed(flat, values).reshape(known.shape)
                self._bend = bend_of(samples, believed, self._bend)
                samples = self._samples()
                table = _neighbourhoods(evenly_lit(samples), layout.size)
            values = table @ _trained(table, target, weight, _HOLD, _usual_filter())
        if self.feedback:
            rounds = _FEEDBACK_ROUNDS if self._runs == 0 else _LATER_FEEDBACK_ROUNDS
            for _ in range(rounds):
                values = _with_feedback(table, flat, values)
        self._judged, self._runs = values, self._runs + 1
        return values.reshape(known.shape)

    def even_samples(self) -> Samples:
        """Give the samples behind the judgements, in even light."""
        return evenly_lit(self._samples())

    def _samples(self) -> Samples:
        return sampled(self._part, self.pose.homography, self.pose.layout.size, self._bend)


def _first_guess(table: _Table, known: Modules) -> _Table:
    seen = known != 0
    even = np.ones(int(seen.sum()), np.float32)
    return table @ _trained(table[seen], known[seen], even, _HOLD_FIRST, _usual_filter())


def _with_feedback(table: _Table, known: Modules, values: _Table) -> _Table:
    size = math.isqrt(len(known))
    neighbours = _around(_believed(known, values).reshape(size, size))
    target, weight = _targets(known, values)
    weight = np.maximum(weight, 1)
    usual = np.concatenate([_usual_filter(), np.zeros(neighbours.shape[1], np.float32)])
    hold = np.repeat((_HOLD, _HOLD_FEEDBACK), (table.shape[1], neighbours.shape[1]))
    whole = np.concatenate([table, neighbours], axis=1)
    return whole @ _trained(whole, target, weight, hold.astype(np.float32), usual)


def _believed(known: Modules, values: _Table) -> _Table:
    return np.where(known != 0, known, np.clip(1.5 * values, -1, 1))


def _targets(known: Modules, values: _Table) -> tuple[_Table, _Table]:
    """Give what each module is believed to be, and how much that belief weighs."""
    target = np.where(known != 0, known, np.sign(values)).astype(np.float32)
    doubtful = np.minimum(np.abs(values) + 0.15, 1)
    return target, np.where(known != 0, _KNOWN_WEIGHT, doubtful).astype(np.float32)


def _trained(
    table: _Table, target: _Table, weight: _Table, hold: float | _Table, usual: _Table
) -> _Table:
    """Weighted least squares, held near ``usual`` where the samples do not decide."""
    weighted = table * weight[:, None]
    matrix = weighted.T @ table
    matrix[np.diag_indices_from(matrix)] += hold
    solved: _Table = np.linalg.solve(matrix, weighted.T @ target + hold * usual)
    return solved


def _neighbourhoods(samples: Samples, size: int) -> _Table:
    """Modules × samples: the square of samples around each module's centre."""
    side = 2 * _REACH + 1
    windows = np.lib.stride_tricks.sliding_window_view(samples, (side, side))
    start = 2 * RIM + 1 - _REACH
    centred = windows[start : start + 2 * size : 2, start : start + 2 * size : 2]
    return centred.reshape(size * size, side * side)


def _around(believed: Modules) -> _Table:
    """Modules × neighbours: what is believed of those around each module, and a constant."""
    side = 2 * _FEEDBACK_REACH + 1
    padded = np.pad(believed.astype(np.float32), _FEEDBACK_REACH, constant_values=-1)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (side, side))
    table = windows.reshape(believed.size, side * side).copy()
    table[:, side * side // 2] = 1  # the module itself says nothing of itself
    return table


@cache
def _usual_filter() -> _Table:
    """Sharpen a little: what any blurred code needs. Dark is low in the picture, high here."""
    at = np.arange(-_REACH, _REACH + 1) / 2
    far = at[:, None] ** 2 + at[None, :] ** 2
    narrow, wide = np.exp(-far / (2 * 0.3**2)), np.exp(-far / (2 * 0.8**2))
    taps = 0.9 * wide / wide.sum() - 1.9 * narrow / narrow.sum()
    usual: _Table = taps.ravel().astype(np.float32)
    return usual
