"""The filters of the list that the officer keeps, at an open station."""

from collections.abc import Sequence

from station.domain.dossier_filter import DossierFilter, SavedFilter
from station.usecases.saved_filters import delete_filter, filters_of, rename_filter, save_filter
from ui.desks.acting import acting_of
from ui.desks.ports import DeskPorts


class FiltersDesk:
    """Each change gives all that are left; see ``station.usecases.saved_filters``."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    def mine(self) -> Sequence[SavedFilter]:
        """Give the officer's filters, the first saved first."""
        return filters_of(acting_of(self._ports))

    def save(self, name: str, wanted: DossierFilter) -> Sequence[SavedFilter]:
        """Keep a filter under a name, in place of what was kept under it."""
        return save_filter(name, wanted, acting=acting_of(self._ports))

    def rename(self, name: str, to: str) -> Sequence[SavedFilter]:
        """Give a filter another name."""
        return rename_filter(name, to, acting=acting_of(self._ports))

    def delete(self, name: str) -> Sequence[SavedFilter]:
        """Forget a filter."""
        return delete_filter(name, acting=acting_of(self._ports))
