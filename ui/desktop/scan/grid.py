"""The pages of a draft as one painted widget: it stays quick while pages arrive."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame

from ui.desktop.keys import Act, badge
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.marks import chip_width, paint_chip
from ui.desktop.kit.paint import CENTRE, box, icon, veil, words
from ui.desktop.kit.table import ThinScrollBar
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, CAPTION, CAPTION_STRONG, text_width, wrapped
from ui.desktop.scan.page_keys import page_act
from ui.desktop.scan.view_model import PageCell
from ui.desktop.wording import language

PAGE_MIME: Final = "application/x-tram-mot-cua-page"
_CELL, _TALL, _LOW = 101, (88, 124), (72, 102)
_LEAST_TALL = 92  # of a page that gives way, so that no row is seen by half
_CAPTION = 40
_SIGN, _LINE = 40, 22


@lru_cache(maxsize=512)
def _drawn(jpeg: bytes, width: int, height: int) -> QPixmap:
    """Scale a page once for its place; in device pixels."""
    page = QPixmap()
    page.loadFromData(jpeg)
    return page.scaled(
        width,
        height,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


class PageGrid(QAbstractScrollArea):
    """One current page, moved by the arrow keys; digits and letters act on it."""

    page_chosen = Signal(int)
    digit_pressed = Signal(int)
    acted = Signal(object)
    """An ``Act`` of the scope ``PAGES``."""
    moved = Signal(int)
    """The current page goes one step forwards or backwards."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._pages: tuple[PageCell, ...] = ()
        self._current = -1
        self._next_tile = False
        self._usual = self._thumb = _TALL
        self._pressed: QPoint | None = None

    @property
    def current(self) -> int:
        return self._current

    def show_pages(self, pages: tuple[PageCell, ...], current: int, *, next_tile: bool) -> None:
        """Show these pages; ``next_tile``: one more is on its way."""
        grew = len(pages) != len(self._pages) or next_tile != self._next_tile
        moved = current != self._current
        self._pages, self._current, self._next_tile = pages, current, next_tile
        if grew:
            self._measure()
        if grew or moved:
            self._see_current()
        there = 0 <= current < len(pages)
        spoken = pages[current].spoken if there else self.tr("Chưa có trang nào.")
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
        self.viewport().update()

    def set_low(self, low: bool) -> None:
        self._usual = _LOW if low else _TALL
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(3 * _CELL + 16, 2 * (self._usual[1] + _CAPTION))

    def minimumSizeHint(self) -> QSize:
        return QSize(_CELL + 14, self._usual[1] + _CAPTION)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
            Qt.Key.Key_Home: -len(self._pages),
            Qt.Key.Key_End: len(self._pages),
        }.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.moved.emit(1 if step > 0 else -1)
        elif step is not None:
            self._go(step)
        elif isinstance(act := page_act(event), Act):
            self.acted.emit(act)
        elif act is not None:
            self.digit_pressed.emit(act)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        self._pressed = event.position().toPoint() if at >= 0 else None
        if at >= 0:
            self.page_chosen.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the current page, to be dropped onto a paper of the checklist."""
        start = self._pressed
        if start is None or self._current < 0:
            return
        far = (event.position().toPoint() - start).manhattanLength()
        if far < QApplication.startDragDistance():
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setData(PAGE_MIME, str(self._current).encode())
        drag.setMimeData(data)
        picture = self._pages[self._current].picture
        if picture is not None:
            drag.setPixmap(_drawn(picture, 60, 84))
        drag.exec(Qt.DropAction.MoveAction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        seen = QRectF(event.rect())
        for number, cell in enumerate(self._pages):
            rect = self._rect(number)
            if rect.intersects(seen):
                self._paint_cell(painter, rect, cell, current=number == self._current)
        if self._next_tile:
            self._paint_next(painter, self._rect(len(self._pages)))
        elif not self._pages:
            self._paint_nothing(painter)

    def _paint_cell(
        self, painter: QPainter, rect: QRectF, cell: PageCell, *, current: bool
    ) -> None:
        t = theme()
        if current:
            focused = self.hasFocus()
            edge = t.focus if focused else t.accent
            box(painter, rect, t.sel, edge, radius=8, width=2 if focused else 1)
        page = self._page_rect(rect)
        self._paint_page(painter, page, cell)
        if cell.defect:
            box(painter, page.adjusted(-1, -1, 1, 1), stroke=t.err, radius=2, width=2)
            if chip_width(cell.defect, Icon.CIRCLE_X) <= rect.width() - 4:
                x = rect.center().x() - chip_width(cell.defect, Icon.CIRCLE_X) / 2
                paint_chip(painter, x, page.bottom() - 20, cell.defect, Tone.ERR, Icon.CIRCLE_X)
            else:
                icon(painter, Icon.CIRCLE_X, page.right() - 26, page.bottom() - 28, 22, t.err)
        caption = QRectF(rect.left() + 10, page.bottom() + 8, rect.width() - 14, 22)
        number = str(cell.number)
        words(painter, caption, number, CAPTION_STRONG)
        left = caption.adjusted(text_width(number, CAPTION_STRONG) + 8, 0, 0, 0)
        if cell.place:
            starts = "‖ " if cell.starts else ""
            words(painter, left, starts + cell.place, CAPTION, t.text2)
        else:
            said = "in no row" if language() == "en" else "chưa xếp"
            words(painter, left, said, CAPTION_STRONG, t.warn)

    def _paint_page(self, painter: QPainter, page: QRectF, cell: PageCell) -> None:
        t = theme()
        if cell.picture is None:
            box(painter, page, t.sunken, t.edge, radius=2)
            icon(painter, Icon.CLOCK, page.center().x() - 12, page.center().y() - 12, 24, t.text2)
            return
        scale = painter.device().devicePixelRatioF()
        drawn = _drawn(cell.picture, round(page.width() * scale), round(page.height() * scale))
        wide, high = drawn.width() / scale, drawn.height() / scale
        at = QRectF(
            round(page.center().x() - wide / 2), round(page.center().y() - high / 2), wide, high
        )
        painter.drawPixmap(at, drawn, QRectF(drawn.rect()))
        veil(painter, at)
        box(painter, at.adjusted(-1, -1, 1, 1), stroke=t.edge, radius=2)
        if cell.waiting:
            icon(painter, Icon.CLOCK, page.right() - 22, page.top() + 4, 18, t.accent)
        if cell.two_sides:
            icon(painter, Icon.COPY, page.left() + 4, page.top() + 4, 18, t.accent)

    def _paint_next(self, painter: QPainter, rect: QRectF) -> None:
        t = theme()
        page = self._page_rect(rect)
        box(painter, page, t.sunken, t.line, radius=2)
        icon(painter, Icon.SCAN, page.center().x() - 14, page.center().y() - 24, 28, t.text2)
        said = "next page" if language() == "en" else "trang kế"
        room = page.adjusted(0, 30, 0, 0)
        words(painter, room, said, CAPTION, t.text2, align=CENTRE)

    def _paint_nothing(self, painter: QPainter) -> None:
        """Say what brings the first page."""
        t, room = theme(), QRectF(self.viewport().rect()).adjusted(8, 0, -8, 0)
        said = self.tr("Đặt giấy vào khay, bấm {key}").format(key=badge(Act.SCAN))
        lines = wrapped(said, BODY, room.width(), 3)
        top = room.center().y() - (_SIGN + 8 + len(lines) * _LINE) / 2
        icon(painter, Icon.SCAN, room.center().x() - _SIGN / 2, top, _SIGN, t.text2)
        top += _SIGN + 8
        for text in lines:
            line = QRectF(room.left(), top, room.width(), _LINE)
            words(painter, line, text, BODY, t.text2, align=CENTRE)
            top += _LINE

    def _go(self, step: int) -> None:
        if self._pages:
            at = min(len(self._pages) - 1, max(0, self._current + step))
            self.page_chosen.emit(at)

    def _columns(self) -> int:
        return max(1, self.viewport().width() // _CELL)

    def _row_height(self) -> int:
        return self._thumb[1] + _CAPTION

    def _rect(self, number: int) -> QRectF:
        line, column = divmod(number, self._columns())
        width = self.viewport().width() / self._columns()
        top = line * self._row_height() - self.verticalScrollBar().value()
        return QRectF(column * width + 1, top + 1, width - 2, self._row_height() - 2)

    def _page_rect(self, rect: QRectF) -> QRectF:
        width, height = self._thumb
        return QRectF(rect.center().x() - width / 2, rect.top() + 6, width, height - 6)

    def _at(self, point: QPoint) -> int:
        each = range(len(self._pages))
        return next((n for n in each if self._rect(n).contains(point.toPointF())), -1)

    def _fill_rows(self) -> None:
        """Make the pages a little smaller where one row more is then seen whole."""
        wide, high = self._usual
        rows = -(-self.viewport().height() // (high + _CAPTION))
        room = self.viewport().height() // max(1, rows) - _CAPTION
        self._thumb = (room * wide // high, room) if _LEAST_TALL <= room < high else self._usual

    def _measure(self) -> None:
        self._fill_rows()
        count = len(self._pages) + self._next_tile
        lines = -(-count // self._columns())
        bar, row = self.verticalScrollBar(), self._row_height()
        bar.setSingleStep(row)
        bar.setPageStep(max(row, self.viewport().height()))
        bar.setRange(0, max(0, lines * row - self.viewport().height()))

    def _see_current(self) -> None:
        at = len(self._pages) if self._next_tile and self._current < 0 else self._current
        if at < 0:
            return
        row, bar = self._row_height(), self.verticalScrollBar()
        top = at // self._columns() * row
        if top < bar.value():
            bar.setValue(top)
        elif top + row > bar.value() + self.viewport().height():
            bar.setValue(top + row - self.viewport().height())
