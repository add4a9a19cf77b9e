"""Letters that the papers have no glyph for are named, never shown as an empty box."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.forms.printable import REPERTOIRE, printable
from station.forms.wording import one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nguyễn Thị Ánh Tuyết", "Nguyễn Thị Ánh Tuyết"),
        ("Y Ŏng Niê Kdăm, Kpă Hʼ Ñơi", "Y Ŏng Niê Kdăm, Kpă H’ Ñơi"),
        ("中文", "[U+4E2D][U+6587]"),
        ("שלום", "[U+05E9][U+05DC][U+05D5][U+05DD]"),
        ("ＡＢＣ１", "ABC1"),
        ("ﬁ", "fi"),
        ("ǎ", "a[U+030C]"),
        ("Số\u20117", "Số-7"),
        ("😀", "[U+1F600]"),
        ("\ufffd", "[U+FFFD]"),
    ],
)
def test_a_letter_without_a_glyph_is_written_by_its_parts_or_its_number(
    text: str, shown: str
) -> None:
    assert one_line(text) == shown


@given(st.text(max_size=200))
def test_whatever_comes_every_letter_has_a_glyph_and_what_had_one_stays(text: str) -> None:
    shown = printable(unicodedata.normalize("NFC", text))

    assert set(shown) <= REPERTOIRE
    assert printable(shown) == shown


@given(st.text(sorted(REPERTOIRE - {"\n"}), max_size=200))
def test_nothing_is_changed_where_nothing_is_missing(text: str) -> None:
    assert printable(text) == text


def test_marks_of_direction_and_control_are_gone_and_the_letters_stay_in_their_order() -> None:
    assert one_line("An\u202e\u2066gnas\x00\x1b[31m\u200b B\u200f") == "Angnas[31m B"


def test_ten_thousand_letters_without_a_glyph_are_bounded() -> None:
    assert len(one_line("😀" * 10_000)) == 9 * 10_000
