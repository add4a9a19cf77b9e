"""Separator sheets by keyboard: printed off the checklist, laid into a pile that files itself."""

import json
import os
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from station.domain.scan_pages import BASKET, TRAY, in_row
from tests.scanned_pages import Kind, scanned
from tests.ui.test_window_scan import ESC, F7, all_clean, at_scan_desk, entry, wait_long
from tests.ui.window_counter import Counter
from ui.desktop.frame.view_model import Place


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """The folder into which a copier puts what lies in its feeder."""
    folder = tmp_path / "pile"
    folder.mkdir()
    return folder


@pytest.fixture
def home(made_home: Path, tmp_path: Path, pile: Path) -> Path:
    """A sample home whose scanner is that folder."""
    import shutil

    home = Path(shutil.copytree(made_home, tmp_path / "home"))
    settings = json.loads((home / "station.json").read_text(encoding="utf-8"))
    for device in settings["devices"]:
        if device["role"] == "scanner":
            device |= {"driver": "folder", "address": str(pile)}
    (home / "station.json").write_text(json.dumps(settings), encoding="utf-8")
    return home


def as_scans(pdf: bytes) -> list[bytes]:
    """Give the pages of a printed paper as a scanner of 200 dpi would, the sheets upside down."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    for page in document:
        content = BytesIO()
        picture = page.render(scale=200 / 72).to_pil().convert("RGB").rotate(180)
        picture.save(content, "JPEG", dpi=(200, 200))
        pictures.append(content.getvalue())
    document.close()
    return pictures


def test_printed_sheets_file_the_pile_that_they_are_laid_into(
    at_work: Counter, home: Path, pile: Path
) -> None:
    keys = at_work.keys
    at_scan_desk(at_work)

    keys.type("b")
    at_work.wait(lambda: at_work.session.going.place is Place.PREVIEW)
    at_work.wait_for("Tờ phân cách")
    keys.press(Qt.Key.Key_F9)
    at_work.wait(lambda: any((home / "printed").glob("*.pdf")))
    (printed,) = (home / "printed").glob("*.pdf")
    keys.press(ESC)
    at_work.wait(lambda: at_work.session.going.place is Place.SCAN)

    rows = [row.key for row in at_work.session._work.drafts.current.papers]
    sheets = as_scans(printed.read_bytes())
    assert len(sheets) == len(rows)
    form, card = (scanned(kind, 7).jpeg() for kind in (Kind.FORM, Kind.LETTER))
    for number, content in enumerate((form, sheets[1], card, sheets[0], form, card), start=1):
        page = pile / f"{number:02}.jpg"
        page.write_bytes(content)
        os.utime(page, (0, 0))  # it has long been written
    keys.press(F7)
    wait_long(at_work, lambda: all_clean(at_work, 6))

    session = entry(at_work).session
    places = [page.state.place for page in session.pages]
    assert places == [TRAY, BASKET, in_row(rows[1]), BASKET, in_row(rows[0]), in_row(rows[0])]
