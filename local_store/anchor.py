"""How far the journal had come, kept beside the database.

A flipped byte in the write-ahead log, or an old copy of the database put back, makes the newest
entries vanish without a trace in the database itself: their numbers would be given again. This
small file remembers the newest entry. It is written after each commit and never waits for the
disk: after a power cut it may know less than the journal, never more.
"""

import hmac
import logging
from dataclasses import dataclass
from pathlib import Path

from local_store.durable_files import write_whole
from station.errors import StationError

_log = logging.getLogger(__name__)
_PURPOSE = b"tram-mot-cua journal head 1"
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry that was seen: its sequence (0: none yet) and its hash."""

    sequence: int
    hash: str


class JournalAnchor:
    """The file that remembers the journal's head, authenticated by the store key."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = hmac.digest(key, _PURPOSE, "sha256")

    def read(self) -> Head | None:
        """Give the head; None when the file is missing, or not what was written."""
        try:
            with open(self._path, "rb", buffering=0) as stream:
                return self._head(stream.read(_LONGEST))
        except OSError:
            return None

    def create(self, head: Head) -> None:
        """Put the file in place, durably.

        Raises:
            DiskFullError, StoreReadOnlyError, DiskFaultError: see ``durable_files``.
        """
        write_whole(self._path, self._line(head))

    def advance(self, head: Head) -> None:
        """Remember a newer head. The entry is saved already, so a failure is only logged."""
        try:
            if not self._written_over(head):
                self.create(head)
        except (OSError, StationError) as error:
            _log.warning("the journal's head was not noted: %s", error)

    def _written_over(self, head: Head) -> bool:
        """Put a newer head in the place of the one that is there; False: there is none of ours."""
        try:
            with open(self._path, "r+b", buffering=0) as stream:
                known = self._head(stream.read(_LONGEST))
                if known is not None and known.sequence < head.sequence:  # else another was quicker
                    stream.seek(0)
                    stream.write(self._line(head))  # as long as before: one write, no growth
                return known is not None
        except FileNotFoundError:
            return False

    def _head(self, content: bytes) -> Head | None:
        told, _, seal = content.rstrip(b"\n").rpartition(b" ")
        if not hmac.compare_digest(seal, self._seal(told)):
            return None
        sequence, _, digest = told.decode().partition(" ")
        return Head(int(sequence), digest)

    def _line(self, head: Head) -> bytes:
        told = f"{head.sequence:012d} {head.hash}".encode()
        return told + b" " + self._seal(told) + b"\n"

    def _seal(self, told: bytes) -> bytes:
        return hmac.digest(self._key, told, "sha256").hex().encode()
