"""Every page fits the smallest windows it promises, in both languages, and shows whole rows."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.desktop.frame.view_model import Officer
from ui.desktop.gallery import dossiers as details
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.button import Button
from ui.desktop.kit.figure import Figure
from ui.desktop.kit.fit import SMALLEST_HEIGHT, SMALLEST_WIDTH, Fit, fit_for
from ui.desktop.kit.page import Page
from ui.desktop.kit.table import Table
from ui.desktop.kit.zone import Zone

SIZES = [(1366, 768), (1366, 690), (1284, 690), (1240, 690), (1093, 614), (911, 512)]
SCENES = [
    "reception-blocked", "reception-longest", "reception-error", "reception-empty",
    "reception-accepted", "reception-zone-1", "reception-zone-2", "reception-zone-4",
    "list-usual", "list-empty", "preview", "preview-broken", "sign-in-error", "lock",
    "results-list", "results-empty", "results-ready", "results-refused", "results-done",
    "results-coming",
    "hand-over-half", "hand-over-ready", "hand-over-empty",
    "till-short", "till-open", "till-payments",
    "scan-usual", "scan-bad-page", "scan-jam", "scan-empty", "scan-corners",
    "home-broken", "board-usual", "board-empty", "settings-usual", "accounts-usual",
    "accounts-refused", "log-usual", "log-signed", "sync-refused",
]  # fmt: skip


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_fits_and_cuts_no_button_and_no_figure(
    gallery: Gallery, width: int, height: int
) -> None:
    gallery.window.resize(width, height)
    for scene in SCENES:
        gallery.scenes()[scene]()
        QApplication.processEvents()
        assert (gallery.window.width(), gallery.window.height()) == (width, height)
        for widget in gallery.window.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, Page | Button | Figure):
                where = f"{scene}: {widget.accessibleName() or type(widget).__name__}"
                assert widget.minimumSizeHint().width() <= widget.width(), where
                assert widget.minimumSizeHint().height() <= widget.height(), where


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_table_shows_half_a_row(gallery: Gallery, width: int, height: int) -> None:
    gallery.window.resize(width, height)
    for scene in (
        "reception-blocked",
        "reception-error",
        "list-usual",
        "search",
        "results-list",
        "hand-over-half",
        "till-payments",
    ):
        gallery.scenes()[scene]()
        QApplication.processEvents()
        for table in gallery.window.findChildren(Table):
            if table.isVisible():
                assert table.viewport().height() % table.row_height == 0, scene


def test_the_papers_seen_without_scrolling(gallery: Gallery) -> None:
    seen = {}
    for width, height in ((1366, 768), (1366, 690), (911, 512)):
        gallery.window.resize(width, height)
        gallery.scenes()["reception-blocked"]()
        QApplication.processEvents()
        table = next(t for t in gallery.window.findChildren(Table) if t.isVisible())
        seen[height] = table.viewport().height() // 32

    assert seen == {768: 8, 690: 5, 512: 4}


def test_the_window_cannot_be_made_smaller_than_all_of_it_or_the_screen(gallery: Gallery) -> None:
    room = gallery.window.screen().availableSize()
    gallery.window.resize(600, 300)

    assert gallery.window.width() == min(SMALLEST_WIDTH, room.width())
    assert gallery.window.height() == min(SMALLEST_HEIGHT, room.height())


@pytest.mark.parametrize(
    ("size", "fit"),
    [
        ((1366, 768), Fit()),
        ((1366, 690), Fit(low=True)),
        ((1283, 768), Fit(narrow=True)),
        ((1239, 768), Fit(narrow=True, compact=True)),
        ((911, 512), Fit(narrow=True, compact=True, low=True)),
        ((1920, 1040), Fit()),
    ],
)
def test_what_yields_depends_on_the_size_alone(size: tuple[int, int], fit: Fit) -> None:
    assert fit_for(*size) == fit


LONGEST_NAME = "Công Tằng Tôn Nữ Nguyễn Phước Bảo Ân Hương Giang Thuỳ Dương"
"""Longer than any that was met; at 200 % on a screen of 1920×1080 the window has 960×540."""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600), (960, 540), (911, 512)])
def test_the_longest_name_gives_way_and_pushes_nothing_out(
    gallery: Gallery, width: int, height: int
) -> None:
    """What is elided is whole in its tooltip or for a screen reader, and nothing else moves."""
    gallery.window.resize(width, height)
    gallery.frame.show_officer(Officer(LONGEST_NAME, 3))
    gallery.scenes()["dossier-waiting"]()
    gallery.dossier.show_dossier(replace(details.waiting(), name=LONGEST_NAME.upper()))
    QApplication.processEvents()

    assert (gallery.window.width(), gallery.window.height()) == (width, height)
    for widget in gallery.dossier.findChildren(Button):
        if widget.isVisible():
            right = widget.mapTo(gallery.dossier, widget.rect().topRight()).x()
            assert right <= gallery.dossier.width(), widget.accessibleName()
            assert widget.width() >= widget.minimumSizeHint().width(), widget.accessibleName()
    said = {w.accessibleName() for w in gallery.window.findChildren(QWidget) if w.isVisible()}
    shown = {w.text() for w in gallery.window.findChildren(QLabel) if w.isVisible()}
    assert any(LONGEST_NAME.upper() in words for words in said | shown)


@pytest.mark.parametrize("scene", ["till-open", "till-short"])
def test_no_part_of_the_till_stays_empty_in_a_small_window(gallery: Gallery, scene: str) -> None:
    """The receipts give way there, and the reason stands only where one is asked for."""
    gallery.window.resize(1024, 600)
    gallery.scenes()[scene]()
    QApplication.processEvents()
    till = gallery.till
    ends = [
        z.mapTo(till, z.rect().topRight()).x() for z in till.findChildren(Zone) if z.isVisible()
    ]

    assert max(ends) == till.rect().right() - fit_for(1024, 600).margins[2]
