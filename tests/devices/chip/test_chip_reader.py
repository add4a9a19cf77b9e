"""A chip on a virtual reader, through the system's own card service."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Queue

import pytest

from devices.chip import pcsc
from devices.readers.chip import ChipReader, NoCardLaidError, read_laid_card
from devices.readers.connected import connected_readers
from station.domain.chip import ChipKeyMissingError, ChipStaysLockedError, ChipUnreadableError
from station.domain.codes import CardCode
from station.domain.id_card import FieldSource
from station.domain.id_text import parse_id_text
from station.ports.readers import Arrival, ReaderState
from tests.devices.chip import card_service
from tests.devices.chip.card_service import READER, CardService
from tests.devices.chip.virtual_chip import VirtualChip
from ui.cli.main import UNAVAILABLE, run

QR = "035199001234||Nguyễn Thị Ánh|05031999|Nữ|Tổ 5, Hà Nam|15062022"
OTHER = "001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022"
SOON_S = 15


@pytest.fixture
def service() -> Iterator[CardService]:
    with card_service.the_only_one():
        if lacks := card_service.lacks():
            pytest.skip(lacks)
        with CardService() as service:
            yield service


class Listener:
    """The station's side, in a thread of its own."""

    def __init__(self) -> None:
        self.reader = ChipReader("Đầu đọc chip", "")
        self._told: Queue[Arrival] = Queue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(
            target=self.reader.listen, args=(self._stopped, self._told.put)
        )
        self._thread.start()

    def next(self) -> Arrival:
        return self._told.get(timeout=SOON_S)

    def nothing(self, for_s: float) -> bool:
        try:
            self._told.get(timeout=for_s)
        except Empty:
            return True
        return False

    def wait_for(self, state: ReaderState) -> None:
        end = time.monotonic() + SOON_S
        looked = threading.Event()
        while self.reader.state() is not state:
            assert time.monotonic() < end, f"{self.reader.state()} instead of {state}"
            looked.wait(0.05)

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join(SOON_S)
        assert not self._thread.is_alive()


@pytest.fixture
def listener(service: CardService) -> Iterator[Listener]:
    listener = Listener()
    listener.wait_for(ReaderState.READY)
    yield listener
    listener.stop()


def test_the_code_and_then_the_chip(service: CardService, listener: Listener) -> None:
    listener.reader.offer(parse_id_text(QR))
    with service.lay(VirtualChip()):
        arrival = listener.next()

        assert isinstance(arrival.code, CardCode)
        assert arrival.code.card.address == "Tổ 5, Minh Khai, Phủ Lý, Hà Nam"
        assert arrival.code.card.sources["full_name"] is FieldSource.CHIP
        assert listener.nothing(for_s=1)  # it is read once, however long it lies there


def test_the_chip_and_then_the_code(service: CardService, listener: Listener) -> None:
    with service.lay(VirtualChip()):
        assert isinstance(listener.next().problem, ChipKeyMissingError)
        listener.reader.offer(parse_id_text(QR))

        assert isinstance(listener.next().code, CardCode)


def test_another_ones_card_and_then_the_right_one(service: CardService, listener: Listener) -> None:
    listener.reader.offer(parse_id_text(OTHER))
    with service.lay(VirtualChip()):
        assert isinstance(listener.next().problem, ChipStaysLockedError)
        listener.reader.offer(parse_id_text(QR))

        assert isinstance(listener.next().code, CardCode)


def test_a_card_that_is_taken_away_in_the_middle(service: CardService, listener: Listener) -> None:
    chip = VirtualChip()
    honest = chip.transmit

    def vanish(command: bytes) -> bytes:
        if command[0] & 0x0C:
            service.reader.take_away()
            raise EOFError
        return honest(command)

    chip.transmit = vanish  # type: ignore[method-assign]
    listener.reader.offer(parse_id_text(QR))
    with service.lay(chip):
        assert isinstance(listener.next().problem, ChipUnreadableError)


def test_a_card_that_moves_is_read_at_the_next_try(
    service: CardService, listener: Listener
) -> None:
    chip = VirtualChip()
    honest = chip.transmit
    failures = iter([True, False])

    def shake(command: bytes) -> bytes:
        if command[0] & 0x0C and next(failures, False):
            return b"\x6f\x00"
        return honest(command)

    chip.transmit = shake  # type: ignore[method-assign]
    listener.reader.offer(parse_id_text(QR))
    with service.lay(chip):
        assert isinstance(listener.next().code, CardCode)


def test_the_service_stops_and_starts_again(service: CardService, listener: Listener) -> None:
    service.stop()
    listener.wait_for(ReaderState.OFFLINE)
    service.start()
    listener.wait_for(ReaderState.READY)
    listener.reader.offer(parse_id_text(QR))
    with service.lay(VirtualChip()):
        assert isinstance(listener.next().code, CardCode)


def test_the_reader_is_found_and_says_how_it_is(service: CardService) -> None:
    found = [one for one in connected_readers() if one.driver == "chip"]

    assert found  # the driver has two of them
    assert all(one.name.startswith(READER) and one.address == one.name for one in found)
    assert ChipReader("", READER).state() is ReaderState.READY
    assert ChipReader("", "Another one").state() is ReaderState.OFFLINE
    service.stop()
    assert ChipReader("", READER).state() is ReaderState.OFFLINE
    assert [one for one in connected_readers() if one.driver == "chip"] == []


def test_the_command_line_reads_what_lies_there_now(service: CardService) -> None:
    known = parse_id_text(QR)
    with pytest.raises(NoCardLaidError):
        read_laid_card(known)
    with service.lay(VirtualChip()):
        end = time.monotonic() + SOON_S
        card = None
        while card is None:
            assert time.monotonic() < end
            with suppress(NoCardLaidError):
                card = read_laid_card(known)

    assert card.full_name == "Nguyễn Thị Ánh"


def test_a_computer_without_a_card_service_has_no_chip_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none() -> None:
        raise pcsc.PcscError("no PC/SC", 0x80100014)

    monkeypatch.setattr(pcsc, "_library", none)

    assert ChipReader("", "").state() is ReaderState.OFFLINE
    assert [one for one in connected_readers() if one.driver == "chip"] == []
    assert run(["id", "chip", QR]) == UNAVAILABLE
    assert "DEV-012" in capsys.readouterr().err
