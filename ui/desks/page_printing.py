"""Papers that nobody queues: lists and reports that an officer prints when they are wanted."""

from collections.abc import Callable
from typing import Protocol

from station.ports.page_printers import PagePrinter
from station.usecases.print_papers import NoPrinterError


class PagePrinters(Protocol):
    """What is needed of the devices of a station."""

    def page_printer_for(self, form: str, sheet: str) -> PagePrinter | None: ...


def print_pages(
    devices: PagePrinters, draw: Callable[[], bytes], *, form: str, sheet: str, title: str
) -> str:
    """Print a paper on the printer for its kind, and give the printer's name.

    Args:
        draw: gives the paper; it is not called where there is no printer.
        title: what the printer's queue shows; no personal data.

    Raises:
        NoPrinterError: no page printer is set up.
        StationError: why it could not be drawn, or the printer did not take it.
    """
    printer = devices.page_printer_for(form, sheet)
    if printer is None:
        raise NoPrinterError(form, sheet)
    printer.print_pages(draw(), title=title)
    return printer.name


def print_copy(devices: PagePrinters, draw: Callable[[], bytes], dossier_code: str) -> str:
    """Print a file of a dossier as pages of A4; raises as ``print_pages``."""
    return print_pages(devices, draw, form="copy", sheet="a4", title=dossier_code)
