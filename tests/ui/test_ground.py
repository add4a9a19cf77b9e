"""At 200 % on a small screen the window shows a part of its pages: the one that has the keys."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from tests.ui.keyboard import focused, press
from ui.desktop.gallery.program import settle
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.fit import SMALLEST_HEIGHT, SMALLEST_WIDTH
from ui.desktop.kit.ground import Ground, MovedGround

SCENES = (
    "sign-in", "home-broken", "reception-ready", "reception-exit", "reception-owner", "till-book",
    "dossier-correction", "settings-usual", "clock-asked", "line-third-day", "scan-usual",
)  # fmt: skip
_PRESSES = 10


def seen(port: QWidget, widget: QWidget) -> bool:
    """Tell whether a control is seen, or as much of it as there is room for."""
    place = QRect(widget.mapTo(port, QPoint(0, 0)), widget.size())
    if place.width() > port.width() or place.height() > port.height():
        return port.rect().intersects(place)
    return port.rect().contains(place)


@pytest.mark.parametrize(("width", "height"), [(683, 384), (512, 300)])
def test_what_has_the_keys_is_seen(gallery: Gallery, width: int, height: int) -> None:
    """Of 1366×768 and of 1024×600 at 200 %."""
    gallery.window.setMinimumSize(0, 0)
    gallery.window.resize(width, height)
    ground, moved = gallery.window.findChild(Ground), gallery.window.findChild(MovedGround)
    assert isinstance(ground, Ground)
    assert isinstance(moved, MovedGround)
    hidden = []
    for scene in SCENES:
        gallery.scenes()[scene]()
        settle()
        for _ in range(_PRESSES):
            if not seen(moved.viewport(), focused()):
                hidden.append(f"{scene}: {focused().accessibleName()}")
            press("Tab")
            QApplication.processEvents()
    assert hidden == []
    assert (ground.width(), ground.height()) == (SMALLEST_WIDTH, SMALLEST_HEIGHT)


def test_the_current_row_of_a_long_table_is_seen(gallery: Gallery) -> None:
    gallery.window.setMinimumSize(0, 0)
    gallery.window.resize(512, 200)
    gallery.scenes()["list-usual"]()
    settle()
    table, moved = focused(), gallery.window.findChild(MovedGround)
    assert isinstance(table, QTableView)
    assert isinstance(moved, MovedGround)
    for key in ("End", "Home"):
        press(key)
        settle()
        row = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(moved.viewport(), row.topLeft()).y()
        assert 0 <= top <= moved.viewport().height() - row.height(), key


@pytest.mark.parametrize("size", [(SMALLEST_WIDTH, SMALLEST_HEIGHT), (1366, 768)])
def test_where_all_has_room_nothing_is_scrolled(gallery: Gallery, size: tuple[int, int]) -> None:
    gallery.window.resize(*size)
    gallery.scenes()["clock-server"]()  # its sentence wraps
    settle()
    moved = gallery.window.findChild(MovedGround)

    assert isinstance(moved, MovedGround)
    assert (moved.horizontalScrollBar().maximum(), moved.verticalScrollBar().maximum()) == (0, 0)
