"""What an officer's sign-in name and password must be like."""

import re
import unicodedata
from typing import Any

from station.errors import StationError
from station.text import clean

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
_FEWEST_DIFFERENT_SIGNS = 5
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class WrongPasswordError(StationError):
    """The name or the password is wrong; it is not said which."""

    code = "AUT-001"


class WeakPasswordError(StationError):
    """The password is too short, too even, or contains the sign-in name."""

    code = "AUT-004"

    @property
    def details(self) -> dict[str, Any]:
        return {"shortest": SHORTEST_PASSWORD}


class BadOfficerNameError(StationError):
    """A sign-in name has 2 to 40 signs: letters without diacritics, digits, dot, hyphen."""

    code = "AUT-005"


class OfficerExistsError(StationError):
    """There is an officer with this sign-in name already."""

    code = "AUT-006"

    def __init__(self, officer_id: str) -> None:
        super().__init__(f"officer {officer_id} exists")
        self.officer_id = officer_id


def normal_name(name: str) -> str:
    """Give the one spelling of a sign-in name."""
    return clean(name[:200]).lower()


def sign_in_name(name: str) -> str:
    """Check the sign-in name of a new officer and give its one spelling.

    Raises:
        BadOfficerNameError: it cannot be one.
    """
    normal = normal_name(name)
    if _NAME.fullmatch(normal) is None:
        raise BadOfficerNameError
    return normal


def normal_password(password: str) -> str:
    """Give the one spelling of a password: keyboards differ in how they put Vietnamese together."""
    return unicodedata.normalize("NFC", password[:LONGEST_PASSWORD])


def acceptable_password(password: str, name: str) -> str:
    """Check a new password.

    Raises:
        WeakPasswordError: it is too easy to guess.
    """
    if (
        not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
        or len(set(password)) < _FEWEST_DIFFERENT_SIGNS
        or normal_name(name) in password.lower()
    ):
        raise WeakPasswordError
    return password
