"""A catalogue pack: procedures that were issued together, and what can be wrong with one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

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


class PackError(StationError):
    """A catalogue file cannot be put in force. What was in force before stays so."""

    def __init__(self, filename: str, problem: str) -> None:
        super().__init__(f"{filename}: {problem}")
        self.filename = filename
        self.problem = problem

    @property
    def details(self) -> dict[str, Any]:
        return {"file": self.filename, "problem": self.problem}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Gói danh mục: procedures under one name and version.

    Raises:
        DuplicateProcedureError: two procedures carry the same code.
    """

    name: str
    version: str
    issued_on: date | None
    """None where the source does not say."""
    status: PackStatus
    note: str | None = None
    procedures: tuple[Procedure, ...]

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for procedure in self.procedures:
            if procedure.code in seen:
                raise DuplicateProcedureError(self.name, f"{procedure.code} is there twice")
            seen.add(procedure.code)
