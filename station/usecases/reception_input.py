"""What is handed to ``receive_dossier`` as JSON, checked before anything else happens.

The shape is the external contract of ``station dossier receive``. Unknown fields are an error
that names them; all text is brought to its one stored spelling.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from station.domain.documents import LawfulGround, Reuse, RowCheck
from station.domain.dossier import Channel, Delivery, DeliveryMethod, PaymentMethod
from station.domain.person import (
    Authorisation,
    AuthorisationScope,
    DoubtedField,
    FieldSource,
    IdDocument,
    IdDocumentType,
    OrganisationKind,
    Party,
    PartyKind,
    Person,
    Sex,
    SourcedField,
)
from station.domain.procedure import Territory
from station.errors import ProblemError
from station.text import clean
from station.typed_reading import ready

LARGEST_INPUT = 1_000_000
"""Bytes; the longest lawful dossier needs about thirty thousand."""

Described = TypeVar("Described")
Name = Annotated[str, Meta(min_length=1, max_length=255)]
Line = Annotated[str, Meta(max_length=500)]
Note = Annotated[str, Meta(max_length=1000)]
Short = Annotated[str, Meta(min_length=1, max_length=50)]
Count = Annotated[int, Meta(ge=0, le=999)]
Money = Annotated[int, Meta(ge=0, le=1_000_000_000_000)]


class ReceptionInputError(ProblemError):
    """The reception is not described as the contract says."""

    code = "DOS-005"


class UnknownFieldError(ReceptionInputError):
    """The description has a field that the contract does not know."""

    code = "DOS-003"


class _Input(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class IdDocumentInput(_Input, frozen=True):
    type: IdDocumentType
    number: Short
    issued_on: date | None = None
    issued_by: Line | None = None
    read_from: FieldSource | None = None
    presented: bool | None = None
    """False: received although the original was not brought; it is to be shown by the return.
    None: it was, or in a correction: as before."""
    old_number: Short | None = None
    """The CMND number of before; the card says it."""


class PersonInput(_Input, frozen=True):
    full_name: Name
    id_document: IdDocumentInput | None = None
    date_of_birth: date | None = None
    sex: Sex | None = None
    address: Line | None = None
    phone: Short | None = None
    email: Line | None = None
    area_code: Short | None = None
    """The unit of today; None: the one that the catalogue proposes for the address."""
    sources: dict[SourcedField, FieldSource] = {}
    """Where a field is from; None where nobody says it."""
    doubtful: dict[DoubtedField, Annotated[tuple[Line, ...], Meta(max_length=250)]] = {}
    """Words of it to compare with the card."""


class CitizenInput(PersonInput, frozen=True, tag_field="kind", tag="citizen"):
    pass


class _WithRepresentative(_Input, frozen=True):
    name: Name
    tax_code: Short
    representative: PersonInput
    address: Line | None = None
    phone: Short | None = None
    email: Line | None = None


class OrganisationInput(
    _WithRepresentative, frozen=True, kw_only=True, tag_field="kind", tag="organisation"
):
    organisation_kind: OrganisationKind | None = None


class HouseholdBusinessInput(
    _WithRepresentative, frozen=True, tag_field="kind", tag="household_business"
):
    pass


PartyInput = CitizenInput | OrganisationInput | HouseholdBusinessInput


class AuthorisationInput(_Input, frozen=True):
    kind: Line
    number: Short | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    scope: AuthorisationScope = AuthorisationScope.BOTH


class HandedInInput(_Input, frozen=True):
    originals: Count = 0
    certified_copies: Count = 0
    copies: Count = 0
    presented: Count = 0
    files: Annotated[tuple[Line, ...], Meta(max_length=200)] = ()
    check: RowCheck | None = None
    remark: Line | None = None
    """Why it is not accepted; needed with ``not_ok``."""
    reuse: Reuse | None = None
    result_code: Short | None = None
    issued_on: date | None = None
    named: Name | None = None


class HeldInput(_Input, frozen=True):
    """Data that the state holds already, and what came of asking for it."""

    ground: LawfulGround
    database: Line | None = None
    """None: the one that the catalogue names for the row."""
    asked_at: datetime | None = None
    """None: now."""
    query: Line | None = None


class LetterInput(AuthorisationInput, frozen=True):
    """The authorisation of a reception, with the paper that proves it."""

    paper: HandedInInput | None = None
    """None: it is among the other papers, or in the procedure's list."""


class DocumentInput(HandedInInput, frozen=True, kw_only=True):
    index: int
    held: HeldInput | None = None


class OtherDocumentInput(HandedInInput, frozen=True, kw_only=True):
    name: Name


class FeeInput(_Input, frozen=True):
    index: int
    quantity: Annotated[int, Meta(ge=1, le=9999)] = 1
    exemption: Line | None = None
    """Key or name of a ground of the tariff, or a ground in words."""
    exemption_paper: Line | None = None
    """The paper that proves it; None: the one that the tariff names for the ground."""


class PaymentInput(_Input, frozen=True):
    method: PaymentMethod
    tendered_vnd: Money | None = None


class DeliveryInput(_Input, frozen=True):
    method: DeliveryMethod
    address: Line | None = None


class DestinationInput(_Input, frozen=True):
    """The agency that handles it, where that is not the procedure's own here (phi địa giới)."""

    agency: Name
    territory: Territory


class ReceptionInput(_Input, frozen=True):
    """One reception as the officer or another program describes it."""

    procedure_code: Short
    applicant: PartyInput
    case: Line | None = None
    channel: Channel = Channel.DIRECT
    owner: PartyInput | None = None
    authorisation: LetterInput | None = None
    documents: Annotated[tuple[DocumentInput, ...], Meta(max_length=200)] = ()
    other_documents: Annotated[tuple[OtherDocumentInput, ...], Meta(max_length=100)] = ()
    fees: Annotated[tuple[FeeInput, ...], Meta(max_length=100)] = ()
    payment: PaymentInput | None = None
    delivery: DeliveryInput = DeliveryInput(method=DeliveryMethod.COUNTER)
    number_of_sets: Annotated[int, Meta(ge=1, le=99)] = 1
    summary: Note | None = None
    digitise: bool = True
    accept_despite_missing: Note | None = None
    destination: DestinationInput | None = None
    """None: the agency that the procedure names, of this territory."""
    remember_applicant: bool = False
    """Who hands in agreed to have phone, e-mail and address offered again for a year."""
    accept_despite_duplicate: Note | None = None
    """Why there is another dossier of the same person under the same procedure."""
    catalogue: Line | None = None
    """``name version`` of the pack that the draft was begun under; None: the one in force."""


class SupplementInput(_Input, frozen=True):
    """What was brought for a supplement request; ``settled`` needs no paper any more."""

    documents: Annotated[tuple[DocumentInput, ...], Meta(max_length=200)] = ()
    other_documents: Annotated[tuple[OtherDocumentInput, ...], Meta(max_length=100)] = ()
    settled: Annotated[tuple[int, ...], Meta(max_length=200)] = ()
    """Rows, or 0 for what is in no row."""


class CorrectionInput(_Input, frozen=True):
    """What a correction changes; what is not named stays. It takes no files."""

    procedure_code: Short | None = None
    case: Line | None = None
    """Needed with another procedure that has cases; alone, another case of the same one."""
    documents: Annotated[tuple[DocumentInput, ...], Meta(max_length=200)] = ()
    other_documents: Annotated[tuple[OtherDocumentInput, ...], Meta(max_length=100)] = ()
    channel: Channel | None = None
    applicant: PartyInput | None = None
    owner: PartyInput | None = None
    authorisation: LetterInput | None = None
    no_owner: bool = False
    """It is the submitter's own dossier: neither owner nor authorisation may be named then."""
    delivery: DeliveryInput | None = None
    number_of_sets: Annotated[int, Meta(ge=1, le=99)] | None = None
    summary: Note | None = None


def read_reception(text: bytes) -> ReceptionInput:
    """Read and check one reception; see ``read_input``."""
    return read_input(text, ReceptionInput)


def read_input(text: bytes, kind: type[Described]) -> Described:
    """Read and check one description.

    Raises:
        UnknownFieldError: names the field and where it stands.
        ReceptionInputError: not JSON, too long, a field missing, or one of another type.
    """
    if len(text) > LARGEST_INPUT:
        raise ReceptionInputError(f"the description is longer than {LARGEST_INPUT} bytes")
    try:
        return msgspec.json.decode(text, type=ready(kind))
    except msgspec.ValidationError as error:
        raise _problem(str(error)) from None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ReceptionInputError(f"this is not JSON: {error}") from None


def reception_from_plain(plain: dict[str, Any]) -> ReceptionInput:
    """Check a reception that is made of plain values already; see ``input_from_plain``."""
    return input_from_plain(plain, ReceptionInput)


def input_from_plain(plain: dict[str, Any], kind: type[Described]) -> Described:
    """Check a description that is made of plain values already (from the window).

    Raises:
        UnknownFieldError, ReceptionInputError: as ``read_input``.
    """
    try:
        return msgspec.convert(plain, ready(kind))
    except msgspec.ValidationError as error:
        raise _problem(str(error)) from None


def party(given: PartyInput) -> Party:
    """Turn the description of a party into the party, its text cleaned."""
    if isinstance(given, CitizenInput):
        return Party(kind=PartyKind.CITIZEN, person=_person(given))
    return Party(
        kind=PartyKind.ORGANISATION
        if isinstance(given, OrganisationInput)
        else PartyKind.HOUSEHOLD_BUSINESS,
        person=_person(given.representative),
        organisation_name=needed_text(given.name, "name"),
        organisation_kind=given.organisation_kind if isinstance(given, OrganisationInput) else None,
        tax_code=needed_text(given.tax_code, "tax_code"),
        address=_text(given.address),
        phone=_text(given.phone),
        email=_text(given.email),
    )


def says_presented(given: PartyInput) -> bool:
    """Tell whether the description says if the identity paper itself was brought."""
    person = given if isinstance(given, CitizenInput) else given.representative
    return person.id_document is not None and person.id_document.presented is not None


def authorisation(given: AuthorisationInput) -> Authorisation:
    """Turn the description of an authorisation into it."""
    return Authorisation(
        kind=needed_text(given.kind, "authorisation.kind"),
        number=_text(given.number),
        issued_on=given.issued_on,
        expires_on=given.expires_on,
        scope=given.scope,
    )


def delivery(given: DeliveryInput) -> Delivery:
    """Turn the description of the delivery into it.

    Raises:
        ReceptionInputError: the post needs an address.
    """
    address = _text(given.address)
    if given.method is DeliveryMethod.POSTAL and address is None:
        raise ReceptionInputError("delivery by post needs an address - at `$.delivery.address`")
    return Delivery(method=given.method, address=address)


def _person(given: PersonInput) -> Person:
    paper = given.id_document
    person = Person(
        full_name=needed_text(given.full_name, "full_name"),
        id_document=None
        if paper is None
        else IdDocument(
            type=paper.type,
            number=needed_text(paper.number, "id_document.number"),
            issued_on=paper.issued_on,
            issued_by=_text(paper.issued_by),
            read_from=paper.read_from,
            presented=paper.presented is not False,
            old_number=_text(paper.old_number),
        ),
        date_of_birth=given.date_of_birth,
        sex=given.sex,
        address=_text(given.address),
        phone=_text(given.phone),
        email=_text(given.email),
        area_code=_text(given.area_code),
    )
    return replace(
        person,
        sources={name: source for name, source in given.sources.items() if person.content(name)},
        doubtful={
            name: found
            for name, words in given.doubtful.items()
            if (found := _words_in(person.content(name), words))
        },
    )


def _words_in(content: object, words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that stand in a field: what else a card's code said is not kept."""
    stand = str(content or "").split()
    return tuple(clean(word) for word in words if clean(word) in stand)


def _text(given: str | None) -> str | None:
    return (clean(given) or None) if given is not None else None


def needed_text(given: str, field: str = "name") -> str:
    """Clean a text that must say something.

    Raises:
        ReceptionInputError: nothing is left of it; names the field.
    """
    text = clean(given)
    if not text:
        raise ReceptionInputError(f"`{field}` is empty")
    return text


def _problem(text: str) -> ReceptionInputError:
    if "unknown field" in text:
        return UnknownFieldError(text)
    return ReceptionInputError(text)
