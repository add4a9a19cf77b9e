"""What a screen reader finds: the tree that Qt gives it, walked scene by scene."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import press
from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.devices.page import DevicesPage
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit import announce as announcing
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.focus_ring import Ringed
from ui.desktop.kit.label import FieldLabel
from ui.desktop.kit.page import Page
from ui.desktop.kit.tone import Tone
from ui.desktop.reception.file_strip import FileStrip
from ui.desktop.reception.view_model import Problem

OTHER_PAGES = (CataloguePage, DevicesPage)
"""What no scene of the gallery shows."""
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


_SHOW_THE_FOCUS = (Ringed, QAbstractScrollArea, FloatingPanel, FileStrip)
"""Tables and lists mark their current row, files the one; an open panel is the sign of itself."""


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


def kinds_of(panel: type[FloatingPanel]) -> set[type[FloatingPanel]]:
    """Give every panel that is built on this one and that a page opens itself."""
    heirs = panel.__subclasses__()
    built_on = {kind for heir in heirs for kind in kinds_of(heir)}
    return built_on or {panel}


def test_every_panel_is_open_in_a_scene(gallery: Gallery) -> None:
    """What no scene shows is heard, measured and drawn by no test of the gallery."""
    seen = set()
    for show in gallery.scenes().values():
        show()
        seen |= {type(one) for one in gallery.window.findChildren(FloatingPanel) if one.isVisible()}

    assert {one.__name__ for one in kinds_of(FloatingPanel) - seen} == set()


def test_everything_that_takes_the_focus_in_any_scene_has_a_name_and_a_role(
    gallery: Gallery,
) -> None:
    mute, unseen = [], set[str]()
    for scene, show in gallery.scenes().items():
        show()
        QApplication.processEvents()
        nodes = focusable(gallery.window)
        assert nodes, f"{scene}: nothing can be reached"
        unseen |= {
            f"{type(node.object()).__name__} {name_of(node)}"
            for node in nodes
            if not isinstance(node.object(), _SHOW_THE_FOCUS)
        }
        mute += [
            f"{scene}: {node.role().name} {name_of(node)!r} at {node.rect()}"
            for node in nodes
            if not name_of(node).strip() or not is_heard(node)
        ]
    assert mute == []
    assert unseen == set()  # nobody would see where the keys are


def test_what_can_be_pressed_says_so_and_what_is_ticked_or_chosen_too(gallery: Gallery) -> None:
    """States and actions, as they are told by the controls that are painted here."""
    wrong = []
    for scene, show in gallery.scenes().items():
        show()
        QApplication.processEvents()
        for node in focusable(gallery.window):
            control = node.object()
            if not isinstance(control, QAbstractButton):
                continue
            actions = node.actionInterface()
            if control.isEnabled() and not actions.actionNames():
                wrong.append(f"{scene}: {name_of(node)!r} cannot be pressed")
            elif control.isCheckable() and node.state().checked != control.isChecked():
                wrong.append(f"{scene}: {name_of(node)!r} does not say whether it is on")
            elif node.state().disabled == control.isEnabled():
                wrong.append(f"{scene}: {name_of(node)!r} does not say that it is off")
    assert wrong == []


def test_a_caption_beside_a_field_is_its_label(gallery: Gallery) -> None:
    """The relation that a screen reader follows from a field to its caption, and back."""
    lacking, seen = [], 0
    for scene, show in gallery.scenes().items():
        show()
        QApplication.processEvents()
        for caption in gallery.window.findChildren(FieldLabel):
            field = caption.buddy()
            if not caption.isVisible() or field is None:
                continue
            seen += 1
            related = [node.object() for node, _ in interface_of(field).relations()]
            if caption not in related:
                lacking.append(f"{scene}: {caption.text()}")
    assert seen > 50
    assert lacking == []


@pytest.mark.parametrize("page", OTHER_PAGES)
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


class Reader:
    """A screen reader that listens: what would be read out, and whether it interrupts."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.heard: list[tuple[str, bool]] = []

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
        presses = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        self.heard.append((event.message(), presses))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    listening = Reader()
    monkeypatch.setattr(announcing, "QAccessible", listening)
    return listening


def test_an_error_is_read_out_at_once_and_what_is_done_when_there_is_time(
    gallery: Gallery, reader: Reader
) -> None:
    gallery.scenes()["reception-error"]()

    assert any("quá nhoè" in words and presses for words, presses in reader.heard)
    gallery.scenes()["results-done"]()
    assert (
        "Đã trả 0121 cho Đặng Thuỳ Dương. Giấy nhận đã in ra HP, chờ ký.",
        False,
    ) in reader.heard


def test_the_same_sentence_again_is_not_read_out_again(
    dressed: QApplication, qtbot: QtBot, reader: Reader
) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    for _ in range(3):
        banner.say("Máy in hết giấy.", Tone.WARN)

    assert reader.heard == [("Máy in hết giấy.", False)]


def test_a_card_that_was_read_is_told_with_its_doubts_and_without_its_number(
    gallery: Gallery, reader: Reader
) -> None:
    gallery.scenes()["reception-empty"]()
    reader.heard.clear()
    gallery.scenes()["reception-ready"]()

    (told,) = (words for words, _ in reader.heard if words.startswith("Người nộp: "))
    assert told.startswith("Người nộp: NGUYỄN VĂN AN")
    assert "035080012789" not in told
    assert "Địa chỉ" in told


def test_a_code_that_was_read_is_told(gallery: Gallery, reader: Reader) -> None:
    gallery.scenes()["code-unknown"]()

    assert reader.heard


@pytest.mark.parametrize("width", [1366, 911])
def test_a_problem_at_reception_is_told_once_however_small_the_window(
    gallery: Gallery, reader: Reader, width: int
) -> None:
    gallery.window.resize(width, 512)
    gallery.scenes()["reception-ready"]()
    QApplication.processEvents()
    for _ in range(2):  # the page says its state anew at every key
        gallery.reception.show_problem(Problem("Máy in hết giấy. (PRN-002)"))

    assert reader.heard.count(("Máy in hết giấy. (PRN-002)", True)) == 1


def test_that_a_paper_was_printed_and_what_was_found_is_told(
    gallery: Gallery, reader: Reader
) -> None:
    gallery.scenes()["preview"]()
    gallery.preview.show_outcome("Đã in ra HP LaserJet.", good=True)
    gallery.scenes()["search"]()

    assert ("Đã in ra HP LaserJet.", False) in reader.heard
    assert any("khớp “tran lan”" in words for words, _ in reader.heard)


def test_why_a_field_is_not_taken_is_told_where_the_keys_are(
    gallery: Gallery, reader: Reader
) -> None:
    gallery.scenes()["results-owed"]()
    press("a")
    press("Enter")

    assert ("chỉ gõ số", True) in reader.heard
