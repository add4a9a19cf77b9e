"""Every QR code and barcode in a picture."""

from pathlib import Path

from devices.id_readers.budget import Budget
from devices.id_readers.cascade import Cascade, Stage, reduced
from devices.id_readers.decoders import Decoded, read_with_zxing
from devices.id_readers.reading import Code, CodesInPicture
from devices.pictures import GrayPixels, open_picture_of_codes
from station.errors import StationError
from station.text import clean

_SECONDS = 0.6
_CLOSER = frozenset({Stage.CROP, Stage.SHARPENED, Stage.ZBAR})


def read_codes(file: Path) -> CodesInPicture:
    """Read every code in a picture; one that cannot be opened holds none and says why."""
    try:
        codes = codes_in(open_picture_of_codes(file))
    except StationError as error:
        return CodesInPicture(file=str(file), codes=(), error=error)
    return CodesInPicture(file=str(file), codes=codes)


def codes_in(pixels: GrayPixels) -> tuple[Code, ...]:
    """Read every code in an opened picture or in a frame of a camera."""
    return tuple(
        Code(format=one.format, text=clean(one.text), bytes_hex=one.content.hex())
        for one in _decoded(pixels)
    )


def _decoded(pixels: GrayPixels) -> list[Decoded]:
    """Take the picture at its word; look closer only where nothing was found."""
    whole = reduced(pixels)
    if found := read_with_zxing(whole, qr_only=False, thorough=True):
        return found
    budget = Budget(_SECONDS)
    for stages in (_CLOSER, frozenset({Stage.MODULES})):
        cascade = Cascade(pixels, budget, stages, qr_only=False)
        if found := next((found for _, found in cascade.readings() if found), []):
            return found
    return []
