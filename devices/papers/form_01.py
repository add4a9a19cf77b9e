"""Mẫu 01 as PDF: one way of drawing it, for A5, for A4 and for two copies side by side on A4."""

from collections.abc import Callable
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.form_01_blocks import appointment_box, note
from devices.papers.form_01_style import (
    A4_SHEET,
    A5_SHEET,
    TWO_UP_SHEET,
    FormStyle,
    Sheet,
)
from devices.papers.form_01_text import statutory_text
from devices.papers.form_pages import CONTINUED_LINE, FormContent, FormPage, paginate, plan
from devices.papers.pdf_fonts import BOLD, ITALIC, REGULAR
from devices.papers.pdf_letterhead import letterhead
from devices.papers.pdf_page import FOOT_LEADING, Block, PdfDocument, Space, draw_foot
from devices.papers.pdf_signatures import Signatures
from devices.papers.pdf_structure import SILENT, TEXT, TITLE, TaggedCanvas
from devices.papers.pdf_text import Paragraph, elided, paragraph
from station.forms.appointment_slip import AppointmentSlip, SlipCopy
from station.forms.wording import clock_and_date, counter_name, one_line
from station.ports.papers import SlipPaper

_SHEETS = {
    SlipPaper.A5: A5_SHEET,
    SlipPaper.A4: A4_SHEET,
    SlipPaper.A4_TWO_UP: TWO_UP_SHEET,
}
_ABOVE_FOOT = 1.2 * mm


def form_01_pdf(slip: AppointmentSlip, paper: SlipPaper) -> bytes:
    """Give form 01 as a PDF of as many sheets as its text needs."""
    sheet = _SHEETS[paper]
    document = PdfDocument(
        sheet.size,
        title=f"{' '.join(slip.title).capitalize()} {slip.dossier_code}",
        subject=slip.dossier_code,
        author=one_line(slip.office.agency),
        printed_at=slip.printed_at,
    )
    copies = _pages_of_copies(slip, sheet)
    page_count = len(copies[0])
    for number in range(page_count):
        for (x, copy), pages in zip(sheet.copies, copies, strict=True):
            draw(document.canvas, x, sheet.top, slip, sheet.style, copy, pages, number)
        if sheet.cut_at is not None:
            _draw_cut(document.canvas, sheet.cut_at, sheet.size[1])
        document.canvas.showPage()
    return document.finished()


def _pages_of_copies(slip: AppointmentSlip, sheet: Sheet) -> list[tuple[FormPage, ...]]:
    """Part each copy into pages; they differ in the name of the copy only, never in their size."""
    style = sheet.style
    height = style.height - _foot_height(style)
    first = sheet.copies[0][1]
    size, pages = plan(
        _content_at(slip, style, first),
        height,
        style.body_steps,
        style.smallest_on_several_pages,
    )
    others = [
        paginate(_content_at(slip, style, copy)(size), height) for _, copy in sheet.copies[1:]
    ]
    return [tuple(page.spread(height) for page in copy) for copy in (pages, *others)]


def draw(
    canvas: TaggedCanvas,
    x: float,
    top: float,
    slip: AppointmentSlip,
    style: FormStyle,
    copy: SlipCopy,
    pages: tuple[FormPage, ...],
    number: int,
) -> None:
    """Draw page ``number`` (from 0) of one copy with its top left corner at (x, top)."""
    page = pages[number]
    y = top
    bottom = top - style.height
    with canvas.structure.part(copy):
        for block in page.blocks:
            block.draw(canvas, x, y)
            y -= block.height
        if page.note is not None:
            page.note.draw(canvas, x, bottom + _foot_height(style) + page.note.height)
    if page.note is None:
        canvas.setFont(ITALIC, style.table_floor)
        text = f"Xem tiếp trang {number + 2}/{len(pages)}"
        canvas.drawRightString(x + style.width, y - CONTINUED_LINE + 2, text)
    _draw_foot(canvas, x, bottom, slip, style, copy, f"Trang {number + 1}/{len(pages)}")


def _content_at(
    slip: AppointmentSlip, style: FormStyle, copy: SlipCopy
) -> Callable[[float], FormContent]:
    """Lay out what is of one size, and give what lays out the rest at any size of the text."""
    head: tuple[Block, ...] = (
        letterhead(
            slip.office,
            slip.received_at,
            style.width,
            style.letterhead,
            register=slip.reference or None,
        ),
        Space(0),
        *_title(slip, style, copy),
        Space(0.8 * mm),
        appointment_box(slip, style),
        Space(1.1 * mm),
    )
    reminders = note(slip, style)
    running_head = _running_head(slip, style)

    def at(body: float) -> FormContent:
        text = statutory_text(slip.parts, style, body)
        return FormContent(
            opening=(*head, *text.before),
            table_title=text.table_title,
            table=text.table,
            closing=(Space(0.8 * mm), *text.after),
            signatures=Signatures(slip.signers, style.width, body, style.signature_gap),
            note=reminders,
            running_head=running_head,
        )

    return at


def _title(slip: AppointmentSlip, style: FormStyle, copy: SlipCopy) -> list[Paragraph]:
    def centred(text: str, size: float, face: str, role: str = TEXT) -> Paragraph:
        return paragraph(text, style.width, size, face=face, align="centre", role=role)

    return [
        centred(" ".join(slip.title), style.title, BOLD, TITLE),
        centred(f"(Liên: {copy})", style.remark, ITALIC),
        *(centred(mark, style.remark, BOLD) for mark in slip.marks),
    ]


def _running_head(slip: AppointmentSlip, style: FormStyle) -> tuple[Paragraph, ...]:
    whose = f"Mã hồ sơ: {slip.dossier_code} · {slip.owner_name}"
    title = " ".join(slip.title)
    said = partial(paragraph, width=style.width, role=SILENT)
    return (
        said(f"{title} (tiếp theo)", size=style.remark + 0.5, face=BOLD),
        said(
            elided(whose, REGULAR, style.remark, style.width),
            size=style.remark,
            after=1.2 * mm,
        ),
    )


def _foot_height(style: FormStyle) -> float:
    return 2 * style.foot * FOOT_LEADING + _ABOVE_FOOT


def _draw_foot(
    canvas: Canvas,
    x: float,
    bottom: float,
    slip: AppointmentSlip,
    style: FormStyle,
    copy: SlipCopy,
    page: str,
) -> None:
    """Draw the two foot lines: which copy, version and form; when, where and which page."""
    which = f"Liên {copy.number}: {copy} · Bản {slip.version} · {slip.dossier_code}"
    printed = f"In {clock_and_date(slip.printed_at)}, {counter_name(slip.office.counter)}"
    upper, lower = (which, printed), (slip.legal_basis, page)
    draw_foot(canvas, x, bottom, style.width, style.foot, upper, lower)


def _draw_cut(canvas: Canvas, x: float, height: float) -> None:
    canvas.setLineWidth(0.4)
    canvas.setDash(3, 3)
    canvas.line(x, 4 * mm, x, height - 4 * mm)
    canvas.setDash()
