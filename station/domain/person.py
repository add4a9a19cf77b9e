"""The people and organisations of a dossier: who hands it in, and whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final, Literal, get_args


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class FieldSource(StrEnum):
    """Where the content of one field is from."""

    QR = "qr"
    REPAIRED = "repaired"
    """From the QR code too, but as a reader had garbled it; the station undid that."""
    MRZ = "mrz"
    CHIP = "chip"
    TYPED = "typed"
    EARLIER_VISIT = "earlier-visit"


class IdDocumentType(StrEnum):
    """Giấy tờ tuỳ thân that a counter accepts, or still meets in old dossiers."""

    CAN_CUOC = "can_cuoc"
    CCCD = "cccd"
    CAN_CUOC_CERTIFICATE = "can_cuoc_certificate"
    PERSONAL_NUMBER = "personal_number"
    PASSPORT = "passport"
    CMND = "cmnd"
    OTHER = "other"


class PartyKind(StrEnum):
    """Đối tượng thực hiện: who may be the party of a dossier."""

    CITIZEN = "citizen"
    ORGANISATION = "organisation"
    HOUSEHOLD_BUSINESS = "household_business"


class OrganisationKind(StrEnum):
    """LoaiDoiTuong 2 to 4 of the national portal's exchange."""

    ENTERPRISE = "enterprise"
    STATE_AGENCY = "state_agency"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdDocument:
    """One identity paper: as it was shown, or as its holder gave its number."""

    type: IdDocumentType
    number: str
    issued_on: date | None = None
    issued_by: str | None = None
    read_from: FieldSource | None = None
    """Where the number is from; None where nobody said."""
    presented: bool = True
    """False: the applicant had not brought it. It has to be shown before a result is given."""
    old_number: str | None = None
    """The CMND number that it took the place of, where the card says it."""


SourcedField = Literal[
    "full_name", "date_of_birth", "sex", "address", "issued_on", "phone", "email"
]
SOURCED: Final[tuple[SourcedField, ...]] = get_args(SourcedField)
"""The fields of a person of which it is kept where they are from, besides the paper's number."""
DoubtedField = Literal["full_name", "address"]
DOUBTED: Final[tuple[DoubtedField, ...]] = get_args(DoubtedField)
"""Those whose words a garbled card may leave in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human being named in a dossier."""

    full_name: str
    id_document: IdDocument | None = None
    date_of_birth: date | None = None
    sex: Sex | None = None
    address: str | None = None
    """As on the card, also where it names units that are gone."""
    phone: str | None = None
    email: str | None = None
    area_code: str | None = None
    """The administrative unit of the day that the address belongs to, where that is clear."""
    area_name: str | None = None
    area_was: str | None = None
    """The unit that the address names, where that is another one."""
    sources: Mapping[str, FieldSource] = field(default_factory=dict)
    """Where a field is from, by its name, as far as somebody said it; ``issued_on`` is that of the
    paper. The paper itself says it of its number."""
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name of field: the words that a garbled card left in doubt, and nobody typed anew."""

    def corrected(self, before: "Person") -> "Person":
        """Give this person, who replaces ``before``, with where the fields are from: those that
        stayed as before are from where they were, and the others were typed."""
        left = {name for name in SOURCED if self.content(name) == before.content(name)}
        typed = {name for name in SOURCED if name not in left and self.content(name)}
        kept = {name: source for name, source in before.sources.items() if name in left}
        paper = self.id_document
        if paper is not None and paper.read_from is None:
            old = before.id_document
            same = old is not None and old.number == paper.number
            paper = replace(paper, read_from=old.read_from if old and same else FieldSource.TYPED)
        return replace(
            self,
            id_document=paper,
            sources=dict.fromkeys(typed, FieldSource.TYPED) | kept | dict(self.sources),
            doubtful={name: words for name, words in before.doubtful.items() if name in left}
            | dict(self.doubtful),
        )

    def content(self, name: str) -> object:
        """Give what stands in a field of ``SOURCED``; None: nothing."""
        if name == "issued_on":
            return self.id_document and self.id_document.issued_on
        content: object = getattr(self, name)
        return content


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who hands in or owns a dossier: a citizen, or an organisation with its representative.

    For a citizen ``person`` is that citizen and ``organisation_name`` and ``tax_code`` are None;
    for the others ``person`` is the representative.
    """

    kind: PartyKind
    person: Person
    organisation_name: str | None = None
    organisation_kind: OrganisationKind | None = None
    """None where nobody said what kind of organisation it is."""
    tax_code: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None

    @property
    def name(self) -> str:
        """The name that stands on the slip."""
        return self.organisation_name or self.person.full_name

    @property
    def number(self) -> str | None:
        """The number by which the state knows this party: tax code or identity number."""
        if self.tax_code:
            return self.tax_code
        return self.person.id_document.number if self.person.id_document else None

    @property
    def contact_address(self) -> str | None:
        return self.address or self.person.address

    @property
    def contact_phone(self) -> str | None:
        return self.phone or self.person.phone

    @property
    def contact_email(self) -> str | None:
        return self.email or self.person.email


class AuthorisationScope(StrEnum):
    SUBMIT = "submit"
    COLLECT = "collect"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """Giấy uỷ quyền by which somebody acts for the owner (NĐ 61/2018 Art. 6)."""

    kind: str
    number: str | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    scope: AuthorisationScope = AuthorisationScope.BOTH
