"""The catcher of Windows, with a stand-in for its hook and its queue of messages."""

import sys
from collections import deque
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.ports.devices import DeviceSettings
from tests.ui.live.keyboard import ENTER, KEYS, SHIFT
from ui.desktop.reader_keys.burst import Capture
from ui.desktop.reader_keys.strokes import KeyStroke
from ui.desktop.reader_keys.window_keys import WindowReaderKeys
from ui.desktop.reader_keys.windows import KeyMessage, WindowsReaderKeys

CARD = "035199012345|168123456|NGUYEN VAN AAF|05031999|Nam|Too 5|15062021"
DOWN, UP, CHARACTER, END_OF_POST = 0x0100, 0x0101, 0x0102, 0xC001
LEFT = 1113


class Windows:
    """A hook, one queue in which what is posted comes first, and a window that types letters."""

    def __init__(self) -> None:
        self.hits: list[KeyStroke] = []
        self.posted: deque[KeyMessage] = deque()
        self.typed = ""
        self.now_ms = 1000
        self.keys = WindowsReaderKeys(self, is_code=lambda text, ended: ended or "|" in text)
        self.captures: list[Capture] = []
        self.keys.captured.connect(self.captures.append)
        self.replacing = False

    # the port

    def hit(self) -> Sequence[KeyStroke]:
        hits, self.hits = self.hits, []
        return hits

    def post(self, messages: Sequence[KeyMessage]) -> None:
        self.posted += [*messages, KeyMessage(0, END_OF_POST, 0, 0)]

    def is_end_of_post(self, kind: int) -> bool:
        return kind == END_OF_POST

    def close(self) -> None:
        pass

    # what happens outside

    def key(self, key: int, letter: str, *, gap_ms: int) -> None:
        self.now_ms += gap_ms
        self.hits.append(KeyStroke(True, key, self.now_ms))
        if not (self.replacing and letter in "aAoOwW"):  # UniKey swallows, and sends in its place
            self.send(DOWN, letter)
        else:
            self.send(CHARACTER, "â")
        self.hits.append(KeyStroke(False, key, self.now_ms + 1))
        self.send(UP, letter)

    def send(self, kind: int, letter: str) -> None:
        self.drain()
        self.deliver(KeyMessage(7, kind, ord(letter), 0))
        self.drain()

    def drain(self) -> None:
        while self.posted:
            self.deliver(self.posted.popleft())

    def deliver(self, message: KeyMessage) -> None:
        if not self.keys.take(message) and message.kind in (DOWN, CHARACTER):
            self.typed += chr(message.first)

    def type(self, text: str, *, gap_ms: int) -> None:
        for letter in text:
            key, shifted = KEYS[letter]
            if shifted:
                self.hits.append(KeyStroke(True, SHIFT, self.now_ms + gap_ms))
            self.key(key, letter, gap_ms=gap_ms)
            if shifted:
                self.hits.append(KeyStroke(False, SHIFT, self.now_ms + 1))


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[Windows]:
    system = Windows()
    yield system
    system.keys.close()


@pytest.mark.parametrize("replacing", [False, True])
def test_a_burst_is_read_from_the_hook_whatever_unikey_makes_of_it(
    windows: Windows, qtbot: QtBot, replacing: bool
) -> None:
    windows.replacing = replacing
    windows.type(CARD, gap_ms=3)
    windows.key(ENTER, "\r", gap_ms=3)

    qtbot.waitUntil(lambda: bool(windows.captures))
    assert windows.captures[0].text == CARD
    assert windows.typed == ""


def test_a_person_gets_every_letter_in_order(windows: Windows, qtbot: QtBot) -> None:
    windows.type("viet nam 12", gap_ms=200)
    windows.key(LEFT, "<", gap_ms=5)
    windows.type("x", gap_ms=200)

    def all_typed() -> bool:
        windows.drain()
        return windows.typed == "viet nam 12<x"

    qtbot.waitUntil(all_typed)
    assert windows.captures == []


def test_typing_goes_on_after_a_burst(windows: Windows, qtbot: QtBot) -> None:
    windows.type(CARD, gap_ms=3)
    windows.key(ENTER, "\r", gap_ms=3)
    windows.type("a", gap_ms=500)

    def typed() -> bool:
        windows.drain()
        return windows.typed == "a"

    qtbot.waitUntil(typed)
    assert len(windows.captures) == 1


def test_what_a_colleague_types_from_afar_comes_after_a_burst(
    windows: Windows, qtbot: QtBot
) -> None:
    windows.type(CARD, gap_ms=3)
    windows.key(ENTER, "\r", gap_ms=3)
    windows.send(CHARACTER, "a")  # late, of the reader's

    def typed() -> bool:
        windows.send(CHARACTER, "b")  # no key was hit for it here
        return bool(windows.typed)

    qtbot.waitUntil(typed)
    assert windows.typed == "b"
    assert len(windows.captures) == 1


def test_a_fast_text_that_is_no_code_is_given_back(windows: Windows, qtbot: QtBot) -> None:
    windows.type("12345", gap_ms=3)
    windows.key(ENTER, "\r", gap_ms=3)

    def typed() -> bool:
        windows.drain()
        return windows.typed == "12345\r"

    qtbot.waitUntil(typed)
    assert windows.captures == []


def test_no_hook_is_set_where_no_reader_types_as_a_keyboard(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would stand before every key of the computer; on this system it cannot even be loaded."""
    scanner = DeviceSettings(name="Quét", role="id_reader", driver="serial", address="COM3")
    hook = "ui.desktop.reader_keys.windows_hook"
    monkeypatch.delitem(sys.modules, hook, raising=False)  # another test may have loaded it
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        keys = WindowReaderKeys(qapp, [scanner])
    keys.follow("F13")
    keys.close()

    assert hook not in sys.modules
