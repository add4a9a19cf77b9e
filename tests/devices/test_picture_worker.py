"""A picture that kills or stops its reader costs that picture, and no other."""

import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.id_readers.unread import NoCardReadError, OnlyOtherCodesError, SeveralCardsError
from devices.id_readers.worker import DecoderFailedError, PictureWorker
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from station.domain.id_text import parse_id_text


@pytest.fixture(scope="module")
def worker() -> Iterator[PictureWorker]:
    worker = PictureWorker(timeout_s=60)
    worker.warm_up()
    yield worker
    worker.close()


def process_of(worker: PictureWorker) -> int:
    assert worker.process_id is not None
    return worker.process_id


def test_cards_and_codes_are_read_by_one_process(worker: PictureWorker, tmp_path: Path) -> None:
    file = tmp_path / "card.jpg"
    file.write_bytes(draw_sample_id_card())
    process = process_of(worker)

    assert worker.read_id_card(file).card == parse_id_text(PAYLOAD)
    assert worker.read_id_card(draw_sample_id_card()).file == ""
    assert [code.text for code in worker.read_codes(file).codes] == [PAYLOAD]
    assert process_of(worker) == process
    assert process != os.getpid()


def test_why_there_is_no_card_arrives_whole(worker: PictureWorker, tmp_path: Path) -> None:
    reading = worker.read_id_card(tmp_path / "none.jpg")

    assert reading.as_fields()["error"] == "IMG-001"


@pytest.mark.parametrize("error", [OnlyOtherCodesError(2), SeveralCardsError(2)])
def test_errors_keep_their_details_on_the_way(error: NoCardReadError | SeveralCardsError) -> None:
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own

    assert (type(arrived), arrived.details) == (type(error), error.details)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_reader_that_died_meanwhile_is_replaced(worker: PictureWorker) -> None:
    killed = process_of(worker)
    os.kill(killed, signal.SIGTERM)
    os.waitid(os.P_PID, killed, os.WEXITED | os.WNOWAIT)

    assert worker.read_id_card(draw_sample_id_card()).card == parse_id_text(PAYLOAD)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_reader_that_hangs_is_ended_and_replaced() -> None:
    worker = PictureWorker(timeout_s=60)
    worker.warm_up()
    hanging = process_of(worker)
    os.kill(hanging, signal.SIGSTOP)
    worker._timeout_s = 0.2

    reading = worker.read_id_card(draw_sample_id_card())

    assert isinstance(reading.error, DecoderFailedError)
    with pytest.raises(ProcessLookupError):
        os.kill(hanging, 0)
    worker._timeout_s = 60
    assert worker.read_id_card(draw_sample_id_card()).card is not None
    worker.close()


def test_what_the_decoders_raise_is_one_failed_picture(worker: PictureWorker) -> None:
    process = process_of(worker)

    reading = worker.read_id_card("no picture")  # type: ignore[arg-type]

    assert isinstance(reading.error, DecoderFailedError)

    assert process_of(worker) == process


def test_a_closed_worker_starts_again_when_asked() -> None:
    worker = PictureWorker(timeout_s=60)
    worker.close()

    assert worker.read_id_card(b"").as_fields()["error"] == "IMG-002"
    worker.close()
