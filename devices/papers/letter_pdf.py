"""Letters and lists as PDF: one plain way of drawing every paper that is worded as data."""

from collections.abc import Callable
from functools import partial

from reportlab.lib.units import mm

from devices.papers.form_pages import FormContent, FormPage, plan
from devices.papers.letter_blocks import (
    blocks_of,
    grid_table,
    plain_head,
    qr_block,
    recipient_list,
)
from devices.papers.letter_style import LetterStyle, style_of
from devices.papers.pdf_letterhead import letterhead
from devices.papers.pdf_page import FOOT_LEADING, Block, PdfDocument, Space, Stack, draw_foot
from devices.papers.pdf_signatures import Signatures
from devices.papers.pdf_structure import SILENT, TEXT, TITLE
from devices.papers.pdf_table import TableStyle, table
from devices.papers.pdf_text import Paragraph, elided, paragraph, text_width
from station.forms.letter import Fine, Grid, Letter, QrNote, Recipients, Sheet
from station.forms.wording import clock_and_date, counter_name, one_line

_ABOVE_FOOT = 1.5 * mm
_ASIDE_SMALLER = 2


def letter_pdf(letter: Letter, sheet: Sheet) -> bytes:
    """Give a letter as a PDF of as many sheets as its text needs, one copy after another."""
    style = style_of(sheet, official=letter.state_head)
    document = PdfDocument(
        style.page,
        title=f"{' '.join(letter.title).capitalize()} {letter.identity}",
        subject=letter.identity,
        author=one_line(letter.office.agency),
        printed_at=letter.printed_at,
    )
    for copy in letter.copies or ("",):
        height = style.height - 2 * style.foot * FOOT_LEADING - _ABOVE_FOOT
        _, pages = plan(
            _content_at(letter, style, copy),
            height,
            style.body_steps,
            style.smallest_on_several_pages,
        )
        for number, page in enumerate(pages, 1):
            _draw(document, letter, style, copy, page.spread(height), f"{number}/{len(pages)}")
    return document.finished()


def _content_at(letter: Letter, style: LetterStyle, copy: str) -> Callable[[float], FormContent]:
    head = _head(letter, style, copy)
    running_head = _running_head(letter, style)

    def at(body: float) -> FormContent:
        before: list[Block] = [*head]
        after: list[Block] = []
        size = max(body - style.table_smaller, 8.4)
        text_of_table = TableStyle(size, size - style.table_head_smaller, faces=style.faces)
        rows = table((), (), text_of_table)
        for part in letter.parts:
            if isinstance(part, Grid):
                rows = grid_table(part, style.width, text_of_table)
                after.append(Space(0.8 * mm))
            elif not isinstance(part, Fine):
                blocks = blocks_of(part, style.width, body, faces=style.faces)
                (after or before).extend(blocks)
        return FormContent(
            opening=before,
            table_title=Space(0.8 * mm),
            table=rows,
            closing=after or [before.pop()],
            signatures=_signatures(letter, style, body),
            note=_note(letter, style, body),
            running_head=running_head,
        )

    return at


def _head(letter: Letter, style: LetterStyle, copy: str) -> tuple[Block, ...]:
    reference = letter.reference
    top: Block = (
        letterhead(
            letter.office,
            letter.dated,
            style.width,
            style.letterhead,
            left_share=style.left_share,
            register=reference or None,
        )
        if letter.state_head
        else plain_head(letter.office, reference, style.width, style.letterhead)
    )
    title = " ".join(letter.title)
    faces, align = style.faces, style.title_align
    fits = text_width(title, faces.bold, style.title) <= style.width

    def line(text: str, size: float, face: str, role: str = TEXT) -> Paragraph:
        return paragraph(text, style.width, size, face=face, align=align, role=role)

    below = " – ".join(filter(None, (letter.subtitle, copy)))
    small = style.letterhead + 0.5
    return (
        top,
        Space(style.above_title),
        *(line(one, style.title, faces.bold, TITLE) for one in ([title] if fits else letter.title)),
        *([line(below, small, faces.italic)] if below else []),
        *(line(mark, small, faces.bold) for mark in letter.marks),
        Space(1.2 * mm),
    )


def _running_head(letter: Letter, style: LetterStyle) -> tuple[Block, ...]:
    size, faces = style.letterhead, style.faces
    told = letter.identity in letter.whose  # the period of a register
    whose = letter.whose if told else " · ".join(filter(None, (letter.identity, letter.whose)))
    said = partial(paragraph, width=style.width, size=size, role=SILENT)
    return (
        said(f"{' '.join(letter.title)} (tiếp theo)", face=faces.bold),
        said(elided(whose, faces.regular, size, style.width), face=faces.regular, after=1.2 * mm),
    )


def _signatures(letter: Letter, style: LetterStyle, body: float) -> Signatures:
    column = style.width / max(len(letter.signers) + bool(letter.aside), 1)
    size = body - _ASIDE_SMALLER
    aside: Block | None = None
    if isinstance(letter.aside, QrNote):
        aside = qr_block(letter.aside, column, size, style.qr, framed=False, faces=style.faces)
    elif isinstance(letter.aside, Recipients):
        aside = recipient_list(letter.aside, column, body - 1)
    gap = style.signature_gap
    return Signatures(letter.signers, style.width, body, gap, aside, style.faces)


def _note(letter: Letter, style: LetterStyle, body: float) -> Block:
    """Give what stands at the foot of the last page: a framed note, small print below it."""
    faces, qr = style.faces, style.qr + 6 * mm
    blocks: list[Block] = []
    if letter.note is not None:
        blocks.append(qr_block(letter.note, style.width, body, qr, framed=True, faces=faces))
    for part in letter.parts:
        if isinstance(part, Fine):
            blocks += blocks_of(part, style.width, body, faces=faces)
    return Stack(tuple(blocks))


def _draw(
    document: PdfDocument,
    letter: Letter,
    style: LetterStyle,
    copy: str,
    page: FormPage,
    number: str,
) -> None:
    canvas = document.canvas
    y = style.top
    bottom = style.top - style.height
    with canvas.structure.part(copy):
        for block in page.blocks:
            block.draw(canvas, style.left, y)
            y -= block.height
        if page.note is not None:
            above_foot = bottom + 2 * style.foot * FOOT_LEADING + _ABOVE_FOOT
            page.note.draw(canvas, style.left, above_foot + page.note.height)
    what = " · ".join(filter(None, (letter.legal_basis, copy)))
    printed = f"In {clock_and_date(letter.printed_at)}, {counter_name(letter.office.counter)}"
    upper, lower = (what, printed), (letter.identity, f"Trang {number}")
    face = style.faces.regular
    draw_foot(canvas, style.left, bottom, style.width, style.foot, upper, lower, face=face)
    canvas.showPage()
