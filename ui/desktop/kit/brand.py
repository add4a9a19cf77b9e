"""The program's own sign."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.desktop.kit.paint import box
from ui.desktop.kit.theme import theme


def paint_sign(painter: QPainter, x: float, y: float, size: float) -> None:
    """Paint a counter window in a square."""
    t = theme()
    unit = size / 24
    box(painter, QRectF(x, y, size, size), t.accent, radius=6 * unit)
    window = QRectF(x + 6 * unit, y + 5 * unit, 12 * unit, 14 * unit)
    box(painter, window, stroke=t.on_accent, radius=2.5 * unit, width=2 * unit)
