"""What looks wrong in what was written down of a person or an organisation.

Nothing here proves anything and nothing blocks: papers have errors, and people their reasons. Every
finding is a word to the officer, who looks and decides.

Sources: Luật Căn cước 2023 Art. 14, 21, 46 (personal number, ages of change, end of the CMND);
NĐ 70/2024/NĐ-CP (what the digits say); BLDS 2015 Art. 21 (minors); Luật Quản lý thuế 2019 Art. 35
and TT 86/2024/TT-BTC (tax codes); the national numbering plan, as ``phonenumbers`` knows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from station.domain.person import (
    IdDocument,
    IdDocumentType,
    Party,
    PartyKind,
    Person,
)
from station.domain.personal_number import NumberFacts, read_personal_number

OLDEST = 120
"""Years: who is said to be older was probably born in another century."""
ADULT_ENOUGH = 15
"""From here on somebody acts alone in everyday matters (BLDS 2015 Art. 21(4))."""
FIRST_CARD = 14
"""Age of the first CCCD, and of the CMND before it (Luật CCCD 2014 Art. 19)."""
AGES_OF_CHANGE = (14, 25, 40, 60)
GRACE_YEARS = 2
"""A card of the last two years before such an age holds until the next (Luật Căn cước Art. 21)."""
CMND_ENDED_ON = date(2025, 1, 1)
"""From this day no CMND holds (Luật Căn cước 2023 Art. 46(2))."""
PERSONAL_TAX_CODES_FROM = date(2025, 7, 1)
"""From this day the personal number is the tax code of people and household businesses."""
NUMBERED = (
    IdDocumentType.CAN_CUOC,
    IdDocumentType.CCCD,
    IdDocumentType.CAN_CUOC_CERTIFICATE,
    IdDocumentType.PERSONAL_NUMBER,
)
"""Papers whose number is the personal number."""

_CMND = re.compile(r"[0-9]{9}|[0-9]{12}")
_PASSPORT = re.compile(r"[A-Z0-9]{6,9}")
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.\-]+[^\W\d_]+)*\.?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_PARTED = re.compile(r"[\s.\-]")


class PersonField(StrEnum):
    """Where a finding is to be shown."""

    NUMBER = "number"
    NAME = "full_name"
    BORN_ON = "date_of_birth"
    SEX = "sex"
    ISSUED_ON = "issued_on"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    TAX_CODE = "tax_code"
    ORGANISATION_KIND = "organisation_kind"
    AUTHORISATION_KIND = "kind"
    EXPIRES_ON = "expires_on"


class PersonDoubt(StrEnum):
    """What may be wrong. The values are stable: scripts use them."""

    NOT_TWELVE_DIGITS = "not_twelve_digits"
    NO_SUCH_PROVINCE = "no_such_province"
    OTHER_BIRTH_YEAR = "other_birth_year"
    OTHER_SEX = "other_sex"
    CMND_DIGITS = "cmnd_digits"
    CMND_ENDED = "cmnd_ended"
    ODD_PASSPORT = "odd_passport"
    ODD_NAME = "odd_name"
    ONE_WORD_NAME = "one_word_name"
    IN_THE_FUTURE = "in_the_future"
    VERY_OLD = "very_old"
    CHILD_ACTS = "child_acts"
    BEFORE_BIRTH = "before_birth"
    TOO_YOUNG_FOR_PAPER = "too_young_for_paper"
    CARD_EXPIRED = "card_expired"
    UNIT_MOVED = "unit_moved"
    ODD_PHONE = "odd_phone"
    ODD_EMAIL = "odd_email"
    TAX_CODE_DIGITS = "tax_code_digits"
    TAX_CODE_CHECK_DIGIT = "tax_code_check_digit"
    PERSONAL_TAX_CODE = "personal_tax_code"
    OLD_TAX_CODE = "old_tax_code"
    NOT_THE_HEADS_NUMBER = "not_the_heads_number"
    NO_ORGANISATION_KIND = "no_organisation_kind"
    NO_AUTHORISATION = "no_authorisation"
    AUTHORISED_BY_NOBODY = "authorised_by_nobody"
    NO_DAY_OF_AUTHORISATION = "no_day_of_authorisation"
    OVER_A_YEAR = "over_a_year"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"


class Whose(StrEnum):
    """Which person of a dossier a finding is about."""

    SUBMITTER = "applicant"
    OWNER = "owner"
    AUTHORISATION = "authorisation"


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about one field; ``subject`` is what its words need: a year, an age, a day."""

    field: PersonField
    doubt: PersonDoubt
    subject: str = ""


def check_people(
    submitter: Party, owner: Party | None, on: date
) -> tuple[tuple[Whose, Finding], ...]:
    """Look at everybody of a dossier as of a day; a child may own, but hardly hand in."""
    found = [(Whose.SUBMITTER, one) for one in check_party(submitter, on, acts=True)]
    if owner is not None:
        found += [(Whose.OWNER, one) for one in check_party(owner, on, acts=False)]
    return tuple(found)


def check_party(party: Party, on: date, *, acts: bool) -> tuple[Finding, ...]:
    """Look at a citizen, or at an organisation with its representative.

    Args:
        acts: this party stands at the counter.
    """
    return (
        *check_person(party.person, on, acts=acts),
        *_contact(party.phone, party.email),
        *_organisation(party, on),
    )


def check_person(person: Person, on: date, *, acts: bool) -> tuple[Finding, ...]:
    """Look at one human being; see ``check_party``."""
    return tuple(_of_person(person, on, acts=acts))


def is_odd_phone(text: str) -> bool:
    """Tell whether this is no phone number of Viet Nam, nor one of abroad with its ``+``."""
    import phonenumbers  # its tables take longer to load than most commands need

    try:
        return not phonenumbers.is_valid_number(phonenumbers.parse(text, "VN"))
    except phonenumbers.NumberParseException:
        return True


def _of_person(person: Person, on: date, *, acts: bool) -> Iterator[Finding]:
    paper, born_on = person.id_document, person.date_of_birth
    facts = None
    if paper is not None:
        facts = read_personal_number(paper.number) if paper.type in NUMBERED else None
        yield from _number(paper, facts, on)
    yield from _name(person, is_vietnamese=facts is not None)
    if born_on is not None:
        yield from _birth(born_on, facts, on, acts=acts)
    if person.sex is not None and facts is not None and person.sex is not facts.sex:
        yield Finding(PersonField.SEX, PersonDoubt.OTHER_SEX)
    if paper is not None and paper.issued_on is not None:
        yield from _issue(paper.type, paper.issued_on, born_on, on)
    if person.area_was is not None:
        yield Finding(PersonField.ADDRESS, PersonDoubt.UNIT_MOVED, person.area_name or "")
    yield from _contact(person.phone, person.email)


def _number(paper: IdDocument, facts: NumberFacts | None, on: date) -> Iterator[Finding]:
    doubt = None
    if not paper.number:
        return
    if paper.type in NUMBERED:
        if facts is None:
            doubt = PersonDoubt.NOT_TWELVE_DIGITS
        elif facts.province is None:
            doubt = PersonDoubt.NO_SUCH_PROVINCE
    elif paper.type is IdDocumentType.CMND:
        if _CMND.fullmatch(paper.number) is None:
            doubt = PersonDoubt.CMND_DIGITS
        elif on >= CMND_ENDED_ON:
            doubt = PersonDoubt.CMND_ENDED
    elif paper.type is IdDocumentType.PASSPORT and not _PASSPORT.fullmatch(paper.number.upper()):
        doubt = PersonDoubt.ODD_PASSPORT
    if doubt is not None:
        yield Finding(PersonField.NUMBER, doubt)


def _name(person: Person, *, is_vietnamese: bool) -> Iterator[Finding]:
    if not person.full_name:
        return
    if _NAME.fullmatch(person.full_name) is None:
        yield Finding(PersonField.NAME, PersonDoubt.ODD_NAME)
    elif is_vietnamese and " " not in person.full_name:
        yield Finding(PersonField.NAME, PersonDoubt.ONE_WORD_NAME)


def _birth(born_on: date, facts: NumberFacts | None, on: date, *, acts: bool) -> Iterator[Finding]:
    age = age_on(born_on, on)
    if born_on > on:
        yield Finding(PersonField.BORN_ON, PersonDoubt.IN_THE_FUTURE)
    elif facts is not None and facts.birth_year != born_on.year:
        yield Finding(PersonField.BORN_ON, PersonDoubt.OTHER_BIRTH_YEAR, str(facts.birth_year))
    elif age > OLDEST:
        yield Finding(PersonField.BORN_ON, PersonDoubt.VERY_OLD, str(age))
    elif acts and age < ADULT_ENOUGH:
        yield Finding(PersonField.BORN_ON, PersonDoubt.CHILD_ACTS, str(age))


def _issue(
    kind: IdDocumentType, issued_on: date, born_on: date | None, on: date
) -> Iterator[Finding]:
    if issued_on > on:
        yield Finding(PersonField.ISSUED_ON, PersonDoubt.IN_THE_FUTURE)
    elif born_on is None:
        return
    elif issued_on < born_on:
        yield Finding(PersonField.ISSUED_ON, PersonDoubt.BEFORE_BIRTH)
    elif kind in (IdDocumentType.CCCD, IdDocumentType.CMND) and issued_on < birthday(
        born_on, FIRST_CARD
    ):
        yield Finding(PersonField.ISSUED_ON, PersonDoubt.TOO_YOUNG_FOR_PAPER)
    elif kind in (IdDocumentType.CCCD, IdDocumentType.CAN_CUOC):
        ends_on = card_ends_on(born_on, issued_on)
        if ends_on is not None and ends_on <= on:
            day = f"{ends_on:%d/%m/%Y}"
            yield Finding(PersonField.ISSUED_ON, PersonDoubt.CARD_EXPIRED, day)


def _contact(phone: str | None, email: str | None) -> Iterator[Finding]:
    if phone and is_odd_phone(phone):
        yield Finding(PersonField.PHONE, PersonDoubt.ODD_PHONE)
    if email and _EMAIL.fullmatch(email) is None:
        yield Finding(PersonField.EMAIL, PersonDoubt.ODD_EMAIL)


def _organisation(party: Party, on: date) -> Iterator[Finding]:
    if party.kind is PartyKind.CITIZEN:
        return
    is_household = party.kind is PartyKind.HOUSEHOLD_BUSINESS
    doubt = tax_code_doubt(party.tax_code or "", on, is_household=is_household)
    head = party.person.id_document
    if doubt is not None:
        yield Finding(PersonField.TAX_CODE, doubt)
    elif is_household and head is not None and head.type in NUMBERED:
        digits = _PARTED.sub("", party.tax_code or "")
        if read_personal_number(digits) is not None and digits != head.number:
            yield Finding(PersonField.TAX_CODE, PersonDoubt.NOT_THE_HEADS_NUMBER)
    if not is_household and party.organisation_kind is None:
        yield Finding(PersonField.ORGANISATION_KIND, PersonDoubt.NO_ORGANISATION_KIND)


def tax_code_doubt(tax_code: str, on: date, *, is_household: bool) -> PersonDoubt | None:
    """Tell what is odd about a tax code: 10 digits, 13 of a branch, or 12 of a person."""
    from stdnum.vn import mst

    digits = _PARTED.sub("", tax_code)
    if not (digits.isascii() and digits.isdecimal()) or len(digits) not in (10, 12, 13):
        return PersonDoubt.TAX_CODE_DIGITS
    if len(digits) == 12:
        facts = read_personal_number(digits)
        if facts is None or facts.province is None:
            return PersonDoubt.NO_SUCH_PROVINCE
        return None if is_household else PersonDoubt.PERSONAL_TAX_CODE
    if not mst.is_valid(digits):
        return PersonDoubt.TAX_CODE_CHECK_DIGIT
    return PersonDoubt.OLD_TAX_CODE if is_household and on >= PERSONAL_TAX_CODES_FROM else None


def card_ends_on(born_on: date, issued_on: date) -> date | None:
    """Give the birthday by which a card must be changed; None: it holds for life."""
    holds_over = years_after(issued_on, GRACE_YEARS)
    ends = (birthday(born_on, age) for age in AGES_OF_CHANGE)
    return next((day for day in ends if day > holds_over), None)


def age_on(born_on: date, on: date) -> int:
    """Give somebody's age in whole years; negative before the birth."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def birthday(born_on: date, age: int) -> date:
    """Give the day on which somebody is so many years old."""
    return years_after(born_on, age)


def years_after(day: date, years: int) -> date:
    """Move a day by whole years; the 29th of February becomes the 28th (BLDS 2015 Art. 148(3))."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
