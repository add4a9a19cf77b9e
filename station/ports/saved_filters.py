"""The filters that officers keep, inside the encrypted store: what one is called may be a name."""

from collections.abc import Sequence
from typing import Protocol

from station.domain.dossier_filter import SavedFilter


class SavedFilters(Protocol):
    """The filters of a store, within one transaction."""

    def of(self, officer_id: str) -> Sequence[SavedFilter]:
        """Give an officer's filters in the order in which they were saved."""
        ...

    def keep(self, officer_id: str, filters: Sequence[SavedFilter]) -> None:
        """Keep these in place of all that this officer had."""
        ...
