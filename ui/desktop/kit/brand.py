"""The program's own sign."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui.desktop.kit.paint import box
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import Theme


def paint_sign(
    painter: QPainter, x: float, y: float, size: float, looks: Theme | None = None
) -> None:
    """Paint a counter window in a square, in the program's theme or in another."""
    t = looks or theme()
    unit = size / 24
    box(painter, QRectF(x, y, size, size), t.accent, radius=6 * unit)
    window = QRectF(x + 6 * unit, y + 5 * unit, 12 * unit, 14 * unit)
    box(painter, window, stroke=t.on_accent, radius=2.5 * unit, width=2 * unit)


def sign_icon() -> QIcon:
    """Give the sign for the task bar and the window's corner."""
    icon = QIcon()
    for size in (16, 32, 64, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_sign(painter, 0, 0, size)
        icon.addPixmap(pixmap)
    return icon
