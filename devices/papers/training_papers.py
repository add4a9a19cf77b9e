"""The papers of a training station: across each page stands that it is worth nothing."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Final

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_fonts import BOLD, register_fonts
from devices.papers.pdf_text import text_width
from station.forms.appointment_slip import AppointmentSlip
from station.forms.daily_log import DailyLog
from station.forms.dossier_label import DossierLabel
from station.forms.letter import Letter, Sheet
from station.forms.receipt import Receipt
from station.forms.separator_sheet import SeparatorSheet
from station.forms.shelf_label import ShelfLabels
from station.ports.papers import LogKind, Papers, QrModules, RollWidth, SlipPaper

WORDS: Final = "TẬP HUẤN"
_SMALL: Final = "không có giá trị"
_ANGLE: Final = 32
_ACROSS: Final = 0.62
"""Of the page's shorter side."""
_GREY: Final = 0.35
_OPACITY: Final = 0.2
"""A copier shows it, and what stands under it can be read."""


class TrainingPapers:
    """``station.ports.papers.Papers`` of another, marked.

    Receipts and spreadsheets are drawn as they come: the office named on top of them says it.
    """

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    def slip_pdf(self, slip: AppointmentSlip, paper: SlipPaper) -> bytes:
        return marked(self._papers.slip_pdf(slip, paper))

    def letter_pdf(self, letter: Letter, sheet: Sheet | None = None) -> bytes:
        return marked(self._papers.letter_pdf(letter, sheet))

    def label_pdf(self, label: DossierLabel) -> bytes:
        return marked(self._papers.label_pdf(label))

    def separators_pdf(self, sheets: Sequence[SeparatorSheet]) -> bytes:
        return marked(self._papers.separators_pdf(sheets))

    def shelf_labels_pdf(self, labels: ShelfLabels) -> bytes:
        return marked(self._papers.shelf_labels_pdf(labels))

    def receipt_bytes(
        self, receipt: Receipt, width: RollWidth, *, open_drawer: bool = False
    ) -> bytes:
        return self._papers.receipt_bytes(receipt, width, open_drawer=open_drawer)

    def receipt_picture(self, receipt: Receipt, width: RollWidth) -> bytes:
        return self._papers.receipt_picture(receipt, width)

    def log_file(self, log: DailyLog, kind: LogKind) -> bytes:
        content = self._papers.log_file(log, kind)
        return marked(content) if kind is LogKind.PDF else content

    def qr_modules(self, text: str) -> QrModules:
        return self._papers.qr_modules(text)


def marked(pdf: bytes) -> bytes:
    """Give a PDF with the words across each of its pages."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            left, lower, right, upper = (float(edge) for edge in page.mediabox)
            with pikepdf.open(BytesIO(_mark(right - left, upper - lower))) as mark:
                form = document.copy_foreign(mark.pages[0].as_form_xobject())
            page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Training)
            page.contents_add(b"q", prepend=True)
            page.contents_add(b"Q /Training Do")
        buffer = BytesIO()
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


@lru_cache(maxsize=8)
def _mark(width: float, height: float) -> bytes:
    """Draw the words on an empty page of this size."""
    register_fonts()
    size = _ACROSS * min(width, height) / text_width(WORDS, BOLD, 1)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=True)
    canvas.setFillGray(_GREY, _OPACITY)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(_ANGLE)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(0, 0, WORDS)
    canvas.setFont(BOLD, size / 3)
    canvas.drawCentredString(0, -size / 2, _SMALL)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
