"""Papers that were asked for are scanned: from the panel to the scan desk and back, by keyboard."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from station.domain.dossier import Dossier, DossierStatus
from station.usecases.reception_input import reception_from_plain
from tests.builders import a_description
from tests.ui.window_counter import PASSWORD, Counter
from tests.ui.window_keys import ALT, CTRL
from ui import composition
from ui.desks.desk import Desk
from ui.desktop.frame.view_model import Place

F7, ENTER, ESC = Qt.Key.Key_F7, Qt.Key.Key_Return, Qt.Key.Key_Escape
SCAN_MS = 240_000
PAPERS = [{"index": 1, "originals": 1}, {"index": 3, "originals": 1}, {"index": 4, "presented": 1}]


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    """A sample home with two pages in its scanner."""
    import shutil

    home = Path(shutil.copytree(made_home, tmp_path / "home"))
    settings = json.loads((home / "station.json").read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "scanner":
            device["address"] = "2"
    (home / "station.json").write_text(json.dumps(settings), encoding="utf-8")
    return home


def ask(desk: Desk) -> None:
    """Have a dossier wait for two papers."""
    given = reception_from_plain(a_description(documents=PAPERS))
    code = desk.receive(given, folder=Path()).dossier.code
    desk.life_cycle.supplement(code, [(1, "chưa ký"), (3, "mờ")], reason="Thiếu chữ ký")


def waiting(counter: Counter) -> Dossier:
    (dossier,) = counter.dossiers()
    return dossier


def wait_long(counter: Counter, condition: object) -> None:
    counter._qtbot.waitUntil(lambda: bool(condition()), timeout=SCAN_MS)  # type: ignore[operator]


def at_desk(counter: Counter) -> None:
    """Have a dossier wait, open what came for it, and go to the scan desk."""
    ask(counter.desk)
    counter.scan(waiting(counter).code)
    counter.wait_for("Chờ bổ sung lần 1")
    counter.keys.press(Qt.Key.Key_F, ALT)
    counter.wait_for("Quét giấy")
    counter.keys.press(F7)
    counter.wait_for_focus("Các trang")


def scan_two(counter: Counter) -> None:
    counter.keys.press(F7)
    scan = counter.session._counter._scan.presenter.draft.scan

    def are_drawn() -> bool:
        """A picture that still comes would take a banner away."""
        pages = scan.session.pages
        drawn = [scan.small.get(page.page_id, ((), b""))[0] for page in pages]
        return len(pages) == 2 and drawn == [scan.signature(page) for page in pages]

    wait_long(counter, lambda: [p.clean is not None for p in scan.pages.values()] == [True] * 2)
    wait_long(counter, are_drawn)


def test_what_came_is_scanned_into_the_rows_that_were_asked_for(at_work: Counter) -> None:
    keys = at_work.keys
    at_desk(at_work)
    at_work.wait_for(f"Bổ sung {waiting(at_work).code}")
    scan_two(at_work)
    keys.type("12")
    at_work.wait_for("2 trang đã xếp xong. Về hồ sơ")

    keys.press(ESC)
    at_work.wait(lambda: at_work.session.going.place is Place.DOSSIER)
    at_work.wait(lambda: at_work.said().count(".pdf · 1 trang") == 2)
    keys.press(ENTER, CTRL)
    at_work.wait_for("Nhận bổ sung: đã ghi")

    dossier = waiting(at_work)
    assert dossier.status is not DossierStatus.WAITING_SUPPLEMENT
    files = {row.index: row.files for row in dossier.documents if row.files}
    assert [(at, [f.digitised for f in files[at]]) for at in files] == [(1, [True]), (3, [True])]
    assert at_work.desk.scans.opened(dossier.dossier_id)[0] == []
    keys.press(ESC)  # one step back leads where the dossier was opened from, not to the desk
    at_work.wait(lambda: at_work.session.going.place is Place.RECEPTION)


def test_a_page_that_was_not_filed_stays_and_other_papers_are_not_taken(at_work: Counter) -> None:
    keys = at_work.keys
    at_desk(at_work)
    scan_two(at_work)
    keys.type("1")
    keys.type("+")
    at_work.wait_for("Xếp trang vào giấy tờ khác")
    keys.type("Giay la")
    keys.press(ENTER)
    at_work.wait_for("Bổ sung chỉ nhận giấy đã yêu cầu.")
    keys.press(ESC)
    at_work.wait(lambda: at_work.said().count(".pdf · 1 trang") == 1)
    at_work.focus_on("3. Giấy xác nhận tình trạng hôn nhân đã cấp trước đó (nếu có) (mờ)")
    keys.press(Qt.Key.Key_Space)
    keys.press(ENTER, CTRL)
    at_work.wait_for("Nhận bổ sung: đã ghi")

    dossier = waiting(at_work)
    assert dossier.status is DossierStatus.WAITING_SUPPLEMENT
    pages, session = at_work.desk.scans.opened(dossier.dossier_id)
    assert (len(pages), len(session.seen), session.filed(["row-1"])) == (1, 1, ())


def test_pages_of_a_draft_and_of_a_supplement_are_not_mixed(at_work: Counter) -> None:
    keys = at_work.keys
    at_desk(at_work)
    scan_two(at_work)
    keys.press(Qt.Key.Key_F2)
    keys.press(F7)
    at_work.wait_for("Đặt giấy vào khay, bấm F7 để quét")
    assert at_work.session._work.drafts.current.scan.pages == {}
    keys.press(ESC)
    at_work.wait(lambda: at_work.session.going.place is Place.RECEPTION)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody is killed there by a signal")
def test_n12_pages_of_a_supplement_are_there_after_a_power_cut(
    home: Path, counter: Counter
) -> None:
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        ask(desk)
    command = [sys.executable, "-m", "tests.ui.killed_window", str(home), "supplement"]
    killed = subprocess.run(command, check=False, timeout=240, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr

    counter.sign_in("quay3")
    counter.wait(lambda: counter.desktop.session)
    counter.wait_for(f"Bổ sung {waiting(counter).code}")
    assert counter.session.going.place is Place.SCAN
    counter.wait_for("1 trang chưa xếp")
    counter.keys.press(ESC)

    wait_long(counter, lambda: counter.said().count(".pdf · 1 trang") == 1)
    counter.keys.press(ENTER, CTRL)
    counter.wait_for("Nhận bổ sung: đã ghi")
    assert [f.digitised for f in waiting(counter).documents[0].files] == [True]
