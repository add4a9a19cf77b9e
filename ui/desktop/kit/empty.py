"""What stands where a list has no rows: why, and the one thing to do."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.kit.button import Button
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.paint import icon
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
from ui.desktop.kit.typography import BODY, EMPTY_TITLE

_SIGN = 40


class Empty(QWidget):
    """Icon, sentence, reason and at most one button, in the middle of the place."""

    def __init__(
        self, sign: Icon, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sign = _Sign(sign)
        self._sentence = Label("", EMPTY_TITLE)
        self._reason = Label("", BODY, muted=True, wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._reason)
        if button:
            layout.addSpacing(4)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def ring(self) -> tuple[QWidget, float]:
        """Where nothing else can have the keys, the sentence has them."""
        return self._sentence, RADIUS

    def say(self, sentence: str, reason: str) -> None:
        self._sentence.setText(sentence)
        self._reason.setText(reason)
        self.setAccessibleName(f"{sentence}. {reason}")


class _Sign(QWidget):
    def __init__(self, sign: Icon) -> None:
        super().__init__()
        self._icon = sign

    def sizeHint(self) -> QSize:
        return QSize(_SIGN, _SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        left = (rect.width() - _SIGN) / 2
        icon(QPainter(self), self._icon, left, rect.height() - _SIGN, _SIGN, theme().text2)
