"""Files that citizens bring or a scanner made, before they are filed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from station.errors import StationError


class CannotUseFileError(StationError):
    """A file or folder is missing, or the system does not let us read or write it."""

    code = "FIL-001"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file that was opened and is what it says it is. ``content`` is at most 20 MB."""

    content: bytes
    media_type: str
    pages: int


class DocumentReader(Protocol):
    """Opens files from outside, bounded, and counts their pages."""

    def read(self, path: Path) -> IncomingFile:
        """Read one PDF or picture.

        Raises:
            StationError: it is missing, empty, too large, or not what its name says.
        """
        ...

    def open(self, content: bytes) -> IncomingFile:
        """Open what is in memory already.

        Raises:
            StationError: as ``read``.
        """
        ...
