"""N1, N2, N8 and N23 of the day's list, each in the program's own window from its keys on."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QWidget

from devices.readers import camera
from devices.samples.id_card import draw_sample_id_card
from station.domain.dossier import DossierStatus
from station.domain.id_card import FieldSource
from station.domain.processing import ResultPaper
from station.usecases.return_result import TakeResultIn
from tests.ui.window_counter import CARD, SPACE, Counter, accept_for_applicant
from tests.ui.window_keys import CTRL, read_card
from ui.desktop.codes import box
from ui.settings import FILE

ENTER, END, F2 = Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_F2
NUMBER, NAME = "035199012345", "Nguyễn Thị Ánh Tuyết"


def test_n1_a_worn_code_a_garbled_one_and_the_word_that_is_typed_anew(
    at_work: Counter, tmp_path: Path
) -> None:
    at_work.keys.press(F2)
    at_work.desktop.screen.reception.applicant.take_brought(worn_card(tmp_path))
    at_work.wait_for("Thấy mã QR nhưng")
    assert NUMBER not in at_work.said()

    at_work.scan(CARD.replace("Ánh", "\ufffdnh"))

    at_work.wait_for(NUMBER)
    assert "so với thẻ: \ufffdnh" in at_work.marks()
    at_work.focus_on("Họ tên")
    at_work.keys.press(Qt.Key.Key_A, CTRL)
    at_work.keys.type("Nguyen Thi Anh Tuyet")
    assert "so với thẻ" not in at_work.marks()
    accept_for_applicant(at_work)
    at_work.wait(lambda: len(at_work.dossiers()) == 1)
    (dossier,) = at_work.dossiers()
    assert dossier.submitter.person.sources["full_name"] is FieldSource.TYPED
    assert dossier.submitter.person.sources["date_of_birth"] is FieldSource.QR
    assert dossier.submitter.person.doubtful == {}


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "PATIENCE_MS", 1)


def test_n1_without_a_reading_typing_is_offered_where_the_number_goes(
    no_patience: None, at_work: Counter
) -> None:
    at_work.keys.press(F2)

    at_work.wait_for("Gõ số giấy tờ")
    at_work.wait_for_focus("Số giấy tờ")


@pytest.fixture
def held_camera(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator["subprocess.Popen[bytes]"]:
    """A counter whose camera another program has opened."""
    settings = json.loads((home / FILE).read_text(encoding="utf-8"))
    settings["devices"] = [one for one in settings["devices"] if one["role"] != "id_reader"] + [
        {"name": "Máy ảnh quầy", "role": "id_reader", "driver": "camera", "address": "0"}
    ]
    (home / FILE).write_text(json.dumps(settings), encoding="utf-8")
    monkeypatch.setattr(camera, "_DEVICES", tmp_path)
    (tmp_path / "video0").touch()
    holds = "import sys; held = open(sys.argv[1]); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holds, str(tmp_path / "video0")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        yield other
        other.communicate()


def test_n2_a_camera_that_another_program_has_is_named_and_the_reader_and_keys_go_on(
    held_camera: "subprocess.Popen[bytes]", at_work: Counter
) -> None:
    at_work.wait_for("chương trình khác đang dùng")
    at_work.keys.press(Qt.Key.Key_O, CTRL)
    at_work.wait_for("Máy ảnh quầy:")
    at_work.wait_for("Đóng chương trình khác đang mở máy ảnh hoặc cổng này (Zalo, trình duyệt).")

    at_work.keys.press(F2)
    read_card(CARD)
    accept_for_applicant(at_work)

    at_work.wait(lambda: len(at_work.dossiers()) == 1)


def test_n8_without_a_paper_the_number_is_typed_and_the_paper_is_seen_before_the_return(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    keys.press(F2)
    at_work.wait_for_focus("Số giấy tờ")
    keys.type(NUMBER)
    at_work.focus_on("Họ tên")
    keys.type("Nguyen Thi Tuyet")
    at_work.focus_on("Loại giấy tờ")
    keys.press(END)
    accept_for_applicant(at_work)
    at_work.wait(lambda: len(at_work.dossiers()) == 1)
    (dossier,) = at_work.dossiers()
    paper = dossier.submitter.person.id_document
    assert paper is not None
    assert (paper.presented, paper.read_from) == (False, FieldSource.TYPED)

    life = at_work.desk.life_cycle
    life.forward([dossier.code])
    results = (ResultPaper(name="Giấy xác nhận", number="12/UBND"),)
    life.arrive(dossier.code, TakeResultIn(shelf="K2-07", results=results))
    keys.press(Qt.Key.Key_L, CTRL)
    at_work.wait_for("Dòng 1/1")
    keys.press(ENTER)
    at_work.wait_for("Giấy xác nhận – 12/UBND")
    at_work.focus_on("Số giấy tờ đã xem")
    keys.type(NUMBER)
    at_work.wait_for("Lúc nộp chưa xuất trình bản chính giấy tờ tuỳ thân: quét thẻ")
    keys.press(ENTER, CTRL)
    assert at_work.dossiers()[0].status is DossierStatus.RESULT_READY

    read_card(CARD)
    at_work.wait_for_focus("Giấy tờ đưa cho người nhận")
    keys.press(SPACE)
    at_work.wait_for("Đủ điều kiện trả.")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: at_work.dossiers()[0].status is DossierStatus.RETURNED)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (CARD.replace("|Nữ|", "|Nam|"), "khác số thẻ"),
        (CARD.replace("|05031999|", "|05031989|"), "số thẻ: 1999"),
        (CARD, "hết hạn 05/03/2024"),
    ],
    ids=["sex", "year", "expired"],
)
def test_n23_a_card_that_contradicts_itself_is_amber_and_the_officer_decides(
    at_work: Counter, text: str, mark: str
) -> None:
    at_work.keys.press(F2)
    at_work.scan(text)
    at_work.wait_for(NUMBER)
    assert mark in described(at_work)

    accept_for_applicant(at_work)

    at_work.wait(lambda: len(at_work.dossiers()) == 1)


def described(at: Counter) -> list[str]:
    """Give what a screen reader says of the controls beside their names."""
    widgets = at.desktop.screen.reception.applicant.findChildren(QWidget)
    return [widget.accessibleDescription() for widget in widgets if widget.isVisible()]


def worn_card(folder: Path) -> QMimeData:
    file = folder / "card.jpg"
    (folder / "whole.jpg").write_bytes(draw_sample_id_card())
    Image.open(folder / "whole.jpg").filter(ImageFilter.GaussianBlur(5)).save(file)
    brought = QMimeData()
    brought.setUrls([QUrl.fromLocalFile(str(file))])
    return brought
