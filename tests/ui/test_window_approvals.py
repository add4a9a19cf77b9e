"""An act that nobody of rank was there for: left by one officer, decided by another, told."""

from PySide6.QtCore import Qt

from station.domain.processing import ResultPaper
from station.usecases.return_result import TakeResultIn
from tests.ui.test_window_dossier import correct_from_the_page, open_newest
from tests.ui.test_window_till import receive_at_open_till
from tests.ui.window_counter import PASSWORD, Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL

ENTER, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab
LEFT = "Đã gửi trưởng bộ phận duyệt"


def leave_a_correction(counter: Counter) -> None:
    """Hand the newest dossier over, and leave a new subject of it for the supervisor."""
    receive(counter)
    counter.wait_for("Phiếu đã in ra máy in mô phỏng.")
    code = counter.dossiers()[0].code
    counter.desk.life_cycle.forward([code])
    open_newest(counter)
    counter.wait_for("Bàn giao")
    correct_from_the_page(counter)
    for _ in range(3):
        counter.keys.press(Qt.Key.Key_Right)
    counter.focus_on("Nội dung")
    counter.keys.type("Thua 121")
    counter.focus_on("Lý do")
    counter.keys.press(DOWN)
    counter.keys.press(Qt.Key.Key_P, ALT)
    counter.wait_for(LEFT)


def see_what_waits(counter: Counter) -> None:
    counter.keys.press(Qt.Key.Key_T, CTRL)
    counter.wait_for_focus("Chờ duyệt")
    counter.keys.press(ENTER)


def test_a_correction_is_left_approved_by_another_and_told_to_who_left_it(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    leave_a_correction(at_work)
    assert at_work.dossiers()[0].version == 1
    at_work.wait_for("Chờ trưởng bộ phận duyệt (Ctrl+T): đính chính")
    see_what_waits(at_work)
    at_work.wait_for_focus("Lý do rút lại")  # one's own: nobody approves that
    assert "Mật khẩu của tôi" not in at_work.said()
    keys.press(Qt.Key.Key_Escape)

    change_officer(at_work, "truongbp")
    keys.press(Qt.Key.Key_0, ALT)
    at_work.wait_for("xem trước, sau rồi duyệt (Ctrl+T)")
    see_what_waits(at_work)
    at_work.wait_for_focus("Mật khẩu của tôi")
    at_work.wait_for("Thua 121")
    keys.type("wrong")
    keys.press(ENTER, CTRL)
    at_work.wait_for("(AUT-009)")
    assert at_work.dossiers()[0].version == 1
    at_work.wait_for_focus("Mật khẩu của tôi")
    keys.type(PASSWORD)
    keys.press(ENTER, CTRL)
    at_work.wait_for("Đã duyệt đính chính của")

    (dossier,) = at_work.dossiers()
    assert (dossier.version, dossier.summary) == (2, "Thua 121")
    approval = dossier.corrections[-1].approval
    assert approval is not None
    assert approval.officer_id == "truongbp"
    at_work.wait_for("Không có việc nào chờ duyệt")
    at_work.wait(lambda: not at_work.desk.store.queries.queued_prints())

    change_officer(at_work, "quay3")
    keys.press(Qt.Key.Key_0, ALT)
    at_work.wait_for("Đã duyệt")
    at_work.wait_for("Đính chính, Phạm Văn Bình")


def test_a_void_is_left_and_refused_with_a_reason_that_who_left_it_reads(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    keys.press(Qt.Key.Key_0, CTRL)
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("Thu tiền mặt, 1 lượt")
    keys.press(Qt.Key.Key_3, ALT)
    at_work.wait_for("phiếu thu tạm")
    keys.press(Qt.Key.Key_X, ALT)
    at_work.wait_for_focus("Lý do huỷ")
    keys.press(DOWN)
    keys.press(Qt.Key.Key_P, ALT)
    at_work.wait_for(f"{LEFT}: huỷ thu")
    assert at_work.dossiers()[0].paid_vnd == 15_000

    change_officer(at_work, "truongbp")
    keys.press(Qt.Key.Key_T, CTRL)
    at_work.wait_for_focus("Chờ duyệt")
    keys.press(Qt.Key.Key_X, ALT)
    at_work.wait_for_focus("Lý do không duyệt")
    keys.press(Qt.Key.Key_X, ALT)  # nothing says why: it stays open
    at_work.wait_for_focus("Lý do không duyệt")
    keys.type("da dua bien lai")
    keys.press(Qt.Key.Key_X, ALT)
    at_work.wait_for("Không duyệt: không có gì thay đổi")
    assert at_work.dossiers()[0].paid_vnd == 15_000

    change_officer(at_work, "quay3")
    keys.press(Qt.Key.Key_0, ALT)
    at_work.wait_for("Huỷ thu, Phạm Văn Bình: da dua bien lai")


def test_a_count_that_differs_is_left_and_closes_the_shift_once_it_is_approved(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    keys.press(Qt.Key.Key_L, CTRL)
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("Thu tiền mặt, 1 lượt")
    at_work.wait_for_focus("Số tờ 500.000")
    keys.type("1")
    for _ in range(5):
        keys.press(ENTER)
    keys.type("1")
    at_work.wait_for("Thiếu 5.000 đ: ghi lý do lệch")
    keys.press(Qt.Key.Key_P, ALT)  # it says why first
    at_work.wait_for_focus("Lý do lệch")
    keys.press(DOWN)
    keys.press(Qt.Key.Key_P, ALT)
    at_work.wait_for(f"{LEFT}: chốt ca lệch")
    assert at_work.desk.till.state().shift is not None

    change_officer(at_work, "truongbp")
    see_what_waits(at_work)
    at_work.wait_for_focus("Mật khẩu của tôi")
    at_work.wait_for("đếm được 510.000 đ")
    keys.type(PASSWORD)
    keys.press(ENTER)
    at_work.wait_for("Đã duyệt chốt ca lệch")
    closed = at_work.desk.till.state().last_closed
    assert closed is not None
    assert closed.closing is not None
    assert (closed.closing.difference_vnd, closed.closing.officer_name) == (
        -5_000,
        "Trần Thị Hạnh",
    )


def test_what_no_longer_fits_is_said_and_still_waits(at_work: Counter) -> None:
    leave_a_correction(at_work)
    (waiting,) = at_work.desk.approvals.waiting()
    change_officer(at_work, "truongbp")
    see_what_waits(at_work)
    at_work.wait_for_focus("Mật khẩu của tôi")
    assert waiting.dossier is not None
    result = TakeResultIn(shelf="A1", results=(ResultPaper(name="Giấy chứng nhận"),))
    at_work.desk.life_cycle.arrive(waiting.dossier.code, result)
    at_work.keys.type(PASSWORD)
    at_work.keys.press(ENTER, CTRL)
    at_work.wait_for("(DOS-020)")
    assert len(at_work.desk.approvals.waiting()) == 1
