"""Delivery states of the journal and the files, and the province's news; see the Outbox port."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.orm import aliased

from local_store.engine import Database
from local_store.journal import entry_of, last_entry
from local_store.models import (
    DeliveryRow,
    DossierProjectionRow,
    FileRow,
    JournalRow,
    NewsRow,
    SyncStateRow,
)
from local_store.number_source import add_ranges
from local_store.unit_of_work import save_projection
from local_store.vault import FileVault
from station.codec import from_plain, to_plain
from station.domain.journal import JournalEntry
from station.ports.outbox import EventCounts, FileCounts, RefusedEvent, SyncStatus, WaitingFile
from station.ports.province import Enrolment, Outcome, Problem, ProvinceEvent, Verdict

_ONLY = {"only": 1}


class StoreOutbox:
    """The outbox of one store. Every changing call is one durable transaction."""

    def __init__(self, database: Database, vault: FileVault) -> None:
        self._database = database
        self._vault = vault

    def waiting_events(self, limit: int, *, after: int = 0) -> Sequence[JournalEntry]:
        """Give unsent entries in order, without the dossiers that a refusal holds back."""
        refused = aliased(DeliveryRow)
        held_back = exists().where(
            refused.dossier_id == DeliveryRow.dossier_id, refused.state == "refused"
        )
        query = (
            select(JournalRow.body, JournalRow.hash)
            .join(DeliveryRow, DeliveryRow.sequence == JournalRow.sequence)
            .where(DeliveryRow.state == "waiting", DeliveryRow.sequence > after, ~held_back)
            .order_by(JournalRow.sequence)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [entry_of(row.body, row.hash) for row in connection.execute(query)]

    def record_verdicts(self, verdicts: Sequence[Verdict], *, at: datetime) -> None:
        """Note what the province did; sent is final."""
        with self._database.writing() as connection:
            for verdict in verdicts:
                refused = verdict.outcome is Outcome.REFUSED
                of_this = select(JournalRow.sequence).where(JournalRow.event_id == verdict.event_id)
                connection.execute(
                    update(DeliveryRow)
                    .where(
                        DeliveryRow.sequence == of_this.scalar_subquery(),
                        DeliveryRow.state != "sent",
                    )
                    .values(
                        state="refused" if refused else "sent",
                        attempts=DeliveryRow.attempts + 1,
                        problem=to_plain(verdict.problem) if refused else None,
                        changed_at=at,
                    )
                )

    def send_again(self, event_id: UUID) -> None:
        """Make a refused entry wait again."""
        of_this = select(JournalRow.sequence).where(JournalRow.event_id == event_id)
        with self._database.writing() as connection:
            connection.execute(
                update(DeliveryRow)
                .where(
                    DeliveryRow.sequence == of_this.scalar_subquery(),
                    DeliveryRow.state == "refused",
                )
                .values(state="waiting", problem=None)
            )

    def refused(self) -> Sequence[RefusedEvent]:
        """Give the refused entries in order."""
        query = (
            select(
                JournalRow.body,
                JournalRow.hash,
                DossierProjectionRow.code,
                DeliveryRow.problem,
                DeliveryRow.changed_at,
            )
            .join(DeliveryRow, DeliveryRow.sequence == JournalRow.sequence)
            .outerjoin(
                DossierProjectionRow, DossierProjectionRow.dossier_id == JournalRow.dossier_id
            )
            .where(DeliveryRow.state == "refused")
            .order_by(JournalRow.sequence)
        )
        with self._database.reading() as connection:
            return [_refused(row) for row in connection.execute(query)]

    def waiting_files(self, limit: int) -> Sequence[WaitingFile]:
        """Give unsent files: fewest failures first, then the smallest."""
        query = (
            select(FileRow.sha256, FileRow.size, FileRow.media_type)
            .where(FileRow.state == "waiting")
            .order_by(FileRow.failures, FileRow.size, FileRow.sha256)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [WaitingFile(**row._asdict()) for row in connection.execute(query)]

    def read_file(self, sha256: str) -> bytes:
        """Give a file's content from the vault."""
        return self._vault.get(sha256)

    def file_sent(self, sha256: str, *, at: datetime) -> None:
        """Note that the province has the file."""
        self._change_file(sha256, state="sent", last_error=None, changed_at=at)

    def file_failed(self, sha256: str, *, error: str, at: datetime) -> None:
        """Note what stopped this file; it goes behind the others."""
        self._change_file(sha256, failures=FileRow.failures + 1, last_error=error, changed_at=at)

    def _change_file(self, sha256: str, **values: Any) -> None:  # noqa: ANN401 - columns
        with self._database.writing() as connection:
            connection.execute(
                update(FileRow)
                .where(FileRow.sha256 == sha256, FileRow.state != "sent")
                .values(**values)
            )

    def news_cursor(self) -> str | None:
        """Give the place up to which news was taken."""
        with self._database.reading() as connection:
            return connection.scalar(select(SyncStateRow.news_cursor))

    def take_news(self, news: Sequence[ProvinceEvent], *, cursor: str) -> int:
        """Keep news, fold it, move the cursor; gives how many events were new."""
        with self._database.writing() as connection:
            new = sum(_kept(connection, piece) for piece in news)
            _set_state(connection, news_cursor=cursor)
        return new

    def note_contact(self, *, at: datetime, clock_offset_s: float) -> None:
        """Note that the province answered."""
        with self._database.writing() as connection:
            _set_state(connection, last_contact_at=at, clock_offset_s=clock_offset_s)

    def status(self) -> SyncStatus:
        """Count what waits and what is done."""
        with self._database.reading() as connection:
            events = _counts(connection, DeliveryRow)
            files = _counts(connection, FileRow)
            state = connection.execute(
                select(SyncStateRow.last_contact_at, SyncStateRow.clock_offset_s)
            ).first()
        return SyncStatus(
            events=EventCounts(
                waiting=events.get("waiting", 0),
                sent=events.get("sent", 0),
                refused=events.get("refused", 0),
            ),
            files=FileCounts(waiting=files.get("waiting", 0), sent=files.get("sent", 0)),
            last_contact_at=state.last_contact_at if state else None,
            clock_offset_s=state.clock_offset_s if state else None,
        )

    def enrolment(self) -> Enrolment | None:
        """Give what the province gave this station."""
        with self._database.reading() as connection:
            kept = connection.scalar(select(SyncStateRow.enrolment))
        return None if kept is None else from_plain(kept, Enrolment)

    def save_enrolment(self, enrolment: Enrolment) -> None:
        """Keep the enrolment, and make its number ranges the station's."""
        with self._database.writing() as connection:
            add_ranges(connection, enrolment.agency_code, enrolment.number_ranges)
            _set_state(connection, enrolment=to_plain(enrolment))


def _kept(connection: Connection, piece: ProvinceEvent) -> bool:
    known = connection.scalar(select(NewsRow.arrival).where(NewsRow.event_id == piece.event_id))
    if known is not None:
        return False
    last = last_entry(connection)
    connection.execute(
        insert(NewsRow).values(
            event_id=piece.event_id,
            dossier_id=piece.dossier_id,
            after_sequence=last.sequence if last else 0,
            body=to_plain(piece),
        )
    )
    here = connection.scalar(
        select(DossierProjectionRow.code).where(DossierProjectionRow.dossier_id == piece.dossier_id)
    )
    if here is not None:
        save_projection(connection, piece.dossier_id)
    return True


def _set_state(connection: Connection, **values: Any) -> None:  # noqa: ANN401 - columns
    connection.execute(
        insert_or(SyncStateRow)
        .values(**_ONLY, **values)
        .on_conflict_do_update(index_elements=["only"], set_=values)
    )


def _counts(connection: Connection, table: type[DeliveryRow] | type[FileRow]) -> dict[str, int]:
    rows = connection.execute(
        select(table.state, func.count().label("number")).group_by(table.state)
    )
    return {row.state: row.number for row in rows}


def _refused(row: Any) -> RefusedEvent:  # noqa: ANN401 - a row
    entry = entry_of(row.body, row.hash)
    return RefusedEvent(
        event_id=entry.event_id,
        sequence=entry.sequence,
        dossier_id=entry.dossier_id,
        dossier_code=row.code,
        kind=entry.kind,
        problem=from_plain(row.problem, Problem),
        refused_at=row.changed_at,
    )
