"""The desk of today by keyboard, on a real store; and at every size."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from station.usecases.drafts import OpenWork
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import CARD, PASSWORD, Counter, change_officer
from tests.ui.window_keys import ALT, read_card
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.home.page import HomePage
from ui.desktop.home.view_model import CheckLine, CheckSheet, WorkKind, WorkLine, WorkSheet
from ui.desktop.kit.tone import Tone


def test_the_morning_check_answers_and_a_draft_is_gone_on_with(at_work: Counter) -> None:
    keys = at_work.keys
    keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    at_work.session._reception.keeping.keep()

    keys.press(Qt.Key.Key_0, ALT)
    at_work.wait_for("còn 100/100 số")
    at_work.wait_for("Máy in A5: sẵn sàng")
    at_work.wait_for("chưa nối máy chủ tỉnh")
    at_work.wait_for("Đang dở")
    at_work.wait_for_focus("Việc cần làm")
    keys.press(Qt.Key.Key_Return)

    at_work.wait(lambda: at_work.session.going.place is Place.RECEPTION)
    assert "Nguyễn Thị Ánh Tuyết" in at_work.said()
    keys.press(Qt.Key.Key_0, ALT)
    keys.press(Qt.Key.Key_H, ALT)
    keys.press(Qt.Key.Key_F2)
    assert at_work.session.going.place is Place.RECEPTION


def test_the_day_begins_at_the_morning_check_with_one_key_to_the_first_citizen(
    counter: Counter,
) -> None:
    counter.sign_in("quay3")

    counter.wait(lambda: counter.session.going.place is Place.HOME)
    counter.wait_for("còn 100/100 số")
    counter.wait_for("Máy in A5: sẵn sàng")
    counter.wait_for_focus("Tiếp nhận mới")
    counter.keys.press(Qt.Key.Key_Return)

    counter.wait(lambda: counter.session.going.place is Place.RECEPTION)
    counter.wait_for_focus("Số giấy tờ")


def test_who_left_a_reception_open_comes_back_to_it(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    at_work.keys.press(Qt.Key.Key_0, ALT)
    at_work.wait(lambda: at_work.session.going.place is Place.HOME)

    change_officer(at_work, "truongbp")
    at_work.wait(lambda: at_work.session.going.place is Place.HOME)
    assert "Nguyễn Thị Ánh Tuyết" not in at_work.said()
    change_officer(at_work, "quay3")

    at_work.wait(lambda: at_work.session.going.place is Place.RECEPTION)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")


def test_after_a_power_cut_the_reception_stands_in_front_again(
    counter: Counter, home: Path
) -> None:
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        work = OpenWork(
            draft_id=uuid4(),
            procedure_code=None,
            description={"applicant": {"full_name": "Trần Thị Bông"}},
        )
        desk.drafts.keep([work], [], at=desk.now())

    counter.sign_in("quay3")

    counter.wait(lambda: counter.session.going.place is Place.RECEPTION)
    counter.wait_for("Trần Thị Bông")


CHECKS = tuple(
    CheckLine(
        name="Máy in nhiệt",
        state="Máy in nhiệt Epson TM-T82III ở quầy 3: tắt hoặc chưa nối",
        tone=Tone.ERR,
        advice="Bật máy, xem đèn nguồn. Cắm lại cáp, hoặc xem máy có cùng mạng không.",
        meanwhile="Vẫn tiếp nhận được; phiếu hẹn in ở máy in trang.",
    )
    for _ in range(12)
)
A_LINE = WorkLine(
    kind=WorkKind.TO_SUPPLEMENT,
    words="Chờ bổ sung",
    tone=Tone.MUTE,
    who="Nguyễn Thị Phương Thảo Nguyên Hương Giang",
    short_code="0388",
    what="Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
    when="16:59 23/11",
    dossier_code="000.00.17.H25-261123-0388",
)
FIGURES = tuple(
    (caption, "1.234", Tone.WARN)
    for caption in (
        "Bị trả lại",
        "Quá hạn",
        "Hẹn hôm nay",
        "Đang dở",
        "Chờ bổ sung",
        "Chờ trả",
        "Nhận hôm nay",
    )
)


def test_nothing_is_said_to_wait_before_it_is_read_that_nothing_does(qtbot: QtBot) -> None:
    """On a slow disk that takes a while, and the officer would turn to something else."""
    page = HomePage()
    qtbot.addWidget(page)
    page.show()

    def said() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    page.show_work(WorkSheet())
    assert "Không còn việc nào đang chờ" not in said()

    page.show_work(WorkSheet(figures=(("Quá hạn", "0", Tone.MUTE),)))
    assert "Không còn việc nào đang chờ" in said()


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = HomePage()
    shown_in(room, page, qtbot)
    page.show_checks(
        CheckSheet(lines=CHECKS, summary="12 mục cần xem, vẫn làm việc được", tone=Tone.WARN)
    )
    page.show_work(WorkSheet(lines=(A_LINE,) * 40, figures=FIGURES))

    assert_nothing_is_cut(room, page)
