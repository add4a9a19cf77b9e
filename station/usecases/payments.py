"""Money of one dossier after its reception: collect, charge, reduce, confirm, give back, void."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from station.domain.dossier import Dossier, FeeLine, PaymentMethod
from station.domain.events import (
    Event,
    FeeRefunded,
    FeesCharged,
    FeesReduced,
    PaymentConfirmed,
    ReceiptVoided,
)
from station.domain.events.money import FeeReduction
from station.domain.money.amounts import require_amount
from station.domain.money.collecting import TillWarning, collection, require_covered
from station.domain.money.payments import (
    NothingOwedError,
    require_awaited,
    require_owed,
    require_reducible,
    require_refundable,
    require_voidable,
)
from station.domain.processing import Approval
from station.ports.store import UnitOfWork
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require
from station.usecases.second_person import WithApproval
from station.usecases.stated_reasons import few_words
from station.usecases.till import approved

Decide = Callable[[Dossier, UnitOfWork], Sequence[Event]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What came of taking money."""

    dossier: Dossier
    change_vnd: int
    warnings: tuple[TillWarning, ...]


def collect(
    dossier_id: UUID, method: PaymentMethod, *, acting: Acting, tendered_vnd: int | None = None
) -> Collected:
    """Take what the dossier still owes.

    Raises:
        NotAllowedError: the officer's role does not include it.
        NothingOwedError: nothing is to be collected, or it is not paid now.
        TooLittleMoneyError: the cash does not cover it.
    """
    told: tuple[TillWarning, ...] = ()

    def decide(dossier: Dossier, work: UnitOfWork) -> Sequence[Event]:
        nonlocal told
        owed = require_owed(dossier)
        require_covered(method, owed, tendered_vnd)
        event, told = collection(
            method,
            owed,
            tendered_vnd,
            shift_id=work.till.open_shift_id(),
            books=work.till.books(),
        )
        if event is None:
            raise NothingOwedError(dossier.code, owed)
        return [event]

    dossier = _do(dossier_id, decide, act=Act.COLLECT, acting=acting)
    change = dossier.payments[-1].change_vnd if method is PaymentMethod.CASH else 0
    return Collected(dossier=dossier, change_vnd=change, warnings=told)


def charge_more(
    dossier_id: UUID,
    lines: Sequence[FeeLine],
    *,
    reason: str | None,
    acting: Acting,
    legal_basis: str | None = None,
) -> Dossier:
    """Charge more fees than at reception, as when papers were brought; they are collected after.

    Raises:
        NotAllowedError, NoFewWordsError: nothing was done.
        BadAmountError: nothing is charged, or with the fees so far more than 10^12 đồng.
    """
    stated = few_words(reason)
    for line in lines:
        require_amount(line.amount_vnd)
    more = require_amount(sum(line.amount_vnd for line in lines))
    event = FeesCharged(
        lines=tuple(lines), reason=stated, legal_basis=clean(legal_basis or "") or None
    )

    def decide(dossier: Dossier, _: UnitOfWork) -> Sequence[Event]:
        require_amount(dossier.fees_total_vnd + more)
        return [event]

    return _do(dossier_id, decide, act=Act.COLLECT, acting=acting)


def reduce(
    dossier_id: UUID,
    lines: Sequence[FeeReduction],
    *,
    reason: str | None,
    approval: Approval | None,
    acting: Acting,
    legal_basis: str | None = None,
) -> Dossier:
    """Take off what was charged and is not paid, as after a correction to a cheaper procedure.

    Raises:
        NotAllowedError, NoFewWordsError, SecondPersonNeededError: nothing was done.
        BadAmountError, UnknownFeeLineError: nothing such was charged.
        ReductionTooLargeError: it was paid already; give the money back instead.
    """
    stated = few_words(reason)
    second = approved(approval, acting, Act.REDUCE)

    def decide(dossier: Dossier, _: UnitOfWork) -> Sequence[Event]:
        return [reduction_of(dossier, lines, reason=stated, legal_basis=legal_basis)(second)]

    return _do(dossier_id, decide, act=Act.REDUCE, acting=acting)


def reduction_of(
    dossier: Dossier, lines: Sequence[FeeReduction], *, reason: str, legal_basis: str | None
) -> WithApproval:
    """Give the fact of a reduction, but for whose approval stands beside it.

    Raises:
        StationError: as ``reduce`` does of the dossier.
    """
    require_reducible(dossier, tuple(lines))
    basis = clean(legal_basis or "") or None
    return lambda second: FeesReduced(
        lines=tuple(lines), reason=reason, approval=second, legal_basis=basis
    )


def confirm(dossier_id: UUID, payment: int, *, reference: str, acting: Acting) -> Dossier:
    """Note that the bank or the portal says that the money of a payment came.

    Raises:
        NotAllowedError: the officer's role does not include it.
        NoFewWordsError: the number of the bank's notice is missing.
        UnknownPaymentError, NotAwaitedError: no such payment waits.
    """
    proof = few_words(reference)[:60]

    def decide(dossier: Dossier, _: UnitOfWork) -> Sequence[Event]:
        require_awaited(dossier, payment)
        return [
            PaymentConfirmed(
                payment=payment, reference=proof, confirmed_by=acting.officer.display_name
            )
        ]

    return _do(dossier_id, decide, act=Act.CONFIRM_PAYMENT, acting=acting)


def refund(
    dossier_id: UUID,
    payment: int,
    *,
    reason: str | None,
    approval: Approval | None,
    acting: Acting,
    amount_vnd: int | None = None,
) -> Dossier:
    """Give money back, by the way it came.

    Args:
        amount_vnd: None: all that is left of the payment.

    Raises:
        NotAllowedError, NoFewWordsError, SecondPersonNeededError: nothing was done.
        UnknownPaymentError, RefundTooLargeError, BadAmountError: there is less to give back.
    """
    stated = few_words(reason)
    second = approved(approval, acting, Act.REFUND)

    def decide(dossier: Dossier, work: UnitOfWork) -> Sequence[Event]:
        return [refund_of(dossier, work, payment, reason=stated, amount_vnd=amount_vnd)(second)]

    return _do(dossier_id, decide, act=Act.REFUND, acting=acting)


def refund_of(
    dossier: Dossier, work: UnitOfWork, payment: int, *, reason: str, amount_vnd: int | None
) -> WithApproval:
    """Give the fact of money given back, but for whose approval stands beside it.

    Raises:
        StationError: as ``refund`` does of the dossier.
    """
    given_back = require_refundable(dossier, payment, amount_vnd)
    drawer = work.till.open_shift_id()
    return lambda second: FeeRefunded(
        payment=payment,
        method=dossier.payments[payment - 1].method,
        amount_vnd=given_back,
        reason=reason,
        approval=second,
        shift_id=drawer,
    )


def void(
    dossier_id: UUID, payment: int, *, reason: str | None, approval: Approval | None, acting: Acting
) -> Dossier:
    """Count a payment as not made: its receipt is void, and its money goes back to who paid.

    Raises:
        NotAllowedError, NoFewWordsError, SecondPersonNeededError: nothing was done.
        UnknownPaymentError, NotVoidableError: its shift is closed; give the money back instead.
    """
    stated = few_words(reason)
    second = approved(approval, acting, Act.VOID_RECEIPT)

    def decide(dossier: Dossier, work: UnitOfWork) -> Sequence[Event]:
        return [void_of(dossier, work, payment, reason=stated)(second)]

    return _do(dossier_id, decide, act=Act.VOID_RECEIPT, acting=acting)


def void_of(dossier: Dossier, work: UnitOfWork, payment: int, *, reason: str) -> WithApproval:
    """Give the fact of a void receipt, but for whose approval stands beside it.

    Raises:
        StationError: as ``void`` does of the dossier.
    """
    now_open = work.till.open_shift_id()
    known = dossier.payment(payment)
    same = known is not None and known.shift_id is not None and known.shift_id == now_open
    paid = require_voidable(dossier, payment, shift_is_open=same)
    return lambda second: ReceiptVoided(
        reason=reason,
        approval=second,
        receipt_series=paid.receipt_series,
        receipt_number=paid.receipt_number,
        payment=payment,
        method=paid.method,
        amount_vnd=paid.amount_vnd,
        shift_id=paid.shift_id if same else now_open,
    )


def _do(dossier_id: UUID, decide: Decide, *, act: Act, acting: Acting) -> Dossier:
    """Do one act with a dossier's money, whole or not at all."""
    require(acting.officer, act)
    with acting.work as work:
        for event in decide(work.dossier(dossier_id), work):
            note(acting, event, dossier_id=dossier_id, at=now_in(acting))
        dossier = work.project(dossier_id)
        work.commit()
    return dossier
