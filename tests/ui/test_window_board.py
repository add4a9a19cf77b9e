"""The supervisor's board by keyboard, on a real store; printed; and at every size."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import CARD, Counter, complete_for_applicant, receive
from tests.ui.window_keys import ALT, CTRL, NO_MODIFIER, read_card
from ui.desktop.board.page import BoardPage
from ui.desktop.board.view_model import AttentionLine, BoardSheet, StepSheet
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.chart_sheets import Bar, BarSheet, Length, LengthSheet, Share, ShareSheet
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.open_drafts import OpenDrafts


def test_the_board_counts_what_was_received_and_is_printed(at_work: Counter) -> None:
    receive(at_work)

    at_work.keys.press(Qt.Key.Key_T, CTRL)
    at_work.wait_for("Nhận hôm nay: 1")
    at_work.wait_for("Không có gì cần xem")
    charts = at_work.desktop.screen.board
    assert "Trực tiếp 1" in charts._hours.accessibleDescription()
    assert charts._shares.accessibleDescription() == "Tháng này chưa có kết quả nào"
    at_work.keys.press(Qt.Key.Key_F9)

    at_work.wait(lambda: at_work.session.going.place is Place.PREVIEW)
    at_work.wait_for("Bảng điều hành ngày")


def test_one_reception_is_measured_once_and_of_one_nothing_is_told(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.session._keep()
    read_card(CARD)
    complete_for_applicant(at_work)
    at_work.session._keep()
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait(lambda: len(at_work.dossiers()) == 1)
    today = at_work.desk.now().date()

    (measured,) = at_work.desk.store.step_times.between(today, today)

    assert measured.procedure_code == at_work.dossiers()[0].procedure_code
    at_work.keys.press(Qt.Key.Key_T, CTRL)
    at_work.wait_for("Nhận hôm nay: 1")
    at_work.keys.press(Qt.Key.Key_B, ALT)
    panel = at_work.desktop.screen.board.steps
    assert panel.isVisible()
    assert panel.hasFocus()
    said = panel.accessibleDescription()
    assert "1 lượt trong 7 ngày" in said
    assert "Giấy tờ: 7 ngày chưa đủ số liệu" in said
    at_work.keys.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_time_runs_at_the_reception_and_the_scan_desk_of_an_open_station(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[bool] = []
    monkeypatch.setattr(OpenDrafts, "count_time", lambda _, at, worked_on: runs.append(worked_on))

    def runs_after(key: Qt.Key, mods: Qt.KeyboardModifier = NO_MODIFIER) -> bool:
        at_work.keys.press(key, mods)
        at_work.session._keep()
        return runs[-1]

    assert runs_after(Qt.Key.Key_F2)
    assert not runs_after(Qt.Key.Key_T, CTRL)
    assert runs_after(Qt.Key.Key_F2)
    assert runs_after(Qt.Key.Key_F7)
    assert not runs_after(Qt.Key.Key_F12)


A_LINE = AttentionLine(
    words="Chưa đến lấy",
    tone=Tone.WARN,
    dossier_code="000.00.17.H25-261123-0388",
    short_code="0388",
    who="Nguyễn Thị Phương Thảo Nguyên Hương Giang",
    what="Văn phòng Đăng ký đất đai chi nhánh khu vực Phủ Lý",
    since="16:59 23/11",
)
BARS = BarSheet(
    head="Giờ",
    first="Trực tiếp",
    second="Khác",
    bars=tuple(Bar(f"T{n} {n + 20}", 188 * n, 88, marked=n == 3) for n in range(11)),
    empty="",
)
SHEET = BoardSheet(
    title="Bảng điều hành ngày 23/11/2026",
    at="Số liệu lúc 16:59, cả bộ phận",
    figures=tuple(("Chưa gửi quá 24 giờ", "12.345", Tone.WARN) for _ in range(7)),
    hours=BARS,
    days=BARS,
    shares=ShareSheet(
        heads=("Cơ quan", "Xong", "Trễ", "Đúng hạn"),
        shares=tuple(Share(A_LINE.what, 12_345, 9_999, "80 %") for _ in range(6)),
    ),
    attention=(A_LINE,) * 40,
)


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = BoardPage()
    shown_in(room, page, qtbot)
    page.show_board(SHEET)

    assert_nothing_is_cut(room, page)


def printed(qtbot: QtBot, shown: BoardSheet) -> pypdfium2.PdfDocument:
    page = BoardPage()
    qtbot.addWidget(page)
    page.show_board(shown)
    with qtbot.waitSignal(page.print_wanted) as wanted:
        page._want_print()
    return pypdfium2.PdfDocument(wanted.args[0])


def test_a_board_of_the_training_is_marked_across_the_sheet(qtbot: QtBot) -> None:
    for mark in ("", "TẬP HUẤN"):
        pdf = printed(qtbot, replace(SHEET, mark=mark))
        said = pdf[0].get_textpage().get_text_bounded()
        assert ("TẬP HUẤN" in said) is bool(mark)
        pdf.close()


def test_the_printed_board_is_one_lying_sheet_that_names_nobody(qtbot: QtBot) -> None:
    pdf = printed(qtbot, SHEET)
    assert len(pdf) == 1
    sheet = pdf[0]
    assert [round(side) for side in sheet.get_size()] == [842, 595]
    said = sheet.get_textpage().get_text_bounded()
    for words in ("Bảng điều hành ngày", "Trực tiếp", "Văn phòng Đăng ký", "Chưa đến lấy"):
        assert words in said, words
    assert A_LINE.who not in said, "whose dossiers they are stays on the screen"
    pdf.close()


def test_times_are_printed_on_a_sheet_of_their_own(qtbot: QtBot) -> None:
    line = Length(name="Giấy tờ", said=("1:21", "1:36"), spoken=("", ""), first=81, second=96)
    chart = LengthSheet(heads=("Bước", "7 ngày", "30 ngày"), lengths=(line,))
    steps = StepSheet(
        title="Thời gian các bước", said="Trung vị", has_medians=True, steps=chart, longest=chart
    )

    pdf = printed(qtbot, replace(SHEET, steps=steps, mark="TẬP HUẤN"))

    assert len(pdf) == 2
    said = pdf[1].get_textpage().get_text_bounded()
    for words in ("Thời gian các bước", "Bảng điều hành ngày", "Trung vị", "Giấy tờ", "TẬP HUẤN"):
        assert words in said, words
    pdf.close()
