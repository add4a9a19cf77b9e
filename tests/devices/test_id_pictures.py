"""Pictures of ID cards: read whole, or not at all, with the reason."""

import io
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from devices.id_readers import cascade, decoders, picture
from devices.id_readers.code_places import find_code_places
from devices.id_readers.decoders import Decoded, read_with_zbar, read_with_zxing
from devices.id_readers.picture import read_frames, read_id_card
from devices.id_readers.unread import (
    CodeCutOffError,
    CodeTooBlurredError,
    CodeTooDarkError,
    CodeTooSmallError,
    DecodersDisagreeError,
    NoCardReadError,
    OnlyOtherCodesError,
    SeveralCardsError,
)
from devices.pictures import GrayPixels
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from devices.samples.pages import PageKind, draw_scanned_page
from station.domain.id_card import IdCardKind, IdWarning
from station.domain.id_text import parse_id_text

TRUTH = parse_id_text(PAYLOAD)
OTHER = PAYLOAD.replace("035199012345", "037199000123")


@pytest.fixture(scope="module")
def card() -> Image.Image:
    return Image.open(io.BytesIO(draw_sample_id_card()))


def qr(text: str | bytes, *, module: int = 4) -> GrayPixels:
    """Draw a code with its white border."""
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    symbol = np.array(barcode.to_image(scale=module, add_quiet_zones=True), dtype=np.uint8)
    return np.pad(symbol, 8 * module, constant_values=255)


def saved(pixels: GrayPixels, folder: Path) -> Path:
    file = folder / "codes.bmp"
    Image.fromarray(pixels).save(file)
    return file


@pytest.mark.parametrize("angle", [90, 180, 37])
def test_a_card_is_read_however_it_lies(tmp_path: Path, card: Image.Image, angle: int) -> None:
    file = tmp_path / "card.bmp"
    card.rotate(angle, expand=True).save(file)

    reading = read_id_card(file)

    assert reading.card == TRUTH
    assert reading.as_fields()["full_name"] == "Nguyễn Thị Ánh Tuyết"
    assert reading.as_fields()["decoder"] == "zxing-cpp"


@pytest.mark.parametrize("side", ["mirrored", "inverted"])
def test_a_card_is_read_mirrored_and_inverted_too(tmp_path: Path, side: str) -> None:
    pixels = qr(PAYLOAD)

    reading = read_id_card(saved(pixels[:, ::-1] if side == "mirrored" else 255 - pixels, tmp_path))

    assert reading.card == TRUTH


@pytest.mark.parametrize(
    "damage",
    [
        lambda image: image.point(lambda value: value // 4),
        lambda image: image.resize((image.width * 5 // 8, image.height * 5 // 8)),
        lambda image: image.filter(ImageFilter.GaussianBlur(2)),
        lambda image: image.resize((image.width * 3, image.height * 3)),
    ],
    ids=["dark", "small", "soft", "12 megapixels"],
)
def test_a_poorer_picture_is_read_whole(
    tmp_path: Path, card: Image.Image, damage: Callable[[Image.Image], Image.Image]
) -> None:
    file = tmp_path / "card.jpg"
    damage(card).save(file, quality=70)

    assert read_id_card(file).card == TRUTH


def test_a_code_too_soft_for_the_whole_picture_is_read_from_its_sharpened_place(
    tmp_path: Path, card: Image.Image
) -> None:
    soft = np.asarray(card.convert("L").filter(ImageFilter.GaussianBlur(2.9)))

    assert read_with_zxing(soft, thorough=True) == []
    assert read_id_card(saved(soft, tmp_path)).card == TRUTH


@pytest.mark.parametrize("radius", [4, 9])
def test_a_picture_too_poor_is_not_read_rather_than_read_wrongly(
    tmp_path: Path, card: Image.Image, radius: float
) -> None:
    file = tmp_path / "card.jpg"
    card.filter(ImageFilter.GaussianBlur(radius)).save(file, quality=60)

    assert read_id_card(file).card in (TRUTH, None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: b"", "IMG-002"),
        (lambda: b"no picture at all", "IMG-005"),
        (lambda: draw_sample_id_card()[:9000], "IMG-006"),
        (lambda: draw_scanned_page(PageKind.SIGNED_PAGE), "ID-005"),
    ],
)
def test_what_gives_no_card_says_why(
    tmp_path: Path, content: Callable[[], bytes], code: str
) -> None:
    file = tmp_path / "card.jpg"
    file.write_bytes(content())

    reading = read_id_card(file)

    assert reading.as_fields()["ok"] is False
    assert reading.as_fields()["error"] == code
    assert reading.error is not None
    with pytest.raises(type(reading.error)):
        reading.card_or_raise()


def test_a_missing_picture_is_a_reading_too(tmp_path: Path) -> None:
    assert read_id_card(tmp_path / "none.jpg").as_fields()["error"] == "IMG-001"


def test_codes_of_others_beside_the_card_are_passed_over(tmp_path: Path) -> None:
    poster = cv2.resize(qr("https://example.vn/"), qr(PAYLOAD).shape)

    pixels = np.hstack([np.asarray(poster, np.uint8), qr(PAYLOAD)])

    assert read_id_card(saved(pixels, tmp_path)).card == TRUTH


def test_other_codes_alone_are_counted(tmp_path: Path) -> None:
    reading = read_id_card(saved(qr("https://example.vn/"), tmp_path))

    assert isinstance(reading.error, OnlyOtherCodesError)
    assert reading.error.details == {"codes_seen": 1}


def test_the_cards_of_two_people_in_one_picture_are_refused(tmp_path: Path) -> None:
    reading = read_id_card(saved(np.hstack([qr(PAYLOAD), qr(OTHER)]), tmp_path))

    assert isinstance(reading.error, SeveralCardsError)
    assert reading.error.details == {"cards": 2}


def test_of_two_codes_of_one_person_the_fuller_counts(tmp_path: Path) -> None:
    number_only = cv2.resize(qr(PAYLOAD[:12]), qr(PAYLOAD).shape, interpolation=cv2.INTER_NEAREST)

    pixels = np.hstack([np.asarray(number_only, np.uint8), qr(PAYLOAD)])

    assert read_id_card(saved(pixels, tmp_path)).card == TRUTH


def test_a_number_alone_is_read_as_such(tmp_path: Path) -> None:
    reading = read_id_card(saved(qr(PAYLOAD[:12]), tmp_path))

    assert reading.card is not None
    assert reading.card.kind is IdCardKind.NUMBER_ONLY


def decoders_that_give(
    monkeypatch: pytest.MonkeyPatch, *, zxing: str | None = None, zbar: str | None = None
) -> None:
    def decoded(text: str | None) -> list[Decoded]:
        return [] if text is None else [Decoded("QRCode", text, text.encode())]

    monkeypatch.setattr(cascade, "read_with_zxing", lambda _pixels, **_options: decoded(zxing))
    monkeypatch.setattr(cascade, "read_with_zbar", lambda _pixels, **_options: decoded(zbar))
    monkeypatch.setattr(picture, "read_with_zbar", lambda _pixels: decoded(zbar))
    monkeypatch.setattr(picture, "_SECONDS", 10)  # ZBar comes last


CUT = PAYLOAD.rpartition("|")[0]


@pytest.mark.parametrize(
    ("zxing", "zbar", "error"),
    [
        (CUT, CUT, None),
        (CUT, None, None),
        (CUT, PAYLOAD, None),
        (CUT, OTHER, DecodersDisagreeError),
        (CUT, PAYLOAD.replace("Tuyết", "Tuyên"), DecodersDisagreeError),
        (CUT, PAYLOAD.replace("1999", "1989"), DecodersDisagreeError),
    ],
)
def test_a_doubtful_reading_needs_a_second_decoder_that_does_not_contradict(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    zxing: str,
    zbar: str | None,
    error: type[DecodersDisagreeError] | None,
) -> None:
    decoders_that_give(monkeypatch, zxing=zxing, zbar=zbar)

    reading = read_id_card(saved(qr("blank"), tmp_path))

    if error is None:
        assert reading.card == parse_id_text(CUT)
    else:
        assert isinstance(reading.error, error)


@pytest.mark.parametrize(
    ("zbar", "is_read"),
    [
        (PAYLOAD, True),
        (PAYLOAD.encode().decode("latin-1"), True),
        (PAYLOAD[:12], False),
        (CUT, False),
        (PAYLOAD.replace("ễ", "?"), False),
        (PAYLOAD.replace("05031999", "99991999"), False),
    ],
)
def test_zbar_alone_is_believed_only_when_every_field_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zbar: str, is_read: bool
) -> None:
    decoders_that_give(monkeypatch, zbar=zbar)

    reading = read_id_card(saved(qr("blank"), tmp_path))

    assert (reading.card is not None) is is_read
    assert reading.decoder == ("pyzbar" if is_read else None)


@pytest.mark.skipif(decoders.missing_decoders() != (), reason="the system has no ZBar")
def test_zbar_s_guess_of_the_code_page_is_undone() -> None:
    text = "035199012345||Mai Bá Lan|05031999|Nữ|Xã Nga, Hà Nam|15062021"

    (found,) = read_with_zbar(qr(text))

    assert parse_id_text(found.text).full_name == "Mai Bá Lan"
    assert IdWarning.LETTERS_LOST not in parse_id_text(found.text).warnings


def test_without_zbar_cards_are_read_still_and_the_reading_tells_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoders, "_zbar", lambda: None)

    reading = read_id_card(saved(qr(PAYLOAD), tmp_path))

    assert reading.card == TRUTH
    assert reading.as_fields()["missing_decoders"] == ["pyzbar"]
    assert read_with_zbar(qr(PAYLOAD)) == []


@pytest.mark.parametrize("reason", [ImportError, OSError])
def test_a_zbar_that_does_not_load_is_missing_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, reason: type[Exception]
) -> None:
    def refuse(name: str, *_rest: object) -> object:
        raise reason(name)

    with monkeypatch.context() as patch:
        patch.setattr("builtins.__import__", refuse)
        module = decoders._zbar.__wrapped__()

    assert module is None


def test_the_place_of_a_code_comes_first_among_the_places(card: Image.Image) -> None:
    gray = np.asarray(card.convert("L"))
    (position,) = (code.position for code in zxingcpp.read_barcodes(gray))
    corners = np.array(
        [
            (corner.x, corner.y)
            for corner in (
                position.top_left,
                position.top_right,
                position.bottom_right,
                position.bottom_left,
            )
        ]
    )

    place = find_code_places(gray)[0]

    side = float(np.ptp(corners[:, 0]))
    assert abs(place.x - corners[:, 0].mean()) < 0.15 * side
    assert abs(place.y - corners[:, 1].mean()) < 0.15 * side
    assert 0.7 < place.side / side < 1.4


@pytest.mark.parametrize("shape", [(1, 1), (1, 9000), (9000, 1), (61, 9000), (5, 5), (64, 64)])
def test_pictures_of_any_shape_and_without_content_are_said_not_to_be_read(
    tmp_path: Path, shape: tuple[int, int]
) -> None:
    for value in (0, 255):
        reading = read_id_card(saved(np.full(shape, value, np.uint8), tmp_path))

        assert isinstance(reading.error, NoCardReadError)


@pytest.mark.parametrize(
    ("spoilt", "error"),
    [
        (lambda pixels: pixels, CodeTooBlurredError),
        (lambda pixels: pixels[:, 52:], CodeCutOffError),
        (lambda pixels: pixels // 16 + 8, CodeTooDarkError),
        (lambda pixels: cv2.resize(pixels, None, fx=0.47, fy=0.47), CodeTooSmallError),
    ],
)
def test_a_code_that_is_seen_but_not_read_says_what_is_wrong_with_it(
    tmp_path: Path, spoilt: Callable[[GrayPixels], GrayPixels], error: type[NoCardReadError]
) -> None:
    worn = qr(PAYLOAD)
    third = len(worn) // 3
    worn[third:-third, third:-third] = 128

    assert type(read_id_card(saved(spoilt(worn), tmp_path)).error) is error


def test_a_code_that_is_blurred_away_in_good_light_is_not_said_to_be_dark(
    tmp_path: Path, card: Image.Image
) -> None:
    soft = np.asarray(card.convert("L").filter(ImageFilter.GaussianBlur(5)))

    assert type(read_id_card(saved(soft, tmp_path)).error) is CodeTooBlurredError


def test_noise_gives_no_card(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (600, 800), np.uint8)

    assert isinstance(read_id_card(saved(noise, tmp_path)).error, NoCardReadError)


def test_of_several_frames_the_readable_one_gives_the_card() -> None:
    blank = np.full((480, 640), 90, np.uint8)

    assert read_frames([blank, qr(PAYLOAD), blank]).card == TRUTH
    assert isinstance(read_frames([blank, blank]).error, NoCardReadError)
    assert isinstance(read_frames([]).error, NoCardReadError)


@pytest.mark.parametrize("text", ["|" * 300, "https://phish.example/035199012345", "x" * 2300])
def test_a_code_of_something_else_is_read_once_and_not_sought_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    sought: list[object] = []
    monkeypatch.setattr(cascade, "SymbolReader", lambda *parts: sought.append(parts))

    reading = read_id_card(saved(qr(text), tmp_path))

    assert isinstance(reading.error, OnlyOtherCodesError)
    assert sought == []
