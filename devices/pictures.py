"""Open a picture that somebody else made, within bounds and with a named reason when it fails.

Nothing is decoded before the file size and the declared number of pixels are known to be small
enough; a picture is taken as a whole or not at all.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, JpegImagePlugin, UnidentifiedImageError

from devices.heic import is_heic, opened_heic
from devices.picture_bounds import LARGE_PIXELS, MAX_BYTES, MAX_JPEG_PIXELS, MAX_PIXELS
from devices.picture_pace import most_seconds, seconds_to_decode
from station.errors import StationError

_QUALITY = 90
"""Of what is made of a HEIC picture: it costs no letter, and a third more bytes at most."""
_FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "WEBP")

GrayPixels = NDArray[np.uint8]
"""Height × width, 0 black to 255 white."""
ColourPixels = NDArray[np.uint8]
"""Height × width × 3, red, green, blue."""

# Pillow counts the declared pixels before it allocates any; have it refuse instead of warn
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
# it also warns of broken EXIF data, on stderr; what matters of these is the orientation
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


_TURNS: dict[Any, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings each EXIF orientation upright."""


class PictureError(StationError):
    """A file cannot be used as a picture. Never raised itself; its subclasses say why."""

    code: ClassVar[str] = "IMG-000"


class PictureMissingError(PictureError):
    """There is no such file, or it may not be read."""

    code = "IMG-001"


class PictureEmptyError(PictureError):
    """The file has no content; often a copy that was broken off."""

    code = "IMG-002"


class PictureFileTooBigError(PictureError):
    """The file is bigger than any sensible picture."""

    code = "IMG-003"

    @property
    def details(self) -> dict[str, Any]:
        return {"maximum_megabytes": MAX_BYTES // 1_000_000}


class PictureTooManyPixelsError(PictureError):
    """The picture says that it has more pixels than can be opened."""

    code = "IMG-004"

    def __init__(self, said: str, most: int = MAX_PIXELS) -> None:
        super().__init__(said)
        self.maximum_megapixels = most // 1_000_000


class NotAPictureError(PictureError):
    """The content is no picture of a kind that is read here, whatever the file is called."""

    code = "IMG-005"

    @property
    def details(self) -> dict[str, Any]:
        return {"formats": ["JPEG", "PNG", "BMP", "TIFF", "WebP", "HEIC"]}


class PictureDamagedError(PictureError):
    """It begins as a picture, but its content is cut off or contradicts itself."""

    code = "IMG-006"


class PictureHasFramesError(PictureError):
    """The file holds several pictures: an animation, or a TIFF file of several pages."""

    code = "IMG-007"


class HeicPictureError(PictureError):
    """It is a picture of a phone's own format, and its decoder cannot be loaded here."""

    code = "IMG-008"


class PictureTakesTooLongError(PictureError):
    """To decode it would take longer than an officer waits, while its citizen stands there."""

    code = "IMG-011"

    @property
    def details(self) -> dict[str, Any]:
        return {"usual_megapixels": 12}


def open_gray_picture(source: Path | bytes) -> GrayPixels:
    """Open a picture upright, in gray.

    Raises:
        PictureError: it cannot be used; the subclass says why.
    """
    image = _opened(_content(source))
    _refuse_frames(image)
    with _named_damage():
        return _pixels(image, "L")


def open_picture_of_codes(source: Path | bytes) -> GrayPixels:
    """Open a picture upright, in gray, to look for codes in it: within a second, or not at all.

    Of a large one every second or fourth pixel is enough: in those its codes are large too. JPEG is
    reduced while it is decoded, which allows for all that phones take (``MAX_JPEG_PIXELS``). The
    other kinds have to be decoded whole; what would take too long of these is refused by its
    header.

    Raises:
        PictureError: it cannot be used; the subclass says why.
    """
    content = _content(source)
    image = _opened_jpeg(content) or _opened(content)
    _refuse_frames(image)
    if seconds_to_decode(image, len(content)) > most_seconds(image):
        raise PictureTakesTooLongError(f"{image.format}, {image.width} x {image.height}")
    with _named_damage():
        return _pixels(image, "L", smaller=_reduction(image.width * image.height))


def _reduction(pixels: int) -> int:
    """Tell by how much to divide both sides of a picture that has so many pixels."""
    return next(factor for factor in (1, 2, 4, 8) if pixels <= LARGE_PIXELS * factor**2)


def _refuse_frames(image: Image.Image) -> None:
    # MPO is the JPEG of a phone: what follows the picture are previews and depth maps
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise PictureHasFramesError("more than one frame")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of a picture file, upright. ``dpi`` is what the file says, if it says it."""

    pixels: ColourPixels
    dpi: float | None


def count_frames(content: bytes) -> int:
    """Count the pages of a picture file; only TIFF has more than one.

    Raises:
        PictureError: it cannot be used; the subclass says why.
    """
    image = _opened(_within_bounds(content))
    if image.format != "TIFF":
        return 1
    with _named_damage():
        return int(getattr(image, "n_frames", 1))


def open_page_picture(content: bytes, frame: int = 0) -> PagePicture:
    """Open one page of a picture file in colour, with the pitch that the file states.

    Raises:
        PictureError: it cannot be used; the subclass says why.
    """
    image = _opened(_within_bounds(content))
    if image.format == "TIFF":
        with _named_damage():
            image.seek(frame)
        if image.width * image.height > MAX_PIXELS:  # each page has a size of its own
            raise PictureTooManyPixelsError(f"{image.width} x {image.height}")
    elif frame:
        raise PictureHasFramesError("more than one frame")
    else:
        _refuse_frames(image)
    with _named_damage():
        across, along = _stated_pitch(image)
        pixels = _jpeg_pixels(image, content)
        if pixels is None:
            pixels = _pixels(image, "RGB")
        if across and along and abs(across / along - 1) > 0.02:  # a fax has flat pixels
            pitch = max(across, along)
            height, width = pixels.shape[:2]
            size = (round(width * pitch / across), round(height * pitch / along))
            if size[0] * size[1] > MAX_PIXELS:
                raise PictureTooManyPixelsError(f"{size[0]} x {size[1]}")
            return PagePicture(np.asarray(Image.fromarray(pixels).resize(size)), pitch)
    return PagePicture(pixels, across)


def heic_as_jpeg(content: bytes) -> bytes:
    """Give a picture of a phone as every other program opens it, upright.

    What else stood in its file is left behind: where it was taken, for example.

    Raises:
        PictureError: it cannot be used; the subclass says why.
    """
    import simplejpeg

    pixels = open_page_picture(content).pixels
    jpeg: bytes = simplejpeg.encode_jpeg(
        np.ascontiguousarray(pixels), quality=_QUALITY, colorsubsampling="420"
    )
    return jpeg


def _stated_pitch(image: Image.Image) -> tuple[float | None, float | None]:
    stated = image.info.get("dpi")
    if not isinstance(stated, tuple) or len(stated) != 2:
        return None, None
    across, along = (float(side) for side in stated)
    usable = 0 < across < 10_000 and 0 < along < 10_000 and 0.25 < across / along < 4
    return (across, along) if usable else (None, None)


@contextmanager
def _named_damage() -> Iterator[None]:
    try:
        yield
    except PictureError:
        raise
    except Exception as error:
        raise PictureDamagedError(type(error).__name__) from error


def read_picture_file(path: Path) -> bytes:
    """Read a picture file, if its size is within bounds.

    Raises:
        PictureMissingError: it is not there, no file, or may not be read.
        PictureEmptyError: it has no content.
        PictureFileTooBigError: it is too big.
    """
    try:
        if not path.is_file():  # a pipe or a device could block for ever
            raise PictureMissingError("no such file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise PictureMissingError(type(error).__name__) from error
    return _within_bounds(content)


def _within_bounds(content: bytes) -> bytes:
    if not content:
        raise PictureEmptyError("0 bytes")
    if len(content) > MAX_BYTES:
        raise PictureFileTooBigError(f"more than {MAX_BYTES} bytes")
    return content


def _content(source: Path | bytes) -> bytes:
    return _within_bounds(source) if isinstance(source, bytes) else read_picture_file(source)


def _opened_jpeg(content: bytes) -> Image.Image | None:
    """Open a JPEG that will be reduced, past Pillow's own limit; None where it is no whole one.

    Raises:
        PictureTooManyPixelsError: it has too many even so.
    """
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    try:
        image = JpegImagePlugin.JpegImageFile(io.BytesIO(content))
    except Exception:  # noqa: BLE001 - whoever opens any kind says what is wrong with it
        return None
    if image.width * image.height > MAX_JPEG_PIXELS:
        raise PictureTooManyPixelsError(f"{image.width} x {image.height}", MAX_JPEG_PIXELS)
    return image


def _opened(content: bytes) -> Image.Image:
    """Open a picture, without decoding it yet."""
    if is_heic(content):
        return _opened_heic(content)
    try:
        return Image.open(io.BytesIO(content), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureTooManyPixelsError(str(error)) from error
    except UnidentifiedImageError as error:
        raise NotAPictureError("no picture format that is read here") from error
    except Exception as error:
        raise PictureDamagedError(type(error).__name__) from error


def _opened_heic(content: bytes) -> Image.Image:
    try:
        image = opened_heic(content)
    except ImportError as error:
        raise HeicPictureError("no decoder") from error
    except Exception as error:
        raise PictureDamagedError(type(error).__name__) from error
    if image.width * image.height > MAX_PIXELS:
        raise PictureTooManyPixelsError(f"{image.width} x {image.height}")
    return image


def _pixels(image: Image.Image, mode: str, *, smaller: int = 1) -> NDArray[np.uint8]:
    """Decode a picture; ``smaller`` divides its sides, in a JPEG before it is decoded."""
    whole = image.size
    if mode == "L":  # a JPEG then decodes its brightness alone
        image.draft("L", (image.width // smaller, image.height // smaller))
    image.load()
    if smaller > 1 and image.size == whole:
        image = image.convert("L") if image.mode == "1" else image
        image = image.reduce(smaller)
    upright = _upright(image)
    if upright.mode.startswith(("I", "F")):
        upright = _eight_bits(upright)
    elif upright.has_transparency_data:
        upright = _on_paper(upright, mode)
    elif upright.mode == "LAB":
        upright = upright.convert("RGB")
    return np.asarray(upright if upright.mode == mode else upright.convert(mode))


def _on_paper(image: Image.Image, mode: str) -> Image.Image:
    """Lay what is transparent on white paper."""
    whole = image if image.mode in ("LA", "RGBA") else image.convert("RGBA")
    paper = Image.new(mode, image.size, "white")
    paper.paste(whole.convert(mode), mask=whole.getchannel("A"))
    return paper


def _jpeg_pixels(image: Image.Image, content: bytes) -> NDArray[np.uint8] | None:
    """Decode an upright JPEG straight into pixels; None where it is anything else.

    Pillow takes three times as long for the page of a scanner: it decodes into a form of its own,
    and copies that twice.
    """
    if image.format != "JPEG" or image.mode not in ("RGB", "L") or _turn_of(image) is not None:
        return None
    import simplejpeg

    pixels: NDArray[np.uint8] = simplejpeg.decode_jpeg(content, colorspace="RGB")
    return pixels


def _upright(image: Image.Image) -> Image.Image:
    """Turn the picture as its camera says; a camera that cannot say it is ignored."""
    turn = _turn_of(image)
    return image if turn is None else image.transpose(turn)


def _turn_of(image: Image.Image) -> Image.Transpose | None:
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # noqa: BLE001 - broken EXIF data makes Pillow raise anything
        return None
    return _TURNS.get(orientation)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Bring 16 and 32 bits a pixel to 8. The range of the latter is not known: use all of it."""
    if image.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    values = np.nan_to_num(np.asarray(image, dtype=np.float64))
    low, high = float(values.min()), float(values.max())
    scaled = (values - low) * (255 / (high - low or 1))
    return Image.fromarray(scaled.astype(np.uint8))
