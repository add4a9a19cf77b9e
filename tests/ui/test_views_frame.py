"""The frame: where one can go, what the station says of itself, and that nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from station.domain.line_pause import PauseLength, pause_ends
from tests.ui.heard import told
from tests.ui.keyboard import click, focused, press, type_in
from ui.desks.server import NotHere
from ui.desktop.frame.status_words import status_items, status_times
from ui.desktop.frame.view_model import (
    DeviceRole,
    DeviceStatus,
    Link,
    OpenDraft,
    Place,
    SearchResults,
)
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.rail import RailItem
from ui.desktop.kit.status_bar import StatusBar, StatusItem
from ui.desktop.kit.tone import Tone
from ui.desktop.server_sheet import ServerSheet

STATUS = samples.status(simulated=False, offline=False)


def by_name(gallery: Gallery, name: str) -> QWidget:
    return next(w for w in gallery.window.findChildren(QWidget) if w.accessibleName() == name)


def test_the_rail_offers_what_exists_and_nothing_else(gallery: Gallery) -> None:
    items = [item.text() for item in gallery.window.findChildren(RailItem)]

    assert items == [
        "Tiếp nhận", "Bàn làm việc", "Hồ sơ", "Trả kết quả", "Bàn giao", "Quỹ", "Nhật ký",
        "Điều hành", "Danh mục", "Thiết bị", "Cài đặt", "Đồng bộ", "Trợ giúp",
    ]  # fmt: skip


def test_function_keys_tell_their_wishes_from_every_page(gallery: Gallery) -> None:
    frame = gallery.frame
    new, sync, lock = told(frame.new_wanted), told(frame.sync_wanted), told(frame.lock_wanted)
    places = told(frame.place_wanted)

    for scene in ("reception-ready", "list-usual", "preview"):
        gallery.scenes()[scene]()
        press("F2", "F5", "F12", "Ctrl+0")

    assert len(new) == len(sync) == len(lock) == 3
    assert places == [Place.LIST] * 3


@pytest.mark.parametrize(
    ("keys", "length"),
    [
        (("Return",), PauseLength.QUARTER),
        (("2",), PauseLength.HOUR),
        (("3",), PauseLength.UNTIL_RESUMED),
        (("Tab", "Tab", "Space"), PauseLength.UNTIL_RESUMED),
        (("Esc",), None),
        (("4",), None),
    ],
)
def test_for_how_long_the_line_is_left_is_one_key(
    gallery: Gallery, keys: tuple[str, ...], length: PauseLength | None
) -> None:
    frame, answers = gallery.frame, told(gallery.frame.pause.chosen)
    wishes = told(frame.pause_toggled)
    gallery.scenes()["reception-ready"]()
    before = focused()

    press("Ctrl+F5")
    frame.ask_pause(pause_ends(samples.NOW), samples.NOW)
    press(*keys)

    assert len(wishes) == 1
    assert answers == ([] if length is None else [length])
    if keys != ("4",):
        assert not frame.pause.isVisible()
        assert focused() is before
    frame.ask_pause(pause_ends(samples.NOW), samples.NOW)
    assert frame.pause.isVisible() is (keys != ("4",))  # asked once more it goes


ASKING = (Place.RESULTS, Place.HAND_OVER, Place.RECEPTION, Place.TILL, Place.LIST)


def test_a_paper_in_doubt_is_asked_for_on_every_page_but_the_reception(gallery: Gallery) -> None:
    frame = gallery.frame
    answers = told(frame.doubt.answered)

    frame.show_doubt("“HP” không báo lại: Biên nhận của H42 đã ra chưa?")
    for place in ASKING:
        frame.show_place(place)
        assert frame.doubt.isVisible() is (place is not Place.RECEPTION), place
        press("Alt+Y", "Alt+O")

    assert answers == [True, False] * (len(ASKING) - 1)
    frame.show_doubt("")
    press("Alt+Y")
    assert not frame.doubt.isVisible()
    assert len(answers) == 2 * (len(ASKING) - 1)


@pytest.mark.parametrize(
    ("place", "entry"),
    [
        (Place.TILL, "Quỹ"),
        (Place.SCAN, "Tiếp nhận"),
        (Place.SIGNING, "Bàn làm việc"),
        (Place.DOSSIER, "Hồ sơ"),
        (Place.ACCOUNTS, "Cài đặt"),
        (Place.TEMPLATES, "Cài đặt"),
        (Place.PREVIEW, None),
    ],
)
def test_the_rail_marks_the_entry_that_the_page_in_front_belongs_to(
    gallery: Gallery, place: Place, entry: str | None
) -> None:
    gallery.frame.show_place(place)

    marked = [
        item.accessibleName()
        for item in gallery.window.findChildren(RailItem)
        if item.accessibleDescription()
    ]
    assert marked == ([entry] if entry else [])


def test_the_rail_is_worked_with_the_keyboard_too(gallery: Gallery) -> None:
    places = told(gallery.frame.place_wanted)

    by_name(gallery, "Hồ sơ").setFocus()
    press("Space")
    by_name(gallery, "Đồng bộ (3)").setFocus()
    press("Space")

    assert places == [Place.LIST, Place.SYNC]


def test_ctrl_and_a_digit_choose_an_open_draft_that_exists(gallery: Gallery) -> None:
    chosen = told(gallery.frame.draft_chosen)

    press("Ctrl+3", "Ctrl+1", "Ctrl+9")

    assert chosen == [2, 0]


def test_tabs_are_chosen_and_opened_with_the_mouse(gallery: Gallery) -> None:
    chosen, new = told(gallery.frame.draft_chosen), told(gallery.frame.new_wanted)
    before = focused()

    click(by_name(gallery, "2: Trần Thị Lan, chưa tiếp nhận"))
    click(next(w for w in gallery.window.findChildren(QWidget) if w.toolTip() == "Tiếp nhận mới"))

    assert chosen == [1]
    assert len(new) == 1
    assert focused() is before


def test_tabs_come_and_go_with_the_drafts(gallery: Gallery) -> None:
    gallery.frame.show_drafts((OpenDraft("An", has_content=True),), 0)
    QApplication.processEvents()
    names = {w.accessibleName() for w in gallery.window.findChildren(QWidget) if w.isVisible()}

    assert "1: An, chưa tiếp nhận" in names
    assert not [name for name in names if name.startswith("2: ")]


def test_coming_back_to_a_page_finds_the_cursor_where_it_was(gallery: Gallery) -> None:
    press("Tab", "Tab", "Tab")
    field = focused()

    gallery.frame.show_place(Place.LIST)
    assert focused() is not field
    gallery.frame.show_place(Place.RECEPTION)

    assert focused() is field


def test_unlocking_finds_the_cursor_where_it_was(gallery: Gallery) -> None:
    press("Tab", "Tab")
    field = focused()

    gallery.window.show_lock()
    assert focused().accessibleName() == "Mật khẩu"
    gallery.window.show_desk()

    assert focused() is field


def test_behind_the_lock_no_key_of_the_desk_acts(gallery: Gallery) -> None:
    window, frame = gallery.window, gallery.frame
    wishes = [told(frame.new_wanted), told(frame.sync_wanted), told(frame.place_wanted)]
    accepted = told(gallery.reception.accept_wanted)
    gallery.reception.show_draft(samples.draft(blocked=False), fresh=True)

    window.show_lock()
    press("F2", "F5", "Ctrl+0", "Ctrl+Return", "F3", "Esc")

    assert wishes == [[], [], []]
    assert accepted == []
    assert focused().accessibleName() == "Mật khẩu"


def test_the_lock_covers_every_panel(gallery: Gallery) -> None:
    gallery.scenes()["reception-fees"]()
    panel = gallery.reception.fees.fee_panel
    assert panel.isVisible()

    gallery.window.show_lock()

    assert not panel.isVisible()


def test_a_search_is_told_at_every_key_and_enter_opens_what_is_chosen(gallery: Gallery) -> None:
    queries, wanted = told(gallery.frame.search_edited), told(gallery.frame.dossier_wanted)
    found = samples.lines(4)

    press("F3")
    type_in("lan")
    gallery.frame.show_search(SearchResults("lan", found, len(found)))
    press("Down", "Return")

    assert queries == ["l", "la", "lan"]
    assert wanted == [found[1].code]


def test_what_is_not_here_is_asked_of_the_server_with_enter(gallery: Gallery) -> None:
    wanted = told(gallery.frame.server_wanted)

    press("F3")
    type_in("260924-0500")
    absent = NotHere(samples.NOW, "H42.15-260924-0500")
    gallery.frame.show_search(SearchResults("260924-0500", (), 0, absent))
    press("Return")
    gallery.frame.show_search(SearchResults("260924-0500", samples.lines(1), 1))
    press("Return")

    assert wanted == ["H42.15-260924-0500"]


def test_an_answer_that_nobody_waits_for_opens_nothing(gallery: Gallery) -> None:
    frame, panel = gallery.frame, by_name(gallery, "Máy chủ có gì")
    answer = ServerSheet(title="Máy chủ có hồ sơ 0500", lines=(("Thủ tục", "Tách thửa"),))
    before = focused()
    frame.show_server(answer)
    assert not panel.isVisible()

    frame.show_server(ServerSheet(title="Đang hỏi máy chủ về 0500…", is_awaited=True))
    assert focused() is panel
    press("Esc")
    frame.show_server(answer)

    assert not panel.isVisible()
    assert focused() is before


def test_an_answer_to_an_older_search_is_not_shown(gallery: Gallery) -> None:
    wanted = told(gallery.frame.dossier_wanted)

    press("F3")
    type_in("lan")
    gallery.frame.show_search(SearchResults("la", samples.lines(4), 4))
    press("Return")

    assert wanted == []


def test_esc_closes_the_search_then_empties_it_then_goes_back_to_the_work(
    gallery: Gallery,
) -> None:
    before = focused()
    press("F3")
    type_in("lan")
    gallery.frame.show_search(SearchResults("lan", samples.lines(2), 2))
    field = focused()

    press("Esc")
    assert field.property("text") == "lan"
    press("Esc")
    assert field.property("text") == ""
    press("Esc")

    assert focused() is before


def test_f11_fills_the_screen_and_gives_it_back(gallery: Gallery) -> None:
    press("F11")
    assert gallery.window.windowState() & Qt.WindowState.WindowFullScreen
    press("F11")

    assert not gallery.window.windowState() & Qt.WindowState.WindowFullScreen


def test_closing_asks_while_a_draft_is_open(gallery: Gallery) -> None:
    window = gallery.window
    closing = told(window.closing)

    window.close()
    assert window.isVisible()
    assert focused().accessibleName() == "Đóng chương trình"
    press("Esc")
    assert window.isVisible()
    window.close()
    press("Return")

    assert not window.isVisible()
    assert len(closing) == 1


def test_tab_stays_within_the_question(gallery: Gallery) -> None:
    gallery.window.close()

    press("Tab")
    assert focused().accessibleName() == "Ở lại"
    press("Tab")
    assert focused().accessibleName() == "Đóng chương trình"
    press("Return")

    assert not gallery.window.isVisible()


def test_closing_asks_nothing_when_nothing_is_open(gallery: Gallery) -> None:
    gallery.frame.show_drafts((OpenDraft(),), 0)
    gallery.frame.show_status(replace(STATUS, waiting=0))

    gallery.window.close()

    assert not gallery.window.isVisible()


def said(**changes: object) -> list[tuple[str, Tone]]:
    status = replace(STATUS, **changes)  # type: ignore[arg-type]
    return [(item.text, item.tone) for item in status_items(status)]


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        ({"link": Link.ONLINE}, "Có mạng", Tone.OK),
        ({"link": Link.ONLINE, "syncing": True}, "Đang đồng bộ", Tone.INFO),
        (
            {"link": Link.OFFLINE, "offline_since": samples.NOW - timedelta(minutes=89)},
            "Mất mạng từ 08:12",
            Tone.WARN,
        ),
        ({"link": Link.OFFLINE}, "Mất mạng", Tone.WARN),
        ({"link": Link.NOT_ENROLLED}, "Chưa nối máy chủ", Tone.MUTE),
        ({"waiting": 3}, "3 chờ gửi", Tone.MUTE),
        ({"waiting": 0}, "Đã gửi hết", Tone.MUTE),
        ({"refused": 1}, "1 bị trả lại", Tone.ERR),
        ({"numbers_left": 82}, "Còn 82 số", Tone.MUTE),
        ({"numbers_left": 19, "numbers": 100}, "Còn 19 số", Tone.WARN),
        ({"numbers_left": 20, "numbers": 100}, "Còn 20 số", Tone.MUTE),
        ({"numbers_left": 9}, "Còn 9 số", Tone.WARN),
        ({"numbers_left": 0}, "Hết số hồ sơ", Tone.ERR),
        ({"devices": (DeviceStatus(DeviceRole.PRINTER),)}, "Máy in sẵn sàng", Tone.OK),
        (
            {"devices": (DeviceStatus(DeviceRole.RECEIPT_PRINTER, problem="hết giấy"),)},
            "Máy in nhiệt: hết giấy",
            Tone.WARN,
        ),
        (
            {
                "devices": (
                    DeviceStatus(DeviceRole.PRINTER, simulated=True),
                    DeviceStatus(DeviceRole.SCANNER, simulated=True),
                )
            },
            "Thiết bị mô phỏng: máy in, máy quét",
            Tone.WARN,
        ),
    ],
)
def test_the_status_bar_says_how_the_station_is(
    changes: dict[str, object], words: str, tone: Tone
) -> None:
    assert (words, tone) in said(**changes)


def test_a_simulated_device_is_never_called_ready() -> None:
    words = [w for w, _ in said(devices=(DeviceStatus(DeviceRole.PRINTER, simulated=True),))]

    assert not [w for w in words if "sẵn sàng" in w]


def test_the_status_bar_says_when_something_was_saved_last() -> None:
    assert status_times(STATUS) == ("Đã lưu 09:41:07", "Thứ Năm 24/09/2026 09:41")
    assert status_times(replace(STATUS, saved_at=None)) == ("Thứ Năm 24/09/2026 09:41",)


def test_a_narrow_status_bar_drops_from_the_right_but_never_what_is_simulated(
    dressed: QApplication,
) -> None:
    bar = StatusBar()
    whole = samples.status()
    bar.show_status(status_items(whole), status_times(whole))

    def shown(room: int) -> list[str]:
        fitting: list[tuple[StatusItem, str]] = bar._fitting(room)
        return [words for _, words in fitting]

    assert shown(2000)[-1] == "Thiết bị mô phỏng: máy in, đầu đọc thẻ"
    assert shown(560)[-1] == "Thiết bị mô phỏng"
    assert shown(480) == ["Mất mạng từ 09:36", "3 chờ gửi", "Thiết bị mô phỏng"]
    assert shown(0) == ["Thiết bị mô phỏng"]


def test_no_scene_opens_a_second_window_for_a_moment(gallery: Gallery) -> None:
    """One that flashes up takes the activity from the window, and the next keys with it."""
    for name, scene in gallery.scenes().items():
        if name.startswith("citizen-"):
            continue  # these are of the second display, a window of its own
        scene()
        QApplication.processEvents()
        assert gallery.window.isActiveWindow(), name
