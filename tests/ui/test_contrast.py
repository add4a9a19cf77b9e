"""Contrast as it is on the screen: measured on the pixels of every text that can be seen."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from ui.desktop.gallery import Gallery
from ui.desktop.kit.theme import use_theme
from ui.desktop.kit.tokens import DARK, LIGHT, Theme

SCENES = ("reception-blocked", "list-usual", "dossier-result", "till-short", "sign-in-error")
LEAST = 4.5
"""WCAG 2.1, level AA, for text of this size."""


def luminance(rgb: int) -> float:
    colour = QColor(rgb)
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast_in(picture: QImage) -> float:
    """Give the contrast of the strongest ink with the ground, which covers most of the picture."""
    colours = Counter(
        picture.pixel(x, y) for y in range(picture.height()) for x in range(picture.width())
    )
    ground = luminance(colours.most_common(1)[0][0])
    best = 1.0
    for rgb in colours:
        low, high = sorted((luminance(rgb), ground))
        best = max(best, (high + 0.05) / (low + 0.05))
    return best


def texts(window: QWidget) -> list[QWidget]:
    """Give everything with words on it that can be seen; who is switched off is exempt."""
    found: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
            has_words = isinstance(widget, QLabel | QLineEdit | QAbstractButton) and widget.text()
            if has_words:
                found.append(widget)
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scene", SCENES)
def test_every_text_stands_out_from_its_ground(
    gallery: Gallery, qapp: QApplication, scene: str, theme: Theme
) -> None:
    use_theme(qapp, theme)
    try:
        gallery.scenes()[scene]()
        QApplication.processEvents()
        whole = gallery.window.grab().toImage()
        found = texts(gallery.window)
        assert len(found) > 5
        for widget in found:
            corner = widget.mapTo(gallery.window, widget.visibleRegion().boundingRect().topLeft())
            size = widget.visibleRegion().boundingRect().size()
            inner = whole.copy(
                corner.x() + 2, corner.y() + 2, max(1, size.width() - 4), max(1, size.height() - 4)
            )
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert contrast_in(inner) >= LEAST, f"{scene}: {name}"
    finally:
        use_theme(qapp, LIGHT)


def test_the_measure_is_the_one_of_wcag() -> None:
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    picture.setPixelColor(3, 3, QColor("#767676"))

    assert contrast_in(picture) == pytest.approx(4.54, abs=0.01)
