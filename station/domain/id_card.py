"""Căn cước: what a card's QR code, machine-readable zone or chip says about its holder.

The QR code of a card is static and unsigned: it fills a form in, it proves nothing. So whatever
contradicts itself is a warning for the officer to judge, and only text that holds no personal
number at all is an error. A field that is damaged stays empty rather than wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from station.domain.code_text import MAX_TEXT
from station.domain.person import FieldSource as FieldSource
from station.domain.person import Sex
from station.errors import StationError


class IdTextError(StationError):
    """The text holds no personal number and no machine-readable zone: it is not from an ID card."""

    code = "ID-001"


class IdTextTooLongError(IdTextError):
    """The text is longer than any card's code."""

    code = "ID-002"

    def __init__(self, length: int) -> None:
        super().__init__(f"{length} characters, at most {MAX_TEXT}")
        self.length, self.maximum = length, MAX_TEXT


class IdTextEmptyError(IdTextError):
    """There is no text."""

    code = "ID-003"


class MrzUnreadableError(IdTextError):
    """It looks like a machine-readable zone, but is not three lines of 30 characters."""

    code = "ID-004"


class SeveralCardsInTextError(IdTextError):
    """A reader sent two people's cards as one text: it cannot be known which is meant."""

    code = "ID-013"


class WebAddressError(IdTextError):
    """The text is an address on the web or another order to a phone; it is never followed."""

    code = "ID-014"


class IdCardKind(StrEnum):
    """Which card the text is from, as far as its form tells."""

    CCCD_2021 = "cccd-2021"
    CAN_CUOC_2024 = "can-cuoc-2024"
    NUMBER_ONLY = "number-only"
    MRZ = "mrz"
    UNKNOWN = "unknown"


class ChipProof(StrEnum):
    """What the chip's own signature tells of what was read from it."""

    UNCHECKED = "unchecked"
    """It has none, or one of a kind that is not known here."""
    ALTERED = "altered"
    """What was read is not what was signed."""
    ISSUER_UNKNOWN = "issuer-unknown"
    """Nothing was altered; no certificate of the state is set up to tell who signed."""
    ISSUER_OTHER = "issuer-other"
    """Nothing was altered; none of the states that are set up signed it."""
    GENUINE = "genuine"
    """Nothing was altered, and the state whose certificate is set up signed it."""


class IdWarning(StrEnum):
    """What the officer should look at. The values are stable: scripts and messages use them."""

    # how the text arrived
    FIELD_COUNT = "field-count"
    PAYLOAD_CUT = "payload-cut"
    SEPARATOR_REPLACED = "separator-replaced"
    TEXT_REPAIRED = "text-repaired"
    CASE_SWAPPED = "case-swapped"
    INPUT_METHOD = "input-method"
    LETTERS_LOST = "letters-lost"
    DIACRITICS_MISSING = "diacritics-missing"
    REST_UNREADABLE = "rest-unreadable"
    CHECK_DIGIT = "check-digit"
    # one field
    NUMBER_MISSING = "number-missing"
    NAME_MISSING = "name-missing"
    NAME_UNUSUAL = "name-unusual"
    OLD_NUMBER_INVALID = "old-number-invalid"
    BIRTH_DATE_INCOMPLETE = "birth-date-incomplete"
    BIRTH_DATE_INVALID = "birth-date-invalid"
    SEX_UNCLEAR = "sex-unclear"
    ISSUE_DATE_INVALID = "issue-date-invalid"
    # two fields against one another
    NUMBER_PROVINCE = "number-province"
    NUMBER_BIRTH_YEAR = "number-birth-year"
    NUMBER_SEX = "number-sex"
    ISSUED_BEFORE_BIRTH = "issued-before-birth"
    # the chip against itself
    CHIP_CONTRADICTS = "chip-contradicts"
    CHIP_ALTERED = "chip-altered"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdCard:
    """What a card says about its holder. None where it says nothing that can be used."""

    kind: IdCardKind
    personal_number: str | None
    old_id_number: str | None = None
    """The CMND number of 9 digits, or a cancelled personal number of 12."""
    full_name: str | None = None
    date_of_birth: date | None = None
    """None also where the card knows only the year."""
    sex: Sex | None = None
    address: str | None = None
    """As on the card; cards of before 01/07/2025 name districts and communes that are gone."""
    issued_on: date | None = None
    passport_number: str | None = None
    """Only from the zone of a passport."""
    expires_on: date | None = None
    """Only from a zone or a chip; a card that holds for life has a day far away in its zone."""
    chip_proof: ChipProof | None = None
    """Only from a chip."""
    warnings: tuple[IdWarning, ...] = ()
    sources: Mapping[str, FieldSource] = field(default_factory=dict)
    """By name of field, for those that are filled."""
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name of field: the words to compare with the card. Where the field is empty, what was
    left of it: it was too damaged to be filled in."""
