"""A citizen comes back with what was asked for, two certified copies and their file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from reportlab.pdfgen.canvas import Canvas

from station.domain.dossier import DossierStatus
from tests.ui.test_window_files import received_with_files
from tests.ui.window_counter import Counter
from tests.ui.window_keys import ALT, CTRL

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def choose(counter: Counter, file: Path) -> None:
    (dialog,) = counter.desktop.screen.window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    counter.come_back()


def test_what_came_is_kept_with_its_file_and_can_be_seen(at_work: Counter, tmp_path: Path) -> None:
    dossier, keys = received_with_files(at_work, tmp_path), at_work.keys
    at_work.desk.life_cycle.supplement(dossier.code, [(1, "chưa ký")], reason="Thiếu chữ ký")
    canvas = Canvas(str(tmp_path / "ky-lai.pdf"))
    canvas.drawString(72, 72, "signed now")
    canvas.save()
    (tmp_path / "khong-phai.pdf").write_bytes(b"no PDF at all")
    at_work.scan(dossier.code)
    at_work.wait_for("Chờ bổ sung lần 1")

    keys.press(Qt.Key.Key_F, ALT)
    at_work.wait_for("Chính: 1")
    keys.press(Qt.Key.Key_F, ALT)
    choose(at_work, tmp_path / "khong-phai.pdf")
    at_work.wait_for("(FIL-004)")
    keys.press(Qt.Key.Key_F, ALT)
    choose(at_work, tmp_path / "ky-lai.pdf")
    at_work.wait_for("ky-lai.pdf · 1 trang")
    at_work.focus_on("Giấy 1: số bản")
    for key in (Qt.Key.Key_0, Qt.Key.Key_Right, Qt.Key.Key_2):
        keys.press(key)
    keys.press(ESC)
    keys.press(Qt.Key.Key_F, ALT)
    at_work.wait_for("Chứng thực: 2")
    (tmp_path / "ky-lai.pdf").unlink()  # the citizen took the stick back
    keys.press(ENTER, CTRL)
    at_work.wait_for("Nhận bổ sung: đã ghi")

    (after,) = at_work.dossiers()
    row = after.documents[0]
    assert after.status is not DossierStatus.WAITING_SUPPLEMENT
    assert (row.originals, row.certified_copies, len(row.files)) == (1, 2, 2)
    keys.press(Qt.Key.Key_1, ALT)
    keys.press(ENTER)
    at_work.wait_for("1. Tệp 1 · Tờ khai")
