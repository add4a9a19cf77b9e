"""The dark and light modules of a QR code, for renderers that draw them in their own unit."""

from functools import lru_cache
from typing import cast

import zxingcpp

QUIET_ZONE = 4
"""Light modules that a QR code needs on every side."""
Matrix = tuple[tuple[bool, ...], ...]
"""Rows from the top; True is dark. No quiet zone."""


@lru_cache(maxsize=8)  # both copies and the preview of a slip; the next slip has another one
def qr_matrix(text: str, error_correction: str) -> Matrix:
    """Encode a text; levels are L, M, Q and H. The symbol is as small as the text allows."""
    barcode = zxingcpp.create_barcode(
        text, zxingcpp.BarcodeFormat.QRCode, ec_level=error_correction
    )
    image = barcode.to_image(scale=1, add_quiet_zones=False)
    pixels = memoryview(image)  # type: ignore[arg-type]  # its stub omits the buffer
    rows = cast("list[list[int]]", pixels.tolist())
    return tuple(tuple(value == 0 for value in row) for row in rows)
