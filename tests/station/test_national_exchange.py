"""The national exchange: golden payloads, the kept schema, and no value that nobody knows."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.documents import HeldData, LawfulGround, Reuse
from station.domain.dossier import Channel, Delivery, DeliveryMethod, FeeLine
from station.domain.events import Event
from station.domain.history import Step, apply
from station.domain.person import OrganisationKind, Party, PartyKind, Person
from station.exchange.codes import stamp
from station.exchange.dossier_record import Surroundings
from station.exchange.missing_facts import MissingFact, MissingFactsError
from station.exchange.national import national_exchange, schema
from station.exchange.records import (
    DinhDanhCHS,
    HoSo,
    HoSoBoSung,
    KetNoiCSDL,
    LePhi,
    NationalExchange,
    TaiLieuNop,
    TepDinhKemKhac,
    TienDo,
)
from tests.builders import ACCEPTED, FEE, PRINTED, a_chain, a_party, a_procedure, a_reception
from tests.exchange_samples import (
    FILE_ADDRESS,
    GOLDEN,
    OFFICERS,
    POPULATION,
    SAMPLES,
    WITH_SCANS,
    exchange_of,
    golden_text,
    national_procedure,
    steps_of,
)
from tests.life_samples import ARRIVED, ISSUED, LIVES, RECEIVED

NEVER_KNOWN = {
    "SoBienNhan", "MaDoiTuong", "ThongTinKhac", "Fax", "GhiChu", "ThongTinTiepNhan", "ChucDanh",
    "PhongBanXuLy", "DanhSachLePhiBoSung", "DanhSachGiayToKetQua", "LoaiGiayTo",
}  # fmt: skip
"""Optional fields that a counter has no facts for."""
ROOT = Path(__file__).parents[2]
NAMELESS = Party(kind=PartyKind.CITIZEN, person=Person(full_name="Lò Văn Ứng"))


def missing(*events: Event, **around: Any) -> list[str]:
    with pytest.raises(MissingFactsError) as caught:
        exchange_of(events, **around)
    details = caught.value.details
    assert all(fact["screen_field"] for fact in details["missing"])
    return [fact["field"] for fact in details["missing"]]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_dossier_of_each_kind_gives_its_golden_payloads(name: str) -> None:
    assert golden_text(SAMPLES[name]) == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


def test_the_schema_that_is_kept_is_the_one_that_is_checked() -> None:
    kept = resources.files("station.exchange").joinpath("dvcqg.schema.json").read_bytes()

    assert kept == schema()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_field_of_the_exchange_is_there_and_text_unless_said_otherwise(name: str) -> None:
    payload = json.loads(golden_text(SAMPLES[name]))

    assert list(payload) == ["DongBoHoSoMC", "CapNhatTienDoHoSoMC"]
    (dossier,) = payload["DongBoHoSoMC"]["data"]
    assert len(dossier) == 38
    for field, value in dossier.items():
        assert isinstance(value, str | list), field
    assert all(
        isinstance(value, str)
        for step in payload["CapNhatTienDoHoSoMC"]["data"]
        for value in step.values()
    )


def test_every_field_is_filled_by_some_kind_of_dossier_or_is_told_to_be_never_known() -> None:
    """Domain facts 5.2 and 5.3, with the records inside them."""
    page = (ROOT / "docs" / "national-exchange.md").read_text(encoding="utf-8")
    filled: set[str] = set()

    def look(value: Any) -> None:
        for name, inner in value.items() if isinstance(value, dict) else ():
            filled.update({name} if inner not in ("", [], None) else ())
            look(inner)
        for inner in value if isinstance(value, list) else ():
            look(inner)

    for events in SAMPLES.values():
        look(json.loads(golden_text(events)))
    records = (HoSo, TienDo, TaiLieuNop, LePhi, HoSoBoSung, DinhDanhCHS, KetNoiCSDL, TepDinhKemKhac)
    known = {name for record in records for name in record.__struct_fields__}

    assert known - filled == NEVER_KNOWN
    assert all(name in page for name in NEVER_KNOWN)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("NgayTiepNhan", "2026-11-23T09:00:00"),
        ("TrangThaiHoSo", "11"),
        ("LoaiDoiTuong", "5"),
        ("SoGiayToChuHoSo", ""),
        ("TrichYeuHoSo", "x" * 1001),
        ("NgayHenTra", None),
    ],
)
def test_the_schema_refuses_what_the_exchange_would_refuse(place: str, value: object) -> None:
    payload = json.loads(golden_text(SAMPLES["01-citizen-paid"]))
    payload["DongBoHoSoMC"]["data"][0][place] = value

    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(payload, NationalExchange)


def test_times_are_those_of_viet_nam_whatever_zone_they_came_in() -> None:
    assert stamp(datetime(2026, 12, 31, 20, 30, 5, tzinfo=UTC)) == "20270101033005"
    assert stamp(None) == ""


@pytest.mark.parametrize(
    ("ground", "databases"),
    [
        (LawfulGround.HELD_BY_STATE, ["7"]),
        (LawfulGround.INACCURATE, ["7"]),
        (LawfulGround.NOT_RETRIEVABLE, []),
    ],
)
def test_only_databases_that_answered_count_as_connected(
    ground: LawfulGround, databases: list[str]
) -> None:
    held = HeldData(ground=ground, database=POPULATION, asked_at=RECEIVED.received_at)
    papers = tuple(replace(paper, held=held) for paper in WITH_SCANS)
    steps = steps_of([a_reception(documents=papers), FEE])
    around = Surroundings(
        procedure=national_procedure(),
        file_address=FILE_ADDRESS,
        databases={POPULATION.casefold(): "7"},
    )

    sent = national_exchange(steps, around, officer_name=OFFICERS.get)

    assert [each.MaCSDL for each in sent.DongBoHoSoMC.data[0].DSKetNoiCSDL] == databases


def test_a_database_without_its_code_is_named_with_the_list_that_lacks_it() -> None:
    held = HeldData(
        ground=LawfulGround.HELD_BY_STATE, database=POPULATION, asked_at=RECEIVED.received_at
    )
    steps = steps_of([a_reception(documents=(replace(WITH_SCANS[0], held=held),)), FEE])
    around = Surroundings(procedure=national_procedure(), file_address=FILE_ADDRESS)

    with pytest.raises(MissingFactsError) as refused:
        national_exchange(steps, around, officer_name=OFFICERS.get)

    (missing,) = refused.value.missing
    assert missing.field == "DSKetNoiCSDL[1].MaCSDL"
    assert missing.place.vi == f"Danh mục › Bảng mã ma-csdl › {POPULATION}"


@pytest.mark.parametrize(
    ("reuse", "code", "flags"),
    [
        (None, None, ("1", "0", "0", "")),
        (Reuse.REUSED, None, ("0", "1", "0", "")),
        (Reuse.REUSED, "KQ.G15.000034", ("0", "2", "0", "KQ.G15.000034")),
        (Reuse.NATIONAL_STORE, None, ("0", "0", "1", "")),
    ],
)
def test_where_a_paper_comes_from_is_said_by_its_flags(
    reuse: Reuse | None, code: str | None, flags: tuple[str, ...]
) -> None:
    paper = replace(WITH_SCANS[0], reuse=reuse, result_code=code)
    steps = steps_of([a_reception(documents=(paper,)), FEE])
    around = Surroundings(procedure=national_procedure(), file_address=FILE_ADDRESS)

    sent = national_exchange(steps, around, officer_name=OFFICERS.get)

    (record,) = sent.DongBoHoSoMC.data[0].TaiLieuNop
    assert flags == (
        record.DuocSoHoa,
        record.DuocTaiSuDung,
        record.DuocLayTuKhoDMQG,
        record.MaKetQuaThayThe,
    )


def test_what_was_brought_for_a_request_is_listed_with_it() -> None:
    sent = exchange_of(SAMPLES["20-supplement-with-scans"]).DongBoHoSoMC.data[0]

    assert [file.TepDinhKemId[:2] for file in sent.TaiLieuNop] == ["ab", "cd", "ef"]
    first, second = sent.DanhSachHoSoBoSung
    assert [file.TepDinhKemId[:2] for file in first.DanhSachGiayToBoSung] == ["cd"]
    assert second.DanhSachGiayToBoSung == sent.TaiLieuNop[2:]


def test_a_fee_bears_the_code_that_it_was_charged_by() -> None:
    charged = replace(a_reception().fees[0], code="LP99")
    old = a_reception().fees[0]
    fee = replace(national_procedure().fees[0], name="Lệ phí khác")
    other = replace(national_procedure(), fees=(fee,))

    def code(line: FeeLine) -> str:
        sent = exchange_of([a_reception(fees=(line,))]).DongBoHoSoMC.data[0]
        return sent.DanhSachLePhi[0].MaPhiLePhi

    assert (code(charged), code(old)) == ("LP99", "LP15")
    assert missing(a_reception(fees=(old,)), procedure=other) == ["DanhSachLePhi[1].MaPhiLePhi"]


# -- what is missing ------------------------------------------------------------------------


def test_an_owner_without_a_number_is_named_and_given_none() -> None:
    assert missing(a_reception(submitter=NAMELESS), FEE) == ["SoGiayToChuHoSo"]


def test_who_hands_in_for_himself_is_asked_for_his_number_where_he_entered_it() -> None:
    def place(*events: Event) -> str:
        with pytest.raises(MissingFactsError) as caught:
            exchange_of(events)
        return caught.value.missing[0].place.vi

    assert place(a_reception(submitter=NAMELESS)) == "Tiếp nhận › Người nộp › Số giấy tờ"
    assert place(a_reception(owner=NAMELESS)).startswith("Tiếp nhận › Chủ hồ sơ › Số giấy tờ")


def test_a_reused_paper_without_its_file_is_named() -> None:
    reused = replace(WITH_SCANS[0], reuse=Reuse.REUSED, files=(), originals=0)

    assert missing(a_reception(documents=(reused,))) == ["TaiLieuNop[1].DuongDanTaiTepTin"]


def test_an_organisation_of_which_nobody_said_the_kind_is_named() -> None:
    company = Party(
        kind=PartyKind.ORGANISATION,
        person=a_party().person,
        organisation_name="Khương Nguyễn",
        tax_code="0700123456",
    )

    assert missing(a_reception(owner=company)) == ["LoaiDoiTuong"]


def test_everything_that_is_missing_is_said_at_once() -> None:
    bare = a_procedure()
    found = missing(
        a_reception(submitter=NAMELESS, documents=WITH_SCANS), procedure=bare, file_address=None
    )

    assert found == [
        "SoGiayToChuHoSo",
        "TaiLieuNop[1].MaThanhPhanHoSo",
        "TaiLieuNop[1].DuongDanTaiTepTin",
        "TaiLieuNop[2].MaThanhPhanHoSo",
        "TaiLieuNop[2].DuongDanTaiTepTin",
        "DanhSachLePhi[1].MaPhiLePhi",
    ]


def test_an_online_dossier_needs_the_account_that_only_the_portal_knows() -> None:
    online = Delivery(method=DeliveryMethod.ONLINE)

    assert missing(a_reception(channel=Channel.ONLINE, delivery=online)) == [
        "HinhThuc",
        "TaiKhoanDuocXacThucVoiVNeID",
    ]


def test_a_procedure_that_left_the_catalogue_has_no_field_code_any_more() -> None:
    around = Surroundings(procedure=None, file_address=FILE_ADDRESS)

    with pytest.raises(MissingFactsError) as caught:
        national_exchange(steps_of([a_reception(fees=())]), around, officer_name=OFFICERS.get)
    assert [fact.field for fact in caught.value.missing] == ["MaLinhVuc"]


def test_who_did_a_step_is_an_officer_of_the_station() -> None:
    around = Surroundings(procedure=national_procedure(), file_address=FILE_ADDRESS)

    exported = national_exchange(
        steps_of([a_reception(officer_name="Lý Thị Mai")]), around, officer_name=lambda _: None
    )
    assert exported.CapNhatTienDoHoSoMC.data[0].NguoiXuLy == "Lý Thị Mai"
    with pytest.raises(MissingFactsError) as caught:
        national_exchange(steps_of([RECEIVED, ARRIVED]), around, officer_name=lambda _: None)
    assert [fact.field for fact in caught.value.missing] == ["NguoiXuLy"]


def test_a_name_longer_than_the_exchange_takes_is_cut_at_a_whole_word() -> None:
    name = "Nguyễn Phương Hoàng Thị Ngọc Quỳnh Hương Công Tằng Tôn Nữ Thiên Đường"
    around = Surroundings(procedure=national_procedure(), file_address=FILE_ADDRESS)

    exchange = national_exchange(
        steps_of([a_reception()]), around, officer_name=lambda _: name, updating=True
    )

    (step,) = exchange.CapNhatTienDoHoSoMC.data
    assert step.NguoiXuLy == "Nguyễn Phương Hoàng Thị Ngọc Quỳnh Hương Công Tằng"
    assert exchange.DongBoHoSoMC.isUpdating == "True"


def test_each_state_is_sent_as_itself() -> None:
    sent = {
        name: json.loads(golden_text(events))["DongBoHoSoMC"]["data"][0]["TrangThaiHoSo"]
        for name, events in LIVES.items()
    }

    assert sent == {
        "asked-at-intake": "5",
        "refused-at-intake": "3",
        "completed": "2",
        "extended": "4",
        "stopped": "8",
        "waiting-for-duty": "6",
        "withdrawn": "7",
        "result-at-counter": "9",
        "returned": "10",
        "returned-by-post": "10",
        "slip-lost": "10",
        "rated": "10",
    }


def test_what_the_province_did_bears_the_name_that_the_news_gives() -> None:
    received, issued = a_chain(RECEIVED, ISSUED)
    news = replace(issued, station_id="province", officer_id="lan")
    steps = [Step(received, apply(None, received))]
    steps += [Step(news, apply(steps[0].dossier, news))]
    steps += [Step(news, steps[-1].dossier)]  # news that could not be folded changed nothing
    around = Surroundings(procedure=national_procedure(), file_address=FILE_ADDRESS)

    exchange = national_exchange(steps, around, officer_name=OFFICERS.get)

    first, second = exchange.CapNhatTienDoHoSoMC.data
    assert (first.NguoiXuLy, first.TrangThai) == ("Trần Thị Hạnh", "2")
    assert (second.NguoiXuLy, second.TrangThai) == ("Phòng Tư pháp", "9")


PARTIES = st.builds(
    replace,
    st.just(a_party()),
    kind=st.sampled_from(PartyKind),
    organisation_name=st.sampled_from([None, "Khương Nguyễn"]),
    organisation_kind=st.sampled_from([None, *OrganisationKind]),
    tax_code=st.sampled_from([None, "0700123456", "0700123456-001"]),
) | st.just(NAMELESS)
RECEPTIONS = st.builds(
    a_reception,
    submitter=PARTIES,
    owner=st.none() | PARTIES,
    channel=st.sampled_from(Channel),
    delivery=st.builds(Delivery, method=st.sampled_from(DeliveryMethod)),
    documents=st.sampled_from([(), WITH_SCANS]),
    fees=st.sampled_from([(), a_reception().fees]),
    summary=st.none() | st.text(min_size=1, max_size=1000),
)
EVERY_FACT = [FEE, PRINTED, ACCEPTED, *(fact for life in LIVES.values() for fact in life[1:])]
LATER = st.lists(st.sampled_from(EVERY_FACT), max_size=8)


@given(first=RECEPTIONS, later=LATER, procedure=st.sampled_from([a_procedure(), None]))
def test_every_dossier_is_exported_whole_or_names_what_it_lacks(
    first: Event, later: Sequence[Event], procedure: Any
) -> None:
    lacking: tuple[MissingFact, ...] = ()
    exchange = None
    try:
        exchange = exchange_of([first, *later], procedure=procedure)
    except MissingFactsError as error:
        lacking = error.missing

    assert bool(lacking) is (exchange is None)
    if exchange is not None:
        assert msgspec.convert(msgspec.to_builtins(exchange), NationalExchange) == exchange
