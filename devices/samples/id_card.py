"""The ID card of an invented person: a design of our own, plainly marked as a sample.

The photograph shows the card on a table, seen a little from the side; its QR code is real.
"""

from functools import cache

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from devices.samples.drawing import (
    SPECIMEN,
    Colour,
    Point,
    as_jpeg,
    font,
    with_light_and_grain,
)

PAYLOAD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Phường Quang Trung, Thành phố Phủ Lý, Hà Nam|15062021"
)
"""The text of the card's QR code, as cards of 2021 have it; nobody has this number."""

CARD_SIZE = (1300, 820)
_PICTURE_SIZE = (1600, 1080)
_CODE_SIDE = 290
_MARGIN = 60
_BOLD, _MEDIUM = "Inter-Bold.otf", "Inter-Medium.otf"
_INK: Colour = (34, 44, 52)
_LABEL: Colour = (84, 102, 112)
_PALE: Colour = (229, 240, 236)
_RED: Colour = (188, 44, 52)
_CORNERS: tuple[Point, ...] = ((150, 128), (1462, 96), (1436, 934), (168, 960))
"""Where the card's corners lie in the photograph, from the top left clockwise."""


def draw_sample_id_card(payload: str = PAYLOAD, *, seed: int = 0) -> bytes:
    """Photograph the front of the card on a table, as a JPEG of about 300 KB.

    Args:
        payload: the text of the QR code, in the seven fields of a card of 2021.
        seed: another table and grain; the same seed always gives the same bytes.
    """
    width, height = _PICTURE_SIZE
    table = _table(seed)
    card, shape = _seen_from_the_side(draw_card_front(payload))
    shadow = shape.filter(ImageFilter.GaussianBlur(14)).point(lambda value: value * 0.55)
    table.paste((28, 24, 20), (10, 16), shadow)
    table.paste(card, (0, 0), shape)
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    light = (1.03 - 0.14 * across - 0.1 * down).astype(np.float32)
    return as_jpeg(with_light_and_grain(table, light, grain=1.6, seed=seed), quality=88)


def draw_card_front(payload: str = PAYLOAD) -> Image.Image:
    """Draw the front as it is printed, 1300 × 820 pixels for 85.6 × 54 mm."""
    card = _background().copy()
    draw = ImageDraw.Draw(card)
    _header(draw)
    _portrait(card, (_MARGIN, 320, _MARGIN + 270, 680))
    _fields(draw, payload)
    _watermark(card)
    card.paste(_code(payload), (CARD_SIZE[0] - _CODE_SIDE - 44, 40))
    return card


@cache
def _background() -> Image.Image:
    """Fine waves in two pale colours, as papers of value have them."""
    width, height = CARD_SIZE
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    waves = np.sin(y / 5 + 9 * np.sin(x / 140) + 5 * np.sin((x + y) / 230))
    rosette = np.sin(np.hypot(x - 0.72 * width, y - 0.62 * height) / 6 + 3 * np.sin(x / 60))
    pale = np.array(_PALE, np.float32) + (x / width)[..., None] * (10, -4, 2)
    tinted = pale + 5 * waves[..., None] * (0.4, 0.9, 0.7) + 4 * rosette[..., None] * (1, 0.5, 0.6)
    return Image.fromarray(np.clip(tinted, 0, 255).astype(np.uint8))


def _header(draw: ImageDraw.ImageDraw) -> None:
    middle = (CARD_SIZE[0] - _CODE_SIDE - 44) // 2
    for y, text, face, size, colour in (
        (48, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _BOLD, 34, _INK),
        (96, "Độc lập - Tự do - Hạnh phúc", _MEDIUM, 28, _INK),
        (156, "CĂN CƯỚC CÔNG DÂN", _BOLD, 58, _RED),
        (232, SPECIMEN, _MEDIUM, 28, _RED),
    ):
        draw.text((middle, y), text, font=font(face, size), fill=colour, anchor="ma")


def _portrait(card: Image.Image, box: tuple[int, int, int, int]) -> None:
    """Draw nobody: a head and shoulders of one colour."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    nobody = Image.new("RGB", (2 * width, 2 * height), (203, 216, 222))
    draw = ImageDraw.Draw(nobody)
    figure = (122, 142, 154)
    draw.ellipse((0.08 * width, 1.22 * height, 1.92 * width, 2.9 * height), fill=figure)
    draw.rounded_rectangle((0.8 * width, 0.9 * height, 1.2 * width, 1.4 * height), 30, fill=figure)
    draw.ellipse((0.56 * width, 0.36 * height, 1.44 * width, 1.14 * height), fill=figure)
    card.paste(nobody.resize((width, height), Image.Resampling.LANCZOS), (left, top))
    ImageDraw.Draw(card).rectangle(box, outline=(150, 166, 172), width=2)


def _fields(draw: ImageDraw.ImageDraw, payload: str) -> None:
    number, _, name, born, sex, address, issued = payload.split("|")[:7]
    half = len(address) // 2
    at = address.find(", ", half - 12)
    lines = address if at < 0 else f"{address[: at + 1]}\n{address[at + 2 :]}"
    left, right = 380, 810
    _field(draw, (left, 318), "Số / No.", number, size=46, colour=_RED)
    _field(draw, (left, 406), "Họ và tên / Full name", name.upper(), size=38)
    _field(draw, (left, 492), "Ngày sinh / Date of birth", _date(born), size=32)
    _field(draw, (right, 492), "Giới tính / Sex", sex, size=32)
    _field(draw, (left, 572), "Nơi thường trú / Place of residence", lines, size=30)
    _field(draw, (left, 694), "Ngày cấp / Date of issue", _date(issued), size=30)


def _field(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    label: str,
    value: str,
    *,
    size: int,
    colour: Colour = _INK,
) -> None:
    draw.text(at, label, font=font(_MEDIUM, 20), fill=_LABEL)
    draw.multiline_text((at[0], at[1] + 26), value, font=font(_BOLD, size), fill=colour, spacing=6)


def _watermark(card: Image.Image) -> None:
    layer = Image.new("L", (900, 120))
    draw = ImageDraw.Draw(layer)
    draw.text((450, 60), SPECIMEN, font=font(_BOLD, 66), fill=58, anchor="mm")
    turned = layer.rotate(14, expand=True, resample=Image.Resampling.BICUBIC)
    card.paste(_RED, (380, 400), turned)


def _code(payload: str) -> Image.Image:
    barcode = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    modules = np.array(barcode.to_image(scale=1, add_quiet_zones=True), dtype=np.uint8)
    printed = np.where(modules == 0, 30, 250).astype(np.uint8)
    code = Image.fromarray(printed).resize((8 * len(printed),) * 2, Image.Resampling.NEAREST)
    return code.resize((_CODE_SIDE,) * 2, Image.Resampling.LANCZOS).convert("RGB")


def _table(seed: int) -> Image.Image:
    """Wood: noise that is long across and short down."""
    height = _PICTURE_SIZE[1]
    chance = np.random.default_rng(seed)
    grain = chance.integers(0, 256, (height // 3, 8), np.uint8)
    boards = Image.fromarray(grain).resize(_PICTURE_SIZE, Image.Resampling.BICUBIC)
    shade = 0.86 + 0.16 * np.asarray(boards, np.float32)[..., None] / 255
    wood = np.clip(shade * np.array((142, 116, 90), np.float32), 0, 255)
    return Image.fromarray(wood.astype(np.uint8))


def _seen_from_the_side(card: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Give the card as it lies in the photograph, and the mask of where it lies."""
    rim = 4  # without it the edges would be cut off in steps instead of blended
    card = ImageOps.expand(card, rim, _PALE)
    left, top, right, bottom = rim, rim, card.width - rim, card.height - rim
    mask = Image.new("L", card.size)
    ImageDraw.Draw(mask).rounded_rectangle((left, top, right, bottom), 44, fill=255)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    place = _perspective(_CORNERS, corners)
    way = Image.Transform.PERSPECTIVE
    return (
        card.transform(_PICTURE_SIZE, way, place, Image.Resampling.BICUBIC),
        mask.transform(_PICTURE_SIZE, way, place, Image.Resampling.BILINEAR),
    )


def _perspective(seen: tuple[Point, ...], flat: tuple[Point, ...]) -> list[float]:
    """Solve for the eight numbers by which a point that is seen finds its place on the card."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(number) for number in np.linalg.solve(np.array(rows), np.array(values))]


def _date(digits: str) -> str:
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"
