"""Text masks of pages in a hand: each letter turned, sized and set as no printer would.

The letters are those of a face, so that ascenders, descenders and marks are as often as in words;
joined ones hang together over a word. None of it is a real hand.
"""

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from devices.samples.drawing import font

_SIZE = (1654, 2339)
_TEXT = (
    "tôi là nguyễn thị hạnh sinh năm thường trú tại phường xin xác nhận việc như sau kính mong"
    " ủy ban giúp đỡ gia đình chúng tôi theo quy định của pháp luật xin chân thành cảm ơn"
)
_WORDS = tuple(_TEXT.split())
NUMBERS = (
    "1.250.000",
    "12.03.1987",
    "350.000",
    "07.11.2026",
    "2,5",
    "18.400",
    "1.090",
    "31.12.1959",
)
"""A page of sums and dates has points and commas at the foot of its lines, and no marks above."""


def handwritten(
    seed: int, *, joined: bool, lines: int = 16, words: tuple[str, ...] = _WORDS
) -> NDArray[np.uint8]:
    """Give a mask of 200 dpi, upright: 255 where there is ink."""
    chance = Random(f"hand-{seed}-{joined}")
    page = Image.new("L", _SIZE, 0)
    size = chance.randint(34, 52)
    slant = chance.uniform(-0.1, 0.35)
    wild = chance.uniform(0.5, 1.5)
    y = 260
    for _ in range(lines):
        x, slope = 150 + chance.randint(-20, 40), chance.uniform(-0.02, 0.02) * wild
        while x < 1400:
            at = (x, y + slope * x)
            x = _word(page, chance.choice(words), at, chance, size, slant, wild, joined=joined)
            x += int(size * chance.uniform(0.35, 0.9))
        y += int(size * chance.uniform(2.2, 2.7))
        if y > _SIZE[1] - 150:
            break
    return np.where(np.asarray(page) > 128, 255, 0).astype(np.uint8)


def _word(
    page: Image.Image, word: str, at: tuple[float, float], chance: Random, size: int,
    slant: float, wild: float, *, joined: bool,
) -> int:  # fmt: skip
    x, last = at[0], None
    for letter in word:
        face = font("CounterSerif-Italic.ttf", int(size * (1 + wild * chance.uniform(-0.2, 0.2))))
        box = Image.new("L", (3 * size, 3 * size), 0)
        ImageDraw.Draw(box).text((size, 2 * size), letter, font=face, fill=255, anchor="ls")
        turn = cv2.getRotationMatrix2D((size, 2 * size), wild * chance.uniform(-9, 9), 1)
        turn[0, 1] -= slant
        turn[0, 2] += slant * 2 * size
        inked = Image.fromarray(np.asarray(cv2.warpAffine(np.asarray(box), turn, box.size)))
        y = at[1] + wild * chance.uniform(-0.12, 0.12) * size
        page.paste(255, (int(x) - size, int(y) - 2 * size), inked)
        wide = face.getlength(letter)
        if joined and last is not None:
            foot = (int(x + 0.3 * wide), int(y - 0.1 * size))
            ImageDraw.Draw(page).line((last, foot), fill=255, width=3)
        last = (int(x + 0.7 * wide), int(y - 0.1 * size))
        x += wide * chance.uniform(0.85, 1.1)
    return int(x)
