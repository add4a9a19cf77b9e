"""Buttons beside one another, as many as there is room for; what is left over has its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.tokens import GAP


class FittingRow(QWidget):
    """Shows whole buttons from the left; the ``last`` one is always seen, right after them."""

    def __init__(self, last: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._items: list[QWidget] = []
        last.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Hold these in place of those before, which go."""
        for item in self._items:
            if item not in items:
                item.hide()
                item.deleteLater()
        self._items = list(items)
        for item in items:
            item.setParent(self)
        self._arrange()

    def sizeHint(self) -> QSize:
        height = max(one.sizeHint().height() for one in (*self._items, self._last))
        widths = [one.sizeHint().width() for one in (*self._items, self._last)]
        return QSize(sum(widths) + GAP * (len(widths) - 1), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._last.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of them takes another size
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        room = self.width() - self._last.sizeHint().width()
        x, is_full = 0, False
        for item in self._items:
            width = item.sizeHint().width()
            is_full = is_full or x + width + GAP > room
            item.setVisible(not is_full)
            if not is_full:
                item.setGeometry(x, 0, width, item.sizeHint().height())
                x += width + GAP
        last = self._last.sizeHint()
        self._last.setGeometry(x, 0, last.width(), last.height())
