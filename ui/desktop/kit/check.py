"""The tick box."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.desktop.kit.marks import key_width, paint_key, paint_tick
from ui.desktop.kit.paint import words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT, RADIUS_KEY
from ui.desktop.kit.typography import BODY, font, text_width

_BEFORE_KEY = 6


class Check(QCheckBox):
    """A choice that is on or off by itself."""

    def __init__(self, text: str, parent: QWidget | None = None, *, badge: str = "") -> None:
        super().__init__(text, parent)
        self.badge = badge
        self.setFont(font(BODY))
        self.setAccessibleName(text)

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS_KEY

    def sizeHint(self) -> QSize:
        key = key_width(self.badge) + _BEFORE_KEY if self.badge else 0
        return QSize(text_width(self.text()) + 32 + key, FIELD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        middle = self.height() / 2
        paint_tick(painter, 1, middle, on=self.isChecked())
        room = QRectF(28, 0, self.width() - 28, self.height())
        words(painter, room, self.text(), colour=t.text if self.isEnabled() else t.text2)
        if self.badge:
            x = 32 + text_width(self.text()) + _BEFORE_KEY
            paint_key(painter, x, middle, self.badge)
