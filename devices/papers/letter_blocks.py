"""The parts of a letter as blocks of a known height."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.line_breaks import NO_BREAK, unbroken
from devices.papers.pdf_fonts import BOLD_ITALIC
from devices.papers.pdf_page import Block, Unbreakable, draw_qr, total_height
from devices.papers.pdf_structure import SECTION
from devices.papers.pdf_table import Column, Table, TableStyle, table
from devices.papers.pdf_text import SANS, SERIF, Faces, Paragraph, Run, paragraph, text_width
from station.forms.letter import (
    Centred,
    Fields,
    Fine,
    Grid,
    Heading,
    Line,
    Part,
    QrNote,
    Recipients,
    Sentence,
    Tick,
    Ticks,
)
from station.forms.office import OfficeHeader
from station.forms.wording import in_capitals, one_line

_HANG = 3.2 * mm
_INDENT = NO_BREAK * 6
_APART = NO_BREAK * 4
_LONGEST_UNBROKEN = 34
_BOX_INDENT = 3 * mm
_RIGHT_OF_HEAD = 0.6
_SMALLEST_CODE = 8
_FINE = 8.6
_PHONE = 1.3
"""A phone number's size beside that of the text around it."""
_CAPTION_SMALLER = 0.9
_PARTS_KEPT, _GRIDS_KEPT = 128, 16
"""Most parts of a form are the same for many people, as are the papers of a procedure; each is
tried at several sizes."""


def runs_of(line: Line, faces: Faces) -> list[Run]:
    """Give the runs of a line; a bold name of usual length stays on one line."""
    return [
        Run(
            unbroken(text) if bold and _is_name(text) else text,
            faces.of(bold=bold, italic=italic),
        )
        for text, bold, italic in line
    ]


def _is_name(text: str) -> bool:
    """Tell a name from a stretch that a space at its end joins to what stands beside it."""
    return len(text) <= _LONGEST_UNBROKEN and text == text.strip()


@lru_cache(maxsize=_PARTS_KEPT)
def blocks_of(
    part: Part, width: float, size: float, *, apart: float = 0.4 * mm, faces: Faces = SERIF
) -> Sequence[Block]:
    """Lay out a part at one size of the text; a grid is laid out by ``grid_table``.

    Args:
        apart: space below a line of fields, in points.

    Raises:
        TypeError: the part is a grid.
    """
    if isinstance(part, Fields):
        return _fields(part, width, size, apart, faces)
    said = partial(paragraph, width=width, size=size, leading=faces.leading)
    if isinstance(part, Sentence):
        runs = [Run(_INDENT, faces.regular), *runs_of(part.words, faces)]
        return [said(runs, before=0.4 * mm, after=0.5 * mm)]
    if isinstance(part, Centred):
        gap = 1.6 * mm
        return [said(runs_of(part.words, faces), align="centre", before=gap, after=gap)]
    if isinstance(part, Heading):
        return [RuledHeading(said(runs_of(part.words, faces), before=2 * mm, role=SECTION))]
    if isinstance(part, Fine):
        return [said(runs_of(part.words, faces), size=min(size, _FINE), before=1.6 * mm)]
    if isinstance(part, Ticks):
        return [_ticked(item, part.ticked, width, size, faces) for item in part.items]
    raise TypeError(f"{type(part).__name__} is no running part")


@lru_cache(maxsize=_GRIDS_KEPT)
def grid_table(grid: Grid, width: float, style: TableStyle) -> Table:
    """Lay out a grid over the whole width."""
    whole = sum(column.share for column in grid.columns)
    columns = [
        Column(column.head, width * column.share / whole, column.align, column.group, column.tick)
        for column in grid.columns
    ]
    rows = [[runs_of(cell, style.faces) for cell in row] for row in grid.rows]
    return table(columns, rows, style)


def _fields(
    part: Fields, width: float, size: float, apart: float, faces: Faces
) -> Sequence[Paragraph]:
    """Put the groups on one line where they fit, else each on its own."""
    groups = [runs_of(group, faces) for group in part.groups]
    together: list[Run] = []
    for group in groups:
        together += [Run(_APART, faces.regular), *group] if together else group
    fits = sum(text_width(run.text, run.face, size) for run in together) <= width
    lines = [together] if fits else groups
    said = partial(paragraph, width=width, size=size, leading=faces.leading, hang=_HANG)
    return [said(line, after=apart) for line in lines]


@dataclass(frozen=True, slots=True)
class RuledHeading(Unbreakable):
    """A heading with a line below it."""

    text: Paragraph

    @property
    def height(self) -> float:
        return self.text.height + 2.4 * mm

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        self.text.draw(canvas, x, top)
        rule = top - self.text.height - 0.9 * mm
        canvas.setLineWidth(0.6)
        canvas.line(x, rule, x + self.text.width, rule)


@dataclass(frozen=True, slots=True)
class TickItem(Unbreakable):
    """A box or a tick, and beside it what it stands for."""

    lines: tuple[Paragraph, ...]
    box: float
    """Side of the box in points."""
    indent: float
    ticked: bool

    @property
    def height(self) -> float:
        return total_height(self.lines) + 1.6 * mm

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        bottom = top - self.lines[0].leading / 2 - self.box / 2
        canvas.setLineWidth(1)
        if self.ticked:
            middle = bottom + self.box * 0.1
            canvas.lines(
                [
                    (x, bottom + self.box * 0.45, x + self.box * 0.35, middle),
                    (x + self.box * 0.35, middle, x + self.box, bottom + self.box * 0.9),
                ]
            )
        else:
            canvas.rect(x, bottom, self.box, self.box)
        for line in self.lines:
            line.draw(canvas, x + self.indent, top)
            top -= line.height


def _ticked(item: Tick, ticked: bool, width: float, size: float, faces: Faces) -> TickItem:
    box = (3.6 if ticked else 5) * mm
    indent = 8 * mm
    room = width - indent
    larger = size if ticked else size + 1.5
    said = partial(paragraph, width=room, leading=faces.leading)
    lines = [said(runs_of(item.title, faces), size=larger)]
    if item.detail:
        lines.append(said(runs_of(item.detail, faces), size=size - 0.5))
    return TickItem(tuple(lines), box, indent, ticked)


@dataclass(frozen=True, slots=True)
class QrBlock(Unbreakable):
    """A QR code and its caption beside it; framed where it is the note at the foot."""

    lines: tuple[Paragraph, ...]
    width: float
    qr_size: float
    qr_text: str
    framed: bool

    @property
    def height(self) -> float:
        inner = max(self.qr_size, total_height(self.lines) + 2 * mm * self.framed)
        return inner + 2 * mm * self.framed

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        text_x, qr_x = x + self.qr_size + 1 * mm, x
        if self.framed:
            top -= 2 * mm
            inner = self.height - 2 * mm
            canvas.setLineWidth(1.2)
            canvas.roundRect(x, top - inner, self.width, inner, 1.2 * mm, stroke=1, fill=0)
            text_x, qr_x = x + _BOX_INDENT, x + self.width - self.qr_size - 1 * mm
        else:
            inner = self.height
        draw_qr(canvas, qr_x, top - (inner - self.qr_size) / 2, self.qr_size, self.qr_text)
        line_top = top - (inner - total_height(self.lines)) / 2
        for line in self.lines:
            line.draw(canvas, text_x, line_top)
            line_top -= line.height


def qr_block(
    note: QrNote, width: float, size: float, qr: float, *, framed: bool, faces: Faces
) -> QrBlock:
    """Lay out a QR code with its caption in a column of this width.

    In a framed one of a family without serifs, bold words after others (a phone) are larger.
    """
    room = width - qr - (2 * _BOX_INDENT if framed else 2 * mm)
    plain = framed and faces is not SERIF
    size = size - _CAPTION_SMALLER if plain else size
    lines = []
    for line in note.caption:
        runs = _unparted(runs_of(line, faces), room, size)
        stands_out = plain and any(run.face == faces.bold for run in runs[1:])
        if stands_out:
            large = size * _PHONE
            runs = [r._replace(size=large) if r.face == faces.bold else r for r in runs]
        leading = faces.leading * (_PHONE if stands_out else 1)
        lines.append(paragraph(runs, room, size, leading=leading))
    return QrBlock(tuple(lines), width, qr, note.text, framed)


def _unparted(runs: list[Run], room: float, size: float) -> list[Run]:
    """Make a code smaller that is wider than the column, down to what can still be read."""
    return [
        run._replace(size=max(size * (room - 0.1) / wide, _SMALLEST_CODE))
        if " " not in run.text and (wide := text_width(run.text, run.face, size)) > room
        else run
        for run in runs
    ]


@dataclass(frozen=True, slots=True)
class RecipientList(Unbreakable):
    """Nơi nhận, as NĐ 30/2020/NĐ-CP puts it at the foot of a letter."""

    lines: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        return total_height(self.lines)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        for line in self.lines:
            line.draw(canvas, x, top)
            top -= line.height


def recipient_list(recipients: Recipients, width: float, size: float) -> RecipientList:
    """Lay out the recipients in a column of this width."""
    *all_but_last, last = recipients.lines
    lines = [*(f"- {line};" for line in all_but_last), f"- {last}."]
    return RecipientList(
        (
            paragraph("Nơi nhận:", width, size, face=BOLD_ITALIC),
            *(paragraph(line, width, size - 1, hang=1.6 * mm) for line in lines),
        )
    )


@dataclass(frozen=True, slots=True)
class PlainHead(Unbreakable):
    """The agency's name left and a reference right, for papers that are no official ones."""

    left: Paragraph
    right: Paragraph
    right_x: float

    @property
    def height(self) -> float:
        return max(self.left.height, self.right.height) + 2 * mm

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        self.left.draw(canvas, x, top)
        self.right.draw(canvas, x + self.right_x, top)


def plain_head(office: OfficeHeader, reference: str, width: float, size: float) -> PlainHead:
    """Lay out the head of a paper that is no official one."""
    said = one_line(reference)
    right = min(text_width(said, SANS.regular, size) + 1, width * _RIGHT_OF_HEAD)
    left = width - right
    line = partial(paragraph, size=size, leading=SANS.leading)
    return PlainHead(
        line(in_capitals(office.agency), width=left - 3 * mm, face=SANS.bold),
        line(said, width=right, face=SANS.regular, align="right"),
        right_x=left,
    )
