"""A window that does not answer is noticed, and where it was is known."""

import time

from pytestqt.qtbot import QtBot

from ui.desktop.watchdog import Pause, Watchdog


def busy_until(end: float) -> int:
    turns = 0
    while time.perf_counter() < end:
        turns += 1
    return turns


def test_a_long_step_is_told_with_its_place(qtbot: QtBot) -> None:
    pauses: list[Pause] = []
    watchdog = Watchdog(pauses.append, longest_ms=20)

    busy_until(time.perf_counter() + 0.12)
    qtbot.waitUntil(lambda: bool(pauses), timeout=5_000)
    watchdog.close()

    assert pauses[0].ms >= 20
    assert any("busy_until" in call for call in pauses[0].where)


def test_nothing_is_told_after_it_was_closed(qtbot: QtBot) -> None:
    pauses: list[Pause] = []
    watchdog = Watchdog(pauses.append, longest_ms=20)
    watchdog.close()

    busy_until(time.perf_counter() + 0.05)
    qtbot.waitUntil(lambda: True)

    assert pauses == []
