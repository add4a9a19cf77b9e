"""Whole stories of what becomes of a dossier, by the command line.

Each ends with its whole history, what stands on its papers (PDF), and what the national portal
gets (checked against the schema that is kept).
"""

import pytest

from tests.e2e.stories.conftest import FORM, NUMBER, OWNER, RESULT, Teller

pytestmark = pytest.mark.e2e


def test_a_simple_dossier(teller: Teller) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    teller.agency("accept", code)
    teller.agency("result", code, *RESULT)
    teller.give_back(code)

    sent = teller.ends(
        code,
        history="DossierReceived FeeCollected DossierForwarded DossierAcceptedByAgency "
        "ResultIssued ResultArrived ResultReturned",
        papers={
            "01": (FORM, "3 ngày làm việc", "Quầy 3", "Liên 2: Giao khách hàng"),
            "result-receipt": ("12/XN", "(chủ hồ sơ)", "tại quầy"),
        },
        states="2 4 4 9 9 10",
        sent={
            "SoGiayToChuHoSo": NUMBER,
            "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": NUMBER}],
            "ThongTinTra": OWNER,
            "HinhThuc": "0",
            "DuocThanhToanTrucTuyen": "1",
            "DonViXuLy": "UBND cấp xã",
        },
    )
    assert [fee["Gia"] for fee in sent["DanhSachLePhi"]] == ["15000"]
    assert sent["NgayTra"] >= sent["NgayKetThucXuLy"] >= sent["NgayTiepNhan"]


def test_what_misses_is_asked_for_brought_and_answered(teller: Teller) -> None:
    code = teller.lodge("supplement", "thiếu tờ khai")
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
    teller.give_back(code)

    sent = teller.ends(
        code,
        history="DossierLodged SupplementRequested SupplementBrought DossierForwarded "
        "DossierAcceptedByAgency SupplementRequested SupplementBrought DossierForwarded "
        "ResultIssued ResultArrived ResultReturned",
        papers={
            "01": ("tính lại từ đầu khi đủ hồ sơ, thay ngày hẹn cũ",),
            "02": ("Tờ khai – chưa ký", "Yêu cầu lần trước chưa nêu vì: chỉ thấy khi thẩm định"),
            "result-receipt": ("12/XN",),
        },
        states="1 5 2 4 4 5 4 4 9 9 10",
        sent={"DuocThanhToanTrucTuyen": "3"},
    )
    first, second = sent["DanhSachHoSoBoSung"]
    assert first["NoiDungBoSung"].endswith("tình trạng hôn nhân: chưa nộp")
    assert (first["NgayHenTraTruoc"], first["NgayHenTraMoi"]) == ("", second["NgayHenTraTruoc"])
    assert (second["NguoiYeuCauBoSung"], second["NoiDungBoSung"]) == (
        "UBND cấp xã", "Tờ khai: chưa ký",
    )  # fmt: skip
    assert second["NgayHenTraMoi"] == sent["NgayHenTra"]
    assert first["TrangThaiBoSung"] is second["TrangThaiBoSung"] is True


def test_a_refusal(teller: Teller) -> None:
    code = teller.lodge("refuse", "không thuộc thẩm quyền")
    teller.synchronise()

    late = teller.refused("gateway", "act", "accept", code, "--database", teller.database)
    owed = teller.refused("till", "collect", code, "--tendered", "15000")

    assert owed["code"] == "FEE-021"  # nothing is charged for what is turned away
    assert (late["code"], late["details"]["status"]) == ("GTW-003", "refused")
    teller.ok("dossier", "return", code, "--id-number", NUMBER)
    sent = teller.ends(
        code,
        history="DossierLodged DossierRefused ResultReturned",
        papers={
            "03": ("Không thuộc thẩm quyền.", "Căn cứ: NĐ 61/2018/NĐ-CP Điều 17 khoản 1"),
            "papers-back": ("Trả lại hồ sơ không được tiếp nhận", "(chủ hồ sơ)"),
        },
        states="1 3 3",
        sent={"DanhSachLePhi": [], "DuocThanhToanTrucTuyen": "0", "NgayHenTra": ""},
    )
    assert sent["NgayTuChoi"] == sent["NgayKetThucXuLy"] >= sent["NgayTiepNhan"]


def test_a_correction_after_hand_over(teller: Teller) -> None:
    code = teller.receive()
    teller.ok("dossier", "forward", code)
    change = '{"summary": "Xác nhận tình trạng hôn nhân để vay vốn"}'
    correct = ("dossier", "correct", code, "-", "--reason", "sai trích yếu")
    assert teller.refused(*correct, stdin=change)["code"] == "AUT-007"
    teller.ok(*correct, "--approved-by", "truongbp", stdin=change)
    teller.agency("result", code, *RESULT)
    teller.give_back(code)

    teller.ends(
        code,
        history="DossierReceived FeeCollected DossierForwarded DossierCorrected ResultIssued "
        "ResultArrived ResultReturned",
        papers={
            "01": ("BẢN 2 – thay cho bản 1; bản trước không còn giá trị", "để vay vốn"),
            "result-receipt": ("12/XN",),
        },
        states="2 4 4 9 9 10",
        sent={"TrichYeuHoSo": "Xác nhận tình trạng hôn nhân để vay vốn"},
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
    sent = teller.ends(
        code,
        history="DossierReceived FeeCollected DossierForwarded DossierAcceptedByAgency "
        "DossierWithdrawn",
        papers={
            "papers-back": (
                "Trả lại hồ sơ theo đề nghị rút của người nộp",
                "Giấy tờ gốc đã trả lại: Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (1 bản)",
                "Ghi chú: không còn nhu cầu",
            )
        },
        states="2 4 4 7",
        sent={"NgayTra": "", "NgayTuChoi": ""},
    )
    assert sent["NgayKetThucXuLy"] >= sent["NgayTiepNhan"]


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
        history="DossierReceived FeeCollected DossierForwarded DossierAcceptedByAgency "
        "DeadlineExtended FinancialDutyAnnounced FinancialDutyMet DossierStopped ResultReturned",
        papers={
            "04": ("Lý do: Chờ xác minh.", "16 giờ 30 phút, ngày 03/12/2027"),
            "05": ("Lý do: Đương sự đề nghị dừng.", "Phí, lệ phí đã nộp: 15.000 đồng"),
            "papers-back": (
                "Trả lại hồ sơ dừng giải quyết",
                "Giấy tờ gốc đã trả lại: Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (1 bản)",
            ),
        },
        states="2 4 4 4 6 4 8 8",
        sent={"NgayTuChoi": "", "ThongTinTra": OWNER},
    )
