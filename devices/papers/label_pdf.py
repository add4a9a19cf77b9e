"""The sticker of a dossier as PDF, 70 × 37 mm: three columns of eight on an A4 sheet of labels."""

from reportlab.lib.units import mm

from devices.papers.pdf_page import PdfDocument, draw_qr
from devices.papers.pdf_text import (
    SANS,
    Paragraph,
    elided,
    paragraph,
    text_width,
)
from station.forms.dossier_label import DossierLabel

_SIZE = (70 * mm, 37 * mm)
_MARGIN = 2 * mm
_QR = 24 * mm
_TEXT_X = 27 * mm
_SUBJECT_SIZE = 7.6
_SUBJECT_LINES = 2


def label_pdf(label: DossierLabel) -> bytes:
    """Give one sticker on a page of its own size."""
    document = PdfDocument(
        _SIZE,
        title=f"Tem hồ sơ {label.dossier_code}",
        subject=label.dossier_code,
        author=label.agency,
        printed_at=label.printed_at,
    )
    canvas = document.canvas
    draw_qr(canvas, 1 * mm, _SIZE[1] - 1 * mm, _QR, label.dossier_code)
    room = _SIZE[0] - _TEXT_X - _MARGIN
    y = _SIZE[1] - _MARGIN
    for text, face, size in (
        (label.number, SANS.bold, 26.0),
        (label.prefix, SANS.bold, 10.0),
        (label.due, SANS.bold, 11.5),
        (label.received, SANS.regular, 8.0),
    ):
        fitting = size * min(1, (room - 0.1) / text_width(text, face, size))
        line = paragraph(text, room, fitting, face=face, leading=1.12)
        line.draw(canvas, _TEXT_X, y)
        y -= line.height
    y = _SIZE[1] - _QR - 1.2 * mm
    room = _SIZE[0] - 2 * _MARGIN
    subject = _shortened(label.subject, room)
    subject.draw(canvas, _MARGIN, y)
    y -= subject.height
    agencies = elided(label.agencies, SANS.bold, _SUBJECT_SIZE, room)
    paragraph(agencies, room, _SUBJECT_SIZE, face=SANS.bold).draw(canvas, _MARGIN, y)
    canvas.showPage()
    return document.finished()


def _shortened(text: str, room: float) -> Paragraph:
    """Give at most two lines; the second ends at a whole word, with an ellipsis, if more follow."""
    words = text.split(" ")
    lines = paragraph(text, room, _SUBJECT_SIZE, face=SANS.regular, leading=1.16)
    while len(lines.lines) > _SUBJECT_LINES and len(words) > 1:
        words.pop()
        lines = paragraph(
            " ".join(words) + " …", room, _SUBJECT_SIZE, face=SANS.regular, leading=1.16
        )
    return lines
