"""The table: painted cells, a quiet header, a thin scroll bar, and only whole rows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QScrollBar, QTableView, QWidget

from ui.desktop.kit.cells import CellDelegate, CellModel, paint_row
from ui.desktop.kit.paint import LEFT, RIGHT, box, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import LIST_ROW, TABLE_HEAD, TWO_LINE_ROW
from ui.desktop.kit.typography import CAPTION_STRONG, text_width

_HEAD_INSETS = 22
Widths = Mapping[int, int | None]
"""Of columns by their numbers; None takes the room that is left."""
_AS_MADE: Widths = MappingProxyType({})


class ThinScrollBar(QScrollBar):
    """A thumb without arrows; nothing at all where there is nothing to scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.surface)
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        room = self.height() - 4
        thumb = max(32.0, room * self.pageStep() / (span + self.pageStep()))
        top = 2 + (room - thumb) * (self.value() - self.minimum()) / span
        box(painter, QRectF(3, top, 6, thumb), t.edge, radius=3)


class _Header(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(TABLE_HEAD)
        self.setMinimumSectionSize(24)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        t = theme()
        painter.save()
        painter.fillRect(rect, t.sunken)
        model = self.model()
        right = isinstance(model, CellModel) and model.columns[logical_index].right
        title = str(model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        room = QRectF(rect).adjusted(10, 0, -10, 0)
        words(painter, room, title, CAPTION_STRONG, t.text2, align=RIGHT if right else LEFT)
        line(painter, rect.left(), rect.right() + 1, rect.bottom(), t.line)
        painter.restore()


class Table(QTableView):
    """One current row, moved by the arrow keys. Tab leaves the table; letters do not jump."""

    row_changed = Signal(int)
    row_entered = Signal(int)
    """Enter or a double click on a row."""
    focused = Signal()
    """The keys came to it."""

    def __init__(
        self,
        model: CellModel[Any],
        name: str,
        *,
        row_height: int = LIST_ROW,
        to_read: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``to_read``: it has no current row and takes no keys."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row_height = self._row_now = row_height
        self.setHorizontalHeader(_Header(self))
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setItemDelegate(CellDelegate(self))
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = QPalette()  # the style would paint its own current row over ours
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._columns_of = model
        self._set_widths(model)
        self.horizontalHeader().show()
        self.activated.connect(lambda index: self.row_entered.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._moved(now.row()))
        if to_read:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            model.modelReset.connect(lambda: self.select(0))

    @property
    def row_height(self) -> int:
        """Give the least height of a row."""
        return self._row_height

    def fit_rows(self, room: int) -> int:
        """Take the height of a row that suits so much room for rows, and give it.

        Names of papers are long and begin alike: two lines where all the rows can have them.
        """
        model = self._columns_of
        names = next((at for at, column in enumerate(model.columns) if column.wraps), None)
        if names is None or model.rowCount() * TWO_LINE_ROW > room:
            return self.use_row_height(self._row_height)
        are_cut = model.cuts(names, self.columnWidth(names))
        return self.use_row_height(TWO_LINE_ROW if are_cut else self._row_height)

    def use_row_height(self, height: int) -> int:
        if height != self._row_now:
            self._row_now = height
            self.verticalHeader().setDefaultSectionSize(height)
        return height

    def current_row(self) -> int:
        """Give the current row, or -1 in an empty table."""
        return self.currentIndex().row()

    def select(self, row: int) -> None:
        """Make this row the current one; rows that do not exist are ignored."""
        model = self.model()
        if 0 <= row < model.rowCount():
            at = model.index(row, max(0, self.currentIndex().column()))
            whole_row = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            self.selectionModel().setCurrentIndex(at, whole_row)
            self.scrollTo(at)

    def step(self, by: int) -> None:
        """Move the current row, stopping at either end."""
        last = self.model().rowCount() - 1
        self.select(min(last, max(0, self.current_row() + by)))

    def moveCursor(  # noqa: N802 - what Qt calls it
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row: there is no current cell to move in."""
        last = self.model().rowCount() - 1
        if action == QTableView.CursorAction.MoveHome:
            return self.model().index(min(0, last), 0)
        if action == QTableView.CursorAction.MoveEnd:
            return self.model().index(last, 0)
        return super().moveCursor(action, modifiers)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, TABLE_HEAD + self._row_height)

    def sizeHint(self) -> QSize:
        return QSize(480, TABLE_HEAD + 5 * self._row_height)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Do nothing: single letters are acts, or belong to the filter."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of whole rows, then the cells upon them: cell by cell they would take
        nearly as long as the words."""
        view, seen = self.viewport(), event.rect()
        current, focused = self.current_row(), self.hasFocus()
        painter = QPainter(view)
        row = self.rowAt(seen.top())
        while row >= 0 and (top := self.rowViewportPosition(row)) <= seen.bottom():
            rect = QRectF(0, top, view.width(), self._row_now)
            paint_row(painter, rect, current=row == current, focused=focused and row == current)
            row = row + 1 if row + 1 < self.model().rowCount() else -1
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_row() < 0:
            self.select(0)
        self.viewport().update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _moved(self, row: int) -> None:
        self.viewport().update()
        self.row_changed.emit(row)

    def use_widths(self, other: Widths) -> None:
        """Give columns other widths than their model's; no head is cut.

        Where the column that takes the room that is left is hidden, another one has to take it:
        else the rows end before the table does.
        """
        self._set_widths(self._columns_of, other)

    def _set_widths(self, model: CellModel[Any], other: Widths = _AS_MADE) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(model.columns):
            width = other.get(number, column.width)
            if width is None:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                head = text_width(column.title, CAPTION_STRONG) + _HEAD_INSETS
                self.setColumnWidth(number, max(width, head))


class WholeRows(QWidget):
    """Holds a table and gives it a height of whole rows: no half row at the bottom."""

    def __init__(self, table: Table, *, least: int = 3) -> None:
        super().__init__()
        self._table = table
        self._least = least
        table.setParent(self)

    def set_least(self, rows: int) -> None:
        self._least = rows
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, TABLE_HEAD + self._least * self._table.row_height)

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    def fit(self) -> None:
        """Give the table as many rows as there is room for, each as high as suits them all."""
        if self._table.width() != self.width():  # how wide its columns are is known then
            self._hold(self._table.row_height)
        self._hold(self._table.fit_rows(self.height() - TABLE_HEAD))

    def _hold(self, row: int) -> None:
        rows = max(1, (self.height() - TABLE_HEAD) // row)
        self._table.setGeometry(0, 0, self.width(), TABLE_HEAD + rows * row)
