"""What the use cases and the till's screen need to know of the drawer and the receipt books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from station.domain.dossier import PaymentMethod
from station.domain.money.receipts import ReceiptBook
from station.domain.money.shift import Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedPayment:
    """A payment that the bank or the province has not confirmed yet."""

    dossier_code: str
    payment: int
    """Its number within the dossier, from 1."""
    method: PaymentMethod
    amount_vnd: int
    collected_at: datetime


class Till(Protocol):
    """Quỹ: reads of one counter's till. In a unit of work it sees what the transaction did."""

    def open_shift(self) -> Shift | None:
        """Give the shift that is open now; None when the till is closed."""
        ...

    def open_shift_id(self) -> UUID | None:
        """Give the shift that is open now, without reading what it did."""
        ...

    def last_closed(self) -> Shift | None:
        """Give the shift that was closed last; None before the first."""
        ...

    def outside_vnd(self) -> int:
        """Give what moved in cash since the last close while no shift was open."""
        ...

    def books(self) -> Sequence[ReceiptBook]:
        """Give the books of receipts in the order in which they were opened."""
        ...

    def awaited(self) -> Sequence[AwaitedPayment]:
        """Give the payments that nobody has confirmed yet, oldest first."""
        ...
