"""A card or a code read anywhere in the window leads to what comes next."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from local_store.signing_key import StationSigningKey
from station.domain.ids import DossierCode
from station.domain.reader_test import READER_TEST_TEXT
from station.domain.slip_code import SlipFacts, sign_slip
from tests.ui.window_counter import CARD, OTHER_CARD, Counter, receive
from tests.ui.window_keys import ALT, CTRL, SHIFT, read_card
from ui.desktop.frame.view_model import Place


def test_a_card_read_anywhere_begins_a_reception(at_work: Counter) -> None:
    read_card(CARD)
    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Hồ sơ của quầy")

    read_card(OTHER_CARD)

    at_work.wait_for("Trần Văn Bình")
    assert "2: Trần Văn Bình, chưa tiếp nhận" in at_work.said()


def test_every_code_leads_to_what_comes_next_from_any_page(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    code = at_work.dossiers()[0].code
    at_work.keys.press(Qt.Key.Key_0, CTRL)

    at_work.scan("https://example.org/035199012345")
    at_work.wait_for("Địa chỉ web")
    at_work.keys.press(Qt.Key.Key_S, ALT)
    assert QApplication.clipboard().text() == "https://example.org/035199012345"
    at_work.keys.press(Qt.Key.Key_Escape)
    assert "Địa chỉ web" not in at_work.said()

    at_work.scan(code)
    at_work.wait_for(f"{code[-4:]}  NGUYỄN THỊ ÁNH TUYẾT")
    at_work.scan(READER_TEST_TEXT.replace("ễ", ""))
    at_work.wait_for("Chữ sai: ễ")


def test_a_code_that_is_found_behind_the_lock_takes_no_key(at_work: Counter) -> None:
    """The password would be typed into the dossier, and Enter would do its next act."""
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    code, screen = at_work.dossiers()[0].code, at_work.desktop.screen

    at_work.scan(code)
    at_work.keys.press(Qt.Key.Key_F12)
    at_work.session._one.see_dossier(code)  # as whatever answers late might
    at_work.keys.type("Mot-cua")

    assert screen.lock.first_focus().hasFocus()
    at_work.keys.type("-2026!")
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait(screen.frame.isVisible)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("TMC:SHELF:K2-07", "Ngăn K2-07"),
        ("TMC:TICKET:012", "Vé số 012"),
        ("TMC:BADGE:QUAY3", "Thẻ cán bộ QUAY3"),
        ("TMC:SEPARATOR:ROW-3", "Tờ phân cách ROW-3"),
        ("0201003140100", "Mã hàng hoá"),
    ],
)
def test_a_code_without_a_use_here_says_what_it_is_over_any_page(
    at_work: Counter, text: str, title: str
) -> None:
    frame = at_work.desktop.screen.frame
    for place in (Place.HOME, Place.RECEPTION, Place.LIST, Place.LOG):
        frame.place_wanted.emit(place)
        at_work.scan(text)
        at_work.wait_for(title)
        at_work.keys.press(Qt.Key.Key_S, ALT)
        assert QApplication.clipboard().text() == text.rpartition(":")[2]
        at_work.keys.press(Qt.Key.Key_Escape)
        assert title not in at_work.said()


def test_a_slip_opens_its_dossier_from_every_page_that_has_no_use_for_it(
    at_work: Counter,
) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    code = at_work.dossiers()[0].code
    due_at = at_work.desk.dossier(code).due_at
    assert due_at is not None
    slip = sign_slip(
        SlipFacts(
            dossier_code=DossierCode.parse(code),
            version=1,
            counter=3,
            due_at=due_at,
        ),
        StationSigningKey.of(at_work.desk.store.secrets).sign,
    )
    frame = at_work.desktop.screen.frame
    for place in (Place.RECEPTION, Place.LIST, Place.CATALOGUE, Place.PREVIEW, Place.DOSSIER):
        frame.place_wanted.emit(place)
        at_work.scan(slip)
        at_work.wait(at_work.desktop.screen.dossier.isVisible)
        at_work.wait_for(f"{code[-4:]}  NGUYỄN THỊ ÁNH TUYẾT")
    for place, page in (
        (Place.RESULTS, at_work.desktop.screen.results),
        (Place.HAND_OVER, at_work.desktop.screen.hand_over),
        (Place.TILL, at_work.desktop.screen.till),
    ):  # these have: what is done with the dossier there
        frame.place_wanted.emit(place)
        at_work.scan(slip)
        at_work.wait(page.isVisible)
        at_work.wait_for(code[-4:])
        assert not at_work.desktop.screen.dossier.isVisible()


def test_a_shelf_is_filled_in_at_the_results_desk(at_work: Counter) -> None:
    receive(at_work)
    code = at_work.dossiers()[0].code
    at_work.desk.life_cycle.forward([code])
    at_work.desktop.screen.frame.place_wanted.emit(Place.RESULTS)
    at_work.scan(code)
    at_work.wait_for("Để vào kệ")

    at_work.scan("tmc:shelf:k2-07")

    at_work.wait_for("K2-07")
    assert "Ngăn K2-07" not in at_work.said()


def test_the_readers_test_page_is_printed_by_two_keys(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F1, SHIFT)
    at_work.wait_for("Trang thử đầu đọc · dau-doc")
    at_work.wait(lambda: at_work.desktop.screen.preview.isEnabled())
    at_work.keys.press(Qt.Key.Key_F9)

    at_work.wait_for("Đã in")


@pytest.fixture
def patience(at_work: Counter) -> QTimer:
    """The clock that runs from the moment a citizen sat down; tests let its time be over."""
    clocks = at_work.desktop.screen.frame.codes.findChildren(QTimer)
    (clock,) = (clock for clock in clocks if clock.isSingleShot())
    return clock


def test_typing_is_offered_when_eight_seconds_brought_no_card(
    at_work: Counter, patience: QTimer
) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    assert (patience.isActive(), patience.interval()) == (True, 8_000)
    at_work.focus_on("Điện thoại")

    patience.timeout.emit()

    at_work.wait_for("Chưa đọc được thẻ. Gõ số giấy tờ vào ô đầu tiên")
    at_work.wait_for_focus("Số giấy tờ")


def test_the_offer_takes_no_key_from_who_types_already(at_work: Counter, patience: QTimer) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.keys.press(Qt.Key.Key_F4)
    at_work.keys.type("ket hon")
    typed_into = at_work.focused()

    patience.timeout.emit()

    at_work.wait_for("Chưa đọc được thẻ")
    assert at_work.focused() == typed_into


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_U, ALT)],
)
def test_the_offer_leaves_the_keys_where_the_officer_took_them(
    at_work: Counter, patience: QTimer, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    """The name of a procedure would be typed into the number, and a panel would close."""
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.wait_for_focus("Số giấy tờ")
    at_work.keys.press(key, held)
    at_work.wait(lambda: at_work.focused() != "Số giấy tờ")
    taken_to = at_work.focused()

    patience.timeout.emit()

    at_work.wait_for("Chưa đọc được thẻ")
    assert at_work.focused() == taken_to


def test_a_card_that_came_takes_the_offer_away(at_work: Counter, patience: QTimer) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.scan(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")

    assert not patience.isActive()
    assert "Chưa đọc được thẻ" not in at_work.said()


def test_a_locked_station_takes_no_code(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F12)
    at_work.wait_for("Máy đang khoá")

    at_work.scan("https://example.org")

    assert "Địa chỉ web" not in at_work.said()
