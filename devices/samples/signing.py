"""A round stamp and a signature, as ink on white. Nobody's: the stamp says that it is a sample."""

import math
from random import Random

from PIL import Image, ImageDraw

from devices.samples.drawing import SPECIMEN, Colour, curve, font

_RED: Colour = (206, 34, 44)
_BLUE: Colour = (34, 62, 168)
_STAMP = 300
"""Diameter in pixels: 38 mm at 200 dpi."""
_SIGNATURE = (360, 190)


def round_stamp() -> Image.Image:
    """Draw a red stamp: two rings and the words between them."""
    double = 2 * _STAMP
    ink = Image.new("RGB", (double, double), "white")
    draw = ImageDraw.Draw(ink)
    middle, outer = double / 2, double / 2 - 8
    for radius, width in ((outer, 10), (outer - 92, 4)):
        box = (middle - radius, middle - radius, middle + radius, middle + radius)
        draw.ellipse(box, outline=_RED, width=width)
    _words_around(ink, SPECIMEN, radius=outer - 48)
    face = font("CounterSerif-Bold.ttf", 120)
    draw.text((middle, middle), "MẪU", font=face, fill=_RED, anchor="mm")
    return ink.resize((_STAMP, _STAMP), Image.Resampling.LANCZOS)


def _words_around(ink: Image.Image, words: str, *, radius: float) -> None:
    """Write along a circle that is open below, each letter turned to stand on it."""
    face = font("CounterSerif-Bold.ttf", 54)
    middle = ink.width / 2
    for place, letter in enumerate(words):
        degrees = 300 * place / (len(words) - 1) - 150
        tile = Image.new("L", (96, 96))
        ImageDraw.Draw(tile).text((48, 48), letter, font=face, fill=255, anchor="mm")
        turned = tile.rotate(-degrees, resample=Image.Resampling.BICUBIC)
        x = middle + radius * math.sin(math.radians(degrees))
        y = middle - radius * math.cos(math.radians(degrees))
        ink.paste(_RED, (round(x) - 48, round(y) - 48), turned)


def signature(seed: int) -> Image.Image:
    """Draw loops that drift to the right and end in a flourish; each seed is another hand."""
    chance = Random(seed)  # noqa: S311 - a scribble, no secret
    width, height = _SIGNATURE
    loops, lean = chance.uniform(4.2, 5.8), chance.uniform(0.4, 0.9)
    points = []
    for place in range(240):
        part = place / 200
        phase = 2 * math.pi * loops * min(part, 1)
        rise = 46 * (1 - 0.55 * min(part, 1)) * (1 if place < 200 else 0.3)
        x = 36 + 220 * part + 20 * math.sin(phase + lean)
        y = height * 0.55 - rise * math.cos(phase) - 22 * math.sin(2.2 * part)
        points.append((min(x, width - 12.0), y))
    return curve(_SIGNATURE, points, _BLUE, 4)
