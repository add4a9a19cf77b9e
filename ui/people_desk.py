"""What a desk knows of people it has met: what they have open, and what they agreed to."""

from collections.abc import Sequence
from datetime import date

from station.domain.person import Party
from station.ports.remembered_people import RememberedPerson
from station.usecases.duplicates import OpenDossier, open_alike
from station.usecases.remember_people import forget, recall
from ui.acting import acting_of
from ui.desk_ports import DeskPorts


class PeopleDesk:
    """Looks people up for one signed-in officer."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    def open_alike(self, procedure_code: str, party: Party, on: date) -> Sequence[OpenDossier]:
        """Give the open dossiers of the same person under the same procedure."""
        return open_alike(procedure_code, party, on, queries=self._ports.store.queries)

    def recall(self, number: str) -> RememberedPerson | None:
        """Give what somebody agreed to have offered again, if its day is not past."""
        today = self._ports.clock.now().date()
        return recall(number, on=today, acting=acting_of(self._ports))

    def forget(self, number: str, reason: str) -> None:
        """Delete what is remembered of somebody; see ``forget``."""
        forget(number, reason, acting=acting_of(self._ports))
