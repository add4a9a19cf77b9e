"""Binds the keys of the map to what they do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import KEYS, OPEN_DRAFTS, Act, tab_keys

_CONTEXT = Qt.ShortcutContext.WindowShortcut


def bind(widget: QWidget, act: Act, slot: Callable[[], object]) -> None:
    """Let the act's key call ``slot`` wherever the focus is, as long as the widget is seen."""
    _bind(widget, KEYS[act].keys, slot)


def bind_tabs(widget: QWidget, slot: Callable[[int], object]) -> None:
    """Let Ctrl and a digit call ``slot`` with the number of the tab, counted from 0."""
    for number in range(OPEN_DRAFTS):
        _bind(widget, tab_keys(number + 1), partial(slot, number))


def is_key(event: QKeyEvent, act: Act) -> bool:
    """Tell whether a key event is the act's key, for keys that only a table may take."""
    keys = KEYS[act].keys
    if len(keys) == 1:  # "+" needs Shift on some keyboards, and none on the number pad
        return event.text() == keys
    return QKeySequence(event.keyCombination()).toString() == keys


def _bind(widget: QWidget, keys: str, slot: Callable[[], object]) -> None:
    sequences = [QKeySequence(keys)]
    if keys.endswith("Enter"):  # the large key and the one of the number pad
        sequences.append(QKeySequence(keys.replace("Enter", "Return")))
    shortcut = QShortcut(widget)
    shortcut.setKeys(sequences)
    shortcut.setContext(_CONTEXT)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(lambda: slot())
