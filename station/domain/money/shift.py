"""Ca thu: one officer's drawer from the first count to the last, folded from its facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from station.domain.dossier import PaymentMethod
from station.domain.events import (
    FeeCollected,
    FeeRefunded,
    ReceiptVoided,
    ShiftClosed,
    ShiftOpened,
    from_payload,
)
from station.domain.events.money import Pieces
from station.domain.facts import BrokenHistoryError, Fact
from station.domain.money.receipts import ReceiptNumber
from station.domain.processing import Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One time that money came, went back, or counts as never come."""

    at: datetime
    dossier_id: UUID | None
    payment: int | None
    method: PaymentMethod
    amount_vnd: int
    receipt: ReceiptNumber | None = None
    awaiting: bool = False
    approval: Approval | None = None
    reason: str | None = None

    @property
    def cash_vnd(self) -> int:
        return self.amount_vnd if self.method is PaymentMethod.CASH else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How a shift ended."""

    at: datetime
    officer_name: str
    counted: tuple[Pieces, ...]
    counted_vnd: int
    expected_vnd: int
    difference_reason: str | None
    approval: Approval | None

    @property
    def difference_vnd(self) -> int:
        """Positive when there was more in the drawer than expected."""
        return self.counted_vnd - self.expected_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesUse:
    """Which receipts of one series a shift used."""

    series: str
    first: int
    last: int
    used: int
    voided: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Ca thu of one counter. What moved while the till was closed is in no shift."""

    shift_id: UUID
    opened_at: datetime
    officer_id: str
    officer_name: str
    opening_vnd: int
    opening_expected_vnd: int
    opening_reason: str | None
    collected: tuple[Movement, ...] = ()
    refunded: tuple[Movement, ...] = ()
    voided: tuple[Movement, ...] = ()
    closing: Closing | None = None

    @property
    def cash_collected_vnd(self) -> int:
        return sum(one.cash_vnd for one in self.collected) - sum(
            one.cash_vnd for one in self.voided
        )

    @property
    def cash_refunded_vnd(self) -> int:
        return sum(one.cash_vnd for one in self.refunded)

    @property
    def expected_vnd(self) -> int:
        """What must lie in the drawer now."""
        return self.opening_vnd + self.cash_collected_vnd - self.cash_refunded_vnd

    def collected_by(self, method: PaymentMethod) -> int:
        """Give what came by one method in this shift, less what was voided."""
        came = sum(one.amount_vnd for one in self.collected if one.method is method)
        return came - sum(one.amount_vnd for one in self.voided if one.method is method)

    @property
    def receipts(self) -> tuple[SeriesUse, ...]:
        """Give what was used of each series, in the order of the series."""
        taken = [one.receipt for one in self.collected if one.receipt is not None]
        void = [one.receipt for one in self.voided if one.receipt is not None]
        spoiled = [
            one.receipt for one in self.voided if one.payment is None and one.receipt is not None
        ]
        uses = []
        for series in sorted({number.series for number in (*taken, *spoiled)}):
            numbers = [one.number for one in (*taken, *spoiled) if one.series == series]
            uses.append(
                SeriesUse(
                    series=series,
                    first=min(numbers),
                    last=max(numbers),
                    used=len(numbers),
                    voided=tuple(sorted(one.number for one in void if one.series == series)),
                )
            )
        return tuple(uses)


def fold_shift(facts: Iterable[Fact]) -> Shift:
    """Give the shift that these facts make: its opening first, then what names it.

    Raises:
        BrokenHistoryError: they do not begin with an opening, or are not of a till.
    """
    shift: Shift | None = None
    for fact in facts:
        event = from_payload(fact.kind, fact.version, fact.payload)
        if isinstance(event, ShiftOpened) and shift is None:
            shift = Shift(
                shift_id=event.shift_id,
                opened_at=fact.occurred_at,
                officer_id=fact.officer_id,
                officer_name=event.officer_name,
                opening_vnd=event.counted_vnd,
                opening_expected_vnd=event.expected_vnd,
                opening_reason=event.difference_reason,
            )
        elif shift is None:
            raise BrokenHistoryError(fact.dossier_id, fact.kind)
        elif isinstance(event, ShiftClosed):
            shift = replace(shift, closing=_closing(event, fact))
        else:
            shift = _moved(shift, fact)
    if shift is None:
        raise BrokenHistoryError(None, "nothing")
    return shift


def cash_of(facts: Iterable[Fact]) -> int:
    """Give by how much these facts of a till changed what lies in the drawer."""
    total = 0
    for fact in facts:
        movement = movement_of(fact)
        sign = 1 if fact.kind == FeeCollected.__name__ else -1
        total += sign * movement.cash_vnd
    return total


def movement_of(fact: Fact) -> Movement:
    """Give what a fact of money moved.

    Raises:
        BrokenHistoryError: it moved none.
    """
    event = from_payload(fact.kind, fact.version, fact.payload)
    match event:
        case FeeCollected():
            payment, approval, reason, method = None, None, None, event.method
        case FeeRefunded():
            payment, approval, reason = event.payment, event.approval, event.reason
            method = event.method
        case ReceiptVoided():
            payment, approval, reason = event.payment, event.approval, event.reason
            method = event.method or PaymentMethod.LATER
        case _:
            raise BrokenHistoryError(fact.dossier_id, fact.kind)
    receipt = None
    if not isinstance(event, FeeRefunded) and event.receipt_series is not None:
        receipt = ReceiptNumber(event.receipt_series, event.receipt_number or 0)
    return Movement(
        at=fact.occurred_at,
        dossier_id=fact.dossier_id,
        payment=payment,
        method=method,
        amount_vnd=event.amount_vnd,
        receipt=receipt,
        awaiting=isinstance(event, FeeCollected) and event.awaiting,
        approval=approval,
        reason=reason,
    )


def _moved(shift: Shift, fact: Fact) -> Shift:
    movement = movement_of(fact)
    match fact.kind:
        case FeeCollected.__name__:
            return replace(shift, collected=(*shift.collected, movement))
        case FeeRefunded.__name__:
            return replace(shift, refunded=(*shift.refunded, movement))
    return replace(shift, voided=(*shift.voided, movement))


def _closing(event: ShiftClosed, fact: Fact) -> Closing:
    return Closing(
        at=fact.occurred_at,
        officer_name=event.officer_name,
        counted=event.counted,
        counted_vnd=event.counted_vnd,
        expected_vnd=event.expected_vnd,
        difference_reason=event.difference_reason,
        approval=event.approval,
    )
