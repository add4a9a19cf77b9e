"""Keys pressed at random: nothing fails, nothing sticks, no draft is lost.

A few hundred here; ``MONKEY_KEYS=20000`` in the long run.
"""

import os
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.ui.window_counter import CARD, Counter, at_work, counter, home, made_home
from tests.ui.window_keys import CTRL, read_card
from ui.desktop.key_choices import changeable
from ui.desktop.keys import KEYS, Act
from ui.desktop.reader_keys.window_keys import WindowReaderKeys

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures
HOW_MANY = int(os.environ.get("MONKEY_KEYS", "300"))
SEED = int(os.environ.get("MONKEY_SEED", "20261127"))
_NOT_PRESSED = {
    Act.LOCK,  # behind it only the password helps
    Act.RESTART,
    Act.FULL_SCREEN,  # the offscreen display is smaller than a counter's
    Act.PASTE_CARD,
}
_PLAIN = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
)  # fmt: skip


class Monkey:
    """Presses keys: half of them acts, the rest letters, digits and moves."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._chance = random.Random(SEED)
        acts = [act for act in KEYS if changeable(act) and act not in _NOT_PRESSED]
        self._acts = [QKeySequence(KEYS[act].keys)[0] for act in acts]  # type: ignore[index]
        self.pressed: list[str] = []

    def press_one(self) -> None:
        if QApplication.activeWindow() is None:  # a dialog has just gone
            self._counter.come_back()
        keys, chance = self._counter.keys, self._chance
        kind = chance.random()
        if kind < 0.5:
            combination = chance.choice(self._acts)
            self.pressed.append(QKeySequence(combination).toString())
            keys.press(combination.key(), combination.keyboardModifiers())
        elif kind < 0.8:
            key = chance.choice(_PLAIN)
            self.pressed.append(key.name)
            keys.press(key)
        else:
            letter = chance.choice("abcdeghiklmnopqrstuvxy0123456789")
            self.pressed.append(letter)
            keys.type(letter)

    def close_dialogs(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog | QFileDialog) and dialog.isVisible():
                dialog.reject()
                self._counter.come_back()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
@pytest.mark.timeout(0)
def test_keys_at_random_break_nothing_and_lose_no_draft(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _, error, __: bugs.append(error))
    failures: list[Exception] = []
    monkeypatch.setattr(at_work.session, "on_failure", failures.append)
    monkeypatch.setattr("ui.desktop.app.start", lambda command: None)  # no training windows
    at_work.keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    begun = {draft.draft_id for draft in at_work.session._drafts if draft.has_content}
    assert len(begun) == 1
    monkey = Monkey(at_work)

    for number in range(HOW_MANY):
        monkey.press_one()
        if number % 7 == 0:
            QApplication.processEvents()
            monkey.close_dialogs()
        assert bugs == [], monkey.pressed[-20:]

    monkey.close_dialogs()
    assert isinstance(at_work.desktop.reader_keys, WindowReaderKeys)
    still = {draft.draft_id for draft in at_work.session._drafts if draft.has_content}
    received = at_work.dossiers()
    assert begun <= still or received, "the draft is gone, and no dossier came of it"
    for _ in range(4):
        at_work.keys.press(Qt.Key.Key_Escape)
    at_work.keys.press(Qt.Key.Key_0, CTRL)  # the window still goes where it is told to
    at_work.wait(lambda: at_work.session.going.place.value == "list")
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.wait(lambda: at_work.session.going.place.value == "reception")
    assert bugs == []
    assert failures == []
