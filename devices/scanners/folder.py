"""A folder into which a copier scans: what lies there is the paper."""

import re
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from devices.picture_bounds import MAX_BYTES
from station.errors import StationError
from station.patience import once_let_go
from station.ports.scanners import ScannerState, ScanRequest, scanner_error

_TAKEN = "taken"
"""The folder inside it to which files go once they are scanned; nothing is deleted."""
_SETTLED_S = 2.0
"""A file that was written to more recently may still grow."""
_MANY_PAGES = {".tif", ".tiff"}
_KINDS = {".jpg", ".jpeg", ".png", *_MANY_PAGES}


class WatchedFolder:
    """Takes the pages of the pictures in a folder, in the order of their names."""

    simulated = False

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder
        self._begun: tuple[tuple[Path, int], int] | None = None
        """The file in which the last run stopped, its age, and how many pages were taken of it."""
        self._stops = False

    def state(self) -> ScannerState:
        try:
            return ScannerState.READY if self._settled() else ScannerState.NO_PAGES
        except PermissionError:
            return ScannerState.NO_PERMISSION
        except OSError:
            return ScannerState.OFFLINE

    def stop(self) -> None:
        """Give no further page in the run that goes on: the last one was kept."""
        self._stops = True

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        given, self._stops = 0, False
        try:
            files = self._settled()
            if not files:
                raise scanner_error(ScannerState.NO_PAGES, self.name)
            for file in files:
                with file.open("rb") as stream:
                    content = stream.read(MAX_BYTES + 1)
                if not content or len(content) > MAX_BYTES:
                    raise scanner_error(ScannerState.FAULT, self.name, pages=given)
                this = file, file.stat().st_mtime_ns  # the next one may have the same name
                begun = self._begun[1] if self._begun and self._begun[0] == this else 0
                broken: StationError | None = None
                try:
                    for number, page in enumerate(_pages(file, content)):
                        if number >= begun:
                            yield page
                            given += 1
                            self._begun = this, number + 1
                        if self._stops and file.suffix.lower() in _MANY_PAGES:
                            return
                except StationError as error:
                    broken = error
                taken = self._folder / _TAKEN
                taken.mkdir(exist_ok=True)
                place = _free(taken / file.name)
                once_let_go(partial(file.replace, place))
                self._begun = None  # its pages were given: not before it is out of the way
                if self._stops:
                    return
                if broken is not None:  # told once; the next run goes on behind this file
                    state = ScannerState.FAULT
                    raise scanner_error(state, self.name, pages=given, cause=broken.code)
        except PermissionError as error:
            state = ScannerState.NO_PERMISSION
            raise scanner_error(state, self.name, pages=given, cause=str(error.errno)) from error
        except OSError as error:
            state = ScannerState.OFFLINE
            raise scanner_error(state, self.name, pages=given, cause=str(error.errno)) from error

    def _settled(self) -> list[Path]:
        now = time.time()
        found = (
            file
            for file in self._folder.iterdir()
            if file.suffix.lower() in _KINDS
            and file.is_file()
            and file.stat().st_size  # else only its name has come
            and now - file.stat().st_mtime > _SETTLED_S
        )
        return sorted(found, key=_by_number)


def _by_number(file: Path) -> list[str | int]:
    """Have "Scan (2)" come before "Scan (10)"."""
    parts = re.split(r"([0-9]+)", file.name.lower())
    return [int(part) if part.isdecimal() else part for part in parts]


def _pages(file: Path, content: bytes) -> Iterator[bytes]:
    """Give the pages of a file; one that cannot be opened is a page, and is named as such later."""
    if file.suffix.lower() not in _MANY_PAGES:
        yield content
        return
    from devices.page_pipeline.split_file import split_file

    came = False
    try:
        for page in split_file(content):
            yield page
            came = True
    except StationError:
        if came:
            raise
        yield content


def _free(wanted: Path) -> Path:
    path, number = wanted, 1
    while path.exists():
        path = wanted.with_stem(f"{wanted.stem}-{number}")
        number += 1
    return path
