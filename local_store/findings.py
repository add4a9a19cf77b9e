"""What a check of the whole store can find. Each finding is an error with its own words."""

from collections.abc import Sequence
from typing import Any

from station.errors import StationError


class FindingError(StationError):
    """Something in the store does not agree with the journal, or with what was written."""

    def __init__(self, subjects: Sequence[str | int]) -> None:
        super().__init__(f"{len(subjects)}: {', '.join(map(str, subjects[:5]))}")
        self.subjects = tuple(subjects)

    @property
    def details(self) -> dict[str, Any]:
        return {"count": len(self.subjects), "first": [str(one) for one in self.subjects[:5]]}


class BrokenJournalError(FindingError):
    """The journal was changed, or cannot be read, from this entry on. Subject: its sequence."""

    code = "STO-014"


class DamagedDatabaseError(FindingError):
    """Pages of the database file were changed or cannot be read. Subjects: their numbers."""

    code = "STO-015"


class StaleProjectionError(FindingError):
    """Lists show something else than the journal says. Subjects: dossier codes."""

    code = "STO-016"


class StaleSearchIndexError(FindingError):
    """Searches find something else than the lists show. Subject: the index."""

    code = "STO-020"


class UnusedNumbersError(FindingError):
    """Numbers of received dossiers are not noted as used. Subjects: dossier codes."""

    code = "STO-017"


class DamagedFilesError(FindingError):
    """Scanned files of dossiers are missing or were changed. Subjects: their SHA-256."""

    code = "STO-018"


class LostJournalHeadError(FindingError):
    """The note of how far the journal had come is missing or was changed."""

    code = "STO-019"
