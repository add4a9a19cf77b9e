"""Stickers of shelves on an A4 sheet of labels, 70 × 37 mm, three columns of eight."""

from reportlab.lib.units import mm

from devices.papers.pdf_page import A4, PdfDocument, draw_qr
from devices.papers.pdf_text import SANS, paragraph, text_width
from station.forms.shelf_label import ShelfLabels

_WIDTH, _HEIGHT = 70 * mm, 37 * mm
_COLUMNS, _ROWS = 3, 8
_MARGIN = 3 * mm
_QR = 27 * mm
_LARGEST, _SMALL = 40.0, 10.0


def shelf_labels_pdf(labels: ShelfLabels) -> bytes:
    """Give as many sheets as the stickers need."""
    document = PdfDocument(
        A4,
        title="Tem kệ",
        subject=f"{labels.names[0]} – {labels.names[-1]}",
        author=labels.agency,
        printed_at=labels.printed_at,
    )
    canvas = document.canvas
    room = _WIDTH - _QR - 2 * _MARGIN
    for number, name in enumerate(labels.names):
        place = number % (_COLUMNS * _ROWS)
        if number and place == 0:
            canvas.showPage()
        row, column = divmod(place, _COLUMNS)
        x, top = column * _WIDTH, A4[1] - row * _HEIGHT
        draw_qr(canvas, x + _MARGIN / 2, top - (_HEIGHT - _QR) / 2, _QR, name)
        size = min(_LARGEST, _LARGEST * (room - 0.1) / text_width(name, SANS.bold, _LARGEST))
        left = x + _MARGIN / 2 + _QR + _MARGIN / 2
        large = paragraph(name, room, size, face=SANS.bold, leading=1.1)
        large.draw(canvas, left, top - (_HEIGHT - large.height) / 2 + 3 * mm)
        line = paragraph(labels.counter, room, _SMALL, face=SANS.regular)
        line.draw(canvas, left, top - _HEIGHT + line.height + _MARGIN)
    canvas.showPage()
    return document.finished()
