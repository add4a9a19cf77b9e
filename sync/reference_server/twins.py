"""Two stations of an agency received the same person under the same procedure: both hear of it.

Both dossiers stay. What a supervisor decides at one counter, or the end of one of the two, is told
to the other counter.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, insert, select, update

from sync.contract.messages import NewsEvent
from sync.reference_server.rules import RECEPTIONS, Entry, Station
from sync.reference_server.tables import alike, dossiers, events
from sync.reference_server.telling import PROVINCE, tell

WITHIN = timedelta(days=30)
FLAGGED, KEPT, ENDED = "DuplicateFlagged", "DuplicatesKept", "DuplicateEnded"
_ENDS = {"DossierWithdrawn": "withdrawn", "DossierRefused": "refused"}
_COPIES = ("originals", "certified_copies", "copies", "presented")


def tell_of_twins(
    connection: Connection, applied: Sequence[Entry], *, station: Station, at: datetime
) -> None:
    """Tell both counters what just came to light, was decided, or ended. In the ledger's
    transaction, under the agency's lock."""
    for entry in applied:
        message = entry.message
        if message.dossier_id is None:
            continue
        if entry.reception is not None:
            _flag(connection, entry, message.dossier_id, station, at)
        elif message.kind == KEPT:
            _pass_on(connection, entry, message.dossier_id, station)
        elif message.kind in _ENDS:
            _end(connection, message.dossier_id, _ENDS[message.kind], station, at)


def person_key(payload: Mapping[str, Any]) -> str | None:
    """Give what two receptions of one person share; None where too little is known of them.

    It is the owner's number, else name and date of birth, as the stations themselves compare.
    """
    party = _fields(payload.get("owner") or payload.get("submitter"))
    person = _fields(party.get("person"))
    number = party.get("tax_code") or _fields(person.get("id_document")).get("number")
    name, born = person.get("full_name"), person.get("date_of_birth")
    if isinstance(number, str) and number.strip():
        known = "number:" + "".join(sign for sign in number.upper() if sign.isalnum())
    elif isinstance(name, str) and isinstance(born, str):
        known = f"name:{' '.join(name.casefold().split())}:{born}"
    else:
        return None
    return hashlib.sha256(known.encode()).hexdigest()


def _flag(
    connection: Connection, entry: Entry, dossier_id: UUID, station: Station, at: datetime
) -> None:
    payload, key = entry.message.payload, person_key(entry.message.payload)
    if entry.reception is None or key is None:
        return
    row = {
        "dossier_id": dossier_id,
        "agency_code": station.agency_code,
        "station_id": station.station_id,
        "person_key": key,
        "procedure_code": entry.reception.procedure_code,
        "received_on": entry.message.occurred_at.date().isoformat(),
        "ended": None,
    }
    connection.execute(insert(alike).values(row))
    this = _described(payload, entry.message.occurred_at)
    named = payload.get("duplicate_of")
    for twin in _twins(connection, dossier_id):
        other = _reception_of(connection, twin.dossier_id)
        if other is None or twin.ended:
            continue
        if isinstance(named, list) and other["dossier_code"] in named:
            continue  # the officer knew of it, and said why there is another
        for of, about in ((dossier_id, other), (twin.dossier_id, this)):
            _tell(connection, station, of, FLAGGED, {"twin": about}, at=at)


def _pass_on(connection: Connection, entry: Entry, dossier_id: UUID, station: Station) -> None:
    """Tell the other counter what was decided here."""
    payload, message = entry.message.payload, entry.message
    code = connection.scalar(
        select(dossiers.c.dossier_code).where(dossiers.c.dossier_id == dossier_id)
    )
    for twin in _twins(connection, dossier_id):
        if twin.dossier_code == payload.get("dossier_code"):
            _tell(
                connection,
                station,
                twin.dossier_id,
                KEPT,
                payload | {"dossier_code": code},
                at=message.occurred_at,
                officer_id=message.officer_id,
            )


def _end(
    connection: Connection, dossier_id: UUID, status: str, station: Station, at: datetime
) -> None:
    connection.execute(update(alike).where(alike.c.dossier_id == dossier_id).values(ended=status))
    code = connection.scalar(
        select(dossiers.c.dossier_code).where(dossiers.c.dossier_id == dossier_id)
    )
    for twin in _twins(connection, dossier_id):
        said = {"dossier_code": code, "status": status}
        _tell(connection, station, twin.dossier_id, ENDED, said, at=at)


def _twins(connection: Connection, dossier_id: UUID) -> Iterator[Row[Any]]:
    """Give what other stations received of the same person and procedure within 30 days."""
    this = connection.execute(select(alike).where(alike.c.dossier_id == dossier_id)).one_or_none()
    if this is None:
        return
    found = connection.execute(
        select(alike, dossiers.c.dossier_code)
        .join(dossiers, dossiers.c.dossier_id == alike.c.dossier_id)
        .where(
            alike.c.agency_code == this.agency_code,
            alike.c.person_key == this.person_key,
            alike.c.procedure_code == this.procedure_code,
            alike.c.station_id != this.station_id,
        )
        .order_by(dossiers.c.dossier_code)
    ).all()
    for twin in found:
        apart = date.fromisoformat(twin.received_on) - date.fromisoformat(this.received_on)
        if abs(apart) <= WITHIN:
            yield twin


def _reception_of(connection: Connection, dossier_id: UUID) -> dict[str, Any] | None:
    body = connection.scalar(
        select(events.c.body).where(
            events.c.dossier_id == dossier_id, events.c.kind.in_(RECEPTIONS)
        )
    )
    if body is None:
        return None
    plain = json.loads(body)
    return _described(plain["payload"], datetime.fromisoformat(plain["occurred_at"]))


def _described(payload: Mapping[str, Any], occurred_at: datetime) -> dict[str, Any]:
    """Put what two counters compare side by side into the words of the fact."""
    party = _fields(payload.get("owner") or payload.get("submitter"))
    person = _fields(party.get("person"))
    counter = payload.get("counter")
    return {
        "dossier_code": payload["dossier_code"],
        "counter": counter if isinstance(counter, int) else 0,
        "officer_name": _words(payload.get("officer_name")),
        "received_at": _words(payload.get("received_at"), occurred_at.isoformat()),
        "owner_name": _words(party.get("organisation_name") or person.get("full_name")),
        "procedure_name": _words(payload.get("procedure_name")),
        "papers": [
            _words(one.get("name"))
            for one in _lines(payload.get("documents"))
            if any(one.get(kind) for kind in _COPIES)
        ],
        "fees_total_vnd": sum(_amount(one) for one in _lines(payload.get("fees"))),
    }


def _fields(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _lines(value: object) -> list[dict[str, Any]]:
    return [_fields(one) for one in value] if isinstance(value, list) else []


def _words(value: object, otherwise: str = "–") -> str:
    return value if isinstance(value, str) and value else otherwise


def _amount(fee: Mapping[str, Any]) -> int:
    unit, quantity = fee.get("unit_amount_vnd"), fee.get("quantity")
    if fee.get("exemption") or not isinstance(unit, int) or not isinstance(quantity, int):
        return 0
    return unit * quantity


def _tell(
    connection: Connection,
    station: Station,
    dossier_id: UUID,
    kind: str,
    payload: Mapping[str, Any],
    *,
    at: datetime,
    officer_id: str = PROVINCE,
) -> None:
    code = connection.scalar(
        select(dossiers.c.dossier_code).where(dossiers.c.dossier_id == dossier_id)
    )
    event = NewsEvent(
        event_id=uuid4(),
        station_id=PROVINCE,
        dossier_id=dossier_id,
        dossier_code=code or "",
        kind=kind,
        version=1,
        occurred_at=at,
        officer_id=officer_id,
        payload=dict(payload),
    )
    tell(connection, station.agency_code, event)
