"""What citizens said of the service, counted from an index over the journal.

A month is counted, never folded; the index is made from the journal, and can be made anew.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, bindparam, delete, func, insert, select

from local_store.hot import Hot
from local_store.journal import entry_of
from local_store.models import JournalRow, RatingRow
from local_store.rating_index import indexed
from station.domain.events import ServiceRated, from_payload
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


def rows_from_journal(connection: Connection) -> Iterator[dict[str, Any]]:
    """Give every row as the journal has it, in its order."""
    bodies = connection.execute(
        select(JournalRow.body, JournalRow.hash)
        .where(func.json_extract(JournalRow.body, "$.kind") == ServiceRated.__name__)
        .order_by(JournalRow.sequence)
    )
    for body, digest in bodies:
        entry = entry_of(body, digest)
        event = from_payload(entry.kind, entry.version, entry.payload)
        if isinstance(event, ServiceRated) and entry.dossier_id is not None:
            yield indexed(event, entry.sequence, entry.dossier_id, entry.occurred_at)


def stored_rows(connection: Connection) -> list[dict[str, Any]]:
    """Give every row as the index has it."""
    table = RatingRow.__table__
    rows = connection.execute(select(table).order_by(table.c.sequence)).mappings()
    return [dict(row) for row in rows]


def renew(connection: Connection) -> None:
    """Make the index anew from the journal."""
    connection.execute(delete(RatingRow))
    for row in list(rows_from_journal(connection)):
        connection.execute(insert(RatingRow), row)
