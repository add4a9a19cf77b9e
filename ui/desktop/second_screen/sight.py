"""The officer's own monitor may be unplugged: the window comes to one that is there.

Where something manages windows it does that by itself, mostly; this is for where nothing does.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_GRIP_WIDTH, _GRIP_HEIGHT = 200, 60
"""So much of the window's head must be seen, in logical pixels, to find it and to move it."""


def in_sight(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Give where the window stands now: where it is, as long as its head is seen there.

    Args:
        screens: the room on every screen, the one to go to first.
    """
    head = QRect(window.x(), window.y(), window.width(), _GRIP_HEIGHT)
    for screen in screens:
        seen = screen.intersected(head)
        if seen.width() >= min(_GRIP_WIDTH, window.width()) and seen.height() >= _GRIP_HEIGHT // 2:
            return window
    room = screens[0]
    found = QRect(0, 0, min(window.width(), room.width()), min(window.height(), room.height()))
    found.moveCenter(room.center())
    return found


class InSight(QObject):
    """Looks after a window whenever a screen goes; the keys stay where they are in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._look_soon)

    def _look_soon(self) -> None:
        """The screen is listed until everybody heard of it."""
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        window, screens = self._window, QGuiApplication.screens()  # the first one is the main one
        if not screens or not window.isVisible():  # no screen at all: until one comes
            return
        room = [screen.availableGeometry() for screen in screens]
        stands = window.frameGeometry()
        there = in_sight(stands, room)
        if there == stands:
            return
        large = window.windowState() & (
            Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        )
        window.setWindowState(window.windowState() & ~large)
        window.setGeometry(there)
        window.setWindowState(window.windowState() | large)
        window.activateWindow()
