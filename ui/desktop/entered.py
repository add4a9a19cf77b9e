"""What is entered in controls, and how it is entered again. Each has an object name, which is in no
language; passwords are passed over."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desktop.kit.check import Check
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.keys_at import is_secret
from ui.desktop.kit.segmented import Segmented
from ui.desktop.typed_notes import Typed


def entered(controls: Iterable[QWidget]) -> Typed:
    """Give what stands in each of them, by its name."""
    found: Typed = {}
    for name, control in _named(controls):
        if isinstance(control, QLineEdit):
            found[name] = control.text()
        elif isinstance(control, Segmented):
            found[name] = control.value() or ""
        elif isinstance(control, Combo):
            found[name] = str(control.currentData() or "")
        elif isinstance(control, Check):
            found[name] = control.isChecked()
    return found


def enter(controls: Iterable[QWidget], typed: Typed) -> None:
    """Enter it as the officer would, so that whoever listens hears of it."""
    named = list(_named(controls))
    for kinds in ((Segmented, Combo), (QLineEdit, Check)):  # a choice may bring the fields
        for name, control in named:
            if name in typed and isinstance(control, kinds):
                _enter(control, typed[name])


def _named(controls: Iterable[QWidget]) -> Iterator[tuple[str, QWidget]]:
    for control in controls:
        if control.objectName() and not (isinstance(control, QLineEdit) and is_secret(control)):
            yield control.objectName(), control


def _enter(control: QWidget, value: str | bool) -> None:
    if isinstance(control, Check):
        control.setChecked(bool(value))
    elif not isinstance(value, str):
        return
    elif isinstance(control, QLineEdit):
        if control.text() != value:
            control.setText(value)
            control.textEdited.emit(control.text())
    elif isinstance(control, Segmented):
        control.show_value(value)
        if control.value() == value:  # else a choice of another version
            control.value_chosen.emit(value)
    elif isinstance(control, Combo) and control.findData(value) >= 0:
        control.show_value(value)
        control.value_chosen.emit(value)
