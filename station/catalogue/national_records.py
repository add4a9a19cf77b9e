"""Procedures as records ``LayThuTuc`` of the national procedure database, both ways.

The database keeps times and fees as texts with a unit. A time is taken only where the record
gives one whole number and a known unit for direct reception; anything else leaves the procedure
without a time, so that nobody is promised a date that was guessed (domain: no deadline is read
out of a text). Steps, addresses, files and links are not kept.
"""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from station.catalogue import national_shape as shape
from station.catalogue.pack import MOST_PROCEDURES
from station.catalogue.pack_objects import (
    PackedCase,
    PackedDocument,
    PackedFee,
    PackedProcedure,
    PackedResult,
    PackedTime,
)
from station.domain.dossier import Channel
from station.domain.person import PartyKind
from station.domain.procedure import Fee, Procedure, RequiredDocument, TimeUnit
from station.text import clean, fold
from station.typed_reading import ready

_CODE = re.compile(r"(\d\.\d{6})(?:\..+)?")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_KIND = re.compile(r"^(?:Lệ phí|Phí): ")
_NUMBER = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3}){1,3}")
_SEPARATOR = re.compile(r"[;,]")
_WORD = re.compile(r"[0-9a-z]+")
_CHANNELS = {"1": Channel.DIRECT, "2": Channel.ONLINE, "3": Channel.POSTAL}
_UNITS = {
    TimeUnit.WORKING_DAY: "Ngày làm việc",
    TimeUnit.CALENDAR_DAY: "Ngày",
    TimeUnit.WORKING_HOUR: "Giờ làm việc",
    TimeUnit.MONTH: "Tháng",
}
_UNITS_BACK = {fold(name): unit for unit, name in _UNITS.items()}
_LEVELS = {"ministry": "Cấp Bộ", "province": "Cấp Tỉnh", "commune": "Cấp Xã"}
_SUBJECTS = {
    PartyKind.CITIZEN: "Công dân Việt Nam",
    PartyKind.ORGANISATION: "Doanh nghiệp, tổ chức",
    PartyKind.HOUSEHOLD_BUSINESS: "Hộ kinh doanh",
}
_PER_DOSSIER = "hồ sơ"
_CURRENCY = "Đồng"


def is_national(plain: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Tell whether this is an answer of ``LayThuTuc``, or the list in it."""
    records = plain.get("result") if isinstance(plain, dict) else plain
    return (
        isinstance(records, list)
        and bool(records)
        and all(isinstance(record, dict) and "MATTHC" in record for record in records)
    )


def packed_of_records(plain: Any) -> list[PackedProcedure]:  # noqa: ANN401 - it comes from outside
    """Turn the records of an answer into procedures of a pack.

    Raises:
        msgspec.ValidationError: a record has not the shape, or what it says is out of bounds.
    """
    records: list[Any] = plain["result"] if isinstance(plain, dict) else plain
    if len(records) > MOST_PROCEDURES:
        raise msgspec.ValidationError(f"more than {MOST_PROCEDURES} records")
    found = []
    for place, each in enumerate(records):
        try:
            record = msgspec.convert(each, ready(shape.NationalRecord))
            plain_procedure = msgspec.to_builtins(_procedure(record))
            found.append(msgspec.convert(plain_procedure, ready(PackedProcedure)))
        except msgspec.ValidationError as error:
            raise msgspec.ValidationError(f"{error} - in record {place + 1}") from error
    return found


def records_of(procedures: Iterable[Procedure]) -> dict[str, Any]:
    """Give procedures as an answer of ``LayThuTuc``; every value is a text."""
    return {
        "error_code": "0",
        "result": [msgspec.to_builtins(_record(procedure)) for procedure in procedures],
    }


# -- from the record -------------------------------------------------------------------------


def _procedure(record: shape.NationalRecord) -> dict[str, Any]:
    direct = _time_of(record.CACHTHUCTHUCHIEN or ())
    fields = record.LINHVUCTHUCHIEN or [shape.FieldOfRecord()]
    agencies = [_text(unit.TENDONVI) for unit in record.COQUANTHUCHIEN or ()]
    agency = next(filter(None, [*agencies, _text(record.MOTACOQUANTHUCHIEN)]), "")
    results = [(_text(r.MAKETQUA), _text(r.TENKETQUA)) for r in record.KETQUATHUCHIEN or ()]
    papers, cases = _papers_and_cases(record.THANHPHANHOSO or ())
    code = _text(record.MATTHC)
    national = _CODE.fullmatch(code)
    plain: dict[str, Any] = {
        "code": national[1] if national else code,
        "name": _text(record.TENTTHC),
        "field_code": _text(fields[0].MALINHVUC) or "0",
        "field": _text(fields[0].TENLINHVUC) or "–",
        "agency": agency,
        "level": _level(record.CAPTHUCHIEN or ()),
        "processing_time": None if direct is None else _plain_time(direct),
        "required_documents": papers,
        "cases": cases,
        "fees": [] if direct is None else [_fee(fee) for fee in direct.PHILEPHI or ()],
        "result": next((name for _, name in results if name), None),
        "results": [PackedResult(code=key, name=name) for key, name in results if key and name],
        "legal_basis": [text for basis in record.CANCUPHAPLY or () if (text := _basis(basis))],
        "channels": _channels(record.CACHTHUCTHUCHIEN or ()),
        "applicant_kinds": _subjects(record.DOITUONGTHUCHIEN or ()),
        "online_level": _whole(record.MucDo),
        "note": _text(record.MOTA) or None,
        "keywords": _keywords(record.TUKHOA),
    }
    return plain


def _time_of(ways: Sequence[shape.Way]) -> shape.TimeOfRecord | None:
    """Give the time of direct reception, or of the first way, if there is exactly one."""
    direct = [way for way in ways if _text(way.KENH) == "1"] or list(ways[:1])
    times = [time for way in direct for time in way.THOIGIAN or ()]
    return times[0] if len(times) == 1 else None


def _plain_time(time: shape.TimeOfRecord) -> PackedTime | None:
    value, unit = _whole(time.THOIGIANGIAIQUYET), _UNITS_BACK.get(fold(_text(time.DONVITINH)))
    if value is None or unit is None:
        return None
    if value == 0:
        return PackedTime(0, TimeUnit.SAME_DAY) if unit is TimeUnit.WORKING_DAY else None
    return PackedTime(value, unit)


def _fee(fee: shape.FeeOfRecord) -> PackedFee:
    said = _text(fee.MOTA) or _text(fee.MAPHILEPHI) or "Phí"
    kind = "lệ phí" if fold(said).startswith("le phi") else "phí"
    name = _KIND.sub("", said, count=1) or said
    amount, per = _whole(fee.SOTIEN), _text(fee.DONVI)
    if amount is None:
        raise msgspec.ValidationError(f"no whole amount {_text(fee.SOTIEN)[:30]!r} - at `SOTIEN`")
    return PackedFee(
        name=name,
        kind="lệ phí" if kind == "lệ phí" else "phí",
        amount_vnd=amount,
        per=per.partition("/")[2] or _PER_DOSSIER,
        code=_text(fee.MAPHILEPHI) or None,
    )


def _papers_and_cases(
    groups: Sequence[shape.CaseOfRecord],
) -> tuple[list[PackedDocument], list[PackedCase]]:
    if not groups:
        return [], []
    papers = [_paper(paper) for paper in groups[0].GIAYTO or ()]
    if len(groups) == 1:
        return papers, []
    cases: list[PackedCase] = []
    for place, group in enumerate(groups, start=1):
        label = _text(group.TRUONGHOP)[:300] or f"Trường hợp {place}"
        cases.append(
            PackedCase(
                key=_key(label, {case.key for case in cases}),
                label=label,
                required_documents=[_paper(paper) for paper in group.GIAYTO or ()],
            )
        )
    return papers, cases


def _paper(paper: shape.Paper) -> PackedDocument:
    """A paper of which neither original nor copy is kept is shown; "nếu có" is not mandatory."""
    name = _text(paper.TENGIAYTO)
    originals, copies = _whole(paper.SOBANCHINH) or 0, _whole(paper.SOBANSAO) or 0
    return PackedDocument(
        name=name,
        originals=originals,
        copies=copies,
        presented=0 if originals or copies else 1,
        form_code=_text(paper.TENMAUDON)[:300] or None,
        mandatory="neu co" not in fold(name),
        code=_text(paper.MAGIAYTO) or None,
        replaced_by_result=_text(paper.MA_KQ_THAYTHE) or None,
    )


def _channels(ways: Iterable[shape.Way]) -> list[Channel]:
    found = [_CHANNELS.get(_text(way.KENH)) for way in ways]
    return list(dict.fromkeys(channel for channel in found if channel))


def _subjects(subjects: Iterable[shape.Subject]) -> list[PartyKind]:
    found: dict[PartyKind, None] = {}
    for subject in subjects:
        name = fold(_text(subject.TENDOITUONG))
        if "ho kinh doanh" in name:
            found[PartyKind.HOUSEHOLD_BUSINESS] = None
        elif any(word in name for word in ("doanh nghiep", "to chuc", "hop tac xa")):
            found[PartyKind.ORGANISATION] = None
        elif any(word in name for word in ("cong dan", "ca nhan", "nguoi")):
            found[PartyKind.CITIZEN] = None
    return list(found)


def _level(levels: Sequence[shape.Level]) -> str | None:
    names = {fold(_text(level.TENCAP)) for level in levels}
    found = [key for key, name in _LEVELS.items() if fold(name) in names]
    return found[-1] if found else None  # the one that is nearest to the citizen


def _keywords(value: str | int | None) -> list[str]:
    found = (part.strip()[:300] for part in _SEPARATOR.split(_text(value)))
    return list(dict.fromkeys(part for part in found if part))[:50]


def _basis(basis: shape.LegalBasis) -> str:
    name, number = _text(basis.TENVANBAN), _text(basis.SOVANBAN)
    if number and number not in name:
        return f"{name} ({number})" if name else number
    return name


def _key(label: str, taken: set[str]) -> str:
    key = "-".join(_WORD.findall(fold(label)))[:36].strip("-") or "truong-hop"
    number = 1
    while (key if number == 1 else f"{key}-{number}") in taken:
        number += 1
    return key if number == 1 else f"{key}-{number}"


def _text(value: str | int | None) -> str:
    """Give a text without marks of HTML."""
    if value is None:
        return ""
    return clean(html.unescape(_TAG.sub(" ", str(value)))).replace("\n", " ").strip()


def _whole(value: str | int | None) -> int | None:
    """Give a whole number, its thousands apart by dots or not; None for anything else."""
    text = _text(value)
    return int(text.replace(".", "")) if _NUMBER.fullmatch(text) else None


# -- to the record ---------------------------------------------------------------------------


def _record(procedure: Procedure) -> shape.NationalRecord:
    channels = [Channel(channel) for channel in procedure.channels] or [Channel.DIRECT]
    numbers = {channel: number for number, channel in _CHANNELS.items()}
    results = [(r.code, r.name) for r in procedure.results] or [("", procedure.result or "")]
    return shape.NationalRecord(
        ID=procedure.code,
        MATTHC=procedure.code,
        TENTTHC=procedure.name,
        MOTA=procedure.note or "",
        MOTACOQUANTHUCHIEN=procedure.agency,
        TUKHOA="; ".join(procedure.keywords),
        CAPTHUCHIEN=[shape.Level(TENCAP=_LEVELS[procedure.level])] if procedure.level else [],
        LINHVUCTHUCHIEN=[
            shape.FieldOfRecord(MALINHVUC=procedure.field_code, TENLINHVUC=procedure.field)
        ],
        CACHTHUCTHUCHIEN=[
            shape.Way(KENH=numbers[channel], THOIGIAN=[_time_record(procedure)])
            for channel in channels
        ],
        DOITUONGTHUCHIEN=[
            shape.Subject(TENDOITUONG=_SUBJECTS[PartyKind(kind)])
            for kind in procedure.applicant_kinds
        ],
        THANHPHANHOSO=_papers_record(procedure),
        KETQUATHUCHIEN=[
            shape.ResultOfRecord(MAKETQUA=code, TENKETQUA=name) for code, name in results if name
        ],
        CANCUPHAPLY=[shape.LegalBasis(TENVANBAN=text) for text in procedure.legal_basis],
        COQUANTHUCHIEN=[shape.Unit(TENDONVI=procedure.agency)],
        MucDo=str(procedure.online_level) if procedure.online_level else "",
    )


def _time_record(procedure: Procedure) -> shape.TimeOfRecord:
    time = procedure.processing_time
    fees = [_fee_record(fee) for fee in procedure.fees]
    if time is None:
        return shape.TimeOfRecord(DONVITINH="Khác", PHILEPHI=fees)
    if time.unit is TimeUnit.SAME_DAY:
        return shape.TimeOfRecord(
            THOIGIANGIAIQUYET="0",
            DONVITINH=_UNITS[TimeUnit.WORKING_DAY],
            MOTA="Trong ngày làm việc",
            PHILEPHI=fees,
        )
    return shape.TimeOfRecord(
        THOIGIANGIAIQUYET=str(time.value), DONVITINH=_UNITS[time.unit], PHILEPHI=fees
    )


def _fee_record(fee: Fee) -> shape.FeeOfRecord:
    is_said = fold(fee.name).startswith(fold(fee.kind)) and ": " not in fee.name
    return shape.FeeOfRecord(
        MAPHILEPHI=fee.code or "",
        SOTIEN=str(fee.amount_vnd),
        DONVI=_CURRENCY if fee.per == _PER_DOSSIER else f"{_CURRENCY}/{fee.per}",
        MOTA=fee.name if is_said else f"{fee.kind.capitalize()}: {fee.name}",
    )


def _papers_record(procedure: Procedure) -> list[shape.CaseOfRecord]:
    if not procedure.cases:
        return [shape.CaseOfRecord(GIAYTO=_paper_records(procedure.required_documents))]
    return [
        shape.CaseOfRecord(
            TRUONGHOP=case.label,
            GIAYTO=_paper_records(
                procedure.required_documents
                if case.required_documents is None
                else case.required_documents
            ),
        )
        for case in procedure.cases
    ]


def _paper_records(papers: Iterable[RequiredDocument]) -> list[shape.Paper]:
    return [
        shape.Paper(
            MAGIAYTO=paper.code or "",
            TENGIAYTO=paper.name,
            SOBANCHINH=str(paper.originals),
            SOBANSAO=str(paper.copies + paper.certified_copies),
            TENMAUDON=paper.form_code or "",
            MA_KQ_THAYTHE=paper.replaced_by_result or "",
        )
        for paper in papers
    ]
