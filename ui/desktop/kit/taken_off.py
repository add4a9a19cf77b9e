"""A condition that is in force, as a button that takes it off."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import box, icon, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import FIELD_HEIGHT, RADIUS
from ui.desktop.kit.typography import BODY_MEDIUM, text_width

_SIDE, _CROSS, _NARROWEST = 10, 16, 104
_WIDEST = 204
"""Two days have room in it; of a name of the catalogue the beginning."""
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)


class TakenOff(QAbstractButton):
    """Its words and a cross, which is whole where the words are cut for want of room; Del presses
    it, too."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, name: str) -> None:
        """Show what is in force; ``name`` says what a press does."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def sizeHint(self) -> QSize:
        width = text_width(self.text(), BODY_MEDIUM) + 2 * _SIDE + _CROSS + 6
        return QSize(min(width, _WIDEST), FIELD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self.sizeHint().width()), FIELD_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSES and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, t.hover if self.underMouse() else t.tint, t.accent)
        cross = rect.width() - _SIDE - _CROSS
        room = QRectF(_SIDE, 0, cross - _SIDE - 4, rect.height())
        words(painter, room, self.text(), BODY_MEDIUM, t.accent)
        icon(painter, Icon.X, cross, rect.height() / 2 - _CROSS / 2, _CROSS, t.accent)
