"""The e-mail of the applicant by keyboard, from zone 1 into the dossier."""

from PySide6.QtCore import Qt

from tests.ui.window_counter import CARD, DOWN, SPACE, Counter, at_work, counter, home, made_home
from tests.ui.window_keys import ALT, CTRL, read_card

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures


def test_an_email_typed_in_zone_1_stands_in_the_dossier(at_work: Counter) -> None:
    read_card(CARD)
    at_work.keys.press(Qt.Key.Key_E, ALT)
    at_work.wait_for_focus("Email người nộp")
    at_work.keys.type("tuyet@vi-du.vn")
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Email: tuyet@vi-du.vn")

    keys = at_work.keys
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    at_work.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Tờ khai cấp Giấy xác nhận")
    for key in (SPACE, DOWN, SPACE, DOWN, DOWN, SPACE):  # rows 1, 2 and 4
        keys.press(key)
    keys.press(Qt.Key.Key_F8)
    keys.type("20000")
    at_work.wait_for("Đủ điều kiện tiếp nhận.")
    keys.press(Qt.Key.Key_Return, CTRL)

    at_work.wait(at_work.dossiers)
    (dossier,) = at_work.dossiers()
    assert dossier.submitter.person.email == "tuyet@vi-du.vn"
