"""The catalogue of a station: every pack that was imported, and what holds on a day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from station.catalogue.admission import ImportedPack
from station.catalogue.pack import Pack
from station.catalogue.parts import CatalogueParts
from station.domain.procedure import Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOrigin:
    """Where a pack came from, and who let it in."""

    sha256: str | None = None
    """Of what is in it (``pack_to_bytes``); None for what ships with the program."""
    signed_by: str | None = None
    """The trusted key that signed it; None: it is unsigned."""
    imported_by: str | None = None
    """The officer; None: the synchronisation."""
    admission: str | None = None
    """Why an administrator admitted it without a signature."""


class CatalogueStore(Protocol):
    """The catalogue packs that were imported. Every version stays; the newest that holds on a
    day answers the receptions of that day."""

    def import_pack(
        self,
        pack: Pack,
        *,
        at: datetime,
        origin: PackOrigin | None = None,
        withdrawn: Collection[str] = (),
    ) -> None:
        """Put a pack in force; what was received under older versions stays readable.

        Args:
            withdrawn: codes that are there no more once this pack holds.
        """
        ...

    def packs(self) -> Sequence[ImportedPack]:
        """Give all packs, the oldest import first."""
        ...

    def labels(self, on: date) -> Sequence[str]:
        """Give the ``name version`` of each pack that holds on a day, the oldest import first."""
        ...

    def pack(self, label: str) -> ImportedPack | None:
        """Give what is known of the pack with this ``name version``."""
        ...

    def codes_of(self, name: str) -> Collection[str]:
        """Give the codes whose newest version is of a pack with this name."""
        ...

    def procedures(self, on: date) -> Sequence[Procedure]:
        """Give every procedure in force on a day, the oldest pack's first, in its pack's order."""
        ...

    def procedure(self, code: str, on: date) -> tuple[Procedure, str] | None:
        """Give the procedure in force on a day, and its pack's ``name version``."""
        ...

    def procedure_of(self, code: str, pack: str) -> Procedure | None:
        """Give the procedure as the pack with this ``name version`` has it."""
        ...

    def parts(self, on: date) -> CatalogueParts:
        """Give the lists in force on a day, each of the newest pack that has it."""
        ...

    def local_codes(self, on: date) -> Mapping[str, date]:
        """Give the codes that a local correction answers for on a day, and until when."""
        ...

    def version(self) -> str:
        """Give a token that changes with every import, for caches."""
        ...
