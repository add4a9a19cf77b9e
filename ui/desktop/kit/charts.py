"""Charts, painted: bars over the table of their numbers, and shares beside theirs.

The second series is hatched, so that a grey print still tells the two apart. The same functions
paint the screen and the page that is printed; they take the theme, because paper is always light.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.chart_sheets import Bar, BarSheet, Share, ShareSheet
from ui.desktop.kit.paint import CENTRE, RIGHT, box, fill, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import Theme
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION, CAPTION_STRONG, text_width

_HEAD: Final = 96
"""Width of the words at the left of the numbers."""
_ROW: Final = 20
_WIDEST_BAR: Final = 32
_VALUE: Final = 18
_SWATCH: Final = 10
_HATCH: Final = 5
_SHARE_ROW: Final = 28
_NUMBER, _SHARE = 52, 74
_SHORTEST_BAR: Final = 72
"""A share is told from another by so much; what is left is for the names."""


def paint_bars(painter: QPainter, room: QRectF, sheet: BarSheet, t: Theme) -> None:
    """Paint stacked bars with their sums on top, and the table of their numbers below."""
    if sheet.is_empty:
        words(painter, room, sheet.empty, BODY, t.text2, align=CENTRE)
        return
    table = 3 * _ROW
    plot = QRectF(room.left() + _HEAD, room.top(), room.width() - _HEAD, room.height() - table)
    base = plot.bottom()
    slot = plot.width() / len(sheet.bars)
    highest = max(bar.first + bar.second for bar in sheet.bars)
    scale = (plot.height() - _VALUE) / highest
    for place, bar in enumerate(sheet.bars):
        column = QRectF(plot.left() + place * slot, plot.top(), slot, plot.height())
        _paint_bar(painter, column, bar, scale, t)
        _paint_numbers(painter, QRectF(column.left(), base, slot, table), bar, t)
    line(painter, room.left(), room.right(), base, t.edge)
    _paint_heads(painter, QRectF(room.left(), base, _HEAD, table), sheet, t)


def _paint_bar(painter: QPainter, column: QRectF, bar: Bar, scale: float, t: Theme) -> None:
    width = min(_WIDEST_BAR, column.width() - 6)
    left = column.center().x() - width / 2
    first, second = bar.first * scale, bar.second * scale
    base = column.bottom()
    if bar.first:
        fill(painter, QRectF(left, base - first, width, first), t.accent)
    if bar.second:
        hatch(painter, QRectF(left, base - first - second, width, second), t)
    both = bar.first + bar.second
    if both:
        top = QRectF(column.left(), base - first - second - _VALUE, column.width(), _VALUE)
        words(painter, top, str(both), CAPTION_STRONG, t.text, align=CENTRE, elide=False)


def _paint_numbers(painter: QPainter, room: QRectF, bar: Bar, t: Theme) -> None:
    cell = QRectF(room.left(), room.top(), room.width(), _ROW)
    style = CAPTION_STRONG if bar.marked else CAPTION
    ink = t.accent if bar.marked else t.text2
    words(painter, cell, bar.label, style, ink, align=CENTRE, elide=False)
    for number in (bar.first, bar.second):
        cell.translate(0, _ROW)
        said = str(number) if number else "–"
        words(painter, cell, said, CAPTION, t.text if number else t.text2, align=CENTRE)


def _paint_heads(painter: QPainter, room: QRectF, sheet: BarSheet, t: Theme) -> None:
    cell = QRectF(room.left(), room.top(), room.width(), _ROW)
    words(painter, cell, sheet.head, CAPTION_STRONG, t.text2)
    for number, name in enumerate((sheet.first, sheet.second)):
        cell.translate(0, _ROW)
        swatch = QRectF(cell.left(), cell.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
        if number:
            hatch(painter, swatch, t)
        else:
            fill(painter, swatch, t.accent)
        words(painter, cell.adjusted(_SWATCH + 6, 0, 0, 0), name, CAPTION, t.text)


def hatch(painter: QPainter, area: QRectF, t: Theme) -> None:
    """Fill an area with slanting lines inside a border."""
    box(painter, area, t.surface, t.accent, radius=0)
    painter.save()
    painter.setClipRect(area.adjusted(1, 1, -1, -1))
    painter.setPen(QPen(t.accent, 1.2))
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(
            int(x), int(area.bottom()), int(x + area.height()), int(area.bottom() - area.height())
        )
        x += _HATCH
    painter.restore()


def paint_shares(painter: QPainter, room: QRectF, sheet: ShareSheet, t: Theme) -> None:
    """Paint one bar a line, what is good in full, the rest hatched, and the numbers beside it."""
    if not sheet.shares:
        words(painter, room, sheet.empty, BODY, t.text2, align=CENTRE)
        return
    numbers = 2 * _NUMBER + _SHARE
    widest = max(text_width(share.name, BODY_STRONG) for share in sheet.shares)
    name = min(float(widest), room.width() - numbers - 8 - _SHORTEST_BAR)
    head = QRectF(room.left(), room.top(), room.width(), _ROW)
    _paint_line(painter, head, name, sheet.heads, t, heading=True)
    line(painter, room.left(), room.right(), head.bottom(), t.line)
    for place, share in enumerate(sheet.shares):
        top = head.bottom() + 2 + place * _SHARE_ROW
        if top + _SHARE_ROW > room.bottom() + 1:
            break
        row = QRectF(room.left(), top, room.width(), _SHARE_ROW)
        said = (share.name, str(share.done), str(share.done - share.good), share.percent)
        _paint_line(painter, row, name, said, t, strong=place == 0)
        left = row.left() + name + 8
        _paint_share(painter, QRectF(left, top + 8, row.width() - name - numbers - 8, 12), share, t)


def _paint_line(
    painter: QPainter,
    row: QRectF,
    name: float,
    said: tuple[str, str, str, str],
    t: Theme,
    *,
    heading: bool = False,
    strong: bool = False,
) -> None:
    style = CAPTION_STRONG if heading else BODY_STRONG if strong else BODY
    ink = t.text2 if heading else t.text
    words(painter, QRectF(row.left(), row.top(), name, row.height()), said[0], style, ink)
    right = row.right()
    for text, width in ((said[3], _SHARE), (said[2], _NUMBER), (said[1], _NUMBER)):
        cell = QRectF(right - width, row.top(), width, row.height())
        words(painter, cell, text, style, ink, align=RIGHT, elide=False)
        right -= width


def _paint_share(painter: QPainter, bar: QRectF, share: Share, t: Theme) -> None:
    good = bar.width() * share.good / share.done
    if good >= 1:
        fill(painter, QRectF(bar.left(), bar.top(), good, bar.height()), t.accent)
    if bar.width() - good >= 1:
        hatch(painter, QRectF(bar.left() + good, bar.top(), bar.width() - good, bar.height()), t)


class Bars(QWidget):
    """A chart of bars; it takes the room that it gets."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = BarSheet()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_sheet(self, sheet: BarSheet) -> None:
        self._sheet = sheet
        self.setAccessibleDescription(sheet.spoken())
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 3 * _ROW + 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bars(QPainter(self), QRectF(self.rect()), self._sheet, theme())


class Shares(QWidget):
    """A chart of shares; lines that find no room are left out, the first one never."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = ShareSheet()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_sheet(self, sheet: ShareSheet) -> None:
        self._sheet = sheet
        self.setAccessibleDescription(sheet.spoken())
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, _ROW + 3 * _SHARE_ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_shares(QPainter(self), QRectF(self.rect()), self._sheet, theme())
