"""Filters of the list through the window, by keys alone: made, saved, and there again tomorrow."""

from PySide6.QtCore import Qt

from tests.ui.window_counter import OTHER_CARD, Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL

TAB, DOWN, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return


def narrow_by_promise(at: Counter) -> None:
    """The promises of the next seven days: four steps down from any day."""
    at.keys.press(Qt.Key.Key_L, ALT)
    at.wait_for_focus("Ngày nhận")
    for _ in range(3):
        at.keys.press(TAB)
    at.wait_for_focus("Hẹn trả")
    for _ in range(3):
        at.keys.press(DOWN)
    at.keys.press(ENTER)
    at.wait_for("Bỏ điều kiện Hẹn 7 ngày tới")


def test_a_filter_is_made_saved_and_used_at_the_next_sign_in(at_work: Counter) -> None:
    receive(at_work)
    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for_focus("Hồ sơ")
    narrow_by_promise(at_work)
    at_work.wait_for("1 hồ sơ, hẹn sớm nhất trước")
    at_work.keys.press(Qt.Key.Key_S, CTRL)
    at_work.wait_for_focus("Tên bộ lọc")
    at_work.keys.type("tuan toi")
    at_work.keys.press(ENTER)
    at_work.wait_for("tuan toi  1")
    at_work.keys.press(Qt.Key.Key_X, ALT)
    at_work.wait(lambda: "Bỏ điều kiện" not in at_work.said())

    change_officer(at_work, "truongbp")
    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Hôm nay  1")
    assert "tuan toi" not in at_work.said(), "another officer's filters are not shown"

    change_officer(at_work, "quay3")
    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("tuan toi  1")
    at_work.keys.press(Qt.Key.Key_1, ALT)
    at_work.wait_for("Bỏ điều kiện Hẹn 7 ngày tới")


def test_what_is_received_meanwhile_is_counted_and_a_filter_renamed_and_deleted(
    at_work: Counter,
) -> None:
    receive(at_work)
    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for_focus("Hồ sơ")
    narrow_by_promise(at_work)
    at_work.keys.press(Qt.Key.Key_S, CTRL)
    at_work.wait_for_focus("Tên bộ lọc")
    at_work.keys.press(ENTER)
    at_work.wait_for("Hẹn 7 ngày tới  1")
    receive(at_work, OTHER_CARD)
    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Hẹn 7 ngày tới  2")

    at_work.keys.press(Qt.Key.Key_B, ALT)
    at_work.wait_for_focus("Bộ lọc đã lưu")
    for _ in range(3):
        at_work.keys.press(TAB)
    at_work.keys.type("tuan")
    at_work.keys.press(ENTER)
    at_work.wait_for("tuan  2")
    for _ in range(3):
        at_work.keys.press(TAB, Qt.KeyboardModifier.ShiftModifier)
    at_work.wait_for_focus("Bộ lọc đã lưu")
    at_work.keys.press(Qt.Key.Key_Delete)
    at_work.keys.press(Qt.Key.Key_Delete)
    at_work.wait_for("Chưa lưu bộ lọc nào.")

    at_work.keys.press(Qt.Key.Key_Escape)
    at_work.wait_for("Bỏ điều kiện Hẹn 7 ngày tới")
