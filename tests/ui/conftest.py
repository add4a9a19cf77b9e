"""Windows are opened where nobody sees them, unless ``QT_QPA_PLATFORM`` says otherwise."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.gallery import Gallery
from ui.desktop.kit.theme import dress
from ui.desktop.kit.tokens import LIGHT

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in the station's typeface and its light theme."""
    dress(qapp, LIGHT)
    return qapp


@pytest.fixture
def gallery(dressed: QApplication, qtbot: QtBot) -> Iterator[Gallery]:
    """The main window with every page, shown and active at 1366×768."""
    built = Gallery()
    qtbot.addWidget(built.window)
    built.window.resize(1366, 768)
    with qtbot.waitActive(built.window):
        built.window.show()
        built.window.activateWindow()
    built.window.show_desk()
    yield built
    built.window.close_now()
