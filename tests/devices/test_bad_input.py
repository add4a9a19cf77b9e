"""Pictures and texts bad by accident or on purpose: the card, or its own reason, in bounds.

Pictures go through the process that the program reads them in. Time is processor time, for a busy
machine would fail a test of the clock. Nothing is ever opened.
"""

import io
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from devices.id_readers.worker import PictureWorker
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from station.domain.codes import CardCode, UnknownCode, recognise
from station.domain.id_card import IdTextError
from station.domain.id_text import parse_id_text
from tests.devices.test_pictures import png_that_declares

TRUTH = parse_id_text(PAYLOAD)
_SOON_S = 2.5
"""Processor seconds: the budget is one, on an idle office PC. This is for slow, shared machines."""
_MOST_MB = 900
LINK = "https://vneid.gov.vn.the-can-cuoc.example/035199012345|168123456|Nguyễn Văn A"


@pytest.fixture(scope="module")
def worker() -> Iterator[PictureWorker]:
    worker = PictureWorker(timeout_s=60)
    worker.warm_up()
    yield worker
    worker.close()


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a browser was opened")

    for name in ("open", "open_new", "open_new_tab", "get"):
        monkeypatch.setattr(webbrowser, name, refuse)


def card() -> Image.Image:
    return Image.open(io.BytesIO(draw_sample_id_card()))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def turned_by_exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = card().convert("L").transpose(Image.Transpose.ROTATE_90)
    return saved(turned, "JPEG", exif=exif, quality=90)


def sixteen_bits() -> bytes:
    return saved(Image.fromarray(np.asarray(card().convert("L")).astype(np.uint16) * 257), "PNG")


def animated(kind: str) -> bytes:
    frames = [card().convert("P"), Image.new("P", card().size)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def of_a_hundred_megapixels() -> bytes:
    return saved(Image.new("1", (10_000, 9_999)), "PNG")


def code_of(text: str) -> Callable[[], bytes]:
    def drawn() -> bytes:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
        pixels = np.array(symbol.to_image(scale=4, add_quiet_zones=True), dtype=np.uint8)
        return saved(Image.fromarray(pixels), "PNG")

    return drawn


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(sixteen_bits, None, id="16 bits"),
        pytest.param(lambda: saved(card().convert("CMYK"), "JPEG"), None, id="CMYK"),
        pytest.param(lambda: saved(card().convert("P"), "PNG"), None, id="palette"),
        pytest.param(turned_by_exif, None, id="turned by EXIF"),
        pytest.param(lambda: b"", "IMG-002", id="nothing"),
        pytest.param(lambda: b"<svg onload=alert(1)>", "IMG-005", id="text"),
        pytest.param(lambda: draw_sample_id_card()[:9000], "IMG-006", id="cut JPEG"),
        pytest.param(lambda: animated("GIF"), "IMG-005", id="animated GIF"),
        pytest.param(lambda: animated("WEBP"), "IMG-007", id="animated WebP"),
        pytest.param(lambda: b"\0\0\0\x18ftypheic" + bytes(500), "IMG-008", id="HEIC"),
        pytest.param(lambda: png_that_declares(20_000, 20_000), "IMG-004", id="400 MP declared"),
        pytest.param(of_a_hundred_megapixels, "ID-005", id="100 MP of nothing in 12 KB"),
        pytest.param(code_of("x1 " * 980), "ID-008", id="3 KB of text"),
        pytest.param(code_of("|" * 300), "ID-008", id="bars"),
        pytest.param(code_of("\x1b]8;;http://x\x07\x00\r\n" * 20), "ID-008", id="controls"),
        pytest.param(code_of("\u202egnp.drac\u200f\u2066|"), "ID-008", id="right to left"),
        pytest.param(code_of(LINK), "ID-008", id="phishing"),
    ],
)
def test_a_bad_picture_gives_the_card_or_its_own_reason(
    worker: PictureWorker, content: Callable[[], bytes], error: str | None
) -> None:
    picture = content()
    before = used_s(worker)

    reading = worker.read_id_card(picture)

    assert reading.as_fields().get("error") == error
    assert (reading.card == TRUTH) is (error is None)
    assert used_s(worker) - before < _SOON_S


def test_no_bad_picture_kills_the_process_and_its_memory_stays_bounded(
    worker: PictureWorker,
) -> None:
    process = worker.process_id
    for content in (of_a_hundred_megapixels, code_of("x" * 2900), sixteen_bits):
        worker.read_id_card(content())

    assert worker.process_id == process
    status = Path(f"/proc/{process}/status")
    if status.exists():  # Linux tells it without another library
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        assert int(line.split()[1]) < _MOST_MB * 1000


BAD_TEXTS = {
    "3 KB": "x1 " * 1000,
    "bars": "|" * 300,
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
    started = time.process_time()

    code = recognise(text)

    assert isinstance(code, UnknownCode)
    assert not any(
        letter < " " or letter in "\u202e\u202d" for letter in code.text if letter != "\n"
    )
    with pytest.raises(IdTextError):
        parse_id_text(text)
    assert time.process_time() - started < _SOON_S


def test_marks_around_a_card_change_nothing() -> None:
    text = "035199012345|168123456|Nguyễn Thị Á\u200fnh|05031999|Nữ|Hà Nam|15062021"

    code = recognise("\ufeff\u202e" + text + "\0\r\n")

    assert isinstance(code, CardCode)
    assert code.card.full_name == "Nguyễn Thị Ánh"


def used_s(worker: PictureWorker) -> float:
    """Give the processor time of the process; the wall clock where that is not told."""
    status = Path(f"/proc/{worker.process_id}/stat")
    if not status.exists():
        return time.perf_counter()
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
