"""The single keys of the scan desk: they act while its pages or the large page have the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.desktop.keys import Act
from ui.desktop.shortcuts import is_key

_LETTERS = (
    Act.UNASSIGN,
    Act.OTHER_ROW,
    Act.RESCAN,
    Act.RESCAN_PILE,
    Act.KEEP_PAGE,
    Act.TURN,
    Act.SPLIT,
    Act.JOIN,
    Act.PURPOSE,
    Act.MASK,
    Act.THROW_AWAY,
    Act.AS_IT_CAME,
    Act.BASKET,
    Act.BACKS,
    Act.SEPARATORS,
    Act.CORNERS,
    Act.FILES,
)
_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def page_act(event: QKeyEvent) -> Act | int | None:
    """Give what a key means: an act, the number of a row, or nothing."""
    text = event.text()
    if event.modifiers() in _NO_MODIFIERS and len(text) == 1 and text in "123456789":
        return int(text)
    for act in _LETTERS:
        if is_key(event, act) or (len(text) == 1 and is_letter(event, act)):
            return act
    return None


def is_letter(event: QKeyEvent, act: Act) -> bool:
    """Tell whether a letter is the act's key; Caps Lock changes nothing."""
    from ui.desktop.keys import KEYS

    plain = event.modifiers() in (*_NO_MODIFIERS, Qt.KeyboardModifier.ShiftModifier)
    return plain and event.text().upper() == KEYS[act].keys
