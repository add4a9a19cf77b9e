"""The row of ``ratings`` that belongs to a citizen's word."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from local_store.hot import Hot
from local_store.models import RatingRow
from station.domain.events import Event, ServiceRated
from station.domain.journal import VIETNAM, JournalEntry

_ADD = Hot(insert(RatingRow), "sequence", "dossier_id", "act", "satisfaction", "rated_on")


def index_rating(connection: Connection, event: Event, entry: JournalEntry) -> None:
    """Note what was said; events of other kinds are left out."""
    if isinstance(event, ServiceRated) and entry.dossier_id is not None:
        row = indexed(event, entry.sequence, entry.dossier_id, entry.occurred_at)
        _ADD.run(connection, row)


def indexed(event: ServiceRated, sequence: int, dossier_id: UUID, at: datetime) -> dict[str, Any]:
    """Give the row of one word."""
    return {
        "sequence": sequence,
        "dossier_id": dossier_id,
        "act": event.act.value,
        "satisfaction": event.satisfaction.value,
        "rated_on": at.astimezone(VIETNAM).date(),
    }
