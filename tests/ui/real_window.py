"""The program's window outside of a test: an officer's hands, and pictures of what they see."""

import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as NotInTimeError
from pytestqt.qtbot import QtBot

from tests.counter_home import make_counter_home
from tests.ui.window_counter import PASSWORD, Counter
from ui import composition
from ui.desktop.app import Desktop
from ui.settings import read_settings
from ui.training_dossiers import begun_at, receive_samples

_PATIENCE = 4
"""Times as long as a test waits: longer than a busy computer needs, and what never comes is told
before anybody takes the waiting for work."""
_A_LITTLE_MS = 10


class _Waiting:
    """What ``Counter`` asks of pytest-qt."""

    def waitUntil(self, condition: Callable[[], object], *, timeout: int) -> None:  # noqa: N802
        end = time.monotonic() + _PATIENCE * timeout / 1_000
        while not condition():
            if time.monotonic() > end:
                raise NotInTimeError
            QTest.qWait(_A_LITTLE_MS)  # the threads that are waited for need the processor

    def waitActive(self, _: QWidget) -> nullcontext[None]:  # noqa: N802
        return nullcontext()


class RealWindow(Counter):
    """A counter in a program of its own, 1366×768."""

    def __init__(self, app: QApplication, home: Path) -> None:
        desktop = Desktop(app, home, read_settings(home), "vi")
        super().__init__(desktop, cast("QtBot", _Waiting()))
        desktop.open()
        window = desktop.screen.window
        window.showNormal()
        window.resize(1366, 768)
        window.activateWindow()
        self.wait(QApplication.activeWindow)

    def begin(self, name: str = "quay3") -> None:
        """Sign in, and wait until the desk is there and the catalogue is read."""
        self.sign_in(name)
        screen = self.desktop.screen
        self.wait(lambda: self.desktop.session is not None and screen.frame.isVisible())
        self.wait(lambda: self.session._reception._index is not None)

    def picture(self, file: Path) -> None:
        """Take a picture of the window once everything has settled."""
        for _ in range(50):
            QApplication.processEvents()
        self.desktop.screen.window.grab().save(str(file))

    def close(self) -> None:
        self.desktop.screen.window.close_now()
        self.desktop.close()


def sample_home(home: Path, *, dossiers: bool = False) -> Path:
    """Make a home with invented officers, and dossiers in every state where they are wanted."""
    now = composition.now()
    make_counter_home(home, PASSWORD, at=begun_at(now) if dossiers else None)
    if dossiers:
        receive_samples(home, "quay3", PASSWORD, now=now)
    return home
