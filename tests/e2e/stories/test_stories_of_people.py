"""Whole stories of who acts for whom, and who pays nothing, by the command line.

Each ends with its whole history, what stands on its papers (PDF), and what the national portal
gets (checked against the schema that is kept).
"""

import pytest

from tests.builders import a_description
from tests.e2e.stories.conftest import NUMBER, OWNER, RESULT, Teller

pytestmark = pytest.mark.e2e


def test_an_authorised_person_hands_in_and_collects(teller: Teller) -> None:
    """N16: the slip names who may collect; nobody else may."""
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
        history="DossierReceived FeeCollected DossierForwarded ResultIssued ResultArrived "
        "ResultReturned",
        papers={
            "01": ("Người nộp: NGUYỄN THỊ ÁNH TUYẾT (được nhận kết quả thay)", "Giấy uỷ quyền 1"),
            "result-receipt": ("Người nhận: NGUYỄN THỊ ÁNH TUYẾT (người nộp hồ sơ)",),
        },
        states="2 4 9 9 10",
        sent={
            "ChuHoSo": "Trần Văn Bình",
            "SoGiayToChuHoSo": "001080004321",
            "ThongTinTra": OWNER,
            "DanhSachTepDinhKemKhac": [{"TenGiayTo": "Giấy uỷ quyền", "SoLuong": 1}],
        },
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
        history="DossierReceived FeeCollected DossierForwarded ResultIssued ResultArrived "
        "ResultReturned",
        papers={
            "01": (
                "Người nộp: NGUYỄN THỊ ÁNH TUYẾT (không được nhận kết quả thay)",
                "Giấy giới thiệu 1",
            ),
            "result-receipt": ("Người nhận: TRẦN VĂN BÌNH (chủ hồ sơ)", "7/ATTP"),
        },
        states="2 4 9 9 10",
        sent={
            "ChuHoSo": "Công ty TNHH Thực phẩm Sông Châu",
            "SoGiayToChuHoSo": "0100109106",
            "LoaiDoiTuong": "2",
            "DinhDanhCHS": [],
            "ThongTinTra": "Trần Văn Bình",
        },
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
    teller.ok("dossier", "forward", code)
    teller.agency("result", code, *RESULT)
    teller.give_back(code)
    sent = teller.ends(
        code,
        history="DossierReceived DossierForwarded ResultIssued ResultArrived ResultReturned",
        papers={"01": (f"{proof} (xuất trình, đã trả lại ngay)",), "result-receipt": ("12/XN",)},
        states="2 4 9 9 10",
        sent={"DuocThanhToanTrucTuyen": "0"},
    )
    assert [fee["Gia"] for fee in sent["DanhSachLePhi"]] == ["0"]
