"""Incidents after the reception, whole, through the window by keyboard: N17, N19 and N20.

Where each incident of the list is shown, ``tests/test_incidents.py`` knows.
"""

from PySide6.QtCore import Qt

from local_store.signing_key import StationSigningKey
from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import DossierStatus
from station.domain.ids import DossierCode
from station.domain.processing import CollectorKind, ResultPaper
from station.domain.slip_code import SlipFacts, sign_slip
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.reception_input import CorrectionInput
from station.usecases.return_result import TakeResultIn
from tests.ui.test_window_lawful_acts import ask
from tests.ui.test_window_life import open_it, received
from tests.ui.window_counter import CARD, Counter
from tests.ui.window_keys import ALT, CTRL, read_card, send_key
from ui.desktop.frame.view_model import Place

DOWN, SPACE, ENTER, ESC = (
    Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape,
)  # fmt: skip


def slip_of(counter: Counter, code: str) -> str:
    """Give the text of the code on the first slip."""
    due_at = counter.desk.dossier(code).due_at
    assert due_at is not None
    facts = SlipFacts(dossier_code=DossierCode.parse(code), version=1, counter=3, due_at=due_at)
    return sign_slip(facts, StationSigningKey.of(counter.desk.store.secrets).sign)


def test_n17_who_lost_the_slip_is_found_by_the_card_and_signs_another_paper(
    at_work: Counter,
) -> None:
    """N17: F3 by the number, the identity check, the confirmation in place of the slip."""
    code = received(at_work)
    life = at_work.desk.life_cycle
    life.forward([code])
    results = (ResultPaper(name="Giấy xác nhận", number="12/UBND"),)
    life.arrive(code, TakeResultIn(shelf="K2-07", results=results))
    slip = slip_of(at_work, code)
    assert at_work.desk.check_slip(slip).valid
    keys = at_work.keys

    keys.press(Qt.Key.Key_F3)
    for place, digit in enumerate("035199012345"):  # by hand: faster would be a reader
        send_key(ord(digit), digit, at_ms=place * 150)
    at_work.wait_for("khớp “035199012345”")
    keys.press(ENTER)
    at_work.wait_for("Việc kế: trả kết quả.")
    keys.press(ENTER, CTRL)
    at_work.wait_for("Giấy xác nhận – 12/UBND")
    keys.press(Qt.Key.Key_M, ALT)
    read_card(CARD)
    at_work.wait_for_focus("Giấy tờ đưa cho người nhận")
    for _ in range(2):
        keys.press(SPACE)
    at_work.wait_for("Đủ điều kiện trả.")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).status is DossierStatus.RETURNED)
    given = at_work.desk.dossier(code)
    assert given.returned is not None
    assert given.returned.slip_lost
    assert given.returned.collector.kind is CollectorKind.OWNER
    at_work.wait(lambda: "lost-slip" in [done.form for done in at_work.desk.dossier(code).prints])
    assert at_work.desk.check_slip(slip).reason == "declared_lost"


def test_d29_a_void_slip_says_why_on_every_page_and_leads_to_the_dossier(at_work: Counter) -> None:
    """D29, N17: replaced by which version, when and why; or declared lost. The words stay."""
    code = received(at_work)
    slip, life = slip_of(at_work, code), at_work.desk.life_cycle
    frame = at_work.desktop.screen.frame

    def scan_on(place: Place, shown: str, words: str) -> None:
        frame.place_wanted.emit(place)
        at_work.scan(slip)
        at_work.wait_for(words)
        at_work.wait_for(shown)
        assert words in at_work.said()  # the page took the keys, and did not close the words

    name = f"{code[-4:]}  NGUYỄN THỊ ÁNH TUYẾT"
    life.lost_slip(code)
    scan_on(Place.LIST, name, "Phiếu này đã báo mất lúc")
    life.correct(
        code, CorrectDossier(changes=CorrectionInput(summary="Xin số nhà"), reason="ghi nhầm")
    )
    for place, shown in (
        (Place.HOME, name),
        (Place.RESULTS, "Phí còn thiếu"),
        (Place.HAND_OVER, "Niêm phong được"),
        (Place.TILL, code[-4:]),
    ):
        scan_on(place, shown, "Phiếu bản 1 đã được thay bằng bản 2 lúc")


def test_n19_a_slip_leads_to_what_is_missing_and_the_new_promise_stands_by_the_old_one(
    at_work: Counter,
) -> None:
    """N19: scan the slip; only the rows that lack are shown; both dates and why."""
    code = received(at_work)
    slip, before = slip_of(at_work, code), at_work.desk.dossier(code).due_at
    assert before is not None
    ask(at_work, code, (1, 3))
    form = at_work.desk.dossier(code).documents[0].name
    keys = at_work.keys

    at_work.scan(slip)
    at_work.wait_for("Chờ bổ sung lần 1")
    at_work.wait_for(f"{form} (thiếu chữ ký)")
    shown = {line for line in at_work.said().splitlines() if "(thiếu chữ ký)" in line}
    assert {line[:2] for line in shown} == {"1.", "3."}  # row 4 was shown, and lacks nothing
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(code).status is DossierStatus.RECEIVED)
    dossier = at_work.desk.dossier(code)
    assert f"thay ngày hẹn cũ {before:%d/%m/%Y}" in dossier.due_reason
    at_work.wait(lambda: "01" in [done.form for done in at_work.desk.dossier(code).prints])


def test_d1_the_slip_of_a_result_leads_to_giving_it(at_work: Counter) -> None:
    """D1: from any page; the code of its folder opens the dossier alone."""
    code = received(at_work)
    slip, life = slip_of(at_work, code), at_work.desk.life_cycle
    life.forward([code])
    life.arrive(code, TakeResultIn(shelf="K2-07", results=(ResultPaper(name="Giấy xác nhận"),)))

    at_work.scan(code)
    at_work.wait_for("Việc kế: trả kết quả.")
    at_work.scan(slip)
    at_work.wait(at_work.desktop.screen.results.isVisible)
    at_work.wait_for("Chưa xem giấy tờ tuỳ thân:")


def test_n20_a_signed_result_is_not_withdrawn_and_the_page_says_what_is_lawful(
    at_work: Counter,
) -> None:
    """N20: there is no button to withdraw once the result is signed; giving it is what is left."""
    code = received(at_work)
    life = at_work.desk.life_cycle
    life.forward([code])
    open_it(at_work, code)
    at_work.wait_for("Rút hồ sơ")

    life.arrive(code, TakeResultIn(results=(ResultPaper(name="Giấy xác nhận"),)))
    open_it(at_work, code)

    at_work.wait_for("Việc kế: trả kết quả.")
    assert "Rút hồ sơ" not in at_work.said()
    assert DossierAct.WITHDRAW not in allowed_acts(at_work.desk.dossier(code))
