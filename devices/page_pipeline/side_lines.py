"""A bright sheet on a photograph by the four straight lines around it, shadows or not.

A shadow takes light from the sheet and from the desk alike: along the whole side of a sheet the
paper stays brighter than what lies beside it, by a share that no shadow changes. So lines are
sought in the logarithm of brightness, each with the side on which it is brighter. The edge of a
shadow is such a line too, but the sheet is larger than what a shadow leaves of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.scales import RgbPixels

Points = NDArray[np.float64]
"""Four points (x, y), in the order in which their lines cross."""
_PRINT = 21
"""Pixels: print on the sheet, and what is narrower than that beside it, is closed."""
_RISE = 0.07
"""From one side of an edge to the other: 7 per cent."""
_DARKEST = 4
_DIRECTIONS = 360
_UNSURE = 4
"""Degrees by which the direction of one edge point may be wrong."""
_RHO = 2
_MOST_LINES = 28
_SHORTEST_SHARE = 0.1
_ASIDE, _ALIGNED = 3.5, 0.85
_GAP = 7
_PARALLEL, _UPRIGHT = np.cos(np.deg2rad(25)), np.sin(np.deg2rad(30))
_OUTSIDE = 0.03
_SMALLEST_SHARE = 0.2
_LEAST_OF_A_SIDE = 0.5
_WHOLE_SIDES = 1.5
"""How much a side that is seen in part only counts against the size."""


@dataclass(frozen=True, slots=True)
class _Edges:
    """The points at which it becomes brighter, and the direction in which it does."""

    x: NDArray[np.int64]
    y: NDArray[np.int64]
    across: NDArray[np.float64]
    down: NDArray[np.float64]
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class _Line:
    """``a·x + b·y = c``; on the side where it is more, it is brighter."""

    a: float
    b: float
    c: float
    seen: NDArray[np.int64]
    """How many pixels along it, up to each place, have an edge; see ``_share_seen``."""

    def beside(self, point: NDArray[np.float64]) -> float:
        return float(self.a * point[0] + self.b * point[1] - self.c)


def four_sides(small: RgbPixels) -> Points | None:
    """Find the largest sheet whose sides are seen; None where there is none."""
    edges = _edges_of(small)
    lines = _lines(edges)
    best, found = 0.0, None
    for sides in _frames(lines):
        corners = _corners_of(sides, edges)
        if corners is None:
            continue
        seen = [
            _share_seen(line, start, end)
            for line, start, end in zip(sides, corners, np.roll(corners, -1, axis=0), strict=True)
        ]
        if min(seen) < _LEAST_OF_A_SIDE:
            continue
        worth = _area(corners) * float(np.prod(seen)) ** _WHOLE_SIDES
        if worth > best:
            best, found = worth, corners
    return found


def _edges_of(small: RgbPixels) -> _Edges:
    soft = cv2.GaussianBlur(small, (0, 0), 1)
    closed = cv2.morphologyEx(soft, cv2.MORPH_CLOSE, np.ones((_PRINT, _PRINT), np.uint8))
    darkest = np.asarray(closed).min(axis=2).astype(np.float32)
    levels = np.log(np.maximum(np.asarray(cv2.GaussianBlur(darkest, (0, 0), 1)), _DARKEST))
    step = np.array([[-1, 0, 0, 0, 1]], np.float32)
    across, down = (np.asarray(cv2.filter2D(levels, -1, way)) for way in (step, step.T))
    rise = np.hypot(across, down)
    y, x = np.nonzero(rise > _RISE)
    height, width = rise.shape
    here = rise[y, x]
    nx, ny = across[y, x] / here, down[y, x] / here

    def at(distance: int) -> NDArray[np.float32]:
        column = np.clip(np.rint(x + distance * nx).astype(int), 0, width - 1)
        row = np.clip(np.rint(y + distance * ny).astype(int), 0, height - 1)
        return np.asarray(rise[row, column])

    top = (here >= at(1)) & (here >= at(-1))
    return _Edges(x[top], y[top], nx[top].astype(float), ny[top].astype(float), height, width)


def _lines(edges: _Edges) -> list[_Line]:
    """Give the lines along which most edge points lie, the clearest first."""
    directions = np.rad2deg(np.arctan2(edges.down, edges.across))
    reach = int(np.hypot(edges.height, edges.width)) + 2
    places = 2 * reach // _RHO
    cast = np.zeros(_DIRECTIONS * places)
    for off in range(-_UNSURE, _UNSURE + 1):
        direction = np.rint(directions + off).astype(int) % _DIRECTIONS
        angle = np.deg2rad(direction)
        place = (edges.x * np.cos(angle) + edges.y * np.sin(angle) + reach) / _RHO
        cast += np.bincount(direction * places + place.astype(int), minlength=cast.size)
    votes = cast.reshape(_DIRECTIONS, places)
    votes[:, :-1] += votes[:, 1:]  # a line that lies between two places
    fewest = _SHORTEST_SHARE * max(edges.height, edges.width)
    lines = []
    for _ in range(_MOST_LINES):
        direction, place = (int(n) for n in np.unravel_index(votes.argmax(), votes.shape))
        if votes[direction, place] < fewest:
            break
        line = _fitted(edges, directions, direction, (place + 1) * _RHO - reach)
        if line is not None:
            lines.append(line)
        for near in range(direction - 5, direction + 6):
            votes[near % _DIRECTIONS, max(0, place - 4) : place + 5] = 0
    return lines


def _fitted(
    edges: _Edges, directions: NDArray[np.float64], direction: int, place: float
) -> _Line | None:
    angle = np.deg2rad(direction)
    aside = np.abs(edges.x * np.cos(angle) + edges.y * np.sin(angle) - place)
    turned = np.abs((directions - direction + 180) % 360 - 180)
    near = (aside < 2 * _RHO) & (turned < 3 * _UNSURE)
    if np.count_nonzero(near) < 2:
        return None
    points = np.stack((edges.x[near], edges.y[near]), axis=1).astype(np.float32)
    dx, dy, x, y = (float(n) for n in cv2.fitLine(points, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel())
    a, b = (dy, -dx) if dy * np.cos(angle) - dx * np.sin(angle) > 0 else (-dy, dx)
    c = a * x + b * y
    on_it = np.abs(a * edges.x + b * edges.y - c) < _ASIDE
    on_it &= edges.across * a + edges.down * b > _ALIGNED
    reach = edges.height + edges.width
    seen = np.zeros(2 * reach, bool)
    seen[np.rint(a * edges.y[on_it] - b * edges.x[on_it]).astype(int) + reach] = True
    joined = np.convolve(seen, np.ones(_GAP), "same") > 0
    return _Line(a, b, c, np.concatenate(([0], np.cumsum(joined))))


def _share_seen(line: _Line, start: NDArray[np.float64], end: NDArray[np.float64]) -> float:
    """Give how much of a side has an edge."""
    reach = len(line.seen) // 2
    ends = sorted(line.a * y - line.b * x for x, y in (start, end))
    first, last = (min(max(round(one) + reach, 0), 2 * reach) for one in ends)
    length = last - first
    return float(line.seen[last] - line.seen[first]) / length if length > _GAP else 0.0


def _frames(lines: list[_Line]) -> Iterator[tuple[_Line, _Line, _Line, _Line]]:
    """Give two pairs of lines that face each other, across one another, in turn."""
    pairs = [
        (one, other)
        for one, other in combinations(lines, 2)
        if one.a * other.a + one.b * other.b < -_PARALLEL
    ]
    for (left, right), (upper, lower) in combinations(pairs, 2):
        if abs(left.a * upper.a + left.b * upper.b) < _UPRIGHT:
            yield upper, right, lower, left


def _corners_of(sides: tuple[_Line, _Line, _Line, _Line], edges: _Edges) -> Points | None:
    """Give where each line crosses the one before it, if that makes a sheet on the picture."""
    crossed = [_crossing(sides[n - 1], sides[n]) for n in range(4)]
    corners = np.array([one for one in crossed if one is not None])
    if len(corners) < 4:
        return None
    room = _OUTSIDE * max(edges.height, edges.width)
    if (
        corners.min() < -room
        or (corners.max(axis=0) > (edges.width + room, edges.height + room)).any()
    ):
        return None
    middle = corners.mean(axis=0)
    if any(side.beside(middle) <= 0 for side in sides):
        return None  # brighter outside
    outline = corners.astype(np.float32)
    if not cv2.isContourConvex(outline):
        return None
    return corners if _area(corners) >= _SMALLEST_SHARE * edges.height * edges.width else None


def _area(corners: Points) -> float:
    return float(cv2.contourArea(corners.astype(np.float32)))


def _crossing(one: _Line, other: _Line) -> NDArray[np.float64] | None:
    bend = one.a * other.b - one.b * other.a
    if abs(bend) < 1e-6:
        return None
    return np.array(
        (
            (one.c * other.b - one.b * other.c) / bend,
            (one.a * other.c - one.c * other.a) / bend,
        )
    )
