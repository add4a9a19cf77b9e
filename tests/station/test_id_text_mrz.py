"""The machine-readable zone as the text of a card: what it fills and what it is warned of."""

from datetime import date

import pytest

from station.codec import to_plain
from station.domain.id_card import FieldSource, IdCard, IdCardKind, IdWarning
from station.domain.id_text import parse_id_text
from station.domain.mrz import check_digit
from station.domain.person import Sex

MRZ = (
    "IDVNM0990012344035099001234<<8",
    "9903056M3903054VNM<<<<<<<<<<<8",
    "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<",
)


@pytest.mark.parametrize(
    "text",
    ["\n".join(MRZ), "".join(MRZ), "\r\n".join(MRZ) + "\r\n", " ".join(MRZ).lower()],
)
def test_a_machine_readable_zone_fills_what_it_holds_and_says_that_it_lacks_diacritics(
    text: str,
) -> None:
    assert parse_id_text(text) == IdCard(
        kind=IdCardKind.MRZ,
        personal_number="035099001234",
        full_name="NGUYEN VAN AN",
        date_of_birth=date(1999, 3, 5),
        sex=Sex.MALE,
        expires_on=date(2039, 3, 5),
        warnings=(IdWarning.DIACRITICS_MISSING,),
        sources=dict.fromkeys(
            ("personal_number", "full_name", "date_of_birth", "sex", "expires_on"),
            FieldSource.MRZ,
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected", "warnings"),
    [
        ("9903056M", "9903055M", {"date_of_birth": None}, {"check-digit"}),
        ("<<8\n", "<<7\n", {"personal_number": "035099001234"}, {"check-digit"}),
        (
            "035099001234<<8",
            "035099001235<<8",
            {"personal_number": None, "date_of_birth": "1999-03-05"},
            {"check-digit", "number-missing"},
        ),
        ("M3903054", "<3903054", {"sex": None}, {"sex-unclear"}),
        ("M3903054", "F3903054", {"sex": "female"}, {"number-sex"}),
        ("AN" + 16 * "<", "AN", {"full_name": "NGUYEN VAN AN"}, {"payload-cut"}),
    ],
)
def test_a_field_of_the_zone_that_cannot_be_trusted_stays_empty_or_is_warned_of(
    old: str, new: str, expected: dict[str, object], warnings: set[str]
) -> None:
    plain = to_plain(parse_id_text("\n".join(MRZ).replace(old, new, 1)))

    assert {key: plain[key] for key in expected} == expected
    assert set(plain["warnings"]) == {"diacritics-missing", *warnings}


def test_a_name_of_the_zone_that_holds_a_digit_stays_empty() -> None:
    card = parse_id_text("\n".join(MRZ).replace("NGUYEN", "NGUY3N"))

    assert card.full_name is None
    assert card.warnings == (IdWarning.NAME_MISSING,)


def passport(number: str = "035099001234", born: str = "990305") -> str:
    """Make the zone of a passport by the digits of ICAO 9303 part 4."""
    optional = number.ljust(14, "<")
    line = f"C1234567<{check_digit('C1234567<')}VNM{born}{check_digit(born)}M300305"
    line += check_digit("300305") + optional
    line += check_digit(optional) if number else "<"
    line += check_digit(line[0:10] + line[13:20] + line[21:43])
    return "P<VNMNGUYEN<<VAN<AN".ljust(44, "<") + "\n" + line


def test_the_zone_of_a_passport_is_read_too() -> None:
    card = parse_id_text(passport())

    assert (card.passport_number, card.personal_number) == ("C1234567", "035099001234")
    assert (card.full_name, card.date_of_birth) == ("NGUYEN VAN AN", date(1999, 3, 5))
    assert card.sex is Sex.MALE
    assert card.warnings == (IdWarning.DIACRITICS_MISSING,)


def test_a_passport_without_a_personal_number_says_so() -> None:
    card = parse_id_text(passport(number=""))

    assert card.personal_number is None
    assert IdWarning.NUMBER_MISSING in card.warnings
    assert card.passport_number == "C1234567"


@pytest.mark.parametrize(
    ("at", "empty"),
    [(44 + 1, "passport_number"), (44 + 15, "date_of_birth"), (44 + 30, "personal_number")],
)
def test_a_field_of_a_passport_whose_check_digit_fails_stays_empty(at: int, empty: str) -> None:
    zone = passport().replace("\n", "")
    other = "7" if zone[at] != "7" else "8"

    card = parse_id_text(zone[:at] + other + zone[at + 1 :])

    assert getattr(card, empty) is None
    assert IdWarning.CHECK_DIGIT in card.warnings


def test_what_a_chip_says_is_from_the_chip() -> None:
    card = parse_id_text("".join(MRZ), source=FieldSource.CHIP)

    assert set(card.sources.values()) == {FieldSource.CHIP}
