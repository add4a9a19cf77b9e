"""Tables: what a cell says, the model that holds rows of cells, and how a cell is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import TICK, TONE_ICONS, paint_chip, paint_tick
from ui.desktop.kit.paint import LEFT, RIGHT, box, fill, icon, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import TWO_LINE_ROW
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_STRONG, TextStyle, text_width, wrapped

_INSET = 10
_LINE = 20
_BOLDER = 0.96
"""Words of which some are bold are so much wider than they are measured."""
_MAY_BE_CUT = 10  # letters; a shorter text is whole in every column
Marks = tuple[tuple[int, int], ...]
_TITLE_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell says. Screen readers get ``spoken``, or the text."""

    text: str = ""
    spoken: str = ""
    style: TextStyle = BODY
    tone: Tone | None = None
    """Colour of the words (or of the chip); none is plain text, MUTE the second text colour."""
    sign: Icon | None = None
    chip: bool = False
    marked: Marks = ()
    """Spans (start, end) of the text that match what was searched for."""
    tick: bool | None = None
    """A tick box before the words: on, off, or none."""
    cursor: bool = False
    """The one cell of the current row that keys act upon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. Width None takes the room that is left."""

    title: str
    width: int | None = None
    right: bool = False
    wraps: bool = False
    """Words that do not fit go on in a second line where the row is high enough for two."""


class CellModel(QAbstractTableModel, Generic[Row]):
    """Rows of plain values, turned into cells one at a time when they are painted."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def cell(self, row: Row, column: int) -> Cell:
        """Give what the cell says; each table has its own words."""
        raise NotImplementedError

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row_at(self, at: int) -> Row | None:
        """Give the row at this place, such as the current one of a table; None: there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def cuts(self, column: int, width: float) -> bool:
        """Tell whether a column of this width cuts the words of any row."""
        cells = (self.cell(row, column) for row in self._rows)
        return any(text_width(one.text, one.style) > width - 2 * _INSET for one in cells)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where only their content changed, the current row stays."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def mark_rows(self, rows: Sequence[Row], column: int) -> None:
        """Show these rows, of which some words in one column are marked anew: where they are the
        rows that are shown, the other columns are not painted again."""
        if rows and tuple(rows) == self._rows:
            last = self.index(len(rows) - 1, column)
            self.dataChanged.emit(self.index(0, column), last)
        else:
            self.set_rows(rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        cell = self.cell(self._rows[index.row()], index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.text if len(cell.text) > _MAY_BE_CUT else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.spoken or cell.text
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation is Qt.Orientation.Horizontal and role in _TITLE_ROLES:
            return self.columns[section].title
        return None


def paint_row(painter: QPainter, rect: QRectF, *, current: bool, focused: bool) -> None:
    """Paint what all cells of a row stand on: ground, line, the sign of the current row, focus."""
    t = theme()
    fill(painter, rect, t.sel if focused else t.tint if current else t.surface)
    line(painter, rect.left(), rect.right(), rect.bottom() - 1, t.line)
    if current:
        fill(painter, QRectF(rect.left(), rect.top(), 3, rect.height() - 1), t.accent)
    if focused:
        for top in (rect.top(), rect.bottom() - 2):
            fill(painter, QRectF(rect.left(), top, rect.width(), 2), t.focus)


class CellDelegate(QStyledItemDelegate):
    """Paints what a cell says: words, chip, icon, tick, and the cursor that keys act upon."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model = option.widget, index.model()
        if not isinstance(view, QAbstractItemView) or not isinstance(model, CellModel):
            return
        row, column = index.row(), index.column()
        cell = model.cell(model.rows()[row], column)  # by way of Qt it would take ten times as long
        rect = QRectF(option.rect)
        painter.save()
        if cell.cursor and view.hasFocus() and view.currentIndex().row() == row:
            t = theme()
            box(painter, rect.adjusted(1, 4, -1, -4), t.surface, t.focus, radius=4, width=2)
        room = rect.adjusted(_INSET, 0, -_INSET, 0)
        if model.columns[column].wraps and rect.height() >= TWO_LINE_ROW:
            _paint_wrapped(painter, room, cell)
        else:
            self._paint_cell(painter, room, cell, right=model.columns[column].right)
        painter.restore()

    def _paint_cell(self, painter: QPainter, room: QRectF, cell: Cell, *, right: bool) -> None:
        t = theme()
        middle = room.center().y()
        ink = None if cell.tone is None else t.ink(cell.tone)
        if cell.chip and cell.tone:
            sign = cell.sign or TONE_ICONS[cell.tone]
            paint_chip(painter, room.left() - 2, middle, cell.text, cell.tone, sign)
            return
        if cell.tick is not None:
            paint_tick(painter, room.left(), middle, on=cell.tick)
            room = room.adjusted(TICK + 10, 0, 0, 0)
        if cell.sign:
            icon(painter, cell.sign, room.left() - 2, middle - 10, 20, ink or t.text)
            room = room.adjusted(24, 0, 0, 0)
            ink = None if cell.text and cell.style.weight < 600 else ink
        if cell.marked:
            _paint_marked(painter, room, cell.text, cell.marked, cell.style)
        else:
            align = RIGHT if right else LEFT
            words(painter, room, cell.text, cell.style, ink, align=align)


def _paint_wrapped(painter: QPainter, room: QRectF, cell: Cell) -> None:
    """Write the text in one line or two, centred in height."""
    ink = None if cell.tone is None else theme().ink(cell.tone)
    lines = wrapped(cell.text, cell.style, room.width() * (_BOLDER if cell.marked else 1), 2)
    top = room.center().y() - _LINE * len(lines) / 2
    at = 0
    for number, text in enumerate(lines):
        line_room = QRectF(room.left(), top + number * _LINE, room.width(), _LINE)
        if cell.marked:
            inside = [(max(0, start - at), min(len(text), end - at)) for start, end in cell.marked]
            spans = tuple(span for span in inside if span[0] < span[1])
            _paint_marked(painter, line_room, text, spans, cell.style)
        else:
            words(painter, line_room, text, cell.style, ink, elide=False)
        at += len(text) + 1  # and the space that the line was broken at


def _paint_marked(
    painter: QPainter, room: QRectF, text: str, marked: Marks, style: TextStyle
) -> None:
    """Write the text with its matches bold on the warn tint; elide what does not fit."""
    t = theme()
    x, middle = room.left(), room.center().y()
    at = 0
    pieces: list[tuple[str, bool]] = []
    for start, end in marked:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at:], False))
    for piece, hit in pieces:
        left_over = room.right() - x
        if not piece or left_over < text_width("…"):
            continue
        piece_style = BODY_STRONG if hit else style
        width = min(text_width(piece, piece_style), left_over)
        if hit:
            box(painter, QRectF(x - 1, middle - 11, width + 2, 22), t.warn_tint, radius=3)
        words(painter, QRectF(x, room.top(), width, room.height()), piece, piece_style)
        x += width
