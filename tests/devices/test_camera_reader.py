"""A camera whose place a film takes. A real one cannot be had here."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from queue import Empty, Queue
from typing import Any, TypeVar

import cv2
import numpy as np
import pytest

from devices.id_readers.unread import SeveralCardsError
from devices.pictures import GrayPixels, open_gray_picture
from devices.readers import camera
from devices.readers.camera import CameraReader, camera_state, is_open_elsewhere
from devices.readers.camera_frames import FrameReader, gray_frames
from devices.samples.id_card import PAYLOAD, draw_sample_id_card
from station.domain.codes import CardCode
from station.ports.readers import Arrival, ReaderState

OTHER = "001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022"
SOON_S = 30
T = TypeVar("T")


@pytest.fixture(scope="module")
def desk() -> GrayPixels:
    return np.random.default_rng(1).normal(120, 2, (1080, 1600)).clip(0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def card() -> GrayPixels:
    return open_gray_picture(draw_sample_id_card())


@pytest.fixture(scope="module")
def other() -> GrayPixels:
    return open_gray_picture(draw_sample_id_card(OTHER, seed=2))


class AtOnce(Executor):
    """Does everything in place."""

    def submit(self, work: Callable[..., T], /, *given: Any, **named: Any) -> Future[T]:
        done: Future[T] = Future()
        done.set_result(work(*given, **named))
        return done


def numbers(reader: FrameReader, frames: Sequence[GrayPixels]) -> list[str | None]:
    found = [one for frame in frames for one in reader.take(frame)]
    return [one.card.personal_number for one in found if isinstance(one, CardCode)]


def test_a_card_is_told_once_while_it_lies_there(desk: GrayPixels, card: GrayPixels) -> None:
    reader = FrameReader(AtOnce())

    assert numbers(reader, [desk] * 3 + [card] * 20) == ["035199012345"]


def test_each_card_is_told_and_the_same_one_again_when_it_comes_back(
    desk: GrayPixels, card: GrayPixels, other: GrayPixels
) -> None:
    reader = FrameReader(AtOnce())
    film = [desk, desk, card, card, other, other] + [desk] * 15 + [card]

    assert numbers(reader, film) == ["035199012345", "001080004321", "035199012345"]


def test_one_frame_without_the_code_does_not_tell_it_twice(
    desk: GrayPixels, card: GrayPixels
) -> None:
    assert numbers(FrameReader(AtOnce()), [desk, desk, card, desk, card]) == ["035199012345"]


def test_nothing_is_read_until_the_exposure_has_settled(card: GrayPixels) -> None:
    brightening = [(card * share).astype(np.uint8) for share in (0.1, 0.4, 0.7, 0.95)]
    reader = FrameReader(AtOnce())

    assert numbers(reader, brightening) == []
    assert numbers(reader, [card, card]) == ["035199012345"]


def test_a_camera_that_never_settles_is_read_all_the_same(card: GrayPixels) -> None:
    darker = (card * 0.8).astype(np.uint8)

    assert numbers(FrameReader(AtOnce()), [card, darker] * 10) == ["035199012345"]


def test_frames_that_no_quick_look_reads_are_read_together(
    desk: GrayPixels, card: GrayPixels
) -> None:
    noise = np.random.default_rng(5)
    small = cv2.resize(cv2.GaussianBlur(card, (0, 0), 3.2), None, fx=0.62, fy=0.62)
    frames: list[GrayPixels] = [
        (small + noise.normal(0, 9, small.shape)).clip(0, 255).astype(np.uint8) for _ in range(8)
    ]

    assert numbers(FrameReader(AtOnce()), [*frames]) == ["035199012345"]


def test_two_cards_at_once_are_named_and_neither_is_taken(
    card: GrayPixels, other: GrayPixels
) -> None:
    both: GrayPixels = np.hstack([card, other])
    reader = FrameReader(AtOnce())
    found = [one for _ in range(10) for one in reader.take(both)]

    assert [type(one) for one in found] == [SeveralCardsError]


# -- the process ----------------------------------------------------------------------------


def film(path: Path, frames: Sequence[GrayPixels]) -> Path:
    height, width = frames[0].shape
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15, (width, height), False)
    for frame in frames:
        writer.write(frame)
    writer.release()
    return path


class Listener:
    def __init__(self, reader: CameraReader) -> None:
        self.reader = reader
        self.told: Queue[Arrival] = Queue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=reader.listen, args=(self._stopped, self.told.put))
        self._thread.start()

    def wait_for(self, *states: ReaderState) -> None:
        end = time.monotonic() + SOON_S
        while self.reader.state() not in states:
            assert time.monotonic() < end, self.reader.state()
            threading.Event().wait(0.02)

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join(SOON_S)
        assert not self._thread.is_alive()


@pytest.fixture
def listeners(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Listener]]:
    monkeypatch.setattr(camera, "_LOOK_AGAIN_S", 0.1)
    running: list[Listener] = []
    yield running
    for one in running:
        one.stop()


def test_the_process_reads_a_film(
    tmp_path: Path, desk: GrayPixels, card: GrayPixels, listeners: list[Listener]
) -> None:
    path = film(tmp_path / "cards.avi", [desk] * 5 + [card] * 10)
    listeners.append(Listener(CameraReader("Máy ảnh", str(path), simulated=True)))

    arrival = listeners[0].told.get(timeout=SOON_S)
    assert arrival.reader == "Máy ảnh"
    assert isinstance(arrival.code, CardCode)
    assert arrival.code.card.full_name == PAYLOAD.split("|")[2]


def test_an_error_crosses_over_from_the_process(
    tmp_path: Path, card: GrayPixels, other: GrayPixels, listeners: list[Listener]
) -> None:
    path = film(tmp_path / "two.avi", [np.hstack([card, other])] * 10)
    listeners.append(Listener(CameraReader("Máy ảnh", str(path))))

    problem = listeners[0].told.get(timeout=SOON_S).problem
    assert isinstance(problem, SeveralCardsError)
    assert problem.details == {"cards": 2}


def test_what_is_no_film_is_a_camera_without_a_picture(
    tmp_path: Path, listeners: list[Listener]
) -> None:
    path = tmp_path / "broken.avi"
    path.write_bytes(b"no film")
    listeners.append(Listener(CameraReader("Máy ảnh", str(path))))

    listeners[0].wait_for(ReaderState.NO_PICTURE)


def _hang(line: object, source: object) -> None:
    time.sleep(600)


def test_a_process_that_hangs_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listeners: list[Listener]
) -> None:
    monkeypatch.setattr(camera, "run_camera", _hang)
    monkeypatch.setattr(camera, "BEGIN_S", 0.3)
    path = tmp_path / "film.avi"
    path.touch()
    listeners.append(Listener(CameraReader("Máy ảnh", str(path))))

    listeners[0].wait_for(ReaderState.NO_PICTURE)
    with pytest.raises(Empty):
        listeners[0].told.get_nowait()


def test_a_device_that_another_program_has_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "_DEVICES", tmp_path)
    device = tmp_path / "video3"
    assert camera_state(3) is ReaderState.OFFLINE
    device.touch()
    assert camera_state(3) is ReaderState.READY
    holds = "import sys; held = open(sys.argv[1]); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holds, str(device)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert is_open_elsewhere(device)
        assert camera_state(3) is ReaderState.IN_USE
        other.communicate()
    assert not is_open_elsewhere(device)


def test_a_camera_needs_an_address() -> None:
    with pytest.raises(ValueError, match="no camera"):
        CameraReader("Máy ảnh", "")


@pytest.mark.parametrize(("direct_show", "opened"), [(True, [700]), (False, [700, 1400])])
def test_on_windows_direct_show_opens_a_camera_before_media_foundation(
    monkeypatch: pytest.MonkeyPatch, *, direct_show: bool, opened: list[int]
) -> None:
    tried: list[int] = []

    class Camera:
        def __init__(self, _: object, way: int = 0) -> None:
            tried.append(way)
            self._way = way

        def isOpened(self) -> bool:  # noqa: N802 - what OpenCV calls it
            return direct_show or self._way != cv2.CAP_DSHOW

        def set(self, *_: object) -> None: ...

        def read(self) -> tuple[bool, None]:
            return False, None

        def release(self) -> None: ...

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(cv2, "VideoCapture", Camera)
    monkeypatch.setenv("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "1")

    assert list(gray_frames(0)) == []
    assert tried == opened
    assert os.environ["OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS"] == "0"
