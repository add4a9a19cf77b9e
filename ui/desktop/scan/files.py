"""Pages out of files, as if somebody fed them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from station.errors import StationError
from station.ports.documents import CannotUseFileError
from station.ports.scanners import ScannerState, ScanRequest
from ui import scanning

LARGEST = 100_000_000
"""Bytes; what reads pictures takes no more."""
_MOST_NAME = 80


class FileRefusedError(Exception):
    """One of several files cannot be used; a run that goes on begins with the next one."""

    def __init__(self, name: str, cause: StationError, *, left: int) -> None:
        super().__init__(cause.code)
        self.name, self.cause, self.left = name, cause, left


class PagesOfFiles:
    """A ``PageSource`` over PDFs and pictures; each page of each is a page.

    Like a pile in a feeder it goes on where it stopped: behind the last page that was taken.
    """

    simulated = False
    photographs = False

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = list(paths)
        self._left = list(paths)
        self._taken = 0
        """Pages of the first file that is left."""
        self._stops = False
        self.name = ", ".join(path.name for path in self._paths)[:_MOST_NAME]

    def anew(self) -> "PagesOfFiles":
        """Give the same files, as if nothing had been taken of them."""
        return PagesOfFiles(self._paths)

    def state(self) -> ScannerState:
        return ScannerState.READY

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        """Give page by page.

        Raises:
            FileRefusedError: a file cannot be used, and why; the pages before are good.
        """
        self._stops = False
        studio = scanning.page_studio()
        try:
            while self._left and not self._stops:
                try:
                    for number, page in enumerate(studio.split(_read(self._left[0]))):
                        if number >= self._taken:
                            yield page  # whoever cannot keep it does not come back
                            self._taken += 1
                            if self._stops:
                                return
                except StationError as error:
                    name = self._next()
                    raise FileRefusedError(name, error, left=len(self._left)) from error
                self._next()
        finally:
            studio.close()

    def stop(self) -> None:
        """Give no further page; see ``PageSource``."""
        self._stops = True

    def _next(self) -> str:
        self._taken = 0
        return self._left.pop(0).name


def _read(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a pipe could block for ever
            raise CannotUseFileError("not a file")
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise CannotUseFileError(error.strerror or "unreadable") from error
