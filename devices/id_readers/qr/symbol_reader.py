"""Reads one symbol at a place in a picture: angle, finders, poses, equaliser, decoding."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import cv2
import numpy as np

from devices.id_readers.budget import Budget
from devices.id_readers.code_places import CodePlace
from devices.id_readers.qr.bit_stream import Content
from devices.id_readers.qr.codewords import Decoding, decode
from devices.id_readers.qr.corners import DENSE, SPARSE, Corners, corners_of
from devices.id_readers.qr.equaliser import Equaliser
from devices.id_readers.qr.finders import Patch, Pixels, angle_of, cut_patch, find_finders
from devices.id_readers.qr.homography import Points
from devices.id_readers.qr.layout import FINDER_REACH, Modules, layout_of
from devices.id_readers.qr.pose import Pose, best_turned, refined, registered, timing_agreement
from devices.id_readers.qr.resolver import resolve
from devices.pictures import GrayPixels

_VERSIONS = range(2, 27)
_VERSIONS_AROUND = 3
_MOST_VERSIONS = 3
"""That are registered, of those near the size that the finders tell: the timing patterns choose.
Where blur has taken these away, a code may be there and no version be sure: then all are."""
_SAME_FINDERS, _SAME_SIZE = 0.3, 6
"""Modules: closer corners of nearly the same size were tried before."""
PATCH_SIDE, FINE_PATCH_SIDE, COARSE_PATCH_SIDE = 200, 340, 110
"""Pixels of the code where finders are looked for. Symbols of version 20 and more need the finer,
which takes three times as long; those up to version 6 the coarser."""
_SCALES = (1.0, 0.6, 1.4)
_NO_CODE, _SEEN, _LIKELY, _CERTAIN = 0.22, 0.35, 0.5, 0.8
"""Agreement of the known modules."""
_CLOSE = 0.12
_WELL_SEEN = 0.67
"""Trust in three finders above which no other scale need be tried."""
_POSES_AT_LAST = 3
_ANGLE_SIDE = 220
_TURN = 15
"""Degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The parts of the own reader; measuring leaves out one after the other."""

    hidden_finders: bool = True
    bending: bool = True
    feedback: bool = True
    erasures: bool = True
    padding: bool = True
    resolve: bool = True
    windows: bool = True
    rounds: int = 4
    """Of judging and decoding: what is decoded in one trains the next."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code that was located, and what its modules look like; other frames may help to read it."""

    pose: Pose
    judged: Modules
    equaliser: Equaliser


class SymbolReader:
    """Tries places in one picture, and keeps what was seen there; no pose is tried twice."""

    def __init__(self, pixels: GrayPixels, budget: Budget, method: Method | None = None) -> None:
        self._pixels, self._budget, self._method = pixels, budget, method or Method()
        self.sightings: list[Sighting] = []
        self._looks: dict[tuple[CodePlace, float, int, float], tuple[Patch, list[Corners]]] = {}
        self._tried: list[tuple[Points, float]] = []
        """Finders in the picture, and the size that they tell."""

    def read(
        self, place: CodePlace, angle: float, *, patch_side: int = PATCH_SIDE
    ) -> Content | None:
        """Give the content of the code at a place that is turned by ``angle``, or None."""
        late: list[Pose] = []
        for patch, corners in self._hypotheses(place, angle, patch_side):
            poses = self._poses(patch, corners)
            enough = _LIKELY if corners.one_hidden else _SEEN
            if poses and poses[0].agreement > enough:
                content = self._decoded(poses.pop(0))
                if content is not None:
                    return content
            late += poses
            if self._budget.is_spent:
                return None
        late.sort(key=lambda pose: -pose.agreement)
        for pose in late[:_POSES_AT_LAST]:
            if self._budget.is_spent:
                break
            content = self._decoded(pose)
            if content is not None:
                return content
        return None

    @property
    def has_seen_a_code(self) -> bool:
        """Tell whether there was a code, even if it could not be read."""
        return any(one.pose.agreement >= _SEEN for one in self.sightings)

    def promise(self, place: CodePlace, angle: float) -> float:
        """Tell quickly how much the best corners of a place look like a code's: 0.6 or more do."""
        _, corners = self._look(place, angle, PATCH_SIDE, _SCALES[0])
        return max((one.trust for one in corners), default=0.0)

    def most_promising_turn(self, place: CodePlace) -> float:
        """Turn a place around, and give the best angle. Moiré has edges of its own."""
        turns = (math.radians(angle) for angle in range(0, 90, _TURN))
        in_time = takewhile(lambda _: not self._budget.is_spent, turns)
        return max(in_time, key=lambda turn: self.promise(place, turn), default=0.0)

    def _look(
        self, place: CodePlace, angle: float, to_side: int, scale: float
    ) -> tuple[Patch, list[Corners]]:
        """Look for finders; once only, for it takes 20 ms."""
        asked = (place, angle, to_side, scale)
        if asked not in self._looks:
            centre = (place.x, place.y)
            patch = cut_patch(self._pixels, centre, place.side * scale, angle, to_side=to_side)
            sizes = SPARSE if to_side == COARSE_PATCH_SIDE else DENSE
            self._looks[asked] = patch, corners_of(find_finders(patch.pixels), patch.side, sizes)
        return self._looks[asked]

    def _hypotheses(
        self, place: CodePlace, angle: float, to_side: int
    ) -> list[tuple[Patch, Corners]]:
        found = []
        for scale in _SCALES:
            patch, corners = self._look(place, angle, to_side, scale)
            found += [(patch, one) for one in corners if self._allows(one)]
            if any(not one.one_hidden and one.trust > _WELL_SEEN for one in corners):
                break
        found.sort(key=lambda each: -each[1].trust)
        return found[:12]

    def _allows(self, corners: Corners) -> bool:
        return self._method.hidden_finders or not corners.one_hidden

    def _poses(self, patch: Patch, corners: Corners) -> list[Pose]:
        """Give the poses of the likeliest versions, the best first."""
        finders = np.array(
            [
                patch.in_picture(*one)
                for one in (corners.top_left, corners.top_right, corners.bottom_left)
            ]
        )
        part, origin = self._part_around(finders)
        legs = np.linalg.norm(finders[1:] - finders[0], axis=1)
        module = float(legs.mean()) / (corners.size - 2 * FINDER_REACH)
        if min(part.shape) < 40 or self._was_tried(finders, corners.size, module):
            return []
        finders = finders - origin
        found: list[Pose] = []
        layouts = [layout_of(version) for version in _versions_near(corners.size)]
        layouts.sort(key=lambda layout: -timing_agreement(part, finders, layout))
        for number, layout in enumerate(layouts):
            best = max((one.agreement for one in found), default=0.0)
            if number >= _MOST_VERSIONS and not _NO_CODE < best < _LIKELY:
                break
            pose = registered(part, origin, finders, layout, module, corners.hidden)
            found.append(pose)
            if pose.agreement > _CERTAIN or self._budget.is_spent:
                break
        found.sort(key=lambda pose: -pose.agreement)
        best = found[0].agreement
        kept = [one for one in found[:2] if one.agreement >= max(_NO_CODE, best - _CLOSE)]
        better = [refined(one) for one in kept]
        better = [best_turned(one) for one in better]  # a false finder turns a code, too
        return sorted(better, key=lambda pose: -pose.agreement)

    def _was_tried(self, finders: Points, size: float, module: float) -> bool:
        """Tell whether these corners were tried before, and keep them if not."""
        for others, other_size in self._tried:
            near = float(np.abs(finders - others).max()) < _SAME_FINDERS * module
            if near and abs(size - other_size) < _SAME_SIZE:
                return True
        self._tried.append((finders, size))
        return False

    def _part_around(self, finders: Points) -> tuple[Pixels, tuple[int, int]]:
        middle = (finders[1] + finders[2]) / 2
        reach = float(np.abs(finders - finders.mean(axis=0)).max()) * 2.2 + 20
        left, top = np.maximum(0, (middle - reach)).astype(int)
        right, bottom = np.maximum(0, (middle + reach)).astype(int)
        part = self._pixels[top:bottom, left:right].astype(np.float32)
        return part, (int(left), int(top))

    def _decoded(self, pose: Pose) -> Content | None:
        if any(_same(pose, sighting.pose) for sighting in self.sightings):
            return None
        equaliser = Equaliser(pose, feedback=self._method.feedback, bending=self._method.bending)
        judged = equaliser.judged()
        decoding = self._decoding(judged, pose)
        for number in range(1, self._method.rounds):
            hopeless = decoding.modules is None and (number > 1 or pose.agreement < _SEEN)
            if decoding.content is not None or hopeless or self._budget.is_spent:
                break
            judged, last = equaliser.judged(decoding.modules), decoding
            decoding = self._decoding(judged, pose)
            if decoding.progress <= last.progress:
                break
        if decoding.content is not None:
            return decoding.content
        content = None
        if decoding.end is not None and self._method.resolve:
            content = resolve(
                [equaliser], judged, decoding, self._budget, windows=self._method.windows
            )
        self.sightings.append(Sighting(pose, judged, equaliser))
        return content

    def _decoding(self, judged: Modules, pose: Pose) -> Decoding:
        way = self._method
        return decode(judged, pose.layout, erasures=way.erasures, padding=way.padding)


def _same(one: Pose, other: Pose) -> bool:
    """Tell whether two poses are one, within a third of a module at every corner."""
    if one.layout is not other.layout:
        return False
    size = one.layout.size
    corners = np.array([(0, 0), (size, 0), (size, size), (0, size)], np.float64)
    apart = one.in_picture(corners) - other.in_picture(corners)
    return float(np.abs(apart).max()) < 0.35 * one.module


def angles_at(pixels: GrayPixels, place: CodePlace) -> Iterator[float]:
    """Give the angles worth a try: by all edges, and by edges in even light."""
    part = place.crop(pixels, margin=0.0)
    scale = min(1.0, _ANGLE_SIDE / len(part))
    small = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small.astype(np.float32), (0, 0), 0.7).astype(np.float32)
    plain = angle_of(soft)
    yield plain
    contrast = soft - cv2.GaussianBlur(soft, (0, 0), 6)
    spread = np.sqrt(cv2.GaussianBlur(contrast * contrast, (0, 0), 6)) + 3
    even = angle_of((40 * contrast / spread).astype(np.float32))
    quarter = math.pi / 2
    apart = abs((even - plain + quarter / 2) % quarter - quarter / 2)
    if apart >= 0.09:
        yield even


def _versions_near(size: float) -> list[int]:
    guess = (size - 17) / 4
    around = range(round(guess) - _VERSIONS_AROUND, round(guess) + _VERSIONS_AROUND + 1)
    return sorted((one for one in around if one in _VERSIONS), key=lambda one: abs(one - guess))
