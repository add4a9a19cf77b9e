"""The signed pages of the daily log, found by an index over the journal; and the facts of a day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, Date, bindparam, func, select

from local_store.engine import Database
from local_store.hot import Hot
from local_store.journal import entry_of, last_entry
from local_store.journal_index import JournalIndex
from local_store.log_index import CENTRE, indexed
from local_store.models import JournalRow, LogPageRow, TillEntryRow
from station.domain.clock_guard import SMALL_STEP
from station.domain.events import DailyLogSigned, FeeCollected, from_payload
from station.domain.journal import VIETNAM, JournalEntry
from station.domain.log_page import page_number
from station.ports.log_pages import PageMark, SignedPage

_PAGE = Hot(
    select(JournalRow.body, JournalRow.hash)
    .join(LogPageRow, LogPageRow.sequence == JournalRow.sequence)
    .where(
        LogPageRow.page_on == bindparam("on", type_=Date),
        LogPageRow.counter == bindparam("counter"),
    )
)
_ONE = Hot(
    select(JournalRow.body, JournalRow.hash).where(JournalRow.sequence == bindparam("sequence"))
)


def _signed(entry: JournalEntry) -> DailyLogSigned:
    event = from_payload(entry.kind, entry.version, entry.payload)
    if not isinstance(event, DailyLogSigned):
        raise TypeError(f"{entry.kind} among the pages of the daily log")
    return event


INDEX = JournalIndex(
    "log_pages", LogPageRow, (DailyLogSigned,), lambda entry: indexed(_signed(entry), entry)
)


class StoreLogPages:
    """The ``LogPages`` of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, on: date, counter: int | None) -> SignedPage | None:
        """Give the signed page of a day; None while nobody has signed it."""
        with self._database.reading() as connection:
            row = _PAGE.first(connection, {"on": on, "counter": counter or CENTRE})
        if row is None:
            return None
        entry = entry_of(*row)
        return SignedPage(
            sequence=entry.sequence,
            signed_at=entry.occurred_at,
            officer_id=entry.officer_id,
            page=_signed(entry),
        )

    def marks(self, counter: int | None, *, until: date) -> Sequence[PageMark]:
        """Give which days of a scope are signed, up to a day, in the order of the days."""
        rows = (
            select(LogPageRow)
            .where(LogPageRow.counter == (counter or CENTRE), LogPageRow.page_on <= until)
            .order_by(LogPageRow.page_on)
        )
        with self._database.reading() as connection:
            return [
                PageMark(
                    sequence=row.sequence, page=page_number(row.year, row.number), on=row.page_on
                )
                for row in connection.execute(rows)
            ]

    def last_number(self, year: int) -> int:
        """Give the highest number of a page in a year; 0 before the first."""
        highest = select(func.max(LogPageRow.number)).where(LogPageRow.year == year)
        with self._database.reading() as connection:
            return connection.scalar(highest) or 0

    def entries_of_day(self, on: date) -> Sequence[JournalEntry]:
        """Give every entry of the journal that was made on a day, in its order."""
        with self._database.reading() as connection:
            first, last = _around(connection, on)
            rows = connection.execute(
                select(JournalRow.body, JournalRow.hash)
                .where(JournalRow.sequence >= first, JournalRow.sequence <= last)
                .order_by(JournalRow.sequence)
            )
            entries = (entry_of(row.body, row.hash) for row in rows)
            return [entry for entry in entries if _day_of(entry) == on]

    def collected_by_till(self, on: date) -> int:
        """Give what the till has as collected on a day, before refunds and voids."""
        with self._database.reading() as connection:
            first, last = _around(connection, on)
            rows = connection.execute(
                select(JournalRow.body, JournalRow.hash)
                .join(TillEntryRow, TillEntryRow.sequence == JournalRow.sequence)
                .where(
                    TillEntryRow.kind == FeeCollected.__name__,
                    TillEntryRow.sequence >= first,
                    TillEntryRow.sequence <= last,
                )
            )
            entries = (entry_of(row.body, row.hash) for row in rows)
            return sum(int(e.payload["amount_vnd"]) for e in entries if _day_of(e) == on)


def _day_of(entry: JournalEntry) -> date:
    return entry.occurred_at.astimezone(VIETNAM).date()


def _around(connection: Connection, on: date) -> tuple[int, int]:
    """Give between which sequences every entry of a day stands.

    The journal is in the order of time but for the small steps that a clock may be set back.
    """
    begins = datetime.combine(on, time(), VIETNAM)
    return (
        _first_since(connection, begins - SMALL_STEP),
        _first_since(connection, begins + timedelta(days=1) + SMALL_STEP) - 1,
    )


def _first_since(connection: Connection, moment: datetime) -> int:
    """Give the sequence of the first entry that is not before a moment, by halving."""
    newest = last_entry(connection)
    low, high = 1, (newest.sequence if newest else 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = _ONE.first(connection, {"sequence": middle})
        if row is not None and entry_of(*row).occurred_at < moment:
            low = middle + 1
        else:
            high = middle
    return low
