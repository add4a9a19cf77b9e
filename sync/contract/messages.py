"""The typed messages of the wire, checked in both directions. ``openapi.yaml`` is their source.

Requests refuse unknown fields; answers tolerate them, so that a newer server of the same major
contract version can say more. Every text and list has a bound.
"""

import re
import threading
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

T = TypeVar("T")

CONTRACT_VERSION = "1.0"
VERSION_HEADER = "Contract-Version"
"""On every request and every answer. Both sides must agree on the number before the point."""

END = r"$(?![\s\S])"
"""The end of the text. A bare ``$`` would also match before a last line break in Python."""
PROBLEM_PREFIX = "urn:tram-mot-cua:problem:"
AGENCY_PATTERN = r"^(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.)?[A-Y][0-9]{2}(?:\.[0-9A-Z]+)*" + END
SHA256_PATTERN = r"^[0-9a-f]{64}" + END

AgencyCode = Annotated[str, Meta(pattern=AGENCY_PATTERN, max_length=35)]
StationId = Annotated[str, Meta(pattern=r"^[0-9A-Z.]{3,35}/[0-9]{1,4}" + END)]
Producer = Annotated[str, Meta(pattern=r"^(?:province|[0-9A-Z.]{3,35}/[0-9]{1,4})" + END)]
DossierCode = Annotated[str, Meta(pattern=r"^[0-9A-Z.]{3,35}-[0-9]{6}-[0-9]{4,6}" + END)]
Sha256 = Annotated[str, Meta(pattern=SHA256_PATTERN)]
PublicKey = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}" + END)]
Signature = Annotated[str, Meta(pattern=r"^[0-9a-f]{128}" + END)]
Nonce = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}" + END)]
Kind = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9]{0,59}" + END)]
Version = Annotated[int, Meta(ge=1, le=1000)]
Sequence = Annotated[int, Meta(ge=1, le=2**53 - 1)]
Moment = Annotated[datetime, Meta(tz=True)]
Name = Annotated[str, Meta(pattern=r"^[^\u0000-\u001f\u007f]+" + END, max_length=60)]
MediaType = Annotated[str, Meta(pattern=r"^[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}" + END)]
ShortText = Annotated[str, Meta(max_length=500)]
Cursor = Annotated[str, Meta(pattern=r"^[0-9A-Za-z_.-]{1,100}" + END)]
DailyNumber = Annotated[int, Meta(ge=1, le=9999)]
Count = Annotated[int, Meta(ge=0, le=2**53 - 1)]


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """RFC 9457. ``title`` is one Vietnamese sentence for the officer."""

    type: Annotated[str, Meta(pattern="^" + PROBLEM_PREFIX + "[a-z0-9-]{1,60}" + END)]
    title: ShortText
    title_en: ShortText
    status: Annotated[int, Meta(ge=400, le=599)]
    field: Annotated[str, Meta(pattern=r"^/", max_length=200)] | None = None


class Limits(Struct, frozen=True, kw_only=True):
    """What one request may hold. Sizes in bytes, before compression."""

    events_per_batch: Annotated[int, Meta(ge=1, le=10_000)]
    batch_bytes: Annotated[int, Meta(ge=65_536, le=2**30)]
    chunk_bytes: Annotated[int, Meta(ge=65_536, le=2**30)]
    file_bytes: Annotated[int, Meta(ge=65_536, le=2**40)]


class Encoding(StrEnum):
    """How a body may be packed (``Content-Encoding``)."""

    ZSTD = "zstd"
    GZIP = "gzip"
    IDENTITY = "identity"


class Health(Struct, frozen=True, kw_only=True):
    """The server is alive; what it is and what it takes."""

    status: Annotated[str, Meta(max_length=20)]
    version: Annotated[str, Meta(max_length=40)]
    contract_version: Annotated[str, Meta(pattern=r"^[0-9]{1,4}\.[0-9]{1,4}" + END)]
    encodings: Annotated[list[Annotated[str, Meta(max_length=20)]], Meta(max_length=10)]
    limits: Limits


class ServerTime(Struct, frozen=True, kw_only=True):
    """The server's clock; the signature covers the time and the caller's nonce."""

    time: Annotated[str, Meta(max_length=40)]
    nonce: Nonce
    signature: Signature


class EnrolmentRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A one-time code, and the proof that the station holds the key it names."""

    code: Annotated[str, Meta(pattern=r"^[0-9A-Z-]{10,40}" + END)]
    station_id: StationId
    public_key: PublicKey
    signature: Signature


class NumberRange(Struct, frozen=True, kw_only=True):
    """A share of the agency's daily numbers, both ends included."""

    first: DailyNumber
    last: DailyNumber


class EnrolmentAnswer(Struct, frozen=True, kw_only=True):
    """What the station needs from now on. The token is shown this once."""

    station_id: StationId
    agency_code: AgencyCode
    station_number: Annotated[int, Meta(ge=1, le=9999)]
    number_ranges: Annotated[list[NumberRange], Meta(min_length=1, max_length=100)]
    token: Annotated[str, Meta(min_length=20, max_length=200, pattern=r"^[0-9A-Za-z_.~-]+" + END)]
    signing_keys: Annotated[list[PublicKey], Meta(min_length=1, max_length=10)]
    catalogue_url: Annotated[str, Meta(max_length=500)]
    enrolled_at: Moment


class EventMessage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One journal entry of a station, as it stands in its hash chain."""

    event_id: UUID
    station_id: StationId
    sequence: Sequence
    dossier_id: UUID | None
    kind: Kind
    version: Version
    occurred_at: Moment
    clock_source: Name
    officer_id: Name
    payload: dict[str, Any]
    previous_hash: Sha256
    hash: Sha256


class EventBatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Entries in the order of their sequence. Each is an EventMessage, judged on its own."""

    events: Annotated[list[dict[str, Any]], Meta(min_length=1, max_length=10_000)]


class AnnouncedFile(Struct, frozen=True, kw_only=True):
    """A file that belongs to a document of the dossier and follows by its hash."""

    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=2**40)]
    media_type: MediaType


class AnnouncedDocument(Struct, frozen=True, kw_only=True):
    """A document of the dossier, as far as the province must read it."""

    files: Annotated[list[AnnouncedFile], Meta(max_length=1000)]


class ReceptionPayload(Struct, frozen=True, kw_only=True):
    """What the province must read of a fact that makes a dossier; there is more in it."""

    dossier_code: DossierCode
    procedure_code: Annotated[str, Meta(min_length=1, max_length=60)]
    handling_agency: Annotated[str, Meta(max_length=500)]
    documents: Annotated[list[AnnouncedDocument], Meta(max_length=1000)]


class BroughtPayload(Struct, frozen=True, kw_only=True):
    """What the province must read of a fact that adds papers; every row as it is then."""

    documents: Annotated[list[AnnouncedDocument], Meta(max_length=1000)]


class Outcome(StrEnum):
    """What became of one event."""

    APPLIED = "applied"
    ALREADY_APPLIED = "already_applied"
    REFUSED = "refused"


class Verdict(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer to one event; a refusal carries its problem."""

    event_id: UUID
    outcome: Outcome
    problem: Problem | None = None


class VerdictList(Struct, frozen=True, kw_only=True):
    """One verdict for each event of the batch, in its order."""

    verdicts: Annotated[list[Verdict], Meta(max_length=10_000)]


class NewsEvent(Struct, frozen=True, kw_only=True):
    """What others did with a dossier of this agency."""

    event_id: UUID
    station_id: Producer
    dossier_id: UUID
    dossier_code: DossierCode
    kind: Kind
    version: Version
    occurred_at: Moment
    officer_id: Name
    payload: dict[str, Any]


class NewsPage(Struct, frozen=True, kw_only=True):
    """News in the province's order; ``cursor`` is where the next page starts."""

    events: Annotated[list[NewsEvent], Meta(max_length=1000)]
    cursor: Cursor
    more: bool


class DossierFile(Struct, frozen=True, kw_only=True):
    """A file that the record announced, and whether the province has it."""

    sha256: Sha256
    size: Count
    media_type: MediaType
    present: bool


class DossierFact(Struct, frozen=True, kw_only=True):
    """One line of the dossier's history."""

    event_id: UUID
    kind: Kind
    station_id: Producer
    officer_id: Name
    occurred_at: Moment
    recorded_at: Moment


class DossierView(Struct, frozen=True, kw_only=True):
    """The province's view of one dossier. It names no person."""

    dossier_code: DossierCode
    dossier_id: UUID
    agency_code: AgencyCode
    procedure_code: Annotated[str, Meta(max_length=60)]
    status: Annotated[str, Meta(pattern=r"^[a-z_]{1,40}" + END)]
    files: Annotated[list[DossierFile], Meta(max_length=10_000)]
    history: Annotated[list[DossierFact], Meta(max_length=10_000)]


_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What msgspec raises on bytes and values from outside; letters that are no UTF-8 come apart."""


class MalformedMessageError(Exception):
    """The bytes are no such message. The text may quote them, so it never goes into a log."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.pointer = _pointer(text)


_learning = threading.Lock()
_learned: set[object] = set()


def _ready(kind: type[T]) -> type[T]:
    """Have msgspec learn a type under one lock: two threads that first read into it crash.

    As ``station.typed_reading``, which the server has no part of.
    """
    if kind not in _learned:
        with _learning:
            msgspec.json.Decoder(kind)
            _learned.add(kind)
    return kind


def encode(message: Struct) -> bytes:
    """Give the message as JSON."""
    return msgspec.json.encode(message)


def decode(body: bytes, kind: type[T]) -> T:
    """Read a message from JSON, and check every bound of it.

    Raises:
        MalformedMessageError: it is no JSON, or not of this kind.
    """
    try:
        return msgspec.json.decode(body, type=_ready(kind))
    except _UNREADABLE as error:
        raise MalformedMessageError(str(error)) from error


def convert(plain: dict[str, Any], kind: type[T]) -> T:
    """Check JSON values that were decoded already.

    Raises:
        MalformedMessageError: they are not of this kind.
    """
    try:
        return msgspec.convert(plain, type=_ready(kind))
    except _UNREADABLE as error:
        raise MalformedMessageError(str(error)) from error


def _pointer(text: str) -> str | None:
    """Turn msgspec's "… - at `$.documents[0].size`" into the JSON pointer /documents/0/size."""
    found = re.search(r" - at `\$((?:\.\w+|\[\d+\])+)`$", text)
    if found is None:
        return None
    return "/" + "/".join(re.findall(r"\w+", found[1]))[:199]
