"""What a desk knows of people it has met: what they have open, and what they agreed to."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import SeenFor
from station.domain.person import Party
from station.ports.remembered_people import RememberedPerson
from station.usecases.duplicates import OpenDossier, open_alike
from station.usecases.remember_people import forget, recall
from station.usecases.reveal_numbers import reveal_numbers
from ui.desks.acting import acting_of
from ui.desks.ports import DeskPorts


class PeopleDesk:
    """Looks people up for one signed-in officer."""

    def __init__(self, ports: DeskPorts, find: Callable[[str], UUID]) -> None:
        self._ports, self._find = ports, find

    def open_alike(self, procedure_code: str, party: Party, on: date) -> Sequence[OpenDossier]:
        """Give the open dossiers of the same person under the same procedure."""
        return open_alike(procedure_code, party, on, queries=self._ports.store.queries)

    def reveal(self, code: str, seen_for: SeenFor = SeenFor.READING) -> Dossier:
        """Write down that the numbers of a dossier's people are shown whole, and give it."""
        return reveal_numbers(self._find(code), seen_for, acting=acting_of(self._ports))

    def recall(self, number: str) -> RememberedPerson | None:
        """Give what somebody agreed to have offered again, if its day is not past."""
        today = self._ports.clock.now().date()
        return recall(number, on=today, acting=acting_of(self._ports))

    def forget(self, number: str, reason: str) -> None:
        """Delete what is remembered of somebody; see ``forget``."""
        forget(number, reason, acting=acting_of(self._ports))
