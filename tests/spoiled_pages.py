"""What goes wrong when pages are scanned, done to good pages of 300 dpi on purpose."""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.defects import DefectKind

Pixels = NDArray[np.uint8]
KINDS = tuple(kind for kind in DefectKind if kind is not DefectKind.DIRECTION_UNSURE)
"""What can go wrong with a good page; a hand that says no direction is written, not spoiled."""


def spoiled(page: Pixels, kind: DefectKind, seed: int, *, skew: float = 0.0) -> Pixels:
    """Give the page with one defect, of a size and at a place that the seed chooses.

    ``skew``: by which the sheet is turned; a corner is folded on the sheet, not on the picture.
    """
    chance = Random(f"{kind}-{seed}")
    if kind is DefectKind.FOLDED_CORNER:
        return _folded_corner(page, chance, skew)
    return _SPOILERS[kind](page, chance)


def _blurred(page: Pixels, chance: Random) -> Pixels:
    if chance.random() < 0.5:
        return _as_pixels(cv2.GaussianBlur(page, (0, 0), chance.uniform(2.2, 4)))
    length = chance.randint(11, 19)
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1 / length
    turn = cv2.getRotationMatrix2D((length / 2, length / 2), chance.uniform(0, 180), 1)
    moved = cv2.warpAffine(kernel, turn, (length, length))
    return _as_pixels(cv2.filter2D(page, -1, moved / np.asarray(moved).sum()))


def _too_dark(page: Pixels, chance: Random) -> Pixels:
    return _as_pixels(page * np.float32(chance.uniform(0.3, 0.6)))


def _finger(page: Pixels, chance: Random) -> Pixels:
    height, width = page.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    at = (chance.choice((0, width)), chance.randint(height // 4, 3 * height // 4))
    axes = (chance.randint(230, 330), chance.randint(90, 130))
    cv2.ellipse(mask, at, axes, chance.uniform(-25, 25), 0, 360, 255, -1)
    soft = np.asarray(cv2.GaussianBlur(mask, (0, 0), 5), np.float32)[..., None] / 255
    skin = np.array(chance.choice(((214, 160, 130), (190, 130, 100), (225, 175, 150))), np.float32)
    return _as_pixels(page * (1 - soft) + skin * soft)


def _folded_corner(page: Pixels, chance: Random, skew: float) -> Pixels:
    height, width = page.shape[:2]
    across = chance.randint(180, 400)
    down = int(across * chance.uniform(0.7, 1.4))
    right, low = chance.random() < 0.5, chance.random() < 0.5
    x, y = (width - 1 if right else 0), (height - 1 if low else 0)
    corner = [(x, y), (x - across if right else across, y), (x, y - down if low else down)]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1)
    corner = [tuple(np.asarray(turn) @ (*point, 1)) for point in corner]
    mask = np.zeros((height, width), np.uint8)
    cv2.fillPoly(mask, [np.array(corner, np.int32)], 255)
    behind = np.asarray(cv2.GaussianBlur(mask, (0, 0), 9), np.float32)[..., None] / 255
    shaded = page * (1 - 0.25 * behind * (mask == 0)[..., None])  # its shadow on the page
    flap = np.median(page[::20, ::20].reshape(-1, 3), axis=0) * chance.uniform(0.82, 0.94)
    return _as_pixels(np.where(mask[..., None] > 0, flap, shaded))


def _cut_edge(page: Pixels, chance: Random) -> Pixels:
    """Shift the page over one of its four sides, so that its outermost print begins outside."""
    turns = chance.randrange(4)
    turned = np.rot90(page, turns)
    lost = _print_begins(turned) + chance.randint(*((40, 130) if turns % 2 == 0 else (10, 30)))
    moved = np.full_like(turned, 248)
    moved[:, :-lost] = turned[:, lost:]
    return np.ascontiguousarray(np.rot90(moved, -turns))


def _print_begins(page: Pixels) -> int:
    """Give the first column with print in it: no speck, hole, streak or dark bed."""
    gray = np.asarray(cv2.cvtColor(np.ascontiguousarray(page), cv2.COLOR_RGB2GRAY))
    height, width = gray.shape
    inner = gray[height // 8 : -height // 8, width // 14 :]
    counts = np.count_nonzero(inner < 110, axis=0)
    inked = (counts > 0.005 * len(inner)) & (counts < 0.5 * len(inner))
    runs = np.convolve(inked, np.ones(12), "valid") >= 7
    first: int = int(np.argmax(runs)) + width // 14
    return first


def _low_resolution(page: Pixels, chance: Random) -> Pixels:
    return _as_pixels(cv2.resize(page, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA))


def _upside_down(page: Pixels, chance: Random) -> Pixels:
    return np.ascontiguousarray(np.rot90(page, 2))


_SPOILERS = {
    DefectKind.BLURRED: _blurred,
    DefectKind.TOO_DARK: _too_dark,
    DefectKind.FINGER: _finger,
    DefectKind.CUT_EDGE: _cut_edge,
    DefectKind.LOW_RESOLUTION: _low_resolution,
    DefectKind.UPSIDE_DOWN: _upside_down,
}


def _as_pixels(page: object) -> Pixels:
    return np.asarray(np.clip(np.asarray(page), 0, 255), np.uint8)
