"""Who may open the store, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """Vai trò. ``COMMUNE`` is the one person who does everything in a commune."""

    COUNTER = "counter"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Cán bộ một cửa as the store knows them."""

    officer_id: str
    display_name: str
    role: Role


class Officers(Protocol):
    """The accounts of this station."""

    def get(self, officer_id: str) -> Officer | None: ...

    def all(self) -> tuple[Officer, ...]: ...
