"""The window over midnight and over a sleep: lists, promise, log and lock follow by themselves."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from devices.system_clock import SystemClock, steady_seconds
from station.catalogue.calendars import built_in_calendar
from station.domain.journal import VIETNAM
from tests.ui.window_counter import (
    CARD,
    OTHER_CARD,
    PASSWORD,
    Counter,
    complete_for_applicant,
    receive,
)
from tests.ui.window_keys import ALT, CTRL, read_card


class Clock:
    """The computer's clock, as far on as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead = timedelta(0)
        monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(VIETNAM) + self.ahead)

    def go_to(self, then: datetime) -> None:
        self.ahead = then - datetime.now(VIETNAM)


def a_busy_week() -> datetime:
    """Give a morning in the days to come, in a week without a holiday."""
    works = built_in_calendar().is_working_day
    first = datetime.now(VIETNAM).replace(hour=10, minute=0, second=0, microsecond=0)
    week = (first + timedelta(n) for n in range(1, 90))
    return next(one for one in week if all(works((one + timedelta(n)).date()) for n in range(5)))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Before the window is opened, so that no clock is seen to jump."""
    clock = Clock(monkeypatch)
    clock.go_to(a_busy_week())
    return clock


def test_midnight_begins_another_list_another_log_and_another_promise(
    clock: Clock, at_work: Counter
) -> None:
    keys, screen = at_work.keys, at_work.desktop.screen
    receive(at_work)
    at_work.wait_for("Còn 99 số")
    read_card(OTHER_CARD)
    complete_for_applicant(at_work)
    draft = at_work.session._drafts.current
    promised = draft.due
    keys.press(Qt.Key.Key_0, CTRL)
    at_work.wait_for("Dòng 1/1")
    day = at_work.desk.now().date()

    clock.go_to(datetime.combine(day + timedelta(1), time(0, 0, 1), tzinfo=VIETNAM))
    at_work.session._on_tick()

    at_work.wait_for("Hôm nay chưa tiếp nhận hồ sơ nào")
    at_work.wait_for("Còn 100 số")
    assert draft.due is not None
    assert promised is not None
    assert draft.due.due_at > promised.due_at
    keys.press(Qt.Key.Key_N, ALT)
    at_work.wait(lambda: screen.log.isVisible())
    at_work.wait_for("Ngày này không tiếp nhận hồ sơ nào")
    keys.press(Qt.Key.Key_Left, ALT)
    at_work.wait_for("NGUYỄN THỊ ÁNH TUYẾT")

    keys.press(Qt.Key.Key_1, CTRL)
    keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait(lambda: len(at_work.dossiers()) == 2)
    received = at_work.dossiers()[0]
    assert received.received_at.astimezone(VIETNAM).date() == day + timedelta(1)
    assert received.due_at == draft.due.due_at


def test_who_wakes_the_computer_must_know_the_password(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    asked: list[str] = []
    monkeypatch.setattr(at_work.session._status, "ask_devices", lambda: asked.append("devices"))
    monkeypatch.setattr(at_work.session._line, "wake", lambda: asked.append("line"))

    at_work.session._turning._running_s = lambda: steady_seconds() + 8 * 3_600
    at_work.session._on_tick()

    at_work.wait_for("Máy đang khoá")
    assert "Nguyễn Thị Ánh Tuyết" not in at_work.said()
    assert sorted(asked) == ["devices", "line"]
    at_work.keys.type(PASSWORD)
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")  # the draft is where it was
    read_card(OTHER_CARD)  # and the reader is heard again
    at_work.wait_for("Trần Văn Bình")
