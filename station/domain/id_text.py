"""From the text of an ID card's QR code or machine-readable zone to an ``IdCard``."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from station.domain.code_text import MAX_TEXT
from station.domain.id_card import (
    FieldSource,
    IdCard,
    IdCardKind,
    IdTextEmptyError,
    IdTextTooLongError,
    IdWarning,
    MrzUnreadableError,
)
from station.domain.id_payload import Payload, Place, split_payload
from station.domain.mrz import MrzField, looks_like_mrz, read_mrz
from station.domain.person import Sex
from station.domain.personal_number import read_personal_number
from station.domain.text_repair import (
    is_case_swapped,
    is_damaged,
    is_typed_through_input_method,
    repair,
)
from station.text import clean, fold

_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")
_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_YEAR_AT_END = re.compile(r"(?:[0-9]{2}){0,2}([0-9]{4})")
_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}
_WORD = r"(?:[^\W\d_]\u0306?)+"
_NAME = re.compile(rf"{_WORD}(?:[ '’.-]+{_WORD})*[.'’]?")
_YEARS = range(1870, 2150)
_FIELDS = (
    "personal_number",
    "old_id_number",
    "full_name",
    "date_of_birth",
    "sex",
    "address",
    "issued_on",
    "passport_number",
    "expires_on",
)
_DIGIT_PLACES = (Place.OLD_NUMBER, Place.BIRTH, Place.ISSUED)


def parse_id_text(text: str, *, source: FieldSource | None = None) -> IdCard:
    """Read the text of a QR code (also as a reader garbled it) or of a machine-readable zone.

    Args:
        text: as it arrived.
        source: where it is from, if that is neither the code nor the printed zone.

    Raises:
        IdTextError: this is no text of an ID card; its subclasses tell why.
    """
    if len(text) > MAX_TEXT:
        raise IdTextTooLongError(len(text))
    repaired = repair(text)
    tidy = "\t".join(clean(part.replace("\n", " ")) for part in repaired.text.split("\t"))
    if not tidy.strip():
        raise IdTextEmptyError("no text")
    if looks_like_mrz(tidy):
        return _card_of_mrz(tidy, source or FieldSource.MRZ)
    payload = split_payload(tidy)
    arrival = list(payload.warnings)
    if repaired.code_page is not None:
        arrival.append(IdWarning.TEXT_REPAIRED)
    if repaired.cut:
        arrival.append(IdWarning.PAYLOAD_CUT)
    card = _card_of_payload(replace(payload, warnings=tuple(arrival)))
    return replace(card, sources=_sources(card, source or FieldSource.QR))


def _sources(card: IdCard, source: FieldSource) -> dict[str, FieldSource]:
    """Tell of each field that is filled where it is from; what was garbled is only repaired."""
    repaired = set()
    if IdWarning.CASE_SWAPPED in card.warnings:
        repaired |= {"full_name", "address"}
    if IdWarning.SEX_UNCLEAR in card.warnings:
        repaired.add("sex")  # known by the number only
    if IdWarning.TEXT_REPAIRED in card.warnings:
        words = {"full_name": card.full_name, "address": card.address}
        repaired |= {name for name, text in words.items() if text and not text.isascii()}
        if card.sex is Sex.FEMALE:
            repaired.add("sex")
    return {
        name: FieldSource.REPAIRED if name in repaired else source
        for name in _FIELDS
        if getattr(card, name) is not None
    }


def _card_of_payload(payload: Payload) -> IdCard:
    number = payload.field(Place.NUMBER)
    card = IdCard(kind=payload.kind, personal_number=number, warnings=payload.warnings)
    if len(payload.fields) > 1:
        card = _with_words(card, payload)
        card = _with_dates(card, payload)
        card = _with_old_number(card, payload)
    return _warned(card, _contradictions(card, _birth_year(payload)))


def _with_words(card: IdCard, payload: Payload) -> IdCard:
    """Fill in name, sex and address; drop what is damaged, for it must be typed anyway."""
    name, sex, address = (payload.field(place) for place in (Place.NAME, Place.SEX, Place.ADDRESS))
    warnings = []
    if is_case_swapped(name):
        name, address = name.swapcase(), address.swapcase()
        warnings.append(IdWarning.CASE_SWAPPED)
    doubtful = _doubtful(payload, full_name=name, address=address)
    if payload.is_cut and len(payload.fields) == Place.NAME + 1:
        name = ""  # nothing tells whether its end is there
    if is_damaged(name) or is_damaged(address):
        warnings.append(IdWarning.LETTERS_LOST)
        # "HÃ" may be a word, or the rest of "Hà": beside damage no accent is believed
        name, address = (
            text if text.isascii() and not is_damaged(text) else "" for text in (name, address)
        )
    elif not name:
        warnings.append(IdWarning.NAME_MISSING)
    if address.isdigit():  # a separator was lost, and the date of issue moved up
        address = ""
        warnings.append(IdWarning.FIELD_COUNT)
    if name and _NAME.fullmatch(name) is None:
        warnings.append(IdWarning.NAME_UNUSUAL)
    digits = "".join(payload.field(place) for place in _DIGIT_PLACES)
    if is_typed_through_input_method(f"{name} {address}") or not digits.isascii():
        warnings.append(IdWarning.INPUT_METHOD)
    if name and (address or fold(sex) == "nu") and (name + sex + address).isascii():
        warnings.append(IdWarning.DIACRITICS_MISSING)
    known_sex = _sex(sex, card.personal_number)
    if fold(sex) not in _SEXES and len(payload.fields) > Place.SEX:
        warnings.append(IdWarning.SEX_UNCLEAR)
    return _warned(
        replace(
            card,
            full_name=name or None,
            sex=known_sex,
            address=address or None,
            doubtful=doubtful,
        ),
        warnings,
    )


def _doubtful(payload: Payload, *, full_name: str, address: str) -> dict[str, tuple[str, ...]]:
    """Give the words that lost letters, were typed through an input method, or may be cut."""
    found = {}
    for name, place, text in (
        ("full_name", Place.NAME, full_name),
        ("address", Place.ADDRESS, address),
    ):
        words = text.split()
        odd = [word for word in words if is_damaged(word) or is_typed_through_input_method(word)]
        if payload.is_cut and len(payload.fields) == place + 1:
            odd += words[-1:]
        if odd:
            found[name] = tuple(dict.fromkeys(odd))
    return found


def _sex(text: str, number: str | None) -> Sex | None:
    """Read "Nam" or "Nữ"; take an "N" that lost its "ữ" for "Nữ" when the number says so too."""
    known = _SEXES.get(fold(text))
    facts = read_personal_number(number or "")
    if known is None and text[:1] in ("N", "n") and len(text) <= 2 and facts is not None:
        return Sex.FEMALE if facts.sex is Sex.FEMALE else None
    return known


def _with_dates(card: IdCard, payload: Payload) -> IdCard:
    birth, issued = payload.field(Place.BIRTH), payload.field(Place.ISSUED)
    born_on, issued_on = _date(birth), _date(issued)
    warnings = []
    if born_on is None and len(payload.fields) > Place.BIRTH:
        incomplete = not birth or _birth_year(payload) is not None
        warnings.append(
            IdWarning.BIRTH_DATE_INCOMPLETE if incomplete else IdWarning.BIRTH_DATE_INVALID
        )
    if issued and issued_on is None:
        warnings.append(IdWarning.ISSUE_DATE_INVALID)
    if born_on and issued_on and issued_on < born_on:
        warnings.append(IdWarning.ISSUED_BEFORE_BIRTH)
    return _warned(replace(card, date_of_birth=born_on, issued_on=issued_on), warnings)


def _date(text: str) -> date | None:
    """Read ``ddMMyyyy`` strictly."""
    found = _DATE.fullmatch(text)
    if found is None or int(found[3]) not in _YEARS:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _birth_year(payload: Payload) -> int | None:
    """Give the year of birth, also of the old whose card knows only the year or month and year."""
    text = payload.field(Place.BIRTH)
    known = _date(text)
    if known is not None:
        return known.year
    found = _YEAR_AT_END.fullmatch(text)
    if found is None or (len(text) == 8 and "00" not in (text[:2], text[2:4])):
        return None
    return int(found[1]) if int(found[1]) in _YEARS else None


def _with_old_number(card: IdCard, payload: Payload) -> IdCard:
    old = payload.field(Place.OLD_NUMBER)
    cancelled = payload.field(Place.CANCELLED_NUMBER)
    if old and _OLD_NUMBER.fullmatch(old) is None:
        return _warned(card, [IdWarning.OLD_NUMBER_INVALID])
    if not old and _OLD_NUMBER.fullmatch(cancelled):
        old = cancelled
    return replace(card, old_id_number=old or None)


def _card_of_mrz(text: str, source: FieldSource) -> IdCard:
    zone = read_mrz(text)
    if zone is None or not (zone.personal_number or zone.date_of_birth):
        raise MrzUnreadableError("neither 3 × 30 nor 2 × 44, or the check digits do not hold")
    warnings = []
    if zone.failed:
        warnings.append(IdWarning.CHECK_DIGIT)
    if zone.padded:
        warnings.append(IdWarning.PAYLOAD_CUT)
    if zone.personal_number is None:
        warnings.append(IdWarning.NUMBER_MISSING)
    if zone.date_of_birth is None and MrzField.BIRTH not in zone.failed:
        warnings.append(IdWarning.BIRTH_DATE_INCOMPLETE)
    if zone.sex is None:
        warnings.append(IdWarning.SEX_UNCLEAR)
    warnings.append(IdWarning.DIACRITICS_MISSING if zone.full_name else IdWarning.NAME_MISSING)
    card = IdCard(
        kind=IdCardKind.MRZ,
        personal_number=zone.personal_number,
        full_name=zone.full_name,
        date_of_birth=zone.date_of_birth,
        sex=zone.sex,
        passport_number=zone.passport_number,
        expires_on=zone.expires_on,
        warnings=tuple(warnings),
    )
    card = replace(card, sources=_sources(card, source))
    return _warned(
        card, _contradictions(card, zone.date_of_birth.year if zone.date_of_birth else None)
    )


def _contradictions(card: IdCard, birth_year: int | None) -> list[IdWarning]:
    """Hold the number against birth year, sex and province: warn, for errors and changes exist."""
    facts = read_personal_number(card.personal_number or "")
    if facts is None:
        return []
    found = []
    if facts.province is None:
        found.append(IdWarning.NUMBER_PROVINCE)
    if birth_year is not None and birth_year != facts.birth_year:
        found.append(IdWarning.NUMBER_BIRTH_YEAR)
    if card.sex is not None and card.sex is not facts.sex:
        found.append(IdWarning.NUMBER_SEX)
    return found


def _warned(card: IdCard, more: Iterable[IdWarning]) -> IdCard:
    return replace(card, warnings=tuple(dict.fromkeys((*card.warnings, *more))))
