"""The page that tries readers out, seen and printed from the window."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from station.ports.printers import PrinterState
from station.usecases.print_papers import NoPrinterError
from ui.desktop.codes.reader_page import reader_test_source
from ui.sample_office import sample_settings


class Printer:
    name = "Máy in A4"
    simulated = True

    def __init__(self) -> None:
        self.printed: list[tuple[bytes, str]] = []

    def state(self) -> PrinterState:
        return PrinterState.READY

    def print_pages(self, pdf: bytes, *, title: str) -> None:
        self.printed.append((pdf, title))


class Desk:
    settings = sample_settings("000.00.17.H25", 3, sample=True)

    def __init__(self, printer: Printer | None) -> None:
        self.devices = SimpleNamespace(page_printer_for=lambda *_: printer)

    def now(self) -> datetime:
        return datetime(2026, 11, 26, 1, tzinfo=UTC)


def test_the_page_is_seen_and_printed() -> None:
    printer = Printer()
    source = reader_test_source(Desk(printer), "vi")

    assert source.draw().pdf.startswith(b"%PDF")
    assert source.put("", b"") == "Máy in A4"

    ((pdf, title),) = printer.printed
    assert pdf.startswith(b"%PDF")
    assert title == "Trang thử đầu đọc"


def test_without_a_printer_it_says_so() -> None:
    with pytest.raises(NoPrinterError):
        reader_test_source(Desk(None), "vi").put("", b"")
