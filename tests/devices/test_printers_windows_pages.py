"""Whole pages behind a queue of Windows: objects of ours stand in for gdi32 and winspool."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops

from devices.page_images import opened_pdf
from devices.printers.queued_page_printer import QueuedPagePrinter, WindowsPageQueue
from devices.printers.queued_pages import print_pictures, sheet_of
from devices.printers.spooled import JobStage
from devices.printers.windows_pages import GdiJob
from devices.registry import Devices, UnknownDriverError
from station.ports.devices import DeviceSettings
from station.ports.papers import SlipPaper
from station.ports.printers import (
    MaybePrintedError,
    OutOfPaperError,
    PrinterOfflineError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
)
from tests.devices.fake_gdi import FakeGdi
from tests.devices.test_printers_spooled import WAITING, FakeSpooler
from tests.page_printer_contract import a_slip_pdf


def printed(windows: FakeGdi, pdf: bytes, *, copies: int = 1, two_sided: bool = False) -> int:
    job = GdiJob(windows.queue, sheet_of(pdf, two_sided=two_sided), windows, windows)
    try:
        return print_pictures(pdf, job, title="H25-0001", copies=copies, two_sided=two_sided)
    finally:
        job.close()


def drawn(pdf: bytes, dpi: int) -> Image.Image:
    with opened_pdf(pdf) as document:
        page: Image.Image = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
        return page.convert("L")


def _apart(one: Image.Image, other: Image.Image) -> float:
    """Tell how much two pages differ; a millimetre is a lot."""
    small = [page.resize((600, 600), Image.Resampling.BOX) for page in (one, other)]
    return float(np.asarray(ImageChops.difference(*small), float).mean())


@pytest.mark.parametrize("dpi", [203, 360, 600, 720])
@pytest.mark.parametrize(
    ("paper", "size", "orientation"),
    [(SlipPaper.A5, 11, 1), (SlipPaper.A4_TWO_UP, 9, 2)],
)
def test_a_page_stands_on_its_own_sheet_at_its_own_size(
    paper: SlipPaper, size: int, orientation: int, dpi: int
) -> None:
    pdf, windows = a_slip_pdf(paper), FakeGdi(dpi=dpi, margin=dpi // 6)

    assert printed(windows, pdf) == 41

    assert windows.title == "H25-0001"
    assert windows.mode is not None
    assert (windows.mode.dmPaperSize, windows.mode.dmOrientation) == (size, orientation)
    assert (windows.mode.dmCopies, windows.mode.dmDuplex) == (1, 1)
    (sheet,) = windows.sheets
    whole, edge = drawn(pdf, dpi), windows.margin
    expected = whole.crop((edge, edge, edge + sheet.width, edge + sheet.height))
    assert _apart(sheet, expected) < _apart(sheet, ImageChops.offset(expected, dpi // 25)) / 2


def test_copies_are_pages_of_one_job_and_begin_on_a_sheet_of_their_own() -> None:
    windows = FakeGdi(dpi=100)

    printed(windows, a_slip_pdf(SlipPaper.A5), copies=2, two_sided=True)

    assert windows.mode is not None
    assert windows.mode.dmDuplex == 2
    shades = [np.asarray(sheet).min() < 128 for sheet in windows.sheets]
    assert shades == [True, False, True]
    assert windows.calls.count("StartDocW") == windows.calls.count("EndDoc") == 1


@pytest.mark.parametrize("call", ["StartPage", "StretchDIBits", "EndPage", "EndDoc"])
def test_a_job_that_fails_part_way_is_taken_back_whole(call: str) -> None:
    windows = FakeGdi(dpi=100, fails=call)

    with pytest.raises(OSError, match=call.removesuffix("W")):
        printed(windows, a_slip_pdf())

    assert windows.calls[-2:] == ["AbortDoc", "DeleteDC"]


def test_a_queue_that_is_not_there_or_takes_no_such_sheet_gets_nothing() -> None:
    sheet = sheet_of(a_slip_pdf(), two_sided=False)
    for windows, name in (
        (FakeGdi(), "Canon"),
        (FakeGdi(fails="DocumentPropertiesW"), "HP LaserJet"),
    ):
        with pytest.raises(OSError, match=name):
            GdiJob(name, sheet, windows, windows)
        assert windows.sheets == []


class FakePages:
    """Takes documents, or does not."""

    def __init__(self, spooler: FakeSpooler, trouble: Exception | None = None) -> None:
        self._spooler, self._trouble = spooler, trouble

    def submit(self, pdf: bytes, *, title: str) -> int:
        if self._trouble is not None:
            raise self._trouble
        return self._spooler.submit(pdf, title=title)


def printer_on(spooler: FakeSpooler, trouble: Exception | None = None) -> QueuedPagePrinter:
    pages = FakePages(spooler, trouble)
    return QueuedPagePrinter("Laser", spooler, pages, finish_timeout_s=0.2, look_every_s=0)


def test_a_queue_that_passed_the_pages_on_says_nothing_of_the_paper() -> None:
    spooler = FakeSpooler(story=[WAITING, (JobStage.PRINTING, PrinterState.UNKNOWN)])
    printer = printer_on(spooler)

    assert printer.state() is PrinterState.UNKNOWN
    assert printer.print_pages(b"%PDF", title="H25-0001") is PrintOutcome.TAKEN
    assert spooler.jobs == [b"%PDF"]


def test_pages_that_are_held_up_are_taken_back_or_in_doubt() -> None:
    waits = [WAITING, (JobStage.WAITING, PrinterState.OUT_OF_PAPER)]
    begun = [(JobStage.PRINTING, PrinterState.OUT_OF_PAPER)]

    with pytest.raises(PrintInterruptedError):
        printer_on(FakeSpooler(story=waits)).print_pages(b"%PDF", title="H25-0001")
    with pytest.raises(MaybePrintedError):
        printer_on(FakeSpooler(story=begun)).print_pages(b"%PDF", title="H25-0001")


def test_what_keeps_a_job_out_of_the_queue_is_named() -> None:
    with pytest.raises(OutOfPaperError):
        printer_on(FakeSpooler(printer=PrinterState.OUT_OF_PAPER)).print_pages(b"", title="")
    with pytest.raises(PrinterOfflineError):
        printer_on(FakeSpooler(), OSError("driver")).print_pages(b"", title="")
    with pytest.raises(MaybePrintedError):  # nobody knows what the queue has of it
        printer_on(FakeSpooler(), EOFError()).print_pages(b"", title="")


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a real queue")
def test_elsewhere_it_is_offline_and_its_process_says_why() -> None:
    queue = WindowsPageQueue("HP", copies=1, two_sided=False)

    with pytest.raises(OSError, match="print: OSError"):
        queue.submit(a_slip_pdf(), title="H25-0001")


def test_it_is_set_up_by_the_name_of_its_queue(tmp_path: Path) -> None:
    laser = DeviceSettings(name="Laser", role="page_printer", driver="windows", address="HP")

    (printer,) = Devices([laser], tmp_path).page_printers

    assert isinstance(printer, QueuedPagePrinter)
    for wrong in (replace(laser, address=""), replace(laser, tray="tray-2")):
        with pytest.raises(UnknownDriverError):
            Devices([wrong], tmp_path)


def test_the_programs_side_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c",
         "import devices.printers.queued_page_printer, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip

    assert not {"numpy", "pypdfium2", "PIL"} & set(loaded)
