"""Every QR code and barcode in a picture, by ZXing."""

from dataclasses import dataclass
from pathlib import Path

import zxingcpp

from devices.pictures import GrayPixels, open_gray_picture
from station.errors import StationError
from station.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code: its kind, its text in NFC, and its very bytes in lower-case hex."""

    format: str
    text: str
    bytes_hex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesInPicture:
    """What one picture holds; ``error`` is the code of what kept it from being opened."""

    file: str
    codes: tuple[Code, ...]
    error: str | None = None


def read_codes(file: Path) -> CodesInPicture:
    """Read every code in a picture; one that cannot be opened holds none and says why."""
    try:
        pixels = open_gray_picture(file)
    except StationError as error:
        return CodesInPicture(file=str(file), codes=(), error=error.code)
    found = zxingcpp.read_barcodes(pixels)
    return CodesInPicture(file=str(file), codes=tuple(_code(one) for one in found))


def qr_texts(pixels: GrayPixels) -> list[str]:
    """Give the texts of the QR codes that ZXing reads in a gray picture, as they are encoded."""
    found = zxingcpp.read_barcodes(
        pixels, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    )
    return [_text(one) for one in found]


def _code(barcode: zxingcpp.Barcode) -> Code:
    return Code(
        format=barcode.format.name,
        text=clean(_text(barcode)),
        bytes_hex=bytes(barcode.bytes).hex(),
    )


def _text(barcode: zxingcpp.Barcode) -> str:
    """ID cards hold UTF-8 without saying so; what is not UTF-8 is left to ZXing's own guess."""
    try:
        return bytes(barcode.bytes).decode("utf-8")
    except UnicodeDecodeError:
        return str(barcode.text)
