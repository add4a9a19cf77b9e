"""N12 in the window: after a kill the same page, field, cursor and drafts are there again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from station.forms.dossier_label import LABEL
from station.usecases.drafts import OpenWork
from station.usecases.reception_input import reception_from_plain
from tests.builders import a_description
from tests.ui import killed_window
from tests.ui.test_window_life import PAPERS
from tests.ui.window_counter import PASSWORD, Counter
from tests.ui.window_keys import ALT, CTRL
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_keeping import KEEP_MS
from ui.desktop.reception.view_model import ApplicantField
from ui.desktop.typed_notes import TypedNotes

no_signals = pytest.mark.skipif(
    sys.platform == "win32", reason="nobody is killed there by a signal"
)


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_home, tmp_path / "home"))


def kill(home: Path, story: str) -> None:
    """Let a window be killed in the middle of a story."""
    command = [sys.executable, "-m", "tests.ui.killed_window", str(home), story]
    killed = subprocess.run(command, check=False, timeout=120, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr


@pytest.fixture
def cut_off(home: Path) -> Path:
    """The home of a window that was killed in the middle of a telephone number."""
    kill(home, "reception")
    return home


@pytest.fixture
def cut_off_correcting(home: Path) -> Path:
    """The home of a window that was killed when notes were counted and a dossier corrected."""
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        desk.receive(reception_from_plain(a_description(documents=PAPERS)), folder=Path())
    kill(home, "till")
    return home


def field_with_keys(counter: Counter) -> QLineEdit:
    field = counter.desktop.screen.window.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


@no_signals
def test_n12_the_same_draft_field_and_cursor_are_there_again(
    cut_off: Path, counter: Counter
) -> None:
    counter.sign_in("quay3")

    counter.wait(lambda: counter.session.going.place is Place.RECEPTION)
    counter.wait_for_focus(killed_window.PHONE)
    field = field_with_keys(counter)
    typed, before = killed_window.TYPED, killed_window.CURSOR
    assert (field.text(), field.cursorPosition()) == (typed, before)
    counter.keys.type("9")
    counter.wait(lambda: field.text() == f"{typed[:before]}9{typed[before:]}")

    names = [draft.applicant.name for draft in counter.session._drafts]
    assert names == ["Nguyễn Thị Ánh Tuyết", "Trần Văn Bình"]
    counter.keys.press(Qt.Key.Key_2, CTRL)
    counter.wait_for("Trần Văn Bình")


@no_signals
def test_n12_what_was_typed_in_a_panel_and_counted_is_there_and_the_next_key_goes_on(
    cut_off_correcting: Path, counter: Counter
) -> None:
    counter.sign_in("quay3")
    keys, before = counter.keys, killed_window.OWNER_CURSOR

    counter.wait(lambda: counter.session.going.place is Place.DOSSIER)
    counter.wait_for_focus(killed_window.OWNER)
    field = field_with_keys(counter)
    typed = killed_window.OWNER_TYPED
    counter.wait(lambda: (field.text(), field.cursorPosition()) == (typed, before))
    keys.type("Van ")
    counter.wait(lambda: field.text() == "Tran Van Chu")

    keys.press(Qt.Key.Key_Escape)  # one step back, and what was typed is kept
    keys.press(Qt.Key.Key_F8)
    counter.wait_for("12.800.000 đ")  # 12 × 500.000 and 34 × 200.000
    keys.press(Qt.Key.Key_0, CTRL)
    counter.wait_for_focus("Hồ sơ")
    keys.press(Qt.Key.Key_Return)
    counter.wait_for("Việc kế:")
    keys.press(Qt.Key.Key_C, ALT)
    counter.wait_for_focus("Phần sửa: Chủ hồ sơ, uỷ quyền")
    counter.focus_on(killed_window.OWNER)
    assert field_with_keys(counter).text() == "Tran Van Chu"

    counter.focus_on("Lý do")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return, CTRL)
    counter.wait_for("Giấy uỷ quyền. Hồ sơ chưa được nhận")  # the letter of the owner typed
    (dossier,) = counter.dossiers()
    assert dossier.version == 1


def test_what_is_typed_is_written_within_300_ms() -> None:
    """N12: a power cut takes a letter or two, never a field."""
    assert KEEP_MS <= 300


def test_n12_a_paper_the_dossier_and_the_list_behind_it_are_there_again(
    home: Path, counter: Counter
) -> None:
    """As the mark of a window says that was killed over a paper; the mark is written by itself."""
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        given = reception_from_plain(a_description(documents=PAPERS))
        code = desk.receive(given, folder=Path()).dossier.code
        parts = {
            "preview": {"code": code, "of": "papers", "form": LABEL, "paper": "a5"},
            "dossier": {"code": code},
            "list": {"filter": "newest", "text": "tuyet"},
        }
        way = {"dossier": "list", "preview": "dossier"}
        left = {"place": "preview", "way": way, "parts": parts}
        desk.drafts.leave_mark(left, at=desk.now())

    counter.sign_in("quay3")

    counter.wait_for("Nhãn hồ sơ")
    counter.wait(lambda: counter.desk.drafts.mark().get("keys"))
    again = counter.desk.drafts.mark()
    assert (again["place"], again["way"], again["parts"]) == ("preview", way, parts)
    counter.keys.press(Qt.Key.Key_Escape)
    counter.wait(lambda: counter.session.going.place is Place.DOSSIER)
    counter.wait_for("Việc kế:")
    counter.keys.press(Qt.Key.Key_Escape)
    counter.wait_for("Dòng 1/1")
    assert counter.session.going.place is Place.LIST
    counter.wait_for("tuyet")


def test_n12_why_the_last_slip_is_printed_again_is_asked_again(
    home: Path, counter: Counter
) -> None:
    """As the mark of a window says that was killed over its reason."""
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        given = reception_from_plain(a_description(documents=PAPERS))
        code = desk.receive(given, folder=Path()).dossier.code
        desk.print_waiting()
        reprint = "reception.reprint"
        notes = TypedNotes()
        notes.keep(reprint, code, {"own": "phieu uot"})
        left = {
            "place": "reception",
            "work": {"notes": notes.plain()},
            "parts": {"reception": {"code": code}},
            "panel": {"key": reprint, "about": code, "control": "Lý do khác", "at": 5},
        }
        desk.drafts.leave_mark(left, at=desk.now())

    counter.sign_in("quay3")

    counter.wait_for_focus("Lý do khác")
    counter.wait(lambda: field_with_keys(counter).cursorPosition() == 5)
    counter.keys.type(" bi")
    counter.wait(lambda: field_with_keys(counter).text() == "phieu bi uot")
    counter.keys.press(Qt.Key.Key_Return)
    counter.wait(lambda: [p.reason for p in counter.dossiers()[0].prints][-1] == "phieu bi uot")


def test_n12_the_scan_desk_of_a_draft_without_a_mark_is_in_front_again(
    home: Path, counter: Counter
) -> None:
    draft = DraftEntry(in_front=Place.SCAN)
    draft.applicant.edit(ApplicantField.NAME, "Trần Thị Bông")
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        work = OpenWork(draft_id=draft.draft_id, procedure_code=None, description=draft.kept())
        desk.drafts.keep([work], [], at=desk.now())

    counter.sign_in("quay3")

    counter.wait(lambda: counter.desktop.session and counter.session.going.place is Place.SCAN)
