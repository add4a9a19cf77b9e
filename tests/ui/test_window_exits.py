"""The three ways out of a reception by keyboard, from Alt+H to the paper that comes out."""

import pytest
from PySide6.QtCore import Qt

from station.domain.dossier import DossierStatus
from tests.ui.window_counter import CARD, DOWN, SPACE, Counter
from tests.ui.window_keys import ALT, CTRL, read_card

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def who_lacks_papers(counter: Counter) -> None:
    """Enter a citizen who has brought the first paper only, and that one without a signature."""
    keys = counter.keys
    read_card(CARD)
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    counter.wait_for("thủ tục khớp")
    keys.press(ENTER)
    counter.wait_for("Tờ khai cấp Giấy xác nhận")
    keys.press(SPACE)
    keys.press(Qt.Key.Key_K, ALT)
    counter.wait_for_focus("Kết quả kiểm tra: Chưa kiểm")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Right)
    counter.focus_on("Lý do không đạt")
    keys.press(DOWN)
    keys.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("digit", "act", "status"),
    [
        (Qt.Key.Key_2, "supplement", DossierStatus.WAITING_SUPPLEMENT),
        (Qt.Key.Key_3, "refuse", DossierStatus.REFUSED),
    ],
)
def test_forms_02_and_03_with_a_reason_that_was_offered(
    at_work: Counter, digit: Qt.Key, act: str, status: DossierStatus
) -> None:
    """N7: form 02 or form 03, its text from the rows."""
    who_lacks_papers(at_work)
    keys = at_work.keys
    reasons = at_work.desk.catalogue.lists().reasons
    offered = next(reason for reason in reasons if reason.act == act)
    not_ok = next(reason for reason in reasons if reason.act == "not_ok")

    keys.press(Qt.Key.Key_H, ALT)
    at_work.wait_for_focus("Cách giải quyết: Hướng dẫn mang thêm")
    keys.press(digit)
    keys.press(TAB)
    keys.press(DOWN)
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.dossiers())
    (dossier,) = at_work.dossiers()
    assert dossier.status is status
    if dossier.refusal is not None:
        assert (dossier.refusal.reasons, dossier.refusal.legal_basis) == (
            (offered.text,),
            offered.legal_basis,
        )
    else:
        (request,) = dossier.supplements
        assert (request.reason, request.legal_basis) == (offered.text, offered.legal_basis)
        assert [item.what for item in request.items if item.index == 1] == [not_ok.text]
    at_work.wait(lambda: at_work.dossiers()[0].prints)


def test_guidance_keeps_the_draft_and_its_code_opens_it_again(at_work: Counter) -> None:
    """N7: guidance makes no dossier; the code on the sheet opens the draft again."""
    who_lacks_papers(at_work)

    at_work.keys.press(Qt.Key.Key_H, ALT)
    at_work.wait_for_focus("Cách giải quyết: Hướng dẫn mang thêm")
    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("Chưa có họ tên người nộp")
    assert at_work.dossiers() == []
    (told,) = at_work.desk.store.queries.office_entries("GuidanceGiven")
    wanted = told.payload["wanted"]
    assert wanted[0]["what"] == "thiếu chữ ký hoặc dấu"
    at_work.scan(told.payload["guidance_code"])
    at_work.wait_for("Tờ khai cấp Giấy xác nhận")
    assert "Nguyễn Thị Ánh Tuyết" in at_work.said()


def test_the_paper_is_beside_its_form_and_follows_what_is_typed(at_work: Counter) -> None:
    who_lacks_papers(at_work)
    keys, zone = at_work.keys, at_work.desktop.screen.reception.exits.letter

    keys.press(Qt.Key.Key_H, ALT)
    at_work.wait(zone.chips)
    keys.press(Qt.Key.Key_3)
    at_work.wait(zone.chips)
    keys.press(TAB)
    before = zone.grab().toImage()
    keys.type("ngoai tham quyen")
    at_work.wait(lambda: zone.grab().toImage() != before)

    assert at_work.dossiers() == []
    assert at_work.desk.store.queries.office_entries("GuidanceGiven") == []
