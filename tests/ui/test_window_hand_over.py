"""Folders leave the counter by keyboard: from Ctrl+B to the sealed list."""

from PySide6.QtCore import Qt

from station.domain.dossier import DossierStatus
from tests.ui.window_counter import OTHER_CARD, Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_one_folder_leaves_one_stays_with_its_reason_and_the_list_is_seen(
    at_work: Counter,
) -> None:
    receive(at_work)
    receive(at_work, OTHER_CARD)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    second, first = at_work.dossiers()
    keys = at_work.keys

    keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("2 bìa chờ chuyển")
    at_work.wait_for_focus("Quét bìa hồ sơ")
    keys.type(first.code[-4:])
    keys.press(ENTER)
    at_work.wait_for("Bỏ vào chồng.")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_L, ALT)
    at_work.wait_for_focus("Lý do")
    keys.press(Qt.Key.Key_Down)  # the first reason that the catalogue offers
    keys.press(ENTER)
    at_work.wait_for("Để lại 1")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: at_work.desk.dossier(first.code).status is DossierStatus.PROCESSING)
    at_work.wait_for("Hai liên đã in ra")
    (entry,) = at_work.desk.hand_over.lists()
    assert entry.folders == 1
    (sealed,) = at_work.desk.store.queries.office_entries("HandOverSealed")
    assert sealed.payload["left_behind"] == [f"{second.code}: đang ký số bản sao y"]
    assert at_work.desk.dossier(second.code).status is DossierStatus.RECEIVED

    keys.press(Qt.Key.Key_P, CTRL)
    at_work.wait_for("Danh sách bàn giao hồ sơ")
    at_work.wait_for(entry.number)
    keys.press(ESC)
    at_work.wait_for("1 bìa chờ chuyển")


def test_a_reader_puts_the_folder_onto_the_pile_and_everything_leaves(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = at_work.dossiers()
    at_work.keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("1 bìa chờ chuyển")

    at_work.scan(dossier.code)
    at_work.wait_for("Niêm phong được")
    at_work.scan(dossier.code)
    at_work.wait_for("đã quét lúc")
    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("Không có hồ sơ nào chờ bàn giao")
    assert at_work.desk.dossier(dossier.code).hand_overs
    at_work.wait_for_focus("Danh sách đã niêm phong")
    at_work.keys.press(ENTER)
    at_work.wait_for("Danh sách bàn giao hồ sơ")


def test_the_pile_and_the_count_stay_with_their_officer(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    keys = at_work.keys
    keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("1 bìa chờ chuyển")
    keys.press(Qt.Key.Key_A, ALT)
    at_work.wait_for("Niêm phong được")
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for_focus("Số tờ 500.000")
    keys.type("7")
    at_work.wait_for("3.500.000 đ")

    change_officer(at_work, "xa")
    keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("chưa quét bìa nào")
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("Chưa đếm")
    assert "3.500.000 đ" not in at_work.said()

    change_officer(at_work, "quay3")
    keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("Niêm phong được")
    keys.press(Qt.Key.Key_F8)
    at_work.wait_for("3.500.000 đ")


def test_a_list_comes_back_signed_and_a_folder_that_was_not_taken_waits_again(
    at_work: Counter,
) -> None:
    receive(at_work)
    receive(at_work, OTHER_CARD)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    keys = at_work.keys
    keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("2 bìa chờ chuyển")
    keys.press(Qt.Key.Key_A, ALT)
    at_work.wait_for("Niêm phong được")
    keys.press(ENTER, CTRL)
    at_work.wait_for("Hai liên đã in ra")
    at_work.wait_for_focus("Danh sách đã niêm phong")

    keys.press(Qt.Key.Key_K, ALT)
    at_work.wait_for_focus("Người ký nhận")
    keys.press(ENTER, CTRL)
    assert at_work.focused() == "Người ký nhận"  # nobody is named yet
    keys.type("Le Van Nam")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Space)  # the first folder was not taken
    at_work.focus_on("Vì sao không nhận")
    keys.press(Qt.Key.Key_Down)
    keys.press(ENTER, CTRL)

    at_work.wait_for("Le Van Nam đã ký nhận")
    at_work.wait_for("1 bìa chờ chuyển")
    (entry,) = at_work.desk.hand_over.lists()
    assert (entry.receiver, entry.not_taken) == ("Le Van Nam", 1)
    (signed,) = at_work.desk.store.queries.office_entries("HandOverSigned")
    code, reason = signed.payload["not_taken"][0].split(": ")
    assert reason == "bìa thiếu giấy so với danh sách"
    assert at_work.desk.dossier(code).status is DossierStatus.RECEIVED
    others = [dossier for dossier in at_work.dossiers() if dossier.code != code]
    assert [dossier.hand_overs[-1].taken_by for dossier in others] == ["Le Van Nam"]

    keys.press(Qt.Key.Key_K, ALT)
    at_work.wait_for("đã được Le Van Nam ký nhận")
