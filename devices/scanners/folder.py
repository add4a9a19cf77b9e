"""A folder into which a copier scans: what lies there is the paper."""

import time
from collections.abc import Iterator
from pathlib import Path

from devices.picture_bounds import MAX_BYTES
from station.ports.scanners import ScannerState, ScanRequest, scanner_error

_TAKEN = "taken"
"""The folder inside it to which files go once they are scanned; nothing is deleted."""
_SETTLED_S = 2.0
"""A file that was written to more recently may still grow."""
_KINDS = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}


class WatchedFolder:
    """Takes the pictures in a folder, in the order of their names."""

    simulated = False

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder

    def state(self) -> ScannerState:
        try:
            return ScannerState.READY if self._settled() else ScannerState.NO_PAGES
        except PermissionError:
            return ScannerState.NO_PERMISSION
        except OSError:
            return ScannerState.OFFLINE

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        given = 0
        try:
            files = self._settled()
            if not files:
                raise scanner_error(ScannerState.NO_PAGES, self.name)
            for file in files:
                with file.open("rb") as stream:
                    content = stream.read(MAX_BYTES + 1)
                if not content or len(content) > MAX_BYTES:
                    raise scanner_error(ScannerState.FAULT, self.name, pages=given)
                yield content
                given += 1
                taken = self._folder / _TAKEN
                taken.mkdir(exist_ok=True)
                file.replace(_free(taken / file.name))
        except PermissionError as error:
            state = ScannerState.NO_PERMISSION
            raise scanner_error(state, self.name, pages=given, cause=str(error.errno)) from error
        except OSError as error:
            state = ScannerState.OFFLINE
            raise scanner_error(state, self.name, pages=given, cause=str(error.errno)) from error

    def _settled(self) -> list[Path]:
        now = time.time()
        return sorted(
            file
            for file in self._folder.iterdir()
            if file.suffix.lower() in _KINDS
            and file.is_file()
            and now - file.stat().st_mtime > _SETTLED_S
        )


def _free(wanted: Path) -> Path:
    path, number = wanted, 1
    while path.exists():
        path = wanted.with_stem(f"{wanted.stem}-{number}")
        number += 1
    return path
