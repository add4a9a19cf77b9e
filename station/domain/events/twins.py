"""Facts about two dossiers that two counters received of the same person; see ``domain.twins``."""

from dataclasses import dataclass
from typing import ClassVar

from station.domain.twins import Twin


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateFlagged:
    """Another counter received the same person under the same procedure; news of the province."""

    version: ClassVar[int] = 1

    twin: Twin


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicatesKept:
    """A supervisor said why both go on. At the other counter it arrives as news."""

    version: ClassVar[int] = 1

    dossier_code: str
    """The other one."""
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateEnded:
    """The other dossier was withdrawn or refused; news of the province."""

    version: ClassVar[int] = 1

    dossier_code: str
    status: str
