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


class AccountKeys(Protocol):
    """By which officers open the store: a key for each, behind a password."""

    def opens(self, officer_id: str) -> bool:
        """Tell whether there is a key for this officer."""
        ...

    def give(self, officer_id: str, password: str) -> None:
        """Let an officer open the store with this password, and with no earlier one.

        Raises:
            StationError: the name or the password is no good; nothing was changed.
        """
        ...

    def change(self, officer_id: str, old: str, new: str) -> None:
        """Let an officer who knows the old password open the store with a new one instead.

        Raises:
            StationError: the old one is wrong or the new one no good; the old one stays.
        """
        ...

    def take(self, officer_id: str) -> None:
        """Let an officer open the store no more; nothing happens where there is no key."""
        ...


class Officers(Protocol):
    """The accounts of this station."""

    def get(self, officer_id: str) -> Officer | None: ...

    def all(self) -> tuple[Officer, ...]: ...
