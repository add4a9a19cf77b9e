"""The list as it is narrowed: by keys, with what is in force taken off one by one."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Condition, Days, DossierFilter
from tests.ui.heard import told
from tests.ui.keyboard import click, focused, press, type_in
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from ui.desktop.dossiers.filter_words import condition_words, counted
from ui.desktop.dossiers.page import DossierListPage
from ui.desktop.dossiers.view_model import MOST_COUNTED
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.button import Button, FilterButton
from ui.desktop.kit.taken_off import TakenOff

TODAY = date(2026, 9, 24)


def names(page: QWidget, kind: type[QWidget] = QWidget) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(kind) if one.isVisible()]


def listed(gallery: Gallery, scene: str) -> DossierListPage:
    gallery.scenes()[scene]()
    return gallery.list


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (DossierFilter(received=Days.TODAY), ["Nhận hôm nay"]),
        (DossierFilter(received=Days.WEEK, counter=3), ["Nhận 7 ngày qua", "Quầy 3"]),
        (DossierFilter(received=Days.MONTH), ["Nhận tháng này"]),
        (
            DossierFilter(received=Days.BETWEEN, received_from=date(2026, 9, 1)),
            ["Nhận từ 01/09"],
        ),
        (
            DossierFilter(
                received=Days.BETWEEN, received_from=date(2025, 12, 31), received_to=TODAY
            ),
            ["Nhận 31/12/2025–24/09"],
        ),
        (DossierFilter(promised=Days.OVERDUE), ["Quá hạn"]),
        (DossierFilter(promised=Days.TODAY), ["Hẹn hôm nay"]),
        (DossierFilter(promised=Days.WEEK), ["Hẹn 7 ngày tới"]),
        (DossierFilter(promised=Days.MONTH), ["Hẹn tháng này"]),
        (DossierFilter(promised=Days.BETWEEN, promised_to=TODAY), ["Hẹn đến 24/09"]),
        (
            DossierFilter(status=DossierStatus.WAITING_SUPPLEMENT, field="Đất đai"),
            ["Chờ bổ sung", "Đất đai"],
        ),
    ],
)
def test_each_condition_is_said_in_few_words(wanted: DossierFilter, words: list[str]) -> None:
    said = [condition_words(wanted, condition, TODAY) for condition in wanted.conditions]

    assert said == words


def test_a_number_that_nobody_counted_to_its_end_says_so() -> None:
    assert [counted(one) for one in (0, 1_234, MOST_COUNTED, MOST_COUNTED + 1)] == [
        "0", "1.234", "10.000", "10.000+",
    ]  # fmt: skip


def test_the_list_is_narrowed_without_a_mouse(gallery: Gallery) -> None:
    page = listed(gallery, "list-saved")
    given = told(page.narrowed)

    press("Alt+L")
    assert focused().accessibleName() == "Ngày nhận"
    press("Tab")
    type_in("01092026")
    press("Tab", "Tab", "Down", "Return")

    assert given == [
        DossierFilter(received=Days.BETWEEN, received_from=date(2026, 9, 1), promised=Days.OVERDUE)
    ]


def test_every_field_of_the_panel_is_reached_by_tab_in_the_order_of_reading(
    gallery: Gallery,
) -> None:
    listed(gallery, "list-narrow")

    met = []
    for _ in range(11):
        met.append(focused().accessibleName())
        press("Tab")

    assert met == [
        "Ngày nhận", "Nhận từ ngày", "Nhận đến ngày", "Hẹn trả", "Hẹn từ ngày", "Hẹn đến ngày",
        "Tình trạng", "Quầy", "Lĩnh vực", "Lọc", "Xoá các ô",
    ]  # fmt: skip
    assert focused().accessibleName() == "Ngày nhận"


def test_a_day_that_is_none_is_said_in_its_field_and_narrows_nothing(gallery: Gallery) -> None:
    page = listed(gallery, "list-saved")
    given = told(page.narrowed)

    press("Alt+L", "Tab")
    type_in("31/9/2026")
    press("Return")

    assert given == []
    assert focused().accessibleName() == "Nhận từ ngày"
    assert focused().accessibleDescription() == "ngày chưa đúng"
    press("Esc", "Alt+L", "Tab")
    assert focused().property("text") == "31/9/2026", "Esc keeps what was typed"


def test_the_bar_says_of_how_many_the_row_is_where_the_title_has_no_room(
    gallery: Gallery,
) -> None:
    page = listed(gallery, "list-narrowed-longest")

    assert "37 hẹn sớm nhất trong 10.000+ hồ sơ" in names(page)
    assert any(name.startswith("Dòng 1/10.000+ ") for name in names(page))


def test_the_panel_begins_with_what_narrows_the_list_now(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed-longest")
    wanted = page._shown
    assert wanted is not None
    given = told(page.narrowed)

    press("Alt+L", "Return")

    assert given == [wanted.narrowed]


def test_each_condition_has_a_chip_that_takes_it_off(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed-longest")
    dropped, widened = told(page.condition_dropped), told(page.widened)
    chips = [one for one in page.findChildren(TakenOff) if one.isVisible()]
    assert [chip.accessibleName() for chip in chips] == [
        "Bỏ điều kiện Nhận 01/12/2025–24/09",
        "Bỏ điều kiện Hẹn 24/09–08/10",
        "Bỏ điều kiện Quầy 12",
        "Bỏ điều kiện Chờ nghĩa vụ tài chính",
        "Bỏ điều kiện Thành lập và hoạt động của hộ kinh doanh",
    ]

    for chip, key in zip(chips, ("Space", "Return", "Del", "Space", "Return"), strict=True):
        chip.setFocus()
        press(key)
    press("Alt+X")

    assert dropped == list(Condition)
    assert len(widened) == 1


def test_a_chip_that_is_off_goes_and_the_others_stay(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")
    shown = page._shown
    assert shown is not None
    assert shown.narrowed is not None

    page.show_list(replace(shown, narrowed=shown.narrowed.without(Condition.PROMISED)))
    assert names(page, TakenOff) == ["Bỏ điều kiện Đất đai"]
    page.show_list(replace(shown, narrowed=None))

    assert names(page, TakenOff) == []
    assert "Lưu bộ lọc" not in names(page)
    assert any(one.isChecked() for one in page.findChildren(FilterButton))


def test_the_keys_go_to_the_next_condition_and_after_the_last_to_the_rows(
    gallery: Gallery,
) -> None:
    page = listed(gallery, "list-narrowed")
    shown = page._shown
    assert shown is not None
    assert shown.narrowed is not None
    wanted = shown.narrowed

    def drop(condition: Condition) -> None:
        nonlocal wanted
        wanted = wanted.without(condition)
        page.show_list(replace(shown, narrowed=wanted if wanted.conditions else None))

    page.condition_dropped.connect(drop)
    press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert focused().accessibleName() == "Bỏ điều kiện Hẹn 7 ngày tới"

    press("Space")
    assert focused().accessibleName() == "Bỏ điều kiện Đất đai"
    press("Space")

    assert focused().accessibleName() == "Hồ sơ"


def test_the_keys_of_a_list_that_becomes_empty_are_on_no_button(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")
    shown = page._shown
    assert shown is not None

    page.show_list(replace(shown, lines=(), total=0))
    assert focused().accessibleName() == "Lọc trong danh sách"
    take_off = [one for one in page.findChildren(Button) if one.accessibleName() == "Bỏ lọc"]
    next(one for one in take_off if one.isVisible() and one.height() == 36).setFocus()
    page.show_list(replace(shown, narrowed=None))

    assert focused().accessibleName() == "Hồ sơ"


def test_the_filters_above_let_go_while_the_list_is_narrowed(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")
    chosen = told(page.filter_chosen)
    buttons = page.findChildren(FilterButton)
    above = [one for one in buttons if not one.badge]
    assert not any(one.isChecked() for one in above)

    click(above[0])

    assert len(chosen) == 1


def test_saved_filters_show_their_counts_and_are_used_by_their_keys(gallery: Gallery) -> None:
    page = listed(gallery, "list-saved")
    chosen = told(page.saved_chosen)
    saved = [one for one in page.findChildren(FilterButton) if one.badge]
    assert [one.accessibleName() for one in saved if one.isVisible()] == [
        "Đất đai  23", "Quá hạn  0", "Hộ kinh doanh chờ nghĩa vụ tài chính  10.000+",
        "Hộ tịch hôm nay  6",
    ]  # fmt: skip

    press("Alt+2", "Alt+6", "Alt+7")
    click(saved[0])

    assert chosen == [1, 5, 0], "six are saved, and those without room have their keys"
    assert not saved[0].isChecked(), "the list that comes says which one is chosen"


def test_the_next_officer_does_not_see_them(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")

    page.clear()

    assert names(page, TakenOff) == []
    assert not [one for one in page.findChildren(FilterButton) if one.badge and one.isVisible()]


def test_a_filter_is_saved_under_the_name_that_is_offered_or_another(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")
    given = told(page.save_wanted)

    press("Ctrl+S")
    assert focused().property("text") == "Hẹn 7 ngày tới · Đất đai"
    type_in("quá hạn")
    assert focused().accessibleDescription() == "lưu đè"
    press("Return")

    assert given == ["quá hạn"]


def test_a_name_that_was_refused_is_asked_for_again(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")
    press("Ctrl+S")
    type_in("x")
    press("Return")
    page.show_busy(True)

    page.show_busy(False)
    page.show_problem("Tên chưa được. (FLT-002)")

    assert focused().accessibleName() == "Tên bộ lọc"
    assert focused().property("text") == "x"


def test_saved_filters_are_used_renamed_and_deleted_by_keys(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed")
    used, renamed, deleted = (
        told(page.saved_chosen), told(page.rename_wanted), told(page.delete_wanted),
    )  # fmt: skip

    press("Alt+B")
    assert focused().accessibleName() == "Bộ lọc đã lưu"
    press("Down", "Del")
    assert deleted == [], "once is not enough: nothing brings it back"
    assert "Bấm lần nữa để xoá" in names(page.window(), Button)
    press("Down", "Up", "Del")
    assert deleted == [], "another row was looked at in between"
    press("Del")
    assert deleted == ["Quá hạn"]
    press("Tab", "Tab", "Tab")
    assert focused().accessibleName() == "Tên mới"
    type_in("Trễ hẹn")
    press("Return")
    assert renamed == [("Quá hạn", "Trễ hẹn")]
    page.end_asking()
    assert focused().property("text") == ""
    press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Return")

    assert used == [1]
    assert focused().accessibleName() == "Hồ sơ"


def test_nothing_under_a_filter_says_what_to_press(gallery: Gallery) -> None:
    page = listed(gallery, "list-narrowed-empty")
    widened = told(page.widened)

    said = "Không có hồ sơ nào theo bộ lọc này. Bấm Alt+X để bỏ lọc, Alt+L để sửa điều kiện."
    assert said in names(page)
    press("Alt+X")

    assert len(widened) == 1


@every_room
@pytest.mark.parametrize("scene", ["list-saved", "list-narrowed-longest", "list-narrowed-empty"])
def test_filters_fit_every_window(gallery: Gallery, qtbot: QtBot, room: Room, scene: str) -> None:
    sheet = listed(gallery, scene)._shown
    assert sheet is not None
    page = DossierListPage()
    shown_in(room, page, qtbot)
    page.show_list(sheet)
    assert_nothing_is_cut(room, page)
