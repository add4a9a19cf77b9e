"""The whole window, by keyboard only, on a real encrypted store and simulated printers."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from station.domain.procedure import ProcessingTime, TimeUnit
from station.ports.outbox import EventCounts
from tests.ui.window_counter import (
    CARD,
    DOWN,
    OTHER_CARD,
    PASSWORD,
    SPACE,
    Counter,
    change_officer,
    receive,
)
from tests.ui.window_keys import ALT, CTRL, read_card
from ui import composition, gateway
from ui.desktop.reception.view_model import ChosenProcedure, Procedure
from ui.settings import FILE


def test_a_card_three_papers_and_cash_take_at_most_25_keys(at_work: Counter, home: Path) -> None:
    at_work.keys.pressed = 0

    receive(at_work)

    assert at_work.keys.pressed <= 25
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = at_work.dossiers()
    assert dossier.submitter.name == "Nguyễn Thị Ánh Tuyết"
    assert dossier.submitter.number == "035199012345"
    assert [d.index for d in dossier.documents if d.handed_in] == [1, 2, 4]
    assert [payment.change_vnd for payment in dossier.payments] == [5_000]
    assert sorted(done.form for done in dossier.prints) == ["01", "receipt"]
    (slip,) = (home / "printed").glob("*.pdf")
    assert slip.name == f"{dossier.code}-a5.pdf"
    assert slip.read_bytes().startswith(b"%PDF-")
    assert len(list((home / "printed").glob("*.bin"))) == 1


def test_a_procedure_that_was_chosen_leaves_the_keys_where_the_officer_went(
    at_work: Counter,
) -> None:
    page, keys = at_work.desktop.screen.reception, at_work.keys
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    at_work.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_1, ALT)
    at_work.wait_for("Tờ khai cấp Giấy xác nhận")
    page.go_on()

    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.applicant.isAncestorOf(focus)


def test_a_procedure_with_cases_asks_for_the_case_first(at_work: Counter) -> None:
    page = at_work.desktop.screen.reception
    cases = (("in-time", "Đúng hạn"), ("late", "Quá hạn"))
    at_work.keys.press(Qt.Key.Key_F4)
    page.show_procedure(
        Procedure(
            chosen=ChosenProcedure(
                code="1.001193",
                name="Đăng ký khai sinh",
                field="Hộ tịch",
                agency="UBND cấp xã",
                processing_time=ProcessingTime(1, TimeUnit.WORKING_DAY),
                catalogue="mau 1",
                cases=cases,
                case="in-time",
            )
        )
    )

    page.go_on()

    assert at_work.focused() == "Trường hợp: Đúng hạn"


def test_after_a_dossier_the_page_is_ready_for_the_next_and_the_window_knows_of_it(
    at_work: Counter,
) -> None:
    receive(at_work)
    (dossier,) = at_work.dossiers()

    at_work.wait_for(f"Đã nhận {dossier.code}")
    at_work.wait_for("Còn 99 số")
    at_work.wait_for("4 chờ gửi")
    assert "Chưa có họ tên người nộp" in at_work.said()

    at_work.keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for(f"{dossier.code} · Nguyễn Thị Ánh Tuyết")


def test_the_accepting_key_held_or_pressed_twice_accepts_once(at_work: Counter) -> None:
    receive(at_work)
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")

    assert len(at_work.dossiers()) == 1


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_a_pdf_is_attached_by_keyboard_and_kept_encrypted(at_work: Counter, tmp_path: Path) -> None:
    page = tmp_path / "to-khai.pdf"
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(420, 595).close()
    pdf.new_page(420, 595).close()
    pdf.save(page)
    pdf.close()
    keys = at_work.keys
    read_card(CARD)
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    at_work.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Tờ khai cấp Giấy xác nhận")

    keys.press(Qt.Key.Key_F, ALT)
    at_work.wait(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    keys.type(str(page))
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for("1 chính")
    at_work.come_back()
    keys.press(Qt.Key.Key_3, ALT)
    for key in (DOWN, DOWN, DOWN, SPACE):
        keys.press(key)
    keys.press(Qt.Key.Key_F8)
    keys.type("15000")
    at_work.wait_for("Đủ điều kiện tiếp nhận.")
    keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait(lambda: len(at_work.dossiers()) == 1)

    (file,) = at_work.dossiers()[0].documents[0].files
    assert file.pages == 2
    assert at_work.desk.store.vault.get(file.sha256) == page.read_bytes()


def test_the_lock_keeps_the_work_and_a_card_does_not_land_in_the_password(
    at_work: Counter,
) -> None:
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    at_work.keys.press(Qt.Key.Key_E, ALT)
    at_work.wait_for_focus("Email người nộp")
    at_work.keys.type("tuyet")

    at_work.keys.press(Qt.Key.Key_F12)
    at_work.wait_for("Máy đang khoá")
    assert "Nguyễn Thị Ánh Tuyết" not in at_work.said()
    assert "1 hồ sơ đang mở được giữ nguyên" in at_work.said()
    read_card(OTHER_CARD)
    at_work.keys.type(PASSWORD)
    at_work.keys.press(Qt.Key.Key_Return)

    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    assert "Trần Văn Bình" not in at_work.said()
    at_work.wait_for_focus("Email người nộp")  # the panel that was open is open again
    at_work.keys.type("@x.vn")
    at_work.wait(lambda: at_work.session._drafts.current.applicant.person.email == "tuyet@x.vn")


def test_a_badge_at_sign_in_leaves_the_password_to_be_typed(counter: Counter) -> None:
    """D1: the name is filled in, in the place of another; what was typed as a password is gone."""
    counter.keys.type("xa")
    counter.keys.press(Qt.Key.Key_Return)
    counter.keys.type("sai")
    counter.scan("TMC:BADGE:QUAY3")

    counter.keys.type(PASSWORD)
    counter.keys.press(Qt.Key.Key_Return)

    counter.wait_for("Trần Thị Hạnh")


def test_a_wrong_password_opens_nothing(counter: Counter) -> None:
    counter.sign_in("quay3", "wrong")

    counter.wait(lambda: "còn 4 lần" in counter.marks())
    assert counter.desktop.session is None


def test_drafts_stay_with_their_officer_when_another_one_signs_in(at_work: Counter) -> None:
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    first = at_work.session

    change_officer(at_work, "xa")
    assert at_work.session is not first
    assert "Nguyễn Thị Ánh Tuyết" not in at_work.said()

    change_officer(at_work, "quay3")
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")


def test_a_printer_that_fails_is_said_plainly_and_tried_again_by_a_key(
    at_work: Counter, home: Path
) -> None:
    at_work.wait(lambda: (home / "printed").is_dir())
    (home / "printed").rmdir()
    (home / "printed").write_text("in the way")
    receive(at_work)

    at_work.wait_for("Chưa in được phiếu:")
    assert at_work.dossiers()[0].prints == ()

    (home / "printed").unlink()
    at_work.keys.press(Qt.Key.Key_R, CTRL)

    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    assert len(at_work.dossiers()[0].prints) == 2


@pytest.fixture
def silent_roll(home: Path) -> Path:
    """Give the file of a receipt printer that answers no question; it is set up in the home."""
    roll = home / "lp0"
    settings = json.loads((home / FILE).read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "receipt_printer":
            device |= {"name": "Máy in nhiệt", "driver": "file", "address": str(roll)}
    (home / FILE).write_text(json.dumps(settings), encoding="utf-8")
    return roll


def test_of_a_printer_that_tells_nothing_the_officer_is_asked_once(
    silent_roll: Path, at_work: Counter
) -> None:
    roll = silent_roll
    receive(at_work)
    at_work.wait_for("“Máy in nhiệt” không báo lại: phiếu của")
    roll.unlink()

    at_work.keys.press(Qt.Key.Key_O, ALT)  # not there: it is sent once more
    at_work.wait(roll.exists)
    at_work.wait_for("đã ra chưa?")
    at_work.keys.press(Qt.Key.Key_Y, ALT)
    at_work.wait_for("Phiếu đã in ra")
    receive(at_work, OTHER_CARD)
    at_work.wait(lambda: len(at_work.dossiers()[0].prints) == 2)

    told = [one.told_by for dossier in at_work.dossiers() for one in dossier.prints]
    assert sorted(told) == ["nobody", "officer", "printer", "printer"]


def test_the_slip_is_seen_as_it_prints_and_esc_goes_back(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")

    at_work.keys.press(Qt.Key.Key_P, CTRL)
    at_work.wait_for("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
    at_work.wait_for("Đã in\n1 lần")
    at_work.keys.press(Qt.Key.Key_F9)
    at_work.wait_for_focus("Bản trước in hỏng")
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Đã in\n2 lần")
    assert at_work.dossiers()[0].prints[-1].reason == "Bản trước in hỏng"
    at_work.keys.press(Qt.Key.Key_Escape)

    at_work.wait_for("Chưa có họ tên người nộp")
    assert len(at_work.dossiers()[0].prints) == 3


def test_a_dossier_is_found_from_anywhere(at_work: Counter) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")

    at_work.keys.press(Qt.Key.Key_F3)
    at_work.keys.type("anh tuyet")
    at_work.wait_for("khớp “anh tuyet”")
    at_work.keys.press(Qt.Key.Key_Return)

    at_work.wait_for("NGUYỄN THỊ ÁNH TUYẾT")
    at_work.wait_for("Việc kế: bàn giao.")


def test_what_is_received_reaches_the_province_by_itself(
    at_work: Counter, home: Path, tmp_path: Path
) -> None:
    with gateway.start_gateway(tmp_path / "gateway") as server:
        code = server.issue_enrolment_code(
            agency="000.00.17.H25", station_number=3, number_range=(300, 399)
        )
        with composition.sign_in(home, "admin", PASSWORD) as admin:
            admin.enrol(server.base_url, code)
        at_work.keys.press(Qt.Key.Key_F5)
        at_work.wait_for("Có mạng")

        receive(at_work)

        everything = EventCounts(waiting=0, sent=4, refused=0)
        at_work.wait(lambda: at_work.desk.store.outbox.status().events == everything)
        at_work.wait_for("Đã gửi hết")
        (dossier,) = at_work.dossiers()
        assert at_work.desk.province.dossier(dossier.code) is not None
    at_work.keys.press(Qt.Key.Key_F5)
    at_work.wait_for("Mất mạng từ")


def test_a_bug_in_the_window_is_said_and_written_down(
    at_work: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    error = RuntimeError("a slip of ours")

    at_work.desktop.report_bug(RuntimeError, error, None)

    at_work.wait_for("station-bug-")
    (diagnostics,) = tmp_path.glob("station-bug-*.txt")
    assert "a slip of ours" not in diagnostics.read_text()


def test_the_sign_in_window_loads_nothing_heavy(made_home: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from ui.desktop.app import Desktop; from ui.settings import FILE, read_settings;"
        "app = QApplication([]); home = Path(sys.argv[1]);"
        "desktop = Desktop(app, home, read_settings(home), 'vi'); desktop.open();"
        "app.processEvents(); desktop.close(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(made_home)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    heavy = {"cv2", "numpy", "reportlab", "PIL", "pypdfium2", "requests", "sqlalchemy", "rapidfuzz"}
    assert heavy & set(done.stdout.split()) == set()
