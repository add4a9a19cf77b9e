"""Tab goes round every page once, reaches all that takes the keys, and comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from tests.ui.keyboard import focused, press
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.page import Page

SCENES = (
    "home-broken", "board-usual", "settings-usual", "accounts-usual", "log-usual", "sync-refused",
    "reception-ready", "reception-empty", "list-usual", "dossier-waiting", "results-list",
    "results-half", "hand-over-half", "till-short", "till-payments", "scan-usual", "preview",
)  # fmt: skip
_MOST, _IN_A_PANEL = 120, 25


def takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    reachable = widget.focusPolicy() & tab == tab
    return bool(reachable and widget.isVisible() and widget.isEnabled())


def tour() -> list[QWidget]:
    """Press Tab until it comes back to where it began."""
    first = focused()
    stops = [first]
    for _ in range(_MOST):
        press("Tab")
        if focused() is first:
            return stops
        assert focused() not in stops, f"caught at {focused().accessibleName()}"
        stops.append(focused())
    raise AssertionError(f"still away after {_MOST} presses")


def in_front(gallery: Gallery) -> Page:
    (page,) = (one for one in gallery.window.findChildren(Page) if one.isVisible())
    return page


@pytest.mark.parametrize("scene", SCENES)
def test_tab_goes_round_and_reaches_everything_on_the_page(gallery: Gallery, scene: str) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()
    page = in_front(gallery)
    wanted = {
        one
        for one in page.findChildren(QWidget)
        if takes_tab(one) and isinstance(one, QAbstractButton | QLineEdit | QComboBox)
    }
    assert wanted
    # of choices that exclude one another Tab takes one, and the arrows go on
    alone = {one for one in wanted if not isinstance(one, QAbstractButton) or one.group() is None}

    stops = tour()

    missed = sorted(one.accessibleName() for one in alone - set(stops))
    assert missed == []


@pytest.mark.parametrize("scene", SCENES)
def test_back_is_the_same_way(gallery: Gallery, scene: str) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()
    there = tour()
    back = [there[0]]
    for _ in there[1:]:
        press("Shift+Tab")
        back.append(focused())

    assert back[1:] == there[:0:-1]


def test_tab_goes_round_inside_an_open_panel_and_does_not_close_it(gallery: Gallery) -> None:
    seen = set()
    for scene, show in gallery.scenes().items():
        show()
        QApplication.processEvents()
        for panel in gallery.window.findChildren(FloatingPanel):
            holds_focus = panel.isVisible() and panel.isAncestorOf(focused())
            if not (holds_focus and any(takes_tab(one) for one in panel.findChildren(QWidget))):
                continue
            seen.add(panel.accessibleName())
            for key in ("Tab", "Shift+Tab"):
                for _ in range(_IN_A_PANEL):
                    press(key)
                    assert panel.isVisible(), f"{scene}: {key} closes {panel.accessibleName()}"
    assert len(seen) > 8


def test_tab_past_the_last_field_of_the_owner_begins_anew(gallery: Gallery) -> None:
    gallery.scenes()["reception-owner"]()
    QApplication.processEvents()
    first = focused()
    (panel,) = (
        one for one in gallery.window.findChildren(FloatingPanel) if one.isAncestorOf(first)
    )

    stops = tour()

    assert len(stops) > 1
    assert all(panel.isAncestorOf(stop) for stop in stops)
    assert panel.isVisible()
