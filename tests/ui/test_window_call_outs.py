"""At 15:00 the window says which folders must leave today, and takes it back once they have."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

import pytest
from PySide6.QtCore import Qt

from station.domain.journal import VIETNAM
from tests.ui.slow_workers import SLOWER_BY_MS
from tests.ui.window_counter import Counter, receive
from tests.ui.window_keys import ALT, CTRL

ENTER = Qt.Key.Key_Return
_REAL = datetime


class MovedClock(datetime):
    """Shows a Thursday; a test moves it on."""

    ahead = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return _REAL.now(tz) + cls.ahead

    @classmethod
    def turn_to(cls, hour: int, minute: int) -> None:
        now = _REAL.now(VIETNAM)
        cls.ahead = now.replace(year=2026, month=12, day=3, hour=hour, minute=minute) - now


@pytest.fixture(autouse=True)
def moved_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("devices.system_clock.datetime", MovedClock)
    minute = 100 + 20 * SLOWER_BY_MS  # each asks for more than workers so slow can answer in it
    monkeypatch.setattr("ui.desktop.session.MINUTE_MS", minute)
    MovedClock.turn_to(14, 0)
    yield
    MovedClock.ahead = timedelta()


def test_the_call_of_three_is_heard_on_the_list_and_in_the_bar_until_the_folder_left(
    at_work: Counter,
) -> None:
    keys = at_work.keys
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    assert "phải đi hôm nay" not in at_work.said()

    MovedClock.turn_to(15, 0)
    at_work.wait_for("1 bìa phải đi hôm nay")
    keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Còn 1 bìa phải bàn giao trước 17:00 hôm nay: 0300.")

    keys.press(Qt.Key.Key_B, CTRL)
    at_work.wait_for("1 bìa chờ chuyển")
    keys.press(Qt.Key.Key_A, ALT)
    at_work.wait_for("Niêm phong được")
    keys.press(ENTER, CTRL)
    at_work.wait(lambda: "phải đi hôm nay" not in at_work.said())
    keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Hồ sơ của quầy")
    assert "phải bàn giao" not in at_work.said()
