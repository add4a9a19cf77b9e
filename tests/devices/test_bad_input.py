"""Pictures and texts that are bad on purpose: a reason, soon, in bounded memory; nothing is opened.

Time is processor time, for a busy machine would fail a test of the clock; memory is bounded by the
process that reads pictures, which then answers ID-015.
"""

import io
import time
import webbrowser
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
import segno
from PIL import Image

from devices.id_readers.picture import read_id_card
from devices.id_readers.worker import PictureWorker
from devices.samples.id_card import draw_sample_id_card
from station.domain.codes import CardCode, UnknownCode, recognise
from station.domain.id_card import IdTextError
from station.domain.id_text import parse_id_text

T = TypeVar("T")
SOON_S = 2.0
"""Of processor time; on an idle office PC this is under one second."""
LINK = "https://vneid.gov.vn.the-can-cuoc.example/035199012345|168123456|Nguyễn Văn A"
CARD = "035199012345|168123456|Nguyễn Thị Ánh|05031999|Nữ|Hà Nam|15062021"


def packed(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def code_picture(text: str) -> bytes:
    out = io.BytesIO()
    segno.make_qr(text, error="L").save(out, kind="png", scale=4)
    return out.getvalue()


def card_as(mode: str, kind: str) -> bytes:
    card = Image.open(io.BytesIO(draw_sample_id_card()))
    return packed(card.convert(mode), kind)


def sixteen_bits() -> bytes:
    card = Image.open(io.BytesIO(draw_sample_id_card())).convert("L")
    return packed(card.convert("I").point(lambda level: level * 257).convert("I;16"), "PNG")


def turned() -> bytes:
    card = Image.open(io.BytesIO(draw_sample_id_card()))
    exif = Image.Exif()
    exif[0x0112] = 6
    return packed(card.rotate(90, expand=True), "JPEG", exif=exif, quality=95)


def animation() -> bytes:
    frames = [Image.new("P", (400, 300), shade) for shade in range(20)]
    return packed(frames[0], "GIF", save_all=True, append_images=frames[1:])


def bomb(width: int, height: int) -> bytes:
    """A small file that says it is huge: its pixels would be all alike."""
    return packed(Image.new("1", (width, height)), "PNG", optimize=True)


BAD_PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "IMG-002"),
    "text": (lambda: b"<svg onload=alert(1)>", "IMG-005"),
    "bomb": (lambda: bomb(20_000, 20_000), "IMG-004"),
    "truncated": (lambda: draw_sample_id_card()[:9_000], "IMG-006"),
    "animation": (animation, "IMG-005"),
    "heic": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400), "IMG-008"),
    "3 KB of text": (lambda: code_picture("x1 " * 980), "ID-008"),
    "marks": (lambda: code_picture("|" * 300), "ID-008"),
    "control": (lambda: code_picture("\x1b]8;;http://x\x07\x00\r\n" * 20), "ID-008"),
    "right to left": (lambda: code_picture("\u202exin\u202d|x" * 20), "ID-008"),
    "link": (lambda: code_picture(LINK), "ID-008"),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[PictureWorker]:
    worker = PictureWorker()
    yield worker
    worker.close()


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a browser was opened")

    for name in ("open", "open_new", "open_new_tab", "get"):
        monkeypatch.setattr(webbrowser, name, refuse)


@pytest.mark.parametrize("kind", BAD_PICTURES)
def test_a_bad_picture_has_its_reason_and_takes_no_time(worker: PictureWorker, kind: str) -> None:
    make, code = BAD_PICTURES[kind]
    picture = make()

    assert _soon(lambda: read_id_card(picture)).error is not None
    reading = worker.read_id_card(picture)

    assert reading.card is None
    assert reading.error is not None
    assert reading.error.code == code


@pytest.mark.parametrize(
    "make",
    [lambda: card_as("CMYK", "JPEG"), sixteen_bits, turned, lambda: card_as("P", "PNG")],
    ids=["CMYK", "16 bits", "EXIF turn", "palette"],
)
def test_an_unusual_picture_of_a_card_is_read(
    worker: PictureWorker, make: Callable[[], bytes]
) -> None:
    reading = worker.read_id_card(make())

    assert reading.error is None
    assert reading.card is not None
    assert reading.card.personal_number is not None


def test_the_largest_picture_that_is_opened_fits_into_the_bound(worker: PictureWorker) -> None:
    reading = worker.read_id_card(bomb(10_000, 9_900))

    assert reading.error is not None
    assert reading.error.code == "ID-005"  # it was looked at, within its memory


BAD_TEXTS = {
    "3 KB": "x1 " * 1000,
    "marks": "|" * 300,
    "too long": "0|" * 5000,
    "control": "\x1b]8;;http://x\x07\x00\r\n" * 20,
    "right to left": "\u202e" + "xin" + "\u202d" * 100,
    "link": LINK,
    "order to a phone": "SMSTO:035199012345|x|y",
    "surrogates": "\ud800" * 100,
}


@pytest.mark.parametrize("kind", BAD_TEXTS)
def test_a_bad_text_is_named_and_takes_no_time(kind: str) -> None:
    text = BAD_TEXTS[kind]

    code = _soon(lambda: recognise(text))

    assert isinstance(code, UnknownCode)
    assert not any(
        letter < " " or letter in "\u202e\u202d" for letter in code.text if letter != "\n"
    )
    with pytest.raises(IdTextError):
        _soon(lambda: parse_id_text(text))


def test_marks_around_a_card_change_nothing() -> None:
    code = recognise("\ufeff\u202e" + CARD.replace("Ánh", "Á\u200fnh") + "\0\r\n")

    assert isinstance(code, CardCode)
    assert code.card.full_name == "Nguyễn Thị Ánh"


def _soon(work: Callable[[], T]) -> T:
    started = time.process_time()
    try:
        return work()
    finally:
        assert time.process_time() - started < SOON_S
