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
from devices.papers.letter_style import STYLES, LetterStyle
from devices.papers.pdf_letterhead import letterhead
from devices.papers.pdf_page import FOOT_LEADING, Block, PdfDocument, Space, draw_foot
from devices.papers.pdf_signatures import Signatures
from devices.papers.pdf_structure import SILENT, TEXT, TITLE
from devices.papers.pdf_table import TableStyle, table
from devices.papers.pdf_text import (
    BOLD,
    ITALIC,
    REGULAR,
    Paragraph,
    elided,
    paragraph,
    text_width,
)
from station.forms.letter import Grid, Letter, QrNote, Recipients, Sheet
from station.forms.wording import clock_and_date, counter_name, one_line

_ABOVE_FOOT = 1.5 * mm
_ASIDE_SMALLER = 2


def letter_pdf(letter: Letter, sheet: Sheet) -> bytes:
    """Give a letter as a PDF of as many sheets as its text needs, one copy after another."""
    style = STYLES[sheet]
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
        text_of_table = TableStyle(size, size - style.table_head_smaller)
        rows = table((), (), text_of_table)
        for part in letter.parts:
            if isinstance(part, Grid):
                rows = grid_table(part, style.width, text_of_table)
                after.append(Space(0.8 * mm))
            else:
                (after or before).extend(blocks_of(part, style.width, body))
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
    fits = text_width(title, BOLD, style.title) <= style.width

    def centred(text: str, size: float, face: str, role: str = TEXT) -> Paragraph:
        return paragraph(text, style.width, size, face=face, align="centre", role=role)

    below = " – ".join(filter(None, (letter.subtitle, copy)))
    small = style.letterhead + 0.5
    return (
        top,
        Space(1.5 * mm),
        *(centred(line, style.title, BOLD, TITLE) for line in ([title] if fits else letter.title)),
        *([centred(below, small, ITALIC)] if below else []),
        *(centred(mark, small, BOLD) for mark in letter.marks),
        Space(1.2 * mm),
    )


def _running_head(letter: Letter, style: LetterStyle) -> tuple[Block, ...]:
    size = style.letterhead
    whose = " · ".join(filter(None, (letter.identity, letter.whose)))
    said = partial(paragraph, width=style.width, size=size, role=SILENT)
    return (
        said(f"{' '.join(letter.title)} (tiếp theo)", face=BOLD),
        said(elided(whose, REGULAR, size, style.width), after=1.2 * mm),
    )


def _signatures(letter: Letter, style: LetterStyle, body: float) -> Signatures:
    column = style.width / max(len(letter.signers) + bool(letter.aside), 1)
    size = body - _ASIDE_SMALLER
    aside: Block | None = None
    if isinstance(letter.aside, QrNote):
        aside = qr_block(letter.aside, column, size, style.qr, framed=False)
    elif isinstance(letter.aside, Recipients):
        aside = recipient_list(letter.aside, column, body - 1)
    return Signatures(letter.signers, style.width, body, style.signature_gap, aside)


def _note(letter: Letter, style: LetterStyle, body: float) -> Block:
    if letter.note is None:
        return Space(0)
    return qr_block(letter.note, style.width, body, style.qr + 6 * mm, framed=True)


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
    draw_foot(canvas, style.left, bottom, style.width, style.foot, upper, lower)
    canvas.showPage()
