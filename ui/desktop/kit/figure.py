"""A figure under its caption: sums and promise dates, which are never cut."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.desktop.kit.paint import LEFT, RIGHT, box, fill, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS, RADIUS_ZONE
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, TITLE, text_width

_HEIGHT = 48
_STRIP_HEIGHT, _FEWEST = 56, 6


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


class FigureStrip(QWidget):
    """The figures of a page beside one another, in cells of one width with a line between them."""

    def __init__(self, figures: Sequence[Figure | FigureButton]) -> None:
        super().__init__()
        self._figures = figures
        self.setFixedHeight(_STRIP_HEIGHT)
        pressed = isinstance(figures[0], FigureButton)
        self._inset = 4 if pressed else 12  # a button brings its own
        layout = QHBoxLayout(self)
        layout.setContentsMargins(self._inset, 2, self._inset, 2)
        layout.setSpacing(2 * self._inset)
        for figure in figures:
            figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout.addWidget(figure, 1)
        layout.addStretch(0)

    def show_first(self, count: int) -> None:
        """Show so many of them; a few do not spread over the whole page."""
        for place, figure in enumerate(self._figures):
            figure.setVisible(place < count)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setStretch(len(self._figures), max(0, _FEWEST - count))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), t.surface, t.line, radius=RADIUS_ZONE)
        shown = [figure for figure in self._figures if not figure.isHidden()]
        for figure in shown[1:]:
            edge = QRectF(figure.x() - self._inset, 10, 1, self.height() - 20)
            fill(painter, edge, t.line)
