"""What a catalogue file may say, in each of the three formats, and what is refused."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.built_in import built_in_packs
from station.catalogue.pack import (
    LARGEST_PACK_BYTES,
    DuplicateProcedureError,
    Pack,
    PackContentError,
    PackError,
    PackStatus,
    PackTooLargeError,
    UnknownPackFormatError,
    UnreadablePackError,
)
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.reading import read_pack, read_pack_file
from station.domain.procedure import ProcessingTime, TimeUnit
from station.text import clean
from tests.builders import a_procedure

SOURCE: dict[str, Any] = {
    "schema": "procedure-catalogue/1",
    "status": "sample: invented",
    "country": "VN",
    "province_code": "H25",
    "procedures": [
        {
            "code": "1.004873",
            "name": "Cấp Giấy xác nhận tình trạng hôn nhân",
            "field_code": "G15-HT",
            "field": "Hộ tịch",
            "level": "commune",
            "handling_agency": "UBND cấp xã",
            "processing_time": {"value": 3, "unit": "working_day"},
            "required_documents": [
                {
                    "name": "Tờ khai",
                    "originals": 1,
                    "copies": 0,
                    "presented": 0,
                    "form_code": "TK",
                    "optional": False,
                    "digitise": True,
                },
                {
                    "name": "Giấy tờ khác",
                    "originals": 0,
                    "copies": 1,
                    "presented": 0,
                    "form_code": None,
                    "optional": True,
                    "digitise": False,
                    "note": "nếu có",
                },
            ],
            "result": "Giấy xác nhận",
            "fees": [{"name": "Lệ phí", "kind": "lệ phí", "amount_vnd": 15000, "per": "bản"}],
            "legal_basis": ["Luật Hộ tịch số 60/2014/QH13"],
            "channels": ["direct", "online"],
            "applicant_kinds": ["citizen"],
            "immediate": False,
        }
    ],
}
HEADER = "reference_code,domain_code,domain,group_code,group,type_code,type,agency,name,legal_basis"
LIST = (
    f"{HEADER}\n"
    'HN0001,BA001,Kinh tế,BA001.001,Hỗ trợ,BA001.001.001,Tiêu dùng,Sở Công thương,"Đăng ký, sửa",'
    "Quyết định số 564/QĐ-UBND ngày 20/3/2020 và Quyết định số 1105/QĐ-UBND ngày 12/6/2020\n"
    "HN0002,BA001,Kinh tế,BA001.002,,,Đầu tư,BQL các khu Công nghiệp,Cấp Giấy chứng nhận,\n"
)


def a_pack(**changes: Any) -> Pack:
    values: dict[str, Any] = {
        "name": "thu",
        "version": "7",
        "issued_on": date(2026, 11, 23),
        "status": PackStatus.OFFICIAL,
        "procedures": (a_procedure(), a_procedure(code="HN0001", processing_time=None)),
    }
    return Pack(**{**values, **changes})


def encoded(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False).encode()


def first(plain: dict[str, Any]) -> dict[str, Any]:
    procedure: dict[str, Any] = plain["procedures"][0]
    return procedure


def changed(pack: Pack, change: Callable[[dict[str, Any]], object]) -> bytes:
    plain = json.loads(pack_to_bytes(pack))
    change(plain)
    return encoded(plain)


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_a_pack_comes_back_as_it_was_written(packed: Callable[[bytes], bytes]) -> None:
    pack = a_pack(note="ghi chú")

    assert read_pack(packed(pack_to_bytes(pack)), "thu.json") == pack


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert pack_to_bytes(a_pack()) == pack_to_bytes(read_pack(pack_to_bytes(a_pack()), "x"))


def test_what_is_not_said_is_not_written() -> None:
    line = pack_to_bytes(a_pack()).splitlines()[2]

    assert set(json.loads(line)) == {
        "code", "name", "field_code", "field", "agency", "required_documents", "fees",
    }  # fmt: skip


def test_a_catalogue_with_details_becomes_a_pack() -> None:
    pack = read_pack(encoded(SOURCE), "mau.v2.json")

    (procedure,) = pack.procedures
    assert (pack.name, pack.status, pack.issued_on) == ("mau", PackStatus.SAMPLE, None)
    assert pack.version == f"0+{sha256(encoded(SOURCE)).hexdigest()[:12]}"
    assert procedure.agency == "UBND cấp xã"
    assert procedure.processing_time == ProcessingTime(3, TimeUnit.WORKING_DAY)
    assert [document.index for document in procedure.required_documents] == [1, 2]
    assert [document.mandatory for document in procedure.required_documents] == [True, False]
    assert procedure.required_documents[1].copies == 1
    assert procedure.fees[0].index == 1
    assert procedure.has_details


@pytest.mark.parametrize(
    ("field_code", "cutoff"), [("G15-HT", "15:00"), ("G15-CT", "15:00"), ("G13-DKKD", None)]
)
def test_civil_status_and_certification_have_the_cut_off_of_their_law(
    field_code: str, cutoff: str | None
) -> None:
    source = json.loads(encoded(SOURCE))
    source["procedures"][0]["field_code"] = field_code

    assert read_pack(encoded(source), "x.json").procedures[0].cutoff == cutoff


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_reference_list_becomes_a_pack_of_names(encoding: str, line_end: str) -> None:
    pack = read_pack(LIST.replace("\n", line_end).encode(encoding), "danh muc.csv")

    first, second = pack.procedures
    assert pack.status is PackStatus.REFERENCE
    assert (first.code, first.name, first.agency) == ("HN0001", "Đăng ký, sửa", "Sở Công thương")
    assert first.legal_basis == (
        "Quyết định số 564/QĐ-UBND ngày 20/3/2020",
        "Quyết định số 1105/QĐ-UBND ngày 12/6/2020",
    )
    assert (second.field_code, second.field) == ("BA001.002", "Đầu tư")
    assert not first.has_details


def test_names_are_kept_in_their_one_spelling() -> None:
    decomposed = "Đăng ký hô\u0323 tịch\u200b"

    pack = read_pack(changed(a_pack(), lambda p: first(p).update(name=decomposed)), "x")

    assert pack.procedures[0].name == clean(decomposed) == "Đăng ký hộ tịch"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda p: p.update(extra=1), "extra"),
        (lambda p: p["procedures"][1].update(colour="red"), "$.procedures[1]"),
        (lambda p: p["procedures"][0]["fees"][0].update(vat=8), "$.procedures[0].fees[0]"),
        (lambda p: p["procedures"][0].pop("agency"), "agency"),
        (lambda p: first(p).update(name=""), "$.procedures[0].name"),
        (lambda p: first(p).update(name="\u200b"), "$.procedures[0].name"),
        (lambda p: first(p).update(name="x" * 1001), "$.procedures[0].name"),
        (lambda p: first(p).update(code="1 004873"), "$.procedures[0].code"),
        (lambda p: first(p).update(cutoff="15h"), "$.procedures[0].cutoff"),
        (lambda p: first(p).update(level="district"), "$.procedures[0].level"),
        (lambda p: first(p).update(channels=["fax"]), "$.procedures[0].channels[0]"),
        (
            lambda p: p["procedures"][0]["fees"][0].update(amount_vnd=-1),
            "$.procedures[0].fees[0].amount_vnd",
        ),
        (
            lambda p: p["procedures"][0]["fees"][0].update(amount_vnd=10**30),
            "$.procedures[0].fees[0].amount_vnd",
        ),
        (
            lambda p: p["procedures"][0]["required_documents"][0].update(originals="1"),
            "$.procedures[0].required_documents[0].originals",
        ),
        (
            lambda p: first(p).update(processing_time={"value": 0, "unit": "working_day"}),
            "$.procedures[0].processing_time",
        ),
        (
            lambda p: first(p).update(processing_time={"value": 2, "unit": "same_day"}),
            "$.procedures[0].processing_time",
        ),
        (lambda p: p.update(status="final"), "$.status"),
        (lambda p: p.update(issued_on="23/11/2026"), "$.issued_on"),
        (lambda p: p.update(procedures=[0] * 20_001), "$.procedures"),
    ],
)
def test_a_pack_that_breaks_the_format_says_where(
    change: Callable[[dict[str, Any]], object], place: str
) -> None:
    with pytest.raises(PackContentError) as caught:
        read_pack(changed(a_pack(), change), "sai.json")

    assert place in caught.value.details["problem"]
    assert caught.value.details["file"] == "sai.json"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (encoded({**SOURCE, "extra": 1}), "extra"),
        (encoded({**SOURCE, "procedures": [{}]}), "$.procedures[0]"),
        (f"{HEADER}\nHN0001,BA001\n".encode(), "line 2"),
        (f"{LIST}HN0003,a,b,c,d,e,f,g,h,i,j\n".encode(), "line 4"),
        (f"{LIST}HN0003,a,b,c,d,e,f,,h,i\n".encode(), "line 4"),
        (f'{LIST}HN0003,a,b,c,d,e,f,g,"h,i\n'.encode(), "line 4"),
    ],
)
def test_a_source_that_breaks_its_format_says_where(content: bytes, place: str) -> None:
    with pytest.raises(PackContentError) as caught:
        read_pack(content, "nguon")

    assert place in caught.value.details["problem"]


@pytest.mark.parametrize(
    "content",
    [
        changed(a_pack(), lambda p: p["procedures"].append(p["procedures"][0])),
        encoded({**SOURCE, "procedures": SOURCE["procedures"] * 2}),
        f"{LIST}{LIST.splitlines()[1]}\n".encode(),
    ],
)
def test_a_code_is_there_once(content: bytes) -> None:
    with pytest.raises(DuplicateProcedureError):
        read_pack(content, "trung")


def packed(content: bytes) -> bytes:
    """Pack without the time of day: the bytes name the case, and must be the same everywhere."""
    return gzip.compress(content, mtime=0)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", UnreadablePackError),
        (b"  \n", UnreadablePackError),
        (b"{", UnreadablePackError),
        (b'{"schema": "tram-mot-cua-pack/1", ', UnreadablePackError),
        (b"[" * 100_000, UnreadablePackError),
        (LIST.encode("utf-16"), UnreadablePackError),
        (LIST.encode("cp1258", "replace"), UnreadablePackError),
        (packed(LIST.encode())[:-9], UnreadablePackError),
        (packed(LIST.encode()) + b"x", UnreadablePackError),
        (b"\x1f\x8b" + bytes(40), UnreadablePackError),
        (packed(b""), UnreadablePackError),
        (b" " * (LARGEST_PACK_BYTES + 1), PackTooLargeError),
        (packed(bytes(LARGEST_PACK_BYTES + 1)), PackTooLargeError),
        (b"[]", UnknownPackFormatError),
        (b"null", UnknownPackFormatError),
        (b"%PDF-1.7", UnknownPackFormatError),
        (b"reference_code,name\nHN1,x\n", UnknownPackFormatError),
        (b'{"schema": "tram-mot-cua-pack/2"}', UnknownPackFormatError),
        (b'{"schema": ["tram-mot-cua-pack/1"]}', UnknownPackFormatError),
        (b'{"name": "x"}', UnknownPackFormatError),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_by_name(
    content: bytes, error: type[PackError]
) -> None:
    with pytest.raises(error) as caught:
        read_pack(content, "/home/ai/hỏng.json")

    assert caught.value.details["file"] == "hỏng.json"


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_nothing_but_a_pack_error_comes_of_any_bytes(content: bytes) -> None:
    with pytest.raises(PackError):
        read_pack(content, "x")


@given(
    cut=st.integers(0, 2_000), to=st.binary(max_size=3), plain=st.sampled_from(["ours", "source"])
)
def test_a_damaged_pack_is_read_or_refused_but_never_half(cut: int, to: bytes, plain: str) -> None:
    whole = pack_to_bytes(a_pack()) if plain == "ours" else encoded(SOURCE)
    cut %= len(whole)

    try:
        pack = read_pack(whole[:cut] + to + whole[cut + len(to) :], "x")
    except PackError:
        return
    assert len(pack.procedures) == (2 if plain == "ours" else 1)


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "thu.json"
    path.write_bytes(pack_to_bytes(a_pack()))

    assert read_pack_file(path) == a_pack()


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadablePackError):
        read_pack_file(tmp_path / name)


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(50 * LARGEST_PACK_BYTES)  # a sparse file takes no room

    with pytest.raises(PackTooLargeError):
        read_pack_file(path)


def test_the_shipped_packs_hold_25_procedures_with_details_and_942_names() -> None:
    sample, reference, _lists = built_in_packs()

    assert [len(pack.procedures) for pack in (sample, reference)] == [25, 942]
    assert all(procedure.has_details for procedure in sample.procedures)
    assert not any(procedure.has_details for procedure in reference.procedures)
    assert sample.status is PackStatus.SAMPLE
    assert reference.status is PackStatus.REFERENCE
    assert {p.cutoff for p in sample.procedures if p.field in ("Hộ tịch", "Chứng thực")} == {
        "15:00"
    }
    assert {p.cutoff for p in sample.procedures if p.field not in ("Hộ tịch", "Chứng thực")} == {
        None
    }


def test_the_shipped_packs_are_written_the_way_the_converter_writes() -> None:
    folder = files("station.catalogue") / "packs"
    shipped = [
        (folder / name).read_bytes()
        for name in (
            "procedures-sample.json",
            "procedures-reference-2020.json",
            "lists-sample.json",
        )
    ]

    assert [pack_to_bytes(pack) for pack in built_in_packs()] == shipped


def test_the_example_of_the_documentation_is_a_pack() -> None:
    page = (Path(__file__).parents[2] / "docs" / "catalogue-pack.md").read_text(encoding="utf-8")
    example = page.split("```json")[1].split("```")[0]

    (procedure,) = read_pack(example.encode(), "docs.json").procedures

    assert procedure.has_details
