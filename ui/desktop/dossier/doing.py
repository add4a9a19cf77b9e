"""Turns what the officer answered into the act of the life cycle. Runs on the store's worker."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.domain.person import Party, PartyKind, Person
from station.domain.processing import Collector, CollectorKind, ResultPaper
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.print_papers import Printed
from station.usecases.reception_input import (
    CitizenInput,
    CorrectionInput,
    DocumentInput,
    HouseholdBusinessInput,
    IdDocumentInput,
    OrganisationInput,
    OtherDocumentInput,
    PartyInput,
    PersonInput,
    SupplementInput,
)
from station.usecases.return_result import ReturnResult, TakeResultIn
from station.usecases.second_person import SecondPerson
from ui.catalogue_desk import CatalogueDesk
from ui.desktop.dossier.view_model import ActAnswer, ActField
from ui.life_cycle_desk import LifeCycleDesk

_F = ActField
_COUNTED = ("originals", "certified_copies", "copies", "presented")


class ActingDesk(Protocol):
    """What acting on a dossier needs of the desk."""

    @property
    def life_cycle(self) -> LifeCycleDesk: ...

    @property
    def catalogue(self) -> CatalogueDesk: ...

    def dossier(self, code: str) -> Dossier: ...

    def print_waiting(self) -> Sequence[Printed]: ...


def do_act(desk: ActingDesk, code: str, act: DossierAct, answer: ActAnswer) -> Dossier:
    """Do one act of the counter, whole or not at all, and give the dossier as it is then.

    Raises:
        StationError: why it was refused; nothing was changed.
        ValueError: an act of the handling agency, which no officer at the counter does.
    """
    life, reason = desk.life_cycle, answer.text(_F.REASON)
    match act:
        case DossierAct.SUPPLEMENT:
            rows = [(row, "") for row in answer.rows]
            missed = answer.text(_F.MISSED_BEFORE) or None
            basis = desk.catalogue.legal_basis(act, reason)
            return life.supplement(
                code, rows, reason=reason, legal_basis=basis, missed_before=missed
            )
        case DossierAct.BRING:
            return life.bring(code, _brought(answer, desk.dossier(code)), folder=Path())
        case DossierAct.REFUSE:
            basis = desk.catalogue.legal_basis(act, reason)
            return life.refuse(code, [reason] if reason else [], legal_basis=basis)
        case DossierAct.WITHDRAW:
            return life.withdraw(code, reason)
        case DossierAct.CORRECT:
            return life.correct(code, _correction(desk, code, answer))
        case DossierAct.FORWARD:
            return life.forward([code]).dossiers[0]
        case DossierAct.ARRIVE:
            named = answer.text(_F.RESULT)
            results = (ResultPaper(name=named),) if named else ()
            shelf = answer.text(_F.SHELF) or None
            return life.arrive(code, TakeResultIn(shelf=shelf, results=results))
        case DossierAct.RETURN:
            return life.give(code, ReturnResult(collector=_collector(answer)))
        case DossierAct.DECLARE_SLIP_LOST:
            return life.lost_slip(code, declared_by=answer.text(_F.NAME))
    raise ValueError(act)


def _brought(answer: ActAnswer, dossier: Dossier) -> SupplementInput:
    """Say what was brought; row 0 is what stands in no list, such as a letter of authorisation."""
    kind = answer.text(_F.KIND)
    counts: dict[str, Any] = {name: int(kind == name) for name in _COUNTED}
    letters = [row.name for row in dossier.documents if row.lacks and not row.index]
    chosen = 0 in answer.rows
    return SupplementInput(
        documents=tuple(DocumentInput(index=row, **counts) for row in answer.rows if row),
        other_documents=tuple(
            OtherDocumentInput(name=name, **counts) for name in letters if chosen
        ),
        settled=(0,) if chosen and not letters else (),
    )


def _collector(answer: ActAnswer) -> Collector:
    kind = CollectorKind(answer.text(_F.COLLECTOR) or CollectorKind.OWNER)
    letter = answer.text(_F.LETTER) or None
    return Collector(
        kind=kind,
        full_name=answer.text(_F.NAME),
        id_number=answer.text(_F.NUMBER) or None,
        authorisation=letter if kind is CollectorKind.AUTHORISED else None,
        tracking_number=letter if kind is CollectorKind.POST else None,
    )


def _correction(desk: ActingDesk, code: str, answer: ActAnswer) -> CorrectDossier:
    approval = None
    if answer.approver is not None and answer.approver[0]:
        name, password = answer.approver
        approval = desk.life_cycle.approval(SecondPerson(name=name, password=password))
    return CorrectDossier(
        changes=CorrectionInput(
            applicant=_corrected(desk.dossier(code).submitter, answer),
            summary=answer.text(_F.SUMMARY) or None,
        ),
        reason=answer.text(_F.REASON),
        approval=approval,
    )


def _corrected(party: Party, answer: ActAnswer) -> PartyInput:
    """Describe the applicant as the file has it, with what the officer changed."""
    address = answer.text(_F.ADDRESS) or None
    person = PersonInput(
        full_name=answer.text(_F.NAME) or party.person.full_name,
        id_document=_paper(party.person),
        date_of_birth=party.person.date_of_birth,
        sex=party.person.sex,
        address=address,
        phone=answer.text(_F.PHONE) or None,
        email=party.person.email,
        area_code=party.person.area_code if address == party.person.address else None,
    )
    if party.kind is PartyKind.CITIZEN:
        return CitizenInput(**msgspec.structs.asdict(person))
    business: dict[str, Any] = {
        "name": party.organisation_name,
        "tax_code": party.tax_code,
        "representative": person,
        "address": party.address,
        "phone": party.phone,
        "email": party.email,
    }
    if party.kind is PartyKind.HOUSEHOLD_BUSINESS:
        return HouseholdBusinessInput(**business)
    return OrganisationInput(**business, organisation_kind=party.organisation_kind)


def _paper(person: Person) -> IdDocumentInput | None:
    paper = person.id_document
    if paper is None:
        return None
    return IdDocumentInput(
        type=paper.type,
        number=paper.number,
        issued_on=paper.issued_on,
        issued_by=paper.issued_by,
    )
