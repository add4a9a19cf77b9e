"""A figure under its caption: sums and promise dates, which are never cut."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.paint import LEFT, RIGHT, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, TITLE, text_width

_HEIGHT = 48


class Figure(QWidget):
    """A 13 px caption over a 20 px figure. The caption gives way, the figure does not."""

    def __init__(self, *, right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption, self._figure, self._tone = "", "", Tone.MUTE
        self._align = RIGHT if right else LEFT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_figure(self, caption: str, figure: str, tone: Tone = Tone.MUTE) -> None:
        """Show both; MUTE is plain text."""
        self._caption, self._figure, self._tone = caption, figure, tone
        self.setAccessibleName(f"{caption}: {figure}")
        self.updateGeometry()
        self.update()

    def figure(self) -> str:
        return self._figure

    def sizeHint(self) -> QSize:
        widest = max(text_width(self._caption, CAPTION), text_width(self._figure, TITLE))
        return QSize(widest + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        ink = t.text if self._tone is Tone.MUTE else t.ink(self._tone)
        width = self.width()
        words(painter, QRectF(0, 1, width, 18), self._caption, CAPTION, t.text2, align=self._align)
        figure = QRectF(0, 19, width, 28)
        words(painter, figure, self._figure, TITLE, ink, align=self._align, elide=False)
