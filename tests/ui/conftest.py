"""Windows are opened where nobody sees them, unless ``QT_QPA_PLATFORM`` says otherwise."""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.closed_windows import forget
from tests.ui.slow_workers import slow_workers
from tests.ui.window_counter import at_work, counter, home, made_home
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.theme import dress
from ui.desktop.kit.tokens import LIGHT
from ui.desktop.language import use_language

__all__ = ["at_work", "counter", "home", "made_home", "slow_workers"]  # for the tests here
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in the station's typeface and its light theme."""
    dress(qapp, LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def nothing_is_measured_undressed(request: pytest.FixtureRequest) -> None:
    """Widths are kept: those of another typeface would stay for all tests of this process."""
    if not {"qapp", "qtbot"}.isdisjoint(request.fixturenames):
        request.getfixturevalue("dressed")


@pytest.fixture
def vietnamese_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(params=["vi", "en"])
def spoken(
    request: pytest.FixtureRequest, dressed: QApplication, vietnamese_afterwards: None
) -> None:
    """The language of the window."""
    use_language(dressed, request.param)


@pytest.fixture
def new_gallery(dressed: QApplication) -> Iterator[Callable[[], Gallery]]:
    """Makes galleries, and deletes them once the test is over."""
    made: list[Gallery] = []

    def make() -> Gallery:
        made.append(Gallery())
        return made[-1]

    yield make
    for one in made:
        one.window.close_now()
        forget(one.window)


@pytest.fixture
def gallery(new_gallery: Callable[[], Gallery], qtbot: QtBot) -> Gallery:
    """The main window with every page, shown and active at 1366×768."""
    built = new_gallery()
    built.window.resize(1366, 768)
    with qtbot.waitActive(built.window):
        built.window.show()
        built.window.activateWindow()
    built.window.show_desk()
    return built
