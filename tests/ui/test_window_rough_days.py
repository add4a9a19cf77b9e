"""A small screen, a text too large for it, two programs, fifty drafts: the work goes on."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from uuid6 import uuid7

from local_store.engine import Database
from station.usecases.drafts import OpenWork
from tests.ui.window_counter import PASSWORD, Counter, receive
from tests.ui.window_keys import ALT, CTRL
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.keys import OPEN_DRAFTS
from ui.desktop.kit.button import Button
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.view_model import ApplicantField
from ui.preferences import FILE, Preferences, preferences_text

FIFTY = 50


def program(script: str, home: Path, screen: tuple[int, int], tmp_path: Path) -> str:
    """Run a few lines in a program of its own, on a screen of this size; give what they said."""
    described = tmp_path / "screen.json"
    area = {"name": "one", "x": 0, "y": 0, "width": screen[0], "height": screen[1], "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    described.write_text(json.dumps({"screens": [area | dots]}), encoding="utf-8")
    around = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
    around["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    command = [sys.executable, "-c", script, str(home)]
    done = subprocess.run(
        command, env=around, check=False, timeout=120, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from ui.desktop.app import run_desktop
from ui.desktop.start_problem import StartProblem
from station.errors import StationError
show = StartProblem.show
def told(problem):
    show(problem)
    print(" ".join(label.text() for label in problem.findChildren(QLabel)))
    QTimer.singleShot(0, problem.close)
StartProblem.show = told
try:
    run_desktop(Path(sys.argv[1]), "vi", watch=False, training=False, anew=False)
except StationError as error:
    print(error.code)
"""


def test_a_second_window_on_the_same_home_says_who_has_it(home: Path, tmp_path: Path) -> None:
    claim = composition.claim_window(home)
    claim.held_by("quay3")

    said = program(_SECOND, home, (1366, 768), tmp_path)

    claim.release()
    assert "cán bộ quay3" in said
    assert said.split()[-1] == "STO-021"


_SCALED = """
import sys
from pathlib import Path
from ui.desktop.app import application
from ui.desktop.gallery.window import Gallery
from ui.preferences import read_preferences
app = application(read_preferences(Path(sys.argv[1])))
room, window = app.primaryScreen().availableSize(), Gallery().window
window.resize(room)
print(app.devicePixelRatio(), window.width() <= room.width(), window.height() <= room.height())
"""


@pytest.mark.parametrize("screen", [(1024, 600), (1366, 768)])
def test_a_window_at_200_per_cent_reaches_beyond_no_screen(
    home: Path, tmp_path: Path, screen: tuple[int, int]
) -> None:
    chosen = preferences_text(Preferences(text_percent=200))
    (home / FILE).write_text(chosen, encoding="utf-8")

    assert program(_SCALED, home, screen, tmp_path).split() == ["2.0", "True", "True"]


def test_on_a_screen_of_1024_by_600_everything_is_reached_by_key(at_work: Counter) -> None:
    window = at_work.desktop.screen.window
    window.resize(1024, 600)
    receive(at_work)  # which zone is open follows the keys

    for place in Place:
        if place in (Place.PREVIEW, Place.DOSSIER):
            continue
        at_work.session.going.to(place)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1024, 600), place
        for button in window.findChildren(Button):
            if button.isVisible():
                least = button.minimumSizeHint()
                assert button.width() >= least.width(), (place, button.accessibleName())
                assert button.height() >= least.height(), (place, button.accessibleName())


def keep_drafts(home: Path, count: int) -> None:
    desk = composition.sign_in(home, "quay3", PASSWORD)
    with desk:
        for number in range(count):
            draft = DraftEntry()
            draft.applicant.edit(ApplicantField.NAME, f"Người thứ {number:02d}")
            work = OpenWork(draft_id=uuid7(), procedure_code=None, description=draft.kept())
            desk.drafts.keep([work], [], at=desk.now())


def test_fifty_drafts_fill_the_tabs_and_wait_in_the_list(counter: Counter, home: Path) -> None:
    keep_drafts(home, FIFTY)
    counter.sign_in("quay3")
    counter.wait(lambda: counter.desktop.session and counter.session._drafts.with_content)

    tabs = [draft.applicant.name for draft in counter.session._drafts]
    assert tabs == [f"Người thứ {n:02d}" for n in range(FIFTY - OPEN_DRAFTS, FIFTY)]
    counter.keys.press(Qt.Key.Key_F2)
    counter.wait_for("Đang mở 9 hồ sơ")
    counter.keys.press(Qt.Key.Key_D, ALT)
    counter.wait_for("Người thứ 00")
    counter.keys.press(Qt.Key.Key_Escape)
    counter.session._reception.keeping.keep()
    counter.wait(lambda: not counter.session._reception.keeping._is_keeping)
    assert len(counter.desk.drafts.mine()) == FIFTY


@pytest.fixture
def asked_in_the_window(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the store was asked while the window waited for it."""
    seen: list[str] = []

    def watched(name: str) -> None:
        ask = getattr(Database, name)

        def asked(database: Database, *args: Any) -> Any:
            if threading.current_thread() is threading.main_thread():
                seen.append(name)
            return ask(database, *args)

        monkeypatch.setattr(Database, name, asked)

    for name in ("reading", "writing", "write_connection"):
        watched(name)
    return seen


def test_no_list_is_read_in_the_window(at_work: Counter, asked_in_the_window: list[str]) -> None:
    """However many dossiers there are: they are read away from it, and so are pages and papers."""
    keys = at_work.keys
    keys.press(Qt.Key.Key_F2)
    asked_in_the_window.clear()
    for place in Place:
        if place not in (Place.PREVIEW, Place.DOSSIER):
            at_work.session.going.to(place)
            QApplication.processEvents()
    keys.press(Qt.Key.Key_F3)
    keys.type("nguyen")
    at_work.session._on_tick()
    at_work.session._on_minute()
    keys.press(Qt.Key.Key_0, CTRL)
    QApplication.processEvents()

    assert asked_in_the_window == []
