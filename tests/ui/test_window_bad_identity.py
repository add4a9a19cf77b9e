"""Bad pictures and codes of cards at the window's two doors: the page, and the box for readers."""

import unicodedata
import webbrowser
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from devices.samples.id_card import PAYLOAD
from tests.bad_identity import BAD_PICTURES, BAD_TEXTS, LINK
from tests.ui.window_counter import CARD, Counter
from tests.ui.window_keys import CTRL
from ui.desktop.reader_keys.burst import Capture, Sign
from ui.desktop.reception.page import ReceptionPage

NUMBER = PAYLOAD[:12]
AT_ONCE = 6
"""Each picture gets a page of its own, and no officer may have more than nine open."""


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a browser was opened")

    for name in ("open", "open_new", "open_new_tab", "get"):
        monkeypatch.setattr(webbrowser, name, refuse)
    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)


@pytest.mark.parametrize("first", range(0, len(BAD_PICTURES), AT_ONCE))
def test_a_bad_picture_that_is_dropped_says_why_and_the_next_card_is_read(
    at_work: Counter, tmp_path: Path, first: int
) -> None:
    page = at_work.desktop.screen.reception
    file = tmp_path / "thẻ.jpg"
    for content, error in list(BAD_PICTURES.values())[first : first + AT_ONCE]:
        at_work.keys.press(Qt.Key.Key_F2)
        at_work.wait(lambda: NUMBER not in at_work.said())
        file.write_bytes(content())

        drop(page, file)

        at_work.wait_for(f"({error})" if error else NUMBER)
        assert (NUMBER in at_work.said()) is (error is None)
        at_work.desktop.reader_keys.take(Capture(CARD, Sign.SPEED))
        at_work.wait_for(NUMBER)


def test_a_picture_on_the_clipboard_that_is_no_card_says_why(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    blank = QImage(9_000, 9_000, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    QApplication.clipboard().setImage(blank)

    at_work.keys.press(Qt.Key.Key_V, CTRL)

    at_work.wait_for("(ID-005)")
    QApplication.clipboard().clear()


def test_a_bad_code_is_named_in_the_box_and_fills_nothing(at_work: Counter) -> None:
    panel = at_work.desktop.screen.frame.codes
    for text in BAD_TEXTS.values():
        at_work.keys.press(Qt.Key.Key_F2)
        at_work.wait(lambda: NUMBER not in at_work.said())

        at_work.desktop.reader_keys.take(Capture(text, Sign.SPEED))

        at_work.wait(panel.isVisible)
        assert NUMBER not in at_work.marks()
        assert not any(
            unicodedata.category(letter) in ("Cc", "Cf", "Cs") and letter != "\n"
            for letter in at_work.said()
        )
        assert panel.height() < at_work.desktop.screen.window.height()
        at_work.desktop.reader_keys.take(Capture(CARD, Sign.SPEED))
        at_work.wait_for(NUMBER)
        assert not panel.isVisible()


def test_a_link_that_looks_like_the_state_s_is_only_offered_to_copy(at_work: Counter) -> None:
    at_work.desktop.reader_keys.take(Capture(LINK, Sign.SPEED))

    at_work.wait_for("Địa chỉ web")
    assert LINK in at_work.said()
    assert NUMBER not in at_work.marks()


def drop(on: ReceptionPage, file: Path) -> None:
    brought = QMimeData()
    brought.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, middle = Qt.KeyboardModifier.NoModifier, on.rect().center()
    over = QDragEnterEvent(middle, copy, brought, left, none)
    QApplication.sendEvent(on, over)
    assert over.isAccepted()
    QApplication.sendEvent(on, QDropEvent(QPointF(middle), copy, brought, left, none))
