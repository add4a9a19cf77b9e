"""The two decoders: ZXing, which keeps the bytes of a code, and ZBar, which guesses code pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import zxingcpp

from devices.pictures import GrayPixels
from station.domain.text_repair import repair

ZBAR = "pyzbar"
_ZBAR_FORMATS = {"QRCODE": "QRCode", "CODE128": "Code128"}
"""Kinds that ZBar reads without inventing some, and what ZXing calls them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One code as a decoder gives it."""

    format: str
    text: str
    content: bytes
    corners: tuple[tuple[int, int], ...] = ()
    """In pixels of the picture that was read; none where the decoder does not tell."""


def read_with_zxing(
    pixels: GrayPixels, *, qr_only: bool = True, thorough: bool = False
) -> list[Decoded]:
    """Read codes in any direction.

    Args:
        pixels: the picture, in gray.
        qr_only: leave out barcodes and the other square codes.
        thorough: look also for large codes in a smaller copy, and for light codes on dark.
    """
    kind = zxingcpp.BarcodeFormat.QRCode if qr_only else zxingcpp.BarcodeFormat.AllReadable
    found = zxingcpp.read_barcodes(
        pixels,
        formats=zxingcpp.BarcodeFormats(kind),
        text_mode=zxingcpp.TextMode.Plain,
        try_downscale=thorough,
        try_invert=thorough,
    )
    return [
        Decoded(one.format.name, _text(one), bytes(one.bytes), _corners(one.position))
        for one in found
    ]


def _corners(position: zxingcpp.Position) -> tuple[tuple[int, int], ...]:
    places = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple((place.x, place.y) for place in places)


def _text(barcode: zxingcpp.Barcode) -> str:
    """ID cards hold UTF-8 without saying so; what is not UTF-8 is left to ZXing's own guess."""
    try:
        return bytes(barcode.bytes).decode("utf-8")
    except UnicodeDecodeError:
        return str(barcode.text)


def read_with_zbar(pixels: GrayPixels, *, qr_only: bool = True) -> list[Decoded]:
    """Read codes and repair their text; without ZBar there are none.

    ``content`` is the repaired text in UTF-8: ZBar does not give the bytes.
    """
    zbar = _zbar()
    if zbar is None:
        return []
    wanted = ["QRCODE"] if qr_only else list(_ZBAR_FORMATS)
    symbols = [zbar.ZBarSymbol[name] for name in wanted]
    return list(_repaired(zbar.decode(pixels, symbols=symbols)))


def _repaired(symbols: Iterable[object]) -> Iterator[Decoded]:
    for symbol in symbols:
        garbled: bytes = symbol.data  # type: ignore[attr-defined]
        text = repair(garbled.decode("utf-8", "replace")).text
        kind: str = symbol.type  # type: ignore[attr-defined]
        yield Decoded(_ZBAR_FORMATS[kind], text, text.encode("utf-8", "replace"))


def missing_decoders() -> tuple[str, ...]:
    """Name the decoders that this computer lacks; without ZBar fewer bad pictures are read."""
    return () if _zbar() is not None else (ZBAR,)


@cache
def _zbar() -> ModuleType | None:
    """Load pyzbar, which needs a library of the system's, or on Windows a runtime."""
    try:
        from pyzbar import pyzbar
    except (ImportError, OSError):
        return None
    module: ModuleType = pyzbar
    return module
