"""The support page: saved from any page by a key, with nobody's data in it."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.window_counter import Counter, receive
from tests.ui.window_keys import CTRL
from ui.diagnostics import write_diagnostics


def test_a_page_for_who_helps_is_saved_and_names_nobody(
    at_work: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    receive(at_work)
    try:
        raise KeyError("Nguyễn Thị Ánh Tuyết")
    except KeyError as error:
        write_diagnostics(error)
    file = tmp_path / "goi-ho-tro.txt"

    at_work.keys.press(Qt.Key.Key_F1, CTRL)
    (dialog,) = at_work.desktop.screen.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    at_work.wait_for("Đã lưu goi-ho-tro.txt")

    page = file.read_text(encoding="utf-8")
    assert at_work.desk.settings.station_id in page
    assert "Số hồ sơ còn: 99/100" in page
    assert "Máy in A5 (mô phỏng): page_printer" in page
    assert "builtins.KeyError" in page
    (dossier,) = at_work.dossiers()
    person = dossier.submitter.person
    assert person.id_document is not None
    for secret in (*person.full_name.split(), person.id_document.number, dossier.code, "quay3"):
        assert secret not in page
    assert str(Path.home()) not in page


def test_what_cannot_be_written_is_said_and_the_next_place_is_taken(
    at_work: Counter, tmp_path: Path
) -> None:
    for file, said in (
        (tmp_path / "gone" / "page.txt", "STO-013"),
        (tmp_path / "page.txt", "Đã lưu page.txt"),
    ):
        at_work.desktop.screen.frame.support_wanted.emit(str(file))
        at_work.wait_for(said)
    assert (tmp_path / "page.txt").stat().st_size > 0
