"""HEIC, the form in which most telephones keep their photographs.

Its decoder (libheif with libde265, each LGPL) is loaded by the first such picture, in the process
that opens it. It only decodes: what also encodes is GPL.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def is_heic(content: bytes) -> bool:
    """Tell whether a file says of itself that it is HEIC."""
    return content[4:8] == b"ftyp" and content[8:12] in _BRANDS


def opened_heic(content: bytes) -> Image.Image:
    """Open one as Pillow does, without decoding it yet; the file itself says how it is turned.

    Raises:
        ImportError: the decoder is not there, or cannot be loaded on this computer.
        Exception: it is no whole one; the decoder may raise anything.
    """
    from pi_heif import options
    from pi_heif.as_plugin import HeifImageFile

    options.DECODE_THREADS = 1  # as every native work of these processes
    # small pictures, depths and masks that a telephone adds are never asked for
    options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
    image: Image.Image = HeifImageFile(io.BytesIO(content))
    return image
