"""What no officer means to type comes into the window: it is cut, and the work goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.window_counter import Counter, at_work, counter, home, made_home
from tests.ui.window_keys import CTRL
from ui.desktop.kit.field import Field

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures

MOST_LETTERS = 1_000
STRANGE = {
    "a megabyte": "Nguyễn Thị Ánh Tuyết " * 50_000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 4_000,
    "right to left": "\u202eنتهى\u2066\u200f" * 4_000,
    "control": "".join(map(chr, range(1, 32))) * 1_000 + "\ufffe\x00",
    "combining": "a" + "\u0301" * 10_000,
    "halves of letters": "An" + "\ud83d" * 300,
}


@pytest.mark.parametrize("pasted", STRANGE.values(), ids=STRANGE)
def test_what_is_pasted_is_cut_and_the_page_goes_on(at_work: Counter, pasted: str) -> None:
    window = at_work.desktop.screen.window
    QApplication.clipboard().setText(pasted)
    fields = [
        field
        for field in window.findChildren(Field)
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
    ]
    assert len(fields) >= 8

    for field in fields:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        at_work.keys.press(Qt.Key.Key_V, CTRL)
        QApplication.processEvents()
        assert len(field.text()) <= min(field.maxLength(), MOST_LETTERS)

    at_work.session._reception.keeping.keep()
    at_work.wait(lambda: at_work.desk.drafts.mine())
    assert "bug" not in at_work.said()
    at_work.keys.press(Qt.Key.Key_F3)
    at_work.wait(lambda: isinstance(window.focusWidget(), QLineEdit))
