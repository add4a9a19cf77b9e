"""Our own pack format, ``tram-mot-cua-pack/1``, both ways. See ``docs/catalogue-pack.md``."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from station.catalogue.pack import MOST_PROCEDURES, Pack, PackStatus
from station.catalogue.pack_objects import Code, Note, PackedProcedure, Word
from station.catalogue.packed_parts import PackedParts, packed_parts, unpacked_parts
from station.catalogue.parts_checks import require_sense
from station.catalogue.versions import VERSION_PATTERN
from station.codec import from_plain, to_plain
from station.domain.due_date import BadDurationError, require_possible
from station.domain.procedure import Fee, Procedure, ProcessingTime
from station.text import clean
from station.typed_reading import ready

T = TypeVar("T")
DATES_OVERLAP = "dates that overlap or run backwards"


class PackHead(PackedParts, kw_only=True):
    schema: Literal["tram-mot-cua-pack/1"]
    name: Word
    version: Annotated[str, Meta(pattern=VERSION_PATTERN)]
    issued_on: date | None
    status: PackStatus
    note: Note | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    base: Annotated[str, Meta(pattern=VERSION_PATTERN)] | None = None
    withdrawn: Annotated[tuple[Code, ...], Meta(max_length=MOST_PROCEDURES)] = ()


class PackFile(PackHead, kw_only=True):
    procedures: Annotated[list[PackedProcedure], Meta(max_length=MOST_PROCEDURES)]


def strictly(plain: Any, kind: type[T]) -> T:  # noqa: ANN401 - it comes from outside
    """Build a strict struct from plain JSON values, every text in its one stored spelling.

    Raises:
        msgspec.ValidationError: a field is unknown, missing or out of bounds; the text names it.
    """
    return msgspec.convert(_cleaned(plain), ready(kind))


def pack_from_plain(plain: Any) -> Pack:  # noqa: ANN401 - it comes from outside
    """Build a pack from the decoded JSON of a pack file.

    Raises:
        msgspec.ValidationError: it breaks the format; the text names the place.
        PackError: a code is there twice, dates run backwards: see ``Pack``.
    """
    file = strictly(plain, PackFile)
    parts = unpacked_parts(file)
    require_sense(parts, file.name)
    return Pack(
        name=file.name,
        version=file.version,
        issued_on=file.issued_on,
        status=file.status,
        note=file.note,
        effective_from=file.effective_from,
        effective_to=file.effective_to,
        base=file.base,
        procedures=unpacked(file.procedures),
        parts=parts,
        withdrawn=file.withdrawn,
    )


def unpacked(procedures: Iterable[PackedProcedure]) -> tuple[Procedure, ...]:
    """Give the procedures as the domain knows them.

    Raises:
        msgspec.ValidationError: a processing time is impossible.
    """
    found = []
    for place, packed in enumerate(procedures):
        plain = to_plain(packed)
        for part in (plain, *plain.get("cases", ())):
            for rows in (part.get("required_documents"), part.get("fees")):
                for index, row in enumerate(rows or (), start=1):
                    row["index"] = index
        procedure = from_plain(plain, Procedure)
        _require_sense(procedure, f"$.procedures[{place}]")
        found.append(procedure)
    return tuple(found)


def _require_sense(procedure: Procedure, where: str) -> None:
    """Refuse what has the right form and cannot be meant.

    Raises:
        msgspec.ValidationError: names the place.
    """
    times: list[tuple[str, ProcessingTime | None]] = [
        ("processing_time", procedure.processing_time),
        *((f"stages[{n}]", stage.processing_time) for n, stage in enumerate(procedure.stages)),
        *((f"cases[{n}]", case.processing_time) for n, case in enumerate(procedure.cases)),
    ]
    for place, time in times:
        if time is not None:
            try:
                require_possible(time)
            except BadDurationError as error:
                raise msgspec.ValidationError(f"{error} - at `{where}.{place}`") from error
    keys = [case.key for case in procedure.cases]
    if len(keys) != len(set(keys)):
        raise msgspec.ValidationError(f"a case is there twice - at `{where}.cases`")
    for fees in (procedure.fees, *(case.fees or () for case in procedure.cases)):
        for fee in fees:
            _require_sense_of_fee(fee, f"{where}.fees[{fee.index - 1}]")


def _require_sense_of_fee(fee: Fee, where: str) -> None:
    if any(one.from_on >= other.from_on for one, other in pairwise(fee.tariffs)):
        raise msgspec.ValidationError(f"{DATES_OVERLAP} - at `{where}.tariffs`")
    keys = [exemption.key for exemption in fee.exemptions]
    if len(keys) != len(set(keys)):
        raise msgspec.ValidationError(f"an exemption is there twice - at `{where}.exemptions`")


def pack_to_bytes(pack: Pack) -> bytes:
    """Write a pack file: the same pack gives the same bytes, one procedure to a line."""
    head = PackHead(
        schema="tram-mot-cua-pack/1",
        name=pack.name,
        version=pack.version,
        issued_on=pack.issued_on,
        status=pack.status,
        note=pack.note,
        effective_from=pack.effective_from,
        effective_to=pack.effective_to,
        base=pack.base,
        withdrawn=pack.withdrawn,
        **packed_parts(pack.parts),
    )
    lines = b",\n".join(_packed(procedure) for procedure in pack.procedures)
    return msgspec.json.encode(head)[:-1] + b',"procedures":[\n' + lines + b"\n]}\n"


def _packed(procedure: Procedure) -> bytes:
    plain = to_plain(procedure)
    for part in (plain, *plain["cases"]):
        for row in (*(part["required_documents"] or ()), *(part["fees"] or ())):
            del row["index"]
    return msgspec.json.encode(msgspec.convert(plain, ready(PackedProcedure)))


def _cleaned(plain: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(plain, str):
        return clean(plain)
    if isinstance(plain, list):
        return [_cleaned(value) for value in plain]
    if isinstance(plain, dict):
        return {key: _cleaned(value) for key, value in plain.items()}
    return plain
