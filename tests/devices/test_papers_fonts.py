"""The fonts that ship: every Vietnamese letter, the punctuation of the forms, and their licence."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from station.forms.printable import REPERTOIRE

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "devices" / "papers" / "fonts"
SCREEN = ROOT / "ui" / "desktop" / "kit" / "fonts"
FONTS = [*PAPERS.glob("*.[to]tf"), *SCREEN.glob("*.otf")]

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "aăâeêioôơuưy"
VIETNAMESE = {
    letter
    for lower in [
        "đ",
        *(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES),
    ]
    for letter in (lower, lower.upper())
    if not letter.isascii()
}
PUNCTUATION = set("–—…“”‘’·°²₫−×\u00a0")


def test_the_alphabet_of_this_test_has_the_134_letters_beyond_ascii() -> None:
    assert len(VIETNAMESE) == 134


@pytest.mark.parametrize("path", FONTS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_font_has_every_letter_that_the_papers_and_the_screen_use(path: Path) -> None:
    letters = set(map(chr, TTFont(path).getBestCmap()))

    ascii_letters = set(map(chr, range(0x20, 0x7F)))
    assert VIETNAMESE | PUNCTUATION | ascii_letters <= letters


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.[to]tf")), ids=lambda path: path.stem)
def test_every_letter_that_papers_may_show_has_a_glyph(path: Path) -> None:
    letters = set(map(chr, TTFont(path).getBestCmap()))

    assert REPERTOIRE - {"\n"} <= letters
    assert VIETNAMESE <= REPERTOIRE


def test_every_weight_that_the_renderers_name_ships() -> None:
    assert {path.name for path in FONTS} == {
        "CounterSerif-Regular.ttf",
        "CounterSerif-Bold.ttf",
        "CounterSerif-Italic.ttf",
        "CounterSerif-BoldItalic.ttf",
        "CounterSans-Regular.ttf",
        "CounterSans-Bold.ttf",
        "Inter-Regular.otf",
        "Inter-Medium.otf",
        "Inter-SemiBold.otf",
        "Inter-Bold.otf",
    }


@pytest.mark.parametrize("path", sorted(SCREEN.glob("*.otf")), ids=lambda path: path.stem)
def test_the_fonts_of_the_screen_keep_figures_of_equal_width(path: Path) -> None:
    features = TTFont(path)["GSUB"].table.FeatureList.FeatureRecord

    assert "tnum" in {record.FeatureTag for record in features}


@pytest.mark.parametrize("folder", [PAPERS, SCREEN], ids=["papers", "screen"])
def test_a_folder_of_fonts_carries_their_licence(folder: Path) -> None:
    licence = (folder / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE" in licence
    assert "Copyright" in licence


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.ttf")), ids=lambda path: path.stem)
def test_no_changed_font_bears_the_name_that_its_licence_reserves(path: Path) -> None:
    names = TTFont(path)["name"]

    for name_id in (1, 3, 4, 6, 16, 17, 18, 21):
        assert "Liberation" not in (names.getDebugName(name_id) or "")
