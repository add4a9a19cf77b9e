"""The papers' table is worked by keys: ticks, counts, files."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui.heard import told
from tests.ui.keyboard import click, focused, press, type_in
from tests.ui.reception_reading import name_of
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.tokens import PAPER_ROW, TWO_LINE_ROW
from ui.desktop.reception.papers_table import PapersTable
from ui.desktop.reception.view_model import CopyKind, Paper


@pytest.fixture
def table(gallery: Gallery) -> PapersTable:
    gallery.reception.show_draft(samples.draft(blocked=True), fresh=True)
    press("Alt+3")
    found = focused()
    assert isinstance(found, PapersTable)
    return found


def test_the_first_missing_paper_is_the_current_row(table: PapersTable) -> None:
    paper = table.paper()
    assert paper is not None
    assert paper.number == 3


def test_space_says_that_a_paper_is_complete(gallery: Gallery, table: PapersTable) -> None:
    ticks = told(gallery.reception.papers.tick_wanted)

    press("Space", "Down", "Space")

    assert ticks == ["3", "4"]


def test_digits_count_the_kind_that_the_arrows_choose(gallery: Gallery, table: PapersTable) -> None:
    counts = told(gallery.reception.papers.count_wanted)

    press("2", "Right", "Right", "1", "Left", "0")

    assert counts == [
        ("3", CopyKind.ORIGINALS, 2),
        ("3", CopyKind.COPIES, 1),
        ("3", CopyKind.CERTIFIED, 0),
    ]


def test_each_row_starts_at_the_kind_that_is_asked_for(table: PapersTable) -> None:
    assert table.kind() is CopyKind.ORIGINALS

    press("Down", "Down")

    assert table.kind() is CopyKind.PRESENTED


def test_two_digits_typed_at_once_are_one_number(gallery: Gallery, table: PapersTable) -> None:
    counts = told(gallery.reception.papers.count_wanted)

    type_in("12")

    assert counts[-1] == ("3", CopyKind.ORIGINALS, 12)


def test_digits_in_a_field_count_no_paper(gallery: Gallery, table: PapersTable) -> None:
    counts = told(gallery.reception.papers.count_wanted)

    press("Alt+1")
    type_in("12 ")

    assert counts == []


def test_plus_asks_for_the_name_of_another_paper(gallery: Gallery, table: PapersTable) -> None:
    named = told(gallery.reception.papers.other_named)

    press("+")
    assert name_of(focused()) == "Tên giấy tờ khác"
    type_in("Bản vẽ")
    press("Return")

    assert named == ["Bản vẽ"]
    assert table.hasFocus()


def test_the_keys_go_on_at_the_paper_that_was_added(gallery: Gallery, table: PapersTable) -> None:
    """Its files and copies were told of the row that was left, where they belong to nothing."""
    page, draft = gallery.reception, samples.draft(blocked=True)

    def take(name: str) -> None:
        last = replace(draft.papers[-1], key="+9", number=0, name=name, files=())
        page.show_papers((*draft.papers, last))

    page.papers.other_named.connect(take)
    press("+")
    type_in("Sơ đồ")
    press("Return")

    assert focused() is table
    paper = table.paper()
    assert paper is not None
    assert paper.name == "Sơ đồ"


def test_esc_adds_no_paper(gallery: Gallery, table: PapersTable) -> None:
    named = told(gallery.reception.papers.other_named)

    press("+")
    type_in("Bản vẽ")
    press("Esc")

    assert named == []
    assert table.hasFocus()
    press("+", "Return")  # the name was kept
    assert named == ["Bản vẽ"]


def test_only_a_paper_that_was_added_can_be_removed(gallery: Gallery, table: PapersTable) -> None:
    removed = told(gallery.reception.papers.other_removal_wanted)

    press("Del")
    assert removed == []
    press("Down", "Down", "Down", "Down", "Del")

    assert removed == ["x1"]


def test_a_file_is_taken_off_from_the_strip(gallery: Gallery, table: PapersTable) -> None:
    removed = told(gallery.reception.papers.file_removal_wanted)

    press("Up", "Tab", "Right", "Del")

    assert removed == [("2", "3")]


def test_f7_asks_for_files_of_the_current_row(gallery: Gallery, table: PapersTable) -> None:
    files = told(gallery.reception.papers.files_chosen)

    press("Alt+F")
    dialog = gallery.window.findChildren(QFileDialog)[0]
    assert "Hợp đồng" in dialog.windowTitle()
    dialog.filesSelected.emit(["/tmp/một.pdf", "/tmp/hai.jpg"])  # noqa: S108 - never opened
    dialog.close()

    assert files == [("3", ["/tmp/một.pdf", "/tmp/hai.jpg"])]  # noqa: S108


def test_the_mouse_counts_copies_too(gallery: Gallery, table: PapersTable) -> None:
    counts = told(gallery.reception.papers.count_wanted)
    more = {w.accessibleName(): w for w in gallery.reception.papers.findChildren(QWidget)}

    click(more["Thêm một: Sao"])

    assert counts == [("3", CopyKind.COPIES, 1)]
    assert table.hasFocus()


def test_long_names_have_two_lines_where_all_rows_can(gallery: Gallery, table: PapersTable) -> None:
    zone, papers = gallery.reception.papers, samples.draft(blocked=True).papers

    def heights(*shown: Paper) -> set[int]:
        zone.show_papers(shown)
        return {table.rowHeight(row) for row in range(len(shown) + 1)}

    long = [paper for paper in papers if len(paper.name) > 40][:2]
    short = [paper for paper in papers if len(paper.name) < 30][:2]

    assert heights(*long) == {TWO_LINE_ROW}
    assert heights(*short) == {PAPER_ROW}
    assert heights(*papers) == {PAPER_ROW}, "all of them at once are worth more than whole names"
    assert heights(*long) == {TWO_LINE_ROW}
