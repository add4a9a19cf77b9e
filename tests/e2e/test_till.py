"""A day of the till through the command line, on a real encrypted store."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_description
from tests.e2e.station_process import PASSWORD, Station
from tests.pdf_reading import pages_of

pytestmark = pytest.mark.e2e

PAPERS = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
BOOK = ("--series", "LP/25E", "--template", "01BLP2-001", "--book", "12", "--numbers", "1201-1300")


@pytest.fixture(autouse=True)
def approver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATION_APPROVER_PASSWORD", PASSWORD)


def received(station: Station, **changes: Any) -> dict[str, Any]:
    text = json.dumps(a_description(**({"documents": PAPERS} | changes)))
    result: dict[str, Any] = station.ok("dossier", "receive", "-", stdin=text)
    return result


def test_a_day_from_the_first_count_to_the_last(sample_station: Station) -> None:
    till = sample_station
    till.ok("till", "book", *BOOK)
    till.ok("till", "open", "--count", "100000=4,50000=2")
    first = received(till)
    code = first["dossier_code"]

    assert (first["paid_vnd"], first["change_vnd"], first["warnings"]) == (15_000, 5_000, [])
    alone = till.refused("till", "void", code, "--reason", "Thu nhầm")
    assert alone["code"] == "AUT-007"
    voided = till.ok("till", "void", code, "--reason", "Thu nhầm", "--approved-by", "TruongBP")
    assert (voided["paid_vnd"], voided["owed_vnd"]) == (0, 15_000)
    till.ok("till", "collect", code, "--tendered", "15000")
    till.ok("till", "charge", code, "--fee", "1x2", "--reason", "Cấp thêm bản sao")
    qr = till.ok("till", "transfer-code", code, "--bank", "970415", "--account", "113366668888")
    assert "540530000" in qr["text"]
    waiting = till.ok("till", "collect", code, "--method", "transfer")
    assert (waiting["awaited_vnd"], waiting["owed_vnd"]) == (30_000, 0)

    status = till.ok("till", "status")
    assert status["expected_vnd"] == 515_000
    assert [one["amount_vnd"] for one in status["awaited"]] == [30_000]
    assert status["books"][0]["next_number"] == 1203
    confirmed = till.ok("till", "confirm", code, "--payment", "3", "--reference", "FT26327000123")
    assert confirmed["paid_vnd"] == 45_000

    short = ("till", "close", "--count", "100000=4,50000=2")
    assert till.refused(*short)["details"]["difference_vnd"] == -15_000
    closed = till.ok(*short, "--reason", "Trả nhầm tiền thừa", "--approved-by", "truongbp")
    assert closed["difference_vnd"] == -15_000
    assert closed["collected"] == {"cash": 15_000, "transfer": 30_000}
    assert closed["receipts"][0]["voided"] == [1201]
    assert closed["approved_by"]
    assert till.ok("till", "status")["open"] is False
    paper = till.home.parent / "chot-quy.pdf"
    till.ok("till", "report", "-o", str(paper))
    (page,) = pages_of(paper.read_bytes())
    assert "BIÊN BẢN CHỐT QUỸ" in page
    assert "Trả nhầm tiền thừa" in page
    assert Station(till.home, officer="truongbp").ok("store", "check")["ok"]


def test_a_closed_till_warns_and_the_second_person_has_a_secret_of_their_own(
    sample_station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = received(sample_station)
    code = came["dossier_code"]
    refund = ("till", "refund", code, "--reason", "Thu thừa", "--approved-by")

    assert came["warnings"] == ["Quỹ chưa mở ca: khoản thu này không nằm trong ca nào."]
    assert sample_station.refused(*refund, "quay3")["code"] == "AUT-008"
    monkeypatch.setenv("STATION_APPROVER_PASSWORD", "doan-mo-2026")
    assert sample_station.refused(*refund, "truongbp")["code"] == "AUT-009"
    assert sample_station.ok("dossier", "show", code)["paid_vnd"] == 15_000


def test_after_a_correction_to_a_cheaper_procedure_only_the_new_fee_is_paid(
    own_station: Station,
) -> None:
    """N6: the difference in fees is an act of its own, also where nothing was paid yet."""
    till = own_station
    till.ok("till", "book", *BOOK)
    till.ok("till", "open", "--count", "100000=4,50000=2")
    code = received(till, payment={"method": "later"})["dossier_code"]
    papers = [{"index": 1, "originals": 1}, {"index": 2, "originals": 1}]
    change = {"procedure_code": "1.001193", "case": "qua-han", "documents": papers}
    why = ("--reason", "chọn nhầm thủ tục")
    till.ok("dossier", "correct", code, "-", *why, stdin=json.dumps(change))
    assert till.ok("dossier", "show", code)["fees_total_vnd"] == 15_000

    less = ("till", "reduce", code, "--fee", "1=7000", *why)
    assert till.refused(*less)["code"] == "AUT-007"
    by = ("--approved-by", "truongbp")
    reduced = till.ok(*less, "--legal-basis", "biểu phí của thủ tục mới", *by)
    assert (reduced["fees_total_vnd"], reduced["owed_vnd"]) == (8_000, 8_000)
    assert till.refused("till", "reduce", code, "--fee", "2=1000", *why, *by)["code"] == "FEE-026"
    (sent,) = till.ok("export", "dvcqg", code)["DongBoHoSoMC"]["data"]
    assert [fee["Gia"] for fee in sent["DanhSachLePhi"]] == ["8000"]

    paid = till.ok("till", "collect", code, "--tendered", "10000")
    assert (paid["change_vnd"], paid["owed_vnd"]) == (2_000, 0)
    assert paid["payments"][-1]["receipt_number"] == 1201
    refused = till.refused("till", "reduce", code, "--fee", "1=1000", *why, *by)
    assert (refused["code"], refused["details"]["owed_vnd"]) == ("FEE-025", 0)
    history = till.ok("dossier", "history", code)
    assert "FeesReduced" in json.dumps(history)
    assert Station(till.home, officer="truongbp").ok("store", "check")["ok"]


@pytest.mark.parametrize("count", ["500000=99999999", "500000=-1", "3=1"])
def test_a_count_that_cannot_be_is_put_on_no_sheet(
    sample_station: Station, tmp_path: Path, count: str
) -> None:
    sheet = tmp_path / "kiem-ke.pdf"

    error = sample_station.refused("till", "count-sheet", "--count", count, "-o", sheet)

    assert error["code"] == "FEE-002"
    assert not sheet.exists()
