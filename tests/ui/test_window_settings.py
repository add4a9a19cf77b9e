"""Settings by keyboard: the theme at once, a key from the next start on; and at every size."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.closed_windows import end
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import Counter
from tests.ui.window_keys import ALT, CTRL, Hands
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery.window import Gallery
from ui.desktop.key_choices import use_keys
from ui.desktop.keys import KEYS, Act
from ui.desktop.kit.theme import theme, use_theme
from ui.desktop.kit.tokens import DARK, LIGHT
from ui.desktop.settings.page import SettingsPage
from ui.desktop.settings.view_model import KeyLine, SettingsSheet
from ui.preferences import Preferences, read_preferences


@pytest.fixture(autouse=True)
def delivered(qapp: QApplication) -> Iterator[None]:
    yield
    use_keys({})
    use_theme(qapp, LIGHT)


def test_the_theme_is_chosen_by_keyboard_and_kept(at_work: Counter, home: Path) -> None:
    keys = at_work.keys
    keys.press(Qt.Key.Key_Comma, CTRL)
    at_work.wait_for("Hiển thị")
    at_work.wait_for_focus("Giao diện: Sáng")

    keys.press(Qt.Key.Key_Right)

    at_work.wait(lambda: theme() is DARK)
    at_work.wait(lambda: read_preferences(home).dark)


def test_a_new_key_is_taken_as_it_is_pressed_and_one_that_is_taken_is_refused(
    at_work: Counter, home: Path
) -> None:
    keys, page = at_work.keys, at_work.desktop.screen.settings
    keys.press(Qt.Key.Key_Comma, CTRL)
    at_work.wait_for("Nhật ký ngày")
    page._table.setFocus()
    page._table.select([line.act for line in page._model.rows()].index(Act.LOG))

    keys.press(Qt.Key.Key_Return)
    at_work.wait_for_focus("Phím mới")
    keys.press(Qt.Key.Key_L, CTRL)  # it would lead to the results
    at_work.wait_for("Ctrl+L đang dùng cho “Trả kết quả”")
    at_work.wait(lambda: at_work.session.going.place is Place.SETTINGS)
    keys.press(Qt.Key.Key_G, CTRL)
    at_work.wait_for("“Nhật ký ngày” là Ctrl+G từ lần mở chương trình sau.")

    at_work.wait(lambda: read_preferences(home).keys == {"log": "Ctrl+G"})
    at_work.wait_for("mở lại chương trình, hồ sơ đang mở vẫn giữ nguyên")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_N, ALT)  # until then the old one acts
    at_work.wait(lambda: at_work.session.going.place is Place.LOG)


def test_esc_leaves_the_field_of_the_new_key_and_keys_lead_away_again(
    at_work: Counter, home: Path
) -> None:
    keys, page = at_work.keys, at_work.desktop.screen.settings
    keys.press(Qt.Key.Key_Comma, CTRL)
    at_work.wait_for("Nhật ký ngày")
    page._table.setFocus()
    page._table.select([line.act for line in page._model.rows()].index(Act.LOG))
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for_focus("Phím mới")

    keys.press(Qt.Key.Key_Escape)

    at_work.wait_for_focus("Phím")
    keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait(lambda: at_work.session.going.place is Place.LIST)
    assert read_preferences(home).keys == {}


def test_chosen_keys_stand_on_badges_and_act(
    qtbot: QtBot, new_gallery: Callable[[], Gallery]
) -> None:
    use_keys({Act.LOG.value: "Ctrl+G"})
    gallery = new_gallery()
    wanted: list[Place] = []
    gallery.frame.place_wanted.connect(wanted.append)
    with qtbot.waitActive(gallery.window):
        gallery.window.show()
        gallery.window.activateWindow()
    gallery.window.show_desk()

    keys = Hands()
    keys.press(Qt.Key.Key_G, CTRL)
    keys.press(Qt.Key.Key_N, ALT)

    assert wanted == [Place.LOG]
    assert KEYS[Act.LOG].keys == "Ctrl+G"


def test_a_window_that_changed_its_theme_is_the_one_that_was_built_in_it(
    dressed: QApplication, new_gallery: Callable[[], Gallery]
) -> None:
    def drawn(*, switched: bool) -> bytes:
        use_theme(dressed, LIGHT if switched else DARK)
        gallery = new_gallery()
        gallery.window.resize(1366, 768)
        gallery.scenes()["reception-blocked"]()
        gallery.window.grab()
        if switched:
            use_theme(dressed, DARK)
            QApplication.processEvents()
        picture = gallery.window.grab().toImage()
        gallery.window.close_now()
        return bytes(picture.constBits())

    assert drawn(switched=True) == drawn(switched=False)


KEYS_SHOWN = tuple(
    KeyLine("log", "Đưa danh mục vào sử dụng cho cả bộ phận", "ngoài tiếp nhận", "Shift+F12")
    for _ in range(90)
)


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = SettingsPage()
    shown_in(room, page, qtbot)
    page.show_sheet(SettingsSheet(keys=KEYS_SHOWN, restart_needed=True))
    page.show_problem("Ctrl+L đang dùng cho “Trả kết quả”. Phím cũ vẫn giữ: đổi phím kia trước.")

    assert_nothing_is_cut(room, page)


def test_what_was_chosen_before_the_start_is_what_the_window_is_built_with(
    qapp: QApplication, home: Path, qtbot: QtBot
) -> None:
    from ui.desktop.app import Desktop
    from ui.settings import read_settings

    chosen = Preferences(dark=True, keys={"log": "Ctrl+G"})
    desktop = Desktop(qapp, home, read_settings(home), "vi", chosen)

    assert theme() is DARK
    assert KEYS[Act.LOG].keys == "Ctrl+G"
    end(desktop)


def test_a_template_that_is_not_whole_is_named_where_it_is_seen(
    at_work: Counter, home: Path
) -> None:
    change = {"paper": "supplement", "without": ["reason"]}
    (home / "papers.json").write_text(json.dumps({"changes": [change]}), encoding="utf-8")
    keys = at_work.keys
    keys.press(Qt.Key.Key_Comma, CTRL)
    at_work.wait_for("Hiển thị")

    keys.press(Qt.Key.Key_M, ALT)

    at_work.wait_for("PAP-012")
