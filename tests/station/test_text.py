import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.text import clean, fold, mask_number


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        (unicodedata.normalize("NFD", "Nguyễn Thị Ánh Tuyết"), "Nguyễn Thị Ánh Tuyết"),
        ("  Tổ 5,\u00a0 Phường\tQuang Trung ", "Tổ 5, Phường Quang Trung"),
        ("a\u200bb\u202ec\x00d\ufeff", "abcd"),
        ("Ha\u200b\u0300", "Hà"),
        ("dòng 1\r\n  dòng 2\n\n", "dòng 1\ndòng 2"),
    ],
)
def test_text_gets_one_stored_spelling(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đặng Thị Mỹ Hường", "dang thi my huong"), ("ỄỖỮ", "eou"), ("Việt", "viet")],
)
def test_folding_forgets_accents_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("number", "masked"),
    [("035199012345", "0351******45"), ("168012345", "1680***45"), ("B1234567", "B*****67"),
     ("123", "***"), ("", "")],
)  # fmt: skip
def test_the_middle_of_a_number_is_hidden(number: str, masked: str) -> None:
    assert mask_number(number) == masked


def test_halves_of_letters_are_no_text() -> None:
    assert clean("Nguyễn \ud83dVăn\udfff A") == "Nguyễn Văn A"
    assert clean("😀") == "😀"
