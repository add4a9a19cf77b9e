"""Thermal printers on a serial port (a real pseudo terminal) and on USB (a library of ours)."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest

from devices.papers import receipt_escpos
from devices.printers.escpos import EscposReceiptPrinter
from devices.printers.lines import SerialWire, UsbWire
from station.ports.papers import RollWidth
from station.ports.printers import PrinterOfflineError, PrinterState, PrintOutcome
from tests.escpos_decoder import decode
from tests.receipt_printer_contract import PrinterAtWork, ReceiptPrinterContract, a_receipt

_TOLD = (b"\x1da\x0e", b"\x1da\x00", b"\x1dr\x01")


class _FarEnd:
    """What a printer does with its bytes: answers questions, keeps the rest."""

    def __init__(self) -> None:
        self.received = bytearray()
        self.answers = {1: 0x12, 2: 0x12, 4: 0x12}

    def take(self, data: bytes) -> bytes:
        """Take some bytes, and give what is answered to them."""
        if len(data) == 3 and data.startswith(b"\x10\x04"):
            return bytes([self.answers[data[2]]]) if data[2] in self.answers else b""
        finished = data.endswith(b"\x1dr\x01")
        self.received += data
        return b"\x00" if finished else b""

    def slip(self) -> bytes:
        slip = bytes(self.received)
        for told in _TOLD:
            slip = slip.replace(told, b"")
        return slip


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals")
class TestSerialPrinter(ReceiptPrinterContract):
    @pytest.fixture
    def at_work(self) -> Iterator["_AtPort"]:
        port = _AtPort()
        yield port
        port.take_away()

    @pytest.mark.parametrize("address", ["", "@9600", "COM3@", "COM3@x", "COM3@0"])
    def test_an_address_without_a_port_is_refused(self, address: str) -> None:
        with pytest.raises(ValueError, match="port"):
            SerialWire(address)


class _AtPort(PrinterAtWork):
    def __init__(self) -> None:
        self.ours, theirs = os.openpty()
        import tty

        tty.setraw(theirs)
        self.path = os.ttyname(theirs)
        os.close(theirs)
        self.far_end = _FarEnd()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()
        self.printer = EscposReceiptPrinter(
            "Máy in COM", SerialWire(f"{self.path}@115200"), RollWidth.MM_58, finish_timeout_s=30
        )

    def _serve(self) -> None:
        import select

        rest = b""
        while not self.over.is_set():
            ready, _, _ = select.select([self.ours], [], [], 0.05)
            if not ready:
                continue
            with suppress(OSError):  # nobody has the port open just now
                rest += os.read(self.ours, 65536)
            while len(rest) >= 3 and rest.startswith(b"\x10\x04"):
                os.write(self.ours, self.far_end.take(rest[:3]))
                rest = rest[3:]
            if rest and not b"\x10\x04".startswith(rest[:2]):
                if answer := self.far_end.take(rest):
                    os.write(self.ours, answer)
                rest = b""

    def delivered(self) -> bytes:
        return self.far_end.slip()

    def take_away(self) -> None:
        if not self.over.is_set():
            self.over.set()
            self.thread.join()
            os.close(self.ours)


class _UsbLibrary:
    """What python-escpos does with pyusb, as far as a line uses it."""

    def __init__(self, far_end: _FarEnd) -> None:
        self.far_end, self.there = far_end, True
        self.answers = b""

    def write(self, end: int, data: bytes, _: int) -> None:
        assert end == 1
        self.answers += self.far_end.take(bytes(data))

    def read(self, end: int, size: int, _: int) -> bytes:
        assert end == 0x82
        if not self.answers:
            raise TimeoutError("usb")
        answer, self.answers = self.answers[:size], self.answers[size:]
        return answer


class _AtUsb(PrinterAtWork):
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.far_end = _FarEnd()
        self.library = _UsbLibrary(self.far_end)
        real = receipt_escpos.escpos_printers()
        dummy = SimpleNamespace(Dummy=real.Dummy, Usb=self._usb)
        monkeypatch.setattr(receipt_escpos, "escpos_printers", lambda: dummy)
        self.printer = EscposReceiptPrinter("Máy in USB", UsbWire("04b8:0e15"), RollWidth.MM_80)

    def _usb(self, vendor: int, product: int) -> Any:
        from escpos.exceptions import DeviceNotFoundError

        assert (vendor, product) == (0x04B8, 0x0E15)

        def open_() -> None:
            if not self.library.there:
                raise DeviceNotFoundError("gone")

        return SimpleNamespace(
            open=open_, close=lambda: None, device=self.library, out_ep=1, in_ep=0x82
        )

    def delivered(self) -> bytes:
        return self.far_end.slip()

    def take_away(self) -> None:
        self.library.there = False


class TestUsbPrinter(ReceiptPrinterContract):
    @pytest.fixture
    def at_work(self, monkeypatch: pytest.MonkeyPatch) -> PrinterAtWork:
        return _AtUsb(monkeypatch)

    def test_one_that_answers_nothing_is_unknown_and_takes_the_slip(self, at_work: _AtUsb) -> None:
        at_work.far_end.answers = {}

        assert at_work.printer.state() is PrinterState.UNKNOWN
        assert at_work.printer.print_receipt(a_receipt()) is PrintOutcome.TAKEN

    @pytest.mark.parametrize("address", ["", "04b8", "04b8:0e15:1", "xxxx:0e15"])
    def test_an_address_that_is_none_is_refused(self, address: str) -> None:
        with pytest.raises(ValueError, match="vendor"):
            UsbWire(address)

    def test_without_usb_or_its_library_the_printer_is_offline(self) -> None:
        printer = EscposReceiptPrinter("USB", UsbWire("dead:beef"), RollWidth.MM_80)

        assert printer.state() is PrinterState.OFFLINE
        with pytest.raises(PrinterOfflineError):
            printer.print_receipt(a_receipt())


@pytest.mark.parametrize(("density", "sent"), [(0, None), (2, 0x02), (-3, 0xFD)])
def test_the_density_is_set_before_the_first_dot(density: int, sent: int | None) -> None:
    data = receipt_escpos.receipt_bytes(a_receipt(), RollWidth.MM_80, density=density)

    assert decode(data).density == sent
    assert data.find(b"\x1d(K") < data.find(b"\x1dv0")
