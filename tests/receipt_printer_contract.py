"""What every receipt printer promises; the tests of each adapter inherit it."""

from abc import ABC, abstractmethod

import pytest

from devices.papers.receipt_escpos import receipt_bytes
from devices.papers.receipt_picture import receipt_picture
from station.forms.receipt import Receipt, receipt
from station.ports.papers import RollWidth
from station.ports.printers import PrinterError, PrinterState, PrintOutcome, ReceiptPrinter
from tests.escpos_decoder import decode
from tests.paper_samples import a_dossier, a_slip


def a_receipt() -> Receipt:
    """Give the content of an ordinary slip."""
    dossier = a_dossier()
    return receipt(dossier, a_slip(dossier))


class PrinterAtWork(ABC):
    """A printer with what is needed to see what came out, and to take it away."""

    printer: ReceiptPrinter

    @abstractmethod
    def delivered(self) -> bytes:
        """Give all bytes of the last slip that arrived; none when nothing did."""

    @abstractmethod
    def take_away(self) -> None:
        """Unplug the printer."""


class ReceiptPrinterContract:
    """Inherit, and give a fixture ``at_work``."""

    def test_it_has_a_name_a_width_and_says_whether_it_is_real(
        self, at_work: PrinterAtWork
    ) -> None:
        assert at_work.printer.name
        assert at_work.printer.width in RollWidth
        assert isinstance(at_work.printer.simulated, bool)

    def test_it_can_print_while_it_is_there(self, at_work: PrinterAtWork) -> None:
        assert at_work.printer.state().can_print

    def test_a_slip_arrives_whole_and_is_cut_off(self, at_work: PrinterAtWork) -> None:
        printer = at_work.printer

        asked = printer.state()
        outcome = printer.print_receipt(a_receipt())

        # Only a printer that answers can say that it came out.
        tells = asked is not PrinterState.UNKNOWN
        assert outcome is (PrintOutcome.ON_PAPER if tells else PrintOutcome.TAKEN)
        assert at_work.delivered() == receipt_bytes(a_receipt(), printer.width)
        paper = decode(at_work.delivered())
        assert paper.picture.tobytes() == receipt_picture(a_receipt(), printer.width).tobytes()
        assert (paper.initialised, paper.cuts, paper.drawer_kicks) == (True, 1, 0)

    def test_the_drawer_opens_on_demand_only(self, at_work: PrinterAtWork) -> None:
        at_work.printer.print_receipt(a_receipt(), open_drawer=True)

        assert decode(at_work.delivered()).drawer_kicks == 1

    def test_a_printer_that_is_gone_says_so_and_prints_nothing(
        self, at_work: PrinterAtWork
    ) -> None:
        at_work.take_away()

        assert at_work.printer.state() is PrinterState.OFFLINE
        with pytest.raises(PrinterError) as caught:
            at_work.printer.print_receipt(a_receipt())

        assert caught.value.unavailable
        assert caught.value.details == {"printer": at_work.printer.name}
        assert at_work.delivered() == b""
