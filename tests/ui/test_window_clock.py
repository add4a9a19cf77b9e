"""The computer's clock is wrong: no promise is made by it, and nothing that was typed is lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from devices.system_clock import SystemClock
from station.domain.clock_guard import read_correction
from station.domain.journal import JournalEntry
from tests.ui.window_counter import OTHER_CARD, Counter, accept_for_applicant, receive
from tests.ui.window_keys import ALT, CTRL, read_card


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


def test_n14_who_says_what_day_it_is_receives_by_it_though_the_clock_is_wrong(
    at_work: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = SystemClock.now
    today = right(SystemClock())
    monkeypatch.setattr(SystemClock, "now", lambda clock: right(clock).replace(year=2019))
    keys = at_work.keys
    at_work.wait_for("trước ngày làm ra chương trình. Chưa in giấy hẹn được")

    keys.press(Qt.Key.Key_J, ALT)
    keys.type("31/11")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    at_work.wait_for("(CLK-002)")
    at_work.wait_for_focus("Hôm nay, ngày/tháng")
    keys.type(f"{today:%d/%m}")  # over what was typed
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)  # the hour is the computer's
    at_work.wait_for("theo giờ cán bộ đã xác nhận")
    receive(at_work)

    (dossier,) = at_work.dossiers()
    entry = at_work.desk.history(dossier.code)[0]
    assert isinstance(entry, JournalEntry)
    assert dossier.received_at.date() == today.date()
    assert f"-{today:%y%m%d}-" in dossier.code
    machine = entry.occurred_at - read_correction(entry.clock_source).offset
    assert machine.year == 2019


def test_n14_a_clock_off_the_servers_is_put_right_and_said_on_every_page(
    at_work: Counter,
) -> None:
    now = SystemClock().now()
    at_work.desk.store.outbox.note_contact(at=now, clock_offset_s=-86_400.0)
    at_work.wait_for("Đồng hồ máy tính sai 24 giờ so với máy chủ")

    receive(at_work)

    (dossier,) = at_work.dossiers()
    yesterday = (now - timedelta(days=1)).date()
    assert dossier.received_at.date() == yesterday
    assert f"-{yesterday:%y%m%d}-" in dossier.code
    at_work.keys.press(Qt.Key.Key_0, ALT)
    at_work.wait_for("giấy hẹn ghi")
