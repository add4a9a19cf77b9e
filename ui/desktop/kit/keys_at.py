"""Which control has the keys, and where in it: noted, and found again."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget


@dataclass(frozen=True, slots=True)
class KeysAt:
    """One control.

    Attributes:
        control: by the name that a screen reader says; another language has another one.
        at: the letter before which the cursor stands in a field, or the row of a table, from 0.
            Of a password it is always 0: it would tell how long that is.
        text: what stands in a field. Of a password nothing.
    """

    control: str
    at: int = 0
    text: str = ""


def is_secret(line: QLineEdit) -> bool:
    """Tell whether what is typed in a field is not to be seen, nor kept."""
    return line.echoMode() != QLineEdit.EchoMode.Normal


def keys_within(part: QWidget) -> KeysAt | None:
    """Give where the keys are; None where this part of the window does not have them."""
    now = QApplication.focusWidget()
    if now is None or not (part is now or part.isAncestorOf(now)):
        return None
    if isinstance(now, QLineEdit):
        if is_secret(now):
            return KeysAt(now.accessibleName())
        return KeysAt(now.accessibleName(), now.cursorPosition(), now.text())
    if isinstance(now, QAbstractItemView):
        return KeysAt(now.accessibleName(), max(0, now.currentIndex().row()))
    return KeysAt(now.accessibleName())


def put_keys(part: QWidget, keys: KeysAt, otherwise: QWidget) -> None:
    """Put the keys there, else into another control. On a page that is not shown they are there
    once it is. What stood in a field is entered there where the page does not know it itself."""
    controls = (one for one in part.findChildren(QWidget) if _is_there(one, keys.control, part))
    found = next(controls, None)
    (found or otherwise).setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(found, QLineEdit):
        if keys.text and not found.text():
            found.setText(keys.text)
            found.textEdited.emit(keys.text)
        found.setCursorPosition(keys.at)
    elif isinstance(found, QAbstractItemView) and (model := found.model()) is not None:
        index = model.index(keys.at, max(0, found.currentIndex().column()))
        if index.isValid():
            found.setCurrentIndex(index)


def _is_there(control: QWidget, name: str, part: QWidget) -> bool:
    focusable = control.focusPolicy() & Qt.FocusPolicy.TabFocus
    can_have_them = bool(focusable) and control.isEnabled() and control.isVisibleTo(part)
    return can_have_them and control.accessibleName() == name != ""
