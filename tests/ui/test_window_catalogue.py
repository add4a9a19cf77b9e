"""A catalogue is opened, looked at and put in force by keyboard, from Ctrl+D."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from station.catalogue.built_in import SAMPLE_PACK
from station.catalogue.signing import SIGNATURE_SUFFIX, sign
from tests.ui.window_counter import Counter, change_officer
from tests.ui.window_keys import ALT, CTRL

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ISSUER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ISSUER_KEY = ISSUER.public_key().public_bytes_raw().hex()


def a_newer_sample(folder: Path) -> Path:
    pack = json.loads((files("station.catalogue") / "packs" / SAMPLE_PACK).read_bytes())
    pack["version"] = "2027"
    pack["procedures"] = [p for p in pack["procedures"] if p["code"] != "1.000656"]
    path = folder / "moi.json"
    path.write_text(json.dumps(pack), encoding="utf-8")
    return path


def open_pack(at: Counter, path: Path) -> None:
    at.keys.press(Qt.Key.Key_D, CTRL)
    at.wait_for("Danh mục đã nhập")
    at.keys.press(Qt.Key.Key_F, ALT)
    at.wait(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    at.keys.type(str(path))
    at.keys.press(ENTER)
    at.wait_for("bỏ 1")
    at.come_back()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_an_officer_sees_what_a_pack_changes_and_the_administrator_puts_it_in_force(
    at_work: Counter, tmp_path: Path
) -> None:
    """N25: the difference is seen before anything is in force."""
    path = a_newer_sample(tmp_path)
    open_pack(at_work, path)
    at_work.wait_for("Trưởng bộ phận hoặc quản trị")
    at_work.keys.press(ENTER, CTRL)
    at_work.keys.press(ESC)
    at_work.wait_for("Chưa mở tệp danh mục nào")
    before = len(at_work.desk.catalogue.packs())

    change_officer(at_work, "admin")
    open_pack(at_work, path)
    at_work.keys.press(ENTER, CTRL)

    at_work.wait_for("vào sử dụng, từ")
    packs = at_work.desk.catalogue.packs()
    assert len(packs) == before + 1
    assert packs[-1].imported_by == "admin"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_the_administrator_trusts_a_key_takes_its_pack_and_retires_it(
    at_work: Counter, tmp_path: Path
) -> None:
    path = a_newer_sample(tmp_path)
    path.with_name(path.name + SIGNATURE_SUFFIX).write_bytes(sign(path.read_bytes(), ISSUER))
    change_officer(at_work, "admin")
    keys = at_work.keys
    keys.press(Qt.Key.Key_D, CTRL)
    at_work.wait_for("Danh mục đã nhập")

    keys.press(Qt.Key.Key_K, ALT)
    at_work.wait_for("Chưa có khoá nào")
    keys.press(Qt.Key.Key_T, ALT)
    at_work.wait_for_focus("Của ai")
    keys.type("So Tu phap")
    keys.press(ENTER)
    keys.type(ISSUER_KEY[:-1])
    at_work.wait_for("đã gõ 63")
    keys.press(ENTER, CTRL)
    at_work.wait_for_focus("Khoá")
    assert at_work.desk.catalogue.signers() == ()
    keys.type(ISSUER_KEY[-1])
    keys.press(ENTER, CTRL)
    at_work.wait_for("Từ nay nhận gói ký bằng khoá")

    keys.press(Qt.Key.Key_K, ALT)
    open_pack(at_work, path)
    keys.press(ENTER, CTRL)
    at_work.wait_for("vào sử dụng, từ")
    at_work.wait_for("ký số: So Tu phap")
    assert at_work.desk.catalogue.packs()[-1].signed_by == ISSUER_KEY

    keys.press(Qt.Key.Key_K, ALT)
    at_work.wait_for("1 khoá.")
    keys.press(Qt.Key.Key_X, ALT)
    at_work.wait_for("Danh mục đang dùng vẫn giữ")
    keys.press(ENTER, CTRL)
    at_work.wait_for("Thôi nhận gói ký bằng khoá")
    assert at_work.desk.catalogue.signers() == ()
    keys.press(ESC)
    at_work.wait_for("khoá không còn tin cậy")
