"""What a correction may change, and what the officer changed. Plain values, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

import msgspec

from station.domain.dossier import Dossier
from station.domain.person import AuthorisationScope, Party, PartyKind, Person
from station.domain.procedure import Procedure
from station.domain.processing import Approval
from station.text import fold
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.reception_input import (
    CitizenInput,
    CorrectionInput,
    DeliveryInput,
    DocumentInput,
    HandedInInput,
    HouseholdBusinessInput,
    IdDocumentInput,
    LetterInput,
    OrganisationInput,
    PartyInput,
    PersonInput,
    ReceptionInputError,
)
from station.words import numeric_date
from ui.desktop.typed_text import typed_date, typed_number


class Field(StrEnum):
    """A line that is typed."""

    OWNER = "owner"
    NAME = "name"
    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LETTER_KIND = "letter_kind"
    LETTER_NUMBER = "letter_number"
    LETTER_FROM = "letter_from"
    LETTER_UNTIL = "letter_until"
    DELIVERY_ADDRESS = "delivery_address"
    SETS = "sets"
    SUMMARY = "summary"


_PERSON = (Field.NAME, Field.NUMBER, Field.PHONE, Field.EMAIL, Field.ADDRESS)
_LETTER = (Field.LETTER_KIND, Field.LETTER_NUMBER, Field.LETTER_FROM, Field.LETTER_UNTIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the checklist that the dossier would have."""

    index: int
    name: str
    mandatory: bool
    here: bool
    """Its paper was handed in already, under this or the earlier checklist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The procedure that the dossier would follow, in one of its cases."""

    code: str
    name: str
    cases: tuple[tuple[str, str], ...] = ()
    case: str | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionForm:
    """What is known of a dossier, to be corrected."""

    code: str
    version: int
    texts: Mapping[Field, str]
    rules: Rules
    scope: str
    delivery: str
    needs_approver: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAnswer:
    """Everything as the officer left it; what is as it was known changes nothing."""

    texts: Mapping[Field, str]
    procedure_code: str
    case: str | None
    ticked: tuple[int, ...] = ()
    """Rows of the checklist whose paper lies here."""
    letter_here: bool = False
    scope: str = AuthorisationScope.BOTH.value
    delivery: str = ""
    reason: str = ""
    approver: tuple[str, str] | None = None


class CorrectionView(Protocol):
    """What the acts may ask of the panel."""

    def show_form(self, form: CorrectionForm) -> None: ...

    def show_found(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer procedures by code and name."""
        ...

    def show_rules(self, rules: Rules) -> None: ...


def form_of(
    dossier: Dossier, procedure: Procedure | None, *, reasons: tuple[str, ...], alone: bool
) -> CorrectionForm:
    """Give the panel as it opens.

    Args:
        procedure: the dossier's own, as it was when it was received; None: it is not known here.
        alone: whether the officer needs no second person.
    """
    here = Rules(code=dossier.procedure_code, name=dossier.procedure_name, case=dossier.case)
    return CorrectionForm(
        code=dossier.code,
        version=dossier.version,
        texts=known_texts(dossier),
        rules=here if procedure is None else rules_of(dossier, procedure, dossier.case),
        scope=(dossier.authorisation.scope if dossier.authorisation else AuthorisationScope.BOTH),
        delivery=dossier.delivery.method.value,
        needs_approver=dossier.is_with_agency and not alone,
        reasons=reasons,
    )


def rules_of(dossier: Dossier, procedure: Procedure, case: str | None) -> Rules:
    """Give the checklist of a procedure, and which of its papers the dossier has.

    Of a procedure with cases the first is taken until the officer chose one.
    """
    keys = [each.key for each in procedure.cases]
    chosen = case if case in keys else next(iter(keys), None)
    have = {fold(row.name) for row in dossier.documents if row.handed_in}
    return Rules(
        code=procedure.code,
        name=procedure.name,
        cases=tuple((each.key, each.label) for each in procedure.cases),
        case=chosen,
        rows=tuple(
            Row(
                index=row.index,
                name=row.name,
                mandatory=row.mandatory,
                here=fold(row.name) in have,
            )
            for row in procedure.in_case(chosen).required_documents
        ),
    )


def known_texts(dossier: Dossier) -> dict[Field, str]:
    """Give every line as the dossier has it."""
    person, letter = dossier.submitter.person, dossier.authorisation
    paper = person.id_document
    return {
        Field.OWNER: dossier.owner.name if dossier.owner else "",
        Field.NAME: person.full_name,
        Field.NUMBER: paper.number if paper else "",
        Field.PHONE: person.phone or "",
        Field.EMAIL: person.email or "",
        Field.ADDRESS: person.address or "",
        Field.LETTER_KIND: letter.kind if letter else "",
        Field.LETTER_NUMBER: (letter.number or "") if letter else "",
        Field.LETTER_FROM: _day(letter.issued_on) if letter else "",
        Field.LETTER_UNTIL: _day(letter.expires_on) if letter else "",
        Field.DELIVERY_ADDRESS: dossier.delivery.address or "",
        Field.SETS: str(dossier.number_of_sets),
        Field.SUMMARY: dossier.summary or "",
    }


@dataclass(frozen=True, slots=True)
class Corrected:
    """Compares an answer with the dossier; ``command`` names what differs and nothing else."""

    dossier: Dossier
    answer: CorrectionAnswer
    rows: tuple[Row, ...] = field(default=())

    def command(self, approval: Approval | None) -> CorrectDossier:
        """Give the correction.

        Raises:
            ReceptionInputError: a date or a number of sets cannot be read.
        """
        return CorrectDossier(
            changes=CorrectionInput(
                procedure_code=self.answer.procedure_code if self._other_rules else None,
                case=self.answer.case if self._other_rules else None,
                documents=self._documents() if self._other_rules else (),
                applicant=self._applicant(),
                owner=self._owner(),
                authorisation=self._letter(),
                delivery=self._delivery(),
                number_of_sets=self._sets(),
                summary=self._changed(Field.SUMMARY),
            ),
            reason=self.answer.reason,
            approval=approval,
        )

    @property
    def _other_rules(self) -> bool:
        now = (self.answer.procedure_code, self.answer.case)
        return now != (self.dossier.procedure_code, self.dossier.case)

    def _text(self, name: Field) -> str:
        return self.answer.texts.get(name, "").strip()

    def _changed(self, name: Field) -> str | None:
        text = self._text(name)
        return None if text == known_texts(self.dossier)[name] else text or None

    def _differs(self, names: Sequence[Field]) -> bool:
        known = known_texts(self.dossier)
        return any(self._text(name) != known[name] for name in names)

    def _documents(self) -> tuple[DocumentInput, ...]:
        """Count what is ticked and was not counted under a paper of the same name before."""
        here = {row.index for row in self.rows if row.here}
        new = [index for index in self.answer.ticked if index not in here]
        return tuple(DocumentInput(index=index, originals=1) for index in new)

    def _applicant(self) -> PartyInput | None:
        if not self._differs(_PERSON):
            return None
        person = self.dossier.submitter.person
        address = self._text(Field.ADDRESS) or None
        return described_party(
            self.dossier.submitter,
            PersonInput(
                full_name=self._text(Field.NAME) or person.full_name,
                id_document=_paper(person, typed_number(self._text(Field.NUMBER))),
                date_of_birth=person.date_of_birth,
                sex=person.sex,
                address=address,
                phone=typed_number(self._text(Field.PHONE)) or None,
                email=self._text(Field.EMAIL) or None,
                area_code=person.area_code if address == person.address else None,
            ),
        )

    def _owner(self) -> PartyInput | None:
        """Give the owner under the corrected name; an organisation's own name is meant."""
        owner, name = self.dossier.owner, self._changed(Field.OWNER)
        if owner is None or name is None:
            return None
        person = owner.person
        same = PersonInput(
            full_name=name if owner.kind is PartyKind.CITIZEN else person.full_name,
            id_document=_paper(person, person.id_document.number if person.id_document else ""),
            date_of_birth=person.date_of_birth,
            sex=person.sex,
            address=person.address,
            phone=person.phone,
            email=person.email,
            area_code=person.area_code,
        )
        return described_party(owner, same, name=name)

    def _letter(self) -> LetterInput | None:
        letter = self.dossier.authorisation
        scope = letter.scope.value if letter else AuthorisationScope.BOTH.value
        rescoped = letter is not None and self.answer.scope != scope
        if not (self._differs(_LETTER) or rescoped) or not self._text(Field.LETTER_KIND):
            return None
        return LetterInput(
            kind=self._text(Field.LETTER_KIND),
            number=self._text(Field.LETTER_NUMBER) or None,
            issued_on=self._date(Field.LETTER_FROM),
            expires_on=self._date(Field.LETTER_UNTIL),
            scope=AuthorisationScope(self.answer.scope),
            paper=HandedInInput(originals=1) if self.answer.letter_here else None,
        )

    def _delivery(self) -> DeliveryInput | None:
        known = self.dossier.delivery
        address = self._text(Field.DELIVERY_ADDRESS) or None
        if (self.answer.delivery, address) == (known.method.value, known.address):
            return None
        return msgspec.convert({"method": self.answer.delivery, "address": address}, DeliveryInput)

    def _sets(self) -> int | None:
        text = self._changed(Field.SETS)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 99):
            raise ReceptionInputError(f"number_of_sets: {text[:10]!r} is none of 1 to 99")
        return int(text)

    def _date(self, name: Field) -> Any:  # noqa: ANN401 - a date or None
        text = self._text(name)
        day = typed_date(text)
        if text and day is None:
            raise ReceptionInputError(f"{name.value}: {text[:20]!r} is no day")
        return day


def described_party(party: Party, person: PersonInput, *, name: str | None = None) -> PartyInput:
    """Describe a party as the file has it, with another person, and another name of its own."""
    if party.kind is PartyKind.CITIZEN:
        return CitizenInput(**msgspec.structs.asdict(person))
    business: dict[str, Any] = {
        "name": name or party.organisation_name,
        "tax_code": party.tax_code,
        "representative": person,
        "address": party.address,
        "phone": party.phone,
        "email": party.email,
    }
    if party.kind is PartyKind.HOUSEHOLD_BUSINESS:
        return HouseholdBusinessInput(**business)
    return OrganisationInput(**business, organisation_kind=party.organisation_kind)


def _paper(person: Person, number: str) -> IdDocumentInput | None:
    paper = person.id_document
    if paper is None or not number:
        return None
    return IdDocumentInput(
        type=paper.type,
        number=number,
        issued_on=paper.issued_on,
        issued_by=paper.issued_by,
    )


def _day(day: Any) -> str:  # noqa: ANN401 - a date or None
    return numeric_date(day) if day else ""
