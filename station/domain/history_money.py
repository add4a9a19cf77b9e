"""What each fact of money changes in its dossier; see ``history_steps``."""

from dataclasses import replace
from typing import TYPE_CHECKING

from station.domain import events
from station.domain.dossier import Dossier, FeeLine, Payment

if TYPE_CHECKING:
    from station.domain.history_moment import Moment


def collected(dossier: Dossier, event: events.FeeCollected, fact: "Moment") -> Dossier:
    """Add a payment."""
    payment = Payment(
        method=event.method,
        amount_vnd=event.amount_vnd,
        tendered_vnd=event.tendered_vnd,
        collected_at=fact.occurred_at,
        awaiting=event.awaiting,
        shift_id=event.shift_id,
        receipt_series=event.receipt_series,
        receipt_number=event.receipt_number,
    )
    return replace(dossier, payments=(*dossier.payments, payment))


def charged(dossier: Dossier, event: events.FeesCharged, _: "Moment") -> Dossier:
    """Add lines to what is due."""
    return replace(dossier, fees=(*dossier.fees, *event.lines))


def reduced(dossier: Dossier, event: events.FeesReduced, _: "Moment") -> Dossier:
    """Take off what is not due; a line of which nothing is left goes."""
    off = {each.line: each.amount_vnd for each in event.lines}
    fees = (
        _less(fee, off[place]) if place in off else fee for place, fee in enumerate(dossier.fees, 1)
    )
    return replace(dossier, fees=tuple(fee for fee in fees if fee is not None))


def _less(fee: FeeLine, amount_vnd: int) -> FeeLine | None:
    """Give what is left of a line: fewer of the same, where that is what it comes to."""
    left = fee.amount_vnd - amount_vnd
    if left <= 0:
        return None
    pieces, rest = divmod(left, fee.unit_amount_vnd)
    if rest:
        return replace(fee, unit_amount_vnd=left, quantity=1)
    return replace(fee, quantity=pieces)


def confirmed(dossier: Dossier, event: events.PaymentConfirmed, fact: "Moment") -> Dossier:
    """Count a payment that was awaited."""
    return _with_payment(
        dossier,
        event.payment,
        awaiting=False,
        confirmed_at=fact.occurred_at,
        reference=event.reference,
    )


def receipt_issued(dossier: Dossier, event: events.ElectronicReceiptIssued, _: "Moment") -> Dossier:
    """Note the number of the province's receipt."""
    text = f"{event.template} {event.series} {event.number}"
    return _with_payment(dossier, event.payment, electronic_receipt=text)


def refunded(dossier: Dossier, event: events.FeeRefunded, _: "Moment") -> Dossier:
    """Take back what was given back."""
    payment = dossier.payment(event.payment)
    before = payment.refunded_vnd if payment is not None else 0
    return _with_payment(dossier, event.payment, refunded_vnd=before + event.amount_vnd)


def voided(dossier: Dossier, event: events.ReceiptVoided, fact: "Moment") -> Dossier:
    """Count a payment as not made."""
    if event.payment is None:
        return dossier
    return _with_payment(dossier, event.payment, voided_at=fact.occurred_at, awaiting=False)


def _with_payment(dossier: Dossier, number: int, **changes: object) -> Dossier:
    """Change one payment; news about one that is not known here changes nothing."""
    payments = tuple(
        replace(payment, **changes) if place == number else payment  # type: ignore[arg-type]
        for place, payment in enumerate(dossier.payments, 1)
    )
    return replace(dossier, payments=payments)
