"""The devices page by keyboard, from Ctrl+O: looked at, tried, printed on, read from."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from devices.readers import connected
from station.domain.reader_test import READER_TEST_TEXT
from tests import soft_token
from tests.signing_people import make_issuer, make_officer
from tests.ui.rooms import Room, assert_nothing_is_cut, every_room, shown_in
from tests.ui.window_counter import CARD, Counter
from tests.ui.window_keys import CTRL
from ui.desktop.devices.page import DevicesPage
from ui.desktop.devices.view_model import DeviceLine, DeviceSheet
from ui.desktop.kit.tone import Tone
from ui.settings import FILE, read_settings

ENTER, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up


def open_devices(at: Counter) -> None:
    at.keys.press(Qt.Key.Key_O, CTRL)
    at.wait_for_focus("Thiết bị của trạm")
    at.wait_for("Máy in A5 (mô phỏng):")


def test_every_device_is_seen_tried_and_printed_on(at_work: Counter, home: Path) -> None:
    open_devices(at_work)
    assert "không có máy thật" in at_work.said()

    at_work.keys.press(ENTER)
    at_work.wait_for("Máy in A5 (mô phỏng): sẵn sàng, trả lời sau")
    at_work.keys.press(Qt.Key.Key_F9)
    at_work.wait_for("trang in thử nằm trong thư mục của trạm")
    at_work.keys.press(DOWN)
    at_work.keys.press(Qt.Key.Key_F9)
    at_work.wait(lambda: list((home / "printed").glob("IN-THU-80mm-*.png")))

    assert list((home / "printed").glob("*.pdf"))


def test_cards_and_test_pages_are_tried_here_and_go_nowhere(at_work: Counter) -> None:
    open_devices(at_work)

    at_work.scan(CARD)

    at_work.wait_for("vừa đọc được: một thẻ")
    assert "Ánh Tuyết" not in at_work.said()
    at_work.scan(READER_TEST_TEXT)
    at_work.wait_for("Mọi chữ đều đúng")
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.wait_for_focus("Số giấy tờ")
    assert "Ánh Tuyết" not in at_work.said()


@pytest.mark.skipif(soft_token.library() is None, reason="SoftHSM2 is not installed")
def test_the_offices_token_is_found_and_set_up(
    at_work: Counter, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = soft_token.make_token(tmp_path / "token", {"rsa": make_officer(make_issuer())})
    for name, value in token.environment.items():
        monkeypatch.setenv(name, value)
    at_work.keys.press(Qt.Key.Key_O, CTRL)
    at_work.wait_for("thu: chưa thiết lập")

    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("Đã ghi thu.")
    kept = read_settings(home).token
    assert kept is not None
    assert kept.label == token.label
    assert Path(kept.library).samefile(token.library)  # p11-kit may name it another way


def test_a_reader_that_is_plugged_in_is_set_up(
    at_work: Counter, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [("serial", "HR22 COM", "usb:1eab:1a06")]
    monkeypatch.setattr(connected, "_serial_ports", lambda: iter(found))
    at_work.keys.press(Qt.Key.Key_O, CTRL)
    at_work.wait_for("HR22 COM:")

    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("Đã ghi HR22 COM")
    devices = json.loads((home / FILE).read_text(encoding="utf-8"))["devices"]
    assert devices[-1]["address"] == "usb:1eab:1a06"
    assert devices[-1]["driver"] == "serial"


A_LINE = DeviceLine(
    name="Máy quét hai mặt của phòng Tư pháp – Hộ tịch",
    label="Máy quét hai mặt của phòng Tư pháp – Hộ tịch",
    role="quét giấy tờ",
    means="mạng (eSCL)",
    state="chương trình khác đang dùng",
    tone=Tone.ERR,
    worked="09:10",
    steps=("Đóng chương trình khác đang mở máy ảnh hoặc cổng này (Zalo, trình duyệt).",) * 2,
    meanwhile="Vẫn tiếp nhận được; phiếu in nhiệt, hoặc lưu PDF rồi in sau.",
    prints=True,
)


@every_room
def test_the_page_fits_every_window_and_cuts_no_button(qtbot: QtBot, room: Room) -> None:
    page = DevicesPage()
    shown_in(room, page, qtbot)
    page.show_sheet(DeviceSheet(lines=(A_LINE,) * 9, summary="9 thiết bị, 9 cần xem"))
    page.show_problem("Máy in đang tắt. Hồ sơ đã nhận vẫn nguyên. Bật máy rồi thử lại. (DEV-021)")

    assert_nothing_is_cut(room, page)
