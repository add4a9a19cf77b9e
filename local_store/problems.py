"""What can be wrong with the files of a home, each with what the officer can do about it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from station.errors import StationError


class StoreBusyError(StationError):
    """Another program kept the store locked for too long. Nothing was saved."""

    code = "STO-001"
    retryable = True


class DiskFullError(StationError):
    """There is no room on the disk. Nothing of this act was saved."""

    code = "STO-002"
    retryable = True


class StoreReadOnlyError(StationError):
    """The home cannot be written: a read-only disk, or no permission. Nothing was saved."""

    code = "STO-003"


class StoreDamagedError(StationError):
    """The database file is damaged, or is not the one that this key belongs to.

    ``pages`` are the damaged ones, counted from 1, where that is known.
    """

    code = "STO-004"

    def __init__(self, reason: str, pages: tuple[int, ...] = ()) -> None:
        super().__init__(f"{reason}; damaged pages: {pages}" if pages else reason)
        self.pages = pages


class HomeMissingError(StationError):
    """There is no home in this folder."""

    code = "STO-005"

    def __init__(self, home: str) -> None:
        super().__init__(f"no home in {home}")
        self.home = home


class HomeExistsError(StationError):
    """The folder is a home already, or holds something else. It was left as it is."""

    code = "STO-006"

    def __init__(self, home: str) -> None:
        super().__init__(f"{home} is not empty")
        self.home = home


class StoreTooNewError(StationError):
    """The store was written by a newer version of the program. Nothing was changed."""

    code = "STO-007"

    def __init__(self, revision: str) -> None:
        super().__init__(f"the store has the unknown schema {revision!r}")
        self.schema = revision


class PageDamagedError(StationError):
    """A scanned file is missing, or is not what was filed."""

    code = "STO-008"

    def __init__(self, sha256: str, reason: str) -> None:
        super().__init__(f"file {sha256[:12]}: {reason}")
        self.sha256, self.reason = sha256, reason


class PageTooLargeError(StationError):
    """A file is larger than the store takes. It was not filed."""

    code = "STO-009"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} bytes, at most {limit}")
        self.bytes, self.limit = size, limit


class StoreBehindError(StationError):
    """The journal lacks entries that were saved before: an old copy, or a damaged tail.

    Receiving on it would give codes a second time, so nothing is written.
    """

    code = "STO-012"

    def __init__(self, newest: int, known: int) -> None:
        super().__init__(f"the journal ends at {newest}, but {known} was reached before")
        self.newest, self.known = newest, known


class DiskFaultError(StationError):
    """The disk did not read or write what it was asked to. Nothing was saved."""

    code = "STO-013"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def file_problem(error: OSError) -> StationError:
    """Give the officer's error for what the system said about a file."""
    if error.errno in _FULL:
        return DiskFullError(error.strerror)
    if error.errno in _READ_ONLY:
        return StoreReadOnlyError(error.strerror)
    return DiskFaultError(error.strerror or type(error).__name__)


@contextmanager
def file_problems() -> Iterator[None]:
    """Turn what the system says about files inside the block into the officer's errors."""
    try:
        yield
    except OSError as error:
        raise file_problem(error) from error
