"""Thermal slips after a week in a pocket: faded, folded through the code, photographed askew.

Three levels: A, a fair print, kept well; B, a paler one with a dead element of the head, in a worse
picture; C, the palest, in the worst picture. A fold takes 70 % of the ink along its line.
"""

import random
from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Gray = NDArray[np.uint8]
DOTS_PER_MM = 8.0
_FOLD_MM = 0.35
_INK_LOST = 0.7
_LARGEST_TURN = 12.0
_PAPER = 235


@dataclass(frozen=True, slots=True)
class Damage:
    """``contrast`` of the ink, blur of the picture in millimetres, and its pixels a millimetre."""

    contrast: float
    blur_mm: float
    pixels_per_mm: float
    dead_element: bool


LEVELS = {
    "A": Damage(contrast=0.45, blur_mm=0.11, pixels_per_mm=10, dead_element=False),
    "B": Damage(contrast=0.35, blur_mm=0.15, pixels_per_mm=8, dead_element=True),
    "C": Damage(contrast=0.30, blur_mm=0.18, pixels_per_mm=7, dead_element=False),
}


def worn(code: Image.Image, damage: Damage, chance: random.Random) -> Image.Image:
    """Give a printed code, with its quiet zone, as a week in a pocket leaves it."""
    dots = (np.asarray(code.convert("L")) / 255).astype(np.float32)
    if damage.dead_element:
        column = chance.randrange(dots.shape[1])
        dots[:, column] = 1
    _fold(dots, chance)
    room = round(dots.shape[0] * 0.35)
    return Image.fromarray((np.pad(dots, room, constant_values=1) * 255).astype(np.uint8))


def _fold(dots: NDArray[np.float32], chance: random.Random) -> None:
    height, width = dots.shape
    slope = chance.uniform(-0.15, 0.15)
    at = chance.uniform(0.15, 0.85) * height
    rows, columns = np.mgrid[0:height, 0:width]
    near = np.abs(rows - at - slope * columns) < _FOLD_MM * DOTS_PER_MM / 2
    dots[near] = 1 - (1 - dots[near]) * (1 - _INK_LOST)


def frame_of(slip: Image.Image, damage: Damage, chance: random.Random) -> Gray:
    """Give one picture of a worn code: each frame is held a little differently."""
    ink = (np.asarray(slip) / 255).astype(np.float32)
    size = round(ink.shape[0] * damage.pixels_per_mm / DOTS_PER_MM)
    small = cv2.resize(ink, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32)
    turned = _turned(small, chance)
    sigma = damage.blur_mm * damage.pixels_per_mm
    seen = cv2.GaussianBlur(turned, (0, 0), sigma)
    light = np.linspace(chance.uniform(0.85, 1), chance.uniform(0.85, 1), size)[None, :]
    gray = _PAPER * (1 - damage.contrast * (1 - seen)) * light
    noise = np.random.default_rng(chance.getrandbits(32)).normal(0, 4, gray.shape)
    pixels = np.clip(gray + noise, 0, 255).astype(np.uint8)
    file = BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=80)
    return np.asarray(Image.open(file))


def _turned(picture: NDArray[np.float32], chance: random.Random) -> NDArray[np.float32]:
    """Turn and tilt: far corners come a little nearer."""
    size = picture.shape[0]
    turn = cv2.getRotationMatrix2D(
        (size / 2, size / 2), chance.uniform(-_LARGEST_TURN, _LARGEST_TURN), 1
    )
    corners = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
    moved = cv2.transform(corners[None], turn)[0].astype(np.float32)
    moved += np.array(
        [[chance.uniform(-0.04, 0.04) * size for _ in range(2)] for _ in range(4)], np.float32
    )
    tilt = cv2.getPerspectiveTransform(corners, moved)
    return cv2.warpPerspective(picture, tilt, (size, size), borderValue=1).astype(np.float32)
