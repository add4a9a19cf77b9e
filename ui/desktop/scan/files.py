"""Pages out of files, as if somebody fed them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from station.ports.documents import CannotUseFileError
from station.ports.scanners import ScannerState, ScanRequest
from ui import scanning

LARGEST = 100_000_000
"""Bytes; what reads pictures takes no more."""
_MOST_NAME = 80


class PagesOfFiles:
    """A ``PageSource`` over PDFs and pictures; each page of each is a page."""

    simulated = False
    photographs = False

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = list(paths)
        self.name = ", ".join(path.name for path in self._paths)[:_MOST_NAME]

    def state(self) -> ScannerState:
        return ScannerState.READY

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        """Give page by page.

        Raises:
            StationError: a file cannot be used, and why; the pages before are good.
        """
        studio = scanning.page_studio()
        try:
            for path in self._paths:
                try:
                    with path.open("rb") as stream:
                        content = stream.read(LARGEST)
                except OSError as error:
                    raise CannotUseFileError(error.strerror or "unreadable") from error
                yield from studio.split(content)
        finally:
            studio.close()
