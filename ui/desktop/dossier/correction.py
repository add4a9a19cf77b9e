"""What a correction may change, and what the officer changed. Plain values, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.text import fold
from station.usecases.reception_input import (
    CorrectionInput,
    ReceptionInputError,
    input_from_plain,
)
from ui.desktop.dossier.corrected_people import Plain, changed_people, corrected_submitter
from ui.desktop.reception.applicant_entry import ApplicantEntry
from ui.desktop.reception.owner_entry import OwnerEntry
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.view_model import Applicant


class Field(StrEnum):
    """A line of the dossier that is typed; its people have forms of their own."""

    DELIVERY_ADDRESS = "delivery_address"
    SETS = "sets"
    SUMMARY = "summary"


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
    charged_vnd: int = 0
    tariff_vnd: int = 0
    """What is charged already, and what this procedure asks for one of each fee. A correction
    changes neither: the difference is an act of its own, at the till."""
    unpaid: bool = False
    """Nothing of what is charged was paid, or is awaited: there is nothing to give back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionForm:
    """What is known of a dossier, to be corrected."""

    code: str
    version: int
    texts: Mapping[Field, str]
    applicant: Applicant
    owner: Owner
    rules: Rules
    channel: str
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
    """The original of the letter of authorisation lies here."""
    channel: str = ""
    delivery: str = ""
    reason: str = ""
    approver: tuple[str, str] | None = None
    leave: bool = False
    """Nobody of rank stands here: it is left for the supervisor instead."""


class CorrectionView(Protocol):
    """What the acts may ask of the panel."""

    def show_form(self, form: CorrectionForm) -> None: ...

    def show_found(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer procedures by code and name."""
        ...

    def show_rules(self, rules: Rules) -> None: ...

    def show_applicant(self, applicant: Applicant) -> None: ...

    def show_owner(self, owner: Owner) -> None: ...


def form_of(
    dossier: Dossier,
    procedure: Procedure | None,
    applicant: Applicant,
    owner: Owner,
    *,
    reasons: tuple[str, ...],
    alone: bool,
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
        applicant=applicant,
        owner=owner,
        rules=here if procedure is None else rules_of(dossier, procedure, dossier.case),
        channel=dossier.channel.value,
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
    rules, day = procedure.in_case(chosen), dossier.received_at.date()
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
            for row in rules.required_documents
        ),
        charged_vnd=dossier.fees_total_vnd,
        unpaid=dossier.fees_total_vnd > 0 and dossier.owed_vnd == dossier.fees_total_vnd,
        tariff_vnd=sum(fee.amount_on(day) for fee in rules.fees if not fee.optional),
    )


def known_texts(dossier: Dossier) -> dict[Field, str]:
    """Give every line as the dossier has it."""
    return {
        Field.DELIVERY_ADDRESS: dossier.delivery.address or "",
        Field.SETS: str(dossier.number_of_sets),
        Field.SUMMARY: dossier.summary or "",
    }


def changes_of(
    dossier: Dossier,
    answer: CorrectionAnswer,
    applicant: ApplicantEntry,
    owner: OwnerEntry,
    rows: Sequence[Row] = (),
) -> CorrectionInput:
    """Compare an answer with the dossier; give what differs and nothing else.

    Args:
        applicant: the form of who handed in, as the officer left it.
        owner: the form of the owner as the officer left it.
        rows: the checklist that the dossier would have.

    Raises:
        ReceptionInputError: something cannot be read, or says less than it must.
    """
    differs = _Differences(dossier, answer)
    plain = changed_people(dossier, corrected_submitter(dossier, applicant), owner)
    if "authorisation" in plain and answer.letter_here:
        plain["authorisation"] |= {"paper": {"originals": 1}}
    plain |= differs.rules(rows) | differs.channel() | differs.delivery() | differs.sets()
    summary = differs.text(Field.SUMMARY)
    if summary and summary != (dossier.summary or ""):
        plain["summary"] = summary
    return input_from_plain(plain, CorrectionInput)


@dataclass(frozen=True, slots=True)
class _Differences:
    dossier: Dossier
    answer: CorrectionAnswer

    def text(self, name: Field) -> str:
        return self.answer.texts.get(name, "").strip()

    def rules(self, rows: Sequence[Row]) -> Plain:
        """Name the other procedure or case, with the papers that were not counted before."""
        now = (self.answer.procedure_code, self.answer.case)
        if now == (self.dossier.procedure_code, self.dossier.case):
            return {}
        here = {row.index for row in rows if row.here}
        new = [index for index in self.answer.ticked if index not in here]
        return {
            "procedure_code": self.answer.procedure_code,
            "case": self.answer.case,
            "documents": [{"index": index, "originals": 1} for index in new],
        }

    def channel(self) -> Plain:
        same = self.answer.channel == self.dossier.channel.value
        return {} if same else {"channel": self.answer.channel}

    def delivery(self) -> Plain:
        known, address = self.dossier.delivery, self.text(Field.DELIVERY_ADDRESS) or None
        if (self.answer.delivery, address) == (known.method.value, known.address):
            return {}
        return {"delivery": {"method": self.answer.delivery, "address": address}}

    def sets(self) -> Plain:
        text = self.text(Field.SETS)
        if text in ("", str(self.dossier.number_of_sets)):
            return {}
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 99):
            raise ReceptionInputError(f"number_of_sets: {text[:10]!r} is none of 1 to 99")
        return {"number_of_sets": int(text)}
