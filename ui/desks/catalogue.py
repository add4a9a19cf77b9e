"""The catalogue of a desk: finding procedures, the version that holds, putting packs in force."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from station.catalogue.addresses import AddressBook
from station.catalogue.admission import ImportedPack, catalogue_age_days
from station.catalogue.areas import AreaMatch, find_areas
from station.catalogue.built_in import built_in_everyday
from station.catalogue.parts import CatalogueParts, Reason, ReasonFor
from station.catalogue.search import CatalogueIndex
from station.catalogue.signing import TrustKey
from station.domain.acts import DossierAct
from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.errors import StationError
from station.usecases.dossier_rules import rules_of
from station.usecases.fetch_catalogue import FetchedCatalogue, last_fetched
from station.usecases.handed_in import UnknownProcedureError, rules_for, version_for
from station.usecases.import_catalogue import Examined, OfferedPack, examine, import_catalogue
from station.usecases.reception_input import ReceptionInput
from station.usecases.trust_keys import add_trust_key, remove_trust_key, trust_keys
from station.words import Language
from ui.desks.acting import acting_of
from ui.desks.ports import DeskPorts
from ui.messages import words

LOOKED_BACK = 300
"""Dossiers: some days of one counter, by which search puts the most used first."""


class UnknownReasonError(StationError):
    """The catalogue has no reason with this key for this act."""

    code = "CAT-021"

    def __init__(self, act: str, key: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no reason {key[:60]!r} for {act}")
        self.act, self.key, self.known = act, key[:60], known


@dataclass(frozen=True, slots=True)
class Signer:
    """A key whose packs are taken. ``added_by`` is None for the province's own: it is enrolled."""

    key: str
    name: str | None
    added_by: str | None
    added_at: datetime | None = None


class CatalogueDesk:
    """What one signed-in officer can do with the catalogue."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports
        self._catalogue = ports.store.catalogue
        self._index: tuple[tuple[str, ...], CatalogueIndex] | None = None
        self._places: tuple[tuple[str, ...], AddressBook] | None = None

    @property
    def index(self) -> CatalogueIndex:
        """The search index over the procedures in force; made anew when another pack holds.

        Each time it is asked for it learns what this counter received lately."""
        today = self._today()
        holding = tuple(self._catalogue.labels(today))
        if self._index is None or self._index[0] != holding:
            index = CatalogueIndex(
                self._catalogue.procedures(today),
                local=self._catalogue.local_codes(today),
                everyday=self._catalogue.parts(today).everyday or built_in_everyday(),
            )
            self._index = (holding, index)
        self._index[1].learn(self._used_here())
        return self._index[1]

    def procedure(self, code: str, begun_under: str | None = None) -> tuple[Procedure, str]:
        """Give the procedure in force, or the one a draft was begun under while that holds.

        Args:
            begun_under: ``name version`` of the draft's pack.

        Raises:
            UnknownProcedureError: the catalogue in force has none with this code.
        """
        return version_for(code.strip()[:60], begun_under, self._catalogue, self._today())

    def rules_for(self, given: ReceptionInput) -> Procedure:
        """Give the procedure of a description, in its case and version; see ``rules_for``."""
        return rules_for(given, self._catalogue, self._today())[0]

    def rules_of(self, dossier: Dossier) -> Procedure | None:
        """Give the procedure of a dossier as it was when the dossier was received."""
        return rules_of(dossier, self._catalogue)

    def whole_procedure(self, dossier: Dossier, code: str) -> Procedure:
        """Give a procedure with all its cases, as it was for this dossier: its own version, or
        what held on the day of reception.

        Raises:
            UnknownProcedureError: the catalogue of that day has none with this code.
        """
        known = self._catalogue.procedure_of(code, dossier.catalogue)
        if known is not None:
            return known
        found = self._catalogue.procedure(code, dossier.received_at.date())
        if found is None:
            raise UnknownProcedureError(code[:60])
        return found[0]

    def pack(self, label: str) -> ImportedPack | None:
        """Give what is known of the pack with this ``name version``."""
        return self._catalogue.pack(label)

    def packs(self) -> Sequence[ImportedPack]:
        """Give every pack that was imported, the oldest first."""
        return self._catalogue.packs()

    def age_days(self) -> int | None:
        """Give how old the province's catalogue is; None: none of the province's is in force."""
        return catalogue_age_days(self.packs(), self._today())

    def examine(self, offered: OfferedPack) -> Examined:
        """Say what a pack would change; see ``examine``."""
        trusted = [signer.key for signer in self.signers()]
        return examine(offered, catalogue=self._catalogue, trusted=trusted, today=self._today())

    def import_pack(self, offered: OfferedPack, *, admit_because: str | None = None) -> Examined:
        """Put a pack in force; see ``import_catalogue``."""
        return import_catalogue(
            offered,
            acting=acting_of(self._ports),
            catalogue=self._catalogue,
            trusted=[signer.key for signer in self.signers()],
            admit_because=admit_because,
        )

    def lists(self) -> CatalogueParts:
        """Give the lists in force: agencies, offices, fields, areas, reasons, code lists."""
        return self._catalogue.parts(self._today())

    @property
    def places(self) -> AddressBook:
        """The administrative units in force, to look addresses up in; made anew as the index."""
        today = self._today()
        holding = tuple(self._catalogue.labels(today))
        if self._places is None or self._places[0] != holding:
            self._places = (holding, AddressBook(self.lists().areas))
        return self._places[1]

    def areas(self, text: str, *, on: date | None = None, limit: int = 20) -> list[AreaMatch]:
        """Find administrative units by an old or a new name, and what became of them.

        Args:
            on: the day on which they are to be there; None: today.
        """
        return find_areas(self.lists().areas, text, on=on or self._today(), limit=limit)

    def reason(self, act: DossierAct | ReasonFor, key: str) -> Reason:
        """Give the words that the catalogue has for an act under a key.

        Raises:
            UnknownReasonError: it has none; those that it has are named.
        """
        known = [reason for reason in self.lists().reasons if reason.act == act.value]
        for reason in known:
            if reason.key == key:
                return reason
        raise UnknownReasonError(act.value, key, tuple(reason.key for reason in known))

    def legal_basis(self, act: DossierAct | ReasonFor, text: str) -> str | None:
        """Give the article of a reason that was taken as the catalogue offers it."""
        wanted = (act.value, text)
        offered = (reason for reason in self.lists().reasons if (reason.act, reason.text) == wanted)
        return next((reason.legal_basis for reason in offered), None)

    def last_fetched(self) -> FetchedCatalogue | None:
        """Give what became of the pack that the province published last."""
        return last_fetched(self._ports.store.secrets)

    def refused(self, language: Language) -> str | None:
        """Say why the pack that the province published last is not in force; None: it is."""
        fetched = self.last_fetched()
        if fetched is None or fetched.refused is None:
            return None
        return f"{words(fetched.refused, fetched.details, language)} ({fetched.refused})"

    def signers(self) -> Sequence[Signer]:
        """Give the keys whose packs this station takes: the province's, then those by hand."""
        enrolment = self._ports.store.outbox.enrolment()
        return (
            *(Signer(key, None, None) for key in (enrolment.server_keys if enrolment else ())),
            *(
                Signer(k.key, k.name, k.added_by, k.added_at)
                for k in trust_keys(self._ports.store.secrets)
            ),
        )

    def trust(self, key: str, name: str) -> TrustKey:
        """Take packs that are signed with this key; see ``add_trust_key``."""
        return add_trust_key(
            key, name, acting=acting_of(self._ports), secrets=self._ports.store.secrets
        )

    def distrust(self, beginning: str) -> TrustKey:
        """Take no more packs that are signed with this key; see ``remove_trust_key``."""
        return remove_trust_key(
            beginning, acting=acting_of(self._ports), secrets=self._ports.store.secrets
        )

    def _used_here(self) -> Counter[str]:
        """Count what this counter received lately, by procedure."""
        counter = self._ports.settings.station_number
        newest = self._ports.store.queries.newest(limit=LOOKED_BACK)
        return Counter(row.procedure_code for row in newest if row.counter == counter)

    def _today(self) -> date:
        return self._ports.clock.now().date()
