"""The field that a list of suggestions belongs to: the focus stays here, the list follows."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.desktop.kit.field import Field

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class SuggestField(Field):
    """Types and steers: up and down move the list, Enter takes its row, Esc leaves it.

    Where the list ``waits`` for an answer, keys pressed before the answer to what is typed now are
    held, and done once it is there: no row of an earlier list can be taken.
    """

    stepped = Signal(int)
    entered = Signal()
    escaped = Signal()
    left = Signal()

    _waits = False
    _answered: str | None = None

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401 - those of a field
        super().__init__(*args, **named)
        self._held: list[Callable[[], None]] = []

    def let_wait(self) -> None:
        """Hold the keys that steer until ``answer`` is told; said once, by the field's list."""
        self._waits = True
        self.textChanged.connect(lambda _: self._held.clear())

    def answer(self, query: str) -> None:
        """Hear that the list shows what there is for a query; keys that were held are done."""
        self._answered = query
        if self.is_answered():
            held, self._held = self._held, []
            for act in held:
                act()

    def is_answered(self) -> bool:
        """Tell whether the list belongs to what is typed now."""
        return not self._waits or self._answered == self.text()

    def _steer(self, act: Callable[[], None]) -> None:
        if self.is_answered():
            act()
        else:
            self._held.append(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._steer(partial(self.stepped.emit, _STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self._steer(self.entered.emit)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._held.clear()
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()
