"""The catalogue of a desk: finding procedures, the version that holds, putting packs in force."""

from station.catalogue.pack import Pack
from station.catalogue.search import CatalogueIndex
from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.usecases.dossier_rules import rules_of
from station.usecases.handed_in import UnknownProcedureError
from station.usecases.permissions import Act, require
from ui.desk_ports import DeskPorts


class CatalogueDesk:
    """What one signed-in officer can do with the catalogue."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports
        self._catalogue = ports.store.catalogue
        self._index: tuple[str, CatalogueIndex] | None = None

    @property
    def index(self) -> CatalogueIndex:
        """The search index over the procedures in force; made anew after an import."""
        version = self._catalogue.version()
        if self._index is None or self._index[0] != version:
            self._index = (version, CatalogueIndex(self._catalogue.procedures()))
        return self._index[1]

    def procedure(self, code: str) -> tuple[Procedure, str]:
        """Give the procedure in force and the pack it comes from.

        Raises:
            UnknownProcedureError: the catalogue in force has none with this code.
        """
        found = self._catalogue.procedure(code.strip())
        if found is None:
            raise UnknownProcedureError(code[:60])
        return found

    def rules_of(self, dossier: Dossier) -> Procedure | None:
        """Give the procedure of a dossier as it was when the dossier was received."""
        return rules_of(dossier, self._catalogue)

    def import_pack(self, pack: Pack) -> None:
        """Put a pack in force.

        Raises:
            NotAllowedError: the officer's role does not include it.
        """
        require(self._ports.officer, Act.IMPORT_CATALOGUE)
        self._catalogue.import_pack(pack, at=self._ports.clock.now())
