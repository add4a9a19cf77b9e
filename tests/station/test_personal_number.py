"""What the digits of a personal number say, and that nothing else passes for one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.person import Sex
from station.domain.personal_number import PROVINCES, NumberFacts, read_personal_number
from station.text import clean


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("035099001234", NumberFacts("Hà Nam", 1999, Sex.MALE)),
        ("035199012345", NumberFacts("Hà Nam", 1999, Sex.FEMALE)),
        ("001205004321", NumberFacts("Hà Nội", 2005, Sex.MALE)),
        ("079310004321", NumberFacts("Thành phố Hồ Chí Minh", 2010, Sex.FEMALE)),
        ("096400000001", NumberFacts("Cà Mau", 2100, Sex.MALE)),
        ("037999000123", NumberFacts("Ninh Bình", 2399, Sex.FEMALE)),
        ("003099001234", NumberFacts(None, 1999, Sex.MALE)),
        ("000000000000", NumberFacts(None, 1900, Sex.MALE)),
    ],
)
def test_a_number_names_province_birth_year_and_sex(number: str, facts: NumberFacts) -> None:
    assert read_personal_number(number) == facts


@pytest.mark.parametrize(
    "text",
    ["", "03509900123", "0350990012345", "03509900123a", " 035099001234", "035099001234\n",
     "٠٣٥٠٩٩٠٠١٢٣٤", "０３５０９９００１２３４"],
)  # fmt: skip
def test_what_is_not_twelve_ascii_digits_says_nothing(text: str) -> None:
    assert read_personal_number(text) is None


def test_all_sixty_three_codes_of_before_the_mergers_are_known() -> None:
    assert len(PROVINCES) == 63
    assert all(re.fullmatch("0[0-9]{2}", code) for code in PROVINCES)
    assert len(set(PROVINCES.values())) == 63
    assert all(clean(name) == name for name in PROVINCES.values())


@given(st.text(max_size=30))
def test_any_text_gives_facts_or_none(text: str) -> None:
    facts = read_personal_number(text)

    assert facts is None or 1900 <= facts.birth_year <= 2399
