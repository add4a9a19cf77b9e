"""What the page of users shows. Free of Qt."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account."""

    officer_id: str
    display_name: str
    role: str
    role_words: str
    is_open: bool
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSheet:
    """The whole page."""

    lines: tuple[AccountLine, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Values and words, to choose from."""
    may_manage: bool = False
    busy: bool = False


class AccountsView(Protocol):
    """What the presenter asks of the page."""

    def show_sheet(self, sheet: AccountSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say what stands in the way; empty takes it away."""
        ...

    def show_done(self, sentence: str, officer_id: str) -> None:
        """Say what was done, with this account as the current row and no password in the field."""
        ...
