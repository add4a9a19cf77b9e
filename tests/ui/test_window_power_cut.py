"""N12 in the window: after a kill the same page, field, cursor and drafts are there again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from station.usecases.drafts import OpenWork
from tests.ui import killed_window
from tests.ui.window_counter import PASSWORD, Counter, counter, made_home
from tests.ui.window_keys import CTRL
from ui import composition
from ui.desktop.frame.view_model import Place
from ui.desktop.reception.draft_entry import DraftEntry
from ui.desktop.reception.draft_keeping import KEEP_MS
from ui.desktop.reception.view_model import ApplicantField

__all__ = ["counter", "made_home"]  # the fixtures


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_home, tmp_path / "home"))


@pytest.fixture
def cut_off(home: Path) -> Path:
    """The home of a window that was killed in the middle of a telephone number."""
    command = [sys.executable, "-m", "tests.ui.killed_window", str(home)]
    killed = subprocess.run(command, check=False, timeout=120, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr
    return home


@pytest.mark.skipif(sys.platform == "win32", reason="nobody is killed there by a signal")
def test_n12_the_same_draft_field_and_cursor_are_there_again(
    cut_off: Path, counter: Counter
) -> None:
    counter.sign_in("quay3")

    counter.wait(lambda: counter.session.going.place is Place.RECEPTION)
    counter.wait_for_focus(killed_window.PHONE)
    field = counter.desktop.screen.window.focusWidget()
    assert isinstance(field, QLineEdit)
    typed, before = killed_window.TYPED, killed_window.CURSOR
    assert (field.text(), field.cursorPosition()) == (typed, before)
    counter.keys.type("9")
    counter.wait(lambda: field.text() == f"{typed[:before]}9{typed[before:]}")

    names = [draft.applicant.name for draft in counter.session._drafts]
    assert names == ["Nguyễn Thị Ánh Tuyết", "Trần Văn Bình"]
    counter.keys.press(Qt.Key.Key_2, CTRL)
    counter.wait_for("Trần Văn Bình")


def test_what_is_typed_is_written_within_300_ms() -> None:
    """N12: a power cut takes a letter or two, never a field."""
    assert KEEP_MS <= 300


@pytest.mark.parametrize(
    ("left_at", "comes_to"),
    [
        (Place.SCAN, Place.SCAN),
        (Place.TILL, Place.TILL),
        (Place.DOSSIER, Place.RECEPTION),  # whose it was is not known any more
    ],
)
def test_n12_the_page_that_was_in_front_is_in_front_again(
    home: Path, counter: Counter, left_at: Place, comes_to: Place
) -> None:
    draft = DraftEntry(in_front=left_at)
    draft.applicant.edit(ApplicantField.NAME, "Trần Thị Bông")
    with composition.sign_in(home, "quay3", PASSWORD) as desk:
        work = OpenWork(draft_id=draft.draft_id, procedure_code=None, description=draft.kept())
        desk.drafts.keep([work], [], at=desk.now())

    counter.sign_in("quay3")

    counter.wait(lambda: counter.desktop.session and counter.session.going.place is comes_to)
