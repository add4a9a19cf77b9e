"""The till over a list of entries: the same folds as the store's, without its index."""

from collections.abc import Callable, Sequence
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import (
    FeeCollected,
    FeeRefunded,
    ReceiptBookOpened,
    ReceiptVoided,
    ShiftClosed,
    ShiftOpened,
)
from station.domain.journal import JournalEntry
from station.domain.money.receipts import ReceiptBook
from station.domain.money.shift import Shift, cash_of, fold_shift
from station.ports.till import AwaitedPayment

_MOVES = {FeeCollected.__name__, FeeRefunded.__name__, ReceiptVoided.__name__}


class FakeTill:
    """Reads the entries anew each time."""

    def __init__(
        self, entries: Callable[[], list[JournalEntry]], dossiers: Callable[[], list[Dossier]]
    ) -> None:
        self._entries, self._dossiers = entries, dossiers

    def open_shift(self) -> Shift | None:
        shift = self._newest(ShiftOpened.__name__)
        return shift if shift is not None and shift.closing is None else None

    def open_shift_id(self) -> UUID | None:
        shift = self.open_shift()
        return None if shift is None else shift.shift_id

    def last_closed(self) -> Shift | None:
        return self._newest(ShiftClosed.__name__)

    def outside_vnd(self) -> int:
        entries = self._entries()
        closed = max((e.sequence for e in entries if e.kind == ShiftClosed.__name__), default=0)
        return cash_of(
            entry
            for entry in entries
            if entry.kind in _MOVES
            and entry.sequence > closed
            and entry.payload.get("shift_id") is None
        )

    def books(self) -> Sequence[ReceiptBook]:
        opened = [e.payload for e in self._entries() if e.kind == ReceiptBookOpened.__name__]
        return [
            ReceiptBook(**book, next_number=self._next(book["series"], book["first"], book["last"]))
            for book in opened
        ]

    def awaited(self) -> Sequence[AwaitedPayment]:
        return [
            AwaitedPayment(
                dossier_code=dossier.code,
                payment=number,
                method=payment.method,
                amount_vnd=payment.amount_vnd,
                collected_at=payment.collected_at,
            )
            for dossier in self._dossiers()
            for number, payment in enumerate(dossier.payments, 1)
            if payment.awaiting
        ]

    def _newest(self, kind: str) -> Shift | None:
        named = [e.payload["shift_id"] for e in self._entries() if e.kind == kind]
        if not named:
            return None
        shift_id = UUID(named[-1])
        return fold_shift(e for e in self._entries() if e.payload.get("shift_id") == str(shift_id))

    def _next(self, series: str, first: int, last: int) -> int:
        taken = [
            e.payload["receipt_number"]
            for e in self._entries()
            if e.payload.get("receipt_series") == series
            and first <= e.payload["receipt_number"] <= last
        ]
        return max(taken, default=first - 1) + 1
