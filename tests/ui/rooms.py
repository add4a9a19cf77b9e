"""A page alone, in the room that the smallest windows leave it: nothing on it may be cut."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.kit.button import Button
from ui.desktop.kit.figure import Figure, FigureButton
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.page import Page


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a page in a window, and the form that it takes there."""

    width: int
    height: int
    fit: Fit

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


ROOMS = (
    Room(1157, 650, Fit()),
    Room(1157, 572, Fit(low=True)),
    Room(855, 394, Fit(narrow=True, compact=True, low=True)),
)
"""Of windows of 1366×768, 1366×690 and 911×512."""
every_room = pytest.mark.parametrize("room", ROOMS, ids=str)


def shown_in(room: Room, page: Page, qtbot: QtBot) -> None:
    """Show a page in this room."""
    qtbot.addWidget(page)
    page.set_fit(room.fit)
    page.resize(room.width, room.height)
    page.show()


def assert_nothing_is_cut(room: Room, page: Page) -> None:
    """Hold the page to its room, and all that must be whole on it to the page's."""
    QApplication.processEvents()
    assert (page.width(), page.height()) == (room.width, room.height)
    widgets: list[QWidget] = [page, *page.findChildren(Button), *page.findChildren(Figure)]
    widgets += page.findChildren(FigureButton)
    for widget in widgets:
        if widget.isVisible():
            least, name = widget.minimumSizeHint(), widget.accessibleName()
            assert least.width() <= widget.width(), name or type(widget).__name__
            assert least.height() <= widget.height(), name or type(widget).__name__
            if widget is not page:
                corner = widget.mapTo(page, widget.rect().bottomRight())
                assert page.rect().contains(corner), name or type(widget).__name__
