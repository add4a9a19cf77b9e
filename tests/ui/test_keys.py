"""What stands on a badge is bound; what is bound is on the key sheet; nothing reserved is used."""

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import click, focused, press
from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.devices.page import DevicesPage
from ui.desktop.frame.key_sheet import SCOPES
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery.window import Gallery
from ui.desktop.key_scopes import Scope
from ui.desktop.keys import (
    KEYS,
    OPEN_DRAFTS,
    RESERVED,
    SAVED_FILTERS,
    Act,
    badge,
    filter_keys,
    tab_keys,
    zone_act,
)
from ui.desktop.kit.tabs import Tabs

OF_THE_FOCUS = {"Enter", "Esc", "Space", "0…9", "↑ ↓"}
"""Keys that the control with the focus takes itself; the tests of the pages press them."""
SCENES = [
    "reception-blocked", "reception-ready", "reception-empty", "reception-accepted",
    "reception-error", "reception-fees", "list-usual", "list-empty", "list-narrowed",
    "search", "preview",
    "results-list", "results-half", "results-refused", "results-done",
    "results-coming",
    "hand-over-half", "hand-over-empty", "till-short", "till-payments",
    "signing-queue", "signing-running", "signing-no-token",
    "home-broken", "board-usual", "settings-usual", "accounts-usual", "sync-refused",
]  # fmt: skip


def bound(window: QWidget) -> set[str]:
    """The keys of every shortcut that acts now."""
    keys: set[str] = set()
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        if isinstance(parent, QWidget) and parent.isVisible():
            sequences = shortcut.keys()
            keys |= {sequence.toString() for sequence in sequences}
    return keys


def badges(window: QWidget) -> set[str]:
    """What stands on the key caps that can be seen."""
    shown = (getattr(w, "badge", None) for w in window.findChildren(QWidget) if w.isVisible())
    return {badge for badge in shown if badge}


@pytest.mark.parametrize("scene", SCENES)
def test_every_badge_on_the_screen_is_a_key_that_acts(gallery: Gallery, scene: str) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()
    tabs = gallery.window.findChildren(Tabs)[0]
    numbers = badges(tabs)

    shown = badges(gallery.window) - numbers - OF_THE_FOCUS

    assert shown, "no badge at all"
    assert shown <= bound(gallery.window)
    assert {tab_keys(int(number)) for number in numbers} <= bound(gallery.window)


def test_shortcuts_are_the_keys_of_the_map(gallery: Gallery) -> None:
    in_map = {QKeySequence(binding.keys).toString() for binding in KEYS.values()}
    in_map |= {tab_keys(number) for number in range(1, OPEN_DRAFTS + 1)} | {"Ctrl+Return"}
    in_map |= {filter_keys(number) for number in range(1, SAVED_FILTERS + 1)}
    for name in (
        "reception-ready",
        "list-usual",
        "results-half",
        "hand-over-half",
        "till-short",
        "preview",
    ):
        gallery.scenes()[name]()
        assert bound(gallery.window) <= in_map, name


def test_no_key_means_two_things_in_one_place() -> None:
    everywhere = [b.keys for b in KEYS.values() if b.scope is Scope.EVERYWHERE]
    for scope in Scope:
        own = [b.keys for b in KEYS.values() if b.scope is scope]
        there = own if scope is Scope.EVERYWHERE else own + everywhere
        assert len(there) == len(set(there)), scope


def test_nothing_reserved_is_used() -> None:
    used = {binding.keys for binding in KEYS.values()}

    assert used.isdisjoint(RESERVED)
    assert not [keys for keys in used if keys.startswith(("Ctrl+Alt+", "Ctrl+Shift+"))]


def test_single_characters_act_in_tables_only() -> None:
    single = {binding.scope for binding in KEYS.values() if len(binding.keys) == 1}

    assert single == {Scope.PAPERS, Scope.PAGES}


def test_every_act_has_a_key_and_words_in_both_languages() -> None:
    assert set(KEYS) == set(Act)
    for binding in KEYS.values():
        assert binding.label("vi")
        assert binding.label("en")
        assert binding.label("vi") != binding.label("en")


def test_f1_lists_the_keys_of_the_page_in_front(gallery: Gallery) -> None:
    gallery.scenes()["list-usual"]()

    press("F1", "F1")  # the help, then the keys at a glance

    said = {label.text() for label in gallery.window.findChildren(QLabel) if label.isVisible()}
    assert KEYS[Act.OPEN].vietnamese in said
    assert KEYS[Act.ACCEPT].vietnamese not in said
    press("Esc")
    said = {label.text() for label in gallery.window.findChildren(QLabel) if label.isVisible()}
    assert KEYS[Act.OPEN].vietnamese not in said


def test_the_zones_and_the_tabs_have_their_numbers() -> None:
    assert [badge(zone_act(number)) for number in (1, 2, 3, 4)] == [
        "Alt+1", "Alt+2", "Alt+3", "Alt+4",
    ]  # fmt: skip
    assert tab_keys(OPEN_DRAFTS) == "Ctrl+9"
    assert set(SCOPES) == set(Place)


BY_THE_CONTROL = {
    Act.TAB: "the tabs themselves",
    Act.SAVED_FILTER: "the saved filters themselves",
    Act.BACK: "the buttons that close and lead back",
    Act.ENOUGH: "the tick of the row",
    Act.COPIES: "the steppers of the paper",
    Act.KIND: "the steppers of the paper",
    Act.CHARGE: "the tick of the fee",
    Act.TICK: "the tick of the row",
    Act.LEAVE_COPY: "the tick of the row",
    Act.ASSIGN: "dragging the page to its row",
    Act.MOVE_PAGE: "dragging the page",
}
"""What a press of the mouse does without a button of its own."""


def test_every_act_has_a_key_and_something_to_press(gallery: Gallery, qtbot: QtBot) -> None:
    """A button with its badge, or a line of the palette, whose own button is always seen."""
    others: tuple[QWidget, ...] = (CataloguePage(), DevicesPage())
    for page in others:
        qtbot.addWidget(page)
    windows = (gallery.window, *others)
    pressed = {
        button.badge
        for window in windows
        for button in window.findChildren(QAbstractButton)
        if hasattr(button, "badge") and button.badge
    }
    offered = {
        shortcut.property("act")
        for window in windows
        for shortcut in window.findChildren(QShortcut)
    }

    lacking = [
        act
        for act in Act
        if badge(act) not in pressed and act.value not in offered and act not in BY_THE_CONTROL
    ]
    assert lacking == []
    palette = next(
        one
        for one in gallery.window.findChildren(QAbstractButton)
        if getattr(one, "badge", "") == badge(Act.PALETTE)
    )
    for size in ((1366, 768), (911, 512)):
        gallery.window.resize(*size)
        gallery.scenes()["reception-ready"]()
        QApplication.processEvents()
        assert palette.isVisible()
        assert palette.width() >= palette.minimumSizeHint().width()


def test_the_palette_opens_by_its_button_too(gallery: Gallery) -> None:
    gallery.scenes()["list-usual"]()
    palette = next(
        one
        for one in gallery.window.findChildren(QAbstractButton)
        if getattr(one, "badge", "") == badge(Act.PALETTE)
    )
    click(palette)

    assert focused().accessibleName() == "Bảng lệnh"
