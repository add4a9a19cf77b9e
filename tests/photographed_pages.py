"""Sheets photographed on a desk, drawn anew from a seed, with the true corners of each.

The camera looks from a slant; the desk is plain, grained or light; light comes from one side, a
hand throws a shadow, the lens is soft, the sensor noisy; ``shaded`` throws a hard shadow over it.
None of it is a real camera.
"""

from enum import StrEnum
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.perspective import Corners
from devices.page_pipeline.scales import RgbPixels
from tests.scanned_pages import HEIGHT, WIDTH, Kind, add_grain, printed

_PHOTO = (2400, 3200)
_SLANT = 110
"""Pixels by which a corner moves from where it would be seen from straight above."""


def photographed(kind: Kind, seed: int, *, hard: bool = False) -> tuple[RgbPixels, Corners]:
    """Photograph a page; ``hard`` adds a grained or light desk, a shadow, and a soft lens."""
    chance, noise = Random(seed), np.random.default_rng(seed)
    page = printed(kind, seed)
    width, height = _PHOTO
    corners = np.array([(260, 240), (2140, 240), (2140, 2900), (260, 2900)], np.float32) + np.array(
        [[chance.uniform(-_SLANT, _SLANT) for _ in range(2)] for _ in range(4)], np.float32
    )
    source = np.array(((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)), np.float32)
    view = cv2.getPerspectiveTransform(source, corners)
    seen = cv2.GaussianBlur(page, (0, 0), chance.uniform(0.5, 0.9)) if hard else page
    sheet = cv2.warpPerspective(seen, view, _PHOTO)
    mask = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), view, _PHOTO)
    photo = np.full((height, width, 3), 70, np.float32)
    if hard:
        photo[:] = _desk(chance, noise)
    else:
        add_grain(photo, noise, 8)
    on_sheet = np.asarray(mask) > 0
    photo[on_sheet] = 25 + np.asarray(sheet)[on_sheet] * np.float32(0.82)
    light = np.linspace(1.0, chance.uniform(0.7, 0.9), width, dtype=np.float32)[None, :, None]
    if hard:
        light = light * _shadow(chance)
    photo *= light
    if hard:
        add_grain(photo, noise, chance.uniform(1, 4))
    return np.asarray(np.clip(photo, 0, 255, out=photo), np.uint8), corners


def _desk(chance: Random, noise: np.random.Generator) -> NDArray[np.float32]:
    """Draw a wooden or plain desk, darker than paper."""
    height = _PHOTO[1]
    wood = noise.normal(0, 1, (height // 40, 6)).astype(np.float32)
    lines = np.asarray(cv2.resize(wood, _PHOTO, interpolation=cv2.INTER_CUBIC), np.float32)
    colour = np.array(chance.choice(((120, 85, 55), (60, 60, 65), (150, 120, 90))), np.float32)
    lines *= np.float32(chance.uniform(0, 9))
    add_grain(lines, noise, 3)
    return np.asarray(colour + lines[..., None], np.float32)


def _shadow(chance: Random) -> NDArray[np.float32]:
    """Draw the soft shadow of a hand or phone over one side."""
    width, height = _PHOTO
    shade = np.zeros((height // 8, width // 8), np.float32)
    at = (chance.choice((0, width // 8)), chance.randint(0, height // 8))
    cv2.ellipse(shade, at, (chance.randint(60, 140), chance.randint(50, 120)), 0, 0, 360, 1.0, -1)
    soft = np.asarray(cv2.resize(cv2.GaussianBlur(shade, (0, 0), 12), _PHOTO), np.float32)
    return np.asarray(1 - np.float32(chance.uniform(0.1, 0.3)) * soft)[..., None]


class Shadow(StrEnum):
    """What stands between the lamp and the sheet."""

    HAND = "hand"
    PHONE = "phone"
    HEAD = "head"


def shaded(photo: RgbPixels, shadow: Shadow, seed: int) -> RgbPixels:
    """Throw a shadow with a hard edge over a photograph: a third to two thirds of the light stay.

    Its rim is 0.1 to 0.6 mm wide; a little blue, as where the window still lights what the lamp
    does not.
    """
    chance = Random(f"{shadow}-{seed}")
    height, width = photo.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    _CASTERS[shadow](mask, chance)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), chance.uniform(1, 6)), np.uint8)
    left = chance.uniform(0.35, 0.65)
    stays = left * np.array([1, chance.uniform(1, 1.03), chance.uniform(1, 1.1)], np.float32)
    light = 1 - mask[..., None] / np.float32(255) * (1 - np.minimum(stays, 1))
    dark = photo * light
    add_grain(dark, np.random.default_rng(seed), 1.5)
    return np.asarray(np.clip(dark, 0, 255, out=dark), np.uint8)


def _hand(mask: NDArray[np.uint8], chance: Random) -> None:
    """An arm from the left or right, a palm and four fingers."""
    long, y, wide = chance.randint(700, 1500), chance.randint(700, 2500), chance.randint(260, 420)
    arm = [(-50, y - wide // 2), (long - 350, y - wide // 2), (long - 350, y + wide // 2)]
    cv2.fillPoly(mask, [np.array([*arm, (-50, y + wide // 2 + 80)], np.int32)], 255)
    cv2.ellipse(mask, (long - 330, y), (260, wide // 2 + 60), 0, 0, 360, 255, -1)
    for finger in range(4):
        root = (long - 250, y - wide // 2 + 30 + int(finger * wide / 3.2))
        angle, reach = np.radians(chance.uniform(-18, 18)), chance.randint(330, 530)
        tip = (int(root[0] + reach * np.cos(angle)), int(root[1] + reach * np.sin(angle)))
        cv2.line(mask, root, tip, 255, chance.randint(90, 120))
    if chance.random() < 0.5:
        mask[:] = mask[:, ::-1].copy()


def _phone(mask: NDArray[np.uint8], chance: Random) -> None:
    height, width = mask.shape
    x, y = chance.choice(
        ((0, chance.randint(500, 2700)), (width, chance.randint(500, 2700)),
         (chance.randint(300, 2100), 0), (chance.randint(300, 2100), height))
    )  # fmt: skip
    size = (chance.randint(900, 1500), chance.randint(1400, 2000))
    box = cv2.boxPoints(((x, y), size, chance.uniform(-40, 40)))
    cv2.fillPoly(mask, [np.asarray(box, np.int32)], 255)


def _head(mask: NDArray[np.uint8], chance: Random) -> None:
    height = mask.shape[0]
    at = chance.choice(
        ((chance.randint(200, 2200), height + 100), (chance.randint(200, 2200), -100),
         (-100, chance.randint(500, 2700)))
    )  # fmt: skip
    axes = (chance.randint(700, 1100), chance.randint(900, 1400))
    cv2.ellipse(mask, at, axes, chance.uniform(-30, 30), 0, 360, 255, -1)


_CASTERS = {Shadow.HAND: _hand, Shadow.PHONE: _phone, Shadow.HEAD: _head}
