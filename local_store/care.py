"""Checks and repairs of the whole store."""

import time
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, delete, func, select

from local_store import approvals, log_pages, ratings, till
from local_store.anchor import JournalAnchor
from local_store.audit import audit
from local_store.draft_files import mentioned
from local_store.engine import Database
from local_store.findings import (
    BrokenJournalError,
    DamagedDatabaseError,
    DamagedFilesError,
    LostJournalHeadError,
    StaleProjectionError,
    StaleSearchIndexError,
    UnusedNumbersError,
)
from local_store.journal import KnownDossier, known_dossier
from local_store.models import (
    DossierProjectionRow,
    FileRow,
    JournalRow,
    NumberUsedRow,
)
from local_store.numbers import note_used
from local_store.problems import StoreDamagedError
from local_store.projection import project, projected
from local_store.search import compare_index, renew_index
from local_store.vault import FileVault
from station.domain.events import UnknownEventError
from station.domain.facts import BrokenHistoryError
from station.domain.ids import DossierCode
from station.errors import StationError
from station.ports.care import AuditReport, StoreReport

ORPHANS_STAY_S = 24 * 3600.0
"""A file that nothing mentions may belong to an act under way; after a day it does not."""
_INDEXES = (till.INDEX, ratings.INDEX, log_pages.INDEX, approvals.INDEX)


class StoreKeeper:
    """The ``StoreCare`` of the store."""

    def __init__(self, database: Database, vault: FileVault, anchor: JournalAnchor) -> None:
        self._database = database
        self._vault = vault
        self._anchor = anchor

    def audit(self) -> AuditReport:
        """Walk the hash chain from the first entry to the last, and every database page."""
        return audit(self._database, self._anchor)

    def check(self) -> StoreReport:
        """Compare journal, projection, numbers and page files with one another."""
        report = self.audit()
        problems: list[StationError] = []
        if report.first_bad is not None:
            problems.append(BrokenJournalError([report.first_bad]))
        if report.damaged_pages:
            problems.append(DamagedDatabaseError(report.damaged_pages))
        if self._anchor.read() is None:
            problems.append(LostJournalHeadError([]))
        if not report.ok:  # nothing can be compared with a journal that does not hold
            return StoreReport(
                ok=False, dossiers=0, entries=report.entries, files=0, problems=tuple(problems)
            )
        with self._database.reading() as connection:
            known = _count(connection, DossierProjectionRow)
            files = _count(connection, FileRow)
            problems += _compared(connection)
            wanted = mentioned(connection)
        if not self._search_finds_what_lists_show():
            problems.append(StaleSearchIndexError(["dossier_search"]))
        damaged = [sha256 for sha256 in sorted(wanted) if not self._vault.holds(sha256)]
        if damaged:
            problems.append(DamagedFilesError(damaged))
        return StoreReport(
            ok=not problems,
            dossiers=known,
            entries=report.entries,
            files=files,
            problems=tuple(problems),
            orphan_files=len(set(self._vault.names()) - wanted),
        )

    def rebuild(self) -> int:
        """Make the projection, the search index and the used numbers anew from the facts.

        Files that nothing has mentioned for a day are removed.

        Returns:
            The number of dossiers.
        """
        with self._database.writing() as connection:
            renew_index(connection)  # an index that differs refuses the deletions
            connection.execute(delete(DossierProjectionRow))
            for index in _INDEXES:
                index.renew(connection)
            dossier_ids = list(_dossiers(connection))
            for dossier_id in dossier_ids:
                dossier = project(connection, known_dossier(connection, dossier_id))
                code = DossierCode.parse(dossier.code)
                note_used(connection, code.agency, code.on, code.number)
            wanted = mentioned(connection)
        self._vault.collect(wanted, not_after=time.time() - ORPHANS_STAY_S)
        return len(dossier_ids)

    def _search_finds_what_lists_show(self) -> bool:
        try:
            with self._database.writing() as connection:
                compare_index(connection)
        except StoreDamagedError:
            return False
        return True


def _compared(connection: Connection) -> Iterator[StationError]:
    """Compare each dossier's facts with its row and its number, and look for rows without facts."""
    stale, unused = [], []
    rows = DossierProjectionRow.__table__
    for dossier_id in _dossiers(connection):
        try:
            known = known_dossier(connection, dossier_id)
        except (BrokenHistoryError, UnknownEventError) as error:
            yield error
            continue
        row = connection.execute(select(rows).where(rows.c.dossier_id == dossier_id)).mappings()
        if dict(row.first() or {}) != projected(known):
            stale.append(known.dossier.code)
        if not _number_is_used(connection, known):
            unused.append(known.dossier.code)
    stale += [index.name for index in _INDEXES if not index.is_as_the_journal(connection)]
    stale += connection.scalars(
        select(rows.c.code).where(rows.c.received_sequence.not_in(select(JournalRow.sequence)))
    )
    if stale:
        yield StaleProjectionError(stale)
    if unused:
        yield UnusedNumbersError(unused)


def _number_is_used(connection: Connection, known: KnownDossier) -> bool:
    code = DossierCode.parse(known.dossier.code)
    used = select(NumberUsedRow.number).filter_by(
        agency_code=code.agency, day=code.on, number=code.number
    )
    return connection.scalar(used) is not None


def _dossiers(connection: Connection) -> Iterator[UUID]:
    """Give every dossier of the journal in the order of reception."""
    order = func.min(JournalRow.sequence)
    in_order = select(JournalRow.dossier_id).group_by(JournalRow.dossier_id).order_by(order)
    for dossier_id in connection.scalars(in_order):
        if dossier_id is not None:  # an act of the station itself
            yield dossier_id


def _count(connection: Connection, table: type[DossierProjectionRow] | type[FileRow]) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
