"""What an officer asks the province about one dossier, and what it answers."""

from dataclasses import dataclass
from datetime import datetime

from station.domain.dossier import DossierStatus
from station.domain.ids import whole_code
from station.errors import StationError
from station.ports.province import ProvinceDossier
from ui.desks.desk import Desk, UnknownDossierError


@dataclass(frozen=True, slots=True)
class NotHere:
    """What may be done about a text that nothing here matches."""

    as_of: datetime | None
    """When the province answered last; what others did since is not known here."""
    code: str
    """The dossier about which it can be asked; empty: it is asked by a whole code only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAnswer:
    """What the province has of a dossier."""

    code: str
    asked_at: datetime
    dossier: ProvinceDossier | None
    """None: nothing of this agency's has the code."""
    procedure: str
    """The name of its procedure, or the code of one that is not in the catalogue here."""
    here: DossierStatus | None
    """How far it is at this station; None: it is not here."""


class ServerDesk:
    """Asks; ``ask`` waits for the line, so it is no worker's but its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def not_here(self, text: str) -> NotHere | None:
        """Say what may be asked about a text; None: this station has no server."""
        outbox = self._desk.store.outbox
        if outbox.enrolment() is None:
            return None
        code = whole_code(text, self._desk.settings.agency_code)
        return NotHere(outbox.status().last_contact_at, code or "")

    def ask(self, code: str) -> ServerAnswer:
        """Ask the province about a dossier.

        Raises:
            StationError: there is no server, or it does not answer.
        """
        found = self._desk.province.dossier(code)
        return ServerAnswer(
            code=code,
            asked_at=self._desk.now(),
            dossier=found,
            procedure="" if found is None else self._named(found.procedure_code),
            here=self._here(code),
        )

    def _here(self, code: str) -> DossierStatus | None:
        try:
            return self._desk.dossier(code).status
        except UnknownDossierError:
            return None

    def _named(self, procedure_code: str) -> str:
        try:
            return self._desk.procedure(procedure_code)[0].name
        except StationError:  # another office's, or one that is no longer offered
            return procedure_code
