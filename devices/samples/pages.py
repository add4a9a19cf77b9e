"""Scanned pages of an invented dossier: a form, a signed page with a stamp, a copied card."""

import io
import random
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from devices.samples.id_card import draw_sample_id_card

_SIZE = (1654, 2339)
"""A4 at 200 dpi."""
_INK, _BLUE, _RED = (40, 40, 46), (28, 52, 140), (196, 32, 40)


def draw_sample_pages() -> list[bytes]:
    """Draw three pages as a scanner delivers them: slightly skewed, on paper that is not white."""
    return [_scanned(draw, seed) for seed, draw in enumerate((_form, _signed_page, _copied_card))]


def _scanned(draw_on: Callable[[Image.Image], None], seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the skew of a picture
    paper = tuple(chance.randint(238, 250) for _ in range(3))
    page = Image.new("RGB", _SIZE, paper)
    draw_on(page)
    skewed = page.rotate(
        chance.uniform(-1.2, 1.2), resample=Image.Resampling.BICUBIC, fillcolor=paper
    )
    file = io.BytesIO()
    skewed.save(file, "JPEG", quality=75, dpi=(200, 200))
    return file.getvalue()


def _form(page: Image.Image) -> None:
    draw = ImageDraw.Draw(page)
    _centred(draw, 180, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 34, "Bold")
    _centred(draw, 230, "Độc lập - Tự do - Hạnh phúc", 34, "Bold")
    _centred(draw, 360, "TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", 38, "Bold")
    _centred(draw, 420, "(MẪU – KHÔNG CÓ GIÁ TRỊ)", 30, "Italic")
    rows = (
        ("Kính gửi:", "Ủy ban nhân dân phường Quang Trung"),
        ("Họ, chữ đệm, tên người yêu cầu:", "Nguyễn Thị Ánh Tuyết"),
        ("Ngày, tháng, năm sinh:", "05/03/1999"),
        ("Nơi cư trú:", "Tổ 5, phường Quang Trung"),
        ("Giấy tờ tùy thân:", "0351******45, cấp ngày 15/06/2021"),
        ("Tình trạng hôn nhân:", "chưa đăng ký kết hôn với ai"),
        ("Mục đích sử dụng:", "đăng ký kết hôn"),
    )
    for number, (label, value) in enumerate(rows):
        y = 540 + number * 90
        draw.text((200, y), label, font=_font(32, "Regular"), fill=_INK)
        start = 220 + draw.textlength(label, font=_font(32, "Regular"))
        draw.text((start, y - 2), value, font=_font(34, "Italic"), fill=_BLUE)
        draw.line((start, y + 42, 1500, y + 42), fill=(150, 150, 150), width=1)


def _signed_page(page: Image.Image) -> None:
    draw = ImageDraw.Draw(page)
    _centred(draw, 200, "CAM ĐOAN VÀ XÁC NHẬN", 38, "Bold")
    for number in range(9):
        text = "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm."
        draw.text((200, 330 + number * 62), text, font=_font(30, "Regular"), fill=_INK)
    draw.text((1000, 1080), "Người yêu cầu", font=_font(32, "Bold"), fill=_INK)
    draw.line(
        [(960 + 8 * i, 1250 + 60 * ((i * 7) % 5 - 2) // (1 + i // 9)) for i in range(40)],
        fill=_BLUE,
        width=5,
        joint="curve",
    )
    for inset, width in ((0, 9), (22, 3)):
        box = (330 + inset, 1080 + inset, 690 - inset, 1440 - inset)
        draw.ellipse(box, outline=_RED, width=width)
    draw.text((430, 1235), "MẪU", font=_font(64, "Bold"), fill=_RED)


def _copied_card(page: Image.Image) -> None:
    with Image.open(io.BytesIO(draw_sample_id_card())) as card:
        page.paste(card.resize((1000, round(1000 * card.height / card.width))), (327, 420))


def _centred(draw: ImageDraw.ImageDraw, y: int, text: str, size: int, face: str) -> None:
    font = _font(size, face)
    draw.text(((_SIZE[0] - draw.textlength(text, font=font)) / 2, y), text, font=font, fill=_INK)


@cache
def _font(size: int, face: str) -> ImageFont.FreeTypeFont:
    content = (files("devices.papers") / "fonts" / f"CounterSerif-{face}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size)
