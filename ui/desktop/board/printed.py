"""The board on a sheet of A4, lying: figures, charts and their numbers, and what needs somebody."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.desktop.board.view_model import BoardSheet
from ui.desktop.kit.charts import paint_bars, paint_shares
from ui.desktop.kit.lengths import height_of, paint_lengths
from ui.desktop.kit.paint import CENTRE, RIGHT, line, words
from ui.desktop.kit.tokens import LIGHT
from ui.desktop.kit.typography import BODY, BODY_STRONG, CAPTION, TITLE, TextStyle, wrapped

_WIDTH: Final = 1040.0
"""Logical pixels of the printed width: the type is as large beside the charts as on the screen."""
_DPI, _MARGIN_MM = 300, 14
_CHART, _ROW = 224.0, 22.0
_MOST_LINES = 4
_MARK: Final = TextStyle(150, 600)
_MARK_ANGLE, _MARK_OPACITY = -30, 0.16
"""A copier shows it, and the figures under it can be read."""


def board_pdf(sheet: BoardSheet, headings: tuple[str, str, str, str]) -> bytes:
    """Draw the board as PDF.

    Args:
        headings: of the hours, of the days, of the shares, of what needs somebody.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(sheet.title)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    lying = QPageLayout.Orientation.Landscape
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lying, margins))
    painter = QPainter(writer)
    scale = writer.width() / _WIDTH
    painter.scale(scale, scale)
    _paint(painter, QRectF(0, 0, _WIDTH, writer.height() / scale), sheet, headings)
    if sheet.mark:
        _paint_mark(painter, writer.height() / scale, sheet.mark)
    if sheet.steps.has_medians:
        writer.newPage()
        _paint_steps(painter, QRectF(0, 0, _WIDTH, writer.height() / scale), sheet)
        if sheet.mark:
            _paint_mark(painter, writer.height() / scale, sheet.mark)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _paint(
    painter: QPainter, page: QRectF, sheet: BoardSheet, headings: tuple[str, str, str, str]
) -> None:
    t = LIGHT
    words(painter, QRectF(0, 0, page.width(), 32), sheet.title, TITLE, t.text)
    words(painter, QRectF(0, 0, page.width(), 32), sheet.at, BODY, t.text2, align=RIGHT)
    for place, (caption, figure, _) in enumerate(sheet.figures):
        left = place * page.width() / len(sheet.figures)
        words(painter, QRectF(left, 40, 150, 18), caption, CAPTION, t.text2)
        words(painter, QRectF(left, 58, 150, 28), figure, TITLE, t.text)
    half = (page.width() - 32) / 2
    top = 104.0
    for place, bars in enumerate((sheet.hours, sheet.days)):
        left = place * (half + 32)
        words(painter, QRectF(left, top, half, 24), headings[place], BODY_STRONG, t.text)
        paint_bars(painter, QRectF(left, top + 30, half, _CHART - 30), bars, t)
    top += _CHART + 16
    words(painter, QRectF(0, top, half, 24), headings[2], BODY_STRONG, t.text)
    paint_shares(painter, QRectF(0, top + 30, half, page.bottom() - top - 30), sheet.shares, t)
    _paint_attention(painter, QRectF(half + 32, top, half, page.bottom() - top), sheet, headings[3])


def _paint_steps(painter: QPainter, page: QRectF, sheet: BoardSheet) -> None:
    """Write the page of the times: it stands alone, too, so it says what it is of."""
    t, steps = LIGHT, sheet.steps
    words(painter, QRectF(0, 0, page.width(), 32), steps.title, TITLE, t.text)
    words(painter, QRectF(0, 0, page.width(), 32), sheet.title, BODY, t.text2, align=RIGHT)
    top = 40.0
    for said in wrapped(steps.said, BODY, page.width(), _MOST_LINES):
        words(painter, QRectF(0, top, page.width(), _ROW), said, BODY, t.text2)
        top += _ROW
    for title, chart in (("", steps.steps), (steps.longest_title, steps.longest)):
        top += 16
        if title:
            words(painter, QRectF(0, top, page.width(), 24), title, BODY_STRONG, t.text)
            top += 30
        height = height_of(chart)
        paint_lengths(painter, QRectF(0, top, page.width(), height), chart, t)
        top += height


def _paint_mark(painter: QPainter, height: float, mark: str) -> None:
    """Write across the page that nothing on it is real."""
    painter.save()
    painter.translate(_WIDTH / 2, height / 2)
    painter.rotate(_MARK_ANGLE)
    painter.setOpacity(_MARK_OPACITY)
    room = QRectF(-_WIDTH / 2, -100, _WIDTH, 200)
    words(painter, room, mark, _MARK, LIGHT.text, align=CENTRE, elide=False)
    painter.restore()


def _paint_attention(painter: QPainter, room: QRectF, sheet: BoardSheet, heading: str) -> None:
    """List what finds room; the number of the others stands in the heading."""
    t = LIGHT
    most = int((room.height() - 30) // _ROW)
    listed = (*sheet.approvals, *sheet.attention)
    shown = listed[:most]
    said = f"{heading} ({len(shown)}/{len(listed)})"
    words(painter, QRectF(room.left(), room.top(), room.width(), 24), said, BODY_STRONG, t.text)
    for place, one in enumerate(shown):
        top = room.top() + 30 + place * _ROW
        for left, width, text in (
            (0.0, 110.0, one.words),
            (114.0, 60.0, one.short_code),
            (178.0, room.width() - 178 - 100, one.what),
        ):
            words(painter, QRectF(room.left() + left, top, width, _ROW), text, CAPTION, t.text)
        since = QRectF(room.right() - 96, top, 96, _ROW)
        words(painter, since, one.since, CAPTION, t.text, align=RIGHT)
        line(painter, room.left(), room.right(), top + _ROW - 1, t.line)
