"""Lawful acts at the counter, through the window by keyboard: answered at once, papers given back
without a result, papers that come in two goes, a second request, a moved draft, a reprint."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from devices.system_clock import SystemClock
from station.domain.dossier import DossierStatus
from station.domain.journal import VIETNAM
from station.domain.processing import CollectorKind
from tests.life_samples import LIVES
from tests.ui.test_window_life import news, open_it, received
from tests.ui.window_counter import CARD, Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL, read_card

DOWN, SPACE, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return
ASKED_REASON = "thành phần hồ sơ chưa đủ"


def ask(counter: Counter, code: str, rows: Sequence[int]) -> None:
    """Have papers been asked for already."""
    counter.desk.life_cycle.supplement(
        code,
        [(row, "thiếu chữ ký") for row in rows],
        reason=ASKED_REASON,
        legal_basis="Nghị định số 61/2018/NĐ-CP, Điều 17",
        deadline_on=None,
        missed_before=None,
    )


@pytest.fixture(params=[10, 20], ids=["in-office-hours", "after-hours"])
def next_wednesday(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the clock on to this hour of the Wednesday of next week; it goes on from there."""
    began = datetime.now(VIETNAM)
    day = began + timedelta(days=9 - began.weekday())
    ahead = day.replace(hour=request.param, minute=0, second=0, microsecond=0) - began
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(VIETNAM) + ahead)


@pytest.mark.usefixtures("next_wednesday")
def test_what_is_answered_at_once_is_received_and_given_in_one_go(at_work: Counter) -> None:
    keys = at_work.keys
    keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    keys.press(Qt.Key.Key_F4)
    keys.type("2.000635")
    at_work.wait_for("thủ tục khớp")
    keys.press(ENTER)
    at_work.wait_for("Tờ khai cấp bản sao trích lục hộ tịch")
    for key in (SPACE, DOWN, SPACE):
        keys.press(key)
    keys.press(Qt.Key.Key_F8)
    keys.type("8000")
    at_work.wait_for("Đủ điều kiện tiếp nhận.")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: at_work.dossiers())
    (dossier,) = at_work.dossiers()
    assert dossier.immediate
    at_work.wait_for(f"Đã nhận {dossier.code}")
    if not dossier.slip_on_request:  # after hours the promise is another day, and a slip is owed
        at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")

    keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait_for("trả ngay")  # among the results, and on no pile
    assert at_work.desk.hand_over.waiting() == []
    keys.press(Qt.Key.Key_1, CTRL)
    at_work.wait_for("Trả ngay")
    keys.press(Qt.Key.Key_L, ALT)
    at_work.wait(lambda: "đã xem lúc nhận" in at_work.marks())  # the card, at this visit
    at_work.wait_for_focus("Giấy tờ đưa cho người nhận")
    keys.press(SPACE)  # the result; the form stays in the dossier
    at_work.wait_for("Đủ điều kiện trả.")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(dossier.code).status is DossierStatus.RETURNED)
    given = at_work.desk.dossier(dossier.code)
    assert given.returned is not None
    assert given.returned.collector.kind is CollectorKind.OWNER
    assert given.hand_overs == ()  # nothing went to the agency
    keys.press(Qt.Key.Key_1, CTRL)
    at_work.wait(lambda: not at_work.desktop.screen.reception.bars.at_once.isVisible())
    assert ("01" in [done.form for done in given.prints]) is not dossier.slip_on_request


@pytest.mark.parametrize("ended", ["refused", "stopped"])
def test_who_gets_no_result_gets_the_papers_back(at_work: Counter, ended: str) -> None:
    """N22: everything that was handed in, the form too, at the return desk, by the same check."""
    code = received(at_work)
    life = at_work.desk.life_cycle
    if ended == "refused":
        life.refuse(code, ["không thuộc thẩm quyền"], legal_basis="61/2018/NĐ-CP, Điều 17")
    else:
        life.forward([code])
        news(at_work, code, LIVES["stopped"][-1])
    keys = at_work.keys
    open_it(at_work, code)
    at_work.wait_for("giấy tờ cho người dân")  # what is next
    at_work.wait_for("Việc kế: trả giấy tờ.")

    keys.press(ENTER, CTRL)
    at_work.wait_for("Giấy tờ đưa cho người nhận")
    read_card(CARD)
    at_work.wait_for_focus("Giấy tờ đưa cho người nhận")
    keys.press(SPACE)
    at_work.wait_for("Đã đánh dấu 1/2")
    keys.press(SPACE)
    at_work.wait_for("Đủ điều kiện trả.")
    at_work.wait_for("Đã trả giấy tờ")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).returned is not None)
    returned = at_work.desk.dossier(code).returned
    assert returned is not None
    form, earlier = returned.originals_returned
    assert form.name.startswith("Tờ khai")
    assert earlier.name.startswith("Giấy xác nhận tình trạng hôn nhân đã cấp")
    assert at_work.desk.dossier(code).status is DossierStatus[ended.upper()]
    keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Hồ sơ của quầy")
    open_it(at_work, code)
    at_work.wait_for("Giấy tờ đã trả.")


def test_of_two_papers_one_is_brought_now_and_the_other_later(at_work: Counter) -> None:
    """N19: a part may be brought."""
    code = received(at_work)
    ask(at_work, code, (1, 3))
    form = at_work.desk.dossier(code).documents[0].name
    open_it(at_work, code)
    at_work.wait_for("Chờ bổ sung lần 1")
    keys = at_work.keys

    keys.press(ENTER, CTRL)
    at_work.wait_for("(thiếu chữ ký)")
    keys.press(SPACE)  # the first of them was not brought
    keys.press(ENTER, CTRL)
    at_work.wait_for(f"Chờ người dân: {form}.")  # no more than this one
    assert at_work.desk.dossier(code).status is DossierStatus.WAITING_SUPPLEMENT

    keys.press(ENTER, CTRL)
    at_work.wait_for("(thiếu chữ ký)")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: at_work.desk.dossier(code).status is DossierStatus.RECEIVED)
    brought = [f for f in at_work.desk.history(code) if f.kind == "SupplementBrought"]
    assert [len(fact.payload["still_lacking"]) for fact in brought] == [1, 0]


def test_a_second_request_is_warned_of_and_says_what_the_first_one_missed(
    at_work: Counter,
) -> None:
    """N19: the second one is warned of (index 766)."""
    code = received(at_work)
    ask(at_work, code, (1,))
    open_it(at_work, code)
    at_work.wait_for("Chờ bổ sung lần 1")
    keys = at_work.keys
    keys.press(ENTER, CTRL)
    at_work.wait_for("(thiếu chữ ký)")
    keys.press(ENTER, CTRL)
    at_work.wait_for("Việc kế: bàn giao.")

    at_work.press_button("Yêu cầu bổ sung")
    at_work.wait_for("Lần hai tính là trễ hạn (chỉ số 766).")
    keys.press(SPACE)
    at_work.focus_on("Lý do")
    keys.press(DOWN)
    keys.press(ENTER, CTRL)
    at_work.wait_for("lần thứ hai bị tính trễ (chỉ số 766)")  # nobody has said why
    assert at_work.desk.dossier(code).status is DossierStatus.RECEIVED

    at_work.wait_for_focus("Lý do")  # it asks again
    at_work.focus_on("Vì sao lần trước sót")
    keys.type("luat moi")
    keys.press(ENTER, CTRL)
    at_work.wait_for("Chờ bổ sung lần 2")
    second = at_work.desk.dossier(code).supplements[-1]
    assert second.missed_before == "luat moi"


def test_a_supervisor_gives_a_draft_to_a_colleague_who_goes_on_with_it(at_work: Counter) -> None:
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    at_work.session._reception.keeping.keep()
    at_work.wait(lambda: at_work.desk.drafts.of("quay3"))
    keys = at_work.keys

    change_officer(at_work, "truongbp")
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_D, ALT)
    at_work.wait_for_focus("Hồ sơ đang dở")
    at_work.focus_on("Chuyển cho cán bộ")
    keys.type("xa")
    at_work.focus_on("Lý do chuyển")
    keys.type("nghi om")
    at_work.press_button("Chuyển")
    at_work.wait(lambda: at_work.desk.drafts.of("xa"))
    assert not at_work.desk.drafts.of("quay3")

    change_officer(at_work, "xa")
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_D, ALT)
    at_work.wait_for_focus("Hồ sơ đang dở")
    keys.press(ENTER)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")


def test_a_slip_is_printed_again_from_the_page_of_its_dossier_with_the_reason(
    at_work: Counter,
) -> None:
    """N18: never without a reason, and the reason is kept with the print."""
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = at_work.dossiers()
    open_it(at_work, dossier.code)
    at_work.wait_for("Việc kế: bàn giao.")
    keys = at_work.keys

    keys.press(Qt.Key.Key_P, CTRL)
    at_work.wait_for("Đã in\n1 lần")
    keys.press(Qt.Key.Key_F9)
    at_work.wait_for_focus("Bản trước in hỏng")
    at_work.focus_on("Lý do khác")
    keys.press(ENTER)
    assert at_work.focused() == "Lý do khác"  # without a reason nothing is printed
    keys.type("uot mua")
    keys.press(ENTER)

    at_work.wait_for("Đã in\n2 lần")
    assert at_work.dossiers()[0].prints[-1].reason == "uot mua"
    keys.press(Qt.Key.Key_Escape)
    at_work.wait_for("Dòng thời gian")
