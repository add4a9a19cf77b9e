"""What a desk gives to other systems: the national portal's exchange of a dossier."""

from datetime import date
from typing import Final
from uuid import UUID

from station.exchange.dossier_record import Surroundings
from station.exchange.national import national_exchange
from station.exchange.records import NationalExchange
from station.usecases.dossier_rules import rules_of
from ui.desks.ports import DeskPorts

DATABASES: Final = "ma-csdl"
"""The catalogue's code list of national databases (MaCSDL)."""


class ExchangeDesk:
    """Makes the payloads from the store, the catalogue and the settings."""

    def __init__(self, ports: DeskPorts) -> None:
        self._store = ports.store
        self._file_address = ports.settings.file_address

    def national(self, dossier_id: UUID, *, updating: bool) -> NationalExchange:
        """Give what the province sends the national portal about a dossier.

        Raises:
            MissingFactsError: the exchange asks for facts that nobody entered; all are named.
        """
        steps = self._store.queries.steps(dossier_id)
        dossier = steps[-1].dossier
        return national_exchange(
            steps,
            Surroundings(
                procedure=rules_of(dossier, self._store.catalogue),
                file_address=self._file_address,
                databases=self._databases(dossier.received_at.date()),
            ),
            officer_name=self._officer_name,
            updating=updating,
        )

    def _databases(self, on: date) -> dict[str, str]:
        lists = self._store.catalogue.parts(on).code_lists
        return {
            item.name.casefold(): item.code
            for known in lists
            if known.key == DATABASES
            for item in known.items
        }

    def _officer_name(self, officer_id: str) -> str | None:
        officer = self._store.officers.get(officer_id)
        return officer.display_name if officer else None
