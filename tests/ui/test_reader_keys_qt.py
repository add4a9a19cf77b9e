from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.window_keys import NO_MODIFIER, send_key
from ui.desktop.reader_keys.qt_burst import QtBurst, is_card_text

CARD = "035199012345|168123456|Nguyễn Thị Ánh Tuyết|05031999|Nữ|Tổ 5, Hà Nam|15062021"


class Desk:
    """A window with a field and a button, and a keyboard that says when each key was hit."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.field = QLineEdit()
        self.button = QPushButton("Tiếp nhận")
        self.button.setAutoDefault(True)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.burst = QtBurst()
        self.cards: list[str] = []
        self.entered: list[str] = []
        self.clicks = 0
        self.burst.card_read.connect(self.cards.append)
        self.field.returnPressed.connect(lambda: self.entered.append(self.field.text()))
        self.button.clicked.connect(self._count_click)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self.burst)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.field.setFocus()
        self.now_ms = 1000

    def _count_click(self) -> None:
        self.clicks += 1

    def key(self, key: int, text: str = "", *, gap_ms: int) -> None:
        self.now_ms += gap_ms
        send_key(key, text, at_ms=self.now_ms)

    def type(self, text: str, *, gap_ms: int) -> None:
        for letter in text:
            self.key(ord(letter.upper()), letter, gap_ms=gap_ms)

    def enter(self, *, gap_ms: int = 3) -> None:
        self.key(Qt.Key.Key_Return, "\r", gap_ms=gap_ms)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(desk.burst)


@pytest.mark.parametrize("gap_ms", [0, 1, 3, 10, 29])
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_card_is_caught_whole_and_nothing_lands_in_the_field(
    desk: Desk, gap_ms: int, end: Qt.Key
) -> None:
    desk.field.setText("đang gõ")

    desk.type(CARD, gap_ms=gap_ms)
    desk.key(end, "\t" if end == Qt.Key.Key_Tab else "\r", gap_ms=gap_ms)

    assert desk.cards == [CARD]
    assert desk.field.text() == "đang gõ"
    assert desk.field.hasFocus()
    assert desk.entered == []


def test_a_card_presses_no_button(desk: Desk) -> None:
    desk.button.setFocus()

    desk.type(CARD, gap_ms=3)
    desk.enter()

    assert desk.cards == [CARD]
    assert desk.clicks == 0


def test_a_reader_may_stall_once_it_is_known_as_one(desk: Desk) -> None:
    desk.type(CARD[:10], gap_ms=3)
    desk.type(CARD[10], gap_ms=140)
    desk.type(CARD[11:], gap_ms=3)
    desk.enter()

    assert desk.cards == [CARD]


def test_a_second_line_end_belongs_to_the_same_card(desk: Desk) -> None:
    desk.type(CARD, gap_ms=3)
    desk.enter()
    desk.enter(gap_ms=5)

    assert desk.entered == []
    desk.enter(gap_ms=500)
    assert desk.entered == [""]


def test_a_reader_without_line_end_is_understood_by_its_silence(desk: Desk, qtbot: QtBot) -> None:
    desk.type(CARD, gap_ms=3)

    qtbot.waitUntil(lambda: desk.cards == [CARD], timeout=5000)
    assert desk.field.text() == ""


def test_what_a_person_types_comes_through(desk: Desk, qtbot: QtBot) -> None:
    desk.type("0351", gap_ms=200)

    qtbot.waitUntil(lambda: desk.field.text() == "0351", timeout=5000)


def test_a_lone_digit_waits_only_for_a_moment(desk: Desk, qtbot: QtBot) -> None:
    desk.type("5", gap_ms=200)
    assert desk.field.text() == ""

    qtbot.waitUntil(lambda: desk.field.text() == "5", timeout=1000)


def test_a_digit_that_waits_for_a_window_that_closed_is_let_go(desk: Desk, qtbot: QtBot) -> None:
    closed = QWindow()
    digit = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, NO_MODIFIER, "7")
    assert desk.burst.eventFilter(closed, digit)
    delete(closed)

    desk.type("5", gap_ms=5000)  # what waits is given back first

    qtbot.waitUntil(lambda: desk.field.text() == "5", timeout=1000)


def test_letters_never_wait(desk: Desk) -> None:
    desk.type("tach thua", gap_ms=200)

    assert desk.field.text() == "tach thua"


@pytest.mark.parametrize(
    "text", ["0912345678", "20000", "000.00.17.H25-261123-0300", "035199012345", "12|34|567890"]
)
def test_a_fast_text_that_is_no_card_is_given_back_in_order(desk: Desk, text: str) -> None:
    desk.type(text, gap_ms=2)
    desk.enter()

    assert desk.field.text() == text
    assert desk.entered == [text]
    assert desk.cards == []


def test_a_digit_reaches_its_field_before_a_shortcut_acts(desk: Desk) -> None:
    desk.type("7", gap_ms=200)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F8, NO_MODIFIER)
    QCoreApplication.sendEvent(desk.window.windowHandle(), asked)

    assert desk.field.text() == "7"


def test_keys_keep_their_order_when_an_arrow_follows_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.type("12", gap_ms=5)
    desk.key(Qt.Key.Key_Left, gap_ms=5)
    desk.type("3", gap_ms=200)

    qtbot.waitUntil(lambda: desk.field.text() == "132", timeout=5000)


def test_a_held_key_repeats_as_it_should(desk: Desk) -> None:
    target = desk.window.windowHandle()
    for _ in range(12):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_0, NO_MODIFIER, "0", True)
        QCoreApplication.sendEvent(target, event)

    assert desk.field.text() == "0" * 12


def test_endless_text_is_not_kept_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.desktop.reader_keys.qt_burst.MAX_TEXT", 50)

    desk.type("0" * 60, gap_ms=1)

    assert desk.field.text().startswith("0" * 51)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (CARD, True),
        ("035199012345|", True),
        ("|", False),
        ("035199012345", False),
        ("03519901234|5", False),
        ("", False),
    ],
)
def test_a_card_has_a_number_and_parted_fields(text: str, known: bool) -> None:
    assert is_card_text(text) is known
