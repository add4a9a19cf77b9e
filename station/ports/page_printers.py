"""Printers of whole pages: forms and lists as PDF."""

from typing import Protocol

from station.ports.printers import PrinterState, PrintOutcome


class PagePrinter(Protocol):
    """Puts a PDF on paper. Calls block, so they are made on the device's thread only."""

    @property
    def name(self) -> str: ...

    @property
    def simulated(self) -> bool:
        """True when nothing comes out on real paper; the screen says so."""
        ...

    def state(self) -> PrinterState:
        """Ask the printer how it is. Never raises."""
        ...

    def print_pages(self, pdf: bytes, *, title: str) -> PrintOutcome:
        """Print all pages; returns when the printer took them.

        Args:
            title: what the queue shows; no personal data.

        Raises:
            PrintInterruptedError: it stopped part way; that paper must be thrown away.
            MaybePrintedError: it has all of it, and nobody knows what becomes of it.
            PrinterError: any other cause; nothing was printed.
        """
        ...
