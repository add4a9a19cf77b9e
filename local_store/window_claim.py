"""One window at a time works in a home: two would write each other's drafts over.

The system frees the claim when the program dies. Commands need no claim.
"""

import platform
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout

from local_store.durable_files import write_whole
from local_store.problems import file_problems
from station.errors import StationError
from station.typed_reading import ready

LOCK, HOLDER = "window.lock", "window.json"
_LARGEST_NOTE = 4_000


class HomeInUseError(StationError):
    """Another window works in this home.

    Attributes:
        computer, officer, since: of that window, as far as it said so.
    """

    code = "STO-021"

    def __init__(self, computer: str | None, officer: str | None, since: str | None) -> None:
        super().__init__(f"open on {computer} by {officer} since {since}")
        self.computer, self.officer, self.since = computer, officer, since

    @property
    def details(self) -> dict[str, Any]:
        told = {"computer": self.computer, "officer": self.officer, "since": self.since}
        return {name: value for name, value in told.items() if value}


class _Note(msgspec.Struct):
    """Who holds a home, for whoever opens a second window."""

    computer: str
    officer: str | None
    since: datetime


class WindowClaim:
    """Holds a home for this program's window, from now on."""

    def __init__(self, home: Path, *, at: datetime) -> None:
        """
        Raises:
            HomeInUseError: another window holds it.
            StoreReadOnlyError, DiskFullError, DiskFaultError: see ``problems``.
        """
        self._holder = home / HOLDER
        self._note = _Note(computer=platform.node(), officer=None, since=at)
        with file_problems():
            self._lock = FileLock(home / LOCK)
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                raise _in_use(self._holder) from None
        try:
            self.held_by(None)
        except BaseException:
            self.release()
            raise

    def held_by(self, officer_id: str | None) -> None:
        """Note who works in the window, for whoever opens a second one.

        Raises:
            StoreReadOnlyError, DiskFullError, DiskFaultError: see ``problems``.
        """
        self._note.officer = officer_id
        write_whole(self._holder, msgspec.json.encode(self._note))

    def release(self) -> None:
        """Let another window have the home."""
        self._lock.release()


def _in_use(holder: Path) -> HomeInUseError:
    try:
        with holder.open("rb") as stream:
            note = msgspec.json.decode(stream.read(_LARGEST_NOTE), type=ready(_Note))
    except (OSError, msgspec.MsgspecError):  # it is being written, or is no note of ours
        return HomeInUseError(None, None, None)
    return HomeInUseError(note.computer, note.officer, note.since.strftime("%H:%M %d/%m/%Y"))
