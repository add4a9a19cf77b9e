"""Catches what a card reader types, wherever the focus is, and keeps it out of the fields.

A reader in keyboard mode is a very fast typist. The text of an ID card begins with the digits of
the personal number, so a digit is held back for a moment: if a person typed it, it reaches its
field when the moment is over; if more keys follow faster than hands can, all of them are kept up to
the Enter or Tab that ends them. What then is no card's text is given back key for key.

Letters are never held first, so typing words feels no delay. Key gaps are judged by the time that
the window system stamped on the events, for a busy window delivers the keys of a person in bunches.
Text that an input method composes does not pass through here as keys.
"""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from shiboken6 import isValid

from station.domain.code_text import MAX_TEXT

FASTEST_HAND_MS = 30
"""Nobody types two keys within this time; readers need 1 to 20 ms a key."""
HOLD_MS = 40
"""So long a lone digit waits for what follows it."""
SILENCE_MS = 150
"""A reader that stops for longer has ended, even without Enter."""
_SECOND_END_MS = 120
"""A reader set to CR and LF types two ends; the second one belongs to the same burst."""
SHORTEST_BURST = 7
_NUMBER = re.compile(r"[0-9]{12}")
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_INTERRUPTIONS = (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate)


def is_card_text(text: str) -> bool:
    """Tell whether this is what a reader types for a card: fields parted by "|", 12 digits."""
    return len(text) >= SHORTEST_BURST and "|" in text and _NUMBER.search(text) is not None


class QtBurst(QObject):
    """An event filter for windows. ``card_read`` gives the text of a card."""

    card_read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._text = ""
        self._last_ms = 0
        self._ended_ms = -_SECOND_END_MS
        self._giving_back = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._look_again)
        self._seen_at_timeout = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, keep or pass one event of any window."""
        if self._giving_back or not isinstance(watched, QWindow):  # or of a whole application
            return False
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)  # noqa: S101 - what Qt makes of these two kinds
            pressed = kind == QEvent.Type.KeyPress
            return self._press(watched, event) if pressed else self._release(watched, event)
        if self._held and (kind in _INTERRUPTIONS or self._may_be_shortcut(event)):
            self._give_back()
        return False

    def _may_be_shortcut(self, event: QEvent) -> bool:
        """Qt asks about shortcuts before it sends the key: what was typed before must go first."""
        return isinstance(event, QKeyEvent) and not self._may_go_on(event)

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        at = event.timestamp()
        if event.key() in _ENDS and 0 <= at - self._ended_ms < _SECOND_END_MS:
            return True
        if not self._held:
            return self._may_begin(event) and self._hold(window, event)
        if at - self._last_ms > self._longest_gap or not self._may_go_on(event):
            self._give_back()
            return self._press(window, event)
        if event.key() not in _ENDS:
            return self._hold(window, event)
        if is_card_text(self._text):
            self._ended_ms = at
            self._take()
            return True
        self._give_back()
        return False

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        """The release of a key that waits must not overtake its press."""
        if not self._held:
            return False
        self._held.append((window, QKeyEvent(event)))
        return True

    @property
    def _longest_gap(self) -> int:
        """Once it is clear that no hand types, a reader may stall."""
        return SILENCE_MS if self._is_burst else FASTEST_HAND_MS

    @property
    def _is_burst(self) -> bool:
        return len(self._text) >= SHORTEST_BURST

    @staticmethod
    def _may_begin(event: QKeyEvent) -> bool:
        digit = event.text().isdecimal() and event.text().isascii()
        return digit and not event.isAutoRepeat() and not event.modifiers() & _CHORD

    def _may_go_on(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or event.modifiers() & _CHORD or len(self._text) > MAX_TEXT:
            return False
        if event.key() in _ENDS or event.key() in _SHIFTS:
            return True
        return bool(event.text()) and event.text().isprintable()

    def _hold(self, window: QWindow, event: QKeyEvent) -> bool:
        self._held.append((window, QKeyEvent(event)))
        self._text += event.text()
        self._last_ms = event.timestamp()
        self._patience.start(SILENCE_MS if self._is_burst else HOLD_MS)
        return True

    def _look_again(self) -> None:
        """A busy window may have keys waiting that came in time: let them in before judging."""
        self._seen_at_timeout = self._last_ms
        QTimer.singleShot(0, self, self._end_in_silence)

    def _end_in_silence(self) -> None:
        if not self._held or self._last_ms != self._seen_at_timeout:
            return
        if is_card_text(self._text):
            self._take()
        else:
            self._give_back()

    def _take(self) -> None:
        text = self._text
        self._forget()
        self.card_read.emit(text)

    def _give_back(self) -> None:
        held = self._held
        self._forget()
        self._giving_back = True
        try:
            for window, event in held:
                if isValid(window):  # it may have closed since
                    QCoreApplication.sendEvent(window, event)
        finally:
            self._giving_back = False

    def _forget(self) -> None:
        self._patience.stop()
        self._held = []
        self._text = ""
