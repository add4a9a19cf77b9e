"""The same promises with ``ippeveprinter``, which nobody here wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.printers.ipp import IppPagePrinter
from station.ports.papers import SlipPaper
from station.ports.printers import PaperKindError, PrinterState, PrintInterruptedError
from tests.devices.eve_printer import EvePrinter, eve_printer
from tests.page_printer_contract import a_slip_pdf


@pytest.fixture
def real(tmp_path: Path) -> Iterator[EvePrinter]:
    with eve_printer(tmp_path) as printer:
        yield printer


def test_pages_come_out_of_a_real_printer_whole_and_in_order(real: EvePrinter) -> None:
    printer = IppPagePrinter("Laser", real.address)
    jobs = [a_slip_pdf(), a_slip_pdf() + b"% the second"]

    assert printer.state() is PrinterState.READY
    for job in jobs:
        printer.print_pages(job, title="H25-0001")

    assert [(real.printed / f"{n}.pdf").read_bytes() for n in (0, 1)] == jobs


def test_a_paper_that_it_does_not_have_is_refused_by_name(real: EvePrinter) -> None:
    with pytest.raises(PaperKindError):
        IppPagePrinter("Laser", real.address).print_pages(
            a_slip_pdf(SlipPaper.A5), title="H25-0001"
        )


def test_a_real_jam_is_told_as_one(real: EvePrinter) -> None:
    printer = IppPagePrinter("Laser", real.address)
    real.behave(tells="STATE: +media-jam-error\n", ends_with=1)

    with pytest.raises(PrintInterruptedError) as stopped:
        printer.print_pages(a_slip_pdf(), title="H25-0001")

    assert stopped.value.state is PrinterState.JAMMED
