"""How strokes, fills and words reach the screen: snapped to device pixels at every scale."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.desktop.kit.icon import Icon, pixmap
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS
from ui.desktop.kit.typography import BODY, TextStyle, elided, font

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
_ON_ONE_LINE = {
    align: int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    for align in (LEFT, RIGHT, CENTRE)
}
"""Flags are joined here once: a table of eight rows would join a hundred at every key."""
_SMOOTH = QPainter.RenderHint.Antialiasing
_EPSILON = 0.01
_VEIL = 0.18


def crisp(painter: QPainter, rect: QRectF, width: float) -> tuple[QRectF, float]:
    """Give the rectangle, and the pen width, of a border that lies inside ``rect``.

    Both fall on whole device pixels, so that a border looks the same at every place and scale.
    Rounds inwards: rounding to the nearest pixel clips the left edge at 125 %.
    """
    to_device = painter.deviceTransform()
    device = to_device.mapRect(rect)
    pen = max(1, round(width * to_device.m11()))
    left, top = ceil(device.left() - _EPSILON), ceil(device.top() - _EPSILON)
    right, bottom = floor(device.right() + _EPSILON), floor(device.bottom() + _EPSILON)
    inner = QRectF(left + pen / 2, top + pen / 2, right - left - pen, bottom - top - pen)
    back, _ = to_device.inverted()
    return back.mapRect(inner), pen / to_device.m11()


def box(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None = None,
    stroke: QColor | None = None,
    *,
    radius: float = RADIUS,
    width: float = 1.0,
) -> None:
    """Paint a rounded box; without a stroke the fill reaches the edge of ``rect``."""
    painter.setRenderHint(_SMOOTH)
    inner, pen = crisp(painter, rect, width)
    painter.setPen(QPen(stroke, pen) if stroke is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if stroke is None:
        inner = inner.adjusted(-pen / 2, -pen / 2, pen / 2, pen / 2)
    painter.drawRoundedRect(inner, radius, radius)


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill outwards to whole device pixels: no seams between cells, lines keep their weight."""
    to_device = painter.deviceTransform()
    scale, dx, dy = to_device.m11(), to_device.dx(), to_device.dy()
    left = floor(rect.left() * scale + dx + _EPSILON)
    width = ceil(rect.right() * scale + dx - _EPSILON) - left
    top, height = round(rect.top() * scale + dy), max(1, round(rect.height() * scale))
    snapped = QRectF((left - dx) / scale, (top - dy) / scale, width / scale, height / scale)
    painter.setRenderHint(_SMOOTH, False)
    painter.fillRect(snapped, colour)
    painter.setRenderHint(_SMOOTH)


def veil(painter: QPainter, page: QRectF) -> None:
    """Take the glare off a page in the dark theme. Never an inversion: paper stays paper."""
    if theme().is_dark:
        painter.setOpacity(_VEIL)
        painter.fillRect(page, theme().surface)
        painter.setOpacity(1)


def line(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    """Paint a horizontal line, one logical pixel high, downwards from ``y``."""
    fill(painter, QRectF(left, y, right - left, 1), colour)


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    style: TextStyle = BODY,
    colour: QColor | None = None,
    *,
    align: Qt.AlignmentFlag = LEFT,
    elide: bool = True,
) -> None:
    """Write one line, centred in height; what does not fit ends in an ellipsis."""
    painter.setFont(font(style))
    painter.setPen(theme().text if colour is None else colour)
    if elide:
        text = elided(text, style, rect.width() + 1)
    painter.drawText(rect, _ON_ONE_LINE[align], text)


def icon(painter: QPainter, name: Icon, x: float, y: float, size: int, colour: QColor) -> None:
    """Paint an icon with its top left corner at ``x``, ``y``."""
    scale = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), pixmap(name, size, colour.rgba(), scale))
