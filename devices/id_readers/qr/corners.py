"""Which finders may be the three corners of one code: all three seen, or one of them hidden."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from devices.id_readers.qr.finders import Finder
from devices.id_readers.qr.layout import FINDER_REACH

DENSE, SPARSE = range(33, 125), range(19, 45)
"""Modules across that are believed: of versions 5 to 25, and of those up to 6."""
_PAIRS_OF = 5
"""Only the best finders are paired: there are many pairs, and each must be tried."""
_MOST_TRIPLES, _MOST_PAIRS = 4, 8
_HIDDEN_COSTS, _ODD_COSTS = 0.08, 0.5
"""Of a finder that is not seen; of legs that are not equal and square, as when a card leans."""
_Point = tuple[float, float]
_Leg = tuple[Finder, _Point, float]


@dataclass(frozen=True, slots=True)
class Corners:
    """Where the finders of a code may be centred, in pixels of the patch."""

    trust: float
    """Mean likeness of the finders that were seen, less what is odd about their places."""
    top_left: _Point
    top_right: _Point
    bottom_left: _Point
    size: float
    """Modules across, as far as the finders' own size tells."""
    hidden: int | None = None
    """Which of the three was not seen but put where it must be: 0, 1, 2 in the order above."""

    @property
    def one_hidden(self) -> bool:
        """Tell whether one finder is hidden."""
        return self.hidden is not None


def corners_of(finders: Sequence[Finder], side: float, sizes: range = DENSE) -> list[Corners]:
    """Give all places of the three corners that are worth a try, the likeliest first.

    A false third finder can outweigh the true one that is hidden, so pairs are always tried too.
    """
    triples = sorted(_triples(finders, side, sizes), key=lambda one: -one.trust)
    pairs = sorted(_pairs(finders[:_PAIRS_OF], side, sizes), key=lambda one: -one.trust)
    best = triples[:_MOST_TRIPLES] + pairs[:_MOST_PAIRS]
    return sorted(best, key=lambda one: -one.trust)


def _triples(finders: Sequence[Finder], side: float, sizes: range) -> list[Corners]:
    found = []
    for corner in finders:
        legs = _legs(corner, finders, side)
        for (right, across, width), (below, down, height) in permutations(legs, 2):
            if not (0.45 * side < width < 1.5 * side and 0.78 < width / height < 1.28):
                continue
            turn = (across[0] * down[1] - across[1] * down[0]) / (width * height)
            if turn < 0.9:
                continue
            lean = abs(across[0] * down[0] + across[1] * down[1]) / (width * height)
            modules = (corner.module, right.module, below.module)
            size = (width + height) / 2 / (sum(modules) / 3) + 2 * FINDER_REACH
            if lean > 0.35 or max(modules) > 1.45 * min(modules):
                continue
            if not sizes.start < size < sizes.stop:
                continue
            likeness = corner.likeness + right.likeness + below.likeness
            trust = (likeness - _ODD_COSTS * (abs(width / height - 1) + lean)) / 3
            places = ((corner.x, corner.y), (right.x, right.y), (below.x, below.y))
            found.append(Corners(trust, *places, size))
    return found


def _legs(corner: Finder, finders: Sequence[Finder], side: float) -> list[_Leg]:
    """Give the finders that may lie along a side from this corner: few of all, so few triples."""
    legs = []
    for other in finders:
        way = (other.x - corner.x, other.y - corner.y)
        length = math.hypot(*way)
        if 0.35 * side < length < 1.93 * side:  # a side, and its neighbour of up to 1.28 times it
            legs.append((other, way, length))
    return legs


def _pairs(finders: Sequence[Finder], side: float, sizes: range) -> list[Corners]:
    """Take two finders for neighbours or for opposites, and put the third where it must be."""
    found = []
    for one, other in permutations(finders, 2):
        across = (other.x - one.x, other.y - one.y)
        apart = math.hypot(*across)
        if max(one.module, other.module) > 1.35 * min(one.module, other.module) or not apart:
            continue
        module = (one.module + other.module) / 2
        along = max(abs(across[0]), abs(across[1])) / apart  # 1 upright, 0.71 diagonal
        trust = (one.likeness + other.likeness) / 2 - _HIDDEN_COSTS
        first, second = (one.x, one.y), (other.x, other.y)
        quarter = (-across[1], across[0])  # the way from one to the other, turned clockwise
        size = apart / module + 2 * FINDER_REACH
        if along > 0.9 and 0.5 * side < apart < 1.35 * side and sizes.start < size < sizes.stop:
            below = (first[0] + quarter[0], first[1] + quarter[1])
            opposite = (second[0] + quarter[0], second[1] + quarter[1])
            found.append(Corners(trust, first, second, below, size, hidden=2))
            found.append(Corners(trust, second, opposite, first, size, hidden=1))
        size = apart / math.sqrt(2) / module + 2 * FINDER_REACH
        if along < 0.88 and 0.7 * side < apart < 1.9 * side and sizes.start < size < sizes.stop:
            middle = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
            corner = (middle[0] + quarter[0] / 2, middle[1] + quarter[1] / 2)
            found.append(Corners(trust, corner, first, second, size, hidden=0))
    return [one for one in found if _is_clockwise(one)]


def _is_clockwise(corners: Corners) -> bool:
    (x, y), (u, v), (s, t) = corners.top_left, corners.top_right, corners.bottom_left
    return (u - x) * (t - y) - (v - y) * (s - x) > 0
