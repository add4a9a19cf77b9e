"""What still has to reach the province, and what came from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, func, insert, select, update
from sqlalchemy.orm import aliased

from local_store import projection
from local_store.engine import Database
from local_store.journal import entry_of, known_dossier
from local_store.models import (
    DeliveryRow,
    DossierFileRow,
    DossierProjectionRow,
    FileRow,
    JournalRow,
    NewsRow,
    SyncStateRow,
)
from local_store.numbers import replace_ranges
from local_store.vault import FileVault
from station.codec import from_plain, to_plain
from station.domain.journal import JournalEntry
from station.domain.line_pause import LinePause
from station.domain.procedure import StartRule
from station.ports.outbox import (
    Delivery,
    DossierDelivery,
    EventCounts,
    FileCounts,
    RefusedEvent,
    SyncStatus,
    WaitingFile,
)
from station.ports.province import Enrolment, Outcome, Problem, ProvinceEvent, Verdict

_NO_REASON = Problem(
    type="about:blank", title="Máy chủ không nêu lý do.", title_en="The server gave no reason."
)
_HELD = aliased(DeliveryRow)
_AGENCY_RECEIPT = f'"start_rule":"{StartRule.AGENCY_RECEIPT}"'
"""As it stands in the canonical text of an entry; typed text cannot hold such quotes."""


class StoreOutbox:
    """The ``Outbox`` of the store."""

    def __init__(self, database: Database, vault: FileVault) -> None:
        self._database = database
        self._vault = vault

    def waiting_events(self, limit: int, *, after: int = 0) -> Sequence[JournalEntry]:
        """Give unsent entries after a sequence; what a refused entry holds back is left out."""
        held_back = exists().where(
            _HELD.dossier_id == DeliveryRow.dossier_id, _HELD.state == "refused"
        )
        waiting = (
            select(JournalRow.body, JournalRow.hash)
            .join(DeliveryRow, DeliveryRow.sequence == JournalRow.sequence)
            .where(DeliveryRow.state == "waiting", DeliveryRow.sequence > after, ~held_back)
            .order_by(DeliveryRow.sequence)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [entry_of(row.body, row.hash) for row in connection.execute(waiting)]

    def clocks_not_begun(self) -> Sequence[UUID]:
        """Give the dossiers whose reception waits and whose time runs from an agency's receipt."""
        waiting = (
            select(JournalRow.dossier_id)
            .join(DeliveryRow, DeliveryRow.sequence == JournalRow.sequence)
            .where(
                DeliveryRow.state == "waiting",
                JournalRow.body.contains(_AGENCY_RECEIPT, autoescape=True),
            )
            .order_by(JournalRow.sequence)
        )
        with self._database.reading() as connection:
            found = connection.scalars(waiting).all()
        return list(dict.fromkeys(one for one in found if one is not None))

    def record_verdicts(self, verdicts: Sequence[Verdict], *, at: datetime) -> None:
        """Note what the province did with each entry; what was sent stays sent."""
        with self._database.writing() as connection:
            for verdict in verdicts:
                refused = verdict.outcome is Outcome.REFUSED
                problem = to_plain(verdict.problem or _NO_REASON) if refused else None
                connection.execute(
                    update(DeliveryRow)
                    .where(
                        DeliveryRow.sequence == _sequence(verdict.event_id),
                        DeliveryRow.state != "sent",
                    )
                    .values(
                        state="refused" if refused else "sent",
                        attempts=DeliveryRow.attempts + 1,
                        problem=problem,
                        changed_at=at,
                    )
                )

    def send_again(self, event_id: UUID) -> None:
        """Make a refused entry wait again; an entry that is not refused stays as it is."""
        with self._database.writing() as connection:
            connection.execute(
                update(DeliveryRow)
                .where(DeliveryRow.sequence == _sequence(event_id), DeliveryRow.state == "refused")
                .values(state="waiting", problem=None)
            )

    def refused(self) -> Sequence[RefusedEvent]:
        """Give the refused entries in the order of their sequence."""
        refused = (
            select(
                JournalRow.body,
                JournalRow.hash,
                DeliveryRow.problem,
                DeliveryRow.changed_at,
                DossierProjectionRow.code,
            )
            .join(DeliveryRow, DeliveryRow.sequence == JournalRow.sequence)
            .outerjoin(
                DossierProjectionRow, DossierProjectionRow.dossier_id == DeliveryRow.dossier_id
            )
            .where(DeliveryRow.state == "refused")
            .order_by(DeliveryRow.sequence)
        )
        with self._database.reading() as connection:
            return [_refused_event(row) for row in connection.execute(refused).mappings()]

    def delivery_of(self, dossier_id: UUID) -> DossierDelivery:
        """Give how far the province knows of a dossier; of one that is not here: nothing."""
        events = (
            select(JournalRow.event_id, DeliveryRow.state, DeliveryRow.changed_at)
            .join(DeliveryRow, DeliveryRow.sequence == JournalRow.sequence)
            .where(DeliveryRow.dossier_id == dossier_id)
            .order_by(JournalRow.sequence)
        )
        files = (
            select(FileRow.state, func.count())
            .join(DossierFileRow, DossierFileRow.sha256 == FileRow.sha256)
            .where(DossierFileRow.dossier_id == dossier_id)
            .group_by(FileRow.state)
        )
        with self._database.reading() as connection:
            rows = connection.execute(events).all()
            counts = {row[0]: row[1] for row in connection.execute(files)}
        return DossierDelivery(
            events={row.event_id: Delivery(row.state) for row in rows},
            sent_at=max((row.changed_at for row in rows if row.state == "sent"), default=None),
            files=FileCounts(waiting=counts.get("waiting", 0), sent=counts.get("sent", 0)),
        )

    def waiting_files(self, limit: int) -> Sequence[WaitingFile]:
        """Give unsent files: fewest failures first, then the smallest, then by hash."""
        waiting = (
            select(FileRow.sha256, FileRow.size, FileRow.media_type)
            .where(FileRow.state == "waiting")
            .order_by(FileRow.failures, FileRow.size, FileRow.sha256)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [WaitingFile(**row) for row in connection.execute(waiting).mappings()]

    def read_file(self, sha256: str) -> bytes:
        """Give a file's content.

        Raises:
            PageDamagedError: it is missing or was changed.
        """
        return self._vault.get(sha256)

    def file_sent(self, sha256: str, *, at: datetime) -> None:
        """Note that the province has the file."""
        self._change_file(sha256, state="sent", last_error=None, changed_at=at)

    def file_failed(self, sha256: str, *, error: str, at: datetime) -> None:
        """Note the code of the error that stopped this file; it goes behind the others."""
        self._change_file(
            sha256, failures=FileRow.failures + 1, last_error=error[:40], changed_at=at
        )

    def news_cursor(self) -> str | None:
        """Give the place up to which the province's news was taken; None before the first."""
        with self._database.reading() as connection:
            return connection.scalar(select(SyncStateRow.news_cursor))

    def take_news(self, news: Sequence[ProvinceEvent], *, cursor: str) -> int:
        """Keep news, fold it into the dossiers and move the cursor, in one transaction."""
        with self._database.writing() as connection:
            after = connection.scalar(select(func.max(JournalRow.sequence))) or 0
            new = [piece for piece in news if _kept(connection, piece, after)]
            for dossier_id in dict.fromkeys(piece.dossier_id for piece in new):
                if _is_here(connection, dossier_id):
                    projection.project(connection, known_dossier(connection, dossier_id))
            _set_state(connection, news_cursor=cursor)
        return len(new)

    def note_contact(
        self, *, at: datetime, clock_offset_s: float, boot_at: datetime | None = None
    ) -> None:
        """Note that the province answered, and when the computer was started by the same clock."""
        contact = {"last_contact_at": at, "clock_offset_s": clock_offset_s}
        with self._database.writing() as connection:
            _set_state(connection, **contact, contact_boot_at=boot_at)

    def status(self) -> SyncStatus:
        """Count what waits and what is done."""
        with self._database.reading() as connection:
            # Every entry has a delivery, and the journal has no gap: what is sent, for years, need
            # not be counted.
            entries = connection.scalar(select(func.max(JournalRow.sequence))) or 0
            waiting = _count(connection, DeliveryRow.state == "waiting")
            refused = _count(connection, DeliveryRow.state == "refused")
            unsent_files = _count(connection, FileRow.state == "waiting")
            sent_files = _count(connection, FileRow.state == "sent")
            row = connection.execute(
                select(
                    SyncStateRow.last_contact_at,
                    SyncStateRow.clock_offset_s,
                    SyncStateRow.contact_boot_at,
                )
            ).first()
        return SyncStatus(
            events=EventCounts(waiting=waiting, sent=entries - waiting - refused, refused=refused),
            files=FileCounts(waiting=unsent_files, sent=sent_files),
            last_contact_at=row.last_contact_at if row else None,
            clock_offset_s=row.clock_offset_s if row else None,
            contact_boot_at=row.contact_boot_at if row else None,
        )

    def pause(self) -> LinePause | None:
        """Give the pause that was asked for last, also when its time is over."""
        with self._database.reading() as connection:
            kept = connection.scalar(select(SyncStateRow.pause))
        return None if kept is None else from_plain(kept, LinePause)

    def keep_pause(self, pause: LinePause | None) -> None:
        """Note from when to when nothing is sent; None: somebody ended it."""
        with self._database.writing() as connection:
            _set_state(connection, pause=None if pause is None else to_plain(pause))

    def enrolment(self) -> Enrolment | None:
        """Give what the province gave this station; None before it is enrolled."""
        with self._database.reading() as connection:
            kept = connection.scalar(select(SyncStateRow.enrolment))
        return None if kept is None else from_plain(kept, Enrolment)

    def save_enrolment(self, enrolment: Enrolment) -> None:
        """Keep the enrolment, and make its number ranges the station's, in one transaction.

        Raises:
            OverlappingRangesError: two of its ranges share a number; nothing was kept.
        """
        with self._database.writing() as connection:
            replace_ranges(connection, enrolment.agency_code, enrolment.number_ranges)
            _set_state(connection, enrolment=to_plain(enrolment))

    def _change_file(self, sha256: str, **values: Any) -> None:  # noqa: ANN401 - columns
        with self._database.writing() as connection:
            connection.execute(
                update(FileRow)
                .where(FileRow.sha256 == sha256, FileRow.state == "waiting")
                .values(**values)
            )


def _sequence(event_id: UUID) -> Any:  # noqa: ANN401 - an SQL expression
    return select(JournalRow.sequence).where(JournalRow.event_id == event_id).scalar_subquery()


def _kept(connection: Connection, piece: ProvinceEvent, after: int) -> bool:
    known = connection.scalar(
        select(NewsRow.arrival).where(NewsRow.event_id == piece.event_id)
    ) or connection.scalar(select(JournalRow.sequence).where(JournalRow.event_id == piece.event_id))
    if known is not None:
        return False
    connection.execute(
        insert(NewsRow),
        {
            "event_id": piece.event_id,
            "dossier_id": piece.dossier_id,
            "after_sequence": after,
            "body": msgspec.json.encode(piece).decode(),
        },
    )
    return True


def _is_here(connection: Connection, dossier_id: UUID) -> bool:
    own = select(JournalRow.sequence).where(JournalRow.dossier_id == dossier_id).limit(1)
    return connection.scalar(own) is not None


def _set_state(connection: Connection, **values: Any) -> None:  # noqa: ANN401 - columns
    if connection.execute(update(SyncStateRow).values(**values)).rowcount == 0:
        connection.execute(insert(SyncStateRow), {"only": 1, **values})


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).where(condition)) or 0


def _refused_event(row: Any) -> RefusedEvent:  # noqa: ANN401 - a row of several tables
    entry = entry_of(row["body"], row["hash"])
    return RefusedEvent(
        event_id=entry.event_id,
        sequence=entry.sequence,
        dossier_id=entry.dossier_id,
        dossier_code=row["code"],
        kind=entry.kind,
        problem=from_plain(row["problem"], Problem),
        refused_at=row["changed_at"],
    )
