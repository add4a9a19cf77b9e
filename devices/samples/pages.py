"""Scanned pages of an invented dossier, as a flatbed of 200 dpi delivers them.

Each kind is drawn flat first; then it becomes a scan: paper that is not white, a slight skew, the
shadow of the book's edge, the grain of the sensor, JPEG.
"""

from enum import StrEnum
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance

from devices.samples.drawing import (
    SPECIMEN,
    Colour,
    as_jpeg,
    font,
    stamped_over,
    with_light_and_grain,
)
from devices.samples.id_card import PAYLOAD, draw_card_front
from devices.samples.signing import round_stamp, signature

DPI = 200
PAGE_SIZE = (1654, 2339)
"""A4 at 200 dpi, in pixels."""
_LEFT, _RIGHT, _MIDDLE = 210, 1484, 827
_INK: Colour = (38, 38, 42)
_PEN: Colour = (32, 58, 150)
_REGULAR, _BOLD, _ITALIC = (f"CounterSerif-{face}.ttf" for face in ("Regular", "Bold", "Italic"))
_BODY = (
    "Xét đề nghị của người yêu cầu và đối chiếu với sổ đăng ký hộ tịch lưu tại phường, xác nhận "
    "người có tên nêu trên hiện chưa đăng ký kết hôn với ai.",
    "Giấy này được cấp để bổ sung hồ sơ đăng ký kết hôn và có giá trị sáu tháng kể từ ngày cấp.",
    "Trang này do phần mềm vẽ ra để chạy thử; người, số giấy tờ và con dấu đều không có thật.",
)


class PageKind(StrEnum):
    """What a page shows."""

    APPLICATION_FORM = "application-form"
    SIGNED_PAGE = "signed-page"
    ID_COPY = "id-copy"


def draw_sample_pages() -> list[bytes]:
    """Draw one page of each kind."""
    return [draw_scanned_page(kind, seed) for seed, kind in enumerate(PageKind)]


def draw_scanned_page(kind: PageKind, seed: int = 0) -> bytes:
    """Draw one page as a scan, in JPEG. The same kind and seed always give the same bytes."""
    page = Image.new("RGB", PAGE_SIZE, "white")
    draw = {
        PageKind.APPLICATION_FORM: _application_form,
        PageKind.SIGNED_PAGE: _signed_page,
        PageKind.ID_COPY: _id_copy,
    }[kind]
    draw(page, seed)
    _write(page, (_MIDDLE, 2230), SPECIMEN, _ITALIC, 24, colour=(150, 60, 60))
    return _scanned(page, seed)


def draw_blank_back(seed: int) -> bytes:
    """Draw the empty back of a sheet as a scan, in JPEG."""
    return _scanned(Image.new("RGB", PAGE_SIZE, "white"), seed, blank=True)


def _scanned(page: Image.Image, seed: int, *, blank: bool = False) -> bytes:
    chance = Random(seed)  # noqa: S311 - the look of a scan, no secret
    skew = chance.uniform(-1.2, 1.2)
    if not blank:  # white turned on white is the same white, and to turn it takes long
        page = page.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor="white")
    width, height = PAGE_SIZE
    paper = chance.uniform(0.94, 0.98)
    edge = 0.1 * np.exp(-np.linspace(0, 40, width, dtype=np.float32))
    light = np.broadcast_to(paper - edge, (height, width))
    toned = with_light_and_grain(page, light, grain=2.2, seed=seed)
    return as_jpeg(toned, quality=80, dpi=DPI)


def _application_form(page: Image.Image, seed: int) -> None:
    number, _, name, born, _, address, issued = PAYLOAD.split("|")
    _write(page, (_MIDDLE, 170), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _BOLD, 36)
    _write(page, (_MIDDLE, 220), "Độc lập - Tự do - Hạnh phúc", _BOLD, 36)
    ImageDraw.Draw(page).line((600, 268, 1054, 268), fill=_INK, width=2)
    _write(page, (_MIDDLE, 340), "TỜ KHAI", _BOLD, 42)
    _write(page, (_MIDDLE, 396), "CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", _BOLD, 38)
    rows = (
        ("Kính gửi:", "Ủy ban nhân dân phường Quang Trung"),
        ("Họ, chữ đệm, tên người yêu cầu:", name),
        ("Ngày, tháng, năm sinh:", _date(born)),
        ("Nơi cư trú:", address),
        ("Giấy tờ tùy thân: số", f"{number}, cấp ngày {_date(issued)}"),
        ("Tình trạng hôn nhân:", "chưa đăng ký kết hôn với ai"),
        ("Mục đích sử dụng:", "đăng ký kết hôn"),
        ("Quan hệ với người được cấp:", "bản thân"),
        ("Số điện thoại:", "0912 345 678"),
    )
    for place, (label, value) in enumerate(rows):
        _row(page, 520 + 92 * place, label, value)
    oath = "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước"
    _write(page, (_LEFT, 1400), oath, _REGULAR, 34, anchor="la")
    _write(page, (_LEFT, 1450), "pháp luật về cam đoan của mình.", _REGULAR, 34, anchor="la")
    _write(page, (1180, 1560), "Phường Quang Trung, ngày 23 tháng 11 năm 2026", _ITALIC, 32)
    _write(page, (1180, 1615), "Người yêu cầu", _BOLD, 34)
    stamped_over(page, signature(seed), (1000, 1680))
    _write(page, (1180, 1890), name, _REGULAR, 34)


def _row(page: Image.Image, y: int, label: str, value: str) -> None:
    draw = ImageDraw.Draw(page)
    draw.text((_LEFT, y), label, font=font(_REGULAR, 34), fill=_INK)
    start = int(_LEFT + 16 + draw.textlength(label, font=font(_REGULAR, 34)))
    draw.text((start + 10, y - 3), value, font=font(_ITALIC, 37), fill=_PEN)
    for x in range(start, _RIGHT, 9):
        draw.line((x, y + 42, x + 3, y + 42), fill=(120, 120, 124), width=2)


def _signed_page(page: Image.Image, seed: int) -> None:
    _, _, name, born, _, address, _ = PAYLOAD.split("|")
    _write(page, (480, 170), "ỦY BAN NHÂN DÂN", _REGULAR, 34)
    _write(page, (480, 216), "PHƯỜNG QUANG TRUNG", _BOLD, 34)
    _write(page, (480, 290), "Số: 00/UBND-XNTTHN", _REGULAR, 32)
    _write(page, (1120, 170), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _BOLD, 32)
    _write(page, (1120, 216), "Độc lập - Tự do - Hạnh phúc", _BOLD, 34)
    _write(page, (1120, 290), "Quang Trung, ngày 23 tháng 11 năm 2026", _ITALIC, 32)
    draw = ImageDraw.Draw(page)
    draw.line((400, 264, 560, 264), fill=_INK, width=2)
    draw.line((920, 264, 1320, 264), fill=_INK, width=2)
    _write(page, (_MIDDLE, 440), "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", _BOLD, 44)
    y = 570
    facts = (f"Họ, chữ đệm, tên: {name}", f"Sinh ngày: {_date(born)}", f"Nơi cư trú: {address}")
    for line in (*facts, *_BODY):
        y = _paragraph(page, y, line) + 22
    _write(page, (1130, y + 90), "CHỦ TỊCH", _BOLD, 38)
    stamped_over(page, signature(seed + 7), (1010, y + 190))
    stamped_over(page, round_stamp(), (800, y + 120))
    _write(page, (1130, y + 420), "Trần Văn Mẫu", _BOLD, 36)


def _id_copy(page: Image.Image, _seed: int) -> None:
    """A photocopy: gray, contrasty, the card a little larger than it is."""
    copied = ImageEnhance.Contrast(draw_card_front().convert("L")).enhance(1.5).convert("RGB")
    scaled = copied.resize((920, 920 * copied.height // copied.width), Image.Resampling.LANCZOS)
    mask = Image.new("L", scaled.size)
    box = (0, 0, scaled.width - 1, scaled.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, 32, fill=255)
    ImageDraw.Draw(scaled).rounded_rectangle(box, 32, outline=(120, 120, 120), width=2)
    page.paste(scaled, (_MIDDLE - scaled.width // 2, 420), mask)
    _write(page, (_MIDDLE, 260), "BẢN CHỤP THẺ CĂN CƯỚC CÔNG DÂN", _BOLD, 40)


def _paragraph(page: Image.Image, y: int, text: str) -> int:
    """Set text between the margins, and give where it ends."""
    draw, face, line = ImageDraw.Draw(page), font(_REGULAR, 37), ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if draw.textlength(longer, font=face) > _RIGHT - _LEFT:
            draw.text((_LEFT, y), line, font=face, fill=_INK)
            line, y = word, y + 54
        else:
            line = longer
    draw.text((_LEFT, y), line, font=face, fill=_INK)
    return y + 54


def _write(
    page: Image.Image,
    at: tuple[int, int],
    text: str,
    face: str,
    size: int,
    *,
    colour: Colour = _INK,
    anchor: str = "ma",
) -> None:
    draw = ImageDraw.Draw(page)
    draw.text(at, text, font=font(face, size), fill=colour, anchor=anchor)


def _date(digits: str) -> str:
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"
