"""The keyboard of the counter: keys go to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """Give what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: str) -> None:
    """Press keys one after the other, each written as on its badge: ``press("Alt+3", "Space")``."""
    for key in keys:
        combination = QKeySequence(key)[0]  # type: ignore[index]  # missing in the stub
        QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())


def type_in(text: str) -> None:
    """Type a text; letters with marks come composed, as from an input method."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(focused(), composed)


def click(widget: QWidget) -> None:
    """Click into the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
