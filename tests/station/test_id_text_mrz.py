"""The machine-readable zone as the text of a card: what it fills and what it is warned of."""

from datetime import date

import pytest

from station.codec import to_plain
from station.domain.id_card import IdCard, IdCardKind, IdWarning
from station.domain.id_text import parse_id_text
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
        warnings=(IdWarning.DIACRITICS_MISSING,),
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
