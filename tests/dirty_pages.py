"""Backs of sheets as a feeder delivers them after years of use, drawn anew from a seed at 150 dpi.

Dust and lint on the glass, scratches, punch holes, streaks, the other side shining through: on
paper that bears nothing, and on paper that bears as little as a page can.
"""

from enum import StrEnum
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from devices.samples.drawing import font
from devices.samples.signing import round_stamp, signature

DPI = 150
_HEIGHT, _WIDTH = 1754, 1240
Levels = NDArray[np.float32]


class Little(StrEnum):
    """What a page bears beside its dirt."""

    NOTHING = "nothing"
    PENCIL_WORD = "a word in faint pencil"
    PENCIL_TICK = "a tick in faint pencil"
    INITIALS = "initials in blue"
    PALE_STAMP = "a stamp almost without ink"
    PAGE_NUMBER = "a page number"
    PENCIL_NUMBER = "a number of two digits in faint pencil"
    ONE_LINE = "a line of small print"
    SIGNATURE = "a signature, written with a dry pen"
    STRUCK = "a stroke of pencil across the page"


def dirty(bears: Little, seed: int) -> NDArray[np.uint8]:
    """Give one page: red, green, blue."""
    chance = Random(f"dirty-{bears}-{seed}")
    noise = np.random.default_rng(chance.randint(0, 1 << 30))
    page = np.asarray(_written(bears, chance), np.float32)
    page = 20 + page * np.float32(235 / 255)
    page *= np.array([chance.uniform(lo, 1) for lo in (0.95, 0.94, 0.88)], np.float32)
    page *= np.float32(chance.uniform(0.88, 1))
    if chance.random() < 0.6:
        _shine_through(page, chance)
    light = cv2.resize(noise.normal(0, 1, (15, 10)).astype(np.float32), (_WIDTH, _HEIGHT))
    page += np.asarray(light)[..., None] * np.float32(chance.uniform(0.5, 3))
    if chance.random() < 0.5:
        _punch(page, chance)
    surround = float(chance.choice((250, 246, 240, 60, 30)))
    turn = cv2.getRotationMatrix2D((_WIDTH / 2, _HEIGHT / 2), chance.uniform(-2, 2), 1)
    page = np.asarray(
        cv2.warpAffine(page, turn, (_WIDTH, _HEIGHT), borderValue=(surround,) * 3), np.float32
    )
    # what lies on the glass does not turn with the sheet
    _dust(page, chance)
    _scratches(page, chance)
    _streaks(page, chance)
    page = np.asarray(cv2.GaussianBlur(page, (0, 0), chance.uniform(0.4, 0.7)), np.float32)
    page += noise.standard_normal(page.shape, np.float32) * np.float32(chance.uniform(0.8, 2.5))
    return np.asarray(np.clip(page, 0, 255), np.uint8)


def _written(bears: Little, chance: Random) -> Image.Image:
    page = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    draw, at = ImageDraw.Draw(page), (chance.randint(150, 900), chance.randint(150, 1500))
    gray = (chance.choice((165, 180, 195)),) * 3
    if bears is Little.PENCIL_WORD:
        points = [at]
        for step in range(1, chance.randint(40, 80)):
            down = 13 * np.sin(0.7 * step) + chance.uniform(-6, 6)
            points.append((at[0] + 3 * step, at[1] + int(down)))
        draw.line(points, fill=gray, width=2, joint="curve")
    elif bears is Little.PENCIL_TICK:
        x, y = at
        long = chance.randint(50, 80)
        points = [(x, y), (x + long // 3, y + long // 2), (x + long, y - long // 2)]
        draw.line(points, fill=gray, width=2, joint="curve")
    elif bears is Little.INITIALS:
        pen = signature(chance.randint(0, 999)).resize((90, 48))
        page.paste(pen.convert("RGB"), at, _ink_of(pen))
    elif bears is Little.PALE_STAMP:
        size = (225, 225)
        faint = Image.blend(Image.new("RGB", (300, 300), "white"), round_stamp(), 0.25)
        page.paste(faint.resize(size), at, _ink_of(round_stamp().resize(size)))
    elif bears is Little.PAGE_NUMBER:
        face = font("CounterSerif-Regular.ttf", chance.choice((21, 25)))
        place = (chance.choice((150, 620, 1090)), chance.choice((100, 1645)))
        draw.text(place, str(chance.randint(1, 99)), font=face, fill="black", anchor="mm")
    elif bears is Little.PENCIL_NUMBER:
        for digit in range(2):
            _pencil_digit(draw, (at[0] + 16 * digit, at[1] + chance.randint(-2, 2)), gray, chance)
    elif bears is Little.ONE_LINE:
        face = font("CounterSerif-Regular.ttf", chance.choice((17, 19, 23)))
        words = " ".join(chance.choice(("phụ lục", "kèm theo", "trang", "hết")) for _ in range(2))
        draw.text(at, words, font=face, fill=(chance.choice((0, 60, 110)),) * 3)
    elif bears is Little.SIGNATURE:
        pen = signature(chance.randint(0, 999)).resize((180, 95))
        dry = Image.blend(Image.new("RGB", pen.size, "white"), pen.convert("RGB"), 0.45)
        page.paste(dry, at, _ink_of(pen))
    elif bears is Little.STRUCK:
        # one along the page's side is as a fold of it
        aslant = chance.choice((-1, 1)) * chance.randint(250, 600)
        end = (at[0] + aslant, at[1] + chance.choice((-1, 1)) * 700)
        draw.line((at, end), fill=gray, width=2)
    return page


def _pencil_digit(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], gray: tuple[int, int, int], chance: Random
) -> None:
    """Draw 1, 2, 4 or 7 as a hand does, 3 to 4 mm high."""
    strokes = chance.choice(
        (((3, 3), (6, 0), (6, 10)), ((0, 2), (3, 0), (6, 3), (0, 10), (7, 10)),
         ((5, 10), (5, 0), (0, 6), (8, 6)), ((0, 0), (7, 0), (3, 10)))
    )  # fmt: skip
    size = chance.uniform(1.8, 2.4)
    points = [(at[0] + size * x, at[1] + size * y + chance.uniform(-1, 1)) for x, y in strokes]
    draw.line(points, fill=gray, width=2, joint="curve")


def _ink_of(picture: Image.Image) -> Image.Image:
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(
        picture.convert("RGB"), mask=picture.getchannel("A") if "A" in picture.mode else None
    )
    return flat.convert("L").point(lambda level: 255 if level < 245 else 0)


def _shine_through(page: Levels, chance: Random) -> None:
    back = Image.new("L", (_WIDTH, _HEIGHT), 255)
    draw, face = ImageDraw.Draw(back), font("CounterSerif-Regular.ttf", 27)
    for line in range(chance.randint(3, 34)):
        words = " ".join(chance.choice(("giấy", "xác nhận", "ủy ban", "dân")) for _ in range(9))
        draw.text((135, 150 + 40 * line), words[: chance.randint(20, 60)], font=face, fill=0)
    soft = cv2.GaussianBlur(
        np.asarray(back.transpose(Image.Transpose.FLIP_LEFT_RIGHT)), (0, 0), 2.5
    )
    page -= (255 - np.asarray(soft, np.float32))[..., None] * np.float32(chance.uniform(0.03, 0.14))


def _punch(page: Levels, chance: Random) -> None:
    places = chance.choice(((0.4, 0.6), (0.36, 0.64), (0.2, 0.4, 0.6, 0.8)))
    x = chance.choice((chance.randint(55, 80), _WIDTH - chance.randint(55, 80)))
    behind = chance.choice((40.0, 90.0, 150.0))
    for share in places:
        cv2.circle(page, (x, int(_HEIGHT * share)), chance.randint(15, 18), (behind,) * 3, -1)


def _dust(page: Levels, chance: Random) -> None:
    for _ in range(chance.randint(20, 300)):
        at = (chance.randint(0, _WIDTH - 1), chance.randint(0, _HEIGHT - 1))
        level = chance.uniform(60, 200)
        axes = (chance.randint(0, 3), chance.randint(0, 2))
        cv2.ellipse(page, at, axes, chance.uniform(0, 180), 0, 360, (level,) * 3, -1)


def _scratches(page: Levels, chance: Random) -> None:
    """Draw hairlines across the glass: straight, a pixel wide, lighter or a little darker."""
    for _ in range(chance.choice((0, 1, 3, 6))):
        x, y = chance.randint(0, _WIDTH), chance.randint(0, _HEIGHT)
        angle, long = chance.uniform(0, 2 * np.pi), chance.randint(30, 300)
        mask = np.zeros(page.shape[:2], np.uint8)
        end = (int(x + long * np.cos(angle)), int(y + long * np.sin(angle)))
        cv2.line(mask, (x, y), end, 255, 1, cv2.LINE_AA)
        page += (mask.astype(np.float32) / 255 * np.float32(chance.uniform(-30, 20)))[..., None]


def _streaks(page: Levels, chance: Random) -> None:
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        x = chance.randint(30, _WIDTH - 30)
        tint = np.array([chance.uniform(0.7, 0.97) for _ in range(3)], np.float32)
        if chance.random() < 0.6:
            tint[:] = tint[0]
        page[:, x : x + chance.choice((1, 1, 2))] *= tint
