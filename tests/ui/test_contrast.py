"""Contrast as it is on the screen: measured on the pixels of every text of every scene.

``python -m pytest -s tests/ui/test_contrast.py`` prints the weakest text of each scene.
"""

import sys
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.action_bar import StateLine
from ui.desktop.kit.figure import Figure
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import Line
from ui.desktop.kit.marks import Chip
from ui.desktop.kit.table import Table
from ui.desktop.kit.theme import use_theme
from ui.desktop.kit.tokens import DARK, LIGHT, Theme

LEAST = 4.5
"""WCAG 2.1, level AA, for text of this size."""
_WORDS = (QLabel, QLineEdit, QAbstractButton, Line, Figure, StateLine, Chip)
_PARTS = 6
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def luminance(colours: np.ndarray) -> np.ndarray:
    """Give the relative luminance of colours, each a number 0xRRGGBB."""
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen: np.ndarray = linear @ _WEIGHTS
    return seen


def contrast_in(picture: QImage) -> float:
    """Give the contrast of the strongest ink with the ground, which covers most of the picture."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32) & 0xFFFFFF
    colours, counts = np.unique(pixels, return_counts=True)
    lights = luminance(colours)
    ground = lights[counts.argmax()]
    ratios = (np.maximum(lights, ground) + 0.05) / (np.minimum(lights, ground) + 0.05)
    return float(ratios.max())


def texts(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Give everything with words on it that can be seen, and where; what is off is exempt."""
    above = [one for one in window.findChildren(FloatingPanel) if one.isVisible()]
    covered = {one: QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in above}
    for widget, name, where in _words(window):
        panels = (one for one in above if not one.isAncestorOf(widget))
        if not any(covered[panel].intersects(where) for panel in panels):
            yield name, where


def _words(window: QWidget) -> Iterator[tuple[QWidget, str, QRect]]:
    for widget in window.findChildren(QWidget):
        shown = widget.visibleRegion().boundingRect()
        if not widget.isVisible() or not widget.isEnabled() or shown.isEmpty():
            continue
        if isinstance(widget, Table):
            for said, where in cells(widget, window):
                yield widget, said, where
        elif isinstance(widget, _WORDS) and not _is_empty(widget):
            corner = widget.mapTo(window, shown.topLeft())
            said = getattr(widget, "text", str)() or widget.accessibleName()
            yield widget, said, QRect(corner, shown.size()).adjusted(2, 2, -2, -2)


def _is_empty(widget: QWidget) -> bool:
    """Tell whether nothing is written there: a button may be an icon, a field its placeholder."""
    if isinstance(widget, QLabel | Line):
        return not widget.text()
    if isinstance(widget, QLineEdit):
        return not (widget.text() or widget.placeholderText())
    return not widget.accessibleName()


def cells(table: Table, window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Give every cell that is seen and says something."""
    model, port = table.model(), table.viewport()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            where = table.visualRect(index).intersected(port.rect())
            if str(index.data() or "").strip(" –") and where.height() > 20 and where.width() > 20:
                corner = port.mapTo(window, where.topLeft())
                yield str(index.data()), QRect(corner, where.size()).adjusted(4, 3, -4, -3)


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_of_every_scene_stands_out_from_its_ground(
    gallery: Gallery, qapp: QApplication, theme: Theme, part: int
) -> None:
    use_theme(qapp, theme)
    weak, measured = [], 0
    try:
        for scene, show in list(gallery.scenes().items())[part::_PARTS]:
            show()
            QApplication.processEvents()
            whole = gallery.window.grab().toImage()
            ratios = {
                (round(contrast_in(whole.copy(where)), 2), name)
                for name, where in texts(gallery.window)
                if whole.rect().contains(where) and not where.isEmpty()
            }
            measured += len(ratios)
            least = min(ratios, default="painted as a whole")  # as the citizen's display is
            sys.stdout.write(f"{scene}: {least}\n")
            weak += [f"{scene}: {name} {ratio}" for ratio, name in ratios if ratio < LEAST]
    finally:
        use_theme(qapp, LIGHT)
    sys.stdout.write(f"{measured} texts\n")
    assert measured > 300
    assert weak == []


def test_the_measure_is_the_one_of_wcag() -> None:
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    picture.setPixelColor(3, 3, QColor("#767676"))

    assert contrast_in(picture) == pytest.approx(4.54, abs=0.01)
