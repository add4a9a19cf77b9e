"""What a desk knows of people it has met: what they have open already."""

from collections.abc import Sequence
from datetime import date

from station.domain.person import Party
from station.usecases.duplicates import OpenDossier, open_alike
from ui.desk_ports import DeskPorts


class PeopleDesk:
    """Looks people up for one signed-in officer."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    def open_alike(self, procedure_code: str, party: Party, on: date) -> Sequence[OpenDossier]:
        """Give the open dossiers of the same person under the same procedure."""
        return open_alike(procedure_code, party, on, queries=self._ports.store.queries)
