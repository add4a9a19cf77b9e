"""Receipt printers: the contract for all, and what each does when paper or cable fail."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from devices.printers.escpos import EscposReceiptPrinter
from devices.printers.file import FileReceiptPrinter
from devices.printers.lines import TcpWire
from devices.printers.simulated import SimulatedReceiptPrinter
from station.ports.papers import RollWidth
from station.ports.printers import (
    CoverOpenError,
    MaybePrintedError,
    OutOfPaperError,
    PrinterError,
    PrinterFaultError,
    PrinterOfflineError,
    PrinterPermissionError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
)
from tests.devices.tcp_printer import Line, TcpPrinter, a_tcp_printer
from tests.receipt_printer_contract import (
    PrinterAtWork,
    ReceiptPrinterContract,
    a_receipt,
)

SILENT: dict[int, int] = {}


class _AtFile(PrinterAtWork):
    def __init__(self, folder: Path) -> None:
        self.path = folder / "port" / "lp0"
        self.path.parent.mkdir()
        self.printer = FileReceiptPrinter("Máy in USB", self.path, RollWidth.MM_80)

    def delivered(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""

    def take_away(self) -> None:
        self.path.unlink(missing_ok=True)
        self.path.parent.rmdir()


class TestFilePrinter(ReceiptPrinterContract):
    @pytest.fixture
    def at_work(self, tmp_path: Path) -> PrinterAtWork:
        return _AtFile(tmp_path)

    def test_a_port_that_is_not_ours_is_named_as_such(self, tmp_path: Path) -> None:
        printer = FileReceiptPrinter("Máy in USB", tmp_path, RollWidth.MM_80)  # a folder

        with pytest.raises(PrinterError) as caught:
            printer.print_receipt(a_receipt())

        assert caught.value.unavailable

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    def test_a_kernel_driver_that_takes_nothing_more_means_the_roll_is_spent(self) -> None:
        printer = FileReceiptPrinter("Máy in USB", Path("/dev/full"), RollWidth.MM_58)

        with pytest.raises(OutOfPaperError):
            printer.print_receipt(a_receipt())

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system")
    def test_a_printer_pulled_out_part_way_leaves_half_a_slip(self, tmp_path: Path) -> None:
        pipe = tmp_path / "lp0"
        os.mkfifo(pipe)
        puller = Thread(target=_read_a_little, args=(pipe,))
        puller.start()
        printer = FileReceiptPrinter("Máy in USB", pipe, RollWidth.MM_80)

        with pytest.raises(PrintInterruptedError) as caught:
            printer.print_receipt(a_receipt())

        puller.join()
        assert caught.value.details == {"printer": "Máy in USB", "state": "offline"}


def _read_a_little(pipe: Path) -> None:
    with pipe.open("rb", buffering=0) as reader:
        reader.read(1000)


class _AtNetwork(PrinterAtWork):
    def __init__(self, far_end: TcpPrinter, line: Line) -> None:
        self.far_end, self.line = far_end, line
        self.printer = a_network_printer(far_end)

    def delivered(self) -> bytes:
        self.line.cut()
        return self.far_end.jobs[-1] if self.far_end.jobs else b""

    def take_away(self) -> None:
        self.line.cut()


def a_network_printer(far_end: TcpPrinter, *, patience_s: float = 5) -> EscposReceiptPrinter:
    return EscposReceiptPrinter(
        "Máy in nhiệt",
        TcpWire(far_end.address),
        RollWidth.MM_80,
        answer_timeout_s=patience_s,
        finish_timeout_s=patience_s,
    )


class TestNetworkPrinter(ReceiptPrinterContract):
    @pytest.fixture
    def at_work(self) -> Iterator[PrinterAtWork]:
        with a_tcp_printer(TcpPrinter()) as (far_end, line):
            yield _AtNetwork(far_end, line)

    @pytest.mark.parametrize(
        ("answers", "state"),
        [
            ({1: 0x12, 2: 0x12, 4: 0x12}, PrinterState.READY),
            ({1: 0x12, 2: 0x12, 4: 0x1E}, PrinterState.PAPER_LOW),
            (SILENT, PrinterState.UNKNOWN),
            ({1: 0x12}, PrinterState.READY),
            ({1: 0xFF}, PrinterState.UNKNOWN),
        ],
        ids=["ready", "low", "silent", "knows one question", "talks nonsense"],
    )
    def test_these_answers_mean_that_it_prints(
        self, answers: dict[int, int], state: PrinterState
    ) -> None:
        patience_s = 5 if len(answers) == 3 else 0.05
        with a_tcp_printer(TcpPrinter(answers=answers)) as (far_end, line):
            printer = a_network_printer(far_end, patience_s=patience_s)

            assert printer.state() is state
            printer.print_receipt(a_receipt())

            line.cut()
            assert len(far_end.jobs) == 1

    @pytest.mark.parametrize(
        ("answers", "error"),
        [
            ({1: 0x1A, 2: 0x32, 4: 0x72}, OutOfPaperError),
            ({1: 0x1A, 2: 0x12, 4: 0x72}, OutOfPaperError),
            ({1: 0x1A, 2: 0x16, 4: 0x12}, CoverOpenError),
            ({1: 0x1A, 2: 0x36, 4: 0x72}, CoverOpenError),
            ({1: 0x1A, 2: 0x52, 4: 0x12}, PrinterFaultError),
            ({1: 0x1A, 2: 0x12, 4: 0x12}, PrinterOfflineError),
        ],
        ids=["stopped", "no paper", "cover", "cover and paper", "error", "offline"],
    )
    def test_these_answers_name_the_cause_and_nothing_is_sent(
        self, answers: dict[int, int], error: type[PrinterError]
    ) -> None:
        with a_tcp_printer(TcpPrinter(answers=answers)) as (far_end, line):
            printer = a_network_printer(far_end)

            assert not printer.state().can_print
            with pytest.raises(error):
                printer.print_receipt(a_receipt())

            line.cut()
            assert far_end.jobs == []

    @pytest.mark.parametrize(
        ("said", "state"),
        [
            (b"\x18\x00\x0c\x00", PrinterState.OUT_OF_PAPER),
            (b"\x38\x00\x00\x00", PrinterState.COVER_OPEN),
            (b"\x18\x08\x00\x00", PrinterState.FAULT),
            (b"\x18\x00\x00\x00", PrinterState.OFFLINE),
        ],
        ids=["paper", "cover", "cutter", "offline"],
    )
    def test_a_printer_that_stops_under_the_slip_says_so_by_itself_and_is_not_waited_for(
        self, said: bytes, state: PrinterState
    ) -> None:
        stopping = TcpPrinter(says_by_itself=said, tells_when_finished=False)
        with a_tcp_printer(stopping) as (far_end, _):
            with pytest.raises(MaybePrintedError) as caught:
                a_network_printer(far_end, patience_s=60).print_receipt(a_receipt())

            assert caught.value.state is state

    def test_a_roll_that_ends_soon_is_no_reason_to_stop(self) -> None:
        low = TcpPrinter(says_by_itself=b"\x10\x00\x03\x00")
        with a_tcp_printer(low) as (far_end, _):
            printer = a_network_printer(far_end)

            assert printer.print_receipt(a_receipt()) is PrintOutcome.ON_PAPER

    def test_a_roll_that_ends_under_the_slip_leaves_it_in_doubt(self) -> None:
        with a_tcp_printer(TcpPrinter(runs_out_while_printing=True)) as (far_end, _):
            with pytest.raises(MaybePrintedError) as caught:
                a_network_printer(far_end, patience_s=0.3).print_receipt(a_receipt())

            assert caught.value.state is PrinterState.OUT_OF_PAPER

    @pytest.mark.parametrize(
        ("runs_out", "state"),
        [(False, PrinterState.OFFLINE), (True, PrinterState.OUT_OF_PAPER)],
        ids=["no cause", "no paper"],
    )
    def test_a_connection_lost_under_the_slip_names_the_cause(
        self, runs_out: bool, state: PrinterState
    ) -> None:
        broken = TcpPrinter(hangs_up_after=10_000, runs_out_while_printing=runs_out)
        with a_tcp_printer(broken) as (far_end, _):
            # Void, or in doubt: as the system had handed on part of it, or all.
            with pytest.raises((PrintInterruptedError, MaybePrintedError)) as caught:
                a_network_printer(far_end).print_receipt(a_receipt())

            assert caught.value.details["state"] == state.value

    def test_a_printer_that_hangs_up_when_asked_is_offline(self) -> None:
        with a_tcp_printer(TcpPrinter(hangs_up_when_asked=True)) as (far_end, _):
            printer = a_network_printer(far_end)

            assert printer.state() is PrinterState.OFFLINE
            with pytest.raises(PrinterOfflineError):
                printer.print_receipt(a_receipt())

    def test_a_printer_that_cannot_tell_when_it_is_finished_is_asked_only_once(self) -> None:
        with a_tcp_printer(TcpPrinter(tells_when_finished=False)) as (far_end, line):
            printer = a_network_printer(far_end, patience_s=0.3)
            outcomes = [printer.print_receipt(a_receipt()), printer.print_receipt(a_receipt())]

            line.cut()
            assert (len(far_end.jobs), far_end.asked_when_finished) == (2, 1)
            assert outcomes == [PrintOutcome.TAKEN] * 2

    @pytest.mark.parametrize("address", ["", ":9100", "host:99999", "host:x"])
    def test_an_address_without_a_host_or_with_no_such_port_is_refused(self, address: str) -> None:
        with pytest.raises(ValueError, match=r"host|[Pp]ort"):
            TcpWire(address)


class _AtSimulator(PrinterAtWork):
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.simulator = SimulatedReceiptPrinter("Máy in mô phỏng", folder, RollWidth.MM_58)
        self.printer = self.simulator

    def delivered(self) -> bytes:
        slips = sorted(self.folder.glob("*.bin"))
        return slips[-1].read_bytes() if slips else b""

    def take_away(self) -> None:
        self.simulator.pretended = PrinterState.OFFLINE


class TestSimulatedPrinter(ReceiptPrinterContract):
    @pytest.fixture
    def at_work(self, tmp_path: Path) -> PrinterAtWork:
        return _AtSimulator(tmp_path / "giấy")

    def test_it_never_claims_to_be_real(self, at_work: PrinterAtWork) -> None:
        assert at_work.printer.simulated

    def test_it_leaves_the_paper_as_a_picture_beside_the_bytes(self, tmp_path: Path) -> None:
        printer = SimulatedReceiptPrinter("Máy in mô phỏng", tmp_path, RollWidth.MM_80)

        printer.print_receipt(a_receipt())
        printer.print_receipt(a_receipt())

        assert sorted(path.name for path in tmp_path.iterdir()) == [
            f"H42.06-261123-0217-80mm-{number}.{kind}"
            for number in (1, 2)
            for kind in ("bin", "png")
        ]
        with Image.open(tmp_path / "H42.06-261123-0217-80mm-1.png") as paper:
            assert paper.width == 576

    @pytest.mark.parametrize("state", [state for state in PrinterState if not state.can_print])
    def test_every_trouble_can_be_practised(self, tmp_path: Path, state: PrinterState) -> None:
        printer = SimulatedReceiptPrinter("Máy in mô phỏng", tmp_path, RollWidth.MM_80, state)

        with pytest.raises(PrinterError):
            printer.print_receipt(a_receipt())

        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_cannot_be_written_is_an_error_with_a_code(self, tmp_path: Path) -> None:
        blocked = tmp_path / "tệp"
        blocked.write_text("không phải thư mục", encoding="utf-8")
        printer = SimulatedReceiptPrinter("Máy in mô phỏng", blocked, RollWidth.MM_80)

        with pytest.raises(PrinterPermissionError):
            printer.print_receipt(a_receipt())
