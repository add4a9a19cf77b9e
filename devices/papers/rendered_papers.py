"""The papers as this program draws them. Libraries are imported when first needed, not before."""

from collections.abc import Sequence
from io import BytesIO

from station.forms.appointment_slip import AppointmentSlip
from station.forms.daily_log import DailyLog
from station.forms.dossier_label import DossierLabel
from station.forms.letter import Letter, Sheet
from station.forms.receipt import Receipt
from station.forms.separator_sheet import SeparatorSheet
from station.forms.shelf_label import ShelfLabels
from station.ports.papers import LogKind, QrModules, RollWidth, SlipPaper

_DOTS_PER_INCH = 203


class RenderedPapers:
    """``station.ports.papers.Papers`` with ReportLab, Pillow, python-escpos and XlsxWriter."""

    def slip_pdf(self, slip: AppointmentSlip, paper: SlipPaper) -> bytes:
        from devices.papers.form_01 import form_01_pdf

        return form_01_pdf(slip, paper)

    def letter_pdf(self, letter: Letter, sheet: Sheet | None = None) -> bytes:
        from devices.papers.letter_pdf import letter_pdf

        return letter_pdf(letter, sheet or letter.sheet)

    def label_pdf(self, label: DossierLabel) -> bytes:
        from devices.papers.label_pdf import label_pdf

        return label_pdf(label)

    def separators_pdf(self, sheets: Sequence[SeparatorSheet]) -> bytes:
        from devices.papers.separator_pdf import separator_pdf

        return separator_pdf(sheets)

    def shelf_labels_pdf(self, labels: ShelfLabels) -> bytes:
        from devices.papers.shelf_labels_pdf import shelf_labels_pdf

        return shelf_labels_pdf(labels)

    def receipt_bytes(
        self, receipt: Receipt, width: RollWidth, *, open_drawer: bool = False
    ) -> bytes:
        from devices.papers.receipt_escpos import receipt_bytes

        return receipt_bytes(receipt, width, open_drawer=open_drawer)

    def receipt_picture(self, receipt: Receipt, width: RollWidth) -> bytes:
        from devices.papers.receipt_picture import receipt_picture

        png = BytesIO()
        dpi = (_DOTS_PER_INCH, _DOTS_PER_INCH)
        receipt_picture(receipt, width).save(png, "PNG", dpi=dpi)
        return png.getvalue()

    def log_file(self, log: DailyLog, kind: LogKind) -> bytes:
        if kind is LogKind.PDF:
            from devices.papers.log_pdf import log_pdf

            return log_pdf(log)
        if kind is LogKind.XLSX:
            from devices.papers.log_xlsx import log_xlsx

            return log_xlsx(log)
        from devices.papers.log_csv import log_csv

        return log_csv(log)

    def qr_modules(self, text: str) -> QrModules:
        from devices.papers.qr_symbol import qr_matrix

        return qr_matrix(text, "M")
