"""What the sign-in page shows. Free of Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInState:
    """What is known before anybody signed in: the store is still closed."""

    now: datetime
    unit: str | None = None
    counter: int | None = None
    officer_name: str = ""
    """Who is offered; empty: nobody."""
    simulated_devices: bool = False
    sample_home: bool = False
    training: bool = False
    password: str = ""
    """Only of a training station, where it is no secret."""


class SignInField(StrEnum):
    NAME = "name"
    PASSWORD = "password"  # noqa: S105 - the name of a field


@dataclass(frozen=True, slots=True)
class SignInProblem:
    """Why nobody was let in; a few words inside the field, and more under the button if needed."""

    field: SignInField
    words: str
    tries_left: int | None = None
    sentence: str = ""
    """What happened, what is safe, what to do: for anything but a typing error."""


class SignInView(Protocol):
    """What a presenter may ask of the sign-in page."""

    def show_state(self, state: SignInState) -> None: ...

    def show_busy(self, busy: bool) -> None:
        """Deriving the key takes about half a second; the fields wait meanwhile."""
        ...

    def show_problem(self, problem: SignInProblem) -> None: ...

    def show_name(self, name: str) -> None:
        """Begin anew with this name; the password is what is missing."""
        ...

    def clear(self) -> None:
        """Forget who tried, the password and every problem."""
        ...
