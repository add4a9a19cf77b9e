"""The foot of a table: sums under the columns they are of."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.paint import LEFT, RIGHT, fill, line, words
from ui.desktop.kit.table import Table
from ui.desktop.kit.theme import theme
from ui.desktop.kit.typography import BODY_STRONG

_HEIGHT = 28


class Foot(QWidget):
    """Reads where the columns stand from the table above it."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._head = ""
        self._sums: Mapping[int, str] = {}
        self.setFixedHeight(_HEIGHT)
        table.horizontalHeader().sectionResized.connect(lambda *_: self.update())

    def show_sums(self, head: str, sums: Mapping[int, str]) -> None:
        """Show these sums by column, and what they are at the left."""
        self._head, self._sums = head, sums
        self.setAccessibleName(f"{head}: {', '.join(sums.values())}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        header = self._table.horizontalHeader()
        fill(painter, QRectF(self.rect()), t.sunken)
        line(painter, 0, self.width(), 0, t.line)
        words(
            painter, QRectF(10, 0, self.width() / 2, _HEIGHT), self._head, BODY_STRONG, align=LEFT
        )
        for column, text in self._sums.items():
            if header.isSectionHidden(column):
                continue
            left, width = header.sectionViewportPosition(column), header.sectionSize(column)
            room = QRectF(left, 0, width, _HEIGHT).adjusted(10, 0, -10, 0)
            words(painter, room, text, BODY_STRONG, align=RIGHT, elide=False)
