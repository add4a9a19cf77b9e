"""The row of ``log_pages`` that belongs to a signed page of the daily log."""

from typing import Any

from sqlalchemy import Connection, insert

from local_store.hot import Hot
from local_store.models import LogPageRow
from station.domain.events import DailyLogSigned, Event
from station.domain.journal import VIETNAM, JournalEntry

CENTRE = 0
"""Stands for the whole centre; counters are numbered from 1."""
_ADD = Hot(insert(LogPageRow), "sequence", "year", "number", "counter", "page_on")


def index_page(connection: Connection, event: Event, entry: JournalEntry) -> None:
    """Note that a page was signed; events of other kinds are left out."""
    if isinstance(event, DailyLogSigned):
        _ADD.run(connection, indexed(event, entry))


def indexed(event: DailyLogSigned, entry: JournalEntry) -> dict[str, Any]:
    """Give the row of one page: its number is of the year in which it was signed."""
    return {
        "sequence": entry.sequence,
        "year": entry.occurred_at.astimezone(VIETNAM).year,
        "number": event.number,
        "counter": event.counter or CENTRE,
        "page_on": event.on,
    }
