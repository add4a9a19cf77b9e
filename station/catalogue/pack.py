"""A catalogue pack: procedures that were issued together, and what can be wrong with one."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from station.catalogue.parts import CatalogueParts
from station.domain.procedure import Procedure
from station.errors import StationError

LARGEST_PACK_BYTES = 20_000_000
"""Unpacked. The whole national list with details is smaller."""
MOST_PROCEDURES = 20_000


class PackStatus(StrEnum):
    """How far the content of a pack may be relied on."""

    OFFICIAL = "official"
    SAMPLE = "sample"
    """Plausible values for training and tests."""
    REFERENCE = "reference"
    """A list of names for finding and counting, not for receiving."""
    LOCAL = "local"
    """Sửa tại chỗ: what an office put right itself until the province sends it. It expires."""


class PackError(StationError):
    """A catalogue file cannot be put in force. What was in force before stays so."""

    def __init__(self, filename: str, problem: str) -> None:
        super().__init__(f"{filename}: {problem}")
        self.file, self.problem = filename, problem


class UnreadablePackError(PackError):
    """The file is missing, empty, damaged, or not UTF-8 text."""

    code = "CAT-001"


class PackTooLargeError(PackError):
    """The file is larger, or holds more, than any catalogue."""

    code = "CAT-002"


class PackContentError(PackError):
    """A field is unknown, missing, or impossible; ``problem`` names its place."""

    code = "CAT-003"


class UnknownPackFormatError(PackError):
    """The file is readable, but not a catalogue in a format or version known here."""

    code = "CAT-004"


class DuplicateProcedureError(PackError):
    """Two procedures of one pack carry the same code."""

    code = "CAT-005"


class UnknownPackFieldError(PackContentError):
    """A field that the format does not have; ``problem`` names it and its place."""

    code = "CAT-007"


class NegativeAmountError(PackContentError):
    """A fee below zero; ``problem`` names its place."""

    code = "CAT-008"


class PackDatesError(PackContentError):
    """Dates that run backwards or overlap: two rules would hold on the same day."""

    code = "CAT-009"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Gói danh mục: procedures under one name and version.

    Raises:
        DuplicateProcedureError: two procedures carry the same code.
        PackDatesError: it ends before it begins, or a local correction never ends.
        PackContentError: it takes away what it has, or a whole pack takes something away.
    """

    name: str
    version: str
    issued_on: date | None
    """None where the source does not say."""
    status: PackStatus
    note: str | None = None
    effective_from: date | None = None
    """The first day on which it holds; None: from its import."""
    effective_to: date | None = None
    """The last day; None: until a later version holds."""
    base: str | None = None
    """The version that a delta stands on; None: the pack is whole."""
    procedures: tuple[Procedure, ...]
    withdrawn: tuple[str, ...] = ()
    """Codes that a delta takes away."""
    parts: CatalogueParts = field(default_factory=CatalogueParts)
    """Lists beside the procedures; each replaces the earlier one as a whole."""

    def __post_init__(self) -> None:
        self._require_lawful_dates()
        codes = {procedure.code for procedure in self.procedures}
        if self.withdrawn and self.base is None:
            raise PackContentError(self.name, "only a delta withdraws; a whole pack leaves out")
        if both := codes.intersection(self.withdrawn):
            raise PackContentError(self.name, f"{min(both)} is both there and withdrawn")
        seen: set[str] = set()
        for procedure in self.procedures:
            if procedure.code in seen:
                raise DuplicateProcedureError(self.name, f"{procedure.code} is there twice")
            seen.add(procedure.code)

    @property
    def label(self) -> str:
        """Name and version: what a dossier keeps of the pack it was received under."""
        return f"{self.name} {self.version}"

    def _require_lawful_dates(self) -> None:
        begins, ends = self.effective_from, self.effective_to
        if begins is not None and ends is not None and ends < begins:
            raise PackDatesError(self.name, f"ends on {ends}, before it begins on {begins}")
        if self.status is PackStatus.LOCAL and ends is None:
            raise PackDatesError(self.name, "a local correction needs `effective_to`")
