"""A plain frame around one table or list."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.kit.paint import box
from ui.desktop.kit.theme import theme


class Framed(QWidget):
    """Holds these below one another; the first one takes the room that is left."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part in parts:
            layout.addWidget(part, 1 if part is parts[0] else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        box(QPainter(self), QRectF(self.rect()), t.surface, t.line)
