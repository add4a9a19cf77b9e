"""F3 and Alt+A at the window: what is not here is asked of a real server, and what it has told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from station.release import program_version
from sync.client.line import HttpLine
from sync.reference_server.server import RunningServer
from tests.fakes import FakeClock
from tests.sync.stations import KEY
from tests.sync_fakes import FakeCounter
from tests.ui.window_counter import PASSWORD, Counter, receive
from tests.ui.window_keys import ALT, CTRL
from ui import composition
from ui.desktop.frame.view_model import Place

AGENCY = "000.00.17.H25"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'gateway.db'}",
        files=str(tmp_path / "files"),
        version=program_version(),
    ) as running:
        yield running


@pytest.fixture
def enrolled(server: RunningServer, at_work: Counter, home: Path) -> Counter:
    code = server.issue_enrolment_code(agency=AGENCY, station_number=3, number_range=(300, 399))
    with composition.sign_in(home, "admin", PASSWORD) as admin:
        admin.enrol(server.base_url, code)
    at_work.keys.press(Qt.Key.Key_F5)
    at_work.wait_for("Có mạng")
    return at_work


def received_elsewhere(server: RunningServer) -> str:
    """Receive a dossier at counter 5, and send it; give its code."""
    other = FakeCounter(agency=AGENCY, number=5, first_number=500)
    line = HttpLine(
        outbox=other.outbox, clock=FakeClock(), station_id=f"{AGENCY}/5", station_key=KEY
    )
    code = server.issue_enrolment_code(agency=AGENCY, station_number=5, number_range=(500, 599))
    line.enrol(server.base_url, code)
    entry = other.receive()
    line.run_once()
    assert other.outbox.status().events.sent == 1
    return str(entry.payload["dossier_code"])


def search(counter: Counter, text: str) -> None:
    counter.keys.press(Qt.Key.Key_F3)
    counter.keys.type(text)


def test_a_dossier_of_another_counter_is_found_at_the_server(
    server: RunningServer, enrolled: Counter
) -> None:
    code = received_elsewhere(server)

    search(enrolled, code.removeprefix(f"{AGENCY}-"))
    enrolled.wait_for("Không có ở máy này, số liệu đến")
    enrolled.wait_for("Hỏi máy chủ")
    enrolled.keys.press(Qt.Key.Key_Return)

    enrolled.wait_for("Máy chủ có hồ sơ 0500")
    said = enrolled.said()
    assert code in said
    assert "Quầy 5" in said
    assert "Không ở máy này: giấy tờ, giấy hẹn, kết quả hỏi ở quầy ấy." in said
    enrolled.keys.press(Qt.Key.Key_Escape)
    assert "Máy chủ có hồ sơ" not in enrolled.said()
    assert enrolled.focused() == "Tìm hồ sơ"


def test_what_nobody_has_is_said_so(enrolled: Counter) -> None:
    search(enrolled, "261123-9999")
    enrolled.wait_for("Hỏi máy chủ")
    enrolled.keys.press(Qt.Key.Key_Return)

    enrolled.wait_for("Máy chủ không có hồ sơ 9999")


def test_only_a_whole_code_is_asked_about(enrolled: Counter) -> None:
    search(enrolled, "khong ai ten vay")

    enrolled.wait_for("gõ đủ mã (260924-0217) thì hỏi máy chủ được.")
    enrolled.keys.press(Qt.Key.Key_Return)
    assert "Đang hỏi" not in enrolled.said()


def test_without_a_server_nothing_is_offered(at_work: Counter) -> None:
    search(at_work, "261123-9999")

    at_work.wait_for("Không có ở máy này. Thử mã, 4 số cuối, tên không dấu.")
    assert "Hỏi máy chủ" not in at_work.said()


def test_the_page_of_a_dossier_asks_what_the_server_has_of_it(enrolled: Counter) -> None:
    receive(enrolled)
    enrolled.wait(lambda: enrolled.desk.store.outbox.status().events.waiting == 0)
    keys = enrolled.keys
    keys.press(Qt.Key.Key_0, CTRL)
    enrolled.wait_for_focus("Hồ sơ")
    keys.press(Qt.Key.Key_Return)
    enrolled.wait(lambda: enrolled.session.going.place is Place.DOSSIER)
    enrolled.wait_for("Nguyễn Thị Ánh Tuyết".upper())

    keys.press(Qt.Key.Key_A, ALT)

    enrolled.wait_for("Máy này cũng ghi vậy.")


def test_a_line_that_is_gone_is_said_in_the_panel(
    server: RunningServer, enrolled: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.stop()
    search(enrolled, "261123-9999")
    enrolled.wait_for("Hỏi máy chủ")
    enrolled.keys.press(Qt.Key.Key_Return)

    enrolled.wait_for("(SYN-001)")
