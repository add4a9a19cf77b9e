"""What lenses, light, sensors and files do to a picture. Gray levels as floats, 0 to 255."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.float32]
_OF_GRAY = 0.67
"""Noise of 0.30 red + 0.59 green + 0.11 blue beside that of one of them."""


def as_gray(picture: "cv2.typing.MatLike") -> Gray:
    """Take what OpenCV gives for gray levels as floats."""
    return np.asarray(picture, np.float32)


def out_of_focus(picture: Gray, sigma: float) -> Gray:
    """Blur as a lens does that is not quite in focus: a soft disc of this spread in pixels."""
    disc = 1.2 * sigma
    side = 2 * math.ceil(disc) + 1
    at = np.arange(side) - side // 2
    ring = np.hypot(at[:, None], at[None, :])
    kernel = np.clip(disc + 0.5 - ring, 0, 1).astype(np.float32)
    return as_gray(
        cv2.GaussianBlur(cv2.filter2D(picture, -1, kernel / kernel.sum()), (0, 0), 0.8 * sigma)
    )


def moved(picture: Gray, length: float, direction: float) -> Gray:
    """Smear along a line of this length in pixels, as a hand does that is not still."""
    side = 2 * math.ceil(length / 2) + 3
    middle = side // 2
    kernel = np.zeros((side, side), np.float32)
    for step in np.linspace(-length / 2, length / 2, 8 * side):
        x, y = middle + step * math.cos(direction), middle + step * math.sin(direction)
        kernel[round(y), round(x)] += 1
    kernel = cv2.GaussianBlur(kernel, (0, 0), 0.4).astype(np.float32)
    return as_gray(cv2.filter2D(picture, -1, kernel / kernel.sum()))


def unevenly_lit(picture: Gray, slope: float, direction: float) -> Gray:
    """Let the light fall off from one side to the other."""
    down, across = np.ogrid[-0.5 : 0.5 : picture.shape[0] * 1j, -0.5 : 0.5 : picture.shape[1] * 1j]
    light = 1 + slope * (math.cos(direction) * across + math.sin(direction) * down)
    return np.asarray(picture * light, np.float32)


def shadowed(picture: Gray, depth: float, at: float, softness: float) -> Gray:
    """Let a hand's shadow lie over the part of the picture left of ``at`` (0 to 1)."""
    across = np.linspace(0, 1, picture.shape[1], dtype=np.float32)
    return np.asarray(
        picture * (1 - depth * (0.5 - 0.5 * np.tanh((across - at) / softness / 2))), np.float32
    )


def with_glare(picture: Gray, x: float, y: float, spread: tuple[float, float], by: float) -> Gray:
    """Let a lamp be mirrored in the laminate, ``by`` gray levels bright in its middle."""
    down, across = np.ogrid[: picture.shape[0], : picture.shape[1]]
    far = ((across - x) / spread[0]) ** 2 + ((down - y) / spread[1]) ** 2
    return np.asarray(picture + by * np.exp(-far), np.float32)


def exposed(picture: Gray, exposure: float, noise: float, chance: np.random.Generator) -> Gray:
    """Expose, and add the noise of light and of the sensor.

    Args:
        picture: the light.
        exposure: 1 is right.
        noise: of one colour at middle gray, in its levels; gray, the sum of three, has less.
        chance: of the noise.
    """
    seen = np.clip(picture * exposure, 0, 255)
    spread = 0.5 * _OF_GRAY * noise * (1 + np.sqrt(seen / 128))
    grain = chance.standard_normal(seen.shape, np.float32)
    return np.asarray(np.clip(seen + spread * grain, 0, 255), np.float32)


def sharpened(picture: Gray, by: float) -> Gray:
    """Sharpen as webcams do before they compress."""
    soft = as_gray(cv2.GaussianBlur(picture, (0, 0), 1.2))
    return np.asarray(np.clip(picture + by * (picture - soft), 0, 255), np.float32)


def denoised(picture: Gray, strength: float) -> Gray:
    """Smooth as webcams do: edges stay, fine modules suffer."""
    return as_gray(cv2.bilateralFilter(picture, 5, strength, 2))


def through_jpeg(picture: Gray, quality: int) -> NDArray[np.uint8]:
    """Give the gray levels that come out of a JPEG file again."""
    whole = np.clip(picture, 0, 255).astype(np.uint8)
    _, file = cv2.imencode(".jpg", whole, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(file, cv2.IMREAD_GRAYSCALE), np.uint8)


# what the harder set adds


def photocopied(print_: Gray, chance: np.random.Generator, contrast: float) -> Gray:
    """Copy the print as an office copier: hard contrast, toner that lacks here and spills there."""
    soft = as_gray(cv2.GaussianBlur(print_, (0, 0), 1.6))
    hard = 255 / (1 + np.exp(-contrast * (soft - 118) / 32))
    toner = chance.standard_normal(hard.shape, np.float32)
    hard = hard + np.where(hard < 128, 26, 7) * as_gray(cv2.GaussianBlur(toner, (0, 0), 1.1))
    specks = chance.random(hard.shape, np.float32)
    hard = np.where(specks > 0.9992, 40, np.where(specks < 0.0008, 235, hard))
    return as_gray(cv2.GaussianBlur(hard.astype(np.float32), (0, 0), 0.8))


def on_a_screen(picture: Gray, pitch: float, angle: float, depth: float) -> Gray:
    """Lay the moiré of a screen over it: two slow waves where pixels and sensor beat."""
    down, across = np.ogrid[: picture.shape[0], : picture.shape[1]]
    cosine, sine = math.cos(angle), math.sin(angle)
    waves = np.sin((across * cosine + down * sine) * 2 * math.pi / pitch)
    waves = waves + np.sin((down * cosine - across * sine) * 2 * math.pi / (0.83 * pitch))
    return np.asarray(picture * (1 + 0.5 * depth * waves), np.float32)


def curled(picture: Gray, by: float, x: float, width: float) -> Gray:
    """Bend the card around ``x``: its rows rise by up to ``by`` pixels over ``width``."""
    height, length = picture.shape
    across = np.arange(length, dtype=np.float32)[None, :].repeat(height, axis=0)
    down = np.arange(height, dtype=np.float32)[:, None].repeat(length, axis=1)
    bend = by * np.cos(np.clip((across - x) / width, -1, 1) * math.pi / 2)
    narrow = across + 0.12 * by * np.sin((across - x) / width)
    return as_gray(
        cv2.remap(picture, narrow, down + bend, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )


def held_by_a_finger(picture: Gray, x: float, y: float, radius: float, direction: float) -> Gray:
    """Lay a finger on it: an oblong of skin from ``direction``, its tip at the given pixel."""
    down, across = np.ogrid[: picture.shape[0], : picture.shape[1]]
    cosine, sine = math.cos(direction), math.sin(direction)
    along = (across - x) * cosine + (down - y) * sine
    off = np.abs(-(across - x) * sine + (down - y) * cosine)
    inside = np.where(along > 0, off, np.hypot(along, off))
    cover = np.clip((radius - inside) / 3 + 0.5, 0, 1)
    skin = 150 - 60 * (inside / radius) ** 2
    return np.asarray(picture * (1 - cover) + np.clip(skin, 60, 160) * cover, np.float32)
