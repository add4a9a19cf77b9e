"""Bytes as a PDF page keeps them: JPEG for colour and gray, CCITT group 4 for one bit."""

import io

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin

from devices.page_pipeline.layers import Mask

_ROWS_PER_STRIP = 278
_STRIP_OFFSETS, _STRIP_BYTES = 273, 279


def as_jpeg(pixels: NDArray[np.uint8], quality: int) -> bytes:
    """Encode colour or gray; colour is kept in every pixel, or stamps would fade."""
    options = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1]
    if pixels.ndim == 3:
        full = cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444
        options += [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, full]
        pixels = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), np.uint8)
    done, content = cv2.imencode(".jpg", pixels, options)
    if not done:
        raise ValueError("the JPEG encoder gave nothing")
    return content.tobytes()


def as_group_4(black: Mask) -> bytes:
    """Encode a mask as one strip of CCITT group 4, in which 1 is black."""
    # to a fax code 1 is black; and Pillow would make strips, of which a PDF can take only one
    image = Image.fromarray(black).convert("1", dither=Image.Dither.NONE)
    file = io.BytesIO()
    image.save(file, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: image.height})
    content = file.getvalue()
    with Image.open(io.BytesIO(content)) as written:
        if not isinstance(written, TiffImagePlugin.TiffImageFile):
            raise TypeError("not written as TIFF")
        (start,), (length,) = written.tag_v2[_STRIP_OFFSETS], written.tag_v2[_STRIP_BYTES]
    strip = content[start : start + length]
    # what follows the code's own end mark counts for nothing, and says where the line ends
    return strip + b"\0" if strip.endswith(b"\r") else strip
