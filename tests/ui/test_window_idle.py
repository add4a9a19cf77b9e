"""A counter that its officer left without locking it locks by itself, and keeps what is open."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.window_counter import CARD, PASSWORD, Counter, at_work, counter, home, made_home
from tests.ui.window_keys import read_card

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures


def nobody_comes(at: Counter) -> None:
    """As long passes as was chosen: the timer's own end, at once."""
    timer = at.desktop.screen.idle._timer
    assert timer.isActive()
    timer.timeout.emit()


def test_who_went_away_finds_the_lock_and_behind_it_what_was_open(at_work: Counter) -> None:
    at_work.keys.press(Qt.Key.Key_F2)
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")

    nobody_comes(at_work)

    assert at_work.desktop.screen.lock.isVisible()
    assert "Nguyễn Thị Ánh Tuyết" not in at_work.said()
    at_work.keys.type(PASSWORD)
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")


def test_a_key_and_the_mouse_and_a_card_say_that_somebody_is_there(at_work: Counter) -> None:
    idle = at_work.desktop.screen.idle
    idle._timer.stop()
    at_work.keys.press(Qt.Key.Key_F2)
    assert idle._timer.isActive()
    idle._timer.stop()
    QTest.mouseMove(at_work.desktop.screen.window.windowHandle(), QPoint(400, 300))
    assert idle._timer.isActive()
    idle._timer.stop()
    at_work.scan("VE-012")
    assert idle._timer.isActive()


def test_never_is_never(at_work: Counter) -> None:
    at_work.desktop.screen.idle.use(0)

    at_work.keys.press(Qt.Key.Key_F2)

    assert not at_work.desktop.screen.idle._timer.isActive()
