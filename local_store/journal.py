"""The append-only journal, and the facts of one dossier in the order they became known here."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
import uuid6
from sqlalchemy import Connection, bindparam, func, insert, select

from local_store.approval_index import index_approval
from local_store.hot import Hot
from local_store.log_index import index_page
from local_store.models import DeliveryRow, JournalRow, NewsRow
from local_store.rating_index import index_rating
from local_store.till_index import index
from station.domain.dossier import Dossier
from station.domain.events import Event, kind_of, to_payload
from station.domain.facts import BrokenHistoryError
from station.domain.history import FIRST_FACTS, Step, apply, apply_news
from station.domain.journal import GENESIS, JournalEntry
from station.ports.province import ProvinceEvent
from station.typed_reading import ready

_ENTRY = select(JournalRow.body, JournalRow.hash)
_LAST = Hot(_ENTRY.order_by(JournalRow.sequence.desc()).limit(1))
_OF_DOSSIER = Hot(
    _ENTRY.where(JournalRow.dossier_id == bindparam("dossier_id")).order_by(JournalRow.sequence)
)
_OF_OFFICE = _ENTRY.where(JournalRow.dossier_id.is_(None)).order_by(JournalRow.sequence)
_NEWS_OF_DOSSIER = Hot(
    select(NewsRow.after_sequence, NewsRow.body)
    .where(NewsRow.dossier_id == bindparam("dossier_id"))
    .order_by(NewsRow.arrival)
)
_ADD_ENTRY = Hot(insert(JournalRow), "sequence", "event_id", "dossier_id", "body", "hash")
_ADD_DELIVERY = Hot(insert(DeliveryRow), "sequence", "dossier_id", "state", "attempts")


class KnownDossier(NamedTuple):
    """A folded dossier and where its own entries begin and end in the journal."""

    dossier: Dossier
    first_sequence: int
    latest_sequence: int


class StoreJournal:
    """The journal inside one write transaction."""

    def __init__(self, connection: Connection, station_id: str) -> None:
        self._connection = connection
        self._station_id = station_id
        self._last = last_entry(connection)
        self._begun_here: dict[UUID, list[JournalEntry]] = {}

    def last(self) -> JournalEntry | None:
        """Give the newest entry; None in a new store."""
        return self._last

    def append(
        self,
        event: Event,
        *,
        dossier_id: UUID | None,
        officer_id: str,
        at: datetime,
        clock_source: str,
    ) -> JournalEntry:
        """Add one event, and have it wait for the province."""
        unsealed = JournalEntry(
            event_id=uuid6.uuid7(),
            station_id=self._station_id,
            sequence=self._last.sequence + 1 if self._last else 1,
            dossier_id=dossier_id,
            kind=kind_of(event),
            version=event.version,
            occurred_at=at,
            clock_source=clock_source,
            officer_id=officer_id,
            payload=to_payload(event),
            previous_hash=self._last.hash if self._last else GENESIS,
        )
        body = unsealed.body()
        entry = replace(unsealed, hash=hashlib.sha256(body).hexdigest())
        _ADD_ENTRY.run(
            self._connection,
            {
                "sequence": entry.sequence,
                "event_id": entry.event_id,
                "dossier_id": dossier_id,
                "body": body.decode(),
                "hash": entry.hash,
            },
        )
        _ADD_DELIVERY.run(
            self._connection,
            {
                "sequence": entry.sequence,
                "dossier_id": dossier_id,
                "state": "waiting",
                "attempts": 0,
            },
        )
        index(self._connection, event, entry.sequence)
        index_rating(self._connection, event, entry)
        index_page(self._connection, event, entry)
        index_approval(self._connection, event, entry.sequence)
        self._last = entry
        if dossier_id is not None:
            if isinstance(event, FIRST_FACTS):
                self._begun_here[dossier_id] = []
            if dossier_id in self._begun_here:
                self._begun_here[dossier_id].append(entry)
        return entry

    def known(self, dossier_id: UUID) -> KnownDossier:
        """Fold one dossier; see ``known_dossier``. What began in this transaction is at hand."""
        entries = self._begun_here.get(dossier_id) or entries_of(self._connection, dossier_id)
        return _known(self._connection, dossier_id, entries)


def entry_of(body: str | bytes, digest: str) -> JournalEntry:
    """Read one entry back.

    Raises:
        msgspec.DecodeError: the text is not what an entry looks like.
    """
    entry = msgspec.json.decode(body, type=ready(JournalEntry))
    return replace(entry, hash=digest)


def last_entry(connection: Connection) -> JournalEntry | None:
    """Give the newest entry; None in a new store."""
    row = _LAST.first(connection)
    return entry_of(*row) if row else None


def entries_of(connection: Connection, dossier_id: UUID) -> list[JournalEntry]:
    """Give this station's own entries of one dossier."""
    rows = _OF_DOSSIER.run(connection, {"dossier_id": dossier_id})
    return [entry_of(body, digest) for body, digest in rows]


def entries_of_office(connection: Connection, kind: str) -> list[JournalEntry]:
    """Give this station's own entries of one kind that belong to no dossier."""
    likely = _OF_OFFICE.where(func.instr(JournalRow.body, f'"kind":"{kind}"') > 0)
    entries = (entry_of(row.body, row.hash) for row in connection.execute(likely))
    return [entry for entry in entries if entry.kind == kind]


def known_dossier(connection: Connection, dossier_id: UUID) -> KnownDossier:
    """Fold one dossier from its own entries and the province's news, as they became known.

    Raises:
        BrokenHistoryError: there are no entries, or they contradict one another.
        UnknownEventError: this version of the program cannot read one of them.
    """
    return _known(connection, dossier_id, entries_of(connection, dossier_id))


def _known(
    connection: Connection, dossier_id: UUID, entries: Sequence[JournalEntry]
) -> KnownDossier:
    dossier = _steps(connection, dossier_id, entries)[-1].dossier
    return KnownDossier(dossier, entries[0].sequence, entries[-1].sequence)


def steps_of(connection: Connection, dossier_id: UUID) -> list[Step]:
    """Give everything that is known of one dossier, in the order in which it became known.

    Raises:
        BrokenHistoryError, UnknownEventError: as ``known_dossier``.
    """
    return _steps(connection, dossier_id, entries_of(connection, dossier_id))


def _steps(connection: Connection, dossier_id: UUID, entries: Sequence[JournalEntry]) -> list[Step]:
    if not entries:
        raise BrokenHistoryError(dossier_id, "nothing")
    arrivals = _NEWS_OF_DOSSIER.run(connection, {"dossier_id": dossier_id})
    news = [
        (after, msgspec.json.decode(body, type=ready(ProvinceEvent)))
        for after, body in arrivals
        if after >= entries[0].sequence  # before that there was nothing to change
    ]
    steps = [Step(entries[0], apply(None, entries[0]))]
    for entry in entries[1:]:
        while news and news[0][0] < entry.sequence:
            steps.append(_after_news(steps, news.pop(0)[1]))
        steps.append(Step(entry, apply(steps[-1].dossier, entry)))
    for _, piece in news:
        steps.append(_after_news(steps, piece))
    return steps


def _after_news(steps: Sequence[Step], piece: ProvinceEvent) -> Step:
    return Step(piece, apply_news(steps[-1].dossier, piece))
