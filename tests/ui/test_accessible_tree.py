"""What a screen reader finds: the tree that Qt gives it, walked scene by scene."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.desktop.accounts.page import AccountsPage
from ui.desktop.board.page import BoardPage
from ui.desktop.gallery import Gallery
from ui.desktop.home.page import HomePage
from ui.desktop.kit.page import Page
from ui.desktop.log.page import LogPage
from ui.desktop.settings.page import SettingsPage
from ui.desktop.sync.page import SyncPage

SCENES = (
    "reception-blocked",
    "reception-ready",
    "reception-error",
    "reception-empty",
    "reception-fees",
    "list-usual",
    "dossier-waiting",
    "dossier-act",
    "results-ready",
    "hand-over-half",
    "till-short",
    "till-payments",
    "search",
    "preview",
    "sign-in-error",
    "lock",
)
PAGES = (HomePage, BoardPage, SettingsPage, AccountsPage, LogPage, SyncPage)
_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
}
"""What a control that takes the focus may be; anything else would be heard as nothing."""


def walked(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Give this node and all below it that can be seen; rows and cells are the tables' own."""
    if not node.isValid() or node.state().invisible:
        return
    yield node
    if node.role() in (QAccessible.Role.Table, QAccessible.Role.List):
        return
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from walked(child)


def interface_of(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def focusable(root: QWidget) -> list[QAccessibleInterface]:
    return [node for node in walked(interface_of(root)) if node.state().focusable]


def is_heard(node: QAccessibleInterface) -> bool:
    """Tell whether it is a control of a known kind, or a painted list that describes itself."""
    described = node.text(QAccessible.Text.Description).strip()
    return node.role() in _ROLES or (node.role() is QAccessible.Role.Client and bool(described))


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


@pytest.mark.parametrize("scene", SCENES)
def test_everything_that_takes_the_focus_has_a_name_and_a_role(
    gallery: Gallery, scene: str
) -> None:
    gallery.scenes()[scene]()
    QApplication.processEvents()

    nodes = focusable(gallery.window)

    assert nodes, "nothing can be reached"
    for node in nodes:
        where = f"{scene}: {node.role().name} at {node.rect()}"
        assert name_of(node).strip(), where
        assert is_heard(node), f"{where}: {name_of(node)}"


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_beside_the_gallery_are_heard_too(
    page: type[Page], dressed: QApplication, qtbot: object
) -> None:
    built = page()
    built.show()
    QApplication.processEvents()

    nodes = focusable(built)

    assert nodes, "nothing can be reached"
    for node in nodes:
        assert name_of(node).strip(), f"{page.__name__}: {node.role().name}"
        assert is_heard(node), f"{page.__name__}: {node.role().name} {name_of(node)}"
    built.close()
    built.deleteLater()


def test_a_secret_is_never_spoken(gallery: Gallery) -> None:
    gallery.scenes()["sign-in"]()
    gallery.sign_in._password.setText("Mot-cua-2026!")

    spoken = [node.text(QAccessible.Text.Value) for node in focusable(gallery.window)]

    assert not any("Mot-cua" in value for value in spoken)


def test_what_is_wrong_in_a_field_is_said_with_the_field(gallery: Gallery) -> None:
    gallery.scenes()["reception-error"]()
    QApplication.processEvents()

    marked = [
        field.accessibleDescription()
        for field in gallery.window.findChildren(QLineEdit)
        if field.isVisible() and field.accessibleDescription()
    ]

    assert marked, "no field says what is wrong with it"


def test_a_switched_off_control_says_so(gallery: Gallery) -> None:
    gallery.scenes()["reception-blocked"]()
    QApplication.processEvents()

    accept = [
        node for node in walked(interface_of(gallery.window)) if "Tiếp nhận và in" in name_of(node)
    ]

    assert accept
    assert all(node.state().disabled for node in accept)
