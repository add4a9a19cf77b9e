"""Finds the first journal entry that is not what was written, and every damaged database page.

Three things stand guard. The hash chain: an entry that was changed, removed or moved breaks it.
SQLCipher's own seal on each page: a flipped byte anywhere in the file is found, also where no
entry lies. The anchor: entries that vanished from the end leave the chain whole, but too short.
"""

import re
from hashlib import sha256
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from local_store.anchor import Head, JournalAnchor
from local_store.engine import Database, problem_of
from local_store.journal import entry_of
from local_store.problems import StoreDamagedError
from station.domain.journal import GENESIS
from station.ports.care import AuditReport

_PAGE = re.compile(r"page (\d+)")


def audit(database: Database, anchor: JournalAnchor) -> AuditReport:
    """Walk the whole journal and the whole file. Only reads; other programs may go on working."""
    head = anchor.read()  # first: the journal may grow meanwhile, but never lose
    walk = _Walk(head)
    connection = database.raw()
    try:
        walk.through(connection)
    finally:
        connection.close()
    pages = damaged_pages(database)
    return AuditReport(
        entries=walk.entries,
        first=walk.first,
        last=walk.last,
        ok=walk.first_bad is None and not pages,
        first_bad=walk.first_bad,
        damaged_pages=pages,
    )


def damaged_pages(database: Database) -> tuple[int, ...]:
    """Give the numbers, from 1, of the pages of the file whose seal is broken.

    Another program may write a page while it is looked at: broken is what is so twice.
    """
    suspects = _broken_seals(database)
    return tuple(sorted(suspects & _broken_seals(database))) if suspects else ()


def _broken_seals(database: Database) -> set[int]:
    connection = database.bare()
    try:
        complaints = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()
    return {int(number) for (text,) in complaints for number in _PAGE.findall(text)}


class _Walk:
    """One pass over the journal. It ends at the first entry that does not hold."""

    def __init__(self, head: Head | None) -> None:
        self._head = head
        self._newest = Head(0, GENESIS)
        self.first: str | None = None
        self.last: str | None = None
        self.first_bad: int | None = None

    @property
    def entries(self) -> int:
        return self._newest.sequence

    def through(self, connection: Any) -> None:  # noqa: ANN401 - sqlcipher3 publishes no types
        """Read entry by entry: SQLCipher answers nothing more after a damaged page."""
        connection.text_factory = bytes  # what was put there may be no text at all
        try:
            rows = connection.execute(
                "SELECT sequence, event_id, dossier_id, body, hash FROM journal ORDER BY sequence"
            )
            for row in rows:
                if not self._holds(*row):
                    self.first_bad = self.entries + 1
                    return
        except dbapi2.DatabaseError as error:
            if not isinstance(problem_of(error), StoreDamagedError):
                raise problem_of(error) or error from error
            self.first_bad = self.entries + 1
            return
        if self._head is not None and self._head.sequence > self.entries:
            self.first_bad = self.entries + 1  # it was there once

    def _holds(
        self, sequence: object, event_id: object, dossier_id: object, body: object, digest: object
    ) -> bool:
        if not isinstance(body, bytes) or sha256(body).hexdigest().encode() != digest:
            return False
        try:
            entry = entry_of(body, digest.decode())
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return False
        here = Head(self.entries + 1, entry.hash)
        dossier = entry.dossier_id.hex.encode() if entry.dossier_id else None
        if (
            entry.previous_hash != self._newest.hash
            or (entry.sequence, entry.event_id.hex.encode(), dossier)
            != (here.sequence, event_id, dossier_id)
            or sequence != here.sequence
        ):
            return False
        if self._head is not None and self._head.sequence == here.sequence and self._head != here:
            return False  # another history than the one that was seen
        self._newest = here
        self.last = entry.occurred_at.isoformat()
        self.first = self.first or self.last
        return True
