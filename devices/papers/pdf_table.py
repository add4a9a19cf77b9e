"""A ruled table on a PDF page whose rows go over pages; its head stands on each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_operators import emit
from devices.papers.pdf_page import Unbreakable
from devices.papers.pdf_structure import TEXT, marked, structure_of
from devices.papers.pdf_text import SERIF, Faces, Paragraph, Run, paragraph

_HEAD_GREY = 0.93
_HEAD_PAD = 0.6 * mm
_RULE = 0.4
_HEAD_RULE = 0.5
_TICK_BOX = 4 * mm
_TICK_ROW = 7 * mm
"""Height that a row with a box has at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; columns that follow one another under one ``group`` share its cell above.

    ``tick``: an empty box in each row, to be ticked with a pen.
    """

    head: str
    width: float
    align: str = "left"
    group: str = ""
    tick: bool = False


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Sizes in points: of the text, of the heads, and the space in a cell."""

    size: float
    head_size: float
    leading: float = 1.15
    pad_across: float = 1.1 * mm
    pad_down: float = 0.9 * mm
    faces: Faces = SERIF


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one height, ruled on all sides."""

    cells: tuple[Paragraph, ...]
    columns: tuple[Column, ...]
    style: TableStyle
    height: float = field(init=False)
    """Weighed once: pages are parted by it many times."""

    def __post_init__(self) -> None:
        height = max([cell.height for cell in self.cells]) + self.style.pad_down
        if any(column.tick for column in self.columns):
            height = max(height, _TICK_ROW)
        object.__setattr__(self, "height", height)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        structure = structure_of(canvas)
        with structure.row():
            left = x
            for cell, column in zip(self.cells, self.columns, strict=True):
                with structure.cell():
                    cell_top = top - (self.height - cell.height) / 2
                    cell.draw(canvas, left + self.style.pad_across, cell_top)
                left += column.width
        self._draw_rules(canvas, x, top)

    def _draw_rules(self, canvas: Canvas, x: float, top: float) -> None:
        height = self.height
        bottom = top - height
        left = x
        rules = [f"{_RULE} w"]
        for column in self.columns:
            rules.append(f"{left:.2f} {top:.2f} m {left:.2f} {bottom:.2f} l")
            if column.tick:
                box_x = left + (column.width - _TICK_BOX) / 2
                box_y = top - (height + _TICK_BOX) / 2
                rules.append(f"{box_x:.2f} {box_y:.2f} {_TICK_BOX:.2f} {_TICK_BOX:.2f} re")
            left += column.width
        rules.append(f"{left:.2f} {top:.2f} m {left:.2f} {bottom:.2f} l")
        rules.append(f"{x:.2f} {bottom:.2f} m {left:.2f} {bottom:.2f} l S")
        emit(canvas, *rules)

    def split(self, room: float) -> "tuple[Row | None, Row]":
        """Part a row that is higher than a whole page, in each cell that is."""
        inside = room - self.style.pad_down
        upper: list[Paragraph] = []
        rest: list[Paragraph] = []
        for cell in self.cells:
            head, tail = cell, replace(cell, lines=(), widths=())
            if cell.height > inside:
                fitting, tail = cell.split(inside)
                if fitting is None:
                    return None, self
                head = fitting
            upper.append(head)
            rest.append(tail)
        return replace(self, cells=tuple(upper)), replace(self, cells=tuple(rest))


@dataclass(frozen=True, slots=True)
class TableHead(Unbreakable):
    """The grey head of a table, of one or two storeys."""

    columns: tuple[Column, ...]
    cells: tuple[Paragraph, ...]
    size: float
    face: str

    @property
    def _storey(self) -> float:
        """Height of the upper storey, where group names stand; 0 without groups."""
        grouped = any(column.group for column in self.columns)
        return self.size * 1.1 + 0.9 * mm if grouped else 0.0

    @property
    def height(self) -> float:
        return max(
            cell.height + 2 * _HEAD_PAD + (self._storey if column.group else 0.0)
            for cell, column in zip(self.cells, self.columns, strict=True)
        )

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        width = sum(column.width for column in self.columns)
        bottom = top - self.height
        canvas.setLineWidth(_HEAD_RULE)
        canvas.setFillGray(_HEAD_GREY)
        canvas.rect(x, bottom, width, self.height, stroke=1, fill=1)
        canvas.setFillGray(0)
        structure = structure_of(canvas)
        left, previous = x, ""
        with structure.column_heads():
            for number, (cell, column) in enumerate(zip(self.cells, self.columns, strict=True)):
                cell_top = top - self._storey if column.group else top
                inside_group = bool(column.group) and column.group == previous
                with structure.cell(head=True):
                    if column.group and not inside_group:
                        self._draw_group(canvas, left, top, column.group)
                    middle = cell_top - (cell_top - bottom - cell.height) / 2
                    cell.draw(canvas, left + _HEAD_PAD, middle)
                if number:
                    canvas.line(left, cell_top if inside_group else top, left, bottom)
                left, previous = left + column.width, column.group

    def _draw_group(self, canvas: Canvas, left: float, top: float, name: str) -> None:
        width = sum(column.width for column in self.columns if column.group == name)
        canvas.line(left, top - self._storey, left + width, top - self._storey)
        canvas.setFont(self.face, self.size)
        baseline = top - self._storey / 2 - self.size * 0.34
        with marked(canvas, TEXT):
            canvas.drawCentredString(left + width / 2, baseline, name)


@dataclass(frozen=True, slots=True)
class Table:
    """A head, and rows that are drawn under it wherever they come to stand."""

    head: TableHead
    rows: tuple[Row, ...]


def table(
    columns: Sequence[Column], texts: Sequence[Sequence[str | Sequence[Run]]], style: TableStyle
) -> Table:
    """Lay out a table; every row of ``texts`` has one text, or runs, for each column."""
    kept = tuple(columns)
    rows = tuple(
        Row(
            tuple(
                paragraph(
                    text,
                    column.width - 2 * style.pad_across,
                    style.size,
                    leading=style.leading,
                    align=column.align,
                )
                for text, column in zip(row, kept, strict=True)
            ),
            kept,
            style,
        )
        for row in texts
    )
    return Table(_head(kept, style.head_size, style.faces.bold), rows)


@lru_cache(maxsize=256)
def _head(columns: tuple[Column, ...], size: float, face: str) -> TableHead:
    """Lay out a head; it is the same for every size of the text that is tried."""
    cells = tuple(
        paragraph(
            column.head,
            column.width - 2 * _HEAD_PAD,
            size,
            face=face,
            leading=1.08,
            align="centre",
        )
        for column in columns
    )
    return TableHead(columns, cells, size, face)
