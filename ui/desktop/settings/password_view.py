"""What a presenter may ask of the panel for one's own password. Free of Qt."""

from enum import Enum, auto
from typing import Protocol


class PasswordField(Enum):
    """One of the panel's fields."""

    OLD = auto()
    NEW = auto()
    AGAIN = auto()


class PasswordView(Protocol):
    """The panel."""

    @property
    def is_open(self) -> bool:
        """Tell whether the officer still sees it."""
        ...

    def show_busy(self, busy: bool) -> None: ...

    def show_problem(self, which: PasswordField, words: str) -> None:
        """Say inside the field what is wrong with it."""
        ...

    def show_done(self) -> None:
        """Go away: it is done, and nothing that was typed stays."""
        ...
