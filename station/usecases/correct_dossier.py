"""Correct a received dossier as a new version; the old slip is void (đính chính)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from station.catalogue.addresses import AddressBook
from station.domain.acceptance import require_complete
from station.domain.acts import DossierAct
from station.domain.authorisation import require_may_submit
from station.domain.calendar import WorkingCalendar
from station.domain.dossier import Dossier
from station.domain.events import Corrected, DossierCorrected, Event
from station.domain.person import Authorisation, Party
from station.domain.procedure import Procedure, Territory
from station.domain.processing import Approval
from station.domain.promise import is_immediate, promise, start_rule_of
from station.errors import StationError
from station.ports.catalogue import CatalogueStore
from station.text import clean
from station.usecases import reception_input as described
from station.usecases.corrected_papers import (
    recounted,
    require_case,
    under_checklist,
    with_due_letter,
    without_due_letter,
)
from station.usecases.corrected_promise import corrected_due
from station.usecases.destination import require_reach
from station.usecases.dossier_act import Acting, act_on
from station.usecases.handed_in import NameOnlyProcedureError, UnknownProcedureError
from station.usecases.places import placed
from station.usecases.reception_input import CorrectionInput, PartyInput, ReceptionInputError
from station.usecases.second_person import SecondPersonNeededError, alone
from station.usecases.stated_reasons import stated_reason


class NothingCorrectedError(StationError):
    """The correction changes nothing."""

    code = "DOS-028"

    def __init__(self, dossier_code: str) -> None:
        super().__init__(f"nothing of {dossier_code} would change")
        self.dossier_code = dossier_code


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDossier:
    """What was wrong, and why it is known only now.

    ``approval`` is needed once the agency has the dossier; a commune's only officer needs none
    to act, and is countersigned later.
    """

    changes: CorrectionInput
    reason: str
    approval: Approval | None = None


def correct_dossier(
    dossier_id: UUID,
    command: CorrectDossier,
    *,
    acting: Acting,
    catalogue: CatalogueStore,
    calendar: WorkingCalendar,
    places: AddressBook,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Give the dossier its next version. A difference in fees is an act of its own.

    Raises:
        NothingCorrectedError, NoReasonError: nothing was changed.
        CaseNeededError, IncompleteDossierError: the other procedure wants a case or papers, or
            who acts for the owner has no letter.
        SecondPersonNeededError: the agency has it, on paper or by its own word, and nobody of rank
            confirmed.
        StationError: as ``act_on`` does.
    """

    def decide(dossier: Dossier, _now: datetime) -> Sequence[Event]:
        reason = stated_reason(command.reason, DossierAct.CORRECT)
        approval = command.approval
        if dossier.is_with_agency and approval is None:
            approval = alone(acting.officer)
            if approval is None:
                raise SecondPersonNeededError(DossierAct.CORRECT.value)
        changes = corrected_of(dossier, command.changes, catalogue, calendar, places)
        return (DossierCorrected(changes=changes, reason=reason, approval=approval),)

    return act_on(dossier_id, DossierAct.CORRECT, decide, acting=acting, papers=papers)


def corrected_of(
    dossier: Dossier,
    given: CorrectionInput,
    catalogue: CatalogueStore,
    calendar: WorkingCalendar,
    places: AddressBook,
) -> Corrected:
    """Give what a dossier says differently once it is corrected.

    Raises:
        StationError: as ``correct_dossier`` does of the changes.
    """
    wanted: dict[str, Any] = {
        "channel": given.channel,
        "submitter": _submitter(given.applicant, dossier, places),
        "owner": _party(given.owner, dossier.owner, dossier, places),
        "authorisation": _authorisation(given, dossier.received_at.date()),
        "no_owner": _is_own(given, dossier),
        "delivery": described.delivery(given.delivery) if given.delivery else None,
        "number_of_sets": given.number_of_sets,
        "summary": clean(given.summary or "") or None,
    }
    code = given.procedure_code or dossier.procedure_code
    if code != dossier.procedure_code or given.case not in (None, dossier.case):
        wanted |= _other_rules(dossier, code, given, catalogue, calendar)
        require_complete(wanted["documents"], dossier.accepted_despite_missing)
    elif given.documents or given.other_documents:
        wanted["documents"] = recounted(dossier.documents, given, dossier.received_at)
        if dossier.open_supplement is None:  # else it is known to be incomplete, and waits
            require_complete(wanted["documents"], dossier.accepted_despite_missing)
    authorisation = wanted["authorisation"]
    rows = wanted.get("documents") or dossier.documents
    if authorisation is not None and authorisation != dossier.authorisation:
        wanted["documents"] = with_due_letter(rows, authorisation, given)
    elif wanted["no_owner"]:
        wanted["documents"] = without_due_letter(rows)
    changed = {
        field.name: value
        for field in fields(Corrected)
        if (value := wanted.get(field.name)) is not None
        and value != getattr(dossier, field.name, None)
    }
    if not changed:
        raise NothingCorrectedError(dossier.code)
    return Corrected(**changed)


def _submitter(given: PartyInput | None, dossier: Dossier, places: AddressBook) -> Party | None:
    """Give the corrected submitter; an identity paper that nobody has seen stays one."""
    party = _party(given, dossier.submitter, dossier, places)
    if given is None or party is None or described.says_presented(given):
        return party
    before, now = dossier.submitter.person.id_document, party.person.id_document
    if before is None or now is None or before.presented or before.number != now.number:
        return party
    paper = replace(now, presented=False)
    return replace(party, person=replace(party.person, id_document=paper))


def _party(
    given: PartyInput | None, before: Party | None, dossier: Dossier, places: AddressBook
) -> Party | None:
    """Give a corrected party, its unit as of the day when the dossier was handed in."""
    if given is None:
        return None
    party = placed(described.party(given), places, dossier.received_at.date())
    if before is None:
        return party
    return replace(party, person=party.person.corrected(before.person))


def _authorisation(given: CorrectionInput, handed_in_on: date) -> Authorisation | None:
    """Give the corrected authorisation; it must have held when the dossier was handed in."""
    if given.authorisation is None:
        return None
    authorisation = described.authorisation(given.authorisation)
    require_may_submit(authorisation, handed_in_on)
    return authorisation


def _is_own(given: CorrectionInput, dossier: Dossier) -> bool | None:
    """Tell whether owner and authorisation go; None where there is none, or none was meant.

    Raises:
        ReceptionInputError: an owner or an authorisation is named beside it.
    """
    if not given.no_owner:
        return None
    if given.owner is not None or given.authorisation is not None:
        raise ReceptionInputError("`no_owner` stands beside an owner or an authorisation")
    return dossier.owner is not None or dossier.authorisation is not None or None


def _other_rules(
    dossier: Dossier,
    code: str,
    given: CorrectionInput,
    catalogue: CatalogueStore,
    calendar: WorkingCalendar,
) -> dict[str, Any]:
    """Give what another procedure or case changes: its time runs from the same reception (N6), and
    what interrupted it since did so by the other rules."""
    own = code == dossier.procedure_code
    known = catalogue.procedure_of(code, dossier.catalogue) if own else None
    if known is not None:
        found: tuple[Procedure, str] | None = (known, dossier.catalogue)
    else:
        found = catalogue.procedure(code, dossier.received_at.date())
    if found is None:
        raise UnknownProcedureError(code[:60])
    procedure, pack = found
    if procedure.processing_time is None:
        raise NameOnlyProcedureError(code)
    require_case(procedure, given.case)
    in_case = procedure.in_case(given.case)
    processing_time = in_case.processing_time or procedure.processing_time
    agency, territory = procedure.agency, dossier.territory
    if territory is not Territory.OWN:
        agency = dossier.handling_agency
        require_reach(procedure, agency, territory)
    rule = start_rule_of(in_case, territory)
    promised = promise(dossier.received_at, in_case, processing_time, calendar, rule)
    due = corrected_due(
        dossier, in_case, processing_time, calendar, begun=promised.due, start_rule=rule
    )
    return {
        "procedure_code": procedure.code,
        "procedure_name": procedure.name,
        "field": procedure.field,
        "handling_agency": agency,
        "processing_time": processing_time,
        "catalogue": pack,
        "case": given.case,
        "documents": under_checklist(dossier, in_case, given, dossier.received_at),
        "due_at": due and due.due_at,
        "due_explanation": due and due.explanation,
        "due_reason": due and due.reason,
        "due_warnings": due and due.warnings,
        "start_rule": rule,
        "stages": promised.stages,
        "immediate": is_immediate(in_case, territory),
    }
