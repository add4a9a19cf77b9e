"""The results desk by keyboard: from Ctrl+L to what stands in the store."""

from pathlib import Path

from PySide6.QtCore import Qt

from station.domain.dossier import DossierStatus
from station.domain.processing import CollectorKind, ResultPaper
from station.usecases.reception_input import reception_from_plain
from station.usecases.return_result import TakeResultIn
from tests.builders import a_description
from tests.ui.window_counter import CARD, OTHER_CARD, Counter, receive
from tests.ui.window_keys import ALT, CTRL, read_card

SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


def with_result(counter: Counter) -> str:
    """Receive a dossier whose result then comes to its shelf; give its code."""
    form, paper = {"index": 1, "originals": 1}, {"index": 3, "originals": 1}
    shown = {"index": 4, "presented": 1}
    given = reception_from_plain(a_description(documents=[form, paper, shown]))
    dossier = counter.desk.receive(given, folder=Path()).dossier
    life = counter.desk.life_cycle
    life.forward([dossier.code])
    results = (ResultPaper(name="Giấy xác nhận", number="12/UBND"),)
    life.arrive(dossier.code, TakeResultIn(shelf="K2-07", results=results))
    return dossier.code


def status(counter: Counter) -> DossierStatus:
    (dossier,) = counter.dossiers()
    return dossier.status


def test_the_owner_gets_the_result_and_the_originals_by_keyboard(at_work: Counter) -> None:
    code = with_result(at_work)
    keys = at_work.keys

    keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait_for("1 kết quả chờ lấy")
    at_work.wait_for_focus("Tìm kết quả")
    keys.type("tuyet")
    at_work.wait_for(f"{code} · Nguyễn Thị Ánh Tuyết")
    keys.press(ENTER)
    at_work.wait_for("Giấy xác nhận – 12/UBND")
    read_card(CARD)
    at_work.wait_for_focus("Giấy tờ đưa cho người nhận")
    for _ in range(2):
        keys.press(SPACE)
    at_work.wait_for("Đủ điều kiện trả.")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: status(at_work) is DossierStatus.RETURNED)
    (dossier,) = at_work.dossiers()
    assert dossier.returned is not None
    assert dossier.returned.collector.kind is CollectorKind.OWNER
    assert dossier.returned.collector.id_number == "035199012345"
    (original,) = dossier.returned.originals_returned  # the form stays in the dossier
    assert original.name.startswith("Giấy xác nhận tình trạng hôn nhân đã cấp")
    at_work.wait_for("Giấy nhận đã in ra")

    keys.press(Qt.Key.Key_P, CTRL)
    at_work.wait_for("Giấy nhận kết quả")
    at_work.wait_for("Đã in\n1 lần")
    keys.press(ESC)
    keys.press(ENTER, CTRL)
    at_work.wait_for("Không có kết quả nào chờ lấy")


def test_a_stranger_is_refused_until_there_is_a_letter_and_nothing_typed_is_lost(
    at_work: Counter,
) -> None:
    """N16: the lawful ones are named; a letter and a card let another one collect, and are kept."""
    code = with_result(at_work)
    keys = at_work.keys
    keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait_for("1 kết quả chờ lấy")
    at_work.scan(code)
    at_work.wait_for("Giấy xác nhận – 12/UBND")

    read_card(OTHER_CARD)
    at_work.wait_for("Không trả cho người này")
    at_work.wait_for("Được nhận: chính chủ Nguyễn Thị Ánh Tuyết")
    keys.press(ENTER, CTRL)
    assert status(at_work) is DossierStatus.RESULT_READY

    keys.press(Qt.Key.Key_1, ALT)
    keys.press(Qt.Key.Key_Right)
    at_work.focus_on("Giấy uỷ quyền")
    keys.type("GUQ 12")
    keys.press(ESC)
    at_work.wait_for("Dòng 1/1")
    keys.press(ENTER)
    at_work.wait_for("Giấy xác nhận – 12/UBND")
    keys.press(ENTER, CTRL)  # leads to what is missing
    at_work.wait_for_focus("Giấy tờ đưa cho người nhận")
    keys.press(SPACE)
    keys.press(Qt.Key.Key_G, ALT)
    keys.press(Qt.Key.Key_M, ALT)
    at_work.wait_for("Đủ điều kiện trả.")
    keys.press(ENTER, CTRL)

    at_work.wait(lambda: status(at_work) is DossierStatus.RETURNED)
    (dossier,) = at_work.dossiers()
    assert dossier.returned is not None
    assert dossier.returned.collector.full_name == "Trần Văn Bình"
    assert dossier.returned.collector.authorisation == "GUQ 12"
    assert dossier.returned.slip_lost
    assert dossier.returned.note is not None
    assert dossier.returned.note.startswith("Lưu tại hồ sơ: ")


def test_a_result_that_has_come_is_scanned_and_put_on_its_shelf(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = at_work.dossiers()
    at_work.desk.life_cycle.forward([dossier.code])
    at_work.keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait_for("Không có kết quả nào chờ lấy")

    at_work.scan(dossier.code)
    at_work.wait_for_focus("Để vào kệ")
    at_work.keys.type("K2-07")
    at_work.keys.press(ENTER)

    at_work.wait_for("đã về quầy, kệ K2-07.")
    assert at_work.desk.dossier(dossier.code).shelf == "K2-07"
    at_work.wait_for("1 kết quả chờ lấy")


def test_a_dossier_without_a_result_says_so_and_leads_to_it(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = at_work.dossiers()
    at_work.keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait_for("Không có kết quả nào chờ lấy")

    at_work.keys.type("anh tuyet")
    at_work.keys.press(ENTER)
    at_work.wait_for("Chưa có kết quả:")
    at_work.press_button("Mở hồ sơ")

    at_work.wait_for("Việc kế: bàn giao.")
    assert dossier.returned is None
