"""Whole stories of the ways of a dossier: other places, the post, no line, by the command line.

Each ends with its whole history, what stands on its papers (PDF), and what the national portal
gets (checked against the schema that is kept).
"""

from datetime import datetime

import pytest

from tests.e2e.stories.conftest import FORM, NUMBER, OWNER, RESULT, Calendar, Teller

pytestmark = pytest.mark.e2e


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
            history="DossierReceived FeeCollected DossierForwarded DossierAcceptedByAgency",
            papers={"01": (FORM,)},
            states="2 4 4",
            sent={"NgayTra": ""},
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
    teller.give_back(code)

    assert (provisional["territory"], provisional["handling_agency"]) == ("nation", elsewhere)
    assert "tạm tính" in provisional["due_reason"]
    assert undated["code"] == "GTW-004"
    assert final["due_at"].startswith("2027-12-03")
    assert elsewhere in final["due_reason"]
    teller.ends(
        code,
        history="DossierReceived FeeCollected DossierForwarded DossierAcceptedByAgency "
        "ResultIssued ResultArrived ResultReturned",
        papers={
            "01": (f"Ngày hẹn do {elsewhere} xác định", "ngày 03/12/2027"),
            "result-receipt": ("31/LLTP",),
        },
        states="2 4 4 9 9 10",
        sent={"DonViXuLy": elsewhere, "MaTTHC": "2.000488"},
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
    teller.give_back(code)

    first, second = shown["stages"]
    assert (first["agency"], second["agency"]) == (
        "Chi nhánh Văn phòng Đăng ký đất đai", "Thuế cơ sở",
    )  # fmt: skip
    assert shown["received_at"] < first["due_at"] < second["due_at"] == shown["due_at"]
    sent = teller.ends(
        code,
        history="DossierReceived FeeCollected DossierForwarded DossierAcceptedByAgency "
        "FinancialDutyAnnounced FinancialDutyMet ResultIssued ResultArrived ResultReturned",
        papers={
            "01": ("giai đoạn 2 nếu có", "10 ngày làm việc"),
            "06": (
                "Cơ quan (bộ phận) giải quyết hồ sơ: Chi nhánh Văn phòng Đăng ký đất đai",
                "Cơ quan phối hợp giải quyết hồ sơ: Thuế cơ sở",
                f"Hạn {datetime.fromisoformat(first['due_at']):%d/%m/%Y}",
            ),
            "result-receipt": ("CX 123456", "Giấy chứng nhận đã cấp (bản gốc) (1 bản)"),
        },
        states="2 4 4 6 4 9 9 10",
        sent={"DonViXuLy": first["agency"], "DuocThanhToanTrucTuyen": "3"},
    )
    assert [fee["Gia"] for fee in sent["DanhSachLePhi"]] == ["120000", "20000"]


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
    sent = teller.ends(
        code,
        history="DossierReceived FeeCollected ResultReturned",
        papers={"01": ("trong ngày làm việc",)},
        states="2 10",
        sent={"MaTTHC": "2.000635", "ThongTinTra": OWNER},
    )
    assert sent["NgayTra"] == sent["NgayKetThucXuLy"]  # nothing was done in between


def test_a_result_by_post(teller: Teller) -> None:
    address = "Tổ 5, Phường Quang Trung, Hà Nam"
    code = teller.receive(delivery={"method": "postal", "address": address})
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, *RESULT)
    teller.give_back(code, "--collector", "post", "--name", "Bưu điện", "--tracking", "EA1VN")

    teller.ends(
        code,
        history="DossierReceived FeeCollected DossierForwarded ResultIssued ResultArrived "
        "ResultReturned",
        papers={
            "01": ("GIAO QUA BƯU CHÍNH", f"gửi qua bưu chính đến địa chỉ: {address}"),
            "result-receipt": ("bưu gửi số EA1VN", "Hình thức trả: bưu chính"),
        },
        states="2 4 9 9 10",
        sent={"HinhThuc": "1", "ThongTinTra": "Bưu điện", "KenhThucHien": "1"},
    )
