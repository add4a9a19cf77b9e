"""Notices that nobody has touched the keyboard, the mouse or a reader for a while."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_BY_HAND: Final = (
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,  # a key that is an act's comes no further
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
_MADE_ANEW: Final = (QEvent.Type.Show, QEvent.Type.WinIdChange)
_MINUTE_MS: Final = 60_000


class IdleWatch(QObject):
    """Hears what the system sends to the window, not what goes on between its widgets."""

    came = Signal()
    """Nobody was here for as long as was said."""

    def __init__(self, window: QWidget, minutes: int) -> None:
        """``minutes``: 0 for never."""
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.came)
        self.use(minutes)
        window.installEventFilter(self)

    def use(self, minutes: int) -> None:
        """Wait so long from now on; 0: for ever."""
        self._timer.stop()
        self._timer.setInterval(minutes * _MINUTE_MS)
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        if self._timer.interval() > 0:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() in _MADE_ANEW and handle is not None:
                handle.installEventFilter(self)
        elif event.type() in _BY_HAND:
            self.touch()
        return False
