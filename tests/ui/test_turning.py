"""Midnight and sleep are noticed by looking, once each, whatever the clock on the wall says."""

import time
from datetime import date, timedelta

from devices.system_clock import steady_seconds
from ui.desktop.turning import ASLEEP_AFTER_S, Turn, Turning

DAY = date(2026, 11, 27)


class Clocks:
    def __init__(self) -> None:
        self.day, self.at = DAY, 1_000.0

    def turning(self) -> Turning:
        return Turning(lambda: self.day, lambda: self.at)


def test_looked_at_in_time_nothing_happened() -> None:
    clocks = Clocks()
    turning = clocks.turning()
    for _ in range(100):
        clocks.at += 5
        assert turning.look() is Turn.NOTHING


def test_midnight_is_told_once() -> None:
    clocks = Clocks()
    turning = clocks.turning()
    clocks.at, clocks.day = clocks.at + 5, DAY + timedelta(1)

    assert [turning.look(), turning.look()] == [Turn.NEW_DAY, Turn.NOTHING]


def test_a_clock_that_is_set_back_over_midnight_is_another_day_too() -> None:
    clocks = Clocks()
    turning = clocks.turning()
    clocks.day = DAY - timedelta(1)

    assert turning.look() is Turn.NEW_DAY


def test_who_wakes_is_told_once_also_on_another_day() -> None:
    clocks = Clocks()
    turning = clocks.turning()
    clocks.at, clocks.day = clocks.at + ASLEEP_AFTER_S + 1, DAY + timedelta(1)

    assert [turning.look(), turning.look()] == [Turn.WOKE, Turn.NOTHING]


def test_the_clock_of_the_computer_goes_on_and_cannot_be_set() -> None:
    awake = time.monotonic()
    assert steady_seconds() >= awake  # on Linux by the hours that it slept
    assert steady_seconds() <= steady_seconds()
