"""A day of the till through the command line, on a real encrypted store."""

import json
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
    voided = till.ok("till", "void", code, "--reason", "Thu nhầm", "--approved-by", "truongbp")
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
