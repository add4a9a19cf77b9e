"""What the reception page needs of whoever looks into files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from station.domain.id_card import IdCard
from station.domain.signatures import FoundSignature
from station.errors import StationError


class SeveralPicturesError(StationError):
    """Several files were brought at once for one card: it cannot be known which is meant."""

    code = "IMG-009"

    def __init__(self, files: int) -> None:
        super().__init__(f"{files} files")
        self.files = files


class NoFileHereError(StationError):
    """What was brought is no file of this computer, an address on the web, say; never opened."""

    code = "IMG-010"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that was found good and lies in the vault: the citizen may take the stick back."""

    file_id: str
    kept: str
    """How a reception finds it."""
    pages: int
    thumbnail: bytes | None
    """A PNG of its first page."""
    signatures: tuple[FoundSignature, ...] = ()
    trust: str = ""
    """Whom the office trusted when they were judged; see ``Judged``."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the signatures of a file are worth by those whom the office trusts now."""

    trust: str
    """Names the issuers; another name when there are others."""
    signatures: tuple[FoundSignature, ...]


class FileReading(Protocol):
    """Looks into files. Calls block, so they are made on the files' worker only."""

    def read_card(self, picture: Path | bytes) -> IdCard:
        """Read the ID card in a picture.

        Raises:
            StationError: the picture, or what is wrong with it.
        """
        ...

    def keep_file(self, path: Path, draft_id: UUID) -> KeptFile:
        """Open one PDF or picture, and keep it with its draft.

        Raises:
            StationError: it cannot be filed or kept, and why.
        """
        ...

    def judge_again(self, kept: str, trust: str) -> Judged | None:
        """Judge the signatures of a kept file anew; None: those that ``trust`` names are trusted.

        Raises:
            StationError: it cannot be judged, and why.
        """
        ...

    def thumbnail_of(self, kept: str) -> bytes:
        """Draw the first page of a file that the store keeps, by how a reception finds it.

        Raises:
            StationError: it cannot be drawn, and why.
        """
        ...
