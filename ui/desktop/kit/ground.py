"""What a window's parts stand on, and how it is moved under a window that is smaller.

At 200 % a screen of 1366×768 has 683×384 for a window whose pages need 911×512. What lies outside
is never lost: it is scrolled to, and comes by itself with the keys.
"""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget

from ui.desktop.kit.fit import SMALLEST_HEIGHT, SMALLEST_WIDTH
from ui.desktop.kit.theme import theme

_AROUND = 12
_CAPTION_BESIDE, _CAPTION_ABOVE = 120, 36
"""Seen around what has the keys: its ring, and what it is called."""


class Ground(QWidget):
    """Never smaller than the smallest window in which everything has room."""

    resized = Signal()
    wanted = Signal(QRect)
    """This part of it is to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)

    def bring(self, part: QWidget) -> None:
        """Have a part seen that opened above the others and does not take the keys."""
        self.wanted.emit(QRect(part.mapTo(self, QPoint(0, 0)), part.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().chrome)


def ground_of(widget: QWidget) -> QWidget:
    """Give what a widget stands on: the ground of its window, or a window without one itself."""
    step: QWidget | None = widget
    while step is not None and not step.isWindow():
        if isinstance(step, Ground):
            return step
        step = step.parentWidget()
    return widget.window()


class MovedGround(QScrollArea):
    """Shows all of a ground, or in a small window the part where the keys are."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._table: QTableView | None = None
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        port = QWidget()  # of one that Qt made PySide would ask all its classes which it is
        self.setViewport(port)
        self.setWidget(ground)
        for part in (port, ground):  # the ground paints itself
            part.setAutoFillBackground(False)
        ground.wanted.connect(self._bring)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.see_keys()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on as the pages say; what has the keys then is seen to by itself."""
        return QWidget.focusNextPrevChild(self, forward)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._table is not None:
            self._table.selectionModel().currentChanged.disconnect(self._follow_row)
            self._table = None
        if now is None or not self._ground.isAncestorOf(now):
            return
        if isinstance(now, QTableView):
            self._table = now
            now.selectionModel().currentChanged.connect(self._follow_row)
        self._see_part(now)

    def see_keys(self) -> None:
        """What has the keys was moved, or covered by what opened: have it seen."""
        focused = QApplication.focusWidget()
        if focused is not None and self._ground.isAncestorOf(focused):
            self._see_part(focused)

    def _bring(self, rect: QRect) -> None:
        self._see(rect)
        self.see_keys()

    def _follow_row(self) -> None:
        if self._table is not None:
            self._see_part(self._table)

    def _see_part(self, widget: QWidget) -> None:
        """See a widget, or of one that is larger than the window the place where its keys are."""
        seen = self.viewport().rect()
        rect = widget.rect()
        if isinstance(widget, QTableView) and widget.currentIndex().isValid():
            row = widget.visualRect(widget.currentIndex())
            port = widget.viewport()
            row.moveTopLeft(port.mapTo(widget, row.topLeft()))
            rect = row if rect.height() > seen.height() else rect
        self._see(QRect(widget.mapTo(self._ground, rect.topLeft()), rect.size()))

    def _see(self, rect: QRect) -> None:
        """Move the ground as little as this needs; of what is too large its beginning is seen."""
        port = self.viewport().size()
        for bar, first, length, room, before in (
            (self.horizontalScrollBar(), rect.left(), rect.width(), port.width(), _CAPTION_BESIDE),
            (self.verticalScrollBar(), rect.top(), rect.height(), port.height(), _CAPTION_ABOVE),
        ):
            free = max(0, room - length)
            after = min(_AROUND, free // 2)
            before = min(before, free - after)
            if length >= room or first - before < bar.value():
                bar.setValue(first - before)
            elif first + length + after > bar.value() + room:
                bar.setValue(first + length + after - room)
