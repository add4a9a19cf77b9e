"""Progress in place: a thin bar and words. No spinner, no overlay."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.kit.label import Line
from ui.desktop.kit.paint import box
from ui.desktop.kit.theme import theme
from ui.desktop.kit.typography import CAPTION

_BAR = 6


class Progress(QWidget):
    """How far something is, for example "trang 3/8". Shown when it takes over 300 ms."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._words = Line("", CAPTION)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _BAR + 4, 0, 0)
        layout.addWidget(self._words)

    def show_share(self, share: float, words: str) -> None:
        """Show a share between 0 and 1."""
        self._share = min(1.0, max(0.0, share))
        self._words.set_words(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        box(painter, QRectF(0, 0, self.width(), _BAR), t.sunken, t.line, radius=3)
        if self._share:
            done = max(_BAR, self.width() * self._share)
            box(painter, QRectF(0, 0, done, _BAR), t.accent, radius=3)
