"""The daily log by keyboard, from Alt+N: looked at, printed, saved; and at every size."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.ui.keyboard import press
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import PASSWORD, Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.figure import FigureButton
from ui.desktop.log.models import NOTE_COLUMN
from ui.desktop.log.page import LogPage
from ui.desktop.log.view_model import LogFigure, LogLine, LogSheet

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def open_log(at: Counter) -> None:
    receive(at)
    at.keys.press(Qt.Key.Key_N, ALT)
    at.wait_for_focus("Nhật ký tiếp nhận")


def test_the_day_is_looked_at_printed_and_its_dossiers_opened(at_work: Counter, home: Path) -> None:
    open_log(at_work)
    at_work.wait_for("NGUYỄN THỊ ÁNH TUYẾT")
    assert "Tiếp nhận: 1" in at_work.said()

    at_work.keys.press(LEFT, ALT)
    at_work.wait_for("Ngày này không tiếp nhận hồ sơ nào")
    at_work.keys.press(RIGHT, ALT)
    at_work.wait_for("NGUYỄN THỊ ÁNH TUYẾT")
    at_work.keys.press(Qt.Key.Key_F9)
    at_work.wait_for("Nhật ký tiếp nhận ngày")
    at_work.keys.press(Qt.Key.Key_F9)
    at_work.wait(lambda: list((home / "printed").glob("nhat-ky-*.pdf")))
    at_work.wait_for("Máy in A5 (mô phỏng)")
    at_work.keys.press(Qt.Key.Key_Escape)
    at_work.wait_for_focus("Nhật ký tiếp nhận")
    at_work.keys.press(Qt.Key.Key_Return)

    at_work.wait(lambda: at_work.session.going.place is Place.DOSSIER)


def test_a_supervisor_signs_locks_and_adjusts_the_page(at_work: Counter) -> None:
    receive(at_work)
    change_officer(at_work, "truongbp")
    at_work.keys.press(Qt.Key.Key_N, ALT)
    at_work.wait_for("Đã đối chiếu")
    at_work.wait_for("Quầy 3: 1 hồ sơ chưa gửi xong")
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("Cả bộ phận")
    at_work.wait_for_focus("Mật khẩu của tôi")
    at_work.keys.type("nham")
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait(lambda: "sai mật khẩu" in at_work.marks())
    at_work.keys.type(PASSWORD)
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("trang đã khoá, in lại lúc nào cũng như nhau")
    at_work.wait(lambda: " · Đã ký " in at_work.said())
    page = at_work.desktop.screen.log
    assert not page._sign.isVisible()

    at_work.keys.press(Qt.Key.Key_K, ALT)
    at_work.wait_for_focus("Nội dung")
    at_work.keys.type("so giay ghi nham")
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("trang đã ký giữ nguyên")
    at_work.wait_for("Ghi điều chỉnh (1)")


def test_it_is_saved_as_what_its_name_says(
    at_work: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_log(at_work)
    at_work.wait_for("NGUYỄN THỊ ÁNH TUYẾT")
    target = tmp_path / "ngày.csv"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(target)))

    at_work.keys.press(Qt.Key.Key_S, CTRL)

    at_work.wait_for("Đã lưu nhật ký")
    assert "NGUYỄN THỊ ÁNH TUYẾT" in target.read_text(encoding="utf-8-sig")


def test_the_register_of_a_period_is_looked_at_and_printed(at_work: Counter, home: Path) -> None:
    open_log(at_work)
    at_work.wait_for("NGUYỄN THỊ ÁNH TUYẾT")

    at_work.keys.press(Qt.Key.Key_B, ALT)
    at_work.wait_for_focus("Từ ngày")
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Sổ theo dõi hồ sơ ")
    at_work.keys.press(Qt.Key.Key_F9)

    at_work.wait(lambda: list((home / "printed").glob("so-theo-doi-*.pdf")))


A_LINE = LogLine(
    number=188,
    received_at=MONDAY,
    short_code="0388",
    dossier_code="000.00.17.H25-261123-0388",
    owner_name="NGUYỄN PHƯỚC BẢO ÂN HƯNG THỊNH",
    procedure_name="Đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới",
    agency="Văn phòng Đăng ký đất đai",
    due_at=MONDAY + timedelta(days=4),
    fee="1.500.000",
    papers="12/13",
    pages="188",
    note="trực tuyến, máy chủ trả lại",
    odd=True,
)
FIGURES = tuple(
    LogFigure(caption, figure, frozenset({1}))
    for caption, figure in (
        ("Tiếp nhận", "188"), ("Trực tiếp", "150"), ("Trực tuyến", "30"), ("Bưu chính", "8"),
        ("Từ chối", "2"), ("Yêu cầu bổ sung", "3"), ("Trang số hoá", "1.880"), ("Chưa gửi", "12"),
        ("Phí, lệ phí", "188.500.000 đ"),
    )
)  # fmt: skip


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = LogPage()
    shown_in(room, page, qtbot)
    page.show_sheet(
        LogSheet(
            on=MONDAY.date(),
            counter="Quầy 3",
            is_today=False,
            lines=(A_LINE,) * 40,
            figures=FIGURES,
            fees="188.500.000",
            pages="1.880",
            odd=40,
            state="NK-2026-0188 · Đã ký 16:55 24/11 · Bình",
            may_sign=True,
            unsent="Quầy 1: 12 hồ sơ, Quầy 2: 3 hồ sơ chưa gửi xong. Vẫn ký được.",
        )
    )

    assert_nothing_is_cut(room, page)


def test_a_figure_shows_its_rows_alone_and_all_of_them_again(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page = LogPage()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    lines = tuple(replace(A_LINE, number=number) for number in (1, 2, 3))
    late = LogFigure("Bưu chính", "1", frozenset({2}))
    none = LogFigure("Trực tuyến", "0")
    sheet = LogSheet(on=MONDAY.date(), lines=lines, figures=(late, none))
    page.show_sheet(sheet)
    assert seen(page) == [1, 2, 3]

    figures = [one for one in page.findChildren(FigureButton) if one.isVisible()]
    assert [one.isEnabled() for one in figures] == [True, False]
    figures[0].setFocus()
    press("Enter")
    assert seen(page) == [2]
    page.show_sheet(sheet)  # read anew: the choice stays
    assert seen(page) == [2]
    assert figures[0].isChecked()

    press("Space")
    assert seen(page) == [1, 2, 3]


def test_where_no_line_has_a_note_its_room_is_the_procedures(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page = LogPage()
    qtbot.addWidget(page)
    noted, plain = replace(A_LINE, note="bổ sung"), replace(A_LINE, note="")
    table = page.findChildren(QTableView)[0]
    hidden = []

    for lines in ((noted, plain), (plain, plain), (plain, noted)):
        page.show_sheet(LogSheet(on=MONDAY.date(), lines=lines))
        hidden.append(table.isColumnHidden(NOTE_COLUMN))

    assert hidden == [False, True, False]


def seen(page: LogPage) -> list[int]:
    return [line.number for line in page._model.rows()]
