"""Ctrl+F5 at the window with a real server: the line is left, and nothing is lost by it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from station.domain.journal import VIETNAM
from station.release import program_version
from sync.reference_server.server import RunningServer
from tests.ui.test_window_turning import Clock, clock
from tests.ui.window_counter import PASSWORD, Counter, change_officer, receive
from tests.ui.window_keys import ALT, CTRL
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.kit.time_line import TimeLine

__all__ = ["clock"]  # the fixture
F5 = Qt.Key.Key_F5


@pytest.fixture
def enrolled(tmp_path: Path, clock: Clock, at_work: Counter, home: Path) -> Iterator[Counter]:
    """An officer at work, with a line to a province whose clock is the counter's."""
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'gateway.db'}",
        files=str(tmp_path / "files"),
        version=program_version(),
        now=lambda: datetime.now(VIETNAM) + clock.ahead,
    ) as server:
        code = server.issue_enrolment_code(
            agency="000.00.17.H25", station_number=3, number_range=(300, 399)
        )
        with composition.sign_in(home, "admin", PASSWORD) as admin:
            admin.enrol(server.base_url, code)
        at_work.keys.press(F5)
        at_work.wait_for("Có mạng")
        yield at_work


def waiting(counter: Counter) -> int:
    return counter.desk.store.outbox.status().events.waiting


def test_the_line_is_left_and_the_same_key_takes_it_back(enrolled: Counter) -> None:
    keys = enrolled.keys
    keys.press(F5, CTRL)
    enrolled.wait_for("Nhường đường truyền trong bao lâu?")
    keys.press(Qt.Key.Key_Return)
    enrolled.wait_for("Tạm dừng gửi đến")

    receive(enrolled)
    enrolled.wait_for("việc chờ gửi, an toàn ở máy này")
    assert waiting(enrolled) > 0
    keys.press(Qt.Key.Key_N, ALT)
    keys.press(F5, CTRL)

    enrolled.wait(lambda: waiting(enrolled) == 0)
    enrolled.wait_for("Đã gửi hết")
    assert "Tạm dừng gửi đến" not in enrolled.said()


def test_a_pause_is_the_stations_another_officer_sees_it_and_sends_from_the_centre(
    enrolled: Counter,
) -> None:
    keys = enrolled.keys
    keys.press(F5, CTRL)
    enrolled.wait_for("Đến khi tôi bấm lại, muộn nhất 07:00")
    keys.press(Qt.Key.Key_3)
    enrolled.wait_for("máy tự gửi tiếp")
    receive(enrolled)

    change_officer(enrolled, "truongbp")
    enrolled.wait_for("tạm dừng gửi đến")
    assert waiting(enrolled) > 0
    keys.press(F5, Qt.KeyboardModifier.ShiftModifier)
    enrolled.wait(lambda: enrolled.session.going.place is Place.SYNC)
    enrolled.wait_for("tạm dừng gửi lúc")
    enrolled.press_button("Gửi tiếp")

    enrolled.wait(lambda: waiting(enrolled) == 0)
    enrolled.wait_for("Máy chủ đã có mọi việc của trạm")


def test_f5_is_the_wish_to_send_now_and_ends_a_pause(enrolled: Counter) -> None:
    enrolled.keys.press(F5, CTRL)
    enrolled.keys.press(Qt.Key.Key_2)
    enrolled.wait_for("Tạm dừng gửi đến")
    receive(enrolled)

    enrolled.keys.press(F5)

    enrolled.wait(lambda: waiting(enrolled) == 0)


def test_who_forgets_a_pause_finds_everything_sent_in_the_morning(
    clock: Clock, enrolled: Counter
) -> None:
    enrolled.keys.press(F5, CTRL)
    enrolled.keys.press(Qt.Key.Key_3)
    enrolled.wait_for("Tạm dừng gửi đến 07:00")
    receive(enrolled)
    assert waiting(enrolled) > 0

    pause = enrolled.desk.store.outbox.pause()
    assert pause is not None
    clock.go_to(pause.until + timedelta(minutes=20))
    enrolled.session._on_tick()

    enrolled.wait(lambda: waiting(enrolled) == 0)
    enrolled.wait_for("Hết tạm dừng, tự gửi tiếp từ 07:00")


def test_a_station_without_a_server_says_so(at_work: Counter) -> None:
    at_work.keys.press(F5, CTRL)

    at_work.wait_for("Máy này chưa nối với máy chủ của tỉnh.")


def test_a_dossier_says_what_of_it_is_not_sent_until_it_is(enrolled: Counter) -> None:
    keys = enrolled.keys
    keys.press(F5, CTRL)
    keys.press(Qt.Key.Key_1)
    enrolled.wait_for("Tạm dừng gửi đến")
    receive(enrolled)
    enrolled.wait_for("Phiếu đã in ra máy in mô phỏng.")
    (dossier,) = enrolled.dossiers()
    keys.press(Qt.Key.Key_F3)
    keys.type(dossier.code[-4:])
    enrolled.wait_for("1 hồ sơ")
    keys.press(Qt.Key.Key_Return)
    enrolled.wait(lambda: enrolled.session.going.place is Place.DOSSIER)
    line = enrolled.desktop.screen.dossier.findChildren(TimeLine)[0]
    enrolled.wait(lambda: line.accessibleDescription().count("chưa gửi") == waiting(enrolled) > 0)

    keys.press(F5, CTRL)

    enrolled.wait(lambda: "chưa gửi" not in line.accessibleDescription())
    assert "đã ở máy chủ" in line.accessibleDescription()
    assert enrolled.session.going.place is Place.DOSSIER
