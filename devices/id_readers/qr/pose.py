"""Where exactly a code of a given version lies, and how sure that is.

Three finders give the first guess. The alignment patterns near them are looked for next, then those
further out, for the corner without a finder is where the guess is worst. How well all modules that
every such symbol shows agree with the picture says whether the code is there at all.
"""

from dataclasses import dataclass, replace
from functools import cache

import cv2
import numpy as np

from devices.id_readers.qr.bend import TERMS, Bend, bend_through, bent
from devices.id_readers.qr.finders import Pixels, likeness_of, peak_at
from devices.id_readers.qr.homography import Homography, Points, fitted, mapped
from devices.id_readers.qr.layout import FINDER_REACH, Layout

_FINE = 3
"""Pixels of a module in the picture that is rectified for the search."""
_RIM = 4
_SEEN = 0.4
_GUESS, _FAR_REACH = 0.2, 4.0
"""Weight of a finder that is hidden; modules around a pattern that may lie where perspective has it
instead of where the guess has it."""
_RESIDUAL = 0.35
"""Modules. A point that lies further off than this counts less and less."""
_CONTRAST_OVER = 9


@dataclass(frozen=True, slots=True)
class Pose:
    """A code's place in a part of a picture."""

    layout: Layout
    homography: Homography
    agreement: float
    """Correlation of the known modules with the picture: 0.6 to 1 when true, 0.1 when not."""
    contrast: float
    """Gray levels between the light and the dark ones of them."""
    part: Pixels
    """The part of the picture that the homography leads to."""
    origin: tuple[int, int]
    """Where in the picture the part begins, across and down."""
    module: float
    """Pixels that a module is wide, about."""
    bend: Bend | None = None

    def in_picture(self, modules: Points) -> Points:
        """Give the picture's pixels of points in modules."""
        flat = bent(self.bend, modules, self.layout.size)
        return mapped(self.homography, flat) + self.origin


def finder_centres(layout: Layout) -> Points:
    """Give the centres of top left, top right and bottom left finder, in modules."""
    near, far = FINDER_REACH, layout.size - FINDER_REACH
    return np.array([(near, near), (far, near), (near, far)])


def timing_agreement(part: Pixels, finders: Points, layout: Layout) -> float:
    """Tell how well the timing pattern between two finders fits a version, 1 at best.

    It is quick, and right also where one finder is hidden: the better of the two patterns counts.
    """
    homography = fitted(finder_centres(layout), finders, [1.0, 1.0, 1.0])
    along = np.arange(8, layout.size - 8) + 0.5
    across = np.full_like(along, 6.5)
    points = np.concatenate([np.stack([along, across], 1), np.stack([across, along], 1)])
    x, y = mapped(homography, points).T.astype(np.float32)
    seen = cv2.remap(part, x[None], y[None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    lines = np.asarray(seen, np.float32).reshape(2, -1)
    turns = np.diff(lines, axis=1) * (1 - 2 * (np.arange(lines.shape[1] - 1) % 2))
    spread = np.sqrt((turns * turns).mean(axis=1)) + 1
    return float((turns.mean(axis=1) / spread).max())


def registered(
    part: Pixels,
    origin: tuple[int, int],
    finders: Points,
    layout: Layout,
    module: float,
    hidden: int | None = None,
) -> Pose:
    """Guess the pose from three finders, and better it by the alignment patterns, ring by ring.

    Args:
        part: of the picture.
        origin: where in the picture the part begins.
        finders: in pixels of the part.
        layout: of the version that is tried.
        module: its width in pixels, about.
        hidden: the finder that was not seen. Its place is a guess that knows no perspective, so the
            patterns nearest to the other two are looked for first, one by one.
    """
    modules, pixels, weights = finder_centres(layout), finders, [2.0, 2.0, 2.0]
    rings = _rings(layout)
    if hidden is not None:
        weights[hidden] = _GUESS
        rings = _outwards(layout, np.delete(modules, hidden, axis=0))
    homography = fitted(modules, pixels, weights)
    for ring, reach in rings:
        straight = _rectified(part, homography, layout.size, _RIM)
        for row, column in ring:
            centre = (column + 0.5, row + 0.5)
            likeness, x, y = _found_near(straight, _alignment(), centre, reach)
            if likeness > _SEEN:
                modules = np.vstack([modules, centre])
                pixels = np.vstack([pixels, mapped(homography, np.array([(x, y)]))])
                weights.append(1.5 * (likeness - 0.3))
        homography = fitted(modules, pixels, weights)
    return Pose(layout, homography, *_agreement(part, homography, layout), part, origin, module)


def refined(pose: Pose) -> Pose:
    """Look for all patterns again, close to where they should be, and trust outliers less."""
    homography, bend, layout = pose.homography, pose.bend, pose.layout
    for _ in range(2):
        seen, pixels, weights = _patterns(pose.part, homography, bend, layout)
        if len(seen) < 4:
            break
        homography = fitted(seen, pixels, weights)
        for _ in range(2):
            off = np.linalg.norm(mapped(_inverse(homography), pixels) - seen, axis=1)
            trusted = np.array(weights) / (1 + (off / _RESIDUAL) ** 2)
            homography = fitted(seen, pixels, trusted.tolist())
        if len(seen) > TERMS:
            flat = mapped(_inverse(homography), pixels)
            bend = bend_through(seen, flat - seen, weights, layout.size)
    straight = replace(pose, homography=homography, bend=None)
    candidates = [straight] if bend is None else [straight, replace(straight, bend=bend)]
    return max((pose, *map(_rated, candidates)), key=lambda one: one.agreement)


def best_turned(pose: Pose) -> Pose:
    """Turn a pose by right angles to where it agrees best.

    Alignment patterns look the same from all sides: they lead to the right place also when the
    finder that is hidden was taken for the one that no code has.
    """
    size = pose.layout.size
    quarter = np.array([[0, -1, size], [1, 0, 0], [0, 0, 1]], np.float64)
    turned, homography = [pose], pose.homography
    for _ in range(3):
        homography = homography @ quarter
        turned.append(_rated(replace(pose, homography=homography, bend=None)))
    best = max(turned, key=lambda one: one.agreement)
    return best if best is pose else refined(best)


def _patterns(
    part: Pixels, homography: Homography, bend: Bend | None, layout: Layout
) -> tuple[Points, Points, list[float]]:
    """Find the patterns again; give modules, pixels and weights of those that are seen."""
    straight = _rectified(part, homography, layout.size, _RIM, bend)
    seen, at, weights = [], [], []
    places = [(x, y, _finder(), 1.3, 2.5) for x, y in finder_centres(layout)]
    places += [(c + 0.5, r + 0.5, _alignment(), 1.0, 1.5) for r, c in layout.alignments]
    for x, y, template, reach, weight in places:
        likeness, u, v = _found_near(straight, template, (x, y), reach)
        if likeness > _SEEN:
            seen.append((x, y))
            at.append((u, v))
            weights.append(weight * (likeness - 0.3))
    if not seen:
        return np.empty((0, 2)), np.empty((0, 2)), []
    found = bent(bend, np.array(at, np.float64), layout.size)
    return np.array(seen, np.float64), mapped(homography, found), weights


def _rated(pose: Pose) -> Pose:
    agreement, contrast = _agreement(pose.part, pose.homography, pose.layout, pose.bend)
    return replace(pose, agreement=agreement, contrast=contrast)


def _inverse(homography: Homography) -> Homography:
    inverse: Homography = np.linalg.inv(homography).astype(np.float64, copy=False)
    return inverse


def _rings(layout: Layout) -> list[tuple[list[tuple[int, int]], float]]:
    """Part the alignment patterns by how far they are from the finders; with how far to look."""
    if not layout.alignments:
        return []
    last = max(max(one) for one in layout.alignments)
    inner, edge, corner = [], [], []
    for one in layout.alignments:
        if max(one) < last or min(one) == 6:
            inner.append(one)
        elif min(one) < last:
            edge.append(one)
        else:
            corner.append(one)
    return [(ring, reach) for ring, reach in ((inner, 1.6), (edge, 1.6), (corner, 2.0)) if ring]


def _outwards(layout: Layout, seen: Points) -> list[tuple[list[tuple[int, int]], float]]:
    """Give the alignment patterns one by one, from the finders that are seen to the hidden one."""

    def away(one: tuple[int, int]) -> float:
        row, column = one
        return float(np.linalg.norm(seen - (column + 0.5, row + 0.5), axis=1).sum())

    return [([one], _FAR_REACH) for one in sorted(layout.alignments, key=away)]


def _rectified(
    part: Pixels, homography: Homography, size: int, rim: int, bend: Bend | None = None
) -> Pixels:
    """Give the code upright and square, with a rim of so many modules."""
    pixels = (size + 2 * rim) * _FINE
    if bend is not None:
        points = bent(bend, _fine_grid(size, rim), size)
        x, y = mapped(homography, points).T.astype(np.float32).reshape(2, pixels, pixels)
        return cv2.remap(part, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(
            np.float32, copy=False
        )
    to_modules = np.array(
        [[1 / _FINE, 0, 0.5 / _FINE - rim], [0, 1 / _FINE, 0.5 / _FINE - rim], [0, 0, 1]]
    )
    return cv2.warpPerspective(
        part,
        homography @ to_modules,
        (pixels, pixels),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.float32, copy=False)


@cache
def _fine_grid(size: int, rim: int) -> Points:
    at = (np.arange((size + 2 * rim) * _FINE) + 0.5) / _FINE - rim
    u, v = np.meshgrid(at, at)
    return np.stack([u.ravel(), v.ravel()], axis=1)


def _found_near(
    straight: Pixels, template: Pixels, centre: tuple[float, float], reach: float
) -> tuple[float, float, float]:
    """Look for a pattern within ``reach`` modules; give likeness and place, in modules."""
    half = len(template) / 2
    corner_x, corner_y = ((place + _RIM) * _FINE - half - reach * _FINE for place in centre)
    left, top = max(0, round(corner_x)), max(0, round(corner_y))
    side = len(template) + int(2 * reach * _FINE)
    window = straight[top : top + side, left : left + side]
    if min(window.shape) < len(template):
        return 0.0, *centre
    likeness = likeness_of(template, window)
    _, best, _, (column, row) = cv2.minMaxLoc(likeness)
    x, y = peak_at(likeness, column, row)
    return best, (left + x + half) / _FINE - _RIM, (top + y + half) / _FINE - _RIM


def _agreement(
    part: Pixels, homography: Homography, layout: Layout, bend: Bend | None = None
) -> tuple[float, float]:
    """Give correlation and contrast of the known modules."""
    size = layout.size
    straight = _rectified(part, homography, size, 0, bend)
    modules = cv2.resize(straight, (size, size), interpolation=cv2.INTER_AREA)
    even = modules - cv2.blur(modules, (_CONTRAST_OVER, _CONTRAST_OVER))
    known = layout.known != 0
    measured, expected = even[known], -layout.known[known]
    contrast = float(measured[expected > 0].mean() - measured[expected < 0].mean())
    measured, expected = measured - measured.mean(), expected - expected.mean()
    norm = float(np.sqrt((measured * measured).sum() * (expected * expected).sum())) + 1e-9
    return float((measured * expected).sum()) / norm, contrast


@cache
def _alignment() -> Pixels:
    return _pattern(reach=2, light=(1,))


@cache
def _finder() -> Pixels:
    return _pattern(reach=4, light=(2, 4))


def _pattern(*, reach: int, light: tuple[int, ...]) -> Pixels:
    from_centre = np.abs(np.arange(-reach, reach + 1))
    ring = np.maximum(from_centre[:, None], from_centre[None, :])
    drawn = np.isin(ring, light).repeat(_FINE, axis=0).repeat(_FINE, axis=1).astype(np.float32)
    blurred: Pixels = cv2.GaussianBlur(drawn, (0, 0), 0.4 * _FINE).astype(np.float32, copy=False)
    return blurred
