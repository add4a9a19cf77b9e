"""What opens above the page of a dossier and above reception, with invented data."""

from collections.abc import Callable

from station.domain.acts import DossierAct
from station.domain.procedure import ProcessingTime, TimeUnit
from station.usecases.handed_in import DIGITISED
from ui.desktop.compared import ComparedLine
from ui.desktop.dossier.correction import CorrectionForm, Field, Row, Rules
from ui.desktop.dossier.page import DossierPage
from ui.desktop.dossier.view_model import AttachedPaper, DossierDetail, ScannedPaper
from ui.desktop.gallery import dossiers as details
from ui.desktop.gallery.english import spoken
from ui.desktop.keys import Act
from ui.desktop.reception.field_state import FieldState
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.view_model import (
    Applicant,
    ApplicantField,
    ChosenProcedure,
    Duplicates,
    Procedure,
)
from ui.desktop.shortcuts import do

_OTHER = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"


def dossier_panels(
    page: DossierPage, show: Callable[[DossierDetail], None]
) -> dict[str, Callable[[], None]]:
    """Give the scenes; ``show`` brings a dossier to the front."""

    def ask() -> None:
        show(details.received())
        page.open_act(DossierAct.SUPPLEMENT)

    def bring() -> None:
        waiting = details.waiting()
        show(waiting)
        page.open_act(DossierAct.BRING)
        file = AttachedPaper(kept="", name="hop-dong-uy-quyen.pdf", pages=4)
        page.show_attached(waiting.code, 3, file)
        scan = AttachedPaper(kept=DIGITISED, name="Hợp đồng uỷ quyền.pdf", pages=2)
        page.act_panel.show_scanned(
            waiting.code, ScannedPaper(index=3, files=(scan,), is_writing=False)
        )

    def people() -> None:
        show(details.received())
        page.open_people()

    def twin(*, may_decide: bool) -> None:
        show(details.with_twin(may_decide=may_decide))
        page.open_twin()

    def correct() -> None:
        show(details.received())
        page.open_act(DossierAct.CORRECT)
        page.correction.show_form(spoken(correction_form()))

    def correct_procedure() -> None:
        correct()
        page.correction.see("procedure")
        page.correction.show_rules(_rules(_OTHER))

    return {
        "dossier-act": ask,
        "dossier-bring": bring,
        "dossier-people": people,
        "dossier-twin": lambda: twin(may_decide=True),
        "dossier-twin-waits": lambda: twin(may_decide=False),
        "dossier-correction": correct,
        "dossier-correction-procedure": correct_procedure,
    }


def reception_panels(
    page: ReceptionPage, show: Callable[[], None]
) -> dict[str, Callable[[], None]]:
    """Give the scenes; ``show`` brings a draft to the front."""

    def owner() -> None:
        show()
        page.focus_zone(1)
        do(page.window(), Act.OWNER)

    def cases() -> None:
        show()
        page.show_procedure(birth())
        page.focus_zone(2)
        page.go_on()

    def duplicate() -> None:
        show()
        page.show_duplicates(spoken(duplicates()))
        do(page.window(), Act.COMPARE)

    return {
        "reception-owner": owner,
        "reception-cases": cases,
        "reception-duplicate": duplicate,
    }


def duplicates() -> Duplicates:
    """Give a dossier of the same person that is open, beside the draft."""
    procedure, paper = "Tách thửa, hợp thửa đất", "Đơn đề nghị tách thửa"
    other = (
        ("Mã", "chưa cấp", "H42.15-260917-0121"),
        ("Nhận ngày", "24/09/2026", "17/09/2026"),
        ("Quầy, cán bộ", "quầy này", "2, Bình"),
        ("Thủ tục", procedure, procedure),
        ("Trạng thái", "đang nhập", "Đang giải quyết"),
        ("Giấy tờ", paper, paper),
        ("", "Giấy chứng nhận đã cấp (bản gốc)", ""),
    )
    return Duplicates(
        code="H42.15-260917-0121",
        words="Hồ sơ trùng H42.15-260917-0121: 17/09/2026, quầy 2 (Bình), Đang giải quyết.",
        lines=tuple(
            ComparedLine(caption=caption, here=here, there=there, differs=there == "")
            for caption, here, there in other
        ),
    )


def birth() -> Procedure:
    """Give a procedure with two cases."""
    return Procedure(
        chosen=ChosenProcedure(
            code="1.001193",
            name="Đăng ký khai sinh",
            field="Hộ tịch",
            agency="UBND cấp xã",
            processing_time=ProcessingTime(1, TimeUnit.WORKING_DAY),
            catalogue="2026-07-01",
            cases=(
                ("dung-han", "Đúng hạn (trong 60 ngày)"),
                ("qua-han", "Quá hạn (sau 60 ngày)"),
            ),
            case="dung-han",
            question="Trẻ sinh đến nay đã quá 60 ngày chưa?",
            note="nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày"
            " làm việc tiếp theo",
            legal_basis=("Luật Hộ tịch số 60/2014/QH13", "Nghị định số 123/2015/NĐ-CP"),
        )
    )


def correction_form() -> CorrectionForm:
    """Give a correction as it opens."""
    return CorrectionForm(
        code="H42.15-260924-0317",
        version=1,
        texts={
            Field.DELIVERY_ADDRESS: "",
            Field.SETS: "1",
            Field.SUMMARY: "",
        },
        applicant=_applicant(),
        owner=Owner(),
        rules=_rules("Tách thửa, hợp thửa đất"),
        channel="direct",
        delivery="counter",
        needs_approver=True,
        reasons=("nhập sai họ tên", "chọn nhầm thủ tục"),
    )


def _applicant() -> Applicant:
    texts = {
        ApplicantField.NAME: "NGUYỄN VĂN AN",
        ApplicantField.BORN_ON: "05/03/1999",
        ApplicantField.NUMBER: "035099001234",
        ApplicantField.PAPER_TYPE: "can_cuoc",
        ApplicantField.ISSUED_ON: "15/06/2021",
        ApplicantField.SEX: "male",
        ApplicantField.PHONE: "0912345678",
        ApplicantField.ADDRESS: "Tổ 5, Minh Khai, Phủ Lý, Hà Nam",
    }
    return Applicant({name: FieldState(text=text) for name, text in texts.items()})


def _rules(name: str) -> Rules:
    names = ("Đơn đề nghị theo mẫu số 11/ĐK", "Giấy chứng nhận đã cấp (bản gốc)", "Hợp đồng")
    return Rules(
        code="1.012753",
        name=name,
        rows=tuple(
            Row(index=at, name=one, mandatory=at < 3, here=at == 1)
            for at, one in enumerate(names, start=1)
        ),
        charged_vnd=140_000,
        tariff_vnd=150_000,
    )
