"""Pictures and texts that are bad by accident or on purpose, and what each has to come to."""

import io
from collections.abc import Callable

import numpy as np
import zxingcpp
from PIL import Image

from devices.samples.id_card import draw_sample_id_card
from tests.devices.test_pictures import png_that_declares
from tests.heic_samples import PHONE

LINK = "https://vneid.gov.vn.the-can-cuoc.example/035199012345|168123456|Nguyễn Văn A"


def card() -> Image.Image:
    return Image.open(io.BytesIO(draw_sample_id_card()))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def turned_by_exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = card().convert("L").transpose(Image.Transpose.ROTATE_90)
    return saved(turned, "JPEG", exif=exif, quality=90)


def sixteen_bits() -> bytes:
    return saved(Image.fromarray(np.asarray(card().convert("L")).astype(np.uint16) * 257), "PNG")


def animated(kind: str) -> bytes:
    frames = [card().convert("P"), Image.new("P", card().size)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def of_a_hundred_megapixels() -> bytes:
    return saved(Image.new("1", (10_000, 9_999)), "PNG")


def a_hundred_megapixels_of_noise() -> bytes:
    noise = Image.effect_noise((1_400, 1_100), 90)
    return saved(noise.resize((11_200, 8_800)), "JPEG", quality=50)


def jpeg_that_declares(width: int, height: int, *, progressive: bool = False) -> bytes:
    """Make a JPEG whose header says more than there is."""
    content = bytearray(saved(Image.new("L", (64, 64)), "JPEG", progressive=progressive))
    at = content.index(b"\xff\xc2" if progressive else b"\xff\xc0") + 5
    content[at : at + 4] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(content)


def webp_that_declares(width: int, height: int) -> bytes:
    content = bytearray(saved(Image.new("RGB", (64, 64)), "WEBP", quality=80))
    content[26:30] = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    return bytes(content)


def code_of(text: str) -> Callable[[], bytes]:
    def drawn() -> bytes:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
        pixels = np.array(symbol.to_image(scale=4, add_quiet_zones=True), dtype=np.uint8)
        return saved(Image.fromarray(pixels), "PNG")

    return drawn


BAD_PICTURES: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "16 bits": (sixteen_bits, None),
    "CMYK": (lambda: saved(card().convert("CMYK"), "JPEG"), None),
    "palette": (lambda: saved(card().convert("P"), "PNG"), None),
    "turned by EXIF": (turned_by_exif, None),
    "nothing": (lambda: b"", "IMG-002"),
    "text": (lambda: b"<svg onload=alert(1)>", "IMG-005"),
    "cut JPEG": (lambda: draw_sample_id_card()[:9000], "IMG-006"),
    "animated GIF": (lambda: animated("GIF"), "IMG-005"),
    "animated WebP": (lambda: animated("WEBP"), "IMG-007"),
    "HEIC of nothing": (lambda: b"\0\0\0\x18ftypheic" + bytes(500), "IMG-006"),
    "HEIC of another code": (lambda: PHONE, "ID-008"),
    "400 MP declared": (lambda: png_that_declares(20_000, 20_000), "IMG-004"),
    "100 MP of nothing in 12 KB": (of_a_hundred_megapixels, "ID-005"),
    "100 MP of noise": (a_hundred_megapixels_of_noise, "ID-005"),
    "100 MP progressive": (lambda: jpeg_that_declares(11_000, 9_000, progressive=True), "IMG-011"),
    "100 MP of PNG in colour": (lambda: png_that_declares(11_000, 9_000), "IMG-011"),
    "81 MP of WebP": (lambda: webp_that_declares(9_000, 9_000), "IMG-011"),
    "3 KB of text": (code_of("x1 " * 980), "ID-008"),
    "bars": (code_of("|" * 300), "ID-008"),
    "controls": (code_of("\x1b]8;;http://x\x07\x00\r\n" * 20), "ID-008"),
    "right to left": (code_of("\u202egnp.drac\u200f\u2066|"), "ID-008"),
    "phishing": (code_of(LINK), "ID-008"),
}
"""What draws each, and the code of its error; None where the card is read nevertheless."""

BAD_TEXTS = {
    "3 KB": "x1 " * 1000,
    "bars": "|" * 300,
    "too long": "0|" * 5000,
    "control": "\x1b]8;;http://x\x07\x00\r\n" * 20,
    "right to left": "\u202e" + "xin" + "\u202d" * 100,
    "link": LINK,
    "order to a phone": "SMSTO:035199012345|x|y",
    "surrogates": "\ud800" * 100,
}
"""None of them is a card's."""
