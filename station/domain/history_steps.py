"""What each fact after the first changes in a dossier. One small function for each kind."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from station.domain import events, history_copies, history_money, history_twins
from station.domain.dossier import Dossier, DossierStatus, SubmittedDocument
from station.domain.due_change_words import counted_by
from station.domain.history_moment import Moment
from station.domain.processing import (
    Correction,
    Extension,
    FinancialDuty,
    HandOver,
    LackingPaper,
    Refusal,
    RequestStage,
    ResultReturn,
    SlipPrint,
    Stop,
    Supplement,
    Withdrawal,
)
from station.domain.ratings import Rating

_RUNNING = frozenset({DossierStatus.LODGED, DossierStatus.RECEIVED, DossierStatus.PROCESSING})


def _printed(dossier: Dossier, event: events.SlipPrinted, fact: Moment) -> Dossier:
    printed = SlipPrint(
        form=event.form,
        paper=event.paper,
        printer=event.printer,
        simulated=event.simulated,
        at=fact.occurred_at,
        officer_id=fact.officer_id,
        reprint=event.reprint,
        reason=event.reason,
        told_by=event.told_by,
    )
    return replace(dossier, prints=(*dossier.prints, printed))


def _supplement_requested(
    dossier: Dossier, event: events.SupplementRequested, fact: Moment
) -> Dossier:
    request = Supplement(
        number=len(dossier.supplements) + 1,
        stage=event.stage,
        items=event.items,
        reason=event.reason,
        legal_basis=event.legal_basis,
        requested_by=event.requested_by,
        requested_at=fact.occurred_at,
        deadline_on=event.deadline_on,
        due_before=dossier.due_at,
        still_lacking=(*_lacking_still(dossier, event), *event.items),
        missed_before=event.missed_before,
    )
    dossier = replace(dossier, supplements=(*dossier.supplements, request))
    if dossier.result_at_counter:
        return dossier  # the agency went on without them before the counter heard of it
    return replace(dossier, status=DossierStatus.WAITING_SUPPLEMENT)


def _lacking_still(dossier: Dossier, event: events.SupplementRequested) -> tuple[LackingPaper, ...]:
    """Give what an earlier request waits for: the agency asked, and did not know of it."""
    open_one = dossier.open_supplement
    named = {item.index for item in event.items}
    lacking = open_one.still_lacking if open_one is not None else ()
    return tuple(item for item in lacking if item.index not in named)


def _supplement_brought(dossier: Dossier, event: events.SupplementBrought, fact: Moment) -> Dossier:
    more_paper = _sheets(event.documents) > _sheets(dossier.documents)
    dossier = replace(dossier, documents=event.documents)
    if not dossier.supplements:
        return dossier
    *earlier, last = dossier.supplements
    last = replace(last, still_lacking=event.still_lacking, brought_at=fact.occurred_at)
    dossier = replace(dossier, supplements=(*earlier, last))
    if dossier.hand_overs and more_paper:  # noted by their order: both may bear one time
        dossier = _on_list(dossier, dossier.hand_overs[-1].list_number, paper_followed=True)
    if event.still_lacking:
        return dossier
    after = DossierStatus.PROCESSING
    if last.stage is RequestStage.INTAKE or not dossier.is_with_agency:
        after = DossierStatus.RECEIVED
    elif any(duty.met_at is None for duty in dossier.financial_duties):
        after = DossierStatus.WAITING_FINANCIAL_DUTY
    dossier = replace(dossier, status=after)
    if event.due_at is None:
        return dossier
    return replace(
        dossier,
        due_at=event.due_at,
        due_explanation=event.due_explanation,
        due_reason=event.due_reason,
        due_warnings=event.due_warnings,
    )


def _sheets(documents: Sequence[SubmittedDocument]) -> int:
    """Count the papers that stay: what was only shown, or is held by the state, needs no folder."""
    return sum(row.originals + row.certified_copies + row.copies for row in documents)


def _refused(dossier: Dossier, event: events.DossierRefused, fact: Moment) -> Dossier:
    refusal = Refusal(
        reasons=event.reasons,
        legal_basis=event.legal_basis,
        at=fact.occurred_at,
        officer_name=event.officer_name,
    )
    return replace(dossier, status=DossierStatus.REFUSED, refusal=refusal, due_at=None)


def _corrected(dossier: Dossier, event: events.DossierCorrected, fact: Moment) -> Dossier:
    changes: dict[str, Any] = {
        field.name: value
        for field in fields(event.changes)
        if (value := getattr(event.changes, field.name)) is not None
    }
    if changes.pop("no_owner", False):
        changes = {"owner": None, "authorisation": None, **changes}
    if "procedure_code" in changes and dossier.case is not None:
        # A case is one of its procedure, and the other one may have none.
        changes = {"case": None, **changes}
    if _is_elsewhere(dossier, changes.get("handling_agency")):
        dossier = _on_list(dossier, dossier.hand_overs[-1].list_number, paper_followed=True)
    correction = Correction(
        version=dossier.version + 1,
        changed=tuple(changes),
        reason=event.reason,
        approval=event.approval,
        at=fact.occurred_at,
        officer_id=fact.officer_id,
    )
    return replace(
        dossier,
        **changes,
        version=dossier.version + 1,
        corrections=(*dossier.corrections, correction),
    )


def _is_elsewhere(dossier: Dossier, agency: str | None) -> bool:
    """Tell whether the folder went to another agency than the one that is to have it after all.

    An agency that accepted it may have called itself by its full name: the list tells.
    """
    last = dossier.hand_overs[-1] if dossier.hand_overs else None
    return agency is not None and last is not None and last.agency != agency


def _forwarded(dossier: Dossier, event: events.DossierForwarded, fact: Moment) -> Dossier:
    hand_over = HandOver(
        list_number=event.list_number,
        agency=event.agency,
        list_hash=event.list_hash,
        at=fact.occurred_at,
        officer_id=fact.officer_id,
    )
    return replace(
        dossier,
        status=DossierStatus.PROCESSING,
        hand_overs=(*dossier.hand_overs, hand_over),
    )


def _folder_taken(dossier: Dossier, event: events.FolderTaken, fact: Moment) -> Dossier:
    return _on_list(dossier, event.list_number, taken_by=event.receiver, taken_at=fact.occurred_at)


def _handed_back(dossier: Dossier, event: events.FolderHandedBack, fact: Moment) -> Dossier:
    after = _on_list(dossier, event.list_number, handed_back_at=fact.occurred_at)
    if dossier.status is DossierStatus.PROCESSING and not after.is_with_agency:
        return replace(after, status=DossierStatus.RECEIVED)
    return after


def _on_list(dossier: Dossier, list_number: str, **known: Any) -> Dossier:  # noqa: ANN401
    """Give the dossier with what became known of its folder on one list."""
    hand_overs = tuple(
        replace(one, **known) if one.list_number == list_number else one
        for one in dossier.hand_overs
    )
    return replace(dossier, hand_overs=hand_overs)


def _accepted(dossier: Dossier, event: events.DossierAcceptedByAgency, fact: Moment) -> Dossier:
    accepted_at = dossier.accepted_at or fact.occurred_at
    dossier = replace(dossier, handling_agency=event.agency, accepted_at=accepted_at)
    if dossier.status in (DossierStatus.RECEIVED, DossierStatus.LODGED):
        dossier = replace(dossier, status=DossierStatus.PROCESSING)
    if event.clock_started_at is not None:
        dossier = replace(dossier, clock_started_at=event.clock_started_at)
    if event.due_at is None:
        return dossier
    return _promised_by(event.agency, dossier, event.due_at, since=event.clock_started_at)


def _promised_by(
    agency: str, dossier: Dossier, due_at: datetime, *, since: datetime | None = None
) -> Dossier:
    """Give the dossier with a due date that the agency counted, and the counter did not."""
    reason = counted_by(agency, since)
    return replace(
        dossier, due_at=due_at, due_reason=reason, due_explanation=(reason,), due_warnings=()
    )


def _duty_announced(
    dossier: Dossier, event: events.FinancialDutyAnnounced, fact: Moment
) -> Dossier:
    duty = FinancialDuty(
        description=event.description,
        amount_vnd=event.amount_vnd,
        announced_by=event.announced_by,
        announced_at=fact.occurred_at,
    )
    dossier = replace(dossier, financial_duties=(*dossier.financial_duties, duty))
    if dossier.status not in _RUNNING:
        return dossier  # the counter heard of it late: it had asked for papers, or has the result
    return replace(dossier, status=DossierStatus.WAITING_FINANCIAL_DUTY)


def _duty_met(dossier: Dossier, event: events.FinancialDutyMet, fact: Moment) -> Dossier:
    duties = tuple(
        replace(duty, met_at=duty.met_at or fact.occurred_at) for duty in dossier.financial_duties
    )
    dossier = replace(dossier, financial_duties=duties)
    if dossier.status is DossierStatus.WAITING_FINANCIAL_DUTY:
        dossier = replace(dossier, status=DossierStatus.PROCESSING)
    if event.due_at is None:
        return dossier
    return _promised_by(dossier.handling_agency, dossier, event.due_at)


def _stopped(dossier: Dossier, event: events.DossierStopped, fact: Moment) -> Dossier:
    stop = Stop(
        reason=event.reason, legal_basis=event.legal_basis, by=event.by, at=fact.occurred_at
    )
    return replace(dossier, status=DossierStatus.STOPPED, stop=stop)


def _extended(dossier: Dossier, event: events.DeadlineExtended, fact: Moment) -> Dossier:
    extension = Extension(
        due_before=dossier.due_at,
        due_at=event.due_at,
        reason=event.reason,
        apology_number=event.apology_number,
        by=event.by,
        at=fact.occurred_at,
    )
    return replace(_promised_by(event.by, dossier, event.due_at), extension=extension)


def _issued(dossier: Dossier, event: events.ResultIssued, fact: Moment) -> Dossier:
    return replace(
        dossier,
        status=DossierStatus.RESULT_READY,
        results=event.results,
        result_issued_at=fact.occurred_at,
    )


def _arrived(dossier: Dossier, event: events.ResultArrived, fact: Moment) -> Dossier:
    return replace(
        dossier,
        status=DossierStatus.RESULT_READY,
        results=event.results or dossier.results,
        result_issued_at=dossier.result_issued_at or fact.occurred_at,
        result_at_counter=True,
        shelf=event.shelf,
    )


def _returned(dossier: Dossier, event: events.ResultReturned, fact: Moment) -> Dossier:
    returned = ResultReturn(
        collector=event.collector,
        originals_returned=event.originals_returned,
        slip_lost=event.slip_lost,
        note=event.note,
        at=fact.occurred_at,
        officer_name=event.officer_name,
    )
    stopped = dossier.status.is_without_result
    return replace(
        dossier,
        status=dossier.status if stopped else DossierStatus.RETURNED,
        returned=returned,
        result_issued_at=dossier.result_issued_at or (None if stopped else fact.occurred_at),
        result_at_counter=False,
    )


def _withdrawn(dossier: Dossier, event: events.DossierWithdrawn, fact: Moment) -> Dossier:
    withdrawal = Withdrawal(
        reason=event.reason,
        originals_returned=event.originals_returned,
        at=fact.occurred_at,
        officer_name=event.officer_name,
    )
    return replace(dossier, status=DossierStatus.WITHDRAWN, withdrawal=withdrawal)


def _slip_lost(dossier: Dossier, _: events.SlipDeclaredLost, fact: Moment) -> Dossier:
    return replace(dossier, slip_lost_at=fact.occurred_at)


def _rated(dossier: Dossier, event: events.ServiceRated, fact: Moment) -> Dossier:
    rating = Rating(act=event.act, satisfaction=event.satisfaction, at=fact.occurred_at)
    return replace(dossier, ratings=(*dossier.ratings, rating))


def _as_it_was(dossier: Dossier, _: object, __: Moment) -> Dossier:
    """Change nothing: what waits for a second person, and who looked at it, is no act of it."""
    return dossier


_Step = Callable[[Dossier, Any, Moment], Dossier]
_STEPS: dict[type, _Step] = {
    events.FeeCollected: history_money.collected,
    events.FeesCharged: history_money.charged,
    events.FeesReduced: history_money.reduced,
    events.PaymentConfirmed: history_money.confirmed,
    events.ElectronicReceiptIssued: history_money.receipt_issued,
    events.FeeRefunded: history_money.refunded,
    events.ReceiptVoided: history_money.voided,
    events.SlipPrinted: _printed,
    events.SupplementRequested: _supplement_requested,
    events.SupplementBrought: _supplement_brought,
    events.DossierRefused: _refused,
    events.DossierCorrected: _corrected,
    events.DossierForwarded: _forwarded,
    events.FolderTaken: _folder_taken,
    events.FolderHandedBack: _handed_back,
    events.DossierAcceptedByAgency: _accepted,
    events.FinancialDutyAnnounced: _duty_announced,
    events.FinancialDutyMet: _duty_met,
    events.DossierStopped: _stopped,
    events.DeadlineExtended: _extended,
    events.ResultIssued: _issued,
    events.ResultArrived: _arrived,
    events.ResultReturned: _returned,
    events.DossierWithdrawn: _withdrawn,
    events.SlipDeclaredLost: _slip_lost,
    events.DuplicateFlagged: history_twins.flagged,
    events.DuplicatesKept: history_twins.kept,
    events.DuplicateEnded: history_twins.ended,
    events.ServiceRated: _rated,
    events.CopySigned: history_copies.signed,
    events.CopyStamped: history_copies.stamped,
    events.ApprovalAsked: _as_it_was,
    events.ApprovalGiven: _as_it_was,
    events.ApprovalRefused: _as_it_was,
    events.NumbersRevealed: _as_it_was,
}


def step_for(event: events.Event) -> _Step | None:
    """Give what this kind of fact changes; None for one that cannot follow a reception."""
    return _STEPS.get(type(event))
