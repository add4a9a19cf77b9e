"""The QR codes on a page: those of separator sheets are large and need no second look."""

import cv2
import numpy as np

from devices.id_readers.decoders import read_with_zxing
from devices.page_pipeline.scales import RgbPixels, pitch_of

_DPI = 100


def qr_texts(picture: RgbPixels, tagged_dpi: float | None) -> tuple[str, ...]:
    """Give the texts of the QR codes on a page, whichever way up it lies, each once."""
    dpi = pitch_of(picture.shape[0], picture.shape[1], tagged_dpi)
    gray = np.ascontiguousarray(cv2.cvtColor(_smaller(picture, dpi), cv2.COLOR_RGB2GRAY), np.uint8)
    return tuple(dict.fromkeys(code.text for code in read_with_zxing(gray)))


def _smaller(picture: RgbPixels, dpi: float) -> RgbPixels:
    """Give about 100 dpi: by a whole number, which takes a tenth of the time of any other."""
    times = max(1, int(dpi / _DPI))
    if times == 1:
        return picture
    height, width = (size // times for size in picture.shape[:2])
    whole = picture[: height * times, : width * times]
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
