"""The three catalogue formats that are converted into packs.

``procedure-catalogue/1`` is JSON with details; the reference list is CSV with names only;
``LayThuTuc`` is the record of the national procedure database.
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from station.catalogue.national_records import packed_of_records
from station.catalogue.pack import MOST_PROCEDURES, Pack, PackStatus
from station.catalogue.pack_format import strictly, unpacked
from station.catalogue.pack_objects import (
    ClockTime,
    Code,
    Count,
    FieldCode,
    Level,
    Name,
    Note,
    PackedDocument,
    PackedFee,
    PackedProcedure,
    PackedTime,
    Strict,
    Word,
)
from station.domain.dossier import Channel
from station.domain.person import PartyKind
from station.text import clean
from station.typed_reading import ready

REFERENCE_COLUMNS = [
    "reference_code", "domain_code", "domain", "group_code", "group", "type_code", "type",
    "agency", "name", "legal_basis",
]  # fmt: skip
_DECISION = re.compile(r"(?:\s+và)?\s+(?=Quyết định số )")
_CUTOFFS: dict[str, ClockTime] = {"G15-HT": "15:00", "G15-CT": "15:00"}
"""Hộ tịch and chứng thực: what comes after 15:00 is dated to the next working day (Luật Hộ tịch
2014 and NĐ 23/2015/NĐ-CP, as the sample's own notes say). The source has no field for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Under which name and version a converted source becomes a pack."""

    name: str
    version: str
    issued_on: date | None = None


class SourceDocument(Strict):
    name: Name
    originals: Count
    copies: Count
    presented: Count
    form_code: Word | None
    optional: bool
    digitise: bool
    note: Note | None = None


class SourceProcedure(Strict):
    code: Code
    name: Name
    field_code: FieldCode
    field: Word
    level: Level
    handling_agency: Word
    processing_time: PackedTime
    required_documents: Annotated[list[SourceDocument], Meta(max_length=200)]
    result: Name
    fees: Annotated[list[PackedFee], Meta(max_length=100)]
    legal_basis: Annotated[list[Name], Meta(max_length=100)]
    channels: Annotated[list[Channel], Meta(max_length=3)]
    applicant_kinds: Annotated[list[PartyKind], Meta(max_length=3)]
    immediate: bool
    note: Note | None = None


class SourceCatalogue(Strict):
    schema: Literal["procedure-catalogue/1"]
    status: Note
    country: Word
    province_code: Word
    procedures: Annotated[list[SourceProcedure], Meta(max_length=MOST_PROCEDURES)]


def pack_from_catalogue(plain: Any, issue: Issue) -> Pack:  # noqa: ANN401 - it comes from outside
    """Build a pack from the decoded JSON of a ``procedure-catalogue/1`` file.

    Raises:
        msgspec.ValidationError: it breaks the format; the text names the place.
        DuplicateProcedureError: a code is there twice.
    """
    source = strictly(plain, SourceCatalogue)
    sample = source.status.startswith("sample")
    return Pack(
        name=issue.name,
        version=issue.version,
        issued_on=issue.issued_on,
        status=PackStatus.SAMPLE if sample else PackStatus.OFFICIAL,
        note=source.status,
        procedures=unpacked(_packed(procedure) for procedure in source.procedures),
    )


def pack_from_reference_list(text: str, issue: Issue) -> Pack:
    """Build a pack of names from the CSV of a reference list.

    Raises:
        msgspec.ValidationError: a line breaks the format; the text names it.
        DuplicateProcedureError: a code is there twice.
    """
    rows = csv.DictReader(StringIO(text, newline=""), strict=True)
    packed: list[PackedProcedure] = []
    try:
        for row in rows:
            if None in row or None in row.values() or len(packed) == MOST_PROCEDURES:
                raise msgspec.ValidationError("too many or too few values")
            packed.append(_named({key: clean(value) for key, value in row.items()}))
    except (csv.Error, msgspec.ValidationError) as error:
        raise msgspec.ValidationError(f"{error} - at line {rows.reader.line_num}") from error
    return Pack(
        name=issue.name,
        version=issue.version,
        issued_on=issue.issued_on,
        status=PackStatus.REFERENCE,
        note="names only: for finding, not for receiving",
        procedures=unpacked(packed),
    )


def pack_from_records(plain: Any, issue: Issue) -> Pack:  # noqa: ANN401 - it comes from outside
    """Build a pack from records ``LayThuTuc`` of the national procedure database.

    Raises:
        msgspec.ValidationError: a record has not the shape; the text names it.
        DuplicateProcedureError: a code is there twice.
    """
    return Pack(
        name=issue.name,
        version=issue.version,
        issued_on=issue.issued_on,
        status=PackStatus.OFFICIAL,
        note="LayThuTuc: times and fees as far as the record states them as numbers",
        procedures=unpacked(packed_of_records(plain)),
    )


def _packed(source: SourceProcedure) -> PackedProcedure:
    return PackedProcedure(
        code=source.code,
        name=source.name,
        field_code=source.field_code,
        field=source.field,
        agency=source.handling_agency,
        level=source.level,
        processing_time=source.processing_time,
        cutoff=_CUTOFFS.get(source.field_code),
        required_documents=[
            PackedDocument(
                name=document.name,
                originals=document.originals,
                copies=document.copies,
                presented=document.presented,
                form_code=document.form_code,
                mandatory=not document.optional,
                digitise=document.digitise,
                note=document.note,
            )
            for document in source.required_documents
        ],
        fees=source.fees,
        result=source.result,
        legal_basis=source.legal_basis,
        channels=source.channels,
        applicant_kinds=source.applicant_kinds,
        immediate=source.immediate,
        note=source.note,
    )


def _named(row: dict[str, str]) -> PackedProcedure:
    return msgspec.convert(
        {
            "code": row["reference_code"],
            "name": row["name"],
            "field_code": row["type_code"] or row["group_code"],
            "field": row["type"],
            "agency": row["agency"],
            "legal_basis": [basis for basis in _DECISION.split(row["legal_basis"]) if basis],
        },
        ready(PackedProcedure),
    )
