"""The thermal slip as ESC/POS: initialise, the raster in bands, feed, cut, and the drawer's kick.

Text is never sent as text: code pages for Vietnamese differ from model to model.
"""

import logging
import os
import shutil
from functools import cache
from typing import Any

from PIL import Image, ImageChops

from devices.papers.receipt_picture import receipt_picture
from station.forms.receipt import Receipt
from station.ports.papers import RollWidth

_BAND_ROWS = 256
"""Rows per raster command; small buffers of cheap printers hold one such band."""
_RASTER = b"\x1dv0\x00"
_DENSITY = b"\x1d(K\x02\x00\x31"  # GS ( K, function 49; printers that do not know it skip it
_DRAWER_PIN = 2


@cache
def escpos_printers() -> Any:  # noqa: ANN401 - the library publishes no types
    """Import ``escpos.printer`` without what its import does beside: see the two comments."""
    root = logging.getLogger()
    handlers = root.handlers[:]
    import escpos.printer
    from escpos import capabilities

    root.handlers[:] = handlers  # it calls logging.basicConfig(), which would print to stderr
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:  # else it leaves one folder a process
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return escpos.printer


def receipt_bytes(
    receipt: Receipt, width: RollWidth, *, open_drawer: bool = False, density: int = 0
) -> bytes:
    """Give everything a printer needs for one slip.

    Args:
        density: from -3, pale, to 3, dark; 0 leaves it as the printer is set.
    """
    recorder = escpos_printers().Dummy()
    recorder.hw("INIT")
    if density:
        recorder._raw(_DENSITY + bytes([density & 0xFF]))
    if open_drawer:
        recorder.cashdraw(_DRAWER_PIN)
    for band in _bands(receipt_picture(receipt, width)):
        recorder._raw(band)
    recorder.cut(mode="PART")
    content: bytes = recorder.output
    return content


def _bands(picture: Image.Image) -> list[bytes]:
    """Cut a picture into ``GS v 0`` commands; a set bit burns a dot."""
    row_bytes = (picture.width + 7) // 8
    ink = ImageChops.invert(picture)
    bands = []
    for top in range(0, picture.height, _BAND_ROWS):
        bottom = min(top + _BAND_ROWS, picture.height)
        rows = ink.crop((0, top, row_bytes * 8, bottom))
        size = row_bytes.to_bytes(2, "little") + (bottom - top).to_bytes(2, "little")
        bands.append(_RASTER + size + rows.tobytes())
    return bands
