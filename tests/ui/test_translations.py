"""The English of the window is complete, compiled, and really used."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from station.domain.procedure import ProcessingTime, TimeUnit
from ui.desktop.gallery.window import Gallery
from ui.desktop.kit.field import Field
from ui.desktop.kit.rail import RailItem
from ui.desktop.language import TranslationMissingError, use_language
from ui.desktop.reception.period_words import period
from ui.desktop.translations import build
from ui.desktop.wording import language, money

pytestmark = pytest.mark.usefixtures("vietnamese_afterwards")

Texts = dict[tuple[str, str], tuple[str, ...]]


def texts(path: Path) -> Texts:
    """Read a Linguist file: (context, source) to its translations; unfinished ones are empty."""
    found: Texts = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            words = tuple(forms or [translation.text or ""])
            unfinished = translation.get("type") is not None
            found[name, message.findtext("source") or ""] = ("",) if unfinished else words
    return found


def test_every_text_of_the_sources_is_in_the_file_and_nothing_else(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"

    build.update(fresh)

    assert set(texts(fresh)) == set(texts(build.TRANSLATED))


def test_every_text_has_its_english_with_the_same_places() -> None:
    def places(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]} | ({"%n"} & set(text.split()))

    for (context, source), english in texts(build.TRANSLATED).items():
        for words in english:
            assert words.strip(), f"{context}: {source!r} has no English"
            assert places(words) == places(source), f"{context}: {source!r} became {words!r}"


def test_the_compiled_file_is_the_one_of_the_sources(tmp_path: Path) -> None:
    compiled = tmp_path / "en.qm"

    build.compile_to(compiled)

    assert compiled.read_bytes() == build.COMPILED.read_bytes()


def test_the_compiled_words_of_the_toolkit_are_those_of_their_file(tmp_path: Path) -> None:
    compiled = tmp_path / "toolkit.qm"

    build.compile_to(compiled, build.TOOLKIT)

    assert compiled.read_bytes() == build.TOOLKIT_COMPILED.read_bytes()
    for (context, source), words in texts(build.TOOLKIT).items():
        assert "%1" not in source or "%1" in words[0], context
        assert all(word.strip() for word in words), source


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_a_file_dialog_that_the_toolkit_draws_speaks_vietnamese(
    dressed: QApplication, qtbot: QtBot, mode: QFileDialog.AcceptMode
) -> None:
    use_language(dressed, "vi")
    dialog = QFileDialog(None, "Tệp")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.setAcceptMode(mode)

    english = {"Look", "Files", "File", "Open", "Save", "Cancel", "Name", "Size", "Type", "Date"}
    said = [label.text() for label in dialog.findChildren(QLabel)]
    said += [button.text() for button in dialog.findChildren(QPushButton)]
    header = dialog.findChildren(QTreeView)[0].model()
    across = Qt.Orientation.Horizontal
    said += [header.headerData(column, across) for column in range(header.columnCount())]
    assert "&Tên tệp:" in said
    assert not english & {word.strip("&:") for text in said for word in text.split()}


def test_the_menu_of_a_field_speaks_vietnamese(dressed: QApplication, qtbot: QtBot) -> None:
    use_language(dressed, "vi")
    field = Field("Họ tên")
    qtbot.addWidget(field)

    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    assert [word for word in words if word] == [
        "Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xoá", "Chọn hết",
    ]  # fmt: skip


@pytest.fixture
def english(dressed: QApplication) -> QApplication:
    use_language(dressed, "en")
    return dressed


def test_vietnamese_is_the_language_of_the_sources(dressed: QApplication) -> None:
    use_language(dressed, "vi")

    assert language() == "vi"
    assert period(ProcessingTime(10, TimeUnit.WORKING_DAY)) == "10 ngày làm việc"


def test_the_window_speaks_english(
    english: QApplication, new_gallery: Callable[[], Gallery]
) -> None:
    gallery = new_gallery()

    items = [item.text() for item in gallery.window.findChildren(RailItem)]
    assert language() == "en"
    assert items == [
        "Reception", "Today", "Dossiers", "Results", "Hand over", "Till", "Log", "Board",
        "Catalogue", "Devices", "Settings",
        "Sync", "Help",
    ]  # fmt: skip
    assert period(ProcessingTime(10, TimeUnit.WORKING_DAY)) == "Working days: 10"
    assert money(1_234_000) == "1.234.000 đ"


def test_plurals_are_english(english: QApplication, new_gallery: Callable[[], Gallery]) -> None:
    gallery = new_gallery()
    strip = gallery.reception.papers

    assert strip.tr("%n trang", "", 1) == "1 page"
    assert strip.tr("%n trang", "", 2) == "2 pages"


def test_a_missing_translation_is_a_fault_of_the_build(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desktop.language.files", lambda _: Path("/nowhere"))

    with pytest.raises((TranslationMissingError, FileNotFoundError)):
        use_language(dressed, "en")
