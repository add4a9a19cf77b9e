"""Days that go wrong as a whole, in the window by keys: no line, a sleep, a screen that goes."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import numpy as np
import pytest
import requests
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from devices.pictures import open_gray_picture
from devices.readers import camera
from devices.samples.id_card import draw_sample_id_card
from station.domain.journal import VIETNAM
from station.ports.outbox import EventCounts
from station.release import program_version
from sync.reference_server.server import RunningServer
from tests.devices.test_camera_reader import film
from tests.ui.test_window_turning import Clock, clock
from tests.ui.window_counter import CARD, OTHER_CARD, PASSWORD, Counter, receive
from tests.ui.window_keys import CTRL, read_card
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.reception.view_model import ApplicantField
from ui.desktop.second_screen.sight import in_sight
from ui.settings import FILE

__all__ = ["clock"]  # the fixture
THIRD_CARD = "079185001234||Lê Thị Cúc|12121985|Nữ|TP. Hồ Chí Minh|02022022"


class Line:
    """The line to the province; it can be cut."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cut = False
        send = requests.adapters.HTTPAdapter.send

        def sent(adapter: object, *given: object, **named: object) -> object:
            if self.cut:
                raise requests.ConnectionError
            return send(adapter, *given, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", sent)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


@pytest.fixture
def province(tmp_path: Path, clock: Clock) -> Iterator[RunningServer]:
    """A province whose clock is the counter's."""
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'gateway.db'}",
        files=str(tmp_path / "files"),
        version=program_version(),
        now=lambda: datetime.now(VIETNAM) + clock.ahead,
    ) as server:
        yield server


def next_morning(counter: Counter, clock: Clock) -> None:
    day = counter.desk.now().date() + timedelta(1)
    clock.go_to(datetime.combine(day, time(9), tzinfo=VIETNAM))
    counter.session._on_tick()
    counter.wait_for("Còn 100 số")


def test_n13_three_days_without_a_line_the_work_goes_on_and_everything_is_sent_as_it_was(
    clock: Clock, line: Line, province: RunningServer, at_work: Counter, home: Path
) -> None:
    """N13: each day is received and printed; the bar grows, nothing pops up; times stay."""
    keys = at_work.keys
    code = province.issue_enrolment_code(
        agency="000.00.17.H25", station_number=3, number_range=(300, 399)
    )
    with composition.sign_in(home, "admin", PASSWORD) as admin:
        admin.enrol(province.base_url, code)
    keys.press(Qt.Key.Key_F5)
    at_work.wait_for("Có mạng")

    line.cut = True
    receive(at_work, CARD)
    at_work.wait_for("Mất mạng từ")
    clock.ahead += timedelta(minutes=15)
    at_work.session._on_tick()
    at_work.wait_for("việc chờ gửi, an toàn ở máy này")
    for number, card in ((2, OTHER_CARD), (3, THIRD_CARD)):
        next_morning(at_work, clock)
        at_work.wait_for(f"Mất mạng ngày thứ {number}")
        receive(at_work, card)
        at_work.wait_for("Phiếu đã in ra máy in mô phỏng.")
        assert QApplication.activeModalWidget() is None
    on_slips = {one.code: (one.received_at, one.due_at) for one in at_work.dossiers()}
    assert len({received.date() for received, _ in on_slips.values()}) == 3

    line.cut = False
    keys.press(Qt.Key.Key_F5)
    at_work.wait_for("Đã gửi hết")

    sent = at_work.desk.store.outbox.status().events
    assert sent == EventCounts(waiting=0, sent=sent.sent, refused=0)
    at_work.wait(lambda: "Mất mạng" not in at_work.said())
    for dossier_code in on_slips:
        assert at_work.desk.province.dossier(dossier_code) is not None
    assert {one.code: (one.received_at, one.due_at) for one in at_work.dossiers()} == on_slips


# -- a sleep ---------------------------------------------------------------------------------


@pytest.fixture
def camera_film(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A counter with a camera that is not there yet: a film stands in for it."""
    seen = tmp_path / "camera.avi"
    settings = json.loads((home / FILE).read_text(encoding="utf-8"))
    settings["devices"] = [one for one in settings["devices"] if one["role"] != "id_reader"] + [
        {"name": "Máy ảnh quầy", "role": "id_reader", "driver": "camera", "address": str(seen)}
    ]
    (home / FILE).write_text(json.dumps(settings), encoding="utf-8")
    monkeypatch.setattr(camera, "_LOOK_AGAIN_S", 0.1)
    return seen


def show_card(camera_film: Path, payload: str) -> None:
    """Have the camera see a desk, and then a card on it."""
    card = open_gray_picture(draw_sample_id_card(payload))
    desk = np.random.default_rng(1).normal(120, 2, card.shape).clip(0, 255).astype(np.uint8)
    made = film(camera_film.with_name("made.avi"), [desk] * 5 + [card] * 10)
    shutil.move(made, camera_film)


def sleep_for_a_night(counter: Counter) -> None:
    running = counter.session._turning._running_s
    counter.session._turning._running_s = lambda: running() + 8 * 3_600
    counter.session._on_tick()


def test_after_a_sleep_the_camera_is_there_again_by_itself(
    camera_film: Path, at_work: Counter
) -> None:
    show_card(camera_film, CARD)
    at_work.keys.press(Qt.Key.Key_F2)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")

    camera_film.unlink()  # a camera on the bus is gone while the computer sleeps
    sleep_for_a_night(at_work)
    at_work.wait_for("Máy đang khoá")
    at_work.keys.type(PASSWORD)
    at_work.keys.press(Qt.Key.Key_Return)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    at_work.keys.press(Qt.Key.Key_O, CTRL)
    at_work.wait_for("1 cần xem")
    at_work.keys.press(Qt.Key.Key_Home)  # the page came with a device that may not be the first now
    at_work.wait_for("Máy ảnh quầy: tắt hoặc chưa nối")

    at_work.keys.press(Qt.Key.Key_F2)
    show_card(camera_film, OTHER_CARD)
    at_work.wait_for("Trần Văn Bình")


# -- the day's end ----------------------------------------------------------------------------


def test_who_leaves_is_told_what_was_not_sent_and_finds_every_letter_the_next_morning(
    at_work: Counter, home: Path
) -> None:
    receive(at_work)
    at_work.wait_for("4 chờ gửi")
    read_card(OTHER_CARD)
    at_work.wait_for("Trần Văn Bình")
    at_work.focus_on("Điện thoại")
    at_work.keys.type("0912345")
    draft = at_work.session._drafts.current
    at_work.wait(lambda: draft.applicant.texts.get(ApplicantField.PHONE) == "0912345")

    at_work.desktop.screen.window.close()  # Alt+F4
    at_work.wait_for_focus("Đóng chương trình")
    at_work.wait_for("Còn 1 hồ sơ đang nhập, chưa tiếp nhận.")
    at_work.wait_for("Còn 4 việc chưa gửi về tỉnh.")
    at_work.wait_for("Mọi thứ đã ghi, mã hoá trong máy này")
    at_work.keys.press(Qt.Key.Key_Escape)
    assert at_work.desktop.screen.window.isVisible()
    at_work.desktop.screen.window.close()
    at_work.keys.press(Qt.Key.Key_Return)
    assert not at_work.desktop.screen.window.isVisible()
    at_work.desktop.close()

    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        (left,) = desk.drafts.mine()
        assert desk.store.outbox.status().events.waiting == 4
    assert left.description["typed"]["applicant"]["phone"] == "0912345"


# -- a screen that goes ------------------------------------------------------------------------


def test_the_officers_own_monitor_goes_and_the_next_key_is_still_theirs(at_work: Counter) -> None:
    window, screen = at_work.desktop.screen.window, QGuiApplication.primaryScreen()
    read_card(CARD)
    at_work.wait_for("Nguyễn Thị Ánh Tuyết")
    at_work.focus_on("Điện thoại")
    at_work.keys.type("09")
    window.move(9_000, 4_000)  # where the other monitor was
    assert not screen.geometry().intersects(window.frameGeometry())

    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(screen)

    at_work.wait(lambda: screen.geometry().contains(window.frameGeometry().topLeft()))
    at_work.come_back()
    at_work.keys.type("12")
    at_work.wait(
        lambda: at_work.session._drafts.current.applicant.texts.get(ApplicantField.PHONE) == "0912"
    )
    assert at_work.session.going.place is Place.RECEPTION


LAPTOP, SECOND = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("window", "stands"),
    [
        (QRect(0, 0, 1366, 728), QRect(0, 0, 1366, 728)),
        (QRect(1366, 0, 1920, 1040), QRect(0, 0, 1366, 728)),  # it filled the one that went
        (QRect(3_300, 40, 1_000, 700), QRect(183, 14, 1_000, 700)),
        (QRect(200, -650, 1_000, 700), QRect(183, 14, 1_000, 700)),  # the head is above the edge
        (
            QRect(1_100, 600, 1_000, 700),
            QRect(1_100, 600, 1_000, 700),
        ),  # it can be moved
    ],
)
def test_a_window_stays_where_its_head_is_seen_and_else_comes(window: QRect, stands: QRect) -> None:
    assert in_sight(window, [LAPTOP]) == stands


def test_with_two_screens_nothing_is_moved_from_the_second() -> None:
    window = QRect(1_500, 100, 1_366, 768)

    assert in_sight(window, [LAPTOP, SECOND]) == window
