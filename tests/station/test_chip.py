from datetime import date

import pytest

from station.domain.chip import AccessNumber, Detail, ZoneKey, card_of_chip, chip_keys
from station.domain.id_card import FieldSource, IdCard, IdCardKind, IdWarning
from station.domain.id_text import parse_id_text
from station.domain.person import Sex

MRZ = "IDVNM1990012341035199001234<<59903056F3903054VNM<<<<<<<<<<<6NGUYEN<<THI<ANH<<<<<<<<<<<<<<<"


def zones(card: IdCard) -> list[str]:
    return [key.zone for key in chip_keys(card) if isinstance(key, ZoneKey)]


def card(born_on: date, issued_on: date | None) -> IdCard:
    return IdCard(
        kind=IdCardKind.CCCD_2021,
        personal_number="035199001234",
        date_of_birth=born_on,
        issued_on=issued_on,
    )


@pytest.mark.parametrize(
    ("born_on", "issued_on", "end"),
    [
        (date(1999, 3, 5), date(2022, 6, 15), "390305"),  # at 25 it had under two years left
        (date(1999, 3, 5), date(2021, 6, 15), "240305"),
        (date(1985, 12, 31), date(2022, 1, 1), "251231"),
        (date(1950, 1, 2), date(2022, 1, 1), "991231"),  # for life
        (date(2000, 2, 29), date(2021, 6, 15), "250228"),
    ],
)
def test_the_code_of_a_card_gives_the_day_of_expiry_by_law(
    born_on: date, issued_on: date, end: str
) -> None:
    first = zones(card(born_on, issued_on))[0]

    assert first[:9] == "199001234"
    assert first[10:16] == f"{born_on:%y%m%d}"
    assert first[17:23] == end


def test_without_the_day_of_issue_every_end_is_tried() -> None:
    ends = [zone[17:23] for zone in zones(card(date(1999, 3, 5), None))]

    assert ends == ["240305", "390305", "590305", "991231"]


def test_the_zone_says_all_of_it() -> None:
    keys = chip_keys(parse_id_text(MRZ))

    assert keys == (ZoneKey("1990012341" + "9903056" + "3903054"), AccessNumber("001234"))


def test_a_number_alone_gives_only_the_access_number() -> None:
    assert chip_keys(parse_id_text("035199001234")) == (AccessNumber("001234"),)
    assert chip_keys(IdCard(kind=IdCardKind.UNKNOWN, personal_number=None)) == ()


DETAILS: dict[int, str] = {
    Detail.NUMBER: "035199001234",
    Detail.NAME: "Nguye\u0302\u0303n  Thi\u0323 A\u0301nh\u202e",
    Detail.BORN_ON: "05/03/1999",
    Detail.SEX: "Nữ",
    Detail.ADDRESS: "Tổ 5, Hà Nam",
    Detail.ISSUED_ON: "15/06/2021",
    Detail.EXPIRES_ON: "05/03/2039",
    Detail.OLD_NUMBER_TOO: "168012345",
}


def test_the_chip_gives_the_name_with_its_marks() -> None:
    found = card_of_chip(MRZ, DETAILS)

    assert found.full_name == "Nguyễn Thị Ánh"
    assert found.sex is Sex.FEMALE
    assert found.old_id_number == "168012345"
    assert found.warnings == ()
    assert set(found.sources) == {
        "personal_number", "old_id_number", "full_name", "date_of_birth", "sex", "address",
        "issued_on", "expires_on",
    }  # fmt: skip
    assert set(found.sources.values()) == {FieldSource.CHIP}


def test_a_card_of_2024_is_told_by_its_day_of_issue() -> None:
    found = card_of_chip(MRZ, DETAILS | {Detail.ISSUED_ON: "01/07/2024"})

    assert found.kind is IdCardKind.CAN_CUOC_2024


@pytest.mark.parametrize("other", [{Detail.NUMBER: "035199001235"}, {Detail.BORN_ON: "06/03/1999"}])
def test_groups_that_contradict_one_another_are_told(other: dict[int, str]) -> None:
    found = card_of_chip(MRZ, DETAILS | other)

    assert found.personal_number == "035199001234"
    assert found.warnings == (IdWarning.CHIP_CONTRADICTS,)


def test_without_details_the_zone_is_what_there_is() -> None:
    found = card_of_chip(MRZ, {})

    assert found.full_name == "NGUYEN THI ANH"
    assert IdWarning.DIACRITICS_MISSING in found.warnings


@pytest.mark.parametrize(
    ("place", "text"),
    [(Detail.ISSUED_ON, "31/02/2021"), (Detail.ISSUED_ON, "hôm qua"), (Detail.OLD_NUMBER, "12")],
)
def test_what_makes_no_sense_stays_empty(place: Detail, text: str) -> None:
    plain: dict[int, str] = {Detail.NAME: "Nguyễn Thị Ánh"}
    found = card_of_chip(MRZ, plain | {place: text})

    assert (found.issued_on, found.old_id_number) == (None, None)
