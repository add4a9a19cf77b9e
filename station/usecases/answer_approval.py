"""Confirm or refuse an act that was left for a second person.

It is decided anew in the transaction that writes it: what has changed since then is not confirmed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from station.domain.acts import DossierAct, require_allowed
from station.domain.dossier import Dossier
from station.domain.events import (
    ApprovalAsked,
    ApprovalGiven,
    ApprovalRefused,
    DossierCorrected,
    Event,
    FeeRefunded,
    FeesReduced,
    ReceiptVoided,
    ShiftClosed,
)
from station.errors import StationError
from station.ports.approvals import AskedApproval
from station.ports.officers import Officers
from station.ports.store import UnitOfWork
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.owed_papers import owed_papers
from station.usecases.payments import reduction_of, refund_of, void_of
from station.usecases.permissions import Act, require
from station.usecases.second_person import PasswordOpens, SecondPerson, WithApproval, approve
from station.usecases.stated_reasons import few_words
from station.usecases.till import closing_of, spoiling_of
from station.usecases.waiting_facts import before_of, is_same, seen_vnd_of, waiting_fact


class NoSuchRequestError(StationError):
    """No such act waits: it was confirmed, refused or taken back, or never was."""

    code = "AUT-013"

    def __init__(self) -> None:
        super().__init__("no such act waits for approval")


class RequestOutdatedError(StationError):
    """What was asked for is not what would be done now."""

    code = "AUT-014"

    def __init__(self, waiting: str) -> None:
        super().__init__(f"{waiting} no longer fits what is known")
        self.waiting = waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """What was done with somebody's word."""

    event: Event
    dossier: Dossier | None
    asked_by: str
    """Name of the officer who left it."""


def grant(
    request: AskedApproval,
    password: str,
    *,
    acting: Acting,
    officers: Officers,
    password_opens: PasswordOpens,
    papers: Sequence[tuple[str, str]] = (),
) -> Granted:
    """Do what was left, as the act of who left it, with the word of who confirms it.

    Args:
        password: of who confirms; checked and forgotten.
        papers: form and sheet of what a new version of a dossier owes on paper.

    Raises:
        SelfApprovalError, WrongApproverError, NotAllowedError: nothing was done.
        NoSuchRequestError: somebody answered it meanwhile.
        RequestOutdatedError: what would be done now is something else; it still waits.
        StationError: why it cannot be done any more; it still waits.
    """
    asked_by = officers.get(request.officer_id)
    if asked_by is None:
        raise RequestOutdatedError(request.asked.waiting_kind)
    approval = approve(
        SecondPerson(name=acting.officer.officer_id, password=password),
        acting=asked_by,
        officers=officers,
        password_opens=password_opens,
    )
    for_them = Acting(
        officer=asked_by, work=acting.work, clock=acting.clock, built_at=acting.built_at
    )
    with acting.work as work:
        asked = _still_waiting(work, request.asked.request_id)
        dossier_id = asked.dossier_id
        before = None if dossier_id is None else work.dossier(dossier_id)
        fact = waiting_fact(asked.asked)
        require(asked_by, _act_of(fact))
        event = _decided_anew(asked.asked, fact, before, work)(approval)
        seen = seen_vnd_of(before, fact) == asked.asked.seen_vnd
        if not (seen and is_same(event, asked.asked)):
            raise RequestOutdatedError(asked.asked.waiting_kind)
        at = now_in(acting)
        note(for_them, event, dossier_id=dossier_id, at=at)
        given = ApprovalGiven(request_id=asked.asked.request_id, officer_name=approval.officer_name)
        note(acting, given, dossier_id=dossier_id, at=at)
        after = None if dossier_id is None else work.project(dossier_id)
        if after is not None and isinstance(event, DossierCorrected):
            for form, paper in owed_papers(after, papers):
                work.queue_print(after.dossier_id, form=form, paper=paper, at=at)
        work.commit()
    return Granted(event=event, dossier=after, asked_by=asked.asked.officer_name)


def refuse(request: AskedApproval, reason: str, *, acting: Acting) -> None:
    """Say why it is not done. Who left it may take it back.

    Raises:
        NotAllowedError: the officer neither approves nor left it.
        NoSuchRequestError: somebody answered it meanwhile.
        NoFewWordsError: nothing was said.
    """
    stated = few_words(reason)
    if request.officer_id != acting.officer.officer_id:
        require(acting.officer, Act.APPROVE)
    with acting.work as work:
        asked = _still_waiting(work, request.asked.request_id)
        refused = ApprovalRefused(
            request_id=asked.asked.request_id,
            officer_name=acting.officer.display_name,
            reason=stated,
        )
        note(acting, refused, dossier_id=asked.dossier_id, at=now_in(acting))
        if asked.dossier_id is not None:
            work.project(asked.dossier_id)
        work.commit()


def _still_waiting(work: UnitOfWork, request_id: UUID) -> AskedApproval:
    asked = work.approvals.waiting_one(request_id)
    if asked is None:
        raise NoSuchRequestError
    return asked


def _act_of(fact: Event) -> Act:
    match fact:
        case FeeRefunded():
            return Act.REFUND
        case FeesReduced():
            return Act.REDUCE
        case ReceiptVoided(payment=int()):
            return Act.VOID_RECEIPT
        case DossierCorrected():
            return Act.WORK_ON_DOSSIER
        case _:
            return Act.KEEP_TILL


def _decided_anew(
    asked: ApprovalAsked, fact: Event, dossier: Dossier | None, work: UnitOfWork
) -> WithApproval:
    """Decide as on the day when it was left, by what is known now."""
    match fact:
        case ShiftClosed():
            count = {one.denomination: one.pieces for one in fact.counted}
            return closing_of(
                work, count, difference_reason=fact.difference_reason, name=fact.officer_name
            )
        case ReceiptVoided(payment=None):
            return spoiling_of(work, fact.receipt_series, reason=fact.reason)
        case ReceiptVoided(payment=int(payment)) if dossier:
            return void_of(dossier, work, payment, reason=fact.reason)
        case FeeRefunded() if dossier:
            amount = fact.amount_vnd
            return refund_of(dossier, work, fact.payment, reason=fact.reason, amount_vnd=amount)
        case FeesReduced() if dossier:
            basis = fact.legal_basis
            return reduction_of(dossier, fact.lines, reason=fact.reason, legal_basis=basis)
        case DossierCorrected() if dossier and asked.before:
            require_allowed(dossier, DossierAct.CORRECT)
            if dossier.version != asked.dossier_version or asked.before != before_of(
                dossier, fact.changes
            ):
                raise RequestOutdatedError(asked.waiting_kind)
            changes, reason = fact.changes, fact.reason
            return lambda second: DossierCorrected(changes=changes, reason=reason, approval=second)
    raise RequestOutdatedError(asked.waiting_kind)
