"""A card before a camera: where it lies, what its code holds, and the pictures taken of it."""

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from random import Random

import cv2
import numpy as np
import segno
from numpy.typing import NDArray
from segno.encoder import DataOverflowError

from devices.samples.id_card import CARD_SIZE, PAYLOAD, draw_card_front
from tests.card_pictures import optics
from tests.card_pictures.optics import Gray
from tests.card_pictures.payloads import a_payload

_PER_MM = CARD_SIZE[0] / 85.6
_MODULE = 12
"""Pixels in which a module of the code is drawn before it is brought to its size."""


class Camera(StrEnum):
    """What takes the picture."""

    FLATBED = "flatbed"
    WEBCAM_FHD = "webcam-1080"
    WEBCAM_HD = "webcam-720"
    PHONE = "phone"


class Trouble(StrEnum):
    """What makes a picture of the harder set hard."""

    PHOTOCOPY = "photocopy"
    MOIRE = "moiré"
    FINGER = "finger"
    CURL = "curl"


_FRAMES = {
    Camera.FLATBED: (1600, 1100),
    Camera.WEBCAM_FHD: (1920, 1080),
    Camera.WEBCAM_HD: (1280, 720),
    Camera.PHONE: (4000, 3000),
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture and what is true of it."""

    pixels: NDArray[np.uint8]
    text: str
    camera: Camera
    trouble: Trouble | None
    version: int
    module: float
    """Pixels that a module is wide."""
    blur: float
    noise: float
    corners: Gray
    """Of the code, in pixels, from its top left clockwise."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stays the same while several frames of one card are taken."""

    text: str
    camera: Camera
    trouble: Trouble | None
    severity: float
    card: Gray
    code: tuple[float, float, float]
    """Left, top and side on the card, in its pixels."""
    version: int
    modules: int


def shoot(seed: int, number: int, *, frame: int = 0, hard: bool = False) -> Shot:
    """Take one picture; the same arguments always give the same.

    Args:
        seed: of the whole set.
        number: of the picture in its set; the cameras, and the troubles, take turns.
        frame: of the same card in the same scene: other noise, focus, hand and tilt.
        hard: add a photocopy, moiré, a finger or a curl.
    """
    setting = _setting(Random(f"{seed}/{number}/{hard}"), number, hard=hard)
    return _taken(setting, Random(f"{seed}/{number}/{hard}/{frame}"))


def _setting(chance: Random, number: int, *, hard: bool) -> _Setting:
    camera = list(Camera)[number % 4]
    trouble = list(Trouble)[number // 4 % 4] if hard else None
    if trouble is Trouble.PHOTOCOPY and camera is Camera.PHONE:
        camera = Camera.FLATBED
    text = a_payload(chance)
    severity = chance.random()
    card = _blank_card().copy()
    code, version = _code_of(text, chance)
    large = chance.random() < 0.4  # cards of 2024 have a larger code, on their back
    side = round((chance.uniform(15, 19) if large else chance.uniform(11.5, 13.5)) * _PER_MM)
    left, top = CARD_SIZE[0] - side - round(4 * _PER_MM), round(3.5 * _PER_MM)
    rim = round(side / len(code) * _MODULE * 4)
    card[top - rim // 2 : top + side + rim // 2, left - rim // 2 : left + side + rim // 2] = 244
    dark = chance.randint(18, 60)
    drawn = cv2.resize(code, (side, side), interpolation=cv2.INTER_AREA)
    card[top : top + side, left : left + side] = dark + (244 - dark) * drawn
    if trouble is Trouble.PHOTOCOPY:
        grain = np.random.default_rng(chance.randrange(2**32))
        card = optics.photocopied(card, grain, chance.uniform(0.9, 1.6))
    modules = 17 + 4 * version
    return _Setting(text, camera, trouble, severity, card, (left, top, side), version, modules)


def _code_of(text: str, chance: Random) -> tuple[Gray, int]:
    """Draw the code, 0 dark to 1 light; some printers let the dark spread."""
    first = chance.choice((10, 10, 11, 11, 12, 13))
    level, eci = chance.choice("LM"), chance.random() < 0.3
    for version in range(first, 19):
        try:
            symbol = segno.make(
                text, version=version, error=level, encoding="utf-8", eci=eci, boost_error=False
            )
        except DataOverflowError:
            continue
        light = 1 - np.array([list(row) for row in symbol.matrix], np.float32)
        fine = light.repeat(_MODULE, axis=0).repeat(_MODULE, axis=1)
        if chance.random() < 0.3:
            fine = optics.as_gray(cv2.erode(fine, np.ones((2, 2), np.uint8)))
        return fine, version
    raise AssertionError("the text of a card does not fit")


@cache
def _blank_card() -> Gray:
    """Draw the front without its code, for each picture has one of its own."""
    card = np.array(draw_card_front(PAYLOAD).convert("L"), np.float32)
    card[20:360, -360:-20] = card[30:370, 40:380].mean()
    return card


def _taken(setting: _Setting, chance: Random) -> Shot:
    grain = np.random.default_rng(chance.randrange(2**32))
    width, height = _FRAMES[setting.camera]
    turn, centre_on_code = _placed(setting, chance, width, height)
    frame, corners = _laid_down(setting, turn, centre_on_code, (width, height), grain, chance)
    side = float(np.mean([math.dist(corners[i], corners[i - 1]) for i in range(4)]))
    frame, corners = _troubled(setting, frame, corners, side, chance)
    blur, noise = _blur(setting, chance), _noise(setting, chance)
    frame = optics.out_of_focus(frame, blur)
    by_hand = setting.camera is not Camera.FLATBED
    if by_hand and chance.random() < 0.3:
        length = chance.uniform(1, 2 + 3 * setting.severity)
        length *= 1.5 if setting.camera is Camera.PHONE else 1
        frame = optics.moved(frame, length, chance.uniform(0, math.pi))
    elif not by_hand and chance.random() < 0.3:  # worn print
        frame = 128 + (frame - 128) * chance.uniform(0.5, 0.9)
    exposure = chance.uniform(0.85, 1.1)
    if by_hand:
        frame = _lit(frame, corners, side, setting.severity, chance)
        if chance.random() < 0.4:
            exposure = chance.uniform(0.25, 1.05 - 0.3 * setting.severity)
            noise /= max(0.5, exposure)
    frame = optics.exposed(frame, exposure, noise, grain)
    if setting.camera in (Camera.WEBCAM_FHD, Camera.WEBCAM_HD):
        if chance.random() < 0.5:
            frame = optics.denoised(frame, 12 + 20 * setting.severity)
        if chance.random() < 0.6:
            frame = optics.sharpened(frame, 0.6)
    quality = chance.randint(*((45, 85) if by_hand else (60, 92)))
    if setting.camera is Camera.PHONE:
        quality = chance.randint(70, 93)
    pixels = optics.through_jpeg(frame, quality)
    return Shot(
        pixels,
        setting.text,
        setting.camera,
        setting.trouble,
        setting.version,
        side / setting.modules,
        blur,
        noise,
        corners,
    )


def _placed(setting: _Setting, chance: Random, width: int, height: int) -> tuple[Gray, bool]:
    """Give the corners of the card in the frame, before they are moved to its middle."""
    upright = {Camera.FLATBED: (0, 90, 180, 270), Camera.PHONE: (0, 90, 180, 270)}
    angle: float = chance.choice(upright.get(setting.camera, (0, 0, 0, 180)))
    lean = {Camera.FLATBED: 8, Camera.PHONE: 20}.get(setting.camera, 15)
    angle += chance.uniform(-lean, lean) * (0.3 + setting.severity)
    card_width = {
        Camera.FLATBED: lambda: 85.6 / 25.4 * 300,
        Camera.WEBCAM_FHD: lambda: width * chance.uniform(0.48, 0.9),
        Camera.WEBCAM_HD: lambda: width * chance.uniform(0.75, 1.2),
        Camera.PHONE: lambda: width * chance.uniform(0.3, 0.62),
    }[setting.camera]()
    if abs(math.sin(math.radians(angle))) > 0.7:
        card_width = min(card_width, 0.95 * height)
    tilt = 0.0 if setting.camera is Camera.FLATBED else chance.uniform(0, 0.14)
    tilt *= 0.3 + setting.severity
    scale = card_width / CARD_SIZE[0]
    cosine, sine = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale
    w, h = CARD_SIZE
    flat = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32) - (w / 2, h / 2)
    turned = flat @ np.array([[cosine, sine], [-sine, cosine]], np.float32)
    tilts = np.array([[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in range(4)])
    corners = (turned + tilts * tilt * card_width / 2).astype(np.float32)
    return corners, setting.camera is Camera.WEBCAM_HD


def _laid_down(
    setting: _Setting,
    corners: Gray,
    centre_on_code: bool,
    size: tuple[int, int],
    grain: np.random.Generator,
    chance: Random,
) -> tuple[Gray, Gray]:
    """Lay the card on a table; give the frame and where the corners of the code are in it."""
    width, height = size
    w, h = CARD_SIZE
    flat = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    left, top, side = setting.code
    code = np.array(
        [(left, top), (left + side, top), (left + side, top + side), (left, top + side)], np.float32
    )
    turn = cv2.getPerspectiveTransform(flat, corners)
    seen = cv2.perspectiveTransform(code[None], turn)[0]
    aim = 0.75 * seen.mean(axis=0) if centre_on_code else np.zeros(2)
    jitter = np.array([chance.uniform(-0.04, 0.04) * width, chance.uniform(-0.04, 0.04) * height])
    shift = np.array([width / 2, height / 2]) + jitter - aim
    reach = 40 if centre_on_code else 0  # the whole code stays in the picture
    low, high = seen.min(axis=0) + shift, seen.max(axis=0) + shift
    shift += np.maximum(0, reach - low) - np.maximum(0, high - (np.array(size) - reach))
    turn = np.array([[1, 0, shift[0]], [0, 1, shift[1]], [0, 0, 1]]) @ turn
    scale = float(np.linalg.norm(seen[1] - seen[0])) / side
    card = setting.card
    if scale < 1:
        card = optics.as_gray(cv2.GaussianBlur(card, (0, 0), max(0.3, 0.45 / scale)))
    table = _table(setting.camera, size, grain, chance)
    inside = cv2.warpPerspective(card, turn, size, flags=cv2.INTER_CUBIC)
    mask = optics.as_gray(cv2.warpPerspective(np.ones_like(card), turn, size))
    frame = table * (1 - mask) + optics.as_gray(inside) * mask
    return frame.astype(np.float32), (seen + shift).astype(np.float32)


def _table(
    camera: Camera, size: tuple[int, int], grain: np.random.Generator, chance: Random
) -> Gray:
    if camera is Camera.FLATBED:
        return np.full(size[::-1], chance.randint(225, 252), np.float32)
    coarse = grain.standard_normal((size[1] // 24 + 1, size[0] // 9 + 1), np.float32)
    wood = optics.as_gray(cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC))
    return np.asarray(chance.randint(40, 200) + wood * chance.uniform(2, 16), np.float32)


def _troubled(
    setting: _Setting, frame: Gray, corners: Gray, side: float, chance: Random
) -> tuple[Gray, Gray]:
    if setting.trouble is Trouble.MOIRE:
        pitch = side / setting.modules * chance.uniform(1.6, 7)
        frame = optics.on_a_screen(
            frame, pitch, chance.uniform(0, math.pi), chance.uniform(0.1, 0.4)
        )
    elif setting.trouble is Trouble.CURL:
        middle = float(corners[:, 0].mean()) + chance.uniform(-0.5, 0.5) * side
        frame = optics.curled(frame, side * chance.uniform(0.04, 0.14), middle, 1.1 * side)
    elif setting.trouble is Trouble.FINGER:
        tip = corners[chance.randrange(4)]
        away = tip - corners.mean(axis=0)
        inwards = tip - away * chance.uniform(0.0, 0.3)
        frame = optics.held_by_a_finger(
            frame,
            float(inwards[0]),
            float(inwards[1]),
            side * chance.uniform(0.08, 0.16),
            math.atan2(float(away[1]), float(away[0])) + chance.uniform(-0.5, 0.5),
        )
    return frame, corners


def _blur(setting: _Setting, chance: Random) -> float:
    severity = setting.severity * (0.6 if setting.trouble else 1)
    if setting.camera is Camera.FLATBED:
        return chance.uniform(0.3, 0.9 + 0.5 * severity)
    if setting.camera is Camera.PHONE:
        return chance.uniform(0.6, 1.2 + 2.2 * severity)
    return chance.uniform(0.4, 0.9 + 1.2 * severity)


def _noise(setting: _Setting, chance: Random) -> float:
    severity = setting.severity * (0.6 if setting.trouble else 1)
    if setting.camera is Camera.FLATBED:
        return chance.uniform(0.5, 2 + 3 * severity)
    return chance.uniform(1.5, 4 + 9 * severity)


def _lit(frame: Gray, corners: Gray, side: float, severity: float, chance: Random) -> Gray:
    slope = chance.uniform(0, 0.5 + 0.6 * severity)
    frame = optics.unevenly_lit(frame, slope, chance.uniform(0, 2 * math.pi))
    if chance.random() < 0.35:
        frame = optics.shadowed(
            frame, chance.uniform(0.2, 0.6), chance.uniform(0.2, 0.8), chance.uniform(0.005, 0.04)
        )
    if chance.random() < 0.4:
        x, y = corners.mean(axis=0) + side * np.array([chance.gauss(0, 0.8), chance.gauss(0, 0.8)])
        spread = (side * chance.uniform(0.15, 0.6), side * chance.uniform(0.1, 0.4))
        frame = optics.with_glare(frame, float(x), float(y), spread, chance.uniform(60, 220))
    return frame
