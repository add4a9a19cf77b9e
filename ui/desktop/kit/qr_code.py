"""A QR code on the screen, for a phone: dark on white in every theme, whole pixels a module."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from station.ports.papers import QrModules
from ui.desktop.kit.tokens import LIGHT

_QUIET = 4


class QrCode(QWidget):
    """Phones do not read light on dark, nor blurred edges: neither is ever drawn."""

    def __init__(self, name: str, side: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(side, side))
        self._modules: QrModules = ()

    def show_modules(self, modules: QrModules) -> None:
        """Show another code; none shows nothing."""
        self._modules = modules
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._modules:
            return
        ratio = self.devicePixelRatioF()
        side = int(self.width() * ratio)
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        painter.fillRect(QRect(0, 0, side, side), LIGHT.surface)
        count = len(self._modules)
        module = max(1, side // (count + 2 * _QUIET))
        first = (side - module * count) // 2
        for y, line in enumerate(self._modules):
            for x, dark in enumerate(line):
                if dark:
                    place = QRect(first + x * module, first + y * module, module, module)
                    painter.fillRect(place, LIGHT.text)
