"""Garbled Vietnamese comes back; text that is right stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.text_repair import (
    Repair,
    is_case_swapped,
    is_damaged,
    is_typed_through_input_method,
    repair,
)

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = sorted(
    {
        letter
        for vowel in "aăâeêioôơuưy"
        for tone in _TONES
        for lower in [unicodedata.normalize("NFC", vowel + tone)]
        for letter in (lower, lower.upper())
    }
    | set("đĐ")
)
vietnamese_text = st.text(st.sampled_from([*VIETNAMESE, " ", ",", "|", "B", "n", "1"]))


def as_windows_1252(text: str) -> str:
    return "".join(
        bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in text.encode()
    )


@pytest.mark.parametrize("letter", [letter for letter in VIETNAMESE if not letter.isascii()])
def test_every_letter_comes_back_from_western_code_pages(letter: str) -> None:
    word = f"x{letter}y"

    assert repair(as_windows_1252(word)) == Repair(word, "windows-1252")
    assert repair(word.encode().decode("latin-1")) == Repair(word, "windows-1252")


@given(vietnamese_text)
def test_right_text_is_never_touched(text: str) -> None:
    assert repair(text) == Repair(text, None)
    assert repair(unicodedata.normalize("NFD", text)).code_page is None


@given(vietnamese_text)
def test_text_garbled_twice_comes_back(text: str) -> None:
    assert repair(as_windows_1252(as_windows_1252(text))).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Ngã Ba Ông Tạ",
        "NGÃ – BA",
        "“XÔ VIẾT NGHỆ TĨNH”",
        "Đường số 2, 25m²",
        "Müller",
        "Łódź",
        "東京",
        "ﾃ",
        "Ã",
        "»",
        "\ufffd",
        "Nguy?n",
    ],
)
def test_what_cannot_be_vietnamese_bytes_stays_as_it_is(text: str) -> None:
    assert repair(text) == Repair(text, None)


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("Lý Minh Tâm".encode().decode("latin-1"), "Lý Minh Tâm"),
        ("HÃ²a", "Hòa"),
        ("XÃ³m 2", "Xóm 2"),
        ("HÃ  Nam, NguyÃªn", "Hà Nam, Nguyên"),
        ("Trần".encode().decode("big5", "ignore"), "Trần"),
        ("Tﾃ｢m", "Tâm"),
    ],
)
def test_known_garbles_come_back(garbled: str, text: str) -> None:
    assert repair(garbled).text == text


def test_a_letter_that_was_cut_is_dropped_and_told_of() -> None:
    garbled = as_windows_1252("Nguyễn Văn Đạ")

    assert repair(garbled[:-1]) == Repair("Nguyễn Văn Đ", "windows-1252", cut=True)


@given(st.text(max_size=60))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert isinstance(repair(text), Repair)
    assert is_damaged(text) in (True, False)
    assert is_typed_through_input_method(text) in (True, False)
    assert is_case_swapped(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "damaged"),
    [("Nguy?n", True), ("Nguy\ufffdn", True), ("NguyÃªn", True), ("Nguyên", False), ("An", False)],
)
def test_letters_that_are_lost_or_garbled_are_seen(text: str, damaged: bool) -> None:
    assert is_damaged(text) is damaged


@pytest.mark.parametrize("word", ["Nguyeễn", "Dđức", "ĐĐức", "Tuưởng", "Aânh", "Hoaaa", "Thiếế"])
def test_words_that_an_input_method_composed_again_are_seen(word: str) -> None:
    assert is_typed_through_input_method(f"Lê {word} An")


@pytest.mark.parametrize(
    "text",
    [
        "Hoàng Hữu Ưu Khuê",
        "Thuở Hươu Khuỷu Ngoằn Ngoèo Soong Khuya",
        "Tổ III, Quốc lộ 1A, Số 111",
        "Ksor H'Lan, Kpă Bluh, Y Blơ Niê, Đinh Yă",
        "Thuỷ/Bộ, Nội-Bài",
    ],
)
def test_words_that_exist_are_not_suspected(text: str) -> None:
    assert not is_typed_through_input_method(text)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("nGUYỄN vĂN aN", True),
        ("NGUYỄN VĂN AN", False),
        ("Nguyễn Văn An", False),
        ("nguyễn văn an", False),
        ("", False),
    ],
)
def test_swapped_case_is_told_from_capitals(text: str, swapped: bool) -> None:
    assert is_case_swapped(text) is swapped
