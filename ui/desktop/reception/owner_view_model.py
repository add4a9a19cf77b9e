"""What the panel "Nộp thay" shows: whose dossier it is, and by what right another hands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ui.desktop.reception.field_state import FieldState


class OwnerKind(StrEnum):
    """Whose dossier it is."""

    SELF = "self"
    """The one who hands it in."""
    CITIZEN = "citizen"
    ORGANISATION = "organisation"
    HOUSEHOLD_BUSINESS = "household_business"


class OwnerField(StrEnum):
    """The fields of the panel. ``LETTER`` and ``SCOPE`` are choices, as ``ORGANISATION_KIND``."""

    NUMBER = "number"
    """Of the owner's paper; of an organisation, of its representative's."""
    NAME = "full_name"
    BORN_ON = "date_of_birth"
    ADDRESS = "address"
    PHONE = "phone"
    TAX_CODE = "tax_code"
    HEAD = "representative"
    ORGANISATION_KIND = "organisation_kind"
    LETTER = "letter"
    LETTER_NUMBER = "letter_number"
    LETTER_ISSUED_ON = "letter_issued_on"
    LETTER_EXPIRES_ON = "letter_expires_on"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The panel. Fields that are not named are empty."""

    kind: OwnerKind = OwnerKind.SELF
    fields: Mapping[OwnerField, FieldState] = field(default_factory=dict)
    acts_by_law: bool = False
    """The one who hands in is the legal representative and brings no letter."""
    name: str = ""
    remember: bool = False
    """The applicant agrees to be remembered."""
    remembered: str = ""
    """What they said at an earlier visit, in words; empty: nothing is remembered."""

    def of(self, name: OwnerField) -> FieldState:
        return self.fields.get(name, FieldState())
