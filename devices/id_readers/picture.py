"""Reads the ID card in a picture: ZXing on the picture and on mended copies of it, then ZBar.

A QR code corrects its own errors, so one reading is enough; but ZBar guesses code pages, so its
text counts only after repair, and only when nothing else was read. A picture that none of them
reads is honestly not read.
"""

import ctypes.util
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from devices.id_readers.codes import qr_texts
from devices.pictures import GrayPixels, open_gray_picture
from station.codec import to_plain
from station.domain.id_card import IdCard, IdTextError
from station.domain.id_text import parse_id_text
from station.errors import StationError

_LARGEST_SIDE = 2600
"""Pixels; phones deliver more than any module of a card's code needs."""
_SMALLEST_SIDE = 1400
"""Below this a code of a card has hardly two pixels a module: it is magnified."""
_TIME_BUDGET_S = 2.0


class NoCardReadError(StationError):
    """No code of an ID card could be read in this picture."""

    code = "ID-005"

    def __init__(self, codes_seen: int) -> None:
        super().__init__(f"no ID card among {codes_seen} codes")
        self.codes_seen = codes_seen

    @property
    def details(self) -> dict[str, Any]:
        return {"codes_seen": self.codes_seen}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReading:
    """What came of one picture: a card, or why there is none."""

    file: str
    card: IdCard | None
    decoder: str | None
    error: StationError | None
    elapsed_ms: float

    def card_or_raise(self) -> IdCard:
        """Give the card.

        Raises:
            StationError: why the picture gave none.
        """
        if self.card is None:
            raise self.error or NoCardReadError(0)
        return self.card

    def as_fields(self) -> dict[str, Any]:
        """Give the JSON of the command line's contract."""
        took = round(self.elapsed_ms, 1)
        if self.card is None:
            code = self.error.code if self.error else NoCardReadError.code
            return {"file": self.file, "ok": False, "error": code, "elapsed_ms": took}
        return {
            "file": self.file,
            "ok": True,
            **to_plain(self.card),
            "decoder": self.decoder,
            "elapsed_ms": took,
        }


def read_id_card(file: Path) -> CardReading:
    """Read the ID card in a picture file. Never raises: the reading says what was wrong."""
    started = time.perf_counter()
    card, decoder, error = None, None, None
    try:
        card, decoder = _read(open_gray_picture(file), deadline=started + _TIME_BUDGET_S)
    except StationError as problem:
        error = problem
    elapsed_ms = (time.perf_counter() - started) * 1000
    return CardReading(
        file=str(file), card=card, decoder=decoder, error=error, elapsed_ms=elapsed_ms
    )


def zbar_is_there() -> bool:
    """Tell whether the second decoder can be loaded; without it fewer bad pictures are read."""
    return _zbar() is not None


def _read(pixels: GrayPixels, *, deadline: float) -> tuple[IdCard, str]:
    seen = 0
    copies: list[GrayPixels] = []
    for copy in _copies(pixels):
        copies.append(copy)
        texts = qr_texts(copy)
        seen += len(texts)
        for text in texts:
            card = _card(text)
            if card is not None:
                return card, "zxing-cpp"
        if time.perf_counter() > deadline:
            raise NoCardReadError(seen)
    zbar = _zbar()
    for copy in copies[:2] if zbar is not None else ():
        for found in zbar.decode(copy, symbols=[zbar.ZBarSymbol.QRCODE]):  # type: ignore[union-attr]
            seen += 1
            card = _card(found.data.decode("utf-8", "replace"))
            if card is not None:
                return card, "pyzbar"
        if time.perf_counter() > deadline:
            break
    raise NoCardReadError(seen)


def _card(text: str) -> IdCard | None:
    try:
        card = parse_id_text(text)
    except IdTextError:
        return None
    return card if card.personal_number else None


def _copies(pixels: GrayPixels) -> Iterator[GrayPixels]:
    """Give the picture as it is, then copies in which another kind of damage is mended."""
    pixels = _within(pixels)
    yield pixels
    large = _magnified(pixels)
    if large is not pixels:
        yield large
    yield _contrasted(large)
    yield _sharpened(large)
    yield cv2.medianBlur(large, 3)  # type: ignore[misc]
    for crop in _around_code(pixels):
        yield crop
        yield _sharpened(crop)
        yield _black_and_white(crop)


def _within(pixels: GrayPixels) -> GrayPixels:
    scale = _LARGEST_SIDE / max(pixels.shape)
    if scale >= 1:
        return pixels
    return cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def _magnified(pixels: GrayPixels) -> GrayPixels:
    if max(pixels.shape) >= _SMALLEST_SIDE:
        return pixels
    return cv2.resize(pixels, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)  # type: ignore[return-value]


def _contrasted(pixels: GrayPixels) -> GrayPixels:
    return cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8)).apply(pixels)  # type: ignore[return-value]


def _sharpened(pixels: GrayPixels) -> GrayPixels:
    soft = cv2.GaussianBlur(pixels, (0, 0), 1.6)
    return cv2.addWeighted(pixels, 2.2, soft, -1.2, 0)  # type: ignore[return-value]


def _black_and_white(pixels: GrayPixels) -> GrayPixels:
    return cv2.adaptiveThreshold(  # type: ignore[return-value]
        pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 41, 4
    )


def _around_code(pixels: GrayPixels) -> Iterator[GrayPixels]:
    """Cut out where OpenCV sees a QR code, magnified so that a module has four pixels or more."""
    found, corners = cv2.QRCodeDetector().detect(pixels)
    if not found or corners is None:
        return
    points = np.asarray(corners, dtype=np.float32).reshape(-1, 2)
    side = float(np.max(np.ptp(points, axis=0)))
    if side < 20:
        return
    margin = 0.15 * side
    left, top = np.maximum(points.min(axis=0) - margin, 0).astype(int)
    right, bottom = (points.max(axis=0) + margin).astype(int)
    crop = np.ascontiguousarray(pixels[top:bottom, left:right])
    if crop.size == 0:
        return
    for target in (560, 900):
        scale = target / max(crop.shape)
        yield cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)  # type: ignore[misc]


@cache
def _zbar() -> Any | None:  # noqa: ANN401 - pyzbar publishes no types
    """Load pyzbar, which looks for a system library that may be missing."""
    if ctypes.util.find_library("zbar") is None and not _bundles_zbar():
        return None
    from pyzbar import pyzbar

    return pyzbar


def _bundles_zbar() -> bool:
    return hasattr(ctypes, "windll")  # the wheel for Windows brings the library along
