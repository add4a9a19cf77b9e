"""A counter at the program's own window: a sample home, an officer's hands, what is said."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NotInTimeError
from pytestqt.qtbot import QtBot

from station.domain.codes import recognise
from station.domain.dossier import Dossier
from station.ports.readers import Arrival
from tests.counter_home import make_counter_home
from tests.ui.closed_windows import end
from tests.ui.window_keys import CTRL, NATIVE_READER, Hands, read_card, window_with_keys
from ui.desks.desk import Desk
from ui.desktop.app import Desktop
from ui.desktop.session import Session
from ui.settings import read_settings

PASSWORD = "Mot-cua-2026!"
CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Quang Trung|15062021"
OTHER_CARD = "001080004321||Trần Văn Bình|02011980|Nam|Hà Nội|01012022"
SOON_MS = 15_000
SPACE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Down


def cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [str(model.index(row, column).data()) for row in rows for column in columns]


def seen_in(widget: QWidget) -> Iterator[QWidget]:
    """Give what is visible inside, in its order. What is in a hidden page is not even looked at:
    all the pages are always there, and a test asks again and again what is said."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from seen_in(child)


class Counter:
    """The window and an officer's hands."""

    def __init__(self, desktop: Desktop, qtbot: QtBot) -> None:
        self.desktop = desktop
        self.keys = Hands()
        self._qtbot = qtbot

    @property
    def session(self) -> Session:
        assert self.desktop.session is not None
        return self.desktop.session

    @property
    def desk(self) -> Desk:
        return self.session.desk

    def sign_in(self, name: str, password: str = PASSWORD) -> None:
        self.keys.type(name)
        self.keys.press(Qt.Key.Key_Return)
        self.keys.type(password)
        self.keys.press(Qt.Key.Key_Return)

    def scan(self, text: str) -> None:
        """Have a reader that nobody mistakes for a keyboard deliver a code."""
        self.desktop.reader_keys.arrived.emit(Arrival("Đầu đọc", recognise(text)))

    def come_back(self) -> None:
        """Give the window the keys again after a dialog, as a window manager does by itself."""
        self.desktop.screen.window.activateWindow()
        # Qt calls a window active as well while a list that has gone from above it has the keys.
        self.wait(lambda: window_with_keys() is not None)

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=SOON_MS)

    def wait_for(self, words: str) -> None:
        """Wait until these words stand somewhere in the window, as a screen reader would say."""
        try:
            self.wait(lambda: words in self.said())
        except NotInTimeError:
            pytest.fail(f"{words!r} is not said; this is: {self.said()}")

    def said(self) -> str:
        parts = []
        for widget in seen_in(self.desktop.screen.window):
            parts.append(widget.accessibleName())
            if isinstance(widget, QLineEdit | QLabel):
                parts.append(widget.text())
            if isinstance(widget, QAbstractItemView):
                parts += cells(widget)
        return "\n".join(parts)

    def focused(self) -> str:
        """Give the name of what has the keys."""
        return self.desktop.screen.window.focusWidget().accessibleName()

    def wait_for_focus(self, name: str) -> None:
        """Wait until the control with this name has the keys."""
        try:
            self.wait(lambda: self.focused() == name)
        except NotInTimeError:
            pytest.fail(f"{self.focused()!r} has the keys, not {name!r}")

    def press_button(self, name: str) -> None:
        """Go to a button with Tab, and press it with Enter."""
        self.focus_on(name)
        self.keys.press(Qt.Key.Key_Return)

    def focus_on(self, name: str) -> None:
        """Press Tab until the control with this name has the focus."""
        for _ in range(60):
            if self.focused() == name:
                return
            self.keys.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def marks(self) -> str:
        """Give what the fields say of their text."""
        fields = self.desktop.screen.window.findChildren(QLineEdit)
        return "\n".join(field.accessibleDescription() for field in fields if field.isVisible())

    def dossiers(self) -> list[Dossier]:
        rows = self.desk.store.queries.newest()
        return [self.desk.dossier(row.dossier_code) for row in rows]


@pytest.fixture(scope="module")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample home; deriving the keys of four officers takes its time."""
    return make_counter_home(tmp_path_factory.mktemp("station") / "home", PASSWORD)


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_home, tmp_path / "home"))


@pytest.fixture
def counter(
    home: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    monkeypatch.setattr("ui.desktop.app.LOAD_AFTER_MS", 0)  # nobody looks for the first painting
    desktop = Desktop(qapp, home, read_settings(home), "vi")
    window = desktop.screen.window
    desktop.open()
    counter = Counter(desktop, qtbot)
    counter.come_back()
    window.showNormal()
    window.resize(1366, 768)  # the offscreen display is smaller than any counter's
    NATIVE_READER.append(counter.scan)
    yield counter
    NATIVE_READER.pop()
    end(desktop)


@pytest.fixture
def at_work(counter: Counter) -> Counter:
    """An officer who has signed in, sees how many numbers there are, and is at the reception."""
    counter.sign_in("quay3")
    counter.wait_for("Còn 100 số")
    counter.keys.press(Qt.Key.Key_1, CTRL)
    return counter


def approve(counter: Counter) -> None:
    """Have the head of the office approve, where the keys are in the field of the second name."""
    counter.keys.type("truongbp")
    counter.keys.press(Qt.Key.Key_Tab)
    counter.keys.type(PASSWORD)
    counter.keys.press(Qt.Key.Key_Return, CTRL)


def receive(counter: Counter, card: str = CARD) -> None:
    """Receive a dossier: a card, three papers, cash."""
    keys = counter.keys
    before = len(counter.dossiers())
    keys.press(Qt.Key.Key_F2)
    read_card(card)
    accept_for_applicant(counter)
    counter.wait(lambda: len(counter.dossiers()) == before + 1)


def accept_for_applicant(counter: Counter) -> None:
    """With an applicant named: the procedure, three papers, cash, and the accepting key."""
    complete_for_applicant(counter)
    counter.keys.press(Qt.Key.Key_Return, CTRL)


def complete_for_applicant(counter: Counter) -> None:
    """As ``accept_for_applicant``, until nothing but the accepting key is missing."""
    keys = counter.keys
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    counter.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    counter.wait_for("Tờ khai cấp Giấy xác nhận")
    for key in (SPACE, DOWN, SPACE, DOWN, DOWN, SPACE):  # rows 1, 2 and 4
        keys.press(key)
    keys.press(Qt.Key.Key_F8)
    keys.type("20000")
    counter.wait_for("Đủ điều kiện tiếp nhận.")


def change_officer(counter: Counter, name: str) -> None:
    before = counter.session
    counter.keys.press(Qt.Key.Key_F12)
    counter.wait_for("Máy đang khoá")
    for _ in range(2):
        counter.keys.press(Qt.Key.Key_Tab)
    counter.keys.press(Qt.Key.Key_Space)
    counter.wait_for("Đăng nhập")
    counter.sign_in(name)
    counter.wait(lambda: counter.session is not before)
    counter.wait(counter.desktop.screen.frame.isVisible)  # until then no key of a page is heard
