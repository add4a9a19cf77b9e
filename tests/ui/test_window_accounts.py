"""Users by keyboard, on a real store; and at every size."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import PASSWORD, Counter
from tests.ui.window_keys import ALT, CTRL
from ui import composition
from ui.desktop.accounts.page import AccountsPage
from ui.desktop.accounts.view_model import AccountLine, AccountSheet

SECRET = "Mot-cua-2027!"


def to_users(counter: Counter, name: str) -> None:
    counter.sign_in(name)
    counter.wait_for("Còn 100 số")
    counter.keys.press(Qt.Key.Key_Comma, CTRL)
    counter.wait_for("Hiển thị")
    counter.keys.press(Qt.Key.Key_D, ALT)


def test_an_administrator_lets_somebody_work_here_and_closes_an_account(
    counter: Counter, home: Path
) -> None:
    keys = counter.keys
    to_users(counter, "admin")
    counter.wait_for_focus("Người dùng")

    keys.press(Qt.Key.Key_T, ALT)
    counter.wait_for_focus("Mã cán bộ")
    keys.type("lan")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Lan")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("short")
    keys.press(Qt.Key.Key_Return, CTRL)
    counter.wait_for("AUT-004")
    counter.wait_for_focus("Mật khẩu mới")
    keys.press(Qt.Key.Key_A, CTRL)
    keys.type(SECRET)
    keys.press(Qt.Key.Key_Return, CTRL)
    counter.wait_for("Lan đăng nhập được bằng mã lan.")
    assert composition.password_opens(home, "lan", SECRET)
    assert SECRET not in counter.said()

    keys.press(Qt.Key.Key_X, ALT)
    counter.wait_for("Đóng tài khoản lan · Lan?")
    keys.press(Qt.Key.Key_Escape)  # asked, and not meant
    counter.wait(lambda: "Đóng tài khoản lan · Lan?" not in counter.said())
    assert composition.password_opens(home, "lan", SECRET)
    keys.press(Qt.Key.Key_X, ALT)
    counter.wait_for("Đóng tài khoản lan · Lan?")
    keys.press(Qt.Key.Key_Return, CTRL)
    counter.wait_for("Lan (lan) không đăng nhập được nữa.")
    assert not composition.password_opens(home, "lan", SECRET)
    keys.press(Qt.Key.Key_Escape)
    counter.wait_for("Hiển thị")  # one step back: the settings


def test_who_is_no_administrator_sees_no_users(counter: Counter) -> None:
    to_users(counter, "quay3")

    counter.wait_for("Chỉ quản trị thấy và đổi người dùng")
    assert "truongbp" not in counter.said()


A_LINE = AccountLine(
    "nguyen.phuong-thao_1999", "Nguyễn Thị Phương Thảo Nguyên", "counter", "Trưởng bộ phận", True
)


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = AccountsPage()
    shown_in(room, page, qtbot)
    page.show_sheet(
        AccountSheet(lines=(A_LINE,) * 40, roles=(("counter", "Cán bộ quầy"),), may_manage=True)
    )
    page.show_problem("Mật khẩu quá dễ đoán. Không có gì thay đổi. Chọn mật khẩu khác. (AUT-004)")

    assert_nothing_is_cut(room, page)


def test_everybody_changes_their_own_password_by_keyboard(counter: Counter, home: Path) -> None:
    keys = counter.keys
    counter.sign_in("quay3")
    counter.wait_for("Còn 100 số")
    keys.press(Qt.Key.Key_Comma, CTRL)
    counter.wait_for("Hiển thị")

    keys.press(Qt.Key.Key_P, ALT)
    counter.wait_for_focus("Mật khẩu đang dùng")
    for typed in ("not the old one", SECRET, SECRET + "?"):
        keys.type(typed)
        keys.press(Qt.Key.Key_Return)
    counter.wait(lambda: "khác mật khẩu mới" in counter.marks())
    counter.wait_for_focus("Gõ lại lần nữa")
    keys.type(SECRET)
    keys.press(Qt.Key.Key_Return)
    counter.wait(lambda: "Sai, còn 4 lần" in counter.marks())
    counter.wait_for_focus("Mật khẩu đang dùng")
    assert composition.password_opens(home, "quay3", PASSWORD)
    keys.type(PASSWORD)
    keys.press(Qt.Key.Key_Return, CTRL)

    counter.wait_for("Đã đổi mật khẩu.")
    assert "Gõ lại lần nữa" not in counter.said()
    keys.press(Qt.Key.Key_F12)
    counter.wait_for("Máy đang khoá")
    keys.type(SECRET)
    keys.press(Qt.Key.Key_Return)
    counter.wait_for("Đã đổi mật khẩu.")
    assert not composition.password_opens(home, "quay3", PASSWORD)


def test_nothing_that_was_typed_of_a_password_outlives_its_panel(counter: Counter) -> None:
    keys = counter.keys
    counter.sign_in("quay3")
    counter.wait_for("Còn 100 số")
    keys.press(Qt.Key.Key_Comma, CTRL)
    counter.wait_for("Hiển thị")
    keys.press(Qt.Key.Key_P, ALT)
    counter.wait_for_focus("Mật khẩu đang dùng")
    keys.type(PASSWORD)

    keys.press(Qt.Key.Key_N, ALT)  # another page comes to the front

    panel = counter.desktop.screen.settings.password
    counter.wait(lambda: not panel.isVisible())
    assert not [field for field in panel.findChildren(QLineEdit) if field.text()]
