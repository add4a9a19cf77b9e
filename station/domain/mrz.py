"""The machine-readable zone of an ID card (ICAO 9303: TD1, 3 × 30) or passport (TD3, 2 × 44).

Viet Nam puts the whole personal number into the optional field of a card's first line, and ends
that line with a check digit that ICAO does not know; in a passport it may stand in the optional
field of the second line. A field whose check digit fails is not used.

Unverified on real cards: what Viet Nam puts there, and its extra check digit, are as published
samples have them. A zone that follows ICAO alone is read all the same.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from station.domain.person import Sex
from station.domain.personal_number import read_personal_number

LINE_LENGTH = 30
_LENGTH = 3 * LINE_LENGTH
_PASSPORT_LINE = 44
_PASSPORT = re.compile(r"P[A-Z<][A-Z<]{3}[A-Z<]{39}[A-Z0-9<]{44}")
_DOCUMENT = re.compile(r"[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]+")
_WEIGHTS = (7, 3, 1)


class MrzField(StrEnum):
    """What a check digit guards."""

    DOCUMENT_NUMBER = "document_number"
    PERSONAL_NUMBER = "personal_number"
    BIRTH = "birth"
    EXPIRY = "expiry"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReadableZone:
    """What the three lines say. None where a field is empty or its check digit fails."""

    personal_number: str | None
    date_of_birth: date | None
    sex: Sex | None
    full_name: str | None
    """Surname first, in capitals, without diacritics."""
    failed: tuple[MrzField, ...]
    """The check digits that do not hold."""
    padded: bool
    """Fillers were missing at the end of the name."""
    passport_number: str | None = None
    expires_on: date | None = None


def check_digit(text: str) -> str:
    """Compute the check digit of ICAO 9303: weights 7, 3, 1; ``<`` is 0, A is 10, Z is 35."""
    total = sum(
        (0 if letter == "<" else int(letter, 36)) * _WEIGHTS[place % 3]
        for place, letter in enumerate(text)
    )
    return str(total % 10)


def looks_like_mrz(text: str) -> bool:
    """Tell whether the text starts as the zone of a card or passport does, and has its fillers."""
    joined = "".join(text.upper().split())
    begins = _DOCUMENT.match(joined) or re.match(r"P[A-Z<][A-Z]{3}[A-Z]", joined)
    return "<<" in joined and begins is not None and "|" not in joined


def read_mrz(text: str) -> MachineReadableZone | None:
    """Read the zone from its 90 or, of a passport, 88 characters; blanks do not count.

    Returns:
        None when these are not lines of the right length and alphabet.
    """
    joined = "".join(text.upper().split())
    if len(joined) == 2 * _PASSPORT_LINE and _PASSPORT.fullmatch(joined):
        return _passport(joined[:_PASSPORT_LINE], joined[_PASSPORT_LINE:])
    padded = joined.ljust(_LENGTH, "<")
    complete_lines = 2 * LINE_LENGTH
    if not complete_lines < len(joined) <= _LENGTH or not _DOCUMENT.fullmatch(padded):
        return None
    first, second, names = (padded[at : at + LINE_LENGTH] for at in (0, 30, 60))
    failed = tuple(field for field, holds in _checks(first, second).items() if not holds)
    number = _personal_number(first, failed)
    return MachineReadableZone(
        personal_number=number,
        date_of_birth=None if MrzField.BIRTH in failed else _birth_date(second, number),
        sex={"M": Sex.MALE, "F": Sex.FEMALE}.get(second[7]),
        full_name=_name(names),
        failed=failed,
        padded=len(joined) < _LENGTH,
        expires_on=_expiry(second[8:14], failed),
    )


def _passport(names: str, line: str) -> MachineReadableZone:
    optional = line[28:42]
    checks = {
        MrzField.DOCUMENT_NUMBER: line[9] == check_digit(line[:9]),
        MrzField.BIRTH: line[19] == check_digit(line[13:19]),
        MrzField.EXPIRY: line[27] == check_digit(line[21:27]),
        MrzField.PERSONAL_NUMBER: line[42] == check_digit(optional)
        or (line[42] == "<" and not optional.strip("<")),
        MrzField.WHOLE: line[43] == check_digit(line[0:10] + line[13:20] + line[21:43]),
    }
    failed = tuple(field for field, holds in checks.items() if not holds)
    number = optional.rstrip("<")
    vouched = MrzField.PERSONAL_NUMBER not in failed and read_personal_number(number) is not None
    number_or_none = number if vouched else None
    birth_and_expiry = line[13:20] + line[20:28]
    return MachineReadableZone(
        personal_number=number_or_none,
        date_of_birth=None
        if MrzField.BIRTH in failed
        else _birth_date(birth_and_expiry, number_or_none),
        sex={"M": Sex.MALE, "F": Sex.FEMALE}.get(line[20]),
        full_name=_name(names[5:]),
        failed=failed,
        padded=False,
        passport_number=None if MrzField.DOCUMENT_NUMBER in failed else line[:9].rstrip("<"),
        expires_on=_expiry(line[21:27], failed),
    )


def _checks(first: str, second: str) -> dict[MrzField, bool]:
    composite = first[5:30] + second[0:7] + second[8:15] + second[18:29]
    return {
        MrzField.DOCUMENT_NUMBER: first[14] == check_digit(first[5:14]),
        # a filler instead of the digit: the zone follows ICAO to the letter
        MrzField.PERSONAL_NUMBER: first[29] in ("<", check_digit(first[15:29])),
        MrzField.BIRTH: second[6] == check_digit(second[:6]),
        MrzField.EXPIRY: second[14] == check_digit(second[8:14]),
        MrzField.WHOLE: second[29] == check_digit(composite),
    }


def _personal_number(first: str, failed: tuple[MrzField, ...]) -> str | None:
    """Give the number of the optional field when a check digit vouches for it."""
    number = first[15:27]
    if read_personal_number(number) is None or first[27:29] != "<<":
        return None
    by_own_digit = MrzField.PERSONAL_NUMBER not in failed and first[29] != "<"
    by_document_number = MrzField.DOCUMENT_NUMBER not in failed and number[3:] == first[5:14]
    return number if by_own_digit or by_document_number else None


def _name(line: str) -> str | None:
    words = line.replace("<", " ").split()
    return " ".join(words) if words and all(word.isalpha() for word in words) else None


def _expiry(short: str, failed: tuple[MrzField, ...]) -> date | None:
    """Read the day of expiry: all zones that are still about end in this century."""
    if MrzField.EXPIRY in failed or not short.isdigit():
        return None
    try:
        return date(2000 + int(short[:2]), int(short[2:4]), int(short[4:]))
    except ValueError:
        return None


def _birth_date(second: str, number: str | None) -> date | None:
    """Complete the two-digit year from the personal number, else from the year of expiry."""
    short, expiry = second[:6], second[8:14]
    if not short.isdigit():
        return None
    year = 2000 + int(short[:2])
    facts = read_personal_number(number) if number else None
    if facts is not None and facts.birth_year % 100 == year % 100:
        year = facts.birth_year
    elif not expiry.isdigit():
        return None
    elif year > 2000 + int(expiry[:2]):
        year -= 100  # nobody is born after the card has run out
    else:
        return None
    try:
        return date(year, int(short[2:4]), int(short[4:]))
    except ValueError:
        return None
