"""The payments that the till's screen lists: those of a shift, or all of one dossier."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.dossier import Dossier, Payment, PaymentMethod
from station.domain.money.receipts import ReceiptNumber
from station.domain.money.shift import Shift
from station.ports.papers import QrModules
from station.ports.till import AwaitedPayment


@dataclass(frozen=True, slots=True, kw_only=True)
class TillPayment:
    """One payment of a dossier, as it stands now."""

    dossier_code: str
    owner_name: str
    payment: int
    """Its number within the dossier, from 1."""
    at: datetime
    method: PaymentMethod
    amount_vnd: int
    receipt: str
    """Of the paper or the electronic receipt; empty while there is only a provisional one."""
    awaiting: bool
    refunded_vnd: int
    voided: bool
    in_open_shift: bool

    @property
    def may_be_confirmed(self) -> bool:
        return self.awaiting

    @property
    def may_be_refunded(self) -> bool:
        return not self.voided and not self.awaiting and self.refunded_vnd < self.amount_vnd

    @property
    def may_be_voided(self) -> bool:
        """As ``require_voidable``: it waits still, or its shift is open and nothing went back."""
        return not self.voided and (self.awaiting or (self.in_open_shift and not self.refunded_vnd))


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAccount:
    """How one dossier stands with its money."""

    code: str
    owed_vnd: int
    payments: Sequence[TillPayment]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeableFee:
    """One fee of the dossier's procedure, at the amount of the day of its reception."""

    index: int
    name: str
    amount_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReducibleFees:
    """What a dossier was charged, and how much of it is not paid."""

    owed_vnd: int
    lines: tuple[tuple[int, str, int], ...]
    """Place among its fees from 1, name, amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferDemand:
    """What a VietQR code asks for."""

    text: str
    modules: QrModules
    amount_vnd: int
    content: str
    bank: str
    number: str
    holder: str
    payment: int | None
    """The payment that is awaited already, counted from 1; None: the sum is still owed."""


def payments_of_shift(
    shift: Shift | None,
    awaited: Iterable[AwaitedPayment],
    *,
    dossier: Callable[[UUID], Dossier],
    find: Callable[[str], UUID],
) -> Sequence[TillPayment]:
    """Give what a shift moved and what is awaited from before, the newest first."""
    moved = () if shift is None else (*shift.collected, *shift.refunded, *shift.voided)
    ids = dict.fromkeys(one.dossier_id for one in moved if one.dossier_id is not None)
    touched = {(one.dossier_id, one.payment) for one in moved if one.payment is not None}
    waits = {(find(one.dossier_code), one.payment) for one in awaited}
    ids |= dict.fromkeys(dossier_id for dossier_id, _ in waits)
    found = []
    for dossier_id in ids:
        known = dossier(dossier_id)
        for number, payment in enumerate(known.payments, 1):
            here = shift is not None and payment.shift_id == shift.shift_id
            if here or (dossier_id, number) in touched | waits:
                found.append(_payment(known, number, payment, shift))
    return sorted(found, key=lambda one: one.at, reverse=True)


def account_of(dossier: Dossier, shift: Shift | None) -> DossierAccount:
    """Give what a dossier paid, and what it owes."""
    found = [_payment(dossier, n, payment, shift) for n, payment in enumerate(dossier.payments, 1)]
    return DossierAccount(
        code=dossier.code, owed_vnd=max(0, dossier.owed_vnd), payments=found[::-1]
    )


def _payment(dossier: Dossier, number: int, payment: Payment, shift: Shift | None) -> TillPayment:
    receipt = payment.electronic_receipt or ""
    if not receipt and payment.receipt_series is not None:
        receipt = str(ReceiptNumber(payment.receipt_series, payment.receipt_number or 0))
    is_open = shift is not None and shift.closing is None
    return TillPayment(
        dossier_code=dossier.code,
        owner_name=dossier.owning_party.name,
        payment=number,
        at=payment.collected_at,
        method=payment.method,
        amount_vnd=payment.amount_vnd,
        receipt=receipt,
        awaiting=payment.awaiting,
        refunded_vnd=payment.refunded_vnd,
        voided=payment.voided_at is not None,
        in_open_shift=is_open and shift is not None and payment.shift_id == shift.shift_id,
    )
