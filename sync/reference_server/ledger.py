"""The province's record: takes stations' events, and shows what it made of them."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, func, insert, select

from sync.contract.messages import DossierFact, DossierFile, DossierView, Outcome, Verdict
from sync.reference_server.database import Database, Now
from sync.reference_server.lawful import Fact, standing
from sync.reference_server.problems import RefusedError
from sync.reference_server.rules import Entry, Known, Station, check, is_known, note, read_entry
from sync.reference_server.tables import agencies, dossier_files, dossiers, events, files, news
from sync.reference_server.twins import tell_of_twins


def apply_batch(
    batch: Sequence[dict[str, Any]], *, station: Station, database: Database, now: Now
) -> list[Verdict]:
    """Judge a station's events one by one and apply what may be applied, durably.

    Raises:
        RefusedError: an event has no ``event_id``, so no verdict can be given; nothing is applied.
    """
    event_ids = [_event_id(plain, place) for place, plain in enumerate(batch)]
    read = [_read(plain) for plain in batch]
    entries = [entry for entry in read if isinstance(entry, Entry)]
    verdicts: list[Verdict] = []
    applied: list[Entry] = []
    held_back: set[UUID | None] = set()
    with database.writing() as connection:
        lock_agency(connection, station.agency_code)
        known = _known(connection, entries, station)
        for event_id, plain, entry in zip(event_ids, batch, read, strict=True):
            problem = None
            try:
                outcome = _judge(entry, station, known, held_back)
            except RefusedError as refused:
                outcome, problem = Outcome.REFUSED, refused.problem()
                held_back.add(_uuid(plain.get("dossier_id")))
            if outcome is Outcome.APPLIED and isinstance(entry, Entry):
                applied.append(entry)
            verdicts.append(Verdict(event_id=event_id, outcome=outcome, problem=problem))
        at = now()
        _insert(connection, applied, station=station, at=at)
        tell_of_twins(connection, applied, station=station, at=at)
    return verdicts


def dossier_view(code: str, *, agency_code: str, database: Database) -> DossierView:
    """Give the province's view of one dossier.

    Raises:
        RefusedError: ``not-found``: this agency has no such dossier.
    """
    with database.reading() as connection:
        row = connection.execute(
            select(dossiers).where(
                dossiers.c.dossier_code == code, dossiers.c.agency_code == agency_code
            )
        ).one_or_none()
        if row is None:
            raise RefusedError("not-found")
        known = facts(connection, row.dossier_id)
        announced = connection.execute(
            select(dossier_files, files.c.stored_at)
            .outerjoin(files, files.c.sha256 == dossier_files.c.sha256)
            .where(dossier_files.c.dossier_id == row.dossier_id)
            .order_by(dossier_files.c.sha256)
        ).all()
    return DossierView(
        dossier_code=row.dossier_code,
        dossier_id=row.dossier_id,
        agency_code=row.agency_code,
        procedure_code=row.procedure_code,
        status=standing(fact for _, fact in known).status,
        files=[
            DossierFile(
                sha256=file.sha256,
                size=file.size,
                media_type=file.media_type,
                present=file.stored_at is not None,
            )
            for file in announced
        ],
        history=[shown for shown, _ in known],
    )


def lock_agency(connection: Connection, agency_code: str) -> None:
    """Let one act on an agency's dossiers follow the other, so that codes and chains cannot race.

    Everything that writes dossiers, events or news takes this lock first: so nobody waits in a
    circle.
    """
    connection.execute(
        select(agencies.c.agency_code)
        .where(agencies.c.agency_code == agency_code)
        .with_for_update()
    ).one()


def _event_id(plain: dict[str, Any], place: int) -> UUID:
    found = _uuid(plain.get("event_id"))
    if found is None:
        raise RefusedError("malformed-request", field=f"/events/{place}/event_id")
    return found


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _read(plain: dict[str, Any]) -> Entry | RefusedError:
    try:
        return read_entry(plain)
    except RefusedError as refused:
        return refused


def _judge(
    entry: Entry | RefusedError, station: Station, known: Known, held_back: set[UUID | None]
) -> Outcome:
    if isinstance(entry, RefusedError):
        raise entry
    if is_known(entry, known):
        return Outcome.ALREADY_APPLIED
    if entry.message.dossier_id is not None and entry.message.dossier_id in held_back:
        raise RefusedError("held-back")
    check(entry, station, known)
    note(entry, station, known)
    return Outcome.APPLIED


def _known(connection: Connection, entries: Sequence[Entry], station: Station) -> Known:
    messages = [entry.message for entry in entries]
    dossier_ids = {message.dossier_id for message in messages if message.dossier_id}
    codes = {entry.reception.dossier_code for entry in entries if entry.reception}
    near = {m.sequence + step for m in messages for step in (-1, 0, 1)}
    event, dossier = events.c, dossiers.c
    by_id = connection.execute(
        select(event.event_id, event.hash).where(
            event.event_id.in_({message.event_id for message in messages})
        )
    )
    chain = connection.execute(
        select(event.sequence, event.hash, event.previous_hash).where(
            event.station_id == station.station_id, event.sequence.in_(near)
        )
    )
    owners = connection.execute(
        select(dossier.dossier_id, dossier.agency_code).where(dossier.dossier_id.in_(dossier_ids))
    )
    latest = connection.execute(
        select(event.dossier_id, func.max(event.sequence))
        .where(event.dossier_id.in_(dossier_ids), event.station_id == station.station_id)
        .group_by(event.dossier_id)
    )
    taken = connection.execute(select(dossier.dossier_code).where(dossier.dossier_code.in_(codes)))
    return Known(
        hashes={row.event_id: row.hash for row in by_id},
        chain={sequence: (hash_, previous) for sequence, hash_, previous in chain},
        agencies={row.dossier_id: row.agency_code for row in owners},
        latest={dossier_id: sequence for dossier_id, sequence in latest if dossier_id},
        codes=set(taken.scalars()),
    )


def _insert(
    connection: Connection, applied: Sequence[Entry], *, station: Station, at: datetime
) -> None:
    receptions = [(e.message.dossier_id, e.reception) for e in applied if e.reception is not None]
    announced = {
        (entry.message.dossier_id, file.sha256): file
        for entry in applied
        if entry.message.dossier_id is not None
        for document in entry.documents
        for file in document.files
    }
    for known in _announced(connection, [dossier_id for dossier_id, _ in announced]):
        announced.pop(known, None)
    rows: list[tuple[Table, list[dict[str, Any]]]] = [
        (
            dossiers,
            [
                {
                    "dossier_id": dossier_id,
                    "dossier_code": reception.dossier_code,
                    "agency_code": station.agency_code,
                    "procedure_code": reception.procedure_code,
                    "handling_agency": reception.handling_agency,
                }
                for dossier_id, reception in receptions
            ],
        ),
        (
            dossier_files,
            [
                {
                    "dossier_id": dossier_id,
                    "sha256": sha256,
                    "size": file.size,
                    "media_type": file.media_type,
                }
                for (dossier_id, sha256), file in announced.items()
            ],
        ),
        (events, [_event_row(entry, at) for entry in applied]),
    ]
    for table, values in rows:
        if values:
            connection.execute(insert(table), values)


def _announced(
    connection: Connection, dossier_ids: Sequence[UUID | None]
) -> list[tuple[UUID, str]]:
    """Give the files that these dossiers named before: what was brought names every row again."""
    rows = dossier_files.c
    wanted = select(rows.dossier_id, rows.sha256).where(rows.dossier_id.in_(set(dossier_ids)))
    return [(dossier_id, sha256) for dossier_id, sha256 in connection.execute(wanted)]


def _event_row(entry: Entry, at: datetime) -> dict[str, Any]:
    message = entry.message
    return {
        "event_id": message.event_id,
        "station_id": message.station_id,
        "sequence": message.sequence,
        "dossier_id": message.dossier_id,
        "kind": message.kind,
        "occurred_at": message.occurred_at.isoformat(),
        "officer_id": message.officer_id,
        "hash": message.hash,
        "previous_hash": message.previous_hash,
        "recorded_at": at.isoformat(),
        "body": entry.body,
    }


def facts(connection: Connection, dossier_id: UUID) -> list[tuple[DossierFact, Fact]]:
    """Give what stations sent and the agency did about one dossier, in the order of arrival."""
    sent = connection.execute(
        select(events).where(events.c.dossier_id == dossier_id).order_by(events.c.sequence)
    )
    made = connection.execute(
        select(news).where(news.c.dossier_id == dossier_id).order_by(news.c.position)
    )
    known = [_shown(row, row.station_id, row.officer_id, row.recorded_at) for row in sent]
    known += [_shown(row, "province", "province", row.occurred_at) for row in made]
    return sorted(known, key=lambda each: each[0].recorded_at)


def _shown(
    row: Row[Any], station_id: str, officer_id: str, recorded_at: str
) -> tuple[DossierFact, Fact]:
    shown = DossierFact(
        event_id=row.event_id,
        kind=row.kind,
        station_id=station_id,
        officer_id=officer_id,
        occurred_at=datetime.fromisoformat(row.occurred_at),
        recorded_at=datetime.fromisoformat(recorded_at),
    )
    plain = json.loads(row.body)
    return shown, (plain["kind"], plain["payload"])
