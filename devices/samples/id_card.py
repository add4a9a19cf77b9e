"""The ID card of an invented person as a picture, plainly marked as a sample."""

import io
from functools import cache
from importlib.resources import files

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

PAYLOAD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Phường Quang Trung, Thành phố Phủ Lý, Hà Nam|15062021"
)
"""The text of the card's QR code, as cards of 2021 have it; nobody has this number."""
_WIDTH, _HEIGHT = 1300, 820
_PAPER, _INK, _PALE = (236, 243, 238), (34, 44, 52), (200, 60, 60)


def draw_sample_id_card() -> bytes:
    """Draw the front of the card on a table, slightly turned, as a JPEG of about 150 KB."""
    card = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    _write(card)
    card.paste(_code(), (_WIDTH - 330, 60))
    table = Image.new("RGB", (_WIDTH + 300, _HEIGHT + 260), (120, 104, 88))
    turned = card.rotate(
        2.5, expand=True, resample=Image.Resampling.BICUBIC, fillcolor=(120, 104, 88)
    )
    table.paste(turned, (130, 100))
    file = io.BytesIO()
    table.save(file, "JPEG", quality=88)
    return file.getvalue()


def _write(card: Image.Image) -> None:
    draw = ImageDraw.Draw(card)
    number, _, name, born, sex, address, issued = PAYLOAD.split("|")
    draw.text((60, 50), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", font=_font(34, bold=True), fill=_INK)
    draw.text((60, 100), "Độc lập - Tự do - Hạnh phúc", font=_font(28), fill=_INK)
    draw.text((60, 170), "CĂN CƯỚC CÔNG DÂN", font=_font(52, bold=True), fill=_PALE)
    draw.text((60, 238), "MẪU – KHÔNG CÓ GIÁ TRỊ", font=_font(34, bold=True), fill=_PALE)
    draw.rectangle((60, 310, 340, 690), outline=(150, 160, 155), width=3)
    draw.text((130, 480), "(ảnh)", font=_font(30), fill=(150, 160, 155))
    lines = (
        ("Số / No.", " ".join((number[:3], number[3:6], number[6:9], number[9:]))),
        ("Họ và tên / Full name", name.upper()),
        ("Ngày sinh / Date of birth", _date(born)),
        ("Giới tính / Sex", sex),
        ("Nơi thường trú / Place of residence", address.replace(", Thành phố", ",\nThành phố")),
        ("Ngày cấp / Date of issue", _date(issued)),
    )
    y = 310
    for label, value in lines:
        draw.text((390, y), label, font=_font(22), fill=(90, 104, 112))
        draw.multiline_text((390, y + 27), value, font=_font(32, bold=True), fill=_INK, spacing=6)
        y += 76 + 38 * value.count("\n")


def _code() -> Image.Image:
    barcode = zxingcpp.create_barcode(PAYLOAD, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    pixels = memoryview(barcode.to_image(scale=1, add_quiet_zones=True))  # type: ignore[arg-type]
    symbol = Image.frombytes("L", (pixels.shape[1], pixels.shape[0]), pixels.tobytes())  # type: ignore[index]
    return symbol.resize((270, 270), Image.Resampling.NEAREST).convert("RGB")


def _date(digits: str) -> str:
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "Inter-Bold.otf" if bold else "Inter-Medium.otf"
    content = (files("devices.papers") / "fonts" / name).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size)
