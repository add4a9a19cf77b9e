"""What every page printer promises; the tests of each adapter inherit it."""

from abc import ABC, abstractmethod

import pytest

from devices.papers.rendered_papers import RenderedPapers
from station.ports.page_printers import PagePrinter
from station.ports.papers import SlipPaper
from station.ports.printers import PrinterError, PrintOutcome
from tests.paper_samples import a_slip


def a_slip_pdf(paper: SlipPaper = SlipPaper.A4_TWO_UP) -> bytes:
    """Give an ordinary slip."""
    return RenderedPapers().slip_pdf(a_slip(), paper)


class PagePrinterAtWork(ABC):
    """A printer with what is needed to see what came out, and to take it away."""

    printer: PagePrinter

    @abstractmethod
    def delivered(self) -> list[bytes]:
        """Give the jobs that arrived, as PDF, oldest first."""

    @abstractmethod
    def take_away(self) -> None:
        """Unplug the printer."""


class PagePrinterContract:
    """Inherit, and give a fixture ``at_work``."""

    def test_it_has_a_name_and_says_whether_it_is_real(self, at_work: PagePrinterAtWork) -> None:
        assert at_work.printer.name
        assert isinstance(at_work.printer.simulated, bool)

    def test_it_can_print_while_it_is_there(self, at_work: PagePrinterAtWork) -> None:
        assert at_work.printer.state().can_print

    def test_pages_arrive_whole_and_in_order(self, at_work: PagePrinterAtWork) -> None:
        first, second = a_slip_pdf(), a_slip_pdf(SlipPaper.A5)

        outcome = at_work.printer.print_pages(first, title="H25-0001")
        at_work.printer.print_pages(second, title="H25-0001")

        assert outcome is PrintOutcome.ON_PAPER
        assert at_work.delivered() == [first, second]

    def test_one_that_is_gone_says_so_and_takes_nothing(self, at_work: PagePrinterAtWork) -> None:
        at_work.take_away()

        assert not at_work.printer.state().can_print
        with pytest.raises(PrinterError):
            at_work.printer.print_pages(a_slip_pdf(), title="H25-0001")
        assert at_work.delivered() == []
