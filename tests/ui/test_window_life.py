"""What happens to a dossier after its reception, through the window by keyboard: what the agency
decides, what is not lawful now, withdrawal, refusal, the post."""

from pathlib import Path
from typing import Any

import pytest
import uuid6
from PySide6.QtCore import Qt

from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import DossierStatus
from station.domain.events import Event, kind_of, to_payload
from station.domain.processing import CollectorKind, ResultPaper
from station.ports.province import ProvinceEvent
from station.usecases.reception_input import reception_from_plain
from station.usecases.return_result import TakeResultIn
from tests.builders import a_description
from tests.life_samples import LIVES
from tests.ui.window_counter import Counter
from tests.ui.window_keys import CTRL

DOWN, TAB, SPACE, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return
PAPERS = [{"index": 1, "originals": 1}, {"index": 3, "originals": 1}, {"index": 4, "presented": 1}]


def received(counter: Counter, **changes: Any) -> str:
    """Receive a dossier with a form and an original, and give its code."""
    given = reception_from_plain(a_description(documents=PAPERS, **changes))
    return counter.desk.receive(given, folder=Path()).dossier.code


def open_it(counter: Counter, code: str) -> None:
    counter.scan(code)
    counter.wait_for(code[-4:])
    counter.wait_for("Dòng thời gian")


def news(counter: Counter, code: str, event: Event) -> None:
    """Let the province tell of what the agency did."""
    dossier = counter.desk.dossier(code)
    piece = ProvinceEvent(
        event_id=uuid6.uuid7(),
        station_id="province",
        dossier_id=dossier.dossier_id,
        dossier_code=code,
        officer_id="",
        kind=kind_of(event),
        version=type(event).version,
        occurred_at=counter.desk.now(),
        payload=to_payload(event),
    )
    counter.desk.store.outbox.take_news([piece], cursor=str(piece.event_id))


@pytest.mark.parametrize(
    ("life", "state", "said"),
    [
        ("extended", "Đang giải quyết", "Không gia hạn lần nữa."),
        ("stopped", "Dừng giải quyết", "In mẫu 05 (Ctrl+P)"),
        ("waiting-for-duty", "Chờ nghĩa vụ tài chính", "Đưa thông báo cho người dân"),
    ],
)
def test_what_the_agency_decided_says_what_the_counter_does_next(
    at_work: Counter, life: str, state: str, said: str
) -> None:
    code = received(at_work)
    at_work.desk.life_cycle.forward([code])
    news(at_work, code, LIVES[life][-1])

    open_it(at_work, code)

    at_work.wait_for(state)
    at_work.wait_for(said)


def test_the_form_of_an_apology_is_printed_for_the_citizen(at_work: Counter) -> None:
    """N21: form 04 is printed at the counter."""
    code = received(at_work)
    at_work.desk.life_cycle.forward([code])
    news(at_work, code, LIVES["extended"][-1])
    open_it(at_work, code)
    at_work.wait_for("In mẫu 04 đưa người dân")
    keys = at_work.keys

    keys.press(Qt.Key.Key_P, CTRL)
    at_work.wait_for("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
    keys.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    at_work.wait_for_focus("Giấy của hồ sơ")
    keys.press(DOWN)
    at_work.wait_for("Xin lỗi, hẹn lại ·")
    keys.press(Qt.Key.Key_F9)

    at_work.wait(lambda: "apology" in [done.form for done in at_work.desk.dossier(code).prints])


def test_an_act_that_is_not_lawful_now_names_the_state_and_what_is(at_work: Counter) -> None:
    code = received(at_work)
    open_it(at_work, code)
    at_work.wait_for("Việc kế: bàn giao.")
    at_work.desk.life_cycle.withdraw(code, "người nộp yêu cầu")  # meanwhile, at another counter

    at_work.keys.press(ENTER, CTRL)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("đang ở trạng thái đã rút; việc bàn giao không được phép lúc này.")
    at_work.wait_for("(DOS-020)")
    assert at_work.desk.dossier(code).status is DossierStatus.WITHDRAWN


def test_a_withdrawal_names_what_goes_home_and_prints_its_receipt(at_work: Counter) -> None:
    """N20: what goes home is named and signed for; state 7, and nothing is deleted."""
    code = received(at_work)
    open_it(at_work, code)
    at_work.wait_for("Việc kế: bàn giao.")

    at_work.press_button("Rút hồ sơ")
    at_work.wait_for("Trả lại người nộp: ")
    at_work.focus_on("Lý do")
    at_work.keys.press(DOWN)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).status is DossierStatus.WITHDRAWN)
    withdrawal = at_work.desk.dossier(code).withdrawal
    assert withdrawal is not None
    assert withdrawal.reason == "người nộp yêu cầu rút hồ sơ"
    assert len(withdrawal.originals_returned) == 2
    at_work.wait(lambda: "papers-back" in [done.form for done in at_work.desk.dossier(code).prints])


def test_a_refusal_after_reception_has_its_article_and_its_form(at_work: Counter) -> None:
    code = received(at_work)
    open_it(at_work, code)
    at_work.wait_for("Việc kế: bàn giao.")

    at_work.press_button("Từ chối")
    at_work.wait_for_focus("Lý do")
    at_work.keys.press(DOWN)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).status is DossierStatus.REFUSED)
    refusal = at_work.desk.dossier(code).refusal
    assert refusal is not None
    assert "61/2018" in refusal.legal_basis
    at_work.wait_for("Trả giấy tờ cho người dân cùng mẫu 03.")


def test_a_result_goes_out_by_post_with_the_number_of_its_consignment(at_work: Counter) -> None:
    delivery = {"method": "postal", "address": "Tổ 9, phường Phủ Lý"}
    code = received(at_work, delivery=delivery)
    life = at_work.desk.life_cycle
    life.forward([code])
    life.arrive(code, TakeResultIn(shelf="K2-07", results=(ResultPaper(name="Giấy xác nhận"),)))
    open_it(at_work, code)
    at_work.wait_for("Kết quả ở quầy K2-07")
    keys = at_work.keys

    keys.press(ENTER, CTRL)
    at_work.wait_for("Giấy tờ đưa cho người nhận")
    at_work.focus_on("Họ tên người nhận")
    keys.type("Buu ta Nam")
    at_work.focus_on("Số bưu gửi")
    keys.type("EB123456789VN")
    at_work.focus_on("Giấy tờ đưa cho người nhận")
    for _ in range(2):
        keys.press(SPACE)
    at_work.wait_for("Đủ điều kiện trả.")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).status is DossierStatus.RETURNED)
    returned = at_work.desk.dossier(code).returned
    assert returned is not None
    assert returned.collector.kind is CollectorKind.POST
    assert returned.collector.tracking_number == "EB123456789VN"


def test_a_lost_slip_is_noted_and_cannot_be_lost_again(at_work: Counter) -> None:
    code = received(at_work)
    open_it(at_work, code)
    at_work.wait_for("Việc kế: bàn giao.")

    at_work.press_button("Báo mất giấy hẹn")
    at_work.focus_on("Ghi chú (nếu có)")  # whose slip it was stands there already
    at_work.keys.type("roi tren duong")
    at_work.keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).slip_lost_at is not None)
    at_work.wait_for("Báo mất giấy hẹn: đã ghi")
    (lost,) = [f for f in at_work.desk.history(code) if f.kind == "SlipDeclaredLost"]
    assert lost.payload["note"] == "roi tren duong"
    allowed = allowed_acts(at_work.desk.dossier(code))
    assert DossierAct.DECLARE_SLIP_LOST not in allowed
