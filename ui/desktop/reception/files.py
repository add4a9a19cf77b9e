"""What the reception page needs of whoever looks into files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from station.domain.id_card import IdCard
from station.domain.signatures import FoundSignature
from station.errors import StationError


class SeveralPicturesError(StationError):
    """Several files were brought at once for one card: it cannot be known which is meant."""

    code = "IMG-009"

    def __init__(self, files: int) -> None:
        super().__init__(f"{files} files")
        self.files = files

    @property
    def details(self) -> dict[str, Any]:
        return {"files": self.files}


class NoFileHereError(StationError):
    """What was brought is no file of this computer, an address on the web, say; never opened."""

    code = "IMG-010"


class OpenedFile(Protocol):
    """A file that was opened and found good. ``thumbnail`` is a PNG of its first page."""

    @property
    def pages(self) -> int: ...

    @property
    def thumbnail(self) -> bytes | None: ...

    @property
    def signatures(self) -> Sequence[FoundSignature]: ...


class FileReading(Protocol):
    """Looks into files. Calls block, so they are made on the files' worker only."""

    def read_card(self, picture: Path | bytes) -> IdCard:
        """Read the ID card in a picture.

        Raises:
            StationError: the picture, or what is wrong with it.
        """
        ...

    def open_file(self, path: Path) -> OpenedFile:
        """Open one PDF or picture.

        Raises:
            StationError: it cannot be filed, and why.
        """
        ...

    def thumbnail_of(self, kept: str) -> bytes:
        """Draw the first page of a file that the store keeps, by how a reception finds it.

        Raises:
            StationError: it cannot be drawn, and why.
        """
        ...
