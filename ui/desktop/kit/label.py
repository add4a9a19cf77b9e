"""Words that stand alone: captions, titles, sentences."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.desktop.kit.paint import words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, CAPTION, TextStyle, font, text_width


class Label(QLabel):
    """Plain words in one style. Muted by the palette, so that it follows the theme by itself."""

    def __init__(
        self,
        text: str = "",
        style: TextStyle = BODY,
        *,
        muted: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style))
        self.setWordWrap(wrap)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class Line(QWidget):
    """One line of words that gives way, and its neighbours do not: what does not fit is elided, and
    whole in the tooltip."""

    def __init__(
        self,
        text: str = "",
        style: TextStyle = BODY,
        *,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.set_words(text, tone)

    def set_words(self, text: str, tone: Tone | None = None) -> None:
        """Change the words; no tone means plain text, MUTE the second text colour."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._text, self._style) + 2, self._style.size + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._style.size + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = text_width(self._text, self._style) > self.width() + 1
        self.setToolTip(self._text if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = None if self._tone is None else theme().ink(self._tone)
        words(QPainter(self), QRectF(self.rect()), self._text, self._style, ink)


class FieldLabel(Label):
    """The caption left of a field, in a column of fixed width; the field gets its name."""

    def __init__(self, text: str, field: QWidget, *, width: int | None = None) -> None:
        super().__init__(text, CAPTION, muted=True)
        if width is not None:
            self.setFixedWidth(width)
        self.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text)
