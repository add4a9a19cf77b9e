"""Pages as a scanner delivers them, drawn anew from a seed, with what is true of each.

Print (letter, form, table, stamped page) goes through what paper and scanner do to it: tint, what
shines through from the back, uneven light, holes, specks, a streak, skew, a shadow, blur, noise.
"""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from devices.samples.drawing import font, stamped_over
from devices.samples.signing import round_stamp, signature

DPI = 300
HEIGHT, WIDTH = 3508, 2480
_TEXT = """căn cứ luật hộ tịch số sáu mươi ngày hai mươi tháng mười một năm và nghị định của chính
phủ quy định chi tiết một số điều biện pháp thi hành xét đề nghị ông bà cán bộ tư pháp phường xã
ủy ban nhân dân xác nhận nội dung đơn là đúng sự thật đăng ký thường trú tạm trú giấy khai sinh"""
_WORDS = _TEXT.split()


class Kind(StrEnum):
    """What a page shows."""

    LETTER = "letter"
    FORM = "form"
    TABLE = "table"
    STAMPED = "stamped"
    BLANK = "blank"
    PAGE_NUMBER = "page number"
    PENCIL = "pencil"
    FAINT_STAMP = "faint stamp"


PRINTED = (Kind.LETTER, Kind.FORM, Kind.TABLE, Kind.STAMPED)
ALMOST_BLANK = (Kind.PAGE_NUMBER, Kind.PENCIL, Kind.FAINT_STAMP)


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """Pixels in red, green, blue at 300 dpi. ``skew`` in degrees, counter-clockwise."""

    pixels: NDArray[np.uint8]
    clean: NDArray[np.uint8]
    """The same page straight and perfect."""
    kind: Kind
    skew: float

    def jpeg(self, quality: int = 85) -> bytes:
        bgr = cv2.cvtColor(self.pixels, cv2.COLOR_RGB2BGR)
        done, content = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
        assert done
        return content.tobytes()


def scanned(kind: Kind, seed: int, *, skew: float | None = None, dirt: float = 1.0) -> ScannedPage:
    """Draw and scan one page. ``skew`` is drawn from ±2°, every third time from ±12°."""
    chance = Random(f"{kind}-{seed}")
    if skew is None:
        # what stands alone in a corner would be turned out of the picture
        most = 12.0 if seed % 3 == 0 and kind not in ALMOST_BLANK else 2.0
        skew = round(chance.uniform(-most, most), 3)
    clean = np.asarray(_drawn(kind, chance))
    pixels = _through_the_scanner(clean, chance, skew, dirt)
    return ScannedPage(pixels, clean, kind, skew)


def printed(kind: Kind, seed: int) -> NDArray[np.uint8]:
    """Give the page that ``scanned`` scans where its skew is told, straight and perfect."""
    return np.asarray(_drawn(kind, Random(f"{kind}-{seed}")))


def add_grain(picture: NDArray[np.float32], noise: np.random.Generator, deviation: float) -> None:
    """Add the noise of a sensor; it repeats itself in quarters, for all of a page takes longest."""
    high, wide = (-(-side // 4) for side in picture.shape[:2])
    quarter = noise.standard_normal((high, wide, *picture.shape[2:]), np.float32)
    quarter *= np.float32(deviation)
    for place in range(16):
        top, left = place // 4 * high, place % 4 * wide
        part = picture[top : top + high, left : left + wide]
        part += quarter[: part.shape[0], : part.shape[1]]


def _drawn(kind: Kind, chance: Random) -> Image.Image:
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    if kind is Kind.PAGE_NUMBER:
        at = (chance.choice((300, 1240, 2180)), chance.choice((200, 3290)))
        _line(page, at, str(chance.randint(1, 99)), chance.choice((42, 50)), anchor="mm")
    elif kind is Kind.PENCIL:
        _pencil(page, chance)
    elif kind is Kind.FAINT_STAMP:
        faint = Image.blend(Image.new("RGB", (300, 300), "white"), round_stamp(), 0.35)
        size = (450, 450)
        at = (chance.randint(200, 1800), chance.randint(300, 2700))
        stamped_over(page, faint.resize(size), at)
    elif kind in PRINTED:
        _letterhead(page, chance)
        {
            Kind.LETTER: _letter,
            Kind.FORM: _form,
            Kind.TABLE: _table,
            Kind.STAMPED: _stamped,
        }[kind](page, chance)
    return page


def _said(chance: Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize()


def _line(
    page: Image.Image, at: tuple[float, float], text: str, size: int, *, face: str = "Regular",
    anchor: str = "ls",
) -> None:  # fmt: skip
    draw = ImageDraw.Draw(page)
    draw.text(at, text, font=font(f"CounterSerif-{face}.ttf", size), fill="black", anchor=anchor)


def _letterhead(page: Image.Image, chance: Random) -> None:
    _line(page, (700, 260), "ỦY BAN NHÂN DÂN", 54, face="Bold", anchor="ms")
    _line(page, (1720, 260), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 54, face="Bold", anchor="ms")
    _line(page, (1720, 330), "Độc lập - Tự do - Hạnh phúc", 54, face="Bold", anchor="ms")
    title = chance.choice(("GIẤY XÁC NHẬN", "TỜ KHAI", "QUYẾT ĐỊNH"))
    _line(page, (1240, 520), title, 62, face="Bold", anchor="ms")


def _paragraphs(page: Image.Image, chance: Random, foot: int) -> int:
    y, face = 640, font("CounterSerif-Regular.ttf", 54)
    while y < foot:
        words, line = f"{_said(chance, chance.randint(25, 60))} .".split(), ""
        for word in words:
            if face.getlength(f"{line} {word}") > WIDTH - 520:
                _line(page, (270, y), line, 54)
                line, y = word, y + 72
            else:
                line = f"{line} {word}".strip()
        _line(page, (270, y), line, 54)
        y += 90
    return y


def _letter(page: Image.Image, chance: Random) -> None:
    _paragraphs(page, chance, 2900)


def _form(page: Image.Image, chance: Random) -> None:
    draw = ImageDraw.Draw(page)
    for place in range(chance.randint(16, 22)):
        y = 680 + 108 * place
        _line(page, (250, y), f"{place + 1}. {_said(chance, 4)}:", 54)
        _line(page, (1150, y), _said(chance, 3), 54, face="Italic")
        for x in range(1140, WIDTH - 250, 12):
            draw.rectangle((x, y + 8, x + 4, y + 12), fill="black")


def _table(page: Image.Image, chance: Random) -> None:
    draw, rows, sides = ImageDraw.Draw(page), chance.randint(14, 22), (250, 400, 1210, 1670, 2230)
    for row in range(rows + 1):
        y = 640 + 112 * row
        draw.line((sides[0], y, sides[-1], y), fill="black", width=4)
        if row < rows:
            texts = (str(row + 1), _said(chance, 4)[:28], "12/11/2024", _said(chance, 2)[:16])
            for x, text in zip(sides, texts, strict=False):
                _line(page, (x + 16, y + 76), text, 48)
    for x in sides:
        draw.line((x, 640, x, 640 + 112 * rows), fill="black", width=4)


def _stamped(page: Image.Image, chance: Random) -> None:
    y = _paragraphs(page, chance, 2300)
    _line(page, (1780, y + 40), "CHỦ TỊCH", 54, face="Bold", anchor="ms")
    pen = signature(chance.randint(0, 999)).resize((540, 285))
    stamped_over(page, pen, (1560, y + 120))
    stamped_over(page, round_stamp().resize((450, 450)), (1280, y + 60))


def _pencil(page: Image.Image, chance: Random) -> None:
    gray = chance.choice((165, 185, 200))
    x, y = chance.randint(300, 1200), chance.randint(400, 3000)
    points = [(x, y)]
    for step in range(chance.randint(80, 160)):
        points.append((x + 7 * step, y + 26 * np.sin(0.7 * step) + chance.uniform(-12, 12)))
    ImageDraw.Draw(page).line(points, fill=(gray,) * 3, width=4, joint="curve")


def _through_the_scanner(
    clean: NDArray[np.uint8], chance: Random, skew: float, dirt: float
) -> NDArray[np.uint8]:
    noise = np.random.default_rng(chance.randint(0, 1 << 30))
    tint = np.array([chance.uniform(0.95, 1), chance.uniform(0.94, 1), chance.uniform(0.9, 1)])
    tint *= chance.uniform(0.9, 1)
    # in place throughout: a hundred megabytes anew at each step would take longer than the steps
    page = clean.astype(np.float32)
    page *= (235 / 255 * tint).astype(np.float32)
    page += (20 * tint).astype(np.float32)  # toner is not black
    if chance.random() < 0.5 * dirt:
        back = cv2.GaussianBlur(cv2.flip(clean, 1), (0, 0), 5)
        shine = np.float32(chance.uniform(0.03, 0.09))
        for top in range(0, HEIGHT, 256):
            rows = slice(top, top + 256)
            page[rows] -= np.subtract(255, back[rows], dtype=np.float32) * shine
    light = noise.normal(0, 1, (29, 20)).astype(np.float32)
    light *= np.float32(chance.uniform(0.5, 2.5))
    light = np.asarray(cv2.resize(light, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC))
    page += light[..., None]
    if chance.random() < 0.5 * dirt:
        for share in (0.36, 0.64):
            at = (int(WIDTH * 0.03) + 60, int(HEIGHT * share))
            cv2.circle(page, at, 33, (90.0,) * 3, -1)
    for _ in range(int(dirt * chance.randint(5, 40))):
        at = (chance.randint(0, WIDTH - 1), chance.randint(0, HEIGHT - 1))
        cv2.circle(page, at, chance.choice((1, 1, 2, 3)), (chance.uniform(60, 160),) * 3, -1)
    if chance.random() < 0.4 * dirt:
        x = chance.randint(50, WIDTH - 50)
        page[:, x : x + 2] *= chance.uniform(0.6, 0.85)
    around = chance.choice((250.0, 245.0, 248.0, 248.0, 60.0, 30.0))
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), skew, 1)
    page = np.asarray(
        cv2.warpAffine(
            page, turn, (WIDTH, HEIGHT), flags=cv2.INTER_CUBIC, borderValue=(around,) * 3
        )
    )
    if chance.random() < 0.5 * dirt:
        across = np.linspace(0, 1, WIDTH, dtype=np.float32)
        page *= (1 - chance.uniform(0.1, 0.35) * np.exp(-across / chance.uniform(0.02, 0.08)))[
            None, :, None
        ]
    cv2.GaussianBlur(page, (0, 0), chance.uniform(0.5, 0.9), dst=page)
    add_grain(page, noise, chance.uniform(1.5, 4.5))
    return np.asarray(np.clip(page, 0, 255, out=page), np.uint8)
