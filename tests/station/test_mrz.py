"""The machine-readable zone: check digits, lengths, centuries."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.mrz import (
    MachineReadableZone,
    MrzField,
    check_digit,
    looks_like_mrz,
    read_mrz,
)
from station.domain.person import Sex

FIRST = "IDVNM0990012344035099001234<<8"
SECOND = "9903056M3903054VNM<<<<<<<<<<<8"
NAMES = "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"
ZONE = FIRST + SECOND + NAMES


def zone_of(number: str, birth: str, expiry: str, *, sex: str = "M", names: str = NAMES) -> str:
    optional = f"{number}<<"
    short = number[3:]
    first = f"IDVNM{short}{check_digit(short)}{optional}{check_digit(optional)}"
    start = f"{birth}{check_digit(birth)}{sex}{expiry}{check_digit(expiry)}VNM" + 11 * "<"
    composite = first[5:30] + start[:7] + start[8:15] + start[18:29]
    return f"{first}\n{start}{check_digit(composite)}\n{names}"


def test_the_generator_of_this_test_makes_the_known_sample() -> None:
    assert zone_of("035099001234", "990305", "390305").replace("\n", "") == ZONE


@pytest.mark.parametrize(
    ("text", "digit"),
    [("520727", "3"), ("AB2134<<<", "5"), ("L898902C3", "6"), ("740812", "2"), ("", "0")],
)
def test_check_digits_are_those_of_icao_9303(text: str, digit: str) -> None:
    assert check_digit(text) == digit


def test_a_whole_zone_gives_every_field() -> None:
    assert read_mrz(ZONE) == MachineReadableZone(
        personal_number="035099001234",
        date_of_birth=date(1999, 3, 5),
        sex=Sex.MALE,
        full_name="NGUYEN VAN AN",
        failed=(),
        padded=False,
        expires_on=date(2039, 3, 5),
    )


@pytest.mark.parametrize(
    ("number", "birth", "expiry", "born_on"),
    [
        ("001205004321", "050417", "300417", date(2005, 4, 17)),
        ("001105004321", "050417", "991231", date(1905, 4, 17)),  # the number knows the century
        ("001060004321", "610417", "400417", date(1961, 4, 17)),  # disagrees: not after expiry
        ("001060004321", "200417", "400417", None),  # disagrees, and either century could be
        ("001060004321", "600017", "400417", None),
        ("001060004321", "600230", "400417", None),
        ("001060004321", "<<<<<<", "400417", None),
    ],
)
def test_the_century_of_birth_comes_from_the_number_or_the_expiry_or_not_at_all(
    number: str, birth: str, expiry: str, born_on: date | None
) -> None:
    zone = read_mrz(zone_of(number, birth, expiry))

    assert zone is not None
    assert zone.failed == ()
    assert zone.date_of_birth == born_on


@pytest.mark.parametrize(
    ("at", "letter", "failed"),
    [
        (14, "5", {MrzField.DOCUMENT_NUMBER, MrzField.WHOLE}),
        (29, "9", {MrzField.PERSONAL_NUMBER, MrzField.WHOLE}),
        (36, "7", {MrzField.BIRTH, MrzField.WHOLE}),
        (44, "5", {MrzField.EXPIRY, MrzField.WHOLE}),
        (59, "9", {MrzField.WHOLE}),
    ],
)
def test_each_check_digit_is_checked(at: int, letter: str, failed: set[MrzField]) -> None:
    zone = read_mrz(ZONE[:at] + letter + ZONE[at + 1 :])

    assert zone is not None
    assert set(zone.failed) == failed


@given(
    st.integers(0, 59).filter(lambda at: not (0 <= at < 5 or at == 37 or 45 <= at < 48)), st.data()
)
def test_no_single_wrong_digit_goes_unnoticed(at: int, data: st.DataObject) -> None:
    letters = string.digits.replace(ZONE[at], "") if ZONE[at].isdigit() else "123456789"
    letter = data.draw(st.sampled_from(letters))

    zone = read_mrz(ZONE[:at] + letter + ZONE[at + 1 :])

    assert zone is not None
    assert zone.failed
    assert zone.date_of_birth in (None, date(1999, 3, 5))


def test_a_zone_without_the_vietnamese_extra_digit_is_vouched_for_by_the_document_number() -> None:
    plain = read_mrz(FIRST[:29] + "<" + SECOND + NAMES)
    foreign = read_mrz(FIRST[:15] + 15 * "<" + SECOND + NAMES)

    assert plain is not None
    assert plain.personal_number == "035099001234"
    assert foreign is not None
    assert foreign.personal_number is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        ZONE[:60],
        ZONE + "<",
        ZONE.replace("V", "Đ"),
        "P" + ZONE[1:],
        ZONE.replace("<", "*"),
        "٣" * 90,
    ],
)
def test_other_text_is_no_zone(text: str) -> None:
    assert read_mrz(text) is None


def test_fillers_missing_at_the_end_are_told_of() -> None:
    zone = read_mrz(ZONE.rstrip("<"))

    assert zone is not None
    assert zone.padded
    assert zone.full_name == "NGUYEN VAN AN"


@given(st.text(alphabet="AIC0123456789<VNM \n|đ", max_size=120))
def test_any_text_gives_a_zone_or_none(text: str) -> None:
    assert looks_like_mrz(text) in (True, False)
    zone = read_mrz(text)
    assert zone is None or zone.personal_number is None or len(zone.personal_number) == 12
