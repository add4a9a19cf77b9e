"""Where the dialogs open that ask for a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.kit.file_dialogs import ask_which_ones


def test_the_first_opens_in_the_documents_the_next_where_that_one_was_left(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, stick = tmp_path / "documents", tmp_path / "stick"
    documents.mkdir()
    stick.mkdir()
    monkeypatch.setattr(QStandardPaths, "locate", lambda *_: str(documents))
    page = QWidget()
    qtbot.addWidget(page)
    QFileDialog(page).setDirectory(QDir.currentPath())  # where it is at the program's start

    def folder() -> Path:
        ask_which_ones(page, "Trang", "PDF (*.pdf)", lambda _: None)
        dialog = page.findChildren(QFileDialog)[-1]
        found = Path(dialog.directory().absolutePath())
        dialog.setDirectory(str(stick))
        dialog.reject()
        return found

    assert [folder(), folder()] == [documents, stick]
