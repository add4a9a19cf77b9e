"""F1: every page is explained in both languages, by its keys as they are now, and searched."""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from station.words import LANGUAGES, Language
from tests.ui.keyboard import focused, press, type_in
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery import panels as panels
from ui.desktop.gallery.program import settle
from ui.desktop.gallery.window import Gallery
from ui.desktop.key_choices import use_keys
from ui.desktop.keys import KEYS, Act, written
from ui.desktop.kit.label import Line
from ui.desktop.kit.table import Table
from ui.help_texts import EVERYWHERE, HelpEntry, HelpKind, beyond, entries, found, purpose
from ui.messages import codes

TITLES = {place.value: place.name for place in Place}
PAGES = [place.value for place in Place]


@pytest.fixture(autouse=True)
def delivered() -> Iterator[None]:
    yield
    use_keys({})


def keys() -> dict[str, str]:
    return {act.value: written(binding.keys) for act, binding in KEYS.items()}


def of(page: str, language: Language) -> list[HelpEntry]:
    return entries(page, language, keys())


def shape(entry: HelpEntry) -> tuple[HelpKind, list[str]]:
    """What must be the same in every language: the kind, and the keys in their order."""
    capped = re.findall(r"\b(?:Ctrl|Alt|Shift)\+\S+?(?=[\s,.;:)]|$)|\bF\d+\b", entry.say)
    return entry.kind, sorted(capped)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_it_is_for_how_and_what_to_do_in_trouble(page: str) -> None:
    for language in LANGUAGES:
        assert purpose(page, language).endswith(".")
        own = [one for one in of(page, language) if one not in of(EVERYWHERE, language)]
        kinds = [one.kind for one in own]
        assert kinds.count(HelpKind.HOW) >= 2
        assert kinds.count(HelpKind.TROUBLE) >= 2
        assert all(one.what and one.say.endswith((".", "!", "?")) for one in own)


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_say_the_same_of_the_same_keys(page: str) -> None:
    vietnamese, english = of(page, "vi"), of(page, "en")

    assert [shape(one) for one in vietnamese] == [shape(one) for one in english]
    assert not {one.what for one in vietnamese} & {one.what for one in english}


def test_every_key_is_named_by_its_act() -> None:
    """Else an officer who changed it is told the old one. The numbers of the tabs never change."""
    said = (files("ui") / "help.json").read_text(encoding="utf-8").replace("Ctrl+1…9", "")

    assert re.findall(r"(?:Ctrl|Alt|Shift)\+\S+|\bF\d+\b", said) == []


def test_a_key_that_was_changed_is_said_as_it_is_now() -> None:
    use_keys({Act.PROCEDURE.value: "Ctrl+G"})

    (simple,) = (one for one in of("reception", "vi") if one.what == "Nhận hồ sơ đơn giản")
    assert "Ctrl+G gõ thủ tục" in simple.say


@pytest.mark.parametrize(
    ("page", "typed", "first"),
    [
        ("scan", "ket giay", "Kẹt giấy, kéo hai tờ"),
        ("reception", "KẸT GIẤY", "Kẹt giấy, kéo hai tờ"),
        ("reception", "nham thu tuc", "Chọn nhầm thủ tục"),
        ("till", "mat dien", "Mất điện, máy tắt"),
        ("home", "dos-001", "DOS-001: Thiếu giấy tờ bắt buộc"),
        ("list", "quen mat khau", "Quên mật khẩu"),
    ],
)
def test_a_few_letters_find_it(page: str, typed: str, first: str) -> None:
    elsewhere = beyond(page, "vi", keys(), TITLES)

    assert found(of(page, "vi"), elsewhere, typed)[0].what == first


def test_every_error_is_found_by_its_code() -> None:
    elsewhere = beyond("home", "en", keys(), TITLES)
    for code in codes():
        (entry,) = (one for one in found([], elsewhere, code) if one.what.startswith(f"{code}:"))
        assert entry.kind is HelpKind.ERROR
        assert entry.say


def test_help_is_searched_by_keyboard_and_gives_the_keys_back(gallery: Gallery) -> None:
    gallery.scenes()["reception-ready"]()
    before = focused()

    press("F1")
    assert focused().accessibleName() == "Tìm trong trợ giúp"
    type_in("chua du")
    said = seen(gallery)
    assert any("3 từ chối (mẫu 03)" in words for words in said)
    assert "3 từ chối (mẫu 03)" in focused().accessibleDescription()
    press("Esc")

    assert focused() is before
    assert not any("3 từ chối (mẫu 03)" in words for words in seen(gallery))


def test_the_same_key_again_shows_all_keys_and_then_goes_away(gallery: Gallery) -> None:
    gallery.scenes()["list-usual"]()
    before = focused()
    press("F1", "F1")
    assert KEYS[Act.OPEN].vietnamese in seen(gallery)

    press("F1")
    QApplication.processEvents()
    assert KEYS[Act.OPEN].vietnamese not in seen(gallery)
    assert before.isVisible()


def test_the_keys_of_the_page_stand_in_its_help(gallery: Gallery) -> None:
    gallery.scenes()["list-usual"]()
    press("F1")

    (table,) = (
        one
        for one in gallery.window.findChildren(Table)
        if one.accessibleName() == "Trợ giúp của màn này"
    )
    model = table.model()
    said = {str(model.index(row, 1).data()) for row in range(model.rowCount())}
    assert KEYS[Act.OPEN].vietnamese in said
    assert KEYS[Act.ACCEPT].vietnamese not in said


def test_what_is_to_be_minded_of_the_procedure_stands_beside_its_papers_and_first_in_the_help(
    gallery: Gallery,
) -> None:
    gallery.scenes()["reception-cases"]()
    gallery.window.resize(1366, 768)
    settle()
    assert [line.isVisible() for line in begun(gallery)] == [True]  # the pages need the room
    shown = panels.birth()
    assert shown.chosen is not None
    without_cases = replace(shown, chosen=replace(shown.chosen, cases=()))
    gallery.reception.show_procedure(without_cases)
    settle()
    press("Alt+3", "Down", "Down")
    settle()
    assert any("15 giờ" in words for words in seen(gallery))

    press("F1")
    assert any(words.startswith("nhận hồ sơ sau 15 giờ") for words in seen(gallery))
    type_in("can cu phap ly")
    assert "Luật Hộ tịch số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP" in seen(gallery)


def begun(gallery: Gallery) -> list[Line]:
    papers = gallery.reception.papers
    return [line for line in papers.findChildren(Line) if line.text().startswith("Lưu ý")]


def seen(gallery: Gallery) -> set[str]:
    return {one.text() for one in gallery.window.findChildren(QLabel) if one.isVisible()}
