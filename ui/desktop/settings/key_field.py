"""A field that takes the next key as it is, instead of doing what the key does."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.desktop.kit.field import Field

_LEAVE = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
)


class KeyField(Field):
    """Tab and Esc leave it; everything else is the key that is wanted."""

    key_pressed = Signal(str)
    """As it stands in the key map."""
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the key from the shortcuts of the window."""
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() not in _LEAVE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in _LEAVE:
            super().keyPressEvent(event)
        elif event.key() not in _ALONE and not event.isAutoRepeat():
            keys = QKeySequence(event.keyCombination()).toString()
            self.key_pressed.emit(keys.replace("Return", "Enter"))
