"""The one field that a server objects to, as the correction panel has it. Free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ui.desktop.dossier.correction import Field
from ui.desktop.reception.owner_view_model import OwnerField
from ui.desktop.reception.view_model import ApplicantField

APPLICANT, OWNER, PROCEDURE, DELIVERY = "applicant", "owner", "procedure", "delivery"
"""The parts of the panel."""
_A, _O = ApplicantField, OwnerField
_OF_PERSON: Final[Mapping[str, ApplicantField]] = {
    "full_name": _A.NAME,
    "id_document": _A.NUMBER,
    "number": _A.NUMBER,
    "type": _A.PAPER_TYPE,
    "issued_on": _A.ISSUED_ON,
    "date_of_birth": _A.BORN_ON,
    "sex": _A.SEX,
    "address": _A.ADDRESS,
    "area_code": _A.ADDRESS,
    "phone": _A.PHONE,
    "email": _A.EMAIL,
}
_OF_OWNER: Final[Mapping[str, OwnerField]] = {
    "full_name": _O.NAME,
    "name": _O.NAME,
    "id_document": _O.NUMBER,
    "number": _O.NUMBER,
    "date_of_birth": _O.BORN_ON,
    "address": _O.ADDRESS,
    "area_code": _O.ADDRESS,
    "phone": _O.PHONE,
    "tax_code": _O.TAX_CODE,
    "organisation_kind": _O.ORGANISATION_KIND,
}
_OF_LETTER: Final[Mapping[str, OwnerField]] = {
    "kind": _O.LETTER,
    "number": _O.LETTER_NUMBER,
    "issued_on": _O.LETTER_ISSUED_ON,
    "expires_on": _O.LETTER_EXPIRES_ON,
    "scope": _O.SCOPE,
}
_OF_THE_ORGANISATION: Final = ("name", "tax_code", "organisation_kind")
_OF_DOSSIER: Final[Mapping[tuple[str, ...], tuple[str, Field | None]]] = {
    ("delivery", "address"): (DELIVERY, Field.DELIVERY_ADDRESS),
    ("delivery", "method"): (DELIVERY, None),
    ("number_of_sets",): (DELIVERY, Field.SETS),
    ("summary",): (DELIVERY, Field.SUMMARY),
    ("procedure_code",): (PROCEDURE, None),
    ("case",): (PROCEDURE, None),
}


@dataclass(frozen=True, slots=True)
class CorrectionSpot:
    """One field of the panel; without one the part begins where it begins."""

    part: str
    field: ApplicantField | OwnerField | Field | None = None


def spot_of(pointer: str) -> CorrectionSpot | None:
    """Give the field of a JSON pointer into a fact of the journal; None where a correction does
    not reach it: papers, fees, the number of the dossier, the hour of the reception."""
    parts = [part for part in pointer.split("/") if part]
    leaf = parts[-1] if parts else ""
    if "authorisation" in parts:
        return _spot(OWNER, _OF_LETTER.get(leaf))
    if "owner" in parts:
        if "representative" in parts:
            heads = {"full_name": _O.HEAD, "number": _O.NUMBER, "id_document": _O.NUMBER}
            return _spot(OWNER, heads.get(leaf))
        if "id_document" in parts and leaf not in ("id_document", "number"):
            return None  # the form of the owner asks for the number alone
        return _spot(OWNER, _OF_OWNER.get(leaf))
    if "submitter" in parts or "applicant" in parts:
        if leaf in _OF_THE_ORGANISATION:
            return _spot(OWNER, _OF_OWNER.get(leaf))
        return _spot(APPLICANT, _OF_PERSON.get(leaf))
    for known, (part, field) in _OF_DOSSIER.items():
        if tuple(parts[-len(known) :]) == known:
            return CorrectionSpot(part, field)
    return None


def _spot(part: str, field: ApplicantField | OwnerField | None) -> CorrectionSpot | None:
    return None if field is None else CorrectionSpot(part, field)
