"""The print preview: the very pages, and what will happen."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui.heard import told
from tests.ui.keyboard import press
from ui.desktop.gallery import samples
from ui.desktop.gallery.window import Gallery
from ui.desktop.preview.view import PreviewPage


@pytest.fixture
def page(gallery: Gallery) -> PreviewPage:
    gallery.scenes()["preview"]()
    return gallery.preview


def state(page: PreviewPage) -> str:
    return page.findChildren(QWidget, "state")[0].accessibleName()


def test_f9_prints_and_esc_goes_back(page: PreviewPage) -> None:
    printed, closed = told(page.print_wanted), told(page.closed)

    press("F9")
    assert printed == []  # it came out before: why once more?
    press("Space", "Esc")

    assert printed == ["Bản trước in hỏng"]
    assert len(closed) == 1


def test_a_first_copy_needs_no_reason(page: PreviewPage) -> None:
    printed = told(page.print_wanted)
    page.show_preview(replace(samples.preview(()), times_printed=0))

    press("F9")

    assert printed == [""]


def test_the_paper_is_chosen_with_the_arrows(page: PreviewPage) -> None:
    papers = told(page.paper_chosen)

    press("Right")

    assert papers == ["a4-two-up"]


def test_saving_asks_where_and_tells_the_path(gallery: Gallery, page: PreviewPage) -> None:
    saved = told(page.save_wanted)

    press("Ctrl+S")
    dialog = gallery.window.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit("/tmp/phieu.pdf")  # noqa: S108 - never written
    dialog.close()

    assert saved == ["/tmp/phieu.pdf"]  # noqa: S108


def test_a_broken_printer_locks_printing_and_says_why(gallery: Gallery) -> None:
    gallery.scenes()["preview-broken"]()
    printed = told(gallery.preview.print_wanted)

    press("F9")

    assert printed == []
    assert state(gallery.preview) == "HP LaserJet A4/A5: hết giấy"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"times_printed": 0}, "Hồ sơ đã lưu; in hỏng thì in lại được."),
        ({"times_printed": 2}, "Đã in 2 lần. Phiếu in ra ghi rõ là bản in lại"),
        ({"printer": "simulated"}, "Máy in mô phỏng: không ra giấy thật"),
        ({"printers": (), "printer": ""}, "Chưa có máy in. Lưu PDF để in ở máy khác."),
    ],
)
def test_it_says_what_will_happen(
    page: PreviewPage, changes: dict[str, object], words: str
) -> None:
    before = samples.preview(())

    page.show_preview(replace(before, **changes))  # type: ignore[arg-type]

    assert state(page) == words


def test_while_a_paper_is_on_its_way_nothing_is_asked_twice(page: PreviewPage) -> None:
    printed = told(page.print_wanted)

    page.show_busy(True)
    press("F9")
    assert printed == []
    page.show_busy(False)
    press("F9", "Tab", "Space")

    assert printed == ["Công dân làm mất"]


def test_the_outcome_stands_in_the_bar(page: PreviewPage) -> None:
    page.show_outcome("Đã in 2 liên.", good=True)

    assert state(page) == "Đã in 2 liên."


def test_the_pages_are_those_given_whole_and_in_proportion(page: PreviewPage) -> None:
    from ui.desktop.preview.page_image import PageImages

    images = page.findChildren(PageImages)[0]
    places = images._places()

    assert len(places) == 2
    for place in places:
        assert images.rect().contains(place.toRect())
        assert place.width() / place.height() == pytest.approx(874 / 1240, abs=0.01)
