"""``LayThuTuc`` both ways: what a record carries comes back, and nothing is guessed."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.built_in import built_in_packs
from station.catalogue.national_records import is_national, packed_of_records, records_of
from station.catalogue.pack import PackContentError, PackStatus
from station.catalogue.pack_format import unpacked
from station.catalogue.reading import read_pack
from station.domain.procedure import (
    Case,
    Fee,
    Procedure,
    ProcessingTime,
    RequiredDocument,
    ResultKind,
    TimeUnit,
)
from tests.builders import a_procedure

RECORD: dict[str, Any] = {
    "ID": "17",
    "MATTHC": "1.004873.000.00.00.H25",
    "TENTTHC": "Cấp <b>Giấy xác nhận</b> tình trạng hôn nhân",
    "MACOQUANCONGBO": "G15",
    "TRANGTHAI": 1,
    "CAPTHUCHIEN": [{"CAPTHUCHIEN": "4", "TENCAP": "Cấp Xã"}],
    "LINHVUCTHUCHIEN": [{"MALINHVUC": "G15-HT", "TENLINHVUC": "Hộ tịch"}],
    "TRINHTUTHUCHIEN": [{"TRUONGHOP": "", "TRINHTU": [{"TENTRINHTU": "Nộp hồ sơ"}]}],
    "CACHTHUCTHUCHIEN": [
        {
            "KENH": "1",
            "THOIGIAN": [
                {
                    "THOIGIANGIAIQUYET": "3",
                    "DONVITINH": "Ngày làm việc",
                    "MOTA": "trường hợp phải xác minh: 23 ngày",
                    "PHILEPHI": [
                        {"MAPHILEPHI": "P1", "SOTIEN": "15.000", "DONVI": "Đồng", "MOTA": "Lệ phí"}
                    ],
                }
            ],
        },
        {"KENH": "2", "THOIGIAN": None},
    ],
    "DOITUONGTHUCHIEN": [{"MADOITUONG": "1", "TENDOITUONG": "Công dân Việt Nam"}],
    "THANHPHANHOSO": [
        {
            "TRUONGHOP": "",
            "GIAYTO": [
                {"MAGIAYTO": "G1", "TENGIAYTO": "Tờ khai", "SOBANCHINH": "1", "SOBANSAO": "0"},
                {"TENGIAYTO": "Giấy ly hôn (nếu có)", "SOBANCHINH": "0", "SOBANSAO": "01"},
                {"TENGIAYTO": "Căn cước", "SOBANCHINH": "0", "SOBANSAO": "0"},
            ],
        }
    ],
    "KETQUATHUCHIEN": [{"MAKETQUA": "KQ.G15.000034", "TENKETQUA": "Giấy xác nhận"}],
    "CANCUPHAPLY": [{"SOVANBAN": "60/2014/QH13", "TENVANBAN": "Luật Hộ tịch"}],
    "COQUANTHUCHIEN": [{"MADONVI": "x", "TENDONVI": "UBND cấp xã"}],
    "TTHCLIENQUAN": [],
}


def read(record: dict[str, Any]) -> Procedure:
    content = json.dumps({"error_code": "0", "result": [record]}).encode()
    (procedure,) = read_pack(content, "LayThuTuc.json").procedures
    return procedure


def changed(**fields: Any) -> dict[str, Any]:
    return RECORD | fields


def ways(*times: dict[str, Any], channel: str = "1") -> list[dict[str, Any]]:
    return [{"KENH": channel, "THOIGIAN": list(times)}]


def test_a_record_becomes_a_procedure() -> None:
    procedure = read(RECORD)

    assert procedure.code == "1.004873"
    assert procedure.name == "Cấp Giấy xác nhận tình trạng hôn nhân"
    assert (procedure.level, procedure.field_code, procedure.field) == (
        "commune", "G15-HT", "Hộ tịch",
    )  # fmt: skip
    assert procedure.processing_time == ProcessingTime(3, TimeUnit.WORKING_DAY)
    assert procedure.channels == ("direct", "online")
    assert procedure.applicant_kinds == ("citizen",)
    assert [(f.name, f.kind, f.amount_vnd, f.per, f.code) for f in procedure.fees] == [
        ("Lệ phí", "lệ phí", 15_000, "hồ sơ", "P1")
    ]
    first, second, third = procedure.required_documents
    assert (first.code, first.originals, first.mandatory) == ("G1", 1, True)
    assert (second.copies, second.mandatory) == (1, False)
    assert (third.presented, third.originals, third.copies) == (1, 0, 0)
    assert procedure.results == (ResultKind("KQ.G15.000034", "Giấy xác nhận"),)
    assert procedure.legal_basis == ("Luật Hộ tịch (60/2014/QH13)",)


def test_records_are_an_official_pack_and_told_apart_by_what_is_in_them() -> None:
    pack = read_pack(json.dumps([RECORD]).encode(), "LayThuTuc.json")

    assert (pack.name, pack.status) == ("LayThuTuc", PackStatus.OFFICIAL)
    assert is_national({"result": [RECORD]})
    others: list[Any] = [[], {}, {"result": []}, {"result": "x"}, [1], [{"TENTTHC": "x"}], "x"]
    for other in others:
        assert not is_national(other)


@pytest.mark.parametrize(
    "times",
    [
        [],
        [{"THOIGIANGIAIQUYET": "3 ngày", "DONVITINH": "Ngày"}],
        [{"THOIGIANGIAIQUYET": "", "DONVITINH": "Khác"}],
        [{"THOIGIANGIAIQUYET": "3", "DONVITINH": "Khác"}],
        [{"THOIGIANGIAIQUYET": "1.5", "DONVITINH": "Ngày làm việc"}],
        [{"THOIGIANGIAIQUYET": "0", "DONVITINH": "Ngày"}],
        [
            {"THOIGIANGIAIQUYET": "3", "DONVITINH": "Ngày"},
            {"THOIGIANGIAIQUYET": "20", "DONVITINH": "Ngày"},
        ],
    ],
)
def test_a_time_that_is_not_one_number_is_no_time(times: list[dict[str, Any]]) -> None:
    procedure = read(changed(CACHTHUCTHUCHIEN=ways(*times)))

    assert procedure.processing_time is None
    assert not procedure.has_details


def test_cases_are_the_groups_of_papers() -> None:
    groups = [
        {"TRUONGHOP": "Đúng hạn", "GIAYTO": [{"TENGIAYTO": "Tờ khai", "SOBANCHINH": "1"}]},
        {"TRUONGHOP": "Quá hạn", "GIAYTO": [{"TENGIAYTO": "Giải trình", "SOBANCHINH": "1"}]},
        {"TRUONGHOP": "Quá hạn", "GIAYTO": []},
    ]

    procedure = read(changed(THANHPHANHOSO=groups))

    assert [case.key for case in procedure.cases] == ["dung-han", "qua-han", "qua-han-2"]
    assert procedure.in_case("qua-han").required_documents[0].name == "Giải trình"
    assert procedure.in_case("qua-han-2").required_documents == ()
    assert procedure.in_case(None).required_documents[0].name == "Tờ khai"


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"MATTHC": "x"}, "code"),
        ({"TENTTHC": ""}, "name"),
        ({"TENTTHC": ["x"]}, "TENTTHC"),
        ({"COQUANTHUCHIEN": [], "MOTACOQUANTHUCHIEN": ""}, "agency"),
        ({"THANHPHANHOSO": [{"GIAYTO": [{"TENGIAYTO": ""}]}]}, "required_documents[0].name"),
        ({"THANHPHANHOSO": [{"GIAYTO": [{"TENGIAYTO": "x", "SOBANCHINH": "999"}]}]}, "originals"),
        ({"CACHTHUCTHUCHIEN": ways({"PHILEPHI": [{"SOTIEN": "-1"}]})}, "SOTIEN"),
        ({"CACHTHUCTHUCHIEN": ways({"PHILEPHI": [{"SOTIEN": "tuỳ loại"}]})}, "SOTIEN"),
        ({"THANHPHANHOSO": [{}] * 31}, "THANHPHANHOSO"),
    ],
)
def test_a_record_that_cannot_be_meant_is_refused_and_named(
    fields: dict[str, Any], place: str
) -> None:
    with pytest.raises(PackContentError, match="record 1") as caught:
        read(changed(**fields))

    assert place in caught.value.problem


def carried(procedure: Procedure) -> Procedure:
    """Leave of a procedure what a record can carry."""

    def paper(each: RequiredDocument) -> RequiredDocument:
        copies = each.copies + each.certified_copies
        return RequiredDocument(
            index=each.index,
            name=each.name,
            originals=each.originals,
            copies=copies,
            presented=0 if each.originals or copies else 1,
            form_code=each.form_code,
            mandatory="nếu có" not in each.name.lower(),
            code=each.code,
            replaced_by_result=each.replaced_by_result,
        )

    papers = tuple(map(paper, procedure.required_documents))
    cases = tuple(
        Case(
            key=case.key,
            label=case.label,
            required_documents=papers
            if case.required_documents is None
            else tuple(map(paper, case.required_documents)),
        )
        for case in procedure.cases
    )
    if len(cases) == 1:
        papers, cases = cases[0].required_documents or (), ()
    return Procedure(
        code=procedure.code,
        name=procedure.name,
        field_code=procedure.field_code,
        field=procedure.field,
        agency=procedure.agency,
        level=procedure.level,
        processing_time=procedure.processing_time,
        required_documents=cases[0].required_documents or () if cases else papers,
        fees=tuple(
            Fee(
                index=f.index, name=f.name, kind=f.kind, amount_vnd=f.amount_vnd, per=f.per,
                code=f.code,
            )
            for f in procedure.fees
        ),
        result=procedure.result or next((r.name for r in procedure.results), None),
        legal_basis=procedure.legal_basis,
        channels=procedure.channels or ("direct",),
        applicant_kinds=procedure.applicant_kinds,
        online_level=procedure.online_level,
        results=procedure.results,
        cases=cases,
        note=procedure.note,
        keywords=procedure.keywords,
    )  # fmt: skip


def with_keys_of(back: Procedure, wanted: Procedure) -> Procedure:
    """Give the cases the keys that were made of their labels: a record has none."""
    pairs = zip(wanted.cases, back.cases, strict=True)
    return replace(wanted, cases=tuple(replace(case, key=other.key) for case, other in pairs))


def there_and_back(procedure: Procedure) -> Procedure:
    (back,) = unpacked(packed_of_records(json.loads(json.dumps(records_of([procedure])))))
    return back


@pytest.mark.parametrize(
    "procedure", built_in_packs()[0].procedures, ids=lambda procedure: str(procedure.code)
)
def test_every_procedure_of_the_sample_comes_back(procedure: Procedure) -> None:
    back = there_and_back(procedure)

    assert back == with_keys_of(back, carried(procedure))


words = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy ", min_size=1, max_size=20).map(
    lambda text: " ".join(text.split()) or "x"
)
papers = st.lists(
    st.builds(
        RequiredDocument,
        index=st.just(0),
        name=words,
        originals=st.integers(0, 3),
        copies=st.integers(0, 3),
        certified_copies=st.integers(0, 3),
        code=st.none() | st.just("G1"),
    ),
    max_size=3,
).map(lambda rows: tuple(replace(row, index=n) for n, row in enumerate(rows, start=1)))
fees = st.lists(
    st.builds(
        Fee,
        index=st.just(0),
        name=words | words.map("Lệ phí {}".format) | words.map("Phí: {}".format),
        kind=st.sampled_from(["phí", "lệ phí"]),
        amount_vnd=st.integers(0, 10**9),
        per=st.sampled_from(["hồ sơ", "bản", "trang/bản"]),
    ),
    max_size=3,
).map(lambda rows: tuple(replace(row, index=n) for n, row in enumerate(rows, start=1)))
times = (
    st.none()
    | st.just(ProcessingTime(0, TimeUnit.SAME_DAY))
    | st.builds(
        ProcessingTime,
        st.integers(1, 12),
        st.sampled_from([unit for unit in TimeUnit if unit is not TimeUnit.SAME_DAY]),
    )
)
cases = st.lists(
    st.builds(Case, key=st.just("x"), label=words, required_documents=st.none() | papers),
    max_size=3,
    unique_by=lambda case: case.label,
)


@given(required=papers, charged=fees, time=times, chosen=cases)
def test_what_a_record_carries_comes_back(
    required: tuple[RequiredDocument, ...],
    charged: tuple[Fee, ...],
    time: ProcessingTime | None,
    chosen: list[Case],
) -> None:
    procedure = a_procedure(
        required_documents=required, fees=charged, processing_time=time, cases=tuple(chosen)
    )

    back = there_and_back(procedure)

    assert back == with_keys_of(back, carried(procedure))
    assert there_and_back(back) == back  # once more changes nothing


def test_every_value_that_leaves_is_a_text() -> None:
    def leaves(value: Any) -> Any:
        if isinstance(value, dict):
            return [leaf for each in value.values() for leaf in leaves(each)]
        if isinstance(value, list):
            return [leaf for each in value for leaf in leaves(each)]
        return [value]

    plain = records_of(built_in_packs()[0].procedures)

    assert all(isinstance(leaf, str) or leaf is None for leaf in leaves(plain["result"]))
