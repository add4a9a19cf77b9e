"""Officers' filters inside the encrypted database; see ``station.ports.saved_filters``."""

import logging
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select

from local_store.draft_models import SavedFiltersRow
from local_store.upsert import upsert
from station.codec import from_plain, to_plain
from station.domain.dossier_filter import SavedFilter

_KEEP = upsert(SavedFiltersRow, "officer_id")
_log = logging.getLogger(__name__)


class StoreSavedFilters:
    """The ``SavedFilters`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, officer_id: str) -> Sequence[SavedFilter]:
        """Give an officer's filters; one of a newer version that this one cannot read is left
        out, and is no reason to show no list."""
        asked = select(SavedFiltersRow.body).where(SavedFiltersRow.officer_id == officer_id)
        filters = []
        for plain in self._connection.scalar(asked) or ():
            try:
                filters.append(from_plain(plain, SavedFilter))
            except msgspec.ValidationError:
                _log.warning("a saved filter cannot be read")
        return filters

    def keep(self, officer_id: str, filters: Sequence[SavedFilter]) -> None:
        """Keep these in place of all that this officer had."""
        self._connection.execute(
            _KEEP, {"officer_id": officer_id, "body": [to_plain(one) for one in filters]}
        )
