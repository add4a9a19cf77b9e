"""Sources of pages, and what can keep one from scanning."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from station.domain.disk_room import DiskRoom
from station.errors import StationError

_LEAST_DPI = 200
"""Of a digitised copy."""


class ScannerState(StrEnum):
    """What a scanner says of itself."""

    READY = "ready"
    NO_PAGES = "no_pages"
    """It is there, but its feeder is empty; it may have a flatbed."""
    BUSY = "busy"
    OFFLINE = "offline"
    JAM = "jam"
    COVER_OPEN = "cover_open"
    DOUBLE_FEED = "double_feed"
    FAULT = "fault"
    NO_PERMISSION = "no_permission"


class ScannerError(StationError):
    """A run ended early. Never raised itself; its subclasses say why. What has come is kept."""

    unavailable = True
    retryable = True

    def __init__(self, scanner: str, *, pages: int = 0, cause: str = "") -> None:
        """Name the scanner and how many whole pages came before. ``cause`` is for the log."""
        super().__init__(f"{scanner}: {cause}" if cause else scanner)
        self.scanner = scanner
        self.pages = pages

    @property
    def details(self) -> dict[str, Any]:
        return {"scanner": self.scanner, "pages": self.pages, "next_page": self.pages + 1}


class ScannerOfflineError(ScannerError):
    """It cannot be reached: switched off, unplugged, or another address."""

    code = "SCN-010"


class PaperJamError(ScannerError):
    """Paper is stuck."""

    code = "SCN-011"


class ScannerCoverOpenError(ScannerError):
    """A cover is open."""

    code = "SCN-012"


class DoubleFeedError(ScannerError):
    """The feeder took two sheets at once, or none."""

    code = "SCN-013"


class NoPagesError(ScannerError):
    """There is no paper in the feeder."""

    code = "SCN-014"


class ScannerBusyError(ScannerError):
    """Another program or person uses it."""

    code = "SCN-015"


class ScannerFaultError(ScannerError):
    """It ended with an error of its own, or delivered what is no picture."""

    code = "SCN-016"


class ScannerHangsError(ScannerError):
    """It did not answer in time, and was given up."""

    code = "SCN-017"


class ScannerPermissionError(ScannerError):
    """This account of the operating system may not use it."""

    code = "SCN-018"


_ERRORS: dict[ScannerState, type[ScannerError]] = {
    ScannerState.NO_PAGES: NoPagesError,
    ScannerState.BUSY: ScannerBusyError,
    ScannerState.OFFLINE: ScannerOfflineError,
    ScannerState.JAM: PaperJamError,
    ScannerState.COVER_OPEN: ScannerCoverOpenError,
    ScannerState.DOUBLE_FEED: DoubleFeedError,
    ScannerState.NO_PERMISSION: ScannerPermissionError,
}


def scanner_error(
    state: ScannerState, scanner: str, *, pages: int = 0, cause: str = ""
) -> ScannerError:
    """Give the error of a state that keeps a scanner from scanning."""
    return _ERRORS.get(state, ScannerFaultError)(scanner, pages=pages, cause=cause)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRequest:
    """How paper is to be scanned. A scanner that has no duplex scans the fronts."""

    dpi: int = 300
    colour: bool = True
    duplex: bool = False
    single: bool = False
    """One page, whatever lies in the feeder; a hint: a scanner may feed on."""


def dpi_for(room: DiskRoom) -> int:
    """Give the pitch to scan at: where the disk is nearly full, no more than the law asks for."""
    return _LEAST_DPI if room.is_scarce else ScanRequest().dpi


class Scanner(Protocol):
    """Turns the paper in a feeder, or the sheet on the glass, into pictures."""

    name: str
    simulated: bool

    def state(self) -> ScannerState:
        """Ask it how it is."""
        ...

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        """Give each page as a picture file (JPEG, PNG or TIFF) as soon as it is whole.

        Raises:
            ScannerError: the run ended early; every page that was given is good. The next run
                goes on with the paper that is still there.
        """
        ...
