"""The citizen's display beside the officer's window: what it shows, hears, and never does."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from station.domain.ratings import RatedAct, Satisfaction
from tests.ui.window_counter import CARD, PASSWORD, Counter, change_officer, complete_for_applicant
from tests.ui.window_keys import ALT, CTRL, SHIFT, read_card
from ui.desktop.citizen.facts import Shown, facts_of
from ui.desktop.citizen.page import CitizenPage, height_of
from ui.desktop.citizen.view_model import CitizenSheet, Scene
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery import samples
from ui.desktop.kit.typography import metrics
from ui.desktop.reception.view_model import Draft
from ui.desktop.second_screen.placing import Placing, ScreenFact, Standing
from ui.preferences import CitizenDisplay, read_preferences

OFFICER = ScreenFact("eDP-1", "Laptop", (0, 0, 1366, 768))
SECOND = ScreenFact("DELL-7", "Dell P2219H", (1366, 0, 1920, 1080))


class Plugs(QObject):
    """The computer's screens, without a computer: the display stands on the test's own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plugged = [OFFICER, SECOND]

    def facts(self) -> tuple[ScreenFact, ...]:
        return tuple(self.plugged)

    def officer_key(self) -> str:
        return OFFICER.key

    def screen_of(self, placing: Placing) -> QScreen | None:
        shown = placing.standing is Standing.SHOWN
        return QGuiApplication.primaryScreen() if shown else None

    def hear_window(self) -> None:
        """Nobody takes the window anywhere."""

    def plug(self, *screens: ScreenFact) -> None:
        self.plugged = [OFFICER, *screens]
        self.changed.emit()


@pytest.fixture
def plugs() -> Plugs:
    return Plugs()


@pytest.fixture
def beside(counter: Counter, plugs: Plugs) -> Iterator[Counter]:
    """An officer at work with a second screen, on which the display was opened by key."""
    screen = counter.desktop.screen
    screen.furnish()
    screen.screens = plugs  # type: ignore[assignment]  # it answers as the computer does
    counter.sign_in("quay3")
    counter.wait_for("Còn 100 số")
    counter.keys.press(Qt.Key.Key_1, CTRL)
    open_display(counter)
    yield counter
    screen.citizen.hide()


def open_display(counter: Counter) -> None:
    keys = counter.keys
    keys.press(Qt.Key.Key_F11, SHIFT)
    counter.wait_for_focus("Màn hình dân: Tắt")
    keys.press(Qt.Key.Key_Right)
    counter.wait(lambda: counter.desktop.screen.citizen.isVisible())
    counter.come_back()  # where nobody manages windows, a new one takes the keys
    keys.press(Qt.Key.Key_Escape)


def sheet(counter: Counter) -> CitizenSheet:
    return counter.desktop.screen.citizen.page.sheet()


def touch(counter: Counter, words: str) -> None:
    page = counter.desktop.screen.citizen.page
    button = next(b for b in page.findChildren(QAbstractButton) if b.text() == words)
    assert button.isVisible(), words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def complete(counter: Counter) -> None:
    """Fill a draft until nothing but the accepting key is missing."""
    counter.keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    counter.wait(lambda: sheet(counter).facts.name == "NGUYỄN THỊ ÁNH TUYẾT")
    complete_for_applicant(counter)
    counter.wait(lambda: sheet(counter).question[0] == "Thông tin đúng chưa ạ?")


def test_the_citizen_checks_answers_and_rates_their_own_dossier(beside: Counter) -> None:
    complete(beside)
    assert sheet(beside).facts.lines[0].startswith("Sinh 05/03/1999 · Cấp Giấy xác nhận")
    assert "035199012345" not in str(sheet(beside))
    applicant = beside.desktop.screen.reception.applicant

    touch(beside, "Chưa đúng")
    beside.wait_for("Dân báo chưa đúng")
    assert applicant._doubted
    beside.keys.press(Qt.Key.Key_M, ALT)
    beside.wait_for("Dân xác nhận đúng")
    assert not applicant._doubted
    beside.keys.press(Qt.Key.Key_Return, CTRL)

    beside.wait(lambda: sheet(beside).scene is Scene.RATING)
    (dossier,) = beside.dossiers()
    assert dossier.code.rpartition("-")[2] in sheet(beside).title[0]
    beside.wait(lambda: not beside.session._citizen._presenter._holds)
    touch(beside, "Hài lòng")
    assert sheet(beside).scene is Scene.THANKS
    beside.wait(lambda: beside.dossiers()[0].ratings)
    (rating,) = beside.dossiers()[0].ratings
    assert (rating.act, rating.satisfaction) == (RatedAct.RECEPTION, Satisfaction.SATISFIED)


def test_a_locked_station_and_another_page_show_nobody(beside: Counter) -> None:
    complete(beside)

    beside.keys.press(Qt.Key.Key_F12)
    beside.wait_for("Máy đang khoá")
    assert sheet(beside).scene is Scene.IDLE
    assert "TUYẾT" not in beside.desktop.screen.citizen.page.accessibleName()
    beside.keys.type(PASSWORD)
    beside.keys.press(Qt.Key.Key_Return)
    beside.wait(lambda: sheet(beside).scene is Scene.FACTS)

    beside.session.going.to(Place.RESULTS)
    assert sheet(beside).scene is Scene.IDLE
    beside.session.going.to(Place.SCAN)
    assert sheet(beside).scene is Scene.FACTS


def test_the_display_shows_the_draft_of_the_tab_in_front(beside: Counter) -> None:
    complete(beside)
    beside.keys.press(Qt.Key.Key_F2)
    beside.wait(lambda: sheet(beside).scene is Scene.IDLE)

    beside.keys.press(Qt.Key.Key_1, CTRL)
    beside.wait(lambda: sheet(beside).facts.name == "NGUYỄN THỊ ÁNH TUYẾT")


def test_a_screen_that_goes_takes_the_display_with_it_and_brings_it_back(
    beside: Counter, plugs: Plugs
) -> None:
    window = beside.desktop.screen.citizen
    complete(beside)

    plugs.plug()
    assert not window.isVisible()
    beside.wait_for("Màn hình dân đã rút")
    beside.keys.press(Qt.Key.Key_X, ALT)  # nobody is asked: the key does nothing
    assert "Dân báo chưa đúng" not in beside.said()

    plugs.plug(SECOND)
    beside.come_back()
    assert window.isVisible()
    assert sheet(beside).facts.name == "NGUYỄN THỊ ÁNH TUYẾT"
    beside.wait(lambda: read_preferences(beside.session._home).citizen.on)


def test_another_officer_finds_the_idle_page(beside: Counter) -> None:
    complete(beside)
    change_officer(beside, "truongbp")

    beside.wait_for("Còn 100 số")
    assert sheet(beside).scene is Scene.IDLE
    assert beside.desktop.screen.citizen.isVisible(), "the choice is the counter's"


def test_the_display_does_not_keep_the_program_open(beside: Counter) -> None:
    beside.desktop.screen.window.close_now()

    assert not beside.desktop.screen.citizen.isVisible()


def sheet_of(draft: Draft, display: CitizenDisplay) -> CitizenSheet:
    return CitizenSheet(
        scene=Scene.FACTS,
        facts=facts_of(Shown.of(draft), counter=3, bilingual=display.bilingual),
        question=("Thông tin đúng chưa ạ?", "Is everything correct?"),
        right=("Đúng", "Correct"),
        wrong=("Chưa đúng", "Not correct"),
    )


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (1920, 1080), (800, 1280)])
@pytest.mark.parametrize("percent", [100, 115, 130])
def test_everything_has_room_on_every_screen(
    dressed: object, qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    """The longest name and procedure, in two languages: nothing covers anything."""
    page = CitizenPage()
    qtbot.addWidget(page)
    page.resize(*size)
    display = CitizenDisplay(text_percent=percent, bilingual=True)
    page.show_display(display)
    for longest in (False, True):
        draft = samples.draft(blocked=False, longest=longest)
        page.show_sheet(sheet_of(draft, display))
        page.show()

        facts = page.sheet().facts
        width = page._text_width()
        tall = height_of(facts, page._scale, width)
        assert tall <= page._room()
        right, wrong = page._right.geometry(), page._wrong.geometry()
        assert not right.intersects(wrong)
        assert page.rect().contains(right)
        assert page.rect().contains(wrong)
        question = metrics(page._scale.style(36, 600)).horizontalAdvance(page.sheet().question[0])
        assert page._px(72) + question <= wrong.left()


TWO_SCREENS = {
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, width, height in (("officer", 0, 1366, 768), ("citizen", 1366, 1920, 1080))
    ]
}


def test_on_two_screens_it_covers_the_second_and_leaves_where_the_officer_goes(
    tmp_path: Path,
) -> None:
    """In a program of its own: screens are told to it when it starts."""
    described = tmp_path / "screens.json"
    described.write_text(json.dumps(TWO_SCREENS), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={described}"}
    command = [sys.executable, "-m", "tests.ui.two_screens"]
    done = subprocess.run(
        command, env=environment, check=False, timeout=120, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "at first": ["citizen", [1366, 0, 1920, 1080]],
        "the officer moved": ["officer", [0, 0, 1366, 768]],
        "switched off": None,
    }
