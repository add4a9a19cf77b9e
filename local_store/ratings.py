"""What citizens said of the service, counted from an index over the journal.

A month is counted, never folded; the index is made from the journal, and can be made anew.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, bindparam, func, select

from local_store.hot import Hot
from local_store.journal_index import JournalIndex
from local_store.models import RatingRow
from local_store.rating_index import indexed
from station.domain.events import ServiceRated, from_payload
from station.domain.journal import JournalEntry
from station.domain.ratings import Satisfaction

_COUNTS = Hot(
    select(RatingRow.satisfaction, func.count())
    .where(
        RatingRow.rated_on >= bindparam("first", type_=Date),
        RatingRow.rated_on <= bindparam("last", type_=Date),
    )
    .group_by(RatingRow.satisfaction)
)


def counted(connection: Connection, first: date, last: date) -> Mapping[Satisfaction, int]:
    """Give how often each answer was given on these days, both included."""
    rows = _COUNTS.run(connection, {"first": first, "last": last})
    return {Satisfaction(satisfaction): count for satisfaction, count in rows}


def _row_of(entry: JournalEntry) -> dict[str, Any] | None:
    event = from_payload(entry.kind, entry.version, entry.payload)
    if not isinstance(event, ServiceRated) or entry.dossier_id is None:
        return None
    return indexed(event, entry.sequence, entry.dossier_id, entry.occurred_at)


INDEX = JournalIndex("ratings", RatingRow, (ServiceRated,), _row_of)
