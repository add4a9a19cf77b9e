"""The till, read from an index over the journal: what each shift, book and drawer did.

``till_entries`` only says where the facts of money stand; what they say is read from the journal
and folded by the domain, so that the index can be made anew from the journal at any time.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select, text

from local_store.engine import Database
from local_store.hot import Hot
from local_store.journal import entry_of, known_dossier
from local_store.journal_index import JournalIndex
from local_store.models import DossierProjectionRow, JournalRow, TillEntryRow
from local_store.till_index import KINDS, indexed
from station.domain.events import (
    FeeCollected,
    FeeRefunded,
    ReceiptBookOpened,
    ReceiptVoided,
    ShiftClosed,
    ShiftOpened,
    from_payload,
)
from station.domain.journal import JournalEntry
from station.domain.money.receipts import ReceiptBook
from station.domain.money.shift import Shift, cash_of, fold_shift
from station.ports.till import AwaitedPayment

_MOVES = tuple(kind.__name__ for kind in (FeeCollected, FeeRefunded, ReceiptVoided))
_FACTS = select(JournalRow.body, JournalRow.hash).join(
    TillEntryRow, TillEntryRow.sequence == JournalRow.sequence
)
_OF_SHIFT = _FACTS.where(TillEntryRow.shift_id == bindparam("shift_id")).order_by(
    TillEntryRow.sequence
)
_NEWEST_SHIFT = Hot(  # each newest by its index: an OR would read every entry of a till unused
    select(TillEntryRow.kind, TillEntryRow.shift_id)
    .where(
        TillEntryRow.sequence.in_(
            select(func.max(TillEntryRow.sequence))
            .where(TillEntryRow.kind == kind.__name__)
            .scalar_subquery()
            for kind in (ShiftOpened, ShiftClosed)
        )
    )
    .order_by(TillEntryRow.sequence.desc())
    .limit(1)
)
_BOOKS = Hot(
    _FACTS.where(TillEntryRow.kind == ReceiptBookOpened.__name__).order_by(TillEntryRow.sequence)
)
_HIGHEST_TAKEN = select(func.max(TillEntryRow.receipt_number)).where(
    TillEntryRow.receipt_series == bindparam("series"),
    TillEntryRow.receipt_number.between(bindparam("first"), bindparam("last")),
)


def _row_of(entry: JournalEntry) -> dict[str, Any]:
    return indexed(from_payload(entry.kind, entry.version, entry.payload), entry.sequence)


INDEX = JournalIndex("till", TillEntryRow, KINDS, _row_of)


class StoreTill:
    """The ``Till`` of the store; inside a transaction it sees what the transaction did."""

    def __init__(self, connection: Connection | Database) -> None:
        self._source = connection

    def open_shift(self) -> Shift | None:
        """Give the shift that is open now."""
        with self._reading() as connection:
            shift_id = _open_shift_id(connection)
            return None if shift_id is None else _shift(connection, shift_id)

    def open_shift_id(self) -> UUID | None:
        """Give the shift that is open now, without reading what it did."""
        with self._reading() as connection:
            return _open_shift_id(connection)

    def last_closed(self) -> Shift | None:
        """Give the shift that was closed last."""
        with self._reading() as connection:
            closed = connection.scalar(
                select(TillEntryRow.shift_id)
                .where(TillEntryRow.kind == ShiftClosed.__name__)
                .order_by(TillEntryRow.sequence.desc())
                .limit(1)
            )
            return None if closed is None else _shift(connection, closed)

    def outside_vnd(self) -> int:
        """Give what moved in cash since the last close while no shift was open."""
        with self._reading() as connection:
            closed = connection.scalar(
                select(func.max(TillEntryRow.sequence)).where(
                    TillEntryRow.kind == ShiftClosed.__name__
                )
            )
            wanted = _FACTS.where(
                TillEntryRow.kind.in_(_MOVES),
                TillEntryRow.shift_id.is_(None),
                TillEntryRow.sequence > (closed or 0),
            )
            return cash_of(_entries(connection, wanted))

    def books(self) -> Sequence[ReceiptBook]:
        """Give the books of receipts in the order in which they were opened."""
        with self._reading() as connection:
            return [
                _book(connection, entry_of(body, digest)) for body, digest in _BOOKS.run(connection)
            ]

    def awaited(self) -> Sequence[AwaitedPayment]:
        """Give the payments that nobody has confirmed yet, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                select(DossierProjectionRow.dossier_id)
                .where(text("awaited_vnd > 0"))  # as its index says it
                .order_by(DossierProjectionRow.received_sequence)
            )
            found = []
            for (dossier_id,) in rows.all():
                dossier = known_dossier(connection, dossier_id).dossier
                found += [
                    AwaitedPayment(
                        dossier_code=dossier.code,
                        payment=number,
                        method=payment.method,
                        amount_vnd=payment.amount_vnd,
                        collected_at=payment.collected_at,
                    )
                    for number, payment in enumerate(dossier.payments, 1)
                    if payment.awaiting
                ]
            return found

    def _reading(self) -> AbstractContextManager[Connection]:
        if isinstance(self._source, Database):
            return self._source.reading()
        return _as_it_is(self._source)


@contextmanager
def _as_it_is(connection: Connection) -> Iterator[Connection]:
    yield connection


def _open_shift_id(connection: Connection) -> UUID | None:
    newest = _NEWEST_SHIFT.first(connection)
    if newest is None:
        return None
    kind, shift_id = newest
    return None if kind == ShiftClosed.__name__ else shift_id


def _shift(connection: Connection, shift_id: UUID) -> Shift:
    return fold_shift(_entries(connection, _OF_SHIFT.params(shift_id=shift_id)))


def _entries(connection: Connection, wanted: Select[str, str]) -> list[JournalEntry]:
    return [entry_of(row.body, row.hash) for row in connection.execute(wanted)]


def _book(connection: Connection, entry: JournalEntry) -> ReceiptBook:
    event = from_payload(entry.kind, entry.version, entry.payload)
    if not isinstance(event, ReceiptBookOpened):
        raise TypeError(f"{entry.kind} among the books of receipts")
    asked = {"series": event.series, "first": event.first, "last": event.last}
    highest = connection.scalar(_HIGHEST_TAKEN, asked)
    return ReceiptBook(
        series=event.series,
        template=event.template,
        book=event.book,
        first=event.first,
        last=event.last,
        next_number=event.first if highest is None else highest + 1,
    )
