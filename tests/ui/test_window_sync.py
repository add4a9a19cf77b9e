"""The sync centre by keyboard, with a real server; and at every size."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station.ports.province import Outcome, Problem, Verdict
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import Counter, receive
from tests.ui.window_keys import ALT, CTRL, SHIFT
from ui.desktop.dossier.correction_spot import CorrectionSpot
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.view_model import ApplicantField
from ui.desktop.sync.page import SyncPage
from ui.desktop.sync.view_model import SyncLine, SyncSheet


def test_what_waits_is_told_and_leads_to_its_dossier(at_work: Counter) -> None:
    receive(at_work)

    at_work.keys.press(Qt.Key.Key_F5, SHIFT)
    at_work.wait_for_focus("Máy chủ chưa có")
    at_work.wait_for("việc đang chờ gửi, nằm an toàn ở máy này.")
    assert "Tiếp nhận, Thu phí" in at_work.said()
    at_work.keys.press(Qt.Key.Key_Return)

    at_work.wait(lambda: at_work.session.going.place is Place.DOSSIER)


def test_f5_leads_here_but_never_away_from_a_reception(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F5)
    assert at_work.focused() == "Số giấy tờ"

    at_work.keys.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    at_work.keys.press(Qt.Key.Key_F5)

    at_work.wait_for("Máy này chưa nối với máy chủ của tỉnh.")
    assert at_work.session.going.place is Place.SYNC


def test_n26_the_field_that_was_objected_to_is_mended_from_here_and_sent_again(
    at_work: Counter,
) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    desk, keys = at_work.desk, at_work.keys
    waiting = desk.store.outbox.waiting_events(99)
    reception = next(entry for entry in waiting if entry.kind == "DossierReceived")
    objection = Problem(
        type="about:blank",
        title="Ngày cấp giấy tờ của người nộp sai",
        title_en="Wrong day of issue",
        field="/submitter/id_document/issued_on",
    )
    verdict = Verdict(event_id=reception.event_id, outcome=Outcome.REFUSED, problem=objection)
    desk.store.outbox.record_verdicts([verdict], at=desk.now())

    keys.press(Qt.Key.Key_F5, SHIFT)
    at_work.wait_for("người nộp, giấy tờ tuỳ thân, ngày cấp")
    at_work.wait_for("Sửa đúng ô")
    at_work.wait_for_focus("Máy chủ chưa có")
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for_focus("Ngày cấp")
    keys.press(Qt.Key.Key_A, CTRL)
    keys.type("99")
    at_work.focus_on("Lý do")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("(ngày/tháng/năm)")  # as the reception would say
    assert at_work.dossiers()[0].version == 1

    at_work.keys.press(Qt.Key.Key_C, ALT)
    at_work.wait_for_focus("Phần sửa: Người nộp")
    at_work.focus_on("Ngày cấp")
    keys.press(Qt.Key.Key_A, CTRL)
    keys.type("16062021")
    keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("Đính chính: đã ghi")
    (dossier,) = at_work.dossiers()
    paper = dossier.submitter.person.id_document
    assert paper is not None
    assert (dossier.version, paper.issued_on) == (2, date(2021, 6, 16))

    keys.press(Qt.Key.Key_Escape)
    at_work.wait_for_focus("Máy chủ chưa có")
    keys.press(Qt.Key.Key_G, ALT)
    at_work.wait(lambda: not desk.store.outbox.refused())


A_LINE = SyncLine(
    code="000.00.17.H25-261123-0388",
    short_code="0388",
    what="Tiếp nhận, Thu phí, In giấy tờ +2",
    since="16:59 23/11",
    state="bị trả lại",
    reason="Ngày cấp giấy tờ của người nộp thiếu hoặc sai: người nộp, giấy tờ tuỳ thân, ngày cấp",
    tone=Tone.ERR,
    spot=CorrectionSpot("applicant", ApplicantField.ISSUED_ON),
)
SENTENCES = (
    ("", "Mất mạng từ 09:12. Vẫn tiếp nhận bình thường, số và giấy hẹn không đổi.", Tone.WARN),
    ("12", "việc máy chủ trả lại, cần anh/chị xem.", Tone.ERR),
    ("1.234", "việc đang chờ gửi, nằm an toàn ở máy này.", Tone.WARN),
    ("88", "tệp quét đang chờ gửi, tự gửi tiếp khi có mạng.", Tone.WARN),
    ("12.345", "việc đã nằm ở máy chủ.", Tone.OK),
)
FACTS = tuple((f"Danh mục nhận về {n}", "toan-quoc 2026.11.118, 23/11") for n in range(5))


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = SyncPage()
    shown_in(room, page, qtbot)
    page.show_sheet(SyncSheet(sentences=SENTENCES, facts=FACTS, lines=(A_LINE,) * 40))

    assert_nothing_is_cut(room, page)
