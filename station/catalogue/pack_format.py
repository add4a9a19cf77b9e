"""Our own pack format, ``tram-mot-cua-pack/1``, both ways. See ``docs/catalogue-pack.md``."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from station.catalogue.pack import MOST_PROCEDURES, Pack, PackStatus
from station.codec import from_plain, to_plain
from station.domain.dossier import Channel
from station.domain.due_date import BadDurationError, require_possible
from station.domain.person import PartyKind
from station.domain.procedure import Procedure, SupplementRule, TimeUnit
from station.text import clean

Name = Annotated[str, Meta(min_length=1, max_length=1_000)]
Note = Annotated[str, Meta(min_length=1, max_length=4_000)]
Word = Annotated[str, Meta(min_length=1, max_length=300)]
Code = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]{2,39}$")]
FieldCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]{0,39}$")]
ClockTime = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Count = Annotated[int, Meta(ge=0, le=100)]
Money = Annotated[int, Meta(ge=0, le=10_000_000_000)]
Level = Literal["commune", "province", "ministry"]
T = TypeVar("T")


class Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A JSON object in which an unknown field is an error that names its place."""


class PackedTime(Strict):
    value: int
    unit: TimeUnit


class PackedDocument(Strict):
    name: Name
    originals: Count = 0
    certified_copies: Count = 0
    copies: Count = 0
    presented: Count = 0
    form_code: Word | None = None
    mandatory: bool = True
    digitise: bool = True
    note: Note | None = None
    code: Word | None = None


class PackedFee(Strict):
    name: Name
    kind: Literal["phí", "lệ phí"]
    amount_vnd: Money
    per: Word
    note: Note | None = None
    code: Word | None = None


class PackedProcedure(Strict):
    """One procedure in a pack; rows of papers and fees are counted by their place, from 1."""

    code: Code
    name: Name
    field_code: FieldCode
    field: Word
    agency: Word
    level: Level | None = None
    processing_time: PackedTime | None = None
    cutoff: ClockTime | None = None
    required_documents: Annotated[list[PackedDocument], Meta(max_length=200)] = []
    fees: Annotated[list[PackedFee], Meta(max_length=100)] = []
    result: Name | None = None
    legal_basis: Annotated[list[Name], Meta(max_length=100)] = []
    channels: Annotated[list[Channel], Meta(max_length=3)] = []
    applicant_kinds: Annotated[list[PartyKind], Meta(max_length=3)] = []
    immediate: bool = False
    supplement_rule: SupplementRule = SupplementRule.RESTART
    note: Note | None = None


class PackHead(Strict, kw_only=True):
    schema: Literal["tram-mot-cua-pack/1"]
    name: Word
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    issued_on: date | None
    status: PackStatus
    note: Note | None = None


class PackFile(PackHead, kw_only=True):
    procedures: Annotated[list[PackedProcedure], Meta(max_length=MOST_PROCEDURES)]


def strictly(plain: Any, kind: type[T]) -> T:  # noqa: ANN401 - it comes from outside
    """Build a strict struct from plain JSON values, every text in its one stored spelling.

    Raises:
        msgspec.ValidationError: a field is unknown, missing or out of bounds; the text names it.
    """
    return msgspec.convert(_cleaned(plain), kind)


def pack_from_plain(plain: Any) -> Pack:  # noqa: ANN401 - it comes from outside
    """Build a pack from the decoded JSON of a pack file.

    Raises:
        msgspec.ValidationError: it breaks the format; the text names the place.
        DuplicateProcedureError: a code is there twice.
    """
    file = strictly(plain, PackFile)
    return Pack(
        name=file.name,
        version=file.version,
        issued_on=file.issued_on,
        status=file.status,
        note=file.note,
        procedures=unpacked(file.procedures),
    )


def unpacked(procedures: Iterable[PackedProcedure]) -> tuple[Procedure, ...]:
    """Give the procedures as the domain knows them.

    Raises:
        msgspec.ValidationError: a processing time is impossible.
    """
    found = []
    for place, packed in enumerate(procedures):
        plain = to_plain(packed)
        for rows in (plain.get("required_documents", ()), plain.get("fees", ())):
            for index, row in enumerate(rows, start=1):
                row["index"] = index
        procedure = from_plain(plain, Procedure)
        if procedure.processing_time is not None:
            try:
                require_possible(procedure.processing_time)
            except BadDurationError as error:
                where = f"$.procedures[{place}].processing_time"
                raise msgspec.ValidationError(f"{error} - at `{where}`") from error
        found.append(procedure)
    return tuple(found)


def pack_to_bytes(pack: Pack) -> bytes:
    """Write a pack file: the same pack gives the same bytes, one procedure to a line."""
    head = PackHead(
        schema="tram-mot-cua-pack/1",
        name=pack.name,
        version=pack.version,
        issued_on=pack.issued_on,
        status=pack.status,
        note=pack.note,
    )
    lines = b",\n".join(_packed(procedure) for procedure in pack.procedures)
    return msgspec.json.encode(head)[:-1] + b',"procedures":[\n' + lines + b"\n]}\n"


def _packed(procedure: Procedure) -> bytes:
    plain = to_plain(procedure)
    for row in (*plain["required_documents"], *plain["fees"]):
        del row["index"]
    return msgspec.json.encode(msgspec.convert(plain, PackedProcedure))


def _cleaned(plain: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(plain, str):
        return clean(plain)
    if isinstance(plain, list):
        return [_cleaned(value) for value in plain]
    if isinstance(plain, dict):
        return {key: _cleaned(value) for key, value in plain.items()}
    return plain
