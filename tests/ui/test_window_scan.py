"""The scan desk by keyboard: a pile that jams, pages put where they belong, and the dossier."""

import io
import json
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from station.domain.scan_pages import BASKET, TRAY, in_row
from station.usecases.handed_in import DIGITISED, KEPT
from tests.heic_samples import PHONE
from tests.ui.window_counter import CARD, Counter
from tests.ui.window_keys import ALT, CTRL, read_card
from ui.desktop.frame.view_model import Place
from ui.desktop.reception.draft_restoring import restored
from ui.desktop.reception.paper_entries import EntryFile
from ui.desktop.reception.scan_entry import ScanEntry

DOWN, SPACE, F7, ESC = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F7, Qt.Key.Key_Escape
SCAN_MS = 240_000


@pytest.fixture
def feed() -> str:
    """What lies in the simulated scanner."""
    return "4, jam 3"


@pytest.fixture
def home(made_home: Path, tmp_path: Path, feed: str) -> Path:
    """A sample home whose scanner has this pile."""
    import shutil

    home = Path(shutil.copytree(made_home, tmp_path / "home"))
    settings = json.loads((home / "station.json").read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "scanner":
            device["address"] = feed
    (home / "station.json").write_text(json.dumps(settings), encoding="utf-8")
    return home


def entry(counter: Counter) -> ScanEntry:
    return counter.session._work.drafts.current.scan


def wait_long(counter: Counter, condition: object) -> None:
    counter._qtbot.waitUntil(lambda: bool(condition()), timeout=SCAN_MS)  # type: ignore[operator]


def kept_files(counter: Counter) -> set[str]:
    home = counter.session._home
    return {path.name for path in (home / "pages").glob("??/*")}


def scanned_a_while_ago(counter: Counter, name: str) -> None:
    """Age a page: one that is seconds old may belong to an act under way and is kept."""
    path = counter.session._home / "pages" / name[:2] / name
    os.utime(path, (path.stat().st_mtime - 60,) * 2)


def at_scan_desk(counter: Counter) -> None:
    """Name the applicant, choose the procedure, go to the scan desk."""
    keys = counter.keys
    read_card(CARD)
    keys.press(Qt.Key.Key_F4)
    keys.type("cgxn")
    counter.wait_for("thủ tục khớp")
    keys.press(Qt.Key.Key_Return)
    counter.wait_for("Tờ khai cấp Giấy xác nhận")
    keys.press(F7)
    counter.wait_for("Đặt giấy vào khay, bấm F7 để quét")
    counter.wait_for_focus("Các trang")


def all_clean(counter: Counter, count: int) -> bool:
    pages = entry(counter).pages.values()
    return len(pages) == count and all(page.clean is not None for page in pages)


def test_a_pile_that_jams_goes_on_and_its_papers_are_in_the_dossier(at_work: Counter) -> None:
    keys = at_work.keys
    at_scan_desk(at_work)

    keys.press(F7)
    wait_long(at_work, lambda: "Dừng ở trang 3: Kẹt giấy" in at_work.said())
    assert len(entry(at_work).session.pages) == 2
    keys.type("1")  # pages are filed while the pile waits
    keys.press(F7)
    wait_long(at_work, lambda: all_clean(at_work, 4))
    keys.type("12")
    at_work.wait(lambda: len(entry(at_work).session.at(TRAY)) == 1)
    keys.press(Qt.Key.Key_Delete)
    at_work.wait_for("3 trang đã xếp xong. Về hồ sơ")
    keys.press(ESC)
    at_work.wait_for("Tiếp nhận và in")

    at_work.wait(
        lambda: not any(row.opening for row in at_work.session._work.drafts.current.papers)
    )
    keys.press(Qt.Key.Key_3, ALT)
    for key in (DOWN, DOWN, DOWN, SPACE):
        keys.press(key)
    keys.press(Qt.Key.Key_F8)
    keys.type("20000")
    at_work.wait_for("Đủ điều kiện tiếp nhận.")
    draft_id = at_work.session._work.drafts.current.draft_id
    original = at_work.desk.scans.opened(draft_id)[0][0].original
    assert original in kept_files(at_work)
    scanned_a_while_ago(at_work, original)
    keys.press(Qt.Key.Key_Return, CTRL)
    at_work.wait(lambda: len(at_work.dossiers()) == 1)

    (dossier,) = at_work.dossiers()
    by_index = {document.index: document.files for document in dossier.documents}
    assert [file.pages for file in by_index[1]] == [2]
    assert [file.pages for file in by_index[2]] == [1]
    pdf = at_work.desk.store.vault.get(by_index[1][0].sha256)
    assert pdf.startswith(b"%PDF-")
    at_work.wait(lambda: at_work.desk.scans.opened(draft_id)[0] == [])
    at_work.wait(lambda: original not in kept_files(at_work))  # it is sealed: originals go


def test_what_was_scanned_is_there_when_the_window_opens_again(at_work: Counter) -> None:
    keys = at_work.keys
    at_scan_desk(at_work)
    keys.press(F7)
    wait_long(at_work, lambda: "Dừng ở trang 3" in at_work.said())
    wait_long(at_work, lambda: all_clean(at_work, 2))
    keys.type("1")
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_Delete)
    at_work.wait(lambda: len(entry(at_work).session.at(BASKET)) == 1)
    draft = at_work.session._work.drafts.current
    at_work.wait(lambda: at_work.desk.scans.opened(draft.draft_id)[1] == draft.scan.session)

    pages, session = at_work.desk.scans.opened(draft.draft_id)

    assert len(pages) == 2
    assert len(session.at(in_row("row-1"))) == 1
    assert session.at(BASKET)[0].state.turns == 1


def test_esc_goes_back_one_step_and_loses_nothing(at_work: Counter) -> None:
    keys = at_work.keys
    at_scan_desk(at_work)
    keys.press(F7)
    wait_long(at_work, lambda: "Dừng ở trang 3" in at_work.said())
    wait_long(at_work, lambda: all_clean(at_work, 2))
    at_work.wait(lambda: at_work.desktop.screen.scan.large.page == entry(at_work).current)

    keys.press(Qt.Key.Key_V)
    at_work.wait_for("Enter che hẳn")
    keys.press(ESC)
    assert at_work.session.going.place is Place.SCAN
    keys.press(ESC)
    at_work.wait_for("Tiếp nhận và in")
    keys.press(F7)
    at_work.wait_for_focus("Các trang")

    assert len(entry(at_work).session.seen) == 2


@pytest.mark.e2e
@pytest.mark.timeout(300)
@pytest.mark.parametrize("feed", ["30, jam 37"])
def test_sixty_pages_of_both_sides_with_a_jam_at_page_37(at_work: Counter) -> None:
    keys = at_work.keys
    at_scan_desk(at_work)
    shown = entry(at_work)

    def current() -> int:
        return at_work.desktop.screen.scan.grid.current

    def filed(row: str) -> int:
        return len(shown.session.at(in_row(row)))

    def more_than(number: int) -> bool:
        return filed("row-2") > number

    at_work.focus_on("Hai mặt")
    keys.press(SPACE)
    keys.press(Qt.Key.Key_2, ALT)

    keys.press(F7)
    wait_long(at_work, lambda: len(shown.session.pages) >= 10)
    at = current()
    keys.press(Qt.Key.Key_Right)  # the grid answers while pages arrive
    at_work.wait(lambda: current() == at + 1)
    keys.type("1")
    at_work.wait(lambda: filed("row-1") == 1)
    wait_long(at_work, lambda: len(shown.session.pages) == 36)  # reading all that is said is dear
    at_work.wait_for("Đã có 36 trang, đã ghi đĩa. Dừng ở trang 37")
    assert len(shown.session.pages) == 36
    (scanner,) = (box for box in at_work.desktop.screen.scan.findChildren(QComboBox)
                  if box.accessibleName() == "Máy quét")  # fmt: skip
    assert scanner.currentText() == "Máy quét (mô phỏng)"  # a simulator is named as such
    keys.press(F7)
    wait_long(at_work, lambda: all_clean(at_work, 60))

    at_work.wait_for("Đã ghi đĩa 60/60")
    draft = at_work.session._work.drafts.current
    at_work.wait(lambda: at_work.desk.scans.opened(draft.draft_id)[1] == shown.session)
    pages, session = at_work.desk.scans.opened(draft.draft_id)
    assert [page.page_id for page in pages] == [page.page_id for page in session.pages]
    assert len({page.original for page in pages}) == 60
    assert len(session.at(BASKET)) == 20  # nothing stands on the backs of letters and cards
    for number in range(39):
        keys.type("2")
        at_work.wait(partial(more_than, number))
    at_work.wait_for("40 trang đã xếp xong. Về hồ sơ")
    keys.press(ESC)
    wait_long(at_work, lambda: not any(row.opening for row in draft.papers))
    assert [sum(file.pages for file in row.files) for row in draft.papers][:2] == [1, 39]


@pytest.mark.parametrize("name", ["don.jpg", "IMG_0001.HEIC"])
def test_a_file_that_was_brought_outlives_its_stick_and_a_power_cut(
    at_work: Counter, tmp_path: Path, name: str
) -> None:
    from devices.samples.pages import PageKind, draw_scanned_page

    at_scan_desk(at_work)
    draft, desk = at_work.session._work.drafts.current, at_work.desk
    stick = tmp_path / name
    form = draw_scanned_page(PageKind.APPLICATION_FORM, seed=1)
    stick.write_bytes(PHONE if name.endswith("HEIC") else form)
    at_work.session._reception.papers.on_files_chosen("row-1", [str(stick)])
    at_work.wait(lambda: draft.papers.rows[0].files)
    stick.unlink()

    def kept_files() -> Sequence[EntryFile]:
        kept = next((one for one in desk.drafts.mine() if one.draft_id == draft.draft_id), None)
        if kept is None or kept.procedure_code is None:
            return ()
        chosen = desk.procedure(kept.procedure_code)
        again = restored(kept.description, kept.draft_id, chosen, desk.now().date(), kept.files)
        return again.papers.rows[0].files

    at_work.wait(kept_files)  # the file is kept before the description that names it

    (file,) = kept_files()
    assert (file.path.name, file.pages) == (name, 1)
    assert desk.store.vault.get((file.kept or "").removeprefix(KEPT)).startswith(b"\xff\xd8")


def test_a_file_that_was_removed_is_put_back_by_its_key(at_work: Counter, tmp_path: Path) -> None:
    from devices.samples.pages import PageKind, draw_scanned_page

    at_scan_desk(at_work)
    at_work.keys.press(Qt.Key.Key_Escape)
    draft = at_work.session._work.drafts.current
    row = draft.papers.rows[0]
    stick = tmp_path / "don.webp"  # as Zalo saves it
    page = draw_scanned_page(PageKind.APPLICATION_FORM, seed=1)
    Image.open(io.BytesIO(page)).save(stick)
    at_work.session._reception.papers.on_files_chosen("row-1", [str(stick)])
    at_work.wait(lambda: row.files)
    at_work.keys.press(Qt.Key.Key_3, ALT)
    at_work.keys.press(Qt.Key.Key_Home)
    at_work.focus_on("Tệp của giấy tờ này")

    at_work.keys.press(Qt.Key.Key_Delete)
    assert row.files == []
    at_work.wait_for("Lấy lại: don.webp")
    at_work.keys.press(Qt.Key.Key_1, ALT)
    at_work.keys.press(Qt.Key.Key_Z, CTRL)  # a field keeps the key for what was typed
    assert row.files == []
    at_work.keys.press(Qt.Key.Key_3, ALT)
    at_work.keys.press(Qt.Key.Key_Z, CTRL)

    assert [file.path.name for file in row.files] == ["don.webp"]
    assert "Lấy lại: don.webp" not in at_work.said()
    assert at_work.focused() == "Giấy tờ của thủ tục"


@pytest.mark.parametrize("feed", ["2"])
def test_a_key_decides_what_a_copy_says_and_a_restart_keeps_it(at_work: Counter) -> None:
    keys = at_work.keys
    at_scan_desk(at_work)
    keys.press(F7)
    wait_long(at_work, lambda: all_clean(at_work, 2))
    keys.press(Qt.Key.Key_Home)
    says = next(
        box
        for box in at_work.desktop.screen.scan.findChildren(QCheckBox)
        if box.accessibleName() == "Ghi “Chỉ dùng cho hồ sơ này”"
    )
    assert not says.isVisible()

    keys.press(Qt.Key.Key_M)
    at_work.wait(lambda: says.isVisible() and says.isChecked())
    keys.press(Qt.Key.Key_D)
    at_work.wait(lambda: not says.isChecked())
    draft = at_work.session._work.drafts.current
    at_work.wait(lambda: at_work.desk.scans.opened(draft.draft_id)[1] == draft.scan.session)
    (sheet,) = at_work.desk.scans.opened(draft.draft_id)[1].seen
    assert not sheet.state.says_purpose

    at_work.focus_on("Ghi “Chỉ dùng cho hồ sơ này”")
    keys.press(SPACE)
    assert draft.scan.session.page(sheet.page_id).state.says_purpose
    keys.press(Qt.Key.Key_2, ALT)
    keys.type("1")
    keys.press(ESC)
    row = draft.papers.rows[0]
    wait_long(at_work, lambda: row.files and not row.opening)
    kept = (row.files[0].kept or "").removeprefix(DIGITISED)
    with PdfDocument(at_work.desk.store.vault.get(kept)) as pdf:
        drawn = np.asarray(pdf[0].render(scale=1, grayscale=True).to_numpy())
    assert drawn[400:442].min() < 100  # the line between the two sides
