"""Lets a window work until something is there, or for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication


def until(app: QApplication, there: Callable[[], object], limit_s: float) -> None:
    """Wait for a condition.

    Raises:
        TimeoutError: it was not there in time.
    """
    end = time.monotonic() + limit_s
    while not there():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")


def settle(seconds: float) -> None:
    """Let what was begun come to rest.

    The window sleeps until something comes, as it does before an officer. One that asked all the
    time whether something came would take the processor from the workers, and be the thread that
    has had its turn when the next key comes.
    """
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
