"""The facts of a dossier and its office, in words, by the names that layouts use."""

from station.domain.dossier import DeliveryMethod, Dossier
from station.domain.person import Party, PartyKind
from station.forms.office import OfficeHeader
from station.forms.wording import in_capitals, maybe_time, one_line, phone_number, statutory_time
from station.text import mask_number

METHODS = {
    DeliveryMethod.COUNTER: "tại quầy",
    DeliveryMethod.POSTAL: "bưu chính",
    DeliveryMethod.ONLINE: "trực tuyến",
}
OFFICE_FACTS = frozenset(
    {
        "agency",
        "unit",
        "office_place",
        "office_phone",
        "website",
        "hours",
        "officer",
        "officer_capitals",
    }
)
"""What ``office_names`` knows."""
DOSSIER_FACTS = OFFICE_FACTS | {
    "code",
    "procedure",
    "subject",
    "owner",
    "submitter",
    "address",
    "phone",
    "email",
    "handling_agency",
    "received",
    "due",
    "version",
}
"""What ``dossier_names`` knows."""


def dossier_names(dossier: Dossier, office: OfficeHeader, officer_name: str) -> dict[str, str]:
    """Give what every letter about a dossier may say; an empty text is not known."""
    owner, submitter = dossier.owning_party, dossier.submitter
    return {
        **office_names(office, officer_name),
        "code": dossier.code,
        "procedure": dossier.procedure_name,
        "subject": dossier.subject,
        "owner": in_capitals(owner.name),
        "submitter": in_capitals(submitter.person.full_name),
        "address": one_line(owner.contact_address or submitter.contact_address),
        "phone": phone_number(submitter.contact_phone or owner.contact_phone),
        "email": one_line(submitter.contact_email or owner.contact_email),
        "handling_agency": one_line(dossier.handling_agency),
        "received": statutory_time(dossier.received_at),
        "due": maybe_time(dossier.due_at),
        "version": str(dossier.version),
    }


def office_names(office: OfficeHeader, officer_name: str) -> dict[str, str]:
    """Give what every paper of an office may say."""
    place = one_line(office.reception_address)
    return {
        "agency": one_line(office.agency),
        "unit": one_line(office.reception_unit),
        "office_place": f", {place}" if place else "",
        "office_phone": one_line(office.phone),
        "website": one_line(office.website),
        "hours": one_line(office.working_hours),
        "officer": one_line(officer_name),
        "officer_capitals": in_capitals(officer_name),
    }


def shown_number(party: Party) -> str:
    """Give the number by which the state knows a party, masked where it is a person's."""
    number = one_line(party.number)
    if not number:
        return ""
    if party.kind is PartyKind.ORGANISATION and party.tax_code:
        return f"Mã số thuế {number}"  # public in the business register, unlike a household's
    return mask_number(number)
