"""One box for every code: what a text is that some reader delivered, whichever page is open.

The station's own codes are ``TMC:{kind}:{value}`` in capitals, digits and ``:-./``, which every QR
code and Code 128 holds and every reader types. Slips and dossiers have codes of their own.

A text is only looked at. Nothing here opens an address, runs anything, or believes what it says.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from station.domain.code_text import MAX_TEXT
from station.domain.guidance_code import is_guidance_code
from station.domain.id_card import IdCard, IdTextError
from station.domain.id_text import parse_id_text
from station.domain.ids import BadDossierCodeError, DossierCode
from station.domain.mrz import looks_like_mrz
from station.domain.reader_test import is_reader_test
from station.domain.slip_code import SlipFacts, verify_slip
from station.text import clean

_OWN = re.compile(r"TMC:(?P<kind>[A-Z]+):(?P<value>[0-9A-Z:./-]{1,80})", re.ASCII)
_FIELD_MARK = "|"
_PERSONAL_NUMBER = re.compile(r"[0-9]{12}")
_WEB = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.I)
_PRODUCT = re.compile(r"[0-9]{8}|[0-9]{12,14}")


class CodeKind(StrEnum):
    """What a code stands on."""

    ID_CARD = "id_card"
    SLIP = "slip"
    DOSSIER = "dossier"
    GUIDANCE = "guidance"
    SEPARATOR = "separator"
    SHELF = "shelf"
    TICKET = "ticket"
    BADGE = "badge"
    READER_TEST = "reader_test"
    UNKNOWN = "unknown"


class Guess(StrEnum):
    """What a code that is not for this program looks like."""

    WEB_ADDRESS = "web_address"
    PAYMENT = "payment"
    CONTACT = "contact"
    WIFI = "wifi"
    MAIL = "mail"
    PHONE = "phone"
    PRODUCT = "product"
    NUMBER = "number"
    TEXT = "text"
    EMPTY = "empty"
    TOO_LONG = "too_long"


_BEGINNINGS = {
    "000201": Guess.PAYMENT,
    "BEGIN:VCARD": Guess.CONTACT,
    "MECARD:": Guess.CONTACT,
    "WIFI:": Guess.WIFI,
    "MAILTO:": Guess.MAIL,
    "SMSTO:": Guess.PHONE,
    "TEL:": Guess.PHONE,
}


@dataclass(frozen=True, slots=True)
class CardCode:
    """An ID card. Its text is not kept: what it said is in the card."""

    kind: ClassVar = CodeKind.ID_CARD
    is_known: ClassVar = True
    card: IdCard


@dataclass(frozen=True, slots=True)
class SlipCode:
    """An appointment slip; ``text`` is what its signature is checked on."""

    kind: ClassVar = CodeKind.SLIP
    is_known: ClassVar = True
    text: str
    facts: SlipFacts


@dataclass(frozen=True, slots=True)
class DossierBarcode:
    """A dossier's code alone, as labels carry it."""

    kind: ClassVar = CodeKind.DOSSIER
    is_known: ClassVar = True
    dossier_code: DossierCode


@dataclass(frozen=True, slots=True)
class GuidanceCode:
    """The code of a guidance sheet: it opens the draft again."""

    kind: ClassVar = CodeKind.GUIDANCE
    is_known: ClassVar = True
    code: str


@dataclass(frozen=True, slots=True)
class OwnCode:
    """A separator sheet (``value`` is the row of the checklist), a shelf, a queue ticket, or an
    officer's badge (which names the officer and proves nothing)."""

    kind: CodeKind
    value: str
    is_known: ClassVar = True

    @property
    def text(self) -> str:
        """What is printed as a code."""
        return f"TMC:{self.kind.upper()}:{self.value.upper()}"


@dataclass(frozen=True, slots=True)
class ReaderTestPage:
    """The page that tries a reader out; ``text`` as it arrived, for the verdict."""

    kind: ClassVar = CodeKind.READER_TEST
    is_known: ClassVar = True
    text: str


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """Nothing of this program's. ``text`` may be shown and copied: it is bounded and holds no
    control or direction marks."""

    kind: ClassVar = CodeKind.UNKNOWN
    is_known: ClassVar = False
    text: str
    guess: Guess


ReadCode = (
    CardCode | SlipCode | DossierBarcode | GuidanceCode | OwnCode | ReaderTestPage | UnknownCode
)
_OWN_KINDS = (CodeKind.SEPARATOR, CodeKind.SHELF, CodeKind.TICKET, CodeKind.BADGE)


def recognise(text: str) -> ReadCode:
    """Tell what a text is that came from a code. Never raises."""
    if len(text) > MAX_TEXT:
        return UnknownCode(clean(text[:MAX_TEXT]), Guess.TOO_LONG)
    if is_reader_test(text):
        return ReaderTestPage(text)
    tidy = clean(text)
    return _own(tidy) or _dossier(tidy) or _card(text, tidy) or UnknownCode(tidy, _guess(tidy))


def _own(text: str) -> ReadCode | None:
    """Read a slip's or a station's code. Caps Lock may have swapped its letters."""
    facts = verify_slip(text, lambda agency, counter: ()).facts
    if facts is not None:
        return SlipCode(text, facts)
    if is_guidance_code(text.upper()):
        return GuidanceCode(text.upper())
    found = _OWN.fullmatch(text.upper())
    kind = next((one for one in _OWN_KINDS if found and found["kind"] == one.upper()), None)
    return OwnCode(kind, found["value"].lower()) if found and kind else None


def _dossier(text: str) -> DossierBarcode | None:
    try:
        return DossierBarcode(DossierCode.parse(text.upper()))
    except BadDossierCodeError:
        return None


def _card(text: str, tidy: str) -> CardCode | None:
    """Read an ID card; a number that merely stands somewhere in a text is none."""
    begins = _PERSONAL_NUMBER.search(tidy)
    if begins is None and not looks_like_mrz(tidy):
        return None
    if _WEB.search(tidy) or tidy.upper().startswith(tuple(_BEGINNINGS)):
        return None
    if _FIELD_MARK not in tidy and _PERSONAL_NUMBER.fullmatch(tidy) is None:
        return _parted_otherwise(text, tidy)
    return _parsed(text)


def _parted_otherwise(text: str, tidy: str) -> CardCode | None:
    """Accept other separators, as wrong keyboard layouts make them, if a whole card is there."""
    found = _parsed(text)
    whole = found is not None and None not in (found.card.full_name, found.card.date_of_birth)
    return found if whole or looks_like_mrz(tidy) else None


def _parsed(text: str) -> CardCode | None:
    try:
        return CardCode(parse_id_text(text))
    except IdTextError:
        return None


def _guess(text: str) -> Guess:
    if not text:
        return Guess.EMPTY
    for beginning, guess in _BEGINNINGS.items():
        if text.upper().startswith(beginning):
            return guess
    if _WEB.match(text):
        return Guess.WEB_ADDRESS
    if text.isascii() and text.isdecimal():
        return Guess.PRODUCT if _is_product(text) else Guess.NUMBER
    return Guess.TEXT


def _is_product(digits: str) -> bool:
    """Tell whether these are the digits of goods, EAN or UPC: the last one checks the others."""
    if _PRODUCT.fullmatch(digits) is None:
        return False
    weighted = (int(digit) * (1, 3)[place % 2] for place, digit in enumerate(reversed(digits)))
    return sum(weighted) % 10 == 0
