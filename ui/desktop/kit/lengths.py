"""Lengths, painted: lying bars of one or two series beside the table of their numbers.

As the other charts, on the screen and on the page that is printed; see ``charts``.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.chart_sheets import Length, LengthSheet
from ui.desktop.kit.charts import hatch
from ui.desktop.kit.paint import RIGHT, fill, line, words
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import Theme
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION_STRONG, TextStyle, text_width

ROW: Final = 26
_HEAD: Final = 20
_BAR: Final = 8
_GAP: Final = 12
_SWATCH: Final = 10
_LEAST_BARS: Final = 140.0


def height_of(sheet: LengthSheet) -> int:
    """Give how high a sheet is, whatever room there is."""
    return _HEAD + 2 + max(1, len(sheet.lengths)) * ROW


def paint_lengths(painter: QPainter, room: QRectF, sheet: LengthSheet, t: Theme) -> None:
    """Paint one line for each length; a longer name gives way, a number never does."""
    if not sheet.lengths:
        words(painter, room, sheet.empty, BODY, t.text2)
        return
    columns = _columns(sheet)
    names = [text_width(one.name, _style(one)) for one in sheet.lengths]
    most = room.width() - sum(columns) - _LEAST_BARS
    name = min(max(names) + _GAP, most)
    bars = QRectF(room.left() + name, 0, room.width() - name - sum(columns), 0)
    _paint_heads(painter, room, name, columns, sheet, t)
    line(painter, room.left(), room.right(), room.top() + _HEAD, t.line)
    longest = max(max(one.first, one.second) for one in sheet.lengths)
    for place, one in enumerate(sheet.lengths):
        top = room.top() + _HEAD + 2 + place * ROW
        if one.strong and place:
            line(painter, room.left(), room.right(), top, t.line)
        style = _style(one)
        words(painter, QRectF(room.left(), top, name - _GAP, ROW), one.name, style, t.text)
        _paint_numbers(painter, QRectF(room.left(), top, room.width(), ROW), columns, one, t)
        if longest:
            scale = bars.width() / longest
            _paint_bars(painter, bars.left(), top, one, scale, two=sheet.has_two, t=t)


def _columns(sheet: LengthSheet) -> tuple[float, float]:
    extra = _SWATCH + 6 if sheet.has_two else 0
    first, second = (
        max(
            text_width(sheet.heads[number + 1], CAPTION_STRONG) + extra,
            *(text_width(one.said[number], _style(one)) for one in sheet.lengths),
        )
        + _GAP
        for number in (0, 1)
    )
    return first, second


def _style(one: Length) -> TextStyle:
    return BODY_STRONG if one.strong else BODY


def _paint_heads(
    painter: QPainter,
    room: QRectF,
    name: float,
    columns: tuple[float, float],
    sheet: LengthSheet,
    t: Theme,
) -> None:
    head = QRectF(room.left(), room.top(), name, _HEAD)
    words(painter, head, sheet.heads[0], CAPTION_STRONG, t.text2)
    right = room.right()
    for number in (1, 0):
        cell = QRectF(right - columns[number], room.top(), columns[number], _HEAD)
        said = sheet.heads[number + 1]
        words(painter, cell, said, CAPTION_STRONG, t.text2, align=RIGHT, elide=False)
        if sheet.has_two:
            left = right - text_width(said, CAPTION_STRONG) - 6 - _SWATCH
            swatch = QRectF(left, cell.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
            hatch(painter, swatch, t) if number else fill(painter, swatch, t.accent)
        right -= columns[number]


def _paint_numbers(
    painter: QPainter, row: QRectF, columns: tuple[float, float], one: Length, t: Theme
) -> None:
    right = row.right()
    for number in (1, 0):
        cell = QRectF(right - columns[number], row.top(), columns[number], row.height())
        words(painter, cell, one.said[number], _style(one), t.text, align=RIGHT, elide=False)
        right -= columns[number]


def _paint_bars(
    painter: QPainter, left: float, top: float, one: Length, scale: float, *, two: bool, t: Theme
) -> None:
    above = top + (ROW - 2 * _BAR - 1) / 2 if two else top + (ROW - _BAR) / 2
    if one.first * scale >= 1:
        fill(painter, QRectF(left, above, one.first * scale, _BAR), t.accent)
    if one.second * scale >= 1:
        hatch(painter, QRectF(left, above + _BAR + 1, one.second * scale, _BAR), t)


class Lengths(QWidget):
    """A chart of lengths. It takes the height of its lines."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = LengthSheet()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: LengthSheet) -> None:
        self._sheet = sheet
        self.setAccessibleDescription(sheet.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, height_of(self._sheet))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, height_of(self._sheet))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_lengths(QPainter(self), QRectF(self.rect()), self._sheet, theme())
