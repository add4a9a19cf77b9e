"""Why a citizen's file cannot be taken, and how large one may be."""

from pathlib import Path
from typing import Any

from station.errors import StationError
from station.ports.documents import CannotUseFileError

LARGEST_FILE = 20_000_000
"""Bytes; the comparable counter program allows 20 MB for one paper."""
MOST_PAGES = 2_000


class EmptyFileError(StationError):
    """A file has no bytes."""

    code = "FIL-002"


class TooLargeFileError(StationError):
    """A file is larger, or has more pages, than one paper may."""

    code = "FIL-003"

    @property
    def details(self) -> dict[str, Any]:
        return {"limit_bytes": LARGEST_FILE, "limit_pages": MOST_PAGES}


class UnknownFileKindError(StationError):
    """The content is neither a PDF nor a picture that the counter takes, whatever its name."""

    code = "FIL-004"


class DamagedPdfError(StationError):
    """The file says that it is a PDF, but no page of it can be opened."""

    code = "FIL-005"


class LockedPdfError(StationError):
    """The PDF is protected by a password."""

    code = "FIL-006"


def check_size(content: bytes) -> None:
    """Refuse what is empty or too large.

    Raises:
        EmptyFileError, TooLargeFileError: it is.
    """
    if not content:
        raise EmptyFileError
    if len(content) > LARGEST_FILE:
        raise TooLargeFileError


def bounded(path: Path) -> bytes:
    """Read a file, at most one byte more than is allowed.

    Raises:
        CannotUseFileError: it is not there, no file, or may not be read.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device could block for ever
            raise CannotUseFileError("not a file")
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise CannotUseFileError(error.strerror or "unreadable") from None
