"""Strokes are sharp at every scale, and painting loses nothing."""

import gc
import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.desktop.kit.paint import box, fill, line, words
from ui.desktop.kit.tokens import LIGHT

SCALES = pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])


def canvas(scale: float) -> QImage:
    image = QImage(round(120 * scale), round(60 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(LIGHT.surface)
    return image


def test_painting_loses_no_reference_to_none(dressed: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 does, and aborts with ``none_dealloc``."""
    image = canvas(1)
    painter = QPainter(image)
    gc.collect()  # what other tests left is not to be counted here
    before = sys.getrefcount(None)

    for _ in range(1000):
        painter.save()
        painter.setPen(LIGHT.text)
        painter.fillRect(0, 0, 10, 10, LIGHT.accent)
        painter.restore()

    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < 50


@SCALES
def test_a_border_is_whole_pixels_in_full_tone_wherever_it_stands(scale: float) -> None:
    wanted = max(1, round(scale))
    for step in range(12):
        image = canvas(scale)
        painter = QPainter(image)
        box(painter, QRectF(10 + step / 12, 10, 60, 30), LIGHT.surface, LIGHT.err)
        painter.end()
        row = [image.pixelColor(x, round(25 * scale)) for x in range(image.width())]
        tones = [c for c in row if c != LIGHT.surface]

        assert tones == [LIGHT.err] * (2 * wanted), f"at {step}/12"


@SCALES
def test_cells_side_by_side_leave_no_seam(scale: float) -> None:
    image = canvas(scale)
    painter = QPainter(image)
    for left in range(0, 90, 9):
        fill(painter, QRectF(left, 0, 9, 33), LIGHT.sel)
    painter.end()

    row = {image.pixelColor(x, round(10 * scale)).name() for x in range(round(90 * scale))}
    assert row == {LIGHT.sel.name()}


@SCALES
def test_a_line_keeps_its_weight_at_every_height(scale: float) -> None:
    for step in range(10):
        image = canvas(scale)
        painter = QPainter(image)
        line(painter, 0, 100, 10 + step / 7, LIGHT.err)
        painter.end()
        column = [image.pixelColor(20, y) for y in range(image.height())]

        assert column.count(LIGHT.err) == max(1, round(scale)), f"at {step}/7"


def test_stacked_tones_are_not_cut_in_a_field_of_32(dressed: QApplication) -> None:
    image = canvas(1)
    painter = QPainter(image)
    words(painter, QRectF(0, 0, 120, 32), "ẪỂỮẶỘ gpqy", colour=LIGHT.text)
    painter.end()

    def inked(y: int) -> bool:
        return any(image.pixelColor(x, y) != LIGHT.surface for x in range(120))

    assert not any(inked(y) for y in (0, 1, 2, 30, 31))
    assert any(inked(y) for y in range(8, 26))
