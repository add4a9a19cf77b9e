"""Turns the content of a paper into what a printer, a viewer or a spreadsheet takes."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Protocol

from station.forms.appointment_slip import AppointmentSlip
from station.forms.daily_log import DailyLog
from station.forms.dossier_label import DossierLabel
from station.forms.letter import Letter, Sheet
from station.forms.receipt import Receipt
from station.forms.separator_sheet import SeparatorSheet
from station.forms.shelf_label import ShelfLabels


class SlipPaper(StrEnum):
    """The sheets that form 01 is made for. ``A4_TWO_UP`` holds both copies side by side."""

    A5 = "a5"
    A4 = "a4"
    A4_TWO_UP = "a4-two-up"


class RollWidth(IntEnum):
    """Width of a thermal paper roll in millimetres."""

    MM_80 = 80
    MM_58 = 58


class LogKind(StrEnum):
    """The files that a daily log is written as."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


QrModules = tuple[tuple[bool, ...], ...]
"""A QR code: rows from the top; True is dark. No quiet zone."""


class Papers(Protocol):
    """The papers as bytes. The same content always gives the same bytes."""

    def slip_pdf(self, slip: AppointmentSlip, paper: SlipPaper) -> bytes:
        """Give form 01 as PDF: the customer's copy, or both copies on ``A4_TWO_UP``."""
        ...

    def letter_pdf(self, letter: Letter, sheet: Sheet | None = None) -> bytes:
        """Give a letter or list as PDF, on its own sheet unless another is named."""
        ...

    def label_pdf(self, label: DossierLabel) -> bytes:
        """Give the sticker of a dossier as PDF of its own size."""
        ...

    def separators_pdf(self, sheets: Sequence[SeparatorSheet]) -> bytes:
        """Give the separator sheets of a checklist as PDF, an A4 page each."""
        ...

    def shelf_labels_pdf(self, labels: ShelfLabels) -> bytes:
        """Give the stickers of shelves as PDF, on A4 sheets of labels."""
        ...

    def receipt_bytes(
        self, receipt: Receipt, width: RollWidth, *, open_drawer: bool = False
    ) -> bytes:
        """Give the ESC/POS bytes of the thermal slip, from initialising to the cut."""
        ...

    def receipt_picture(self, receipt: Receipt, width: RollWidth) -> bytes:
        """Give the thermal slip as a black and white PNG at 203 dpi, dot for dot."""
        ...

    def log_file(self, log: DailyLog, kind: LogKind) -> bytes:
        """Give the daily reception log as a file."""
        ...

    def qr_modules(self, text: str) -> QrModules:
        """Give a QR code that a screen can draw."""
        ...
