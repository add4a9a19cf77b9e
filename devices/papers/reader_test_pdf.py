"""The page that tries readers out, A5: its QR code holds every Vietnamese letter."""

from datetime import datetime

from reportlab.lib.units import mm

from devices.papers.pdf_page import A5, PdfDocument, draw_qr
from devices.papers.pdf_text import SANS, paragraph
from station.domain.reader_test import LETTER_GROUPS, READER_TEST_TEXT

_MARGIN = 15 * mm
_QR = 80 * mm
_GAP = 4 * mm
_TITLE = "Trang thử đầu đọc mã"
_STEPS = (
    "1. Mở chương trình ở màn hình bất kỳ, không cần bấm vào ô nào.",
    "2. Đưa đầu đọc (hoặc máy ảnh) vào mã bên dưới.",
    "3. Màn hình hiện từng chữ: chữ sai có khung đỏ, kèm cách sửa.",
    "Test page: scan this code on any page of the program; wrong letters are framed in red.",
)


def reader_test_pdf(*, agency: str, printed_at: datetime) -> bytes:
    """Give the page. It names nobody; one copy may lie at the counter for good."""
    document = PdfDocument(A5, title=_TITLE, subject=_TITLE, author=agency, printed_at=printed_at)
    canvas, (width, height) = document.canvas, A5
    room = width - 2 * _MARGIN
    y = height - _MARGIN
    title = paragraph(_TITLE, room, 18.0, face=SANS.bold)
    title.draw(canvas, _MARGIN, y)
    y -= title.height + _GAP
    for step in _STEPS:
        line = paragraph(step, room, 10.0, face=SANS.regular)
        line.draw(canvas, _MARGIN, y)
        y -= line.height + 1 * mm
    y -= _GAP
    draw_qr(canvas, (width - _QR) / 2, y, _QR, READER_TEST_TEXT)
    y -= _QR + _GAP
    for group in LETTER_GROUPS[: len(LETTER_GROUPS) // 2]:
        letters = paragraph("  ".join(group[1:]), room, 12.0, face=SANS.regular)
        letters.draw(canvas, _MARGIN, y)
        y -= letters.height
    canvas.showPage()
    return document.finished()
