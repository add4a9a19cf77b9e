"""Pictures of others: every kind opens upright, every bad one fails for its own reason."""

import io
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from devices.picture_bounds import MAX_BYTES
from devices.pictures import (
    NotAPictureError,
    PictureDamagedError,
    PictureEmptyError,
    PictureError,
    PictureFileTooBigError,
    PictureHasFramesError,
    PictureMissingError,
    PictureTooManyPixelsError,
    open_gray_picture,
    open_page_picture,
)


def a_picture(mode: str = "RGB") -> Image.Image:
    """Make a picture that is dark on the left, light on the right, with a black top left corner."""
    gray = np.tile(np.linspace(60, 250, 48).astype(np.uint8), (32, 1))
    gray[:8, :8] = 0
    return Image.fromarray(gray).convert(mode)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png_that_declares(width: int, height: int, *, colours: int = 2) -> bytes:
    """Make a PNG whose header says more than there is; 2 is colour, 4 gray with transparency."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


JPEG = encoded(a_picture(), "JPEG", quality=95)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("BMP", "RGB"),
        ("TIFF", "RGB"),
        ("TIFF", "CMYK"),
        ("TIFF", "F"),
        ("TIFF", "I"),
        ("WEBP", "RGB"),
    ],
)
def test_each_kind_of_picture_opens_in_gray_and_in_colour(kind: str, mode: str) -> None:
    content = encoded(a_picture(mode), kind)

    gray, colour = open_gray_picture(content), open_page_picture(content).pixels

    assert gray.dtype == colour.dtype == np.uint8
    assert (gray.shape, colour.shape) == ((32, 48), (32, 48, 3))
    assert gray[2, 2] < 60
    assert gray[20, 44] > 150
    assert np.abs(colour.mean(axis=2) - gray).mean() < 12


def test_sixteen_bits_a_pixel_are_scaled_not_clipped() -> None:
    values = np.linspace(0, 65535, 48 * 32).astype(np.uint16).reshape(32, 48)

    for kind in ("PNG", "TIFF"):
        gray = open_gray_picture(encoded(Image.fromarray(values), kind))

        assert np.array_equal(gray, (values >> 8).astype(np.uint8))


def test_what_is_transparent_is_white_paper() -> None:
    image = Image.new("RGBA", (4, 4), (0, 0, 0, 0))

    assert open_gray_picture(encoded(image, "PNG")).min() == 255


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG", "WEBP"])
def test_a_camera_held_in_any_way_gives_an_upright_picture(orientation: int, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = {  # how the camera's sensor saw an upright scene
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = a_picture()
    if orientation in stored:
        image = image.transpose(stored[orientation])

    gray = open_gray_picture(encoded(image, kind, exif=exif))

    assert gray.shape == (32, 48)
    assert gray[2, 2] < 60


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_exif_data_leaves_the_picture_as_it_is() -> None:
    content = encoded(a_picture(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")

    assert open_gray_picture(content).shape == (32, 48)


def test_the_several_frames_of_a_phone_picture_count_as_one() -> None:
    frames = [a_picture(), a_picture().resize((8, 8))]
    content = encoded(frames[0], "MPO", save_all=True, append_images=frames[1:])

    assert open_gray_picture(content).shape == (32, 48)


def multi_frame(kind: str) -> bytes:
    return encoded(
        a_picture(), kind, save_all=True, append_images=[Image.new("RGB", (48, 32), "red")]
    )


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", PictureEmptyError),
        ("Đây không phải là ảnh.".encode() * 20, NotAPictureError),
        (b"%PDF-1.7\n" * 20, NotAPictureError),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotAPictureError),
        (encoded(a_picture("P"), "GIF"), NotAPictureError),
        (b"\xff\xd8", NotAPictureError),
        (JPEG[: len(JPEG) // 2], PictureDamagedError),
        (encoded(a_picture(), "PNG")[:-30], PictureDamagedError),
        (encoded(a_picture(), "WEBP")[:-30], PictureDamagedError),
        (encoded(a_picture(), "BMP")[:-30], PictureDamagedError),
        (multi_frame("TIFF"), PictureHasFramesError),
        (multi_frame("WEBP"), PictureHasFramesError),
        (multi_frame("PNG"), PictureHasFramesError),
        (png_that_declares(30_000, 30_000), PictureTooManyPixelsError),
        (png_that_declares(100_000_001, 1), PictureTooManyPixelsError),
        (png_that_declares(2**31 - 1, 2**31 - 1), PictureTooManyPixelsError),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_each_bad_picture_fails_for_its_own_reason(
    content: bytes, error: type[PictureError], tmp_path: Path
) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(content)

    for source in (content, path):
        with pytest.raises(PictureError) as caught:
            open_gray_picture(source)
        assert type(caught.value) is error


def test_too_many_pixels_are_refused_before_any_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda _self: pytest.fail("decoded"))

    with pytest.raises(PictureTooManyPixelsError) as caught:
        open_gray_picture(png_that_declares(30_000, 30_000))

    assert caught.value.details == {"maximum_megapixels": 100}


def test_a_file_too_big_is_refused_without_reading_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "big.tif"
    with path.open("wb") as file:
        file.truncate(20 * MAX_BYTES)

    with pytest.raises(PictureFileTooBigError):
        open_gray_picture(path)


def test_a_file_that_is_not_there_or_no_file_has_a_code_of_its_own(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jpg", tmp_path, Path("a\0b.jpg")):
        with pytest.raises(PictureMissingError):
            open_gray_picture(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")

    with pytest.raises(PictureMissingError):
        open_gray_picture(tmp_path / "pipe.jpg")


def test_every_reason_has_a_code_of_its_own() -> None:
    kinds: list[type[PictureError]] = [PictureError, *PictureError.__subclasses__()]

    assert len({kind.code for kind in kinds}) == len(kinds)


SMALL = [encoded(a_picture(), kind) for kind in ("JPEG", "PNG", "TIFF", "WEBP", "BMP")]


@settings(max_examples=200)
@given(st.sampled_from(SMALL), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255))))
def test_altered_bytes_give_a_picture_or_a_reason(
    content: bytes, changes: list[tuple[int, int]]
) -> None:
    altered = bytearray(content)
    for at, value in changes:
        altered[at % len(altered)] = value
    try:
        gray = open_gray_picture(bytes(altered))
    except PictureError:
        return
    assert gray.ndim == 2
    assert gray.dtype == np.uint8
