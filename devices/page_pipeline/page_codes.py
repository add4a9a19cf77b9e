"""The QR codes on a page: those of separator sheets are large and need no second look."""

import cv2
import numpy as np

from devices.id_readers.decoders import read_with_zxing
from devices.page_pipeline.scales import RgbPixels, pitch_of, reduced

_DPI = 100


def qr_texts(picture: RgbPixels, tagged_dpi: float | None) -> tuple[str, ...]:
    """Give the texts of the QR codes on a page, whichever way up it lies, each once."""
    dpi = pitch_of(picture.shape[0], picture.shape[1], tagged_dpi)
    small = reduced(picture, _DPI / dpi) if dpi > _DPI else picture
    gray = np.ascontiguousarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
    return tuple(dict.fromkeys(code.text for code in read_with_zxing(gray)))
