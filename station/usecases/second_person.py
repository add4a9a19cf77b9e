"""Acts that need two: another officer of rank confirms with their own password."""

from collections.abc import Callable
from dataclasses import dataclass

from station.domain.events import Event
from station.domain.processing import Approval
from station.errors import StationError
from station.ports.officers import Officer, Officers, Role
from station.text import clean
from station.usecases.permissions import Act, NotAllowedError, may

WithApproval = Callable[[Approval], Event]
"""Gives what will be written of an act, once somebody confirmed it."""
PasswordOpens = Callable[[str, str], bool]
"""Tells whether an officer's name and password belong together, without opening a session."""


class SecondPersonNeededError(StationError):
    """The act needs a second person, and nobody of rank confirmed it."""

    code = "AUT-007"

    def __init__(self, act: str) -> None:
        super().__init__(f"{act} needs a second person")
        self.act = act


class SelfApprovalError(StationError):
    """The officer who acts cannot be the second person as well."""

    code = "AUT-008"

    def __init__(self) -> None:
        super().__init__("nobody approves an act of their own")


class WrongApproverError(StationError):
    """The second person's name and password do not belong together."""

    code = "AUT-009"

    def __init__(self) -> None:
        super().__init__("wrong name or password of the second person")


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPerson:
    """Who confirms, as they typed it. The password is checked and forgotten."""

    name: str
    password: str

    @classmethod
    def typed(cls, name: str, password: str) -> "SecondPerson | None":
        """Give who was typed; None: nobody."""
        return cls(name=name, password=password) if name.strip() else None


def approve(
    by: SecondPerson, *, acting: Officer, officers: Officers, password_opens: PasswordOpens
) -> Approval:
    """Check the second person.

    Raises:
        SelfApprovalError, WrongApproverError: nothing was done.
        NotAllowedError: the role is not one that approves.
    """
    name = clean(by.name).lower()  # as a sign-in spells it
    if name == acting.officer_id:
        raise SelfApprovalError
    officer = officers.get(name)
    if officer is None or not password_opens(name, by.password):
        raise WrongApproverError
    if not may(officer, Act.APPROVE):
        raise NotAllowedError(officer, Act.APPROVE)
    return Approval(
        officer_id=officer.officer_id,
        officer_name=officer.display_name,
        role=officer.role.value,
    )


def alone(acting: Officer) -> Approval | None:
    """Give the approval of a commune's only officer, to be countersigned; None for others."""
    if acting.role is not Role.COMMUNE:
        return None
    return Approval(
        officer_id=acting.officer_id,
        officer_name=acting.display_name,
        role=acting.role.value,
        countersign_pending=True,
    )
