"""The command palette: found without accents, done as by its key, the cursor stays."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.window_counter import Counter
from tests.ui.window_keys import CTRL
from ui.desktop.frame.palette import found
from ui.desktop.frame.view_model import Place
from ui.desktop.keys import KEYS, Act


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nhat ky", Act.LOG),
        ("thiet bi", Act.DEVICES),
        ("KHOÁ MÁY", Act.LOCK),
        ("chon thu tuc", Act.PROCEDURE),
        ("", Act.HELP),
    ],
)
def test_a_few_letters_find_an_act(typed: str, first: Act) -> None:
    assert found(tuple(KEYS), typed)[0] is first


def test_what_nobody_does_is_not_found() -> None:
    assert found(tuple(KEYS), "bay lên trời") == []


def test_an_act_is_found_and_done_from_any_page(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_K, CTRL)
    at_work.wait_for_focus("Bảng lệnh")
    at_work.keys.type("nhat ky ngay")
    at_work.keys.press(Qt.Key.Key_Return)

    at_work.wait(lambda: at_work.session.going.place is Place.LOG)
    assert "Bảng lệnh" not in at_work.said()


def test_only_what_acts_on_this_page_is_offered(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_K, CTRL)
    at_work.wait_for("Việc làm được ở đây")
    here = at_work.said()
    assert KEYS[Act.ACCEPT].vietnamese in here
    assert KEYS[Act.PRINT_LOG].vietnamese not in here

    at_work.keys.press(Qt.Key.Key_Escape)
    at_work.wait_for_focus("Số giấy tờ")
    assert "Bảng lệnh" not in at_work.said()


def test_what_is_not_found_is_said_and_the_next_letters_find_again(at_work: Counter) -> None:
    keys = at_work.keys
    keys.press(Qt.Key.Key_K, CTRL)
    at_work.wait_for_focus("Bảng lệnh")
    keys.type("bay len troi")
    at_work.wait_for("Trang này không có việc như vậy. Gõ từ khác, hoặc bấm F1.")
    keys.press(Qt.Key.Key_Return)
    assert at_work.focused() == "Bảng lệnh"

    for _ in "bay len troi":
        keys.press(Qt.Key.Key_Backspace)
    keys.type("nhat ky")
    at_work.wait(lambda: "Trang này không có việc như vậy" not in " ".join(at_work.said()))
