"""What opens the chip of an ID card, and what stands on it.

A chip tells nothing to whom has not seen the card: it asks for document number, day of birth and
day of expiry as the printed zone has them, or for an access number (ICAO 9303-11). The QR code
holds the number and both days that the law computes the expiry from, so whoever read the code can
open the chip. What the chip says has come over a sealed line from a chip that knew the card; its
issuer's signature is judged by ``devices.chip.passive``.

Where the details stand in data group 13 is published nowhere; the places here agree with what open
programs read from cards.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from station.domain.id_card import ChipProof, FieldSource, IdCard, IdCardKind, IdWarning
from station.domain.id_text import parse_id_text
from station.domain.mrz import check_digit
from station.domain.person import Sex
from station.domain.person_checks import AGES_OF_CHANGE, birthday, card_ends_on
from station.errors import StationError
from station.text import clean

_LIFELONG = "991231"
"""What the zone has for a card that never ends (seen; ICAO knows no word for it)."""
_CAN_CUOC_FROM = date(2024, 7, 1)
"""From this day cards are issued by the Law on Identification of 2023."""
_DATE = re.compile(r"([0-9]{2})[/.-]?([0-9]{2})[/.-]?([0-9]{4})")
_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")
_SEXES = {"NAM": Sex.MALE, "NỮ": Sex.FEMALE}
_MOST_TEXT = 500
"""Characters of one field that are taken."""


class ChipKeyMissingError(StationError):
    """A card lies on the reader, and nothing is known that could open its chip."""

    code = "ID-016"


class ChipStaysLockedError(StationError):
    """What is known of a card does not open this chip: it may be another one's."""

    code = "ID-017"


class ChipUnreadableError(StationError):
    """The card was taken away too soon, is no ID card, or answers what makes no sense."""

    code = "ID-018"
    retryable = True


@dataclass(frozen=True, slots=True)
class ZoneKey:
    """What the printed zone says, each part with its check digit."""

    zone: str


@dataclass(frozen=True, slots=True)
class AccessNumber:
    """The six digits of PACE."""

    digits: str


ChipKey = ZoneKey | AccessNumber


class Detail(IntEnum):
    """The places of data group 13 that are read; the others are nobody's business here."""

    NUMBER = 1
    NAME = 2
    BORN_ON = 3
    SEX = 4
    ADDRESS = 9
    ISSUED_ON = 11
    EXPIRES_ON = 12
    OLD_NUMBER = 15
    OLD_NUMBER_TOO = 16
    """Programs disagree which of the two it is."""


def chip_keys(card: IdCard) -> tuple[ChipKey, ...]:
    """Give what may open the chip of this card, the likeliest first; nothing for too little.

    In the zone of a Vietnamese card the document number is the last nine digits of the number.
    """
    document = card.passport_number or (card.personal_number or "")[-9:]
    zones: list[ChipKey] = []
    if document and card.date_of_birth is not None:
        ends = dict.fromkeys(_ends(card, card.date_of_birth))
        zones = [ZoneKey(_zone(document, card.date_of_birth, end)) for end in ends]
    if card.personal_number is None:
        return tuple(zones)
    # The access number of a card is the end of its number (as open programs have it; unverified).
    by_number = AccessNumber(card.personal_number[-6:])
    return (*zones[:1], by_number, *zones[1:])


def _ends(card: IdCard, born_on: date) -> Iterable[str]:
    """Give the expiry as the zone writes it: known, computed by law, then whatever else may be."""
    if card.expires_on is not None:
        yield f"{card.expires_on:%y%m%d}"
        return
    if card.issued_on is not None:
        by_law = card_ends_on(born_on, card.issued_on)
        yield f"{by_law:%y%m%d}" if by_law else _LIFELONG
    for age in AGES_OF_CHANGE[1:]:
        yield f"{birthday(born_on, age):%y%m%d}"
    yield _LIFELONG


def _zone(document: str, born_on: date, end: str) -> str:
    parts = (document.upper().ljust(9, "<"), f"{born_on:%y%m%d}", end)
    return "".join(part + check_digit(part) for part in parts)


def card_of_chip(zone: str, details: Mapping[int, str]) -> IdCard:
    """Give the card that a chip describes.

    Args:
        zone: the printed zone, as data group 1 repeats it.
        details: the texts of data group 13 by their places; a passport has none.

    Raises:
        IdTextError: the zone cannot be read.
    """
    printed = parse_id_text(zone, source=FieldSource.CHIP)
    texts = {place: clean(text[:_MOST_TEXT]) for place, text in details.items()}
    name = texts.get(Detail.NAME)
    if not name:
        return printed
    issued_on = _day(texts.get(Detail.ISSUED_ON))
    born_on = _day(texts.get(Detail.BORN_ON))
    is_new = issued_on is not None and issued_on >= _CAN_CUOC_FROM
    card = replace(
        printed,
        kind=IdCardKind.CAN_CUOC_2024 if is_new else IdCardKind.CCCD_2021,
        personal_number=printed.personal_number or texts.get(Detail.NUMBER),
        full_name=name,
        date_of_birth=printed.date_of_birth or born_on,
        sex=printed.sex or _SEXES.get(texts.get(Detail.SEX, "").upper()),
        address=texts.get(Detail.ADDRESS) or None,
        issued_on=issued_on,
        expires_on=_day(texts.get(Detail.EXPIRES_ON)) or printed.expires_on,
        old_id_number=_old_number(texts),
    )
    warnings = [one for one in printed.warnings if one is not IdWarning.DIACRITICS_MISSING]
    said = (texts.get(Detail.NUMBER), born_on)
    if any(
        other is not None and other != own
        for own, other in zip((card.personal_number, card.date_of_birth), said, strict=True)
    ):
        warnings.append(IdWarning.CHIP_CONTRADICTS)
    filled = {
        name: FieldSource.CHIP
        for name in (*printed.sources, "address", "issued_on", "expires_on", "old_id_number")
        if getattr(card, name) is not None
    }
    return replace(card, warnings=tuple(warnings), sources=filled)


def with_proof(card: IdCard, proof: ChipProof) -> IdCard:
    """Give the card with what its signature tells; what was altered is the officer's to judge."""
    altered = (IdWarning.CHIP_ALTERED,) if proof is ChipProof.ALTERED else ()
    return replace(card, chip_proof=proof, warnings=(*card.warnings, *altered))


def _day(text: str | None) -> date | None:
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _old_number(texts: Mapping[int, str]) -> str | None:
    """Give the number of an earlier card, at whichever of the two places it stands."""
    own = texts.get(Detail.NUMBER)
    places = (Detail.OLD_NUMBER, Detail.OLD_NUMBER_TOO)
    numbers = [texts.get(place, "") for place in places]
    return next((one for one in numbers if _OLD_NUMBER.fullmatch(one) and one != own), None)
