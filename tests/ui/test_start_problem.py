"""A program that cannot begin says why, on the screen as well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from local_store.window_claim import HomeInUseError
from ui.desktop.start_problem import StartProblem


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_what_happened_and_what_to_do_are_read_until_a_key_ends_it(
    qtbot: QtBot, key: Qt.Key
) -> None:
    problem = StartProblem(HomeInUseError("PC-3", "quay3", "09:05 23/11/2026"), "vi")
    qtbot.addWidget(problem)
    problem.show()

    read = " ".join(label.text() for label in problem.findChildren(QLabel))
    assert "cán bộ quay3, máy PC-3, từ 09:05 23/11/2026" in read
    assert "STO-021" in read
    QTest.keyClick(QApplication.focusWidget() or problem, key)
    assert not problem.isVisible()
