"""Pictures of phones in HEIC: opened as any other, bounded before, kept as JPEG."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.documents import FileDocumentReader
from devices.id_readers.codes import read_codes
from devices.page_pipeline.split_file import split_file
from devices.pictures import (
    HeicPictureError,
    PictureDamagedError,
    PictureError,
    PictureHasFramesError,
    PictureTakesTooLongError,
    PictureTooManyPixelsError,
    heic_as_jpeg,
    open_gray_picture,
    open_page_picture,
    open_picture_of_codes,
)
from station.errors import StationError
from tests.heic_samples import PHONE, SIZE, TEXT, TWO_PICTURES, that_declares, turned

UPRIGHT = (SIZE[1], SIZE[0])


def test_a_phone_s_picture_opens_upright_in_gray_and_in_colour() -> None:
    gray, colour = open_gray_picture(PHONE), open_page_picture(PHONE).pixels

    assert (gray.shape, colour.shape) == (UPRIGHT, (*UPRIGHT, 3))
    assert gray[20, 20] < 40
    assert gray[20, 140] > 220
    assert np.abs(colour.mean(axis=2) - gray).mean() < 3


@pytest.mark.parametrize("quarters", range(4))
def test_the_file_says_how_the_phone_was_held(quarters: int) -> None:
    gray = open_gray_picture(turned(quarters))

    assert np.array_equal(gray, np.rot90(open_gray_picture(turned(0)), quarters))


def test_a_code_in_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "IMG_0001.HEIC"
    file.write_bytes(PHONE)

    assert [code.text for code in read_codes(file).codes] == [TEXT]


def test_what_is_kept_of_it_is_a_jpeg(reader: FileDocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "IMG_0001.HEIC"
    file.write_bytes(PHONE)

    found = reader.read(file)

    assert (found.media_type, found.pages) == ("image/jpeg", 1)
    assert found.content.startswith(b"\xff\xd8\xff")
    assert b"Exif" not in found.content
    kept, brought = open_gray_picture(found.content), open_gray_picture(PHONE)
    assert np.abs(kept.astype(int) - brought).mean() < 3
    assert reader.open(found.content) == found
    assert reader.look(file)[1].startswith(b"\x89PNG")
    assert reader.seen(PHONE).pdf.startswith(b"%PDF-")
    assert list(split_file(PHONE)) == [found.content]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (PHONE[:1500], PictureDamagedError),
        (PHONE[:300], PictureDamagedError),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", PictureDamagedError),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic" + bytes(500), PictureDamagedError),
        (TWO_PICTURES, PictureHasFramesError),
        (that_declares(16_000, 16_000), PictureTooManyPixelsError),
    ],
)
def test_a_bad_one_is_refused_by_name(
    reader: FileDocumentReader, content: bytes, error: type[StationError]
) -> None:
    for opens in (open_gray_picture, open_page_picture, heic_as_jpeg, reader.open, reader.seen):
        with pytest.raises(error):
            opens(content)
    with pytest.raises(error):
        list(split_file(content))


def test_one_that_takes_longer_than_an_officer_waits_is_refused_by_its_header() -> None:
    with pytest.raises(PictureTakesTooLongError):
        open_picture_of_codes(that_declares(8_000, 6_000))


def test_the_pictures_of_the_newest_phones_are_not_refused_before_they_are_opened() -> None:
    with pytest.raises(PictureDamagedError):  # it says 24 MP and has none of them
        open_picture_of_codes(that_declares(5_712, 4_284))


def test_without_the_decoder_it_is_named_for_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)

    with pytest.raises(HeicPictureError):
        open_gray_picture(PHONE)


def test_the_decoder_is_loaded_by_the_first_such_picture() -> None:
    said = (
        "import sys, devices.file_inspection as it; from tests.heic_samples import PHONE;"
        "loaded = lambda: any(name.startswith(('pi_heif', '_pi_heif')) for name in sys.modules);"
        "before = loaded(); it.inspect_file(PHONE); print(before, loaded())"
    )
    done = subprocess.run(
        [sys.executable, "-c", said], check=True, timeout=60, capture_output=True, text=True
    )

    assert done.stdout.split() == ["False", "True"]


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, len(PHONE) - 1), st.integers(0, 255)), max_size=20))
def test_altered_bytes_give_a_picture_or_a_reason(changes: list[tuple[int, int]]) -> None:
    altered = bytearray(PHONE)
    for at, value in changes:
        altered[at] = value
    try:
        gray = open_gray_picture(bytes(altered))
    except PictureError:
        return
    assert gray.ndim == 2
    assert gray.dtype == np.uint8
