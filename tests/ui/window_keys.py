"""Keys and a card reader that enter where the window system's do: at the active window.

Unlike ``keyboard``, which gives keys to the widget with the focus, these pass the application's
event filters and the shortcuts as real ones do.
"""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NATIVE_READER: list[Callable[[str], object]] = []
"""Hears a card where the program reads keys below Qt, as it does under X: the last one of them."""
_MOMENTS = count(1_000_000_000, 5_000)
"""When the next card is laid under the reader: not anew with each, nor amid the keys of hands."""


class Hands:
    """Types, and counts the keys; a chord counts as one.

    Args:
        when_lost: brings the keys back where no window has them, as after a dialog that has gone;
            without it that is a failure.
    """

    def __init__(self, when_lost: Callable[[], None] | None = None) -> None:
        self.pressed = 0
        self.when_lost = when_lost

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        self._click(key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            self._click(ord(letter), NO_MODIFIER)

    def _click(self, key: Qt.Key | int, modifiers: Qt.KeyboardModifier) -> None:
        self.pressed += 1
        if self.when_lost is not None and window_with_keys() is None:
            self.when_lost()
        window = active_window()
        _tell(window, partial(QTest.keyPress, window, key, modifiers))
        left = window_with_keys()  # not the same one where the key closed a dialog
        if left is not None:
            _tell(left, partial(QTest.keyRelease, left, key, modifiers))


def read_card(text: str, *, gap_ms: int = 3) -> None:
    """Type a card's text as a reader in keyboard mode does, with its Enter."""
    if QApplication.platformName() == "xcb" and NATIVE_READER:
        NATIVE_READER[-1](text)
        return
    begin = next(_MOMENTS)
    for place, letter in enumerate(text):
        send_key(ord(letter.upper()), letter, at_ms=begin + place * gap_ms)
    send_key(Qt.Key.Key_Return, "\r", at_ms=begin + len(text) * gap_ms)


def send_key(key: int, text: str, *, at_ms: int) -> None:
    """Send one key with the time at which the window system saw it."""
    window: QWindow | None = active_window()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NO_MODIFIER, text)
        event.setTimestamp(at_ms)
        if window is not None:
            _tell(window, partial(QCoreApplication.sendEvent, window, event))
        window = window_with_keys()  # not the same one where the key closed a dialog


def _tell(window: QWindow, sends: Callable[[], object]) -> None:
    try:
        sends()
    except RuntimeError:  # PySide looks for the window again when the key has been heard
        if isValid(window):
            raise


def active_window() -> QWindow:
    """Give the window that gets the keys."""
    window = window_with_keys()
    assert window is not None, "no window is active"
    return window


def window_with_keys() -> QWindow | None:
    """Give the window that gets the keys, if one does.

    The offscreen platform leaves them with a list whose dialog was closed below it.
    """
    widget = QApplication.activeWindow()
    handle = None if widget is None or not widget.isVisible() else widget.windowHandle()
    return handle if handle is not None and isValid(handle) else None
