"""All ways to read the codes of a picture, the quickest first, each only when asked for.

The order and the settings come from measuring on synthetic pictures of cards (``make bench`` gives
the figures): ZXing reads most of what is sharp within 3 ms; on the place where the code is, cut out
and enlarged, some more; the own reader on the grid of the modules nearly all of the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import cv2
import numpy as np

from devices.id_readers.budget import Budget
from devices.id_readers.code_places import CodePlace, find_code_places
from devices.id_readers.decoders import Decoded, read_with_zbar, read_with_zxing
from devices.id_readers.qr.symbol_reader import (
    COARSE_PATCH_SIDE,
    FINE_PATCH_SIDE,
    PATCH_SIDE,
    Method,
    Sighting,
    SymbolReader,
    angles_at,
)
from devices.pictures import GrayPixels

_MOST_PIXELS = 2_300_000
"""A webcam's picture. In larger ones a code is large as well, and is cut out first."""
_CROP_MARGIN = 0.35
_LARGE_SIDE, _REDUCED_SIDE, _ENLARGED_SIDE = 420, 300, 520
"""Pixels of a code: above the first it is reduced to the second; else enlarged to the third."""
_SOFTNESS = 0.88
"""Pixels of blur that sharpening assumes in a code of up to 200 pixels."""
_WEAK = 0.3
"""Of the best place's strength. Below this a place is not worth the time."""
_PROMISING = 0.6
"""Trust in the corners of a place. Small print has up to 0.57, codes 0.65 and more."""
_GROWN = 1.1
_OTHER_PLACE, _OTHER_SIZE = 0.12, 1.25


class Stage(StrEnum):
    """A way to read."""

    FRAME = "frame"
    CROP = "crop"
    SHARPENED = "sharpened"
    MODULES = "modules"
    ZBAR = "zbar"
    THOROUGH = "thorough"


ALL_STAGES = frozenset(Stage)


@dataclass(slots=True)
class Cascade:
    """The stages for one picture."""

    pixels: GrayPixels
    budget: Budget
    stages: frozenset[Stage] = ALL_STAGES
    """Which to use; measuring leaves some out."""
    method: Method = field(default_factory=Method)
    """Of the own reader."""
    qr_only: bool = True
    sightings: list[Sighting] = field(default_factory=list)
    """What the own reader saw, also where it could not read it."""

    def readings(self) -> Iterator[tuple[Stage, list[Decoded]]]:
        """Give what each stage reads, until nobody asks for more or the time is over."""
        if self.pixels.size <= _MOST_PIXELS and Stage.FRAME in self.stages:
            found = read_with_zxing(self.pixels, qr_only=self.qr_only)
            yield Stage.FRAME, found
            if found:  # whoever asks for more has seen these, and seeks another
                self.pixels = _without(self.pixels, found)
        places = find_code_places(self.pixels)
        if places:
            yield from self._at_places(places)
        whole = reduced(self.pixels)
        if Stage.THOROUGH in self.stages and not self.budget.is_spent:
            found = read_with_zxing(whole, qr_only=self.qr_only, thorough=True)
            yield Stage.THOROUGH, found
        if Stage.ZBAR in self.stages and not self.budget.is_spent:
            yield Stage.ZBAR, read_with_zbar(whole, qr_only=self.qr_only)

    def _at_places(self, places: list[CodePlace]) -> Iterator[tuple[Stage, list[Decoded]]]:
        strong = [place for place in places if place.strength >= _WEAK * places[0].strength]
        if Stage.CROP in self.stages:
            yield Stage.CROP, [one for place in strong for one in self._in_crop(place)]
        if Stage.SHARPENED in self.stages and not self.budget.is_spent:
            yield Stage.SHARPENED, read_with_zxing(_sharpened(self.pixels, strong[0]))
        if Stage.MODULES in self.stages:
            yield from self._by_modules(strong)

    def _in_crop(self, place: CodePlace) -> list[Decoded]:
        crop = place.crop(self.pixels, margin=_CROP_MARGIN)
        if place.side > _LARGE_SIDE:
            crop = _scaled(crop, _REDUCED_SIDE / place.side)
        return read_with_zxing(crop, qr_only=self.qr_only, thorough=True)

    def _by_modules(self, places: list[CodePlace]) -> Iterator[tuple[Stage, list[Decoded]]]:
        reader = SymbolReader(self.pixels, self.budget, self.method)
        self.sightings = reader.sightings
        done: set[CodePlace] = set()
        for place, angle, patch_side in self._tries(places, reader):
            if self.budget.is_spent:
                return
            if place in done:
                continue
            content = reader.read(place, angle, patch_side=patch_side)
            if content is not None:
                done.add(place)
                yield Stage.MODULES, [Decoded("QRCode", content.text, content.raw)]

    def _tries(
        self, places: list[CodePlace], reader: SymbolReader
    ) -> Iterator[tuple[CodePlace, float, int]]:
        """Give places, angles and patch sizes in the order of how often they are the right ones."""
        best, poor = places[0], []
        first = next(angles_at(self.pixels, best))
        if not self.qr_only:  # most other codes are smaller than those of cards
            yield best, first, COARSE_PATCH_SIDE
        for place, angle in self._looks(places, reader):
            if reader.has_seen_a_code:
                break
            promise = reader.promise(place, angle)
            if promise >= _PROMISING:
                yield place, angle, PATCH_SIDE
            else:
                poor.append((promise, place, angle))
        if best.side > FINE_PATCH_SIDE / 2:
            yield best, first, FINE_PATCH_SIDE
        if self.qr_only:
            yield best, first, COARSE_PATCH_SIDE
        for _, place, angle in sorted(poor, key=lambda one: -one[0]):
            yield place, angle, PATCH_SIDE

    def _looks(
        self, places: list[CodePlace], reader: SymbolReader
    ) -> Iterator[tuple[CodePlace, float]]:
        """Give places and angles; look for the next only when it is asked for."""
        best = places[0]
        yield from ((best, angle) for angle in angles_at(self.pixels, best))
        yield best, reader.most_promising_turn(best)
        coarse = find_code_places(self.pixels, most=1, coarse=True)
        for place in [one for one in coarse if _is_elsewhere(one, best)] + places[1:]:
            yield place, next(angles_at(self.pixels, place))


def reduced(pixels: GrayPixels) -> GrayPixels:
    """Give the picture, reduced to the size of a webcam's if it is larger."""
    return _scaled(pixels, min(1.0, (_MOST_PIXELS / pixels.size) ** 0.5))


def _without(pixels: GrayPixels, codes: list[Decoded]) -> GrayPixels:
    """Paint over the codes that were read, lest they be read again in every other way."""
    painted = pixels.copy()
    for code in codes:
        hull = np.array(code.corners, np.float32)
        grown = hull.mean(axis=0) + _GROWN * (hull - hull.mean(axis=0))
        cv2.fillConvexPoly(painted, grown.astype(np.int32), (128,))
    return painted


def _is_elsewhere(one: CodePlace, other: CodePlace) -> bool:
    apart = abs(one.x - other.x) + abs(one.y - other.y)
    ratio = one.side / other.side
    return apart > _OTHER_PLACE * other.side or not 1 / _OTHER_SIZE < ratio < _OTHER_SIZE


def _sharpened(pixels: GrayPixels, place: CodePlace) -> GrayPixels:
    factor = min(3.0, max(1.0, _ENLARGED_SIDE / place.side))
    large = _scaled(place.crop(pixels, margin=_CROP_MARGIN), factor)
    soft = cv2.GaussianBlur(large, (0, 0), _SOFTNESS * factor * max(1.0, place.side / 200))
    return cv2.addWeighted(large, 3, soft, -2, 0)  # type: ignore[return-value]


def _scaled(pixels: GrayPixels, factor: float) -> GrayPixels:
    if factor == 1:
        return pixels
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    size = tuple(max(1, round(length * factor)) for length in pixels.shape[::-1])
    return cv2.resize(pixels, size, interpolation=way)  # type: ignore[return-value]
