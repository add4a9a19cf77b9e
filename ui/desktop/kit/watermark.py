"""Words across the whole window, above everything; clicks and keys pass through them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.desktop.kit.paint import words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import Theme
from ui.desktop.kit.typography import TextStyle, text_width

_STYLE = TextStyle(44, 600)
OPACITY = 0.13
_ANGLE = -24
_WIDTH, _HEIGHT = 340, 200
"""Of one tile: no screen and no picture of one is without the words."""


class Watermark(QWidget):
    """Repeats the words; what lies under them stays legible at this opacity."""

    def __init__(self, window: QWidget, text: str) -> None:
        super().__init__(window)
        self._text = text
        self._tile: tuple[object, QPixmap] | None = None
        self._looks: Theme | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAccessibleName(text)

    def wear(self, looks: Theme) -> None:
        """Take the colours of this theme, whatever the program's is."""
        self._looks = looks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawTiledPixmap(self.rect(), self._drawn())

    def _drawn(self) -> QPixmap:
        drawn_as = (self._looks or theme(), self.devicePixelRatioF())
        if self._tile is None or self._tile[0] != drawn_as:
            self._tile = (drawn_as, self._draw())
        return self._tile[1]

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        tile = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setOpacity(OPACITY)
        painter.translate(_WIDTH / 2, _HEIGHT / 2)
        painter.rotate(_ANGLE)
        width = text_width(self._text, _STYLE) + 4
        words(
            painter,
            QRectF(-width / 2, -32, width, 64),
            self._text,
            _STYLE,
            (self._looks or theme()).warn,
        )
        painter.end()
        return tile
