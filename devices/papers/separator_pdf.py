"""The separator sheets of a checklist as PDF, an A4 page each.

The code is in the middle and 90 mm wide: it is read whichever end of the sheet goes into the feeder
first, askew, and from a coarse scan.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm

from devices.papers.pdf_page import A4, PdfDocument, draw_foot, draw_qr
from devices.papers.pdf_text import SANS, paragraph
from station.forms.separator_sheet import SeparatorSheet

_MARGIN = 18 * mm
_QR = 90 * mm
_NAME_SIZES = (34.0, 28.0, 22.0, 17.0, 13.0)
_NAME_ROOM = 52 * mm
_SAID = "Đặt tờ này TRƯỚC các trang của giấy tờ ghi ở trên, rồi quét cả tập."
_HOW = (
    "Trang nằm sau tờ này tự vào dòng của nó; tờ này không vào hồ sơ và dùng lại được.",
    "Separator sheet: the pages behind it file themselves; it goes into no dossier.",
)


def separator_pdf(sheets: Sequence[SeparatorSheet]) -> bytes:
    """Give one page a sheet.

    Raises:
        ValueError: there is none.
    """
    if not sheets:
        raise ValueError("a checklist without rows has no sheets")
    first = sheets[0]
    document = PdfDocument(
        A4,
        title=f"Tờ phân cách {first.procedure_code}",
        subject=first.procedure_code,
        author=first.agency,
        printed_at=first.printed_at,
    )
    for sheet in sheets:
        _draw(document, sheet)
    return document.finished()


def _draw(document: PdfDocument, sheet: SeparatorSheet) -> None:
    canvas, (width, height) = document.canvas, A4
    room = width - 2 * _MARGIN
    y = height - _MARGIN
    for text, size, face in (
        ("TỜ PHÂN CÁCH", 16.0, SANS.bold),
        (str(sheet.number), 64.0, SANS.bold),
    ):
        line = paragraph(text, room, size, face=face, align="centre")
        line.draw(canvas, _MARGIN, y)
        y -= line.height
    name = next(
        (line for size in _NAME_SIZES
         if (line := paragraph(sheet.row_name, room, size, face=SANS.bold, align="centre")).height
         <= _NAME_ROOM),
        paragraph(sheet.row_name, room, 10.0, face=SANS.bold, align="centre"),
    )  # fmt: skip
    name.draw(canvas, _MARGIN, y - (_NAME_ROOM - name.height) / 2)
    middle = height / 2
    draw_qr(canvas, (width - _QR) / 2, middle + _QR / 2, _QR, sheet.code.text)
    y = middle - _QR / 2 - 4 * mm
    procedure = f"{sheet.procedure_code} · {sheet.procedure_name}"
    for text, size, face in (
        (_SAID, 14.0, SANS.bold),
        *((how, 11.0, SANS.regular) for how in _HOW),
        (procedure, 10.0, SANS.regular),
    ):
        line = paragraph(text, room, size, face=face, align="centre", after=2 * mm)
        line.draw(canvas, _MARGIN, y)
        y -= line.height
    draw_foot(
        canvas, _MARGIN, 10 * mm, room, 8.0, (sheet.agency, sheet.code.text), face=SANS.regular
    )
    canvas.showPage()
