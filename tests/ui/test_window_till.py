"""A day of the till by keyboard: opened, taken, voided with a second person, closed."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.test_window_dossier import open_newest
from tests.ui.window_counter import PASSWORD, Counter, approve, receive
from tests.ui.window_keys import ALT, CTRL
from ui.desktop.frame.view_model import Place
from ui.desktop.till.presenter import TillPresenter

ENTER, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab


def open_till(counter: Counter) -> None:
    """Go to the till from the list, and open it with 500.000 đ."""
    keys = counter.keys
    keys.press(Qt.Key.Key_0, CTRL)
    counter.wait_for("Hồ sơ của quầy")
    keys.press(Qt.Key.Key_F8)
    counter.wait_for("Quỹ chưa mở lần nào")
    counter.wait_for_focus("Số tờ 500.000")
    keys.type("1")
    counter.wait_for("mở ca được")
    keys.press(ENTER, CTRL)
    counter.wait_for("Đã mở ca với 500.000 đ.")
    assert "Biên bản ca" in counter.said()  # who presses its key at this word loses no key


def receive_at_open_till(counter: Counter) -> None:
    open_till(counter)
    receive(counter)
    counter.wait_for("Phiếu đã in ra máy in mô phỏng.")


def test_a_till_that_shows_its_act_is_not_read_again(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    open_till(at_work)
    monkeypatch.setattr(TillPresenter, "refresh", lambda self: asked.append("till"))

    at_work.session._on_printed(Place.TILL)
    assert asked == []
    at_work.session._on_printed()
    assert asked == ["till"]


def test_a_shift_with_a_difference_is_closed_by_two(at_work: Counter) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    keys.press(Qt.Key.Key_L, CTRL)
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("Thu tiền mặt, 1 lượt: + 15.000")
    at_work.wait_for_focus("Số tờ 500.000")

    keys.type("1")
    for _ in range(5):
        keys.press(ENTER)
    keys.type("1")  # 10.000: five are missing
    at_work.wait_for("Thiếu 5.000 đ: ghi lý do lệch")
    keys.press(ENTER, CTRL)  # leads to what is missing, one after the other
    at_work.wait_for_focus("Lý do lệch")
    keys.press(DOWN)
    keys.press(ENTER, CTRL)
    at_work.wait_for_focus("Mã người duyệt")
    keys.type("truongbp")
    keys.press(ENTER)
    keys.type("wrong")
    keys.press(ENTER, CTRL)
    at_work.wait_for("(AUT-009)")
    assert at_work.desk.till.state().shift is not None

    keys.press(Qt.Key.Key_2, ALT)
    keys.press(ENTER)
    keys.press(ENTER)
    keys.type(PASSWORD)
    keys.press(ENTER, CTRL)

    at_work.wait_for("Đã chốt ca")
    closed = at_work.desk.till.state().last_closed
    assert closed is not None
    assert closed.closing is not None
    assert closed.closing.difference_vnd == -5_000
    assert closed.closing.difference_reason == "trả nhầm tiền thừa cho người nộp"
    assert closed.closing.approval is not None
    assert closed.closing.approval.officer_id == "truongbp"


def test_a_payment_is_voided_with_a_second_person_and_its_slip_is_printed_again(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    keys.press(Qt.Key.Key_0, CTRL)
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("Thu tiền mặt, 1 lượt")
    keys.press(Qt.Key.Key_3, ALT)
    at_work.wait_for("phiếu thu tạm")

    keys.press(Qt.Key.Key_F9)
    at_work.wait_for("Phiếu thu tạm đã in ra")
    keys.press(Qt.Key.Key_X, ALT)
    at_work.wait_for_focus("Lý do huỷ")
    keys.press(DOWN)
    keys.press(TAB)
    approve(at_work)

    at_work.wait_for("Đã huỷ khoản thu của")
    (dossier,) = at_work.dossiers()
    assert dossier.payments[0].voided_at is not None
    (voided,) = [f for f in at_work.desk.history(dossier.code) if f.kind == "ReceiptVoided"]
    assert voided.payload["reason"] == "thu nhầm hồ sơ"
    assert dossier.owed_vnd == 15_000
    assert [done.form for done in dossier.prints].count("receipt") == 2
    at_work.wait_for("đã huỷ")
    state = at_work.desk.till.state()
    assert state.expected_vnd == 500_000


def test_a_refund_without_a_second_person_is_refused_and_kept(at_work: Counter) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    keys.press(Qt.Key.Key_0, CTRL)
    keys.press(Qt.Key.Key_F8)
    keys.press(Qt.Key.Key_3, ALT)
    at_work.wait_for("phiếu thu tạm")

    keys.press(Qt.Key.Key_H, ALT)
    at_work.wait_for_focus("Lý do hoàn")
    keys.type("thu thua")
    keys.press(ENTER, CTRL)
    at_work.wait_for("(AUT-007)")
    assert at_work.dossiers()[0].paid_vnd == 15_000

    keys.press(Qt.Key.Key_H, ALT)
    at_work.wait_for_focus("Lý do hoàn")
    assert "thu thua" in at_work.said()
    keys.press(TAB)
    keys.type("5000")
    keys.press(TAB)
    approve(at_work)

    at_work.wait(lambda: at_work.dossiers()[0].paid_vnd == 10_000)
    at_work.wait_for("đã hoàn 5.000 đ")


def test_a_book_is_opened_and_what_a_dossier_owes_takes_its_first_receipt(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    (dossier,) = at_work.dossiers()
    at_work.desk.till.charge(dossier.code, [(1, 1)], reason="Cấp thêm bản sao", legal_basis=None)
    keys.press(Qt.Key.Key_0, CTRL)
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("Thu tiền mặt, 1 lượt")

    keys.press(Qt.Key.Key_B, ALT)
    at_work.wait_for_focus("Ký hiệu")
    for text in ("LP/25E", "01BLP2-001", "12", "1201", "1300"):
        keys.type(text)
        keys.press(ENTER)
    keys.press(ENTER)
    at_work.wait_for("Đã mở quyển LP/25E 0001201 → 0001300.")

    keys.press(Qt.Key.Key_3, ALT)
    at_work.focus_on("Tìm khoản thu của hồ sơ")
    keys.type(dossier.code[-4:])
    keys.press(ENTER)
    at_work.wait(lambda: "Thu phí" in at_work.said())
    keys.press(Qt.Key.Key_T, ALT)
    at_work.wait_for_focus("Tiền khách đưa")
    keys.type("20000")
    keys.press(ENTER)

    at_work.wait_for("Đã thu 15.000 đ. Trả lại 5.000 đ.")
    (dossier,) = at_work.dossiers()
    assert (dossier.owed_vnd, dossier.payments[-1].receipt_number) == (0, 1201)
    at_work.wait_for("LP/25E 0001201")


def test_a_transfer_is_shown_as_a_code_awaited_and_confirmed(at_work: Counter) -> None:
    keys = at_work.keys
    receive_at_open_till(at_work)
    (dossier,) = at_work.dossiers()
    open_newest(at_work)
    at_work.wait_for("Khoản thu")
    keys.press(Qt.Key.Key_T, ALT)
    at_work.wait_for(dossier.code)

    keys.press(Qt.Key.Key_C, ALT)
    at_work.wait(lambda: "Số lượng" in at_work.focused())
    keys.type("2")
    at_work.focus_on("Lý do thu thêm")
    keys.type("cap them ban sao")
    keys.press(ENTER, CTRL)
    keys.press(Qt.Key.Key_Q, ALT)  # at once: nobody waits for the list to be read anew
    at_work.wait_for("Mời người dân quét bằng ứng dụng ngân hàng")
    assert f"{dossier.code[-11:-5]} {dossier.code[-4:]}" in at_work.said()
    keys.press(ENTER, CTRL)
    at_work.wait_for("Chờ xác nhận tiền đến")
    (dossier,) = at_work.dossiers()
    assert (dossier.awaited_vnd, dossier.owed_vnd) == (30_000, 0)

    at_work.wait_for_focus("Số báo có")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: "gõ số báo có" in at_work.marks())
    keys.type("FT26327000123")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: at_work.dossiers()[0].awaited_vnd == 0)
    (dossier,) = at_work.dossiers()
    assert (dossier.paid_vnd, dossier.payments[-1].reference) == (45_000, "FT26327000123")


def test_what_is_owed_and_not_paid_is_brought_down_by_two(at_work: Counter) -> None:
    """N6: a difference in fees before anything of it was paid."""
    keys = at_work.keys
    receive_at_open_till(at_work)
    (dossier,) = at_work.dossiers()
    at_work.desk.till.charge(dossier.code, [(1, 1)], reason="Cấp thêm bản sao", legal_basis=None)
    open_newest(at_work)
    at_work.wait_for("Khoản thu")
    keys.press(Qt.Key.Key_T, ALT)
    at_work.wait(lambda: "Thu phí" in at_work.said())

    keys.press(Qt.Key.Key_M, ALT)
    at_work.wait(lambda: "Giảm bao nhiêu" in at_work.focused())
    at_work.wait_for("chưa nộp 15.000 đ")
    keys.type("nhieu")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: "chỉ gõ số" in at_work.marks())
    for _ in range(5):
        keys.press(Qt.Key.Key_Backspace)
    keys.type("7.000")
    at_work.focus_on("Lý do giảm")
    keys.type("thu tuc re hon")
    keys.press(ENTER, CTRL)
    at_work.wait_for("(AUT-007)")
    assert at_work.dossiers()[0].owed_vnd == 15_000

    keys.press(Qt.Key.Key_M, ALT)
    at_work.wait(lambda: "Giảm bao nhiêu" in at_work.focused())
    at_work.focus_on("Mã người duyệt")
    approve(at_work)
    at_work.wait_for("còn phải thu 8.000 đ.")
    (dossier,) = at_work.dossiers()
    assert (dossier.fees_total_vnd, dossier.owed_vnd) == (23_000, 8_000)
    (reduced,) = [f for f in at_work.desk.history(dossier.code) if f.kind == "FeesReduced"]
    assert reduced.payload["approval"]["officer_id"] == "truongbp"
    assert reduced.payload["reason"] == "thu tuc re hon"


def test_the_report_of_the_shift_is_seen_and_printed(at_work: Counter) -> None:
    keys = at_work.keys
    open_till(at_work)
    keys.press(Qt.Key.Key_K, ALT)
    at_work.wait_for("Biên bản chốt quỹ")
    keys.press(Qt.Key.Key_F9)
    at_work.wait(lambda: "mô phỏng" in at_work.said())
