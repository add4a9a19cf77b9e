"""The office's forms by keyboard: a file is opened, looked at, refused by name, put in force."""

import json
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import Counter
from tests.ui.window_keys import ALT, CTRL
from ui.desktop.gallery.scan import drawn_page
from ui.desktop.kit.tone import Tone
from ui.desktop.templates.page import TemplatesPage
from ui.desktop.templates.view_model import FormLine, TemplatesSheet
from ui.settings import read_settings

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
OPEN_QUIETLY = "does not support (raise|grabbing the keyboard)"


def to_forms(at: Counter, name: str) -> None:
    at.sign_in(name)
    at.wait_for("Còn 100 số")
    at.keys.press(Qt.Key.Key_Comma, CTRL)
    at.wait_for("Hiển thị")
    at.keys.press(Qt.Key.Key_M, ALT)
    at.wait_for_focus("Mẫu giấy")


def choose(at: Counter, key: Qt.Key, path: Path) -> None:
    at.keys.press(key, ALT)
    at.wait(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    at.keys.type(str(path))
    at.keys.press(ENTER)
    at.wait(lambda: not isinstance(QApplication.activeWindow(), QFileDialog))
    at.come_back()


def a_file(folder: Path, name: str, **change: object) -> Path:
    path = folder / name
    path.write_text(json.dumps({"changes": [change]}), encoding="utf-8")
    return path


@pytest.mark.qt_log_ignore(OPEN_QUIETLY, extend=True)
def test_the_administrator_opens_a_file_of_forms_sees_it_and_puts_it_in_force(
    counter: Counter, home: Path, tmp_path: Path
) -> None:
    to_forms(counter, "admin")
    counter.wait_for("Đang dùng: mẫu có sẵn")
    counter.wait_for("Giấy hẹn, 3 trang")

    lacking = a_file(tmp_path, "thieu.json", paper="refusal", without=["reason"])
    choose(counter, Qt.Key.Key_F, lacking)
    counter.wait_for("PAP-012")
    assert "thieu.json" not in counter.said()

    good = a_file(tmp_path, "dung.json", paper="refusal", title=["PHIẾU TỪ CHỐI CỦA PHƯỜNG"])
    choose(counter, Qt.Key.Key_F, good)
    counter.wait_for("Đang xem tệp dung.json")
    counter.wait_for("Từ chối tiếp nhận, 1 trang")
    assert not (home / "papers.json").exists()
    counter.keys.press(ENTER, CTRL)

    counter.wait_for("Đã đưa dung.json vào sử dụng")
    counter.wait_for("Đang dùng: mẫu của cơ quan")
    assert (home / "papers.json").read_bytes() == good.read_bytes()
    counter.keys.press(Qt.Key.Key_X, ALT)
    counter.wait_for("Dùng lại mẫu có sẵn")
    assert not (home / "papers.json").exists()
    counter.keys.press(ESC)
    counter.wait_for("Hiển thị")


@pytest.mark.qt_log_ignore(OPEN_QUIETLY, extend=True)
def test_the_administrator_chooses_a_logo_and_writes_the_head_of_papers(
    counter: Counter, home: Path, tmp_path: Path
) -> None:
    emblem = Image.new("RGB", (300, 300), "white")
    emblem.paste("darkred", (90, 90, 210, 210))
    emblem.save(tmp_path / "hinh.png")
    Image.new("RGB", (300, 300), "navy").save(tmp_path / "mot-mau.png")
    to_forms(counter, "admin")
    counter.wait_for("Chưa có biểu trưng")

    choose(counter, Qt.Key.Key_L, tmp_path / "mot-mau.png")
    counter.wait_for("hình chỉ có một màu")
    choose(counter, Qt.Key.Key_L, tmp_path / "hinh.png")
    counter.wait_for("Đã đặt biểu trưng")
    counter.wait_for("Có biểu trưng")

    counter.focus_on("Dòng đầu giấy")
    counter.keys.press(Qt.Key.Key_A, CTRL)
    counter.keys.type("UBND tinh / So Tu phap")
    counter.keys.press(ENTER)
    counter.wait_for("Đã đổi dòng đầu giấy")
    office = read_settings(home).offices[0]
    assert office.header_lines == ("UBND tinh", "So Tu phap")
    assert office.logo


def test_a_broken_file_is_said_on_the_page_and_the_program_is_open(
    counter: Counter, home: Path
) -> None:
    (home / "papers.json").write_text("{", encoding="utf-8")

    to_forms(counter, "admin")

    counter.wait_for("Tệp mẫu hỏng, đang dùng mẫu có sẵn")
    counter.wait_for("PAP-015")


def test_an_officer_sees_the_forms_and_prints_one_as_a_preview(counter: Counter) -> None:
    to_forms(counter, "quay3")
    counter.wait_for("Quản trị đổi mẫu giấy, biểu trưng, dòng đầu.")

    counter.keys.press(Qt.Key.Key_Down)
    counter.wait_for("Yêu cầu bổ sung, 5 trang")
    counter.keys.press(Qt.Key.Key_F9)

    counter.wait_for("có dấu bản xem trước")


A_LINE = FormLine(
    name="Biên nhận trả kết quả",
    procedure="1.004873",
    own="tiêu đề; nội dung; bỏ email, phone",
    changes="nơi nhận; phần thêm (tiếng Anh, giai đoạn 2); thêm office_place",
)


@every_room
@pytest.mark.parametrize("opened", ["", "mau-giay-cua-phuong-quang-trung-ban-thang-11.json"])
def test_the_page_fits_every_window_and_cuts_no_button(
    qtbot: QtBot, room: Room, opened: str
) -> None:
    page = TemplatesPage()
    shown_in(room, page, qtbot)
    page.show_sheet(
        TemplatesSheet(
            lines=(A_LINE,) * 30,
            opened=opened,
            in_force="Tệp mẫu hỏng, đang dùng bản trước đó",
            head=("UBND tỉnh Ninh Bình", "UBND phường Quang Trung"),
            logo=drawn_page(),
            may_change=True,
            may_reset=True,
            fact="Tệp này đúng. Xem kỹ các mẫu nó đổi, rồi đưa vào sử dụng. Đổi 30 mẫu.",
            consequence="Dùng từ lần đăng nhập sau.",
            tone=Tone.OK,
        )
    )
    page.show_problem("Tệp mẫu giấy của cơ quan sai: không phải JSON. (PAP-015)")

    assert_nothing_is_cut(room, page)
