"""Pictures and texts bad by accident or on purpose: the card, or its own reason, in bounds.

Pictures go through the process that the program reads them in. Time is processor time, for a busy
machine would fail a test of the clock. Nothing is ever opened.
"""

import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.id_readers.worker import PictureWorker
from devices.samples.id_card import PAYLOAD
from station.domain.codes import CardCode, UnknownCode, recognise
from station.domain.id_card import IdTextError
from station.domain.id_text import parse_id_text
from tests.bad_identity import (
    BAD_PICTURES,
    BAD_TEXTS,
    code_of,
    of_a_hundred_megapixels,
    sixteen_bits,
)

TRUTH = parse_id_text(PAYLOAD)
_SOON_S = 1.8
"""Processor seconds: the budget is one, on an idle office PC. This is for slow, shared machines."""
_MOST_MB = 600


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


@pytest.mark.parametrize("kind", BAD_PICTURES)
def test_a_bad_picture_gives_the_card_or_its_own_reason(worker: PictureWorker, kind: str) -> None:
    content, error = BAD_PICTURES[kind]
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
