"""Keys and a card reader that enter where the window system's do: at the active window.

Unlike ``keyboard``, which gives keys to the widget with the focus, these pass the application's
event filters and the shortcuts as real ones do.
"""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NATIVE_READER: list[Callable[[str], object]] = []
"""Hears a card where the program reads keys below Qt, as it does under X: the last one of them."""
_MOMENTS = count(1_000_000_000, 5_000)
"""When the next card is laid under the reader: not anew with each, nor amid the keys of hands."""


class Hands:
    """Types, and counts the keys; a chord counts as one."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        self.pressed += 1
        QTest.keyClick(active_window(), key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            self.pressed += 1
            QTest.keyClick(active_window(), ord(letter))


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
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NO_MODIFIER, text)
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(active_window(), event)


def active_window() -> QWindow:
    """Give the window that gets the keys."""
    widget = QApplication.activeWindow()
    assert widget is not None, "no window is active"
    handle = widget.windowHandle()
    assert handle is not None
    return handle
