"""A bright sheet on a photograph by the four straight lines around it, shadows or not.

A shadow takes light from the sheet and from the desk alike: along the whole side of a sheet the
paper stays brighter than what lies beside it, by a share that no shadow changes. So lines are
sought in the logarithm of brightness, each with the side on which it is brighter. The edge of a
shadow is such a line too, but the sheet is larger than what a shadow leaves of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
_BEND = 1e-6
"""Of two lines that are not parallel."""
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


def four_sides(small: RgbPixels) -> Points | None:
    """Find the largest sheet whose sides are seen; None where there is none."""
    edges = _edges_of(small)
    lines = _lines(edges)
    best, found = 0.0, None
    for sides, corners, area in _frames(lines, edges):
        if area <= best:
            break  # the rest is smaller still
        seen = [
            _share_seen(lines[side], start, end)
            for side, start, end in zip(sides, corners, np.roll(corners, -1, axis=0), strict=True)
        ]
        worth = area * float(np.prod(seen)) ** _WHOLE_SIDES
        if min(seen) >= _LEAST_OF_A_SIDE and worth > best:
            best, found = worth, corners
    return found


def _edges_of(small: RgbPixels) -> _Edges:
    soft = cv2.GaussianBlur(small, (0, 0), 1)
    closed = cv2.morphologyEx(soft, cv2.MORPH_CLOSE, np.ones((_PRINT, _PRINT), np.uint8))
    red, green, blue = cv2.split(closed)  # a tenth of the time of a minimum over an axis
    darkest = np.asarray(cv2.min(cv2.min(red, green), blue), np.float32)
    levels = np.log(np.maximum(np.asarray(cv2.GaussianBlur(darkest, (0, 0), 1)), _DARKEST))
    step = np.array([[-1, 0, 0, 0, 1]], np.float32)
    across, down = (np.asarray(cv2.filter2D(levels, -1, way)) for way in (step, step.T))
    rise = np.asarray(cv2.magnitude(across, down))
    height, width = rise.shape
    y, x = np.divmod(np.flatnonzero(rise > _RISE), width)  # a third of the time of ``nonzero``
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
    off = np.arange(-_UNSURE, _UNSURE + 1)[:, None]
    cast = np.rint(directions + off).astype(int) % _DIRECTIONS
    angles = np.deg2rad(cast)
    cast_at = (edges.x * np.cos(angles) + edges.y * np.sin(angles) + reach) / _RHO
    cast = (cast * places + cast_at.astype(int)).ravel()
    votes = np.bincount(cast, minlength=_DIRECTIONS * places).astype(np.int32)
    votes = votes.reshape(_DIRECTIONS, places)
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


def _frames(lines: list[_Line], edges: _Edges) -> Iterator[tuple[NDArray[np.intp], Points, float]]:
    """Give two pairs of lines that face each other, across one another, the largest first.

    Each as the numbers of its lines, the corners (where each line crosses the one before it) and
    the area; only what can be a sheet on the picture, as bright within as beyond no line.
    """
    a, b, c = np.array([(one.a, one.b, one.c) for one in lines]).reshape(-1, 3).T
    pairs = np.argwhere(np.triu(np.outer(a, a) + np.outer(b, b) < -_PARALLEL))
    one, other = np.triu_indices(len(pairs), 1)
    (left, right), (upper, lower) = pairs[one].T, pairs[other].T
    across = np.abs(a[left] * a[upper] + b[left] * b[upper]) < _UPRIGHT
    sides = np.stack((upper, right, lower, left), axis=1)[across]
    before = np.roll(sides, 1, axis=1)
    bend = a[before] * b[sides] - b[before] * a[sides]
    sides, before, bend = (n[(np.abs(bend) > _BEND).all(axis=1)] for n in (sides, before, bend))
    x = (c[before] * b[sides] - b[before] * c[sides]) / bend
    y = (a[before] * c[sides] - c[before] * a[sides]) / bend
    room = _OUTSIDE * max(edges.height, edges.width)
    inside = (x > -room) & (x < edges.width + room) & (y > -room) & (y < edges.height + room)
    middle_x, middle_y = x.mean(axis=1, keepdims=True), y.mean(axis=1, keepdims=True)
    brighter = a[sides] * middle_x + b[sides] * middle_y > c[sides]
    dx, dy = np.roll(x, -1, axis=1) - x, np.roll(y, -1, axis=1) - y
    turns = dx * np.roll(dy, -1, axis=1) - dy * np.roll(dx, -1, axis=1)
    convex = (turns > 0).all(axis=1) | (turns < 0).all(axis=1)
    area = np.abs((x * np.roll(y, -1, axis=1) - y * np.roll(x, -1, axis=1)).sum(axis=1)) / 2
    good = (inside & brighter).all(axis=1) & convex
    good &= area >= _SMALLEST_SHARE * edges.height * edges.width
    for place in np.flatnonzero(good)[np.argsort(-area[good], kind="stable")]:
        yield sides[place], np.stack((x[place], y[place]), axis=1), float(area[place])
