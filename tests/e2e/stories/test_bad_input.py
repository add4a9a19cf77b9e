"""What the issue of the rules calls bad input, each through the command line: refused by name,
with what is allowed instead, and nothing of it is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_description
from tests.e2e.stories.conftest import RESULT, Calendar, Teller
from tests.e2e.test_catalogue import a_pack_file

pytestmark = pytest.mark.e2e

BEYOND = 10**12 + 1
PAPERS = [{"index": 1, "originals": 1}, {"index": 4, "presented": 1}]
Break = Callable[[dict[str, Any]], None]


def described(**changes: Any) -> str:
    return json.dumps(a_description(**({"documents": PAPERS} | changes)))


# -- packs --------------------------------------------------------------------------------------


def _unknown_field(pack: dict[str, Any]) -> None:
    pack["procedures"][0]["colour"] = "red"


def _negative_fee(pack: dict[str, Any]) -> None:
    pack["procedures"][0]["fees"][0]["amount_vnd"] = -1


def _cyclic_agencies(pack: dict[str, Any]) -> None:
    pack["agencies"] = [
        {"code": "H25.01", "name": "Sở Một", "parent": "H25.02"},
        {"code": "H25.02", "name": "Sở Hai", "parent": "H25.01"},
    ]


def _two_amounts_of_one_day(pack: dict[str, Any]) -> None:
    amounts = [{"from_on": "2027-01-01", "amount_vnd": vnd} for vnd in (1_000, 2_000)]
    pack["procedures"][0]["fees"][0]["tariffs"] = amounts


def _ends_before_it_begins(pack: dict[str, Any]) -> None:
    pack |= {"effective_from": "2027-01-02", "effective_to": "2027-01-01"}


def _fee_beyond(pack: dict[str, Any]) -> None:
    pack["procedures"][0]["fees"][0]["amount_vnd"] = BEYOND


@pytest.mark.parametrize(
    ("spoil", "code", "named"),
    [
        (_unknown_field, "CAT-007", "colour"),
        (_negative_fee, "CAT-008", "$.procedures[0].fees[0].amount_vnd"),
        (_cyclic_agencies, "CAT-020", "H25.01 → H25.02 → H25.01"),
        (_two_amounts_of_one_day, "CAT-009", "$.procedures[0].fees[0].tariffs"),
        (_ends_before_it_begins, "CAT-009", "2027-01-01"),
        (_fee_beyond, "CAT-003", "$.procedures[0].fees[0].amount_vnd"),
    ],
)
def test_a_pack_that_cannot_be_is_refused_with_the_place(
    teller: Teller, spoil: Break, code: str, named: str
) -> None:
    file = a_pack_file(teller.out / "hong.json")
    pack = json.loads(file.read_text(encoding="utf-8"))
    spoil(pack)
    file.write_text(json.dumps(pack), encoding="utf-8")
    before = teller.ok("catalogue", "packs")

    error = teller.refused(
        "catalogue", "import", file, "--admit-unsigned", "tỉnh chưa gửi chữ ký", officer="admin"
    )

    assert (error["code"], named in error["message"]) == (code, True), error
    assert teller.ok("catalogue", "packs") == before


def test_two_packs_that_hold_on_the_same_days_are_not_both_in_force(teller: Teller) -> None:
    spring = {"name": "mua", "effective_from": "2097-01-01", "effective_to": "2097-06-30"}
    first = a_pack_file(teller.out / "1.json", "1", **spring)
    same_days = a_pack_file(
        teller.out / "2.json", "2", **(spring | {"effective_from": "2096-12-01"})
    )
    admit = ("--admit-unsigned", "tỉnh chưa gửi chữ ký")
    teller.ok("catalogue", "import", first, *admit, officer="admin")

    error = teller.refused("catalogue", "import", same_days, *admit, officer="admin")

    assert error["code"] == "CAT-009"
    assert error["details"]["problem"] in error["message"]


# -- money --------------------------------------------------------------------------------------


def test_sums_beyond_a_thousand_billion_are_slips_of_the_hand(teller: Teller) -> None:
    before = teller.ok("dossier", "list")
    tendered = {"method": "cash", "tendered_vnd": BEYOND}
    assert teller.refused("dossier", "receive", "-", stdin=described(payment=tendered))["code"] == (
        "DOS-005"
    )
    assert teller.ok("dossier", "list") == before

    dear = a_pack_file(teller.out / "dat.json", "1", name="dat-tien")
    pack = json.loads(dear.read_text(encoding="utf-8"))
    pack["procedures"][0] |= {"code": "9.900002"}
    pack["procedures"][0]["fees"][0]["amount_vnd"] = 10**10
    dear.write_text(json.dumps(pack), encoding="utf-8")
    teller.ok(
        "catalogue", "import", dear, "--admit-unsigned", "tỉnh chưa gửi chữ ký", officer="admin"
    )
    many = described(
        procedure_code="9.900002",
        documents=PAPERS[:1],
        payment=None,
        fees=[{"index": 1, "quantity": 101}],
    )
    lodge = ("dossier", "lodge", "-", "--then", "refuse", "--reason", "sai nơi")
    for command in (("dossier", "receive", "-"), lodge):
        assert teller.refused(*command, stdin=many)["code"] == "FEE-001"
    assert teller.ok("dossier", "list") == before

    code = teller.receive()
    second = ("--approved-by", "truongbp")
    too_much = teller.refused(
        "till", "refund", code, "--amount", str(BEYOND), "--reason", "nộp thừa", *second
    )
    unpaid = teller.receive(payment=None)
    cash = teller.refused("till", "collect", unpaid, "--tendered", str(BEYOND))

    assert (too_much["code"], cash["code"]) == ("FEE-001", "FEE-001")
    assert "1000000000000" in cash["message"].replace(".", "")
    assert teller.ok("dossier", "show", unpaid)["payments"] == []


# -- dates --------------------------------------------------------------------------------------


def test_a_promise_beyond_the_holiday_table_is_given_and_says_that_it_may_be_wrong(
    teller: Teller,
) -> None:
    far = teller.ok(
        "due", "--received", "2027-12-20T09:00+07:00", "--duration", "60", "--unit", "working_day"
    )
    near = teller.ok(
        "due", "--received", "2026-11-23T09:00+07:00", "--duration", "5", "--unit", "working_day"
    )

    assert far["due_at"].startswith("2028-")
    assert any("31/12/2027" in warning for warning in far["warnings"])
    assert near["warnings"] == []

    file = a_pack_file(teller.out / "lau.json", "1", name="rat-lau")
    pack = json.loads(file.read_text(encoding="utf-8"))
    pack["procedures"][0] |= {
        "code": "9.900001", "processing_time": {"value": 36, "unit": "month"}
    }  # fmt: skip
    file.write_text(json.dumps(pack), encoding="utf-8")
    months = teller.refused(
        "catalogue", "import", file, "--admit-unsigned", "tỉnh chưa gửi chữ ký", officer="admin"
    )
    pack["procedures"][0]["processing_time"] = {"value": 366, "unit": "working_day"}
    file.write_text(json.dumps(pack), encoding="utf-8")
    teller.ok(
        "catalogue", "import", file, "--admit-unsigned", "tỉnh chưa gửi chữ ký", officer="admin"
    )
    received = teller.ok(
        "dossier", "receive", "-",
        stdin=described(procedure_code="9.900001", documents=PAPERS[:1], payment=None),
    )  # fmt: skip
    assert months["code"] == "CAT-003"
    assert received["due_at"] > "2028-"
    assert any("31/12/2027" in warning for warning in received["warnings"])


def test_a_clock_that_was_set_back_a_day_stops_every_act(
    lone_teller: Teller, calendar: Calendar
) -> None:
    teller = lone_teller
    calendar.next_day()
    code = teller.receive(payment=None)
    before = [teller.ok("dossier", "history", code), teller.ok("dossier", "list")]

    calendar.day_before()
    refused = [
        teller.refused("dossier", "receive", "-", stdin=described()),
        teller.refused("dossier", "forward", code),
        teller.refused("dossier", "withdraw", code, "--reason", "không còn nhu cầu"),
        teller.refused("till", "collect", code, "--tendered", "15000"),
    ]

    assert [error["code"] for error in refused] == ["CLK-001"] * 4
    assert {error["details"]["witness"] for error in refused} == {"journal"}
    assert [teller.ok("dossier", "history", code), teller.ok("dossier", "list")] == before
    calendar.next_day()
    teller.ok("dossier", "forward", code)


# -- acts ---------------------------------------------------------------------------------------


def test_an_act_that_the_state_does_not_allow_names_the_state_and_what_is_allowed(
    teller: Teller,
) -> None:
    code = teller.receive()

    error = teller.refused("dossier", "arrive", code)

    assert error["code"] == "DOS-020"
    assert (error["details"]["status"], error["details"]["national_status"]) == ("received", 2)
    assert error["details"]["allowed"] == [
        "forward", "correct", "supplement", "refuse", "withdraw", "lost_slip",
    ]  # fmt: skip
    for words in ("đã tiếp nhận", "nhận kết quả về quầy", "bàn giao", "rút hồ sơ"):
        assert words in error["message"]


def test_a_second_request_is_warned_of_and_none_is_made_while_one_is_open(teller: Teller) -> None:
    code = teller.receive()
    ask = ("dossier", "supplement", code, "--reason", "tờ khai chưa ký", "--missing")
    teller.ok(*ask, "1=chưa ký")
    while_open = teller.refused(*ask, "1=chưa ký")
    brought = json.dumps({"documents": PAPERS[:1]})
    teller.ok("dossier", "bring", code, "-", stdin=brought)
    second = teller.refused(*ask, "1=chưa đóng dấu")

    assert (while_open["code"], while_open["details"]["allowed"][0]) == ("DOS-020", "bring")
    assert second["code"] == "DOS-023"
    assert "766" in second["message"]
    assert teller.ok("dossier", "show", code)["status"] == "received"


def test_a_result_that_the_agency_signed_is_not_withdrawn_although_it_is_not_here_yet(
    teller: Teller,
) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, *RESULT)

    error = teller.refused("dossier", "withdraw", code, "--reason", "đổi ý")

    assert (error["code"], error["details"]["status"]) == ("DOS-020", "result_ready")
    assert "đã có kết quả" in error["message"]
    assert teller.ok("dossier", "show", code)["withdrawal"] is None


def test_nobody_collects_who_may_not(teller: Teller, tmp_path: Path) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    teller.ok("dossier", "arrive", code, *RESULT)
    back = ("dossier", "return", code)
    why = {
        "no_number": teller.refused(*back),
        "identity": teller.refused(*back, "--id-number", "001080004321"),
        "no_letter": teller.refused(*back, "--collector", "authorised", "--name", "Lê Văn Tám"),
        "no_post": teller.refused(*back, "--collector", "post", "--name", "Bưu điện"),
    }

    assert {error["code"] for error in why.values()} == {"DOS-026"}
    assert [error["details"]["why"] for error in why.values()] == list(why)
    assert teller.ok("dossier", "show", code)["status"] == "result_ready"
    letter = ("--authorisation", "Giấy uỷ quyền số 7 ngày 25/11/2026")
    who = ("--collector", "authorised", "--name", "Lê Văn Tám", "--id-number", "001080004321")
    assert teller.ok(*back, *who, *letter)["status"] == "returned"
