"""Pictures of many megapixels: a card in one of a phone is read, what takes too long is refused."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from devices.id_readers.picture import read_id_card
from devices.picture_bounds import LARGE_PIXELS, MAX_JPEG_PIXELS
from devices.pictures import (
    PictureDamagedError,
    PictureHasFramesError,
    PictureTakesTooLongError,
    PictureTooManyPixelsError,
    open_picture_of_codes,
)
from devices.samples.id_card import PAYLOAD
from station.domain.id_text import parse_id_text
from tests.bad_identity import (
    animated,
    card,
    jpeg_that_declares,
    of_a_hundred_megapixels,
    saved,
    webp_that_declares,
)
from tests.devices.test_pictures import png_that_declares


def a_scene(width: int, height: int, *, across: float = 0.5) -> Image.Image:
    """Lay the card on a gray desk, so that it takes ``across`` of the picture's width."""
    scene = Image.new("L", (width, height), 120)
    seen = card().convert("L")
    factor = width * across / seen.width
    scene.paste(
        seen.resize((round(seen.width * factor), round(seen.height * factor))),
        (width // 3, height // 3),
    )
    return scene


@pytest.mark.parametrize(
    ("size", "kind", "options"),
    [
        ((4080, 3060), "JPEG", {}),
        ((4080, 3060), "PNG", {"compress_level": 1}),
        ((4080, 3060), "WEBP", {"quality": 80, "method": 0}),
        ((8160, 6120), "JPEG", {}),
        ((8160, 6120), "JPEG", {"progressive": True}),
        ((12_000, 9_000), "JPEG", {}),
    ],
    ids=lambda value: str(value),
)
def test_a_card_in_a_phone_s_picture_is_read(
    size: tuple[int, int], kind: str, options: dict[str, Any]
) -> None:
    reading = read_id_card(saved(a_scene(*size), kind, **options))

    assert reading.card == parse_id_text(PAYLOAD)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_jpeg_is_reduced_and_stays_upright(orientation: int) -> None:
    scene = Image.new("L", (9_000, 6_000), 240)
    scene.paste(20, (0, 0, 900, 600))
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = scene if orientation == 1 else scene.transpose(Image.Transpose.ROTATE_90)

    pixels = open_picture_of_codes(saved(stored, "JPEG", exif=exif))

    assert pixels.shape == (3_000, 4_500)
    assert pixels[100, 100] < 40
    assert pixels[2_900, 100] > 220


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_a_jpeg_in_colour_is_reduced_too(mode: str) -> None:
    pixels = open_picture_of_codes(saved(Image.new(mode, (9_000, 6_000)), "JPEG"))

    assert pixels.shape == (3_000, 4_500)


def test_other_kinds_are_reduced_once_they_are_decoded() -> None:
    pixels = open_picture_of_codes(of_a_hundred_megapixels())

    assert pixels.shape == (5_000, 5_000)
    assert pixels.dtype == np.uint8


def test_a_usual_picture_of_a_phone_keeps_all_its_pixels() -> None:
    width, height = 5_712, 4_284
    assert width * height <= LARGE_PIXELS

    pixels = open_picture_of_codes(saved(Image.new("L", (width, height)), "JPEG"))

    assert pixels.shape == (height, width)


@pytest.mark.parametrize(
    "picture",
    [
        lambda: png_that_declares(9_999, 9_999),
        lambda: png_that_declares(8_000, 6_000),
        lambda: png_that_declares(8_000, 6_000, colours=4),
        lambda: webp_that_declares(9_000, 9_000),
        lambda: jpeg_that_declares(11_000, 9_000, progressive=True),
    ],
    ids=[
        "PNG of 100 MP",
        "PNG of 48 MP in colour",
        "PNG of 48 MP, half transparent",
        "WebP of 81 MP",
        "progressive JPEG of 99 MP",
    ],
)
def test_what_takes_too_long_is_refused_before_it_is_decoded(
    picture: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = picture()
    monkeypatch.setattr(Image.Image, "load", lambda _self: pytest.fail("decoded"))

    with pytest.raises(PictureTakesTooLongError):
        open_picture_of_codes(content)


def test_a_jpeg_has_a_limit_of_its_own() -> None:
    with pytest.raises(PictureTooManyPixelsError) as caught:
        open_picture_of_codes(jpeg_that_declares(20_000, 15_000))

    assert caught.value.details == {"maximum_megapixels": MAX_JPEG_PIXELS // 1_000_000}


def test_a_large_jpeg_that_is_cut_off_is_damaged() -> None:
    whole = saved(a_scene(9_000, 6_000), "JPEG")

    with pytest.raises(PictureDamagedError):
        open_picture_of_codes(whole[: len(whole) // 2])


def test_an_animation_is_no_picture_of_codes() -> None:
    with pytest.raises(PictureHasFramesError):
        open_picture_of_codes(animated("WEBP"))
