"""What no officer means to type comes into the window: it is cut, and the work goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.window_counter import Counter
from tests.ui.window_keys import CTRL
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.field import Field

MOST_LETTERS = 1_000
STRANGE = {
    "a megabyte": "Nguyễn Thị Ánh Tuyết " * 50_000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 4_000,
    "right to left": "\u202eنتهى\u2066\u200f" * 4_000,
    "control": "".join(map(chr, range(1, 32))) * 1_000 + "\ufffe\x00",
    "combining": "a" + "\u0301" * 10_000,
    "halves of letters": "An" + "\ud83d" * 300,
}


def paste_into_every_field(counter: Counter) -> int:
    """Paste into whatever can be typed into now, and give how many fields there were."""
    fields = [
        field
        for field in counter.desktop.screen.window.findChildren(Field)
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
    ]
    for field in fields:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        counter.keys.press(Qt.Key.Key_V, CTRL)
        QApplication.processEvents()
        assert len(field.text()) <= min(field.maxLength(), MOST_LETTERS)
    return len(fields)


@pytest.mark.parametrize("pasted", STRANGE.values(), ids=STRANGE)
def test_what_is_pasted_is_cut_and_the_page_goes_on(at_work: Counter, pasted: str) -> None:
    window = at_work.desktop.screen.window
    QApplication.clipboard().setText(pasted)
    assert paste_into_every_field(at_work) >= 8

    at_work.session._reception.keeping.keep()
    at_work.wait(lambda: at_work.desk.drafts.mine())
    assert "bug" not in at_work.said()
    at_work.keys.press(Qt.Key.Key_F3)
    at_work.wait(lambda: isinstance(window.focusWidget(), QLineEdit))


@pytest.mark.parametrize("name", ["a megabyte", "right to left"])
def test_on_every_other_page_it_is_cut_too(at_work: Counter, name: str) -> None:
    QApplication.clipboard().setText(STRANGE[name])
    pasted = {}
    for place in Place:
        if place not in (Place.RECEPTION, Place.PREVIEW, Place.DOSSIER):
            at_work.session.going.to(place)
            QApplication.processEvents()
            pasted[place] = paste_into_every_field(at_work)

    assert min(pasted[one] for one in (Place.RESULTS, Place.HAND_OVER, Place.LOG, Place.LIST)) >= 1
    assert "bug" not in at_work.said()
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.wait_for("Người nộp")


def test_nobody_signs_in_with_a_megabyte(counter: Counter) -> None:
    QApplication.clipboard().setText(STRANGE["a megabyte"])
    assert paste_into_every_field(counter) == 2
    counter.keys.press(Qt.Key.Key_Return)
    counter.wait(lambda: "Sai" in counter.marks())
