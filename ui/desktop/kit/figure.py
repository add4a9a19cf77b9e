"""A figure under its caption: sums and promise dates, which are never cut."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.desktop.kit.paint import LEFT, RIGHT, box, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
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


class FigureButton(QAbstractButton):
    """A figure that shows its rows alone while it is pressed in. One that counts none is off."""

    _SIDE, _HEIGHT = 8, 52

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption, self._figure = "", ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_figure(self, caption: str, figure: str, *, has_rows: bool) -> None:
        """Show both; with rows behind it, it can be pressed."""
        self._caption, self._figure = caption, figure
        self.setAccessibleName(f"{caption}: {figure}")
        self.setEnabled(has_rows)
        self.updateGeometry()
        self.update()

    def ring(self) -> tuple[QWidget, float]:
        return self, RADIUS

    def sizeHint(self) -> QSize:
        widest = max(text_width(self._caption, CAPTION), text_width(self._figure, TITLE))
        return QSize(widest + 4 + 2 * self._SIDE, self._HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            box(painter, QRectF(self.rect()), t.tint, t.accent)
        elif self.isEnabled() and self.underMouse():
            box(painter, QRectF(self.rect()), t.hover)
        width = self.width() - 2 * self._SIDE
        caption = QRectF(self._SIDE, 3, width, 18)
        words(painter, caption, self._caption, CAPTION, t.accent if on else t.text2)
        figure = QRectF(self._SIDE, 21, width, 28)
        words(painter, figure, self._figure, TITLE, t.accent if on else t.text, elide=False)
