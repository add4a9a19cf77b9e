"""The row of ``till_entries`` that belongs to a fact of money."""

from typing import Any

from sqlalchemy import Connection, insert

from local_store.hot import Hot
from local_store.models import TillEntryRow
from station.domain.events import (
    Event,
    FeeCollected,
    FeeRefunded,
    ReceiptBookOpened,
    ReceiptVoided,
    ShiftClosed,
    ShiftOpened,
    kind_of,
)

KINDS = (FeeCollected, FeeRefunded, ReceiptVoided, ReceiptBookOpened, ShiftOpened, ShiftClosed)
"""The facts that a till is made of."""
_ADD = Hot(insert(TillEntryRow), "sequence", "kind", "shift_id", "receipt_series", "receipt_number")


def index(connection: Connection, event: Event, sequence: int) -> None:
    """Note where a fact of money stands; facts of other kinds are left out."""
    if isinstance(event, KINDS):
        _ADD.run(connection, indexed(event, sequence))


def indexed(event: Event, sequence: int) -> dict[str, Any]:
    """Give the row of a fact of money."""
    takes = isinstance(event, FeeCollected) or (
        isinstance(event, ReceiptVoided) and event.payment is None
    )
    return {
        "sequence": sequence,
        "kind": kind_of(event),
        "shift_id": getattr(event, "shift_id", None),
        "receipt_series": getattr(event, "receipt_series", None) if takes else None,
        "receipt_number": getattr(event, "receipt_number", None) if takes else None,
    }
