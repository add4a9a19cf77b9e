"""Whole stories of citizens, from the counter to the province and back, by the command line.

Each ends with its history, its papers as PDF and what the national portal gets.
"""

import json
from typing import Any

import pytest

from tests.builders import a_description
from tests.e2e.stories.conftest import NUMBER, Calendar, Teller

pytestmark = pytest.mark.e2e

RESULT = ("--result", "Giấy xác nhận tình trạng hôn nhân=12/XN")


def lodged(teller: Teller, then: str, reason: str, **changes: Any) -> str:
    papers = [{"index": 4, "presented": 1}]
    described = json.dumps(a_description(**({"documents": papers, "payment": None} | changes)))
    command = ("dossier", "lodge", "-", "--then", then, "--reason", reason)
    return str(teller.ok(*command, stdin=described)["dossier_code"])


def given_back(teller: Teller, code: str, *who: str) -> None:
    teller.ok("dossier", "arrive", code, "--shelf", "K2-07")
    teller.ok("dossier", "return", code, *(who or ("--id-number", NUMBER)))


def test_a_simple_dossier(teller: Teller) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    teller.agency("accept", code)
    teller.agency("result", code, *RESULT)
    given_back(teller, code)

    teller.ends(
        code,
        national=10,
        kinds=[
            "DossierReceived", "DossierForwarded", "DossierAcceptedByAgency", "ResultIssued",
            "ResultArrived", "ResultReturned",
        ],
        forms={"01": "slip", "result-receipt": "paper"},
    )  # fmt: skip


def test_what_misses_is_asked_for_brought_and_answered(teller: Teller) -> None:
    code = lodged(teller, "supplement", "thiếu tờ khai")
    brought = '{"documents": [{"index": 1, "originals": 1}]}'
    teller.ok("dossier", "bring", code, "-", stdin=brought)
    teller.ok("dossier", "forward", code)
    teller.agency("accept", code)
    teller.agency(
        "supplement", code, "--reason", "chưa ký", "--missing", "1=Tờ khai=chưa ký",
        "--missed-before", "chỉ thấy khi thẩm định",
    )  # fmt: skip
    teller.ok("dossier", "bring", code, "-", stdin=brought)
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, *RESULT)
    given_back(teller, code)

    teller.ends(
        code,
        national=10,
        kinds=[
            "SupplementRequested", "SupplementBrought", "DossierForwarded",
            "SupplementRequested", "SupplementBrought", "DossierForwarded", "ResultReturned",
        ],
        forms={"01": "slip", "02": "slip", "result-receipt": "paper"},
    )  # fmt: skip


def test_a_refusal(teller: Teller) -> None:
    code = lodged(teller, "refuse", "không thuộc thẩm quyền")
    teller.synchronise()

    late = teller.refused("gateway", "act", "accept", code, "--database", teller.database)
    owed = teller.refused("till", "collect", code, "--tendered", "15000")

    assert owed["code"] == "FEE-021"  # nothing is charged for what is turned away
    assert (late["code"], late["details"]["status"]) == ("GTW-003", "refused")
    teller.ends(code, national=3, kinds=["DossierLodged", "DossierRefused"], forms={"03": "slip"})


def test_a_correction_after_hand_over(teller: Teller) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    change = '{"summary": "Xác nhận tình trạng hôn nhân để vay vốn"}'
    correct = ("dossier", "correct", code, "-", "--reason", "sai trích yếu")
    assert teller.refused(*correct, stdin=change)["code"] == "AUT-007"
    teller.ok(*correct, "--approved-by", "truongbp", stdin=change)
    teller.agency("result", code, *RESULT)
    given_back(teller, code)

    teller.ends(
        code,
        national=10,
        kinds=["DossierCorrected", "ResultIssued", "ResultReturned"],
        forms={"01": "slip", "result-receipt": "paper"},
    )


def test_a_correction_of_what_the_agency_took_over_by_wire_needs_a_second_person_too(
    teller: Teller,
) -> None:
    code = teller.receive()
    teller.agency("accept", code)

    error = teller.refused(
        "dossier", "correct", code, "-", "--reason", "sai trích yếu", stdin='{"summary": "Vay vốn"}'
    )

    assert error["code"] == "AUT-007"


def test_a_withdrawal_that_the_agency_hears_of(teller: Teller) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    teller.agency("accept", code)
    teller.ok("dossier", "withdraw", code, "--reason", "không còn nhu cầu")
    teller.synchronise()

    late = teller.refused("gateway", "act", "result", code, "--database", teller.database, *RESULT)

    assert late["details"]["status"] == "withdrawn"
    teller.ends(
        code,
        national=7,
        kinds=["DossierForwarded", "DossierWithdrawn"],
        forms={"papers-back": "paper"},
    )


def test_a_result_by_post(teller: Teller) -> None:
    address = "Tổ 5, Phường Quang Trung, Hà Nam"
    code = teller.receive(delivery={"method": "postal", "address": address})
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, *RESULT)
    given_back(teller, code, "--collector", "post", "--name", "Bưu điện", "--tracking", "EA1VN")

    teller.ends(
        code,
        national=10,
        kinds=["ResultIssued", "ResultReturned"],
        forms={"01": "slip", "result-receipt": "paper"},
    )


def test_a_duty_an_apology_and_a_stop(teller: Teller) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    teller.agency("accept", code)
    later = ("--due-at", "2027-12-03T16:30:00+07:00", "--reason", "chờ xác minh")
    teller.agency("extend", code, *later)
    again = teller.refused("gateway", "act", "extend", code, "--database", teller.database, *later)
    teller.agency("duty", code, "--reason", "Thuế thu nhập", "--amount", "1250000")
    teller.agency("duty-met", code)
    teller.agency("stop", code, "--reason", "đương sự đề nghị dừng")
    teller.ok("dossier", "return", code, "--id-number", NUMBER)
    jobs = teller.ok("spool", "list")["jobs"]

    assert again["code"] == "GTW-003"
    assert "papers-back" in [job["form"] for job in jobs if job["dossier_code"] == code]
    teller.ends(
        code,
        national=8,
        kinds=[
            "DeadlineExtended", "FinancialDutyAnnounced", "FinancialDutyMet", "DossierStopped",
            "ResultReturned",
        ],
        forms={"04": "slip", "05": "slip", "papers-back": "paper"},
    )  # fmt: skip


def test_three_days_offline_are_sent_at_once_in_order_and_with_their_own_times(
    lone_teller: Teller, calendar: Calendar
) -> None:
    teller, codes = lone_teller, []
    for _ in range(3):
        codes.append(teller.receive())
        teller.ok("dossier", "forward", codes[-1])
        calendar.next_day()
    here = [teller.ok("dossier", "show", code) for code in codes]
    unknown = teller.refused("gateway", "act", "accept", codes[0], "--database", teller.database)
    status = teller.synchronise()
    for code in codes:
        teller.agency("accept", code)

    assert len({code.split("-")[1] for code in codes}) == 3
    assert unknown["code"] == "GTW-002"
    assert (status["events"]["waiting"], status["events"]["refused"]) == (0, 0)
    for code, before in zip(codes, here, strict=True):
        after = teller.ok("dossier", "show", code)
        assert (after["received_at"], after["due_at"]) == (before["received_at"], before["due_at"])
        teller.ends(
            code,
            national=4,
            kinds=["DossierReceived", "DossierForwarded", "DossierAcceptedByAgency"],
            forms={"01": "slip"},
        )


def test_a_dossier_for_another_territory_waits_for_that_agency_s_clock(teller: Teller) -> None:
    elsewhere = "Công an tỉnh Lào Cai"
    code = teller.receive(
        procedure_code="2.000488",
        destination={"agency": elsewhere, "territory": "nation"},
        documents=[{"index": 1, "originals": 1}, {"index": 2, "copies": 1}],
        payment={"method": "cash", "tendered_vnd": 200_000},
    )
    provisional = teller.ok("dossier", "show", code)
    teller.ok("dossier", "forward", code, "--agency", elsewhere)
    started = provisional["received_at"]
    undated = teller.refused_by_agency("accept", code, "--clock-started", started)
    teller.agency("accept", code, "--clock-started", started, "--due-at", "2027-12-03T16:30+07:00")
    final = teller.ok("dossier", "show", code)
    teller.agency("result", code, "--result", "Phiếu lý lịch tư pháp số 1=31/LLTP")
    given_back(teller, code)

    assert (provisional["territory"], provisional["handling_agency"]) == ("nation", elsewhere)
    assert "tạm tính" in provisional["due_reason"]
    assert undated["code"] == "GTW-004"
    assert final["due_at"].startswith("2027-12-03")
    assert elsewhere in final["due_reason"]
    teller.ends(
        code,
        national=10,
        kinds=["DossierReceived", "DossierForwarded", "DossierAcceptedByAgency", "ResultReturned"],
        forms={"01": "slip", "result-receipt": "paper"},
    )


def test_two_agencies_one_after_the_other(teller: Teller) -> None:
    code = teller.receive(
        procedure_code="1.012753",
        documents=[
            *({"index": index, "originals": 1} for index in (1, 2, 3)),
            *({"index": index, "originals": 2} for index in (4, 5)),
        ],
        payment={"method": "transfer"},
        fees=[{"index": 1}, {"index": 2}],
    )
    shown = teller.ok("dossier", "show", code)
    teller.ok("dossier", "forward", code)
    teller.agency("accept", code)
    teller.agency("duty", code, "--reason", "Lệ phí trước bạ", "--amount", "2500000")
    teller.agency("duty-met", code)
    teller.agency("result", code, "--result", "Giấy chứng nhận quyền sử dụng đất=CX 123456")
    given_back(teller, code)

    first, second = shown["stages"]
    assert (first["agency"], second["agency"]) == (
        "Chi nhánh Văn phòng Đăng ký đất đai", "Thuế cơ sở",
    )  # fmt: skip
    assert shown["received_at"] < first["due_at"] < second["due_at"] == shown["due_at"]
    teller.ends(
        code,
        national=10,
        kinds=[
            "DossierReceived", "FinancialDutyAnnounced", "FinancialDutyMet", "ResultIssued",
            "ResultReturned",
        ],
        forms={"01": "slip", "06": "slip", "result-receipt": "paper"},
    )  # fmt: skip


def test_a_result_at_once(teller: Teller) -> None:
    code = teller.receive(
        procedure_code="2.000635",
        documents=[{"index": 1, "originals": 1}, {"index": 2, "presented": 1}],
    )
    waiting = [job["dossier_code"] for job in teller.ok("spool", "list")["jobs"]]
    shown = teller.ok("dossier", "show", code)
    given = teller.ok("dossier", "return", code, "--id-number", NUMBER)
    teller.synchronise()

    assert given["status"] == "returned"
    promised_today = shown["due_at"][:10] == shown["received_at"][:10]
    assert (code in waiting) is not promised_today  # who comes after hours has a date to know
    teller.ends(
        code,
        national=10,
        kinds=["DossierReceived", "ResultReturned"],
        forms={"01": "slip"},
    )


def test_an_authorised_person_hands_in_and_collects(teller: Teller) -> None:
    described = a_description()
    owner = described["applicant"] | {
        "full_name": "Trần Văn Bình",
        "id_document": {"type": "can_cuoc", "number": "001080004321"},
        "date_of_birth": "1980-02-01",
        "sex": "male",
    }
    letter = {
        "kind": "Giấy uỷ quyền",
        "number": "12/UQ",
        "scope": "both",
        "paper": {"originals": 1},
    }
    code = teller.receive(owner=owner, authorisation=letter)
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, *RESULT)
    teller.ok("dossier", "arrive", code)
    stranger = teller.refused(
        "dossier", "return", code, "--collector", "owner", "--id-number", NUMBER
    )
    teller.ok("dossier", "return", code, "--collector", "submitter", "--id-number", NUMBER)

    assert stranger["code"] == "DOS-026"
    teller.ends(
        code,
        national=10,
        kinds=["DossierReceived", "ResultIssued", "ResultReturned"],
        forms={"01": "slip", "result-receipt": "paper"},
    )


def test_an_organisation_through_its_authorised_person(teller: Teller) -> None:
    clerk = a_description()["applicant"]
    firm = {
        "kind": "organisation",
        "organisation_kind": "enterprise",
        "name": "Công ty TNHH Thực phẩm Sông Châu",
        "tax_code": "0100109106",
        "representative": {
            "full_name": "Trần Văn Bình",
            "id_document": {"type": "can_cuoc", "number": "001080004321"},
        },
    }
    code = teller.receive(
        procedure_code="2.001827",
        applicant=clerk,
        owner=firm,
        authorisation={
            "kind": "Giấy giới thiệu",
            "number": "05/GGT",
            "scope": "submit",
            "paper": {"originals": 1},
        },
        documents=[
            {"index": 1, "originals": 1},
            {"index": 2, "originals": 1},
            {"index": 3, "copies": 1},
        ],
        payment={"method": "transfer"},
    )
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, "--result", "Giấy chứng nhận=7/ATTP")
    teller.ok("dossier", "arrive", code)
    back = ("dossier", "return", code)
    clerk_alone = teller.refused(*back, "--collector", "submitter", "--id-number", NUMBER)
    teller.ok(*back, "--collector", "owner", "--id-number", "001080004321")

    assert (clerk_alone["code"], clerk_alone["details"]["why"]) == ("DOS-026", "not_authorised")
    teller.ends(
        code,
        national=10,
        kinds=["DossierReceived", "DossierForwarded", "ResultIssued", "ResultReturned"],
        forms={"01": "slip", "result-receipt": "paper"},
    )


def test_an_exempted_fee_is_no_debt_and_keeps_its_ground(teller: Teller) -> None:
    proof = "Giấy chứng nhận hộ nghèo"
    exempted = [{"index": 1, "exemption": "Người thuộc hộ nghèo", "exemption_paper": proof}]
    shown_too = [{"name": proof, "presented": 1}]
    code = teller.receive(fees=exempted, payment=None, other_documents=shown_too)
    shown = teller.ok("dossier", "show", code)
    nothing = teller.refused("till", "collect", code)

    assert shown["fees"][0]["exemption_paper"] == proof
    assert nothing["code"] == "FEE-021"
    teller.ends(code, national=2, kinds=["DossierReceived"], forms={"01": "slip"})
