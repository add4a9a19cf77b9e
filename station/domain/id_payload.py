"""The QR code of an ID card as text: where the personal number is, and which field is which.

The fields of a card stand in this order, separated by ``|``: personal number, old number, full
name, birth date, sex, address, date of issue. The căn cước of 07/2024 adds four, of which the
second is a cancelled personal number. Readers add prefixes, swap the separator and cut the end.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from station.domain.id_card import (
    IdCardKind,
    IdTextError,
    IdWarning,
    SeveralCardsInTextError,
    WebAddressError,
)
from station.domain.personal_number import read_personal_number
from station.text import fold


class Place(IntEnum):
    """Which field stands where."""

    NUMBER = 0
    OLD_NUMBER = 1
    NAME = 2
    BIRTH = 3
    SEX = 4
    ADDRESS = 5
    ISSUED = 6
    CANCELLED_NUMBER = 8


_CCCD_FIELDS, _CAN_CUOC_FIELDS = 7, 11
_READER_PREFIX = re.compile(r"\A\s*(?:\][A-Za-z][0-9])?(?:\\[0-9]{6})?")
"""AIM symbology identifier (``]Q1``) and escaped ECI (``\\000026``): their digits touch ours."""
_NUMBER = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
_DATE = re.compile(r"[0-9]{8}")
_NUMBER_AT_END = re.compile(r"(?:(?<=[0-9]{8})|(?<![0-9]))[0-9]{12}\Z")
"""A number that follows a field of the card before, or its date without anything between."""
_OLD_NUMBER = re.compile(r"(?:[0-9]{9}|[0-9]{12})?")
_ORDER = re.compile(
    r"\s*(?:[a-z][a-z0-9+.-]{1,20}:(?://|\S+[@?=;])|www\."
    r"|(?:geo|intent|mailto|market|matmsg|mecard|mmsto|sms|smsto|tel|wifi):)",
    re.IGNORECASE,
)
"""A web address, or what makes a phone call, write or join a network."""
_NO_SEPARATOR = re.compile(r"[0-9A-Za-z ]")


@dataclass(frozen=True, slots=True)
class Payload:
    """The fields in their places, and what was odd about their arrival."""

    kind: IdCardKind
    fields: tuple[str, ...]
    warnings: tuple[IdWarning, ...] = ()

    def field(self, place: Place) -> str:
        """Give one field, empty where the payload ends before it."""
        return self.fields[place] if place < len(self.fields) else ""

    @property
    def is_cut(self) -> bool:
        return IdWarning.PAYLOAD_CUT in self.warnings


def split_payload(text: str) -> Payload:
    """Find the personal number and put the fields that follow it in their places.

    Args:
        text: tidied, with tabs kept: some readers send them between the fields.

    Raises:
        IdTextError: there is no personal number, or one by accident in some other text.
        WebAddressError: it is no card at all.
        SeveralCardsInTextError: it holds the cards of two people.
    """
    text = _once(_READER_PREFIX.sub("", text))
    if _ORDER.match(text):
        raise WebAddressError("an address")
    found = _NUMBER.search(text)
    if found is None:
        raise IdTextError("no personal number")
    number, after = found[0], text[found.end() :].lstrip(" ")
    fields = _fields_after(after)
    if fields:
        fields = _without_second_card(number, fields)
        return _aligned((number, *fields), separator=after[0])
    facts = read_personal_number(number)
    is_foreign = facts is None or facts.province is None
    if is_foreign and (text[: found.start()].strip() or after):
        raise IdTextError("twelve digits in a text that is from no ID card")
    if after.strip("|"):
        return Payload(IdCardKind.UNKNOWN, (number,), (IdWarning.REST_UNREADABLE,))
    return Payload(IdCardKind.NUMBER_ONLY, (number,))


def _once(text: str) -> str:
    """Give a text once that a reader sent twice."""
    half, odd = divmod(len(text), 2)
    for middle in (half, half + 1) if odd else (half,):
        if text[:half] == text[middle:] and _NUMBER.search(text[:half]):
            return text[:half]
    return text


def _without_second_card(number: str, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a card that follows in the same text, if it is of the same person.

    Raises:
        SeveralCardsInTextError: it is of another person.
    """
    for place in range(Place.ISSUED - 1, len(fields)):
        found = _NUMBER_AT_END.search(fields[place])
        if found is None or not _begins_a_card(fields[place + 1 :]):
            continue
        if place + 1 == Place.CANCELLED_NUMBER and len(fields) + 1 == _CAN_CUOC_FIELDS:
            continue
        if found[0] != number:
            raise SeveralCardsInTextError("two numbers")
        return (*fields[:place], fields[place][: found.start()].strip())
    return fields


def _begins_a_card(fields: tuple[str, ...]) -> bool:
    """Tell whether these may follow a personal number: old number, name, birth date."""
    if not fields or _OLD_NUMBER.fullmatch(fields[0]) is None:
        return False
    if len(fields) > 1 and (not fields[1] or any(letter.isdigit() for letter in fields[1])):
        return False
    if len(fields) <= Place.BIRTH - 1:
        return True
    born = fields[Place.BIRTH - 1]
    return _DATE.fullmatch(born) is not None or (len(fields) == Place.BIRTH and born.isdigit())


def _fields_after(rest: str) -> tuple[str, ...]:
    """Split what follows the number, at ``|`` or at what another keyboard layout made of it."""
    separator = rest[:1]
    if not rest.strip(separator or None) or _NO_SEPARATOR.match(separator):
        return ()
    fields = tuple(field.strip() for field in rest[1:].split(separator))
    trusted = (
        separator == "|"
        or len(fields) + 1 in (_CCCD_FIELDS, _CAN_CUOC_FIELDS)
        or _is_birth_and_sex(fields, Place.BIRTH - 1)
    )
    return fields if trusted else ()


def _is_birth_and_sex(fields: tuple[str, ...], place: int) -> bool:
    return (
        len(fields) > place + 1
        and _DATE.fullmatch(fields[place]) is not None
        and fold(fields[place + 1])[:1] == "n"
    )


def _aligned(fields: tuple[str, ...], *, separator: str) -> Payload:
    """Tell the kind of card by the number of fields; make room for an old number left out."""
    count = len(fields)
    if _is_birth_and_sex(fields, Place.BIRTH - 1):
        fields = (fields[0], "", *fields[1:])
    warnings = []
    if separator != "|":
        warnings.append(IdWarning.SEPARATOR_REPLACED)
    if count not in (_CCCD_FIELDS, _CAN_CUOC_FIELDS):
        warnings.append(IdWarning.FIELD_COUNT)
    if len(fields) < _CCCD_FIELDS:
        warnings.append(IdWarning.PAYLOAD_CUT)
    if count >= _CAN_CUOC_FIELDS or any(fields[_CCCD_FIELDS:]):
        kind = IdCardKind.CAN_CUOC_2024
    elif count >= _CCCD_FIELDS - 1:
        kind = IdCardKind.CCCD_2021
    else:
        kind = IdCardKind.UNKNOWN
    return Payload(kind, fields, tuple(warnings))
