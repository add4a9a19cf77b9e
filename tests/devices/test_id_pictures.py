import io
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from devices.documents import FileDocumentReader
from devices.id_readers.codes import read_codes
from devices.id_readers.picture import NoCardReadError, read_id_card, zbar_is_there
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from devices.samples.pages import draw_sample_pages
from station.domain.id_text import parse_id_text
from station.errors import StationError

TRUTH = parse_id_text(PAYLOAD)


@pytest.fixture(scope="module")
def card() -> Image.Image:
    return Image.open(io.BytesIO(draw_sample_id_card()))


@pytest.mark.parametrize("angle", [0, 90, 180, 37])
def test_a_card_is_read_however_it_lies(tmp_path: Path, card: Image.Image, angle: int) -> None:
    file = tmp_path / "card.png"
    card.rotate(angle, expand=True).save(file)

    reading = read_id_card(file)

    assert reading.card == TRUTH
    assert reading.as_fields()["full_name"] == "Nguyễn Thị Ánh Tuyết"
    assert reading.as_fields()["decoder"] == "zxing-cpp"


@pytest.mark.parametrize("damage", ["dark", "small", "soft"])
def test_a_poorer_picture_is_read_or_said_not_to_be_but_never_wrong(
    tmp_path: Path, card: Image.Image, damage: str
) -> None:
    file = tmp_path / "card.jpg"
    if damage == "dark":
        card = card.point(lambda value: value // 4)
    elif damage == "small":
        card = card.resize((card.width // 2, card.height // 2))
    else:
        card = card.filter(ImageFilter.GaussianBlur(1.5))
    card.save(file, quality=70)

    reading = read_id_card(file)

    assert reading.card in (TRUTH, None)
    assert (reading.error is None) == (reading.card is not None)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "IMG-002"), (b"no picture at all", "IMG-005"), (draw_sample_pages()[0], "ID-005")],
)
def test_what_gives_no_card_says_why(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "card.jpg"
    file.write_bytes(content)

    reading = read_id_card(file)

    assert reading.as_fields()["ok"] is False
    assert reading.as_fields()["error"] == code
    with pytest.raises(StationError) as caught:
        reading.card_or_raise()
    assert caught.value.code == code


def test_a_missing_picture_is_a_reading_too(tmp_path: Path) -> None:
    assert read_id_card(tmp_path / "none.jpg").as_fields()["error"] == "IMG-001"


def test_every_code_of_a_picture_is_given_with_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "card.jpg"
    file.write_bytes(draw_sample_id_card())

    (code,) = read_codes(file).codes

    assert code.format == "QRCode"
    assert code.text == PAYLOAD
    assert bytes.fromhex(code.bytes_hex).decode() == PAYLOAD


def test_sample_pages_are_pictures_that_the_counter_takes(tmp_path: Path) -> None:
    for content in draw_sample_pages():
        file = tmp_path / "page.jpg"
        file.write_bytes(content)
        assert FileDocumentReader().read(file).pages == 1


def test_the_sample_card_never_changes_and_says_that_it_is_one() -> None:
    assert draw_sample_id_card() == draw_sample_id_card()
    assert NoCardReadError(2).details == {"codes_seen": 2}
    assert isinstance(zbar_is_there(), bool)
