"""Keys pressed at random amid an officer's deeds: nothing fails or sticks, no draft is lost.

A few hundred here; ``MONKEY_KEYS=20000`` in the long run.
"""

import os
import random
import sys
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.exceptions import TimeoutError as NotInTimeError

from tests.ui.monkey_deeds import Deeds
from tests.ui.window_counter import CARD, PASSWORD, Counter
from tests.ui.window_keys import CTRL, NO_MODIFIER, read_card
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.key_choices import changeable
from ui.desktop.keys import KEYS, Act
from ui.desktop.kit.theme import use_theme
from ui.desktop.kit.tokens import LIGHT
from ui.desktop.reader_keys.window_keys import WindowReaderKeys
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.open_drafts import OpenDrafts

HOW_MANY = int(os.environ.get("MONKEY_KEYS", "300"))
SEED = int(os.environ.get("MONKEY_SEED", "20261127"))
DEEDS = 0.04
"""The share of deeds among the keys."""
LOOK = 500
"""After so many keys it is seen whether the window still goes where it is told to."""
GATE_WAITS = 8
"""A busy computer derives the keys of an officer for longer than a test waits for anything."""
_NOT_PRESSED = {
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
    """Presses keys: half of them acts, the rest letters, digits and moves; now and then a deed."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        counter.keys.when_lost = counter.come_back
        self._chance = random.Random(SEED)
        self.deeds = Deeds(counter, self._chance)
        acts = [act for act in KEYS if changeable(act) and act not in _NOT_PRESSED]
        self._acts = [QKeySequence(KEYS[act].keys)[0] for act in acts]  # type: ignore[index]
        self.pressed: list[str] = []

    def press_one(self) -> None:
        keys, chance = self._counter.keys, self._chance
        kind = chance.random()
        if kind < DEEDS and self._counter.desktop.screen.frame.isVisible():
            self.deeds.do_one()
            self.pressed.append(f"deeds {self.deeds.done}")
        elif kind < 0.5:
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

    def pass_gates(self) -> None:
        """Behind F12, also of the palette, and behind "another officer" only a password helps."""
        counter, screen = self._counter, self._counter.desktop.screen
        lock, sign_in = screen.lock, screen.sign_in
        for _ in range(GATE_WAITS):
            if lock.isVisible():
                _retype(counter, lock.first_focus(), PASSWORD)
            elif sign_in.isVisible():
                _retype(counter, sign_in._name, "quay3")
                _retype(counter, sign_in._password, PASSWORD)
            else:
                return
            with suppress(NotInTimeError):
                counter.wait(screen.frame.isVisible)
                return
            self.close_dialogs()  # the rest of the password went elsewhere
            counter.come_back()
        pytest.fail(f"the gate stays: {counter.marks()!r} after {self.pressed[-30:]}")

    def close_dialogs(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog | QFileDialog) and dialog.isVisible():
                dialog.reject()
                self._counter.come_back()


def _retype(counter: Counter, field: QWidget, text: str) -> None:
    """Type this and Enter, instead of what stands there."""
    assert isinstance(field, QLineEdit)
    counter.wait(lambda: not field.isReadOnly())  # a password of the monkey is being tried
    if not field.isVisible():
        return
    field.setFocus()
    counter.keys.press(Qt.Key.Key_A, CTRL)
    counter.keys.type(text)
    counter.keys.press(Qt.Key.Key_Return)


def _close_boxes() -> None:
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            box.reject()


def closings(monkeypatch: pytest.MonkeyPatch) -> set[UUID]:
    """Give the drafts that became a dossier, a sheet or a form from now on."""
    closed, close = set[UUID](), OpenDrafts.close

    def noted(drafts: OpenDrafts, draft: DraftEntry) -> None:
        closed.add(draft.draft_id)
        close(drafts, draft)

    monkeypatch.setattr(OpenDrafts, "close", noted)
    return closed


def with_content(counter: Counter) -> set[UUID]:
    return {draft.draft_id for draft in counter.session._drafts if draft.has_content}


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_theme(qapp, LIGHT)  # the monkey chooses at the settings


@pytest.mark.usefixtures("light_again")
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
@pytest.mark.timeout(0)
def test_keys_at_random_break_nothing_and_lose_no_draft(
    at_work: Counter, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # where it saves what it saves
    bugs: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _, error, __: bugs.append(error))
    monkeypatch.setattr("ui.desktop.problems.write_diagnostics", bugs.append)
    monkeypatch.setattr("ui.desktop.app.start", lambda command: None)  # no training windows
    at_work.desktop.screen.settings.restart_wanted.disconnect()  # it would end the program
    at_work.keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    begun, closed = set[UUID](), closings(monkeypatch)
    monkey = Monkey(at_work)
    boxes = QTimer()  # a file dialog says "not found" in a box that waits inside the key
    boxes.timeout.connect(_close_boxes)
    boxes.start(100)

    for number in range(HOW_MANY):
        monkey.press_one()
        if number % 7 == 0:
            QApplication.processEvents()
            monkey.close_dialogs()
            monkey.pass_gates()
        assert bugs == [], monkey.pressed[-20:]
        begun |= with_content(at_work)
        if number % LOOK == LOOK - 1:
            _goes_where_it_is_told(at_work, monkey)

    monkey.close_dialogs()
    monkey.pass_gates()
    assert isinstance(at_work.desktop.reader_keys, WindowReaderKeys)
    at_work.session._reception.keeping.keep()
    at_work.wait(lambda: not at_work.session._reception.keeping._is_keeping)
    states = Tally(dossier.status.name for dossier in at_work.dossiers())
    sys.stdout.write(f"{HOW_MANY} keys; {monkey.deeds.done}; {dict(states)}\n")
    assert states, "it never got to where dossiers are"
    kept = {draft.draft_id for draft in at_work.desk.drafts.mine()}
    emptied = {draft.draft_id for draft in at_work.session._drafts if not draft.has_content}
    assert begun <= with_content(at_work) | closed | kept | emptied, "a draft is gone"
    with composition.sign_in(home, "admin", PASSWORD) as admin:
        assert admin.audit().ok
        assert admin.check_store().problems == ()
    _goes_where_it_is_told(at_work, monkey)
    assert bugs == []


def _is_at(counter: Counter, place: Place) -> bool:
    return counter.session.going.place is place


def _goes_where_it_is_told(counter: Counter, monkey: Monkey) -> None:
    """Whatever was left open, an officer gets out of it and on to another page."""
    monkey.close_dialogs()
    monkey.pass_gates()
    for _ in range(4):
        counter.keys.press(Qt.Key.Key_Escape)
    for place, key, modifiers in (
        (Place.LIST, Qt.Key.Key_0, CTRL),
        (Place.RECEPTION, Qt.Key.Key_F2, NO_MODIFIER),
    ):
        counter.keys.press(key, modifiers)
        with suppress(NotInTimeError):
            counter.wait(partial(_is_at, counter, place))
        has_keys = (QApplication.activeWindow(), QApplication.focusWidget())
        told = f"{has_keys} has the keys after {monkey.pressed[-60:]}; it says {counter.said()}"
        assert _is_at(counter, place), told
