from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.ids import BadDossierCodeError, DossierCode, is_agency_code, whole_code


@pytest.mark.parametrize(
    ("text", "agency", "on", "number"),
    [
        ("000.00.06.H56-231027-0361", "000.00.06.H56", date(2023, 10, 27), 361),
        ("000.17.22.H56-210531-0001", "000.17.22.H56", date(2021, 5, 31), 1),
        ("H56.06-231027-0361", "H56.06", date(2023, 10, 27), 361),
        (" h42.06-261123-0217 ", "H42.06", date(2026, 11, 23), 217),
        ("H42-261123-12345", "H42", date(2026, 11, 23), 12345),
    ],
)
def test_codes_of_both_patterns_are_read(text: str, agency: str, on: date, number: int) -> None:
    assert DossierCode.parse(text) == DossierCode(agency, on, number)


@pytest.mark.parametrize(
    "text",
    ["", "H42", "H42-261340-0001", "Z42-261123-0001", "H42-261123-001", "H42-261123", "9" * 999],
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(BadDossierCodeError):
        DossierCode.parse(text)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 9999))
def test_a_code_survives_being_written_and_read(on: date, number: int) -> None:
    code = DossierCode("000.00.17.H25", on, number)

    assert DossierCode.parse(str(code)) == code


@pytest.mark.parametrize(
    ("text", "good"),
    [("000.00.17.H25", True), ("H42.06", True), ("H42", True), ("h42", False), ("", False),
     ("H42." + "A" * 40, False), ("../H42", False)],
)  # fmt: skip
def test_agency_codes(text: str, good: bool) -> None:
    assert is_agency_code(text) is good


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" 260924-0217 ", "H42.15-260924-0217"),
        ("H42.15-260924-0217", "H42.15-260924-0217"),
        ("000.00.17.h25-260924-0217", "000.00.17.H25-260924-0217"),
        ("261340-0217", None),  # no such day
        ("0217", None),  # of which day
        ("260924-02", None),
        ("Nguyễn Văn An", None),
        ("", None),
    ],
)
def test_a_code_is_whole_without_its_agency_too(text: str, code: str | None) -> None:
    assert whole_code(text, "H42.15") == code
