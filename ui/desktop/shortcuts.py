"""Binds the keys of the map to what they do."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import KEYS, OPEN_DRAFTS, SAVED_FILTERS, Act, filter_keys, tab_keys

_CONTEXT = Qt.ShortcutContext.WindowShortcut
_ACT = "act"


def bind(widget: QWidget, act: Act, slot: Callable[[], object]) -> None:
    """Let the act's key call ``slot`` wherever the focus is, as long as the widget is seen."""
    _bind(widget, KEYS[act].keys, slot).setProperty(_ACT, act.value)


def bind_refusal(widget: QWidget, act: Act, slot: Callable[[], object]) -> None:
    """Let the act's key call ``slot``, which says why it is not done: nothing offers it."""
    _bind(widget, KEYS[act].keys, slot)


def acts_of(window: QWidget) -> list[Act]:
    """Give the acts whose keys do something now, in the order of the key map."""
    bound = {act for act, _ in _shortcuts(window)}
    return [act for act in KEYS if act in bound]


def do(window: QWidget, act: Act) -> None:
    """Do what the act's key would do now."""
    for bound, shortcut in _shortcuts(window):
        if bound is act:
            shortcut.activated.emit()
            return


def bind_tabs(widget: QWidget, slot: Callable[[int], object]) -> None:
    """Let Ctrl and a digit call ``slot`` with the number of the tab, counted from 0."""
    for number in range(OPEN_DRAFTS):
        _bind(widget, tab_keys(number + 1), partial(slot, number))


def bind_filters(widget: QWidget, slot: Callable[[int], object]) -> None:
    """Let Alt and a digit call ``slot`` with the place of the saved filter, counted from 0."""
    for number in range(SAVED_FILTERS):
        _bind(widget, filter_keys(number + 1), partial(slot, number))


def is_key(event: QKeyEvent, act: Act) -> bool:
    """Tell whether a key event is the act's key, for keys that only a table may take."""
    keys = KEYS[act].keys
    if len(keys) == 1:  # "+" needs Shift on some keyboards, and none on the number pad
        return event.text() == keys
    return QKeySequence(event.keyCombination()).toString() == keys


def _shortcuts(window: QWidget) -> Iterator[tuple[Act, QShortcut]]:
    for shortcut in window.findChildren(QShortcut):
        act, at = shortcut.property(_ACT), shortcut.parent()
        if act is not None and isinstance(at, QWidget) and at.isVisible() and at.isEnabled():
            yield Act(act), shortcut


def _bind(widget: QWidget, keys: str, slot: Callable[[], object]) -> QShortcut:
    sequences = [QKeySequence(keys)]
    if keys.endswith("Enter"):  # the large key and the one of the number pad
        sequences.append(QKeySequence(keys.replace("Enter", "Return")))
    shortcut = QShortcut(widget)
    shortcut.setKeys(sequences)
    shortcut.setContext(_CONTEXT)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(lambda: slot())
    return shortcut
