"""Lets a window work until something is there, or for a while."""

import time
from collections.abc import Callable

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


def settle(app: QApplication, seconds: float) -> None:
    """Let what was begun come to rest."""
    end = time.monotonic() + seconds
    until(app, lambda: time.monotonic() > end, seconds + 1)
