"""Thermal printers behind a print queue: a queue of ours stands in for that of Windows."""

import sys
from dataclasses import dataclass, field

import pytest

from devices.printers.spooled import JobStage, SpooledReceiptPrinter
from devices.printers.windows_spooler import WindowsSpooler, job_stage, printer_state
from station.ports.papers import RollWidth
from station.ports.printers import (
    MaybePrintedError,
    OutOfPaperError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
)
from tests.receipt_printer_contract import PrinterAtWork, ReceiptPrinterContract, a_receipt


@dataclass
class FakeSpooler:
    """A queue whose printer does what a test wants."""

    there: bool = True
    printer: PrinterState = PrinterState.READY
    story: list[tuple[JobStage, PrinterState]] = field(default_factory=list)
    """What is said of a job each time it is asked for; then that it is gone."""
    silent_after: int = 1_000_000
    """So often it answers; a queue that is looked at without a pause is asked very often."""
    jobs: list[bytes] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    asked: int = 0

    def state(self) -> PrinterState:
        self._require()
        return self.printer

    def submit(self, data: bytes, *, title: str) -> int:
        self._require()
        assert "Tuyết" not in title
        self.jobs.append(data)
        return len(self.jobs)

    def job(self, number: int) -> tuple[JobStage, PrinterState]:
        self.asked += 1
        if self.asked > self.silent_after:
            raise OSError("the service stopped")
        assert number == len(self.jobs)
        return self.story.pop(0) if self.story else (JobStage.GONE, PrinterState.UNKNOWN)

    def cancel(self, number: int) -> None:
        self.cancelled.append(number)

    def _require(self) -> None:
        if not self.there:
            raise OSError("no such queue")


def printer_on(spooler: FakeSpooler) -> SpooledReceiptPrinter:
    return SpooledReceiptPrinter(
        "Máy in", spooler, RollWidth.MM_80, finish_timeout_s=0.2, look_every_s=0
    )


class _AtQueue(PrinterAtWork):
    def __init__(self) -> None:
        self.spooler = FakeSpooler()
        self.printer = printer_on(self.spooler)

    def delivered(self) -> bytes:
        return self.spooler.jobs[-1] if self.spooler.jobs else b""

    def take_away(self) -> None:
        self.spooler.there = False


WAITING = (JobStage.WAITING, PrinterState.UNKNOWN)


class TestSpooledPrinter(ReceiptPrinterContract):
    @pytest.fixture
    def at_work(self) -> PrinterAtWork:
        return _AtQueue()

    def test_a_queue_that_passed_the_slip_on_says_nothing_of_the_paper(self) -> None:
        spooler = FakeSpooler(story=[WAITING, (JobStage.PRINTING, PrinterState.UNKNOWN)])

        assert printer_on(spooler).print_receipt(a_receipt()) is PrintOutcome.TAKEN
        assert spooler.cancelled == []

    def test_a_slip_that_is_held_up_is_taken_back_and_the_cause_named(self) -> None:
        spooler = FakeSpooler(story=[WAITING, (JobStage.WAITING, PrinterState.OUT_OF_PAPER)])

        with pytest.raises(PrintInterruptedError) as caught:
            printer_on(spooler).print_receipt(a_receipt())

        assert caught.value.state is PrinterState.OUT_OF_PAPER
        assert spooler.cancelled == [1]

    @pytest.mark.parametrize("last", list(JobStage)[:2])
    def test_a_slip_of_which_the_printer_has_some_may_come_out_yet(self, last: JobStage) -> None:
        begun = (JobStage.PRINTING, PrinterState.UNKNOWN)
        spooler = FakeSpooler(story=[WAITING, begun, (last, PrinterState.OUT_OF_PAPER)])

        with pytest.raises(MaybePrintedError) as doubt:
            printer_on(spooler).print_receipt(a_receipt())

        assert doubt.value.state is PrinterState.OUT_OF_PAPER
        assert spooler.cancelled == [1]

    def test_a_printer_that_accepts_and_never_prints_is_not_waited_for_without_end(self) -> None:
        spooler = FakeSpooler(story=[WAITING] * 1_000_000)

        with pytest.raises(PrintInterruptedError) as caught:
            printer_on(spooler).print_receipt(a_receipt())

        assert caught.value.state is PrinterState.OFFLINE
        assert spooler.cancelled == [1]

    def test_a_queue_that_falls_silent_leaves_the_slip_in_doubt(self) -> None:
        with pytest.raises(MaybePrintedError):
            printer_on(FakeSpooler(story=[WAITING] * 9, silent_after=3)).print_receipt(a_receipt())

    def test_a_printer_without_paper_gets_nothing(self) -> None:
        spooler = FakeSpooler(printer=PrinterState.OUT_OF_PAPER)

        with pytest.raises(OutOfPaperError):
            printer_on(spooler).print_receipt(a_receipt())

        assert spooler.jobs == []


@pytest.mark.parametrize(
    ("bits", "state"),
    [
        (0, PrinterState.READY),
        (0x400, PrinterState.READY),
        (0x8, PrinterState.JAMMED),
        (0x400000, PrinterState.COVER_OPEN),
        (0x10, PrinterState.OUT_OF_PAPER),
        (0x80, PrinterState.OFFLINE),
        (0x2, PrinterState.FAULT),
        (0x1, PrinterState.OFFLINE),
        (0x10 | 0x2, PrinterState.OUT_OF_PAPER),
    ],
)
def test_the_bits_of_a_queue_of_windows_have_names(bits: int, state: PrinterState) -> None:
    assert printer_state(bits) is state


@pytest.mark.parametrize(
    ("bits", "stage", "state"),
    [
        (0, JobStage.WAITING, PrinterState.UNKNOWN),
        (0x8, JobStage.WAITING, PrinterState.UNKNOWN),
        (0x10, JobStage.PRINTING, PrinterState.UNKNOWN),
        (0x10 | 0x40, JobStage.PRINTING, PrinterState.OUT_OF_PAPER),
        (0x20, JobStage.WAITING, PrinterState.OFFLINE),
        (0x2, JobStage.WAITING, PrinterState.FAULT),
        (0x80, JobStage.GONE, PrinterState.UNKNOWN),
        (0x1000, JobStage.GONE, PrinterState.UNKNOWN),
    ],
)
def test_the_bits_of_a_job_of_windows_have_names(
    bits: int, stage: JobStage, state: PrinterState
) -> None:
    assert job_stage(bits) == (stage, state)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a real queue")
def test_elsewhere_a_queue_of_windows_is_offline() -> None:
    printer = SpooledReceiptPrinter("Máy in", WindowsSpooler("EPSON TM-T82"), RollWidth.MM_80)

    assert printer.state() is PrinterState.OFFLINE
