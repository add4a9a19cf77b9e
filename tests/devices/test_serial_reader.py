"""A serial reader at the other end of a pseudo-terminal."""

import os
import pty
import threading
import tty
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from devices.readers.serial_reader import MOST_BYTES, SerialReader
from station.domain.codes import CardCode, CodeKind, Guess, UnknownCode
from station.ports.readers import Arrival, ReaderState

CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Hà Nam|15062021"
OTHER = "001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022"
SOON_S = 10


class Wire:
    """The reader's side of the port, which may be pulled out and put back at the same place."""

    def __init__(self, folder: Path) -> None:
        self.port = folder / "reader"
        self._reader = -1
        self.plug_in()

    def plug_in(self) -> None:
        self._reader, port = pty.openpty()
        tty.setraw(port)
        self._kept_open = port  # so that nothing is lost before the station opens it
        self.port.symlink_to(os.ttyname(port))

    def send(self, content: bytes) -> None:
        while content:
            content = content[os.write(self._reader, content) :]

    def unplug(self) -> None:
        self.port.unlink()
        os.close(self._kept_open)
        os.close(self._reader)


class Listener:
    """The station's side, in a thread of its own."""

    def __init__(self, reader: SerialReader) -> None:
        self.reader = reader
        self._told: Queue[Arrival] = Queue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=reader.listen, args=(self._stopped, self._told.put))
        self._thread.start()

    def next(self) -> Arrival:
        return self._told.get(timeout=SOON_S)

    def nothing(self) -> bool:
        return self._told.empty()

    def wait_for(self, state: ReaderState) -> None:
        looked = threading.Event()
        for _ in range(SOON_S * 50):
            if self.reader.state() is state:
                return
            looked.wait(0.02)
        pytest.fail(f"{self.reader.state()} instead of {state}")

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join(SOON_S)
        assert not self._thread.is_alive()


@pytest.fixture
def wire(tmp_path: Path) -> Wire:
    return Wire(tmp_path)


@pytest.fixture
def listener(wire: Wire) -> Iterator[Listener]:
    listener = Listener(SerialReader("Đầu đọc", str(wire.port)))
    listener.wait_for(ReaderState.READY)
    yield listener
    listener.stop()


def name_of(arrival: Arrival) -> str | None:
    assert isinstance(arrival.code, CardCode), arrival.code
    return arrival.code.card.full_name


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""])
def test_a_card_is_read_whatever_ends_it(wire: Wire, listener: Listener, end: bytes) -> None:
    wire.send(CARD.encode() + end)

    arrival = listener.next()
    assert arrival.reader == "Đầu đọc"
    assert name_of(arrival) == "Nguyễn Thị Ánh Tuyết"
    assert listener.nothing()


def test_two_cards_in_one_burst_are_two(wire: Wire, listener: Listener) -> None:
    wire.send(f"{CARD}\r\n{OTHER}\r\n".encode())

    assert [name_of(listener.next()) for _ in range(2)] == [
        "Nguyễn Thị Ánh Tuyết",
        "Trần Văn Bình",
    ]


def test_a_text_may_come_in_pieces_that_part_a_letter(wire: Wire, listener: Listener) -> None:
    content = CARD.encode() + b"\r"
    for place in range(0, len(content), 5):
        wire.send(content[place : place + 5])

    assert name_of(listener.next()) == "Nguyễn Thị Ánh Tuyết"


def test_another_code_page_is_repaired(wire: Wire, listener: Listener) -> None:
    wire.send(CARD.encode().decode("latin-1").encode() + b"\r")

    assert name_of(listener.next()) == "Nguyễn Thị Ánh Tuyết"


def test_bytes_that_are_no_text_are_an_unknown_code(wire: Wire, listener: Listener) -> None:
    wire.send(bytes(range(128, 256)) + b"\x00\x1b\r")

    arrival = listener.next()
    assert arrival.code is not None
    assert arrival.code.kind is CodeKind.UNKNOWN


def test_a_reader_that_floods_is_bounded_and_named(wire: Wire, listener: Listener) -> None:
    for _ in range(20):
        wire.send(b"7" * (MOST_BYTES // 4))
    wire.send(b"\r" + CARD.encode() + b"\r")

    code = listener.next().code
    assert isinstance(code, UnknownCode)
    assert code.guess is Guess.TOO_LONG
    assert len(code.text) <= MOST_BYTES
    assert name_of(listener.next()) == "Nguyễn Thị Ánh Tuyết"


def test_unplugged_amid_a_code_and_plugged_in_again(wire: Wire, listener: Listener) -> None:
    wire.send(CARD.encode()[:30])
    wire.unplug()
    listener.wait_for(ReaderState.OFFLINE)
    assert listener.nothing()

    wire.plug_in()
    listener.wait_for(ReaderState.READY)
    wire.send(OTHER.encode() + b"\r")
    assert name_of(listener.next()) == "Trần Văn Bình"


def test_a_port_is_looked_for_when_nobody_listens(wire: Wire, tmp_path: Path) -> None:
    assert SerialReader("Đầu đọc", str(wire.port)).state() is ReaderState.READY
    assert SerialReader("Đầu đọc", str(tmp_path / "none")).state() is ReaderState.OFFLINE
    assert SerialReader("Đầu đọc", "usb:ffff:ffff").state() is ReaderState.OFFLINE


def test_a_port_that_another_program_has_is_named(wire: Wire, listener: Listener) -> None:
    assert SerialReader("Đầu đọc", str(wire.port)).state() is ReaderState.IN_USE


@pytest.mark.parametrize("address", ["", "@9600", "COM3@fast"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        SerialReader("Đầu đọc", address)
