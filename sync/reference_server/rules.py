"""Whether one event of a station may be applied. Pure: it sees only what it is given."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import rfc8785

from sync.contract.messages import (
    AnnouncedDocument,
    BroughtPayload,
    EventMessage,
    MalformedMessageError,
    ReceptionPayload,
    convert,
)
from sync.reference_server.problems import RefusedError

RECEPTIONS = frozenset({"DossierReceived", "DossierLodged"})
"""The facts that make a dossier: it counts as received, or waits for papers or a refusal."""
BROUGHT = "SupplementBrought"
_GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Who sends: an enrolled station, and the daily numbers it may give out."""

    station_id: str
    agency_code: str
    number_ranges: tuple[tuple[int, int], ...]


@dataclass(slots=True, kw_only=True)
class Known:
    """What the province knows that concerns a batch. It grows while the batch is judged."""

    hashes: dict[UUID, str] = field(default_factory=dict)
    """Event → its hash."""
    chain: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Sequence of the sending station → hash and previous hash."""
    agencies: dict[UUID, str] = field(default_factory=dict)
    """Dossier → its agency."""
    latest: dict[UUID, int] = field(default_factory=dict)
    """Dossier → the highest sequence that the sending station sent for it."""
    codes: set[str] = field(default_factory=set)
    """Dossier codes that are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A well-formed event, its canonical JSON and, for a reception, what must be read in it."""

    message: EventMessage
    body: str
    reception: ReceptionPayload | None
    documents: Sequence[AnnouncedDocument] = ()
    """Of a fact that names papers."""


def read_entry(plain: dict[str, Any]) -> Entry:
    """Check one event's form and its hash.

    Raises:
        RefusedError: ``malformed-event`` or ``hash-mismatch``.
    """
    try:
        message = convert(plain, EventMessage)
    except MalformedMessageError as error:
        raise RefusedError("malformed-event") from error
    reception: ReceptionPayload | None = None
    documents: Sequence[AnnouncedDocument] = ()
    try:
        if message.kind in RECEPTIONS:
            reception = convert(message.payload, ReceptionPayload)
            documents = reception.documents
    except MalformedMessageError as error:
        raise RefusedError("malformed-event", field=error.pointer) from error
    if message.kind == BROUGHT:
        with suppress(MalformedMessageError):  # only what begins a dossier is judged by its payload
            documents = convert(message.payload, BroughtPayload).documents
    try:
        body = rfc8785.dumps(plain)
        hashed = rfc8785.dumps({name: plain[name] for name in plain if name != "hash"})
    except (rfc8785.CanonicalizationError, RecursionError) as error:
        raise RefusedError("malformed-event") from error
    if hashlib.sha256(hashed).hexdigest() != message.hash:
        raise RefusedError("hash-mismatch")
    return Entry(message=message, body=body.decode(), reception=reception, documents=documents)


def is_known(entry: Entry, known: Known) -> bool:
    """Tell whether exactly this event was applied before.

    Raises:
        RefusedError: ``event-conflict``: its id was used for another event.
    """
    applied = known.hashes.get(entry.message.event_id)
    if applied is not None and applied != entry.message.hash:
        raise RefusedError("event-conflict")
    return applied is not None


def check(entry: Entry, station: Station, known: Known) -> None:
    """Check whether an event that is new here may be applied.

    Raises:
        RefusedError: it may not.
    """
    message = entry.message
    if message.station_id != station.station_id:
        raise RefusedError("wrong-station")
    _check_chain(message, known)
    if message.dossier_id is None:
        if entry.reception is not None:
            raise RefusedError("malformed-event")
        return
    owner = known.agencies.get(message.dossier_id)
    if owner not in (None, station.agency_code):
        raise RefusedError("dossier-of-other-station")
    if entry.reception is None:
        if owner is None:
            raise RefusedError("unknown-dossier")
        if message.sequence < known.latest.get(message.dossier_id, 0):
            raise RefusedError("out-of-order")
        return
    if owner is not None:
        raise RefusedError("dossier-received-already")
    _check_code(entry.reception.dossier_code, station, known)


def note(entry: Entry, station: Station, known: Known) -> None:
    """Let ``known`` hold an event that was applied."""
    message = entry.message
    known.hashes[message.event_id] = message.hash
    known.chain[message.sequence] = (message.hash, message.previous_hash)
    if message.dossier_id is not None:
        known.latest[message.dossier_id] = message.sequence
    if entry.reception is not None and message.dossier_id is not None:
        known.agencies[message.dossier_id] = station.agency_code
        known.codes.add(entry.reception.dossier_code)


def _check_chain(message: EventMessage, known: Known) -> None:
    if message.sequence in known.chain:
        raise RefusedError("sequence-taken")
    if message.sequence == 1:
        before = _GENESIS
    else:
        before, _ = known.chain.get(message.sequence - 1, (message.previous_hash, ""))
    _, follows = known.chain.get(message.sequence + 1, ("", message.hash))
    if message.previous_hash != before or message.hash != follows:
        raise RefusedError("broken-chain")


def _check_code(code: str, station: Station, known: Known) -> None:
    agency, _day, number = code.rsplit("-", 2)
    if agency != station.agency_code:
        raise RefusedError("code-of-other-agency", field="/dossier_code")
    if not any(first <= int(number) <= last for first, last in station.number_ranges):
        raise RefusedError("number-outside-range", field="/dossier_code")
    if code in known.codes:
        raise RefusedError("code-taken", field="/dossier_code")
