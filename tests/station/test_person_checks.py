"""What is odd about people: tables by the rules of law, and other programs as oracles."""

from dataclasses import replace
from datetime import date
from typing import Any

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.person import (
    IdDocument,
    IdDocumentType,
    OrganisationKind,
    Party,
    PartyKind,
    Person,
    Sex,
)
from station.domain.person_checks import (
    PersonDoubt,
    PersonField,
    Whose,
    age_on,
    card_ends_on,
    check_party,
    check_people,
    check_person,
    is_odd_phone,
    tax_code_doubt,
)
from station.domain.person_doubt_words import finding_note, finding_text
from station.domain.personal_number import PROVINCES

ON = date(2026, 11, 26)
BORN = date(1999, 3, 5)
F, D = PersonField, PersonDoubt
CAN_CUOC, CCCD, CMND = IdDocumentType.CAN_CUOC, IdDocumentType.CCCD, IdDocumentType.CMND
PASSPORT = IdDocumentType.PASSPORT


def a_person(
    number: str | None = "035199012345",
    kind: IdDocumentType = CAN_CUOC,
    issued_on: date | None = date(2024, 7, 15),
    **changes: Any,
) -> Person:
    paper = None if number is None else IdDocument(type=kind, number=number, issued_on=issued_on)
    person = Person(
        full_name="Nguyễn Thị Ánh Tuyết",
        id_document=paper,
        date_of_birth=BORN,
        sex=Sex.FEMALE,
        phone="0912345678",
        email="anh.tuyet@example.vn",
    )
    return replace(person, **changes)


@pytest.mark.parametrize(
    ("person", "found"),
    [
        (a_person(), None),
        (a_person(number=None), None),
        (a_person("03519901234"), (F.NUMBER, D.NOT_TWELVE_DIGITS)),
        (a_person("\u0660" * 12), (F.NUMBER, D.NOT_TWELVE_DIGITS)),
        (a_person("003199012345"), (F.NUMBER, D.NO_SUCH_PROVINCE)),
        (a_person(date_of_birth=date(1998, 3, 5)), (F.BORN_ON, D.OTHER_BIRTH_YEAR)),
        (a_person(sex=Sex.MALE), (F.SEX, D.OTHER_SEX)),
        (a_person(sex=None, date_of_birth=None), None),
        (a_person("C1234567", PASSPORT), None),
        (a_person("X12345678", PASSPORT, full_name="John O’Neill-Smith Jr."), None),
        (a_person("12345", PASSPORT), (F.NUMBER, D.ODD_PASSPORT)),
        (a_person("C 12345/7", PASSPORT), (F.NUMBER, D.ODD_PASSPORT)),
        (a_person("Pelé", IdDocumentType.OTHER, full_name="Pelé"), None),
        (a_person("168012345", CMND, date(2015, 1, 1)), (F.NUMBER, D.CMND_ENDED)),
        (a_person("16801234", CMND, None), (F.NUMBER, D.CMND_DIGITS)),
        (a_person(full_name="Nguyễn Thị 4nh"), (F.NAME, D.ODD_NAME)),
        (a_person(full_name="Nguyễn  Thị?"), (F.NAME, D.ODD_NAME)),
        (a_person(full_name="Tuyết"), (F.NAME, D.ONE_WORD_NAME)),
        (a_person(full_name="H’Hen Niê"), None),
        (a_person(issued_on=date(2026, 11, 27)), (F.ISSUED_ON, D.IN_THE_FUTURE)),
        (a_person(issued_on=date(1999, 3, 4)), (F.ISSUED_ON, D.BEFORE_BIRTH)),
        (a_person(kind=CCCD, issued_on=date(2013, 3, 4)), (F.ISSUED_ON, D.TOO_YOUNG_FOR_PAPER)),
        (a_person(kind=CCCD, issued_on=date(2021, 6, 15)), (F.ISSUED_ON, D.CARD_EXPIRED)),
        (a_person(number=None, date_of_birth=date(2026, 11, 27)), (F.BORN_ON, D.IN_THE_FUTURE)),
        (a_person(number=None, date_of_birth=date(1905, 1, 1)), (F.BORN_ON, D.VERY_OLD)),
        (a_person(number=None, date_of_birth=date(2011, 11, 27)), (F.BORN_ON, D.CHILD_ACTS)),
        (a_person(number=None, date_of_birth=date(2011, 11, 26)), None),
        (a_person(phone="12345"), (F.PHONE, D.ODD_PHONE)),
        (a_person(email="anh.tuyet@"), (F.EMAIL, D.ODD_EMAIL)),
        (a_person(email="a b@example.vn"), (F.EMAIL, D.ODD_EMAIL)),
    ],
)
def test_a_person(person: Person, found: tuple[PersonField, PersonDoubt] | None) -> None:
    findings = check_person(person, ON, acts=True)

    assert [(one.field, one.doubt) for one in findings] == ([found] if found else [])


def test_an_old_dossier_may_have_a_cmnd() -> None:
    cmnd = a_person("168012345", CMND, date(2015, 1, 1))

    assert check_person(cmnd, date(2024, 12, 31), acts=True) == ()


def test_a_child_may_own_a_dossier() -> None:
    child = Party(
        kind=PartyKind.CITIZEN,
        person=a_person(
            "035219012345", date_of_birth=date(2019, 3, 5), sex=Sex.MALE, issued_on=None
        ),
    )
    child = replace(child, person=replace(child.person, sex=Sex.FEMALE, id_document=None))
    mother = Party(kind=PartyKind.CITIZEN, person=a_person())

    assert check_people(mother, child, ON) == ()
    ((whose, finding),) = check_people(child, None, ON)
    assert (whose, finding.doubt, finding.subject) == (Whose.SUBMITTER, D.CHILD_ACTS, "7")
    assert finding_text(whose, finding, "vi").startswith("Người nộp, ngày sinh: ")


@pytest.mark.parametrize(
    ("born_on", "issued_on", "ends_on"),
    [
        (date(1999, 3, 5), date(2021, 6, 15), date(2024, 3, 5)),
        (date(1999, 3, 5), date(2022, 3, 5), date(2039, 3, 5)),  # two years before 25, to the day
        (date(1999, 3, 5), date(2022, 3, 4), date(2024, 3, 5)),
        (date(1960, 1, 1), date(2017, 12, 31), date(2020, 1, 1)),
        (date(1960, 1, 1), date(2018, 1, 1), None),  # for life
        (date(1950, 1, 1), date(2021, 1, 1), None),
        (date(2012, 2, 29), date(2025, 1, 1), date(2037, 2, 28)),
    ],
)
def test_a_card_is_changed_at_14_25_40_and_60(
    born_on: date, issued_on: date, ends_on: date | None
) -> None:
    assert card_ends_on(born_on, issued_on) == ends_on


@pytest.mark.parametrize(
    ("tax_code", "household", "doubt"),
    [
        ("0100233488", False, None),  # 31, 29, 23 … 3: the sum is 167, 10 - 167 % 11 = 8
        ("0100112437", False, None),
        ("0100112437-001", False, None),
        ("0100112437-000", False, D.TAX_CODE_CHECK_DIGIT),
        ("0100233480", False, D.TAX_CODE_CHECK_DIGIT),
        ("010023348", False, D.TAX_CODE_DIGITS),
        ("MST", False, D.TAX_CODE_DIGITS),
        ("", False, D.TAX_CODE_DIGITS),
        ("035199012345", False, D.PERSONAL_TAX_CODE),
        ("035199012345", True, None),
        ("003199012345", True, D.NO_SUCH_PROVINCE),
        ("0100233488", True, D.OLD_TAX_CODE),
    ],
)
def test_tax_codes(tax_code: str, household: bool, doubt: PersonDoubt | None) -> None:
    assert tax_code_doubt(tax_code, ON, is_household=household) is doubt


@given(st.text("0123456789", min_size=10, max_size=10).filter(lambda d: set(d[2:9]) != {"0"}))
def test_the_check_digit_agrees_with_the_written_rule(digits: str) -> None:
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    right = 10 - sum(w * int(d) for w, d in zip(weights, digits[:9], strict=True)) % 11

    odd = tax_code_doubt(digits, ON, is_household=False) is not None

    assert odd == (int(digits[9]) != right)


def test_an_organisation_and_a_household_business() -> None:
    head = a_person()
    company = Party(
        kind=PartyKind.ORGANISATION,
        person=head,
        organisation_name="Công ty TNHH Ví dụ",
        tax_code="0100233488",
        phone="1",
    )
    household = Party(
        kind=PartyKind.HOUSEHOLD_BUSINESS,
        person=head,
        organisation_name="Hộ kinh doanh Ánh Tuyết",
        tax_code="035199012346",
    )

    assert [one.doubt for one in check_party(company, ON, acts=True)] == [
        D.ODD_PHONE,
        D.NO_ORGANISATION_KIND,
    ]
    whole = replace(company, phone=None, organisation_kind=OrganisationKind.ENTERPRISE)
    assert check_party(whole, ON, acts=True) == ()
    (other,) = check_party(household, ON, acts=True)
    assert (other.field, other.doubt) == (F.TAX_CODE, D.NOT_THE_HEADS_NUMBER)
    assert check_party(replace(household, tax_code="035199012345"), ON, acts=True) == ()


@pytest.mark.parametrize(
    ("phone", "odd"),
    [
        ("0912345678", False),
        ("0912.345.678", False),
        ("+84 912 345 678", False),
        ("84912345678", False),
        ("0226 385 1234", False),
        ("0229-387-1234", False),
        ("+1 415 555 2671", False),
        ("091234567", True),
        ("09123456789", True),
        ("01212345678", True),  # the eleven digits of before 2018
        ("113", True),
        ("không có", True),
    ],
)
def test_phones(phone: str, odd: bool) -> None:
    assert is_odd_phone(phone) is odd


MOBILE = [f"0{digit}" for digit in "35789"]


@given(st.sampled_from(MOBILE), st.text("0123456789", min_size=7, max_size=9))
def test_no_mobile_number_passes_that_has_not_ten_digits(prefix: str, rest: str) -> None:
    number = prefix + rest

    assert is_odd_phone(number) or len(number) == 10


def test_the_example_numbers_of_the_numbering_plan_are_no_doubt() -> None:
    for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE):
        example = phonenumbers.example_number_for_type("VN", kind)
        assert example is not None
        text = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
        assert not is_odd_phone(text)


@given(
    province=st.sampled_from(sorted(PROVINCES)),
    born_on=st.dates(date(1907, 1, 1), date(2011, 11, 26)),
    sex=st.sampled_from(Sex),
    rest=st.text("0123456789", min_size=6, max_size=6),
)
def test_a_number_made_by_the_rule_is_no_doubt(
    province: str, born_on: date, sex: Sex, rest: str
) -> None:
    century = 2 * (born_on.year // 100 - 19) + (sex is Sex.FEMALE)
    person = a_person(
        f"{province}{century}{born_on.year % 100:02}{rest}",
        issued_on=None,
        date_of_birth=born_on,
        sex=sex,
    )

    assert check_person(person, ON, acts=True) == ()


def test_ages() -> None:
    assert age_on(date(2012, 2, 29), date(2027, 2, 28)) == 14
    assert age_on(date(2012, 2, 29), date(2027, 3, 1)) == 15


def test_every_doubt_has_words_in_both_languages() -> None:
    from station.domain.person_checks import Finding

    for doubt in PersonDoubt:
        finding = Finding(F.NUMBER, doubt, "1999")
        for language in ("vi", "en"):
            assert finding_note(finding, language)
            assert finding_text(Whose.OWNER, finding, language)
