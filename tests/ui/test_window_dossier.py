"""One dossier through the window by keyboard: asked for a paper, brought, given back."""

from PySide6.QtCore import Qt

from station.domain.dossier import DossierStatus
from station.domain.processing import ResultPaper
from station.usecases.return_result import TakeResultIn
from tests.ui.window_counter import Counter, approve, receive
from tests.ui.window_keys import ALT, CTRL
from ui.desktop.kit.check import Check

TAB, SPACE, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return


def open_newest(counter: Counter) -> None:
    counter.keys.press(Qt.Key.Key_0, CTRL)
    counter.wait_for("Dòng 1/1")
    counter.wait_for_focus("Hồ sơ")
    counter.keys.press(ENTER)
    counter.wait_for("Việc kế:")


def status(counter: Counter) -> DossierStatus:
    (dossier,) = counter.dossiers()
    return dossier.status


def test_papers_are_asked_for_and_taken_in_by_keyboard(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    keys = at_work.keys

    at_work.press_button("Yêu cầu bổ sung")
    keys.press(SPACE)  # the first paper
    at_work.focus_on("Lý do")
    keys.type("thieu chu ky")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: status(at_work) is DossierStatus.WAITING_SUPPLEMENT)
    at_work.wait_for("Chờ bổ sung lần 1")
    keys.press(Qt.Key.Key_C, ALT)  # the law knows no correction now, and the key says so
    at_work.wait_for("không được phép lúc này")

    keys.press(ENTER, CTRL)  # what is expected next: take the paper in
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: status(at_work) is not DossierStatus.WAITING_SUPPLEMENT)
    at_work.wait_for("Nhận bổ sung: đã ghi")


def test_each_paper_that_is_asked_for_says_what_it_lacks(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    keys = at_work.keys
    reasons = at_work.desk.catalogue.lists().reasons
    offered = next(reason.text for reason in reasons if reason.act == "not_ok")

    at_work.press_button("Yêu cầu bổ sung")
    keys.press(SPACE)  # the first paper
    keys.press(TAB)
    at_work.wait_for_focus("Giấy 1 thiếu gì")
    keys.press(Qt.Key.Key_Down)
    keys.press(TAB)
    keys.press(SPACE)  # the second
    keys.press(TAB)
    at_work.wait_for_focus("Giấy 2 thiếu gì")
    keys.type("chua cong chung")
    at_work.focus_on("Lý do")
    keys.press(Qt.Key.Key_Down)
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: status(at_work) is DossierStatus.WAITING_SUPPLEMENT)

    (request,) = at_work.dossiers()[0].supplements
    assert [(item.index, item.what) for item in request.items] == [
        (1, offered),
        (2, "chua cong chung"),
    ]
    at_work.wait_for("Chờ bổ sung lần 1")
    keys.press(ENTER, CTRL)  # taking them in, the officer sees what each of them lacked
    at_work.wait_for(f"({offered})")


def test_a_withdrawal_without_a_reason_is_refused_in_words(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    at_work.press_button("Rút hồ sơ")

    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("(DOS-0")
    assert status(at_work) is DossierStatus.RECEIVED
    at_work.wait_for_focus("Lý do")  # it asks again: no other act has the keys
    at_work.keys.type("dan xin rut")
    at_work.keys.press(ENTER, CTRL)
    at_work.wait(lambda: status(at_work) is DossierStatus.WITHDRAWN)


def test_a_reason_of_the_catalogue_is_taken_with_its_article(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    lists = at_work.desk.catalogue.lists()
    first, second = (reason for reason in lists.reasons if reason.act == "supplement")

    at_work.press_button("Yêu cầu bổ sung")
    at_work.keys.press(SPACE)
    at_work.focus_on("Lý do")
    assert first.text in at_work.said()
    at_work.keys.press(Qt.Key.Key_Down)
    at_work.keys.press(Qt.Key.Key_Down)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait(lambda: status(at_work) is DossierStatus.WAITING_SUPPLEMENT)
    (dossier,) = at_work.dossiers()
    request = dossier.supplements[-1]
    assert (request.reason, request.legal_basis) == (second.text, second.legal_basis)
    assert request.legal_basis


def test_esc_goes_back_to_the_list(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)

    at_work.keys.press(Qt.Key.Key_Escape)

    at_work.wait_for("Dòng 1/1")


def test_every_paper_of_a_dossier_is_seen_and_printed_from_its_page(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    open_newest(at_work)
    keys = at_work.keys

    keys.press(Qt.Key.Key_P, CTRL)
    at_work.wait_for("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
    keys.press(Qt.Key.Key_2, ALT)
    at_work.wait_for_focus("Giấy của hồ sơ")
    keys.press(Qt.Key.Key_Down)
    at_work.wait_for("Phiếu kiểm soát ·")
    keys.press(Qt.Key.Key_F9)

    at_work.wait(lambda: [done.form for done in at_work.dossiers()[0].prints].count("control") == 1)


def test_the_result_goes_out_at_the_desk_that_sees_to_identity_and_originals(
    at_work: Counter,
) -> None:
    receive(at_work)
    (dossier,) = at_work.dossiers()
    life = at_work.desk.life_cycle
    life.forward([dossier.code])
    life.arrive(dossier.code, TakeResultIn(shelf="K2-07", results=(ResultPaper(name="Giấy"),)))
    open_newest(at_work)
    at_work.wait_for("Kết quả ở quầy K2-07")

    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("Đưa cho người nhận")
    at_work.wait_for("Giấy tờ đưa cho người nhận")


def correct_from_the_page(counter: Counter) -> None:
    """Open the correction of the dossier on the page."""
    counter.press_button("Đính chính")
    counter.wait_for_focus("Phần sửa: Người nộp")


def test_the_people_and_where_their_fields_are_from_are_one_key_away(at_work: Counter) -> None:
    receive(at_work)
    open_newest(at_work)
    (dossier,) = at_work.dossiers()

    at_work.keys.press(Qt.Key.Key_U, ALT)
    at_work.wait_for(dossier.submitter.name)
    at_work.wait_for("từ QR")
    at_work.keys.press(Qt.Key.Key_Escape)

    at_work.wait(lambda: "từ QR" not in at_work.said())


def test_a_phone_is_corrected_and_the_old_slip_is_void(at_work: Counter) -> None:
    """N6: a reason, version 2, a new slip; the old one is void."""
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    open_newest(at_work)
    keys = at_work.keys

    correct_from_the_page(at_work)
    at_work.wait_for("Giấy hẹn bản 1 hết hiệu lực; giấy hẹn bản 2 in ra ngay.")
    at_work.focus_on("Điện thoại")
    keys.type("0987654321")
    at_work.focus_on("Lý do")
    keys.press(Qt.Key.Key_Down)
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.dossiers()[0].version == 2)
    (dossier,) = at_work.dossiers()
    assert dossier.submitter.person.phone == "0987654321"
    assert dossier.corrections[-1].reason == "ghi nhầm khi tiếp nhận"
    assert dossier.corrections[-1].changed == ("submitter",)
    at_work.wait_for("Đính chính: đã ghi")
    at_work.wait(lambda: [d.form for d in at_work.dossiers()[0].prints].count("01") == 2)


def test_the_wrong_procedure_is_corrected_with_its_case_and_its_papers(at_work: Counter) -> None:
    """N6: the wrong procedure, found after the reception."""
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    open_newest(at_work)
    keys = at_work.keys

    correct_from_the_page(at_work)
    for _ in range(2):
        keys.press(Qt.Key.Key_Right)
    at_work.focus_on("Thủ tục khác")
    keys.type("dang ky khai sinh")
    at_work.wait_for("1.001193 · Đăng ký khai sinh")
    query = at_work.desktop.screen.dossier.correction._procedure._query
    at_work.wait(lambda: query.offers()[0] == "1.001193 · Đăng ký khai sinh")  # of the whole words
    keys.press(Qt.Key.Key_Down)
    at_work.wait_for("1. Tờ khai đăng ký khai sinh")
    at_work.wait_for("Phí đã tính 15.000 đ, biểu phí mới 0 đ: thu thêm hay hoàn ở Quỹ (Alt+T).")
    for number in (1, 2):
        paper = next(
            check.accessibleName()
            for check in at_work.desktop.screen.window.findChildren(Check)
            if check.isVisible() and check.accessibleName().startswith(f"{number}. ")
        )
        at_work.focus_on(paper)
        keys.press(SPACE)
    at_work.focus_on("Lý do")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.dossiers()[0].version == 2)
    (dossier,) = at_work.dossiers()
    assert (dossier.procedure_code, dossier.case) == ("1.001193", "dung-han")
    assert dossier.fees_total_vnd == dossier.paid_vnd == 15_000  # the money is an act of its own
    assert dossier.corrections[-1].reason == "chọn nhầm thủ tục hoặc trường hợp"
    assert {1, 2} <= {row.index for row in dossier.documents if row.handed_in}


def test_after_hand_over_a_correction_asks_for_the_second_person(at_work: Counter) -> None:
    """N6: after hand-over nobody corrects alone."""
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = at_work.dossiers()
    at_work.desk.life_cycle.forward([dossier.code])
    open_newest(at_work)
    keys = at_work.keys

    correct_from_the_page(at_work)
    at_work.focus_on("Điện thoại")
    keys.type("0987654321")
    keys.press(ENTER, CTRL)
    at_work.wait_for("(DOS-024)")
    at_work.wait_for_focus("Lý do")  # that was not said
    keys.press(Qt.Key.Key_Down)
    keys.press(ENTER, CTRL)
    at_work.wait_for("(AUT-007)")
    assert at_work.dossiers()[0].version == 1

    at_work.wait_for_focus("Lý do")  # it asks again, and what was typed is still there
    at_work.focus_on("Mã người duyệt")
    approve(at_work)

    at_work.wait(lambda: at_work.dossiers()[0].version == 2)
    approval = at_work.dossiers()[0].corrections[-1].approval
    assert approval is not None
    assert approval.officer_id == "truongbp"
