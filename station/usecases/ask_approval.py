"""Leave an act for a second person, because nobody of rank stands at the counter.

What is left is the fact as it will be written, but for the approval. Nothing of the act is done
until somebody confirms it; see ``answer_approval``.
"""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

import uuid6

from station.domain.acts import DossierAct, require_allowed
from station.domain.dossier import Dossier
from station.domain.events import (
    ApprovalAsked,
    Corrected,
    DossierCorrected,
    Event,
    ShiftClosed,
    kind_of,
)
from station.domain.events.money import FeeReduction
from station.errors import StationError
from station.ports.store import UnitOfWork
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.payments import reduction_of, refund_of, void_of
from station.usecases.permissions import Act, require
from station.usecases.second_person import WithApproval
from station.usecases.stated_reasons import few_words, stated_reason
from station.usecases.till import closing_of, spoiling_of
from station.usecases.waiting_facts import NOBODY, before_of, is_same, seen_vnd_of, without_approval

CorrectedOf = Callable[[Dossier], Corrected]
"""Gives what a dossier says differently once it is corrected; raises to refuse."""


class AskedAlreadyError(StationError):
    """The same act waits already."""

    code = "AUT-015"

    def __init__(self, waiting: str) -> None:
        super().__init__(f"{waiting} waits for approval already")
        self.waiting = waiting


class NoApprovalNeededError(StationError):
    """The act can be done at once: it takes nobody else."""

    code = "AUT-016"

    def __init__(self, waiting: str) -> None:
        super().__init__(f"{waiting} needs no second person")
        self.waiting = waiting


def ask_to_correct(
    dossier_id: UUID, command: CorrectDossier, *, acting: Acting, corrected: CorrectedOf
) -> Dossier:
    """Leave a correction of what the agency has.

    Raises:
        NoApprovalNeededError: the agency does not have it.
        AskedAlreadyError, StationError: as ``correct_dossier`` does. Nothing was left.
    """
    reason = stated_reason(command.reason, DossierAct.CORRECT)
    require(acting.officer, Act.WORK_ON_DOSSIER)
    with acting.work as work:
        dossier = work.dossier(dossier_id)
        require_allowed(dossier, DossierAct.CORRECT)
        if not dossier.is_with_agency:
            raise NoApprovalNeededError(DossierCorrected.__name__)
        changes = corrected(dossier)
        _leave(
            DossierCorrected(changes=changes, reason=reason, approval=None),
            dossier=dossier,
            before=before_of(dossier, changes),
            acting=acting,
        )
        work.commit()
    return dossier


def ask_to_refund(
    dossier_id: UUID, payment: int, *, reason: str | None, amount_vnd: int | None, acting: Acting
) -> Dossier:
    """Leave that money is given back; refuses as ``payments.refund`` does."""
    stated = few_words(reason)
    return _ask_of_money(
        dossier_id,
        lambda dossier, work: refund_of(
            dossier, work, payment, reason=stated, amount_vnd=amount_vnd
        ),
        act=Act.REFUND,
        acting=acting,
    )


def ask_to_void(dossier_id: UUID, payment: int, *, reason: str | None, acting: Acting) -> Dossier:
    """Leave that a payment counts as not made; refuses as ``payments.void`` does."""
    stated = few_words(reason)
    return _ask_of_money(
        dossier_id,
        lambda dossier, work: void_of(dossier, work, payment, reason=stated),
        act=Act.VOID_RECEIPT,
        acting=acting,
    )


def ask_to_reduce(
    dossier_id: UUID,
    lines: Sequence[FeeReduction],
    *,
    reason: str | None,
    legal_basis: str | None,
    acting: Acting,
) -> Dossier:
    """Leave that less is due; refuses as ``payments.reduce`` does."""
    stated = few_words(reason)
    return _ask_of_money(
        dossier_id,
        lambda dossier, _: reduction_of(dossier, lines, reason=stated, legal_basis=legal_basis),
        act=Act.REDUCE,
        acting=acting,
    )


def ask_to_spoil(*, reason: str | None, series: str | None, acting: Acting) -> None:
    """Leave that the next sheet is given up; refuses as ``till.spoil_receipt`` does."""
    stated = few_words(reason)
    require(acting.officer, Act.KEEP_TILL)
    with acting.work as work:
        _leave(spoiling_of(work, series, reason=stated)(NOBODY), acting=acting)
        work.commit()


def ask_to_close(
    count: Mapping[int, int], *, difference_reason: str | None, acting: Acting
) -> ShiftClosed:
    """Leave a count that differs; the shift stays open until somebody confirms it.

    Raises:
        NoApprovalNeededError: the count is what must be there.
        StationError: as ``till.close_shift`` does. Nothing was left.
    """
    require(acting.officer, Act.KEEP_TILL)
    with acting.work as work:
        name = acting.officer.display_name
        closed = closing_of(work, count, difference_reason=difference_reason, name=name)(None)
        if closed.difference_reason is None:
            raise NoApprovalNeededError(ShiftClosed.__name__)
        _leave(closed, acting=acting)
        work.commit()
    return closed


def _ask_of_money(
    dossier_id: UUID,
    decide: Callable[[Dossier, UnitOfWork], WithApproval],
    *,
    act: Act,
    acting: Acting,
) -> Dossier:
    require(acting.officer, act)
    with acting.work as work:
        dossier = work.dossier(dossier_id)
        _leave(decide(dossier, work)(NOBODY), dossier=dossier, acting=acting)
        work.commit()
    return dossier


def _leave(
    fact: Event,
    *,
    acting: Acting,
    dossier: Dossier | None = None,
    before: Corrected | None = None,
) -> None:
    """Write down what waits, inside the transaction that was begun."""
    work = acting.work
    asked = ApprovalAsked(
        request_id=uuid6.uuid7(),
        officer_name=acting.officer.display_name,
        waiting_kind=kind_of(fact),
        waiting_version=fact.version,
        waiting=without_approval(fact),
        dossier_version=dossier.version if dossier else 0,
        before=before,
        seen_vnd=seen_vnd_of(dossier, fact),
    )
    dossier_id = dossier.dossier_id if dossier else None
    for other in work.approvals.waiting():
        same = (other.dossier_id, other.asked.waiting_kind) == (dossier_id, asked.waiting_kind)
        if same and is_same(fact, other.asked):
            raise AskedAlreadyError(asked.waiting_kind)
    note(acting, asked, dossier_id=dossier_id, at=now_in(acting))
    if dossier_id is not None:
        work.project(dossier_id)
