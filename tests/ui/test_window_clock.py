"""The computer's clock is wrong: no promise is made by it, and nothing that was typed is lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from devices.system_clock import SystemClock
from tests.ui.window_counter import (
    OTHER_CARD,
    Counter,
    accept_for_applicant,
    at_work,
    counter,
    home,
    made_home,
    receive,
)
from tests.ui.window_keys import ALT, CTRL, read_card

__all__ = ["at_work", "counter", "home", "made_home"]  # the fixtures


def test_a_clock_set_back_stops_receiving_until_it_is_mended(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(at_work)
    at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
    keys = at_work.keys
    right = SystemClock.now
    with monkeypatch.context() as wrong:
        wrong.setattr(SystemClock, "now", lambda clock: right(clock) - timedelta(hours=1))
        keys.press(Qt.Key.Key_0, ALT)
        at_work.wait_for("Đồng hồ sai: chỉnh trước khi tiếp nhận")

        keys.press(Qt.Key.Key_F2)
        read_card(OTHER_CARD)
        accept_for_applicant(at_work)
        at_work.wait_for("(CLK-001)")
        assert len(at_work.dossiers()) == 1

    keys.press(Qt.Key.Key_Return, CTRL)  # the clock is right again; what was typed is still there

    at_work.wait(lambda: len(at_work.dossiers()) == 2)
    assert at_work.dossiers()[0].submitter.name == "Trần Văn Bình"
