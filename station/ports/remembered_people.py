"""People who agreed to have what they said offered again (khai một lần), until a day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedPerson:
    """What one person agreed to, and when. ``said`` holds fields of a reception's applicant."""

    number: str
    """The number of the identity paper: who it is."""
    ref: str
    """How the journal calls this person, which does not name anybody."""
    said: dict[str, Any]
    consented_at: datetime
    officer_id: str
    """Who took the consent down."""
    expires_on: date


class RememberedPeople(Protocol):
    """What the store remembers of people, within one transaction."""

    def remember(self, person: RememberedPerson) -> None:
        """Keep it, in place of what was remembered under the number."""
        ...

    def recall(self, number: str, on: date) -> RememberedPerson | None:
        """Give what was agreed to, if its day is not past."""
        ...

    def forget(self, number: str) -> bool:
        """Delete it; False when there is none."""
        ...

    def forget_expired(self, on: date) -> int:
        """Delete what is past its day; give how many."""
        ...
