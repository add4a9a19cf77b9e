"""Whole lives of dossiers as facts: asked for papers, refused, late, stopped, given back."""

from dataclasses import fields
from datetime import date, datetime

from station.domain.dossier import Delivery, DeliveryMethod, SubmittedDocument
from station.domain.events import (
    DeadlineExtended,
    DossierForwarded,
    DossierLodged,
    DossierRefused,
    DossierStopped,
    DossierWithdrawn,
    Event,
    FinancialDutyAnnounced,
    ResultArrived,
    ResultIssued,
    ResultReturned,
    ServiceRated,
    SlipDeclaredLost,
    SupplementBrought,
    SupplementRequested,
)
from station.domain.journal import VIETNAM
from station.domain.processing import (
    Collector,
    CollectorKind,
    HeldOriginal,
    LackingPaper,
    RequestStage,
    ResultPaper,
)
from station.domain.ratings import RatedAct, Satisfaction
from tests.builders import FEE, a_reception

FORM_SET = "tt-03-2025"
LACKING = (
    LackingPaper(index=1, name="Tờ khai", what="thiếu chữ ký"),
    LackingPaper(index=3, name="Giấy tờ tùy thân", what="chưa xuất trình"),
)
COMPLETE = (SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1),)
RECEIVED = a_reception(form_set=FORM_SET)
LODGED = DossierLodged(
    **{field.name: getattr(RECEIVED, field.name) for field in fields(DossierLodged)}
)
NEW_DUE = datetime(2026, 12, 3, 16, 30, tzinfo=VIETNAM)


def asked(stage: RequestStage, **changes: object) -> SupplementRequested:
    """Give a request for two papers."""
    said = {
        "stage": stage,
        "items": LACKING,
        "reason": "thành phần hồ sơ chưa đủ và chưa hợp lệ",
        "legal_basis": "Nghị định số 61/2018/NĐ-CP, Điều 17",
        "requested_by": "Trần Thị Hạnh",
        "deadline_on": date(2026, 12, 23),
    }
    return SupplementRequested(**(said | changes))  # type: ignore[arg-type]  # checked by the class


BROUGHT = SupplementBrought(
    documents=COMPLETE, still_lacking=(), rule="restart", due_at=NEW_DUE, due_reason="3 ngày."
)
PARTLY = SupplementBrought(documents=COMPLETE, still_lacking=LACKING[1:])
REFUSED = DossierRefused(
    reasons=("không thuộc thẩm quyền giải quyết của cơ quan",),
    legal_basis="Nghị định số 61/2018/NĐ-CP, Điều 17",
    officer_name="Trần Thị Hạnh",
)
FORWARDED = DossierForwarded(list_number="BG-0031", agency="Phòng Tư pháp", list_hash="ab" * 32)
EXTENDED = DeadlineExtended(
    due_at=NEW_DUE, reason="chờ xác minh", by="Phòng Tư pháp", apology_number="12/XL-TP"
)
STOPPED = DossierStopped(
    reason="đương sự đề nghị dừng giải quyết",
    legal_basis="Thông tư số 03/2025/TT-VPCP",
    by="Phòng Tư pháp",
)
DUTY = FinancialDutyAnnounced(description="Nộp thuế", amount_vnd=500_000, announced_by="Thuế")
RESULT = ResultPaper(
    name="Giấy xác nhận tình trạng hôn nhân", number="45/XN", issued_on=date(2026, 11, 26)
)
ISSUED = ResultIssued(results=(RESULT,), by="Phòng Tư pháp")
ARRIVED = ResultArrived(shelf="K2-07")
ORIGINALS = (HeldOriginal(name="Tờ khai", count=1),)


def returned(kind: CollectorKind = CollectorKind.OWNER, **changes: object) -> ResultReturned:
    """Give the return of a result with its originals."""
    collector = Collector(
        kind=kind,
        full_name="Nguyễn Thị Ánh Tuyết",
        id_number="035199012345",
        authorisation="giấy ủy quyền số 5" if kind is CollectorKind.AUTHORISED else None,
        tracking_number="EB123456789VN" if kind is CollectorKind.POST else None,
    )
    said = {
        "collector": collector,
        "originals_returned": ORIGINALS,
        "officer_name": "Trần Thị Hạnh",
    }
    return ResultReturned(**(said | changes))  # type: ignore[arg-type]  # checked by the class


WITHDRAWN = DossierWithdrawn(
    reason="không còn nhu cầu", originals_returned=ORIGINALS, officer_name="Trần Thị Hạnh"
)


def rated(act: RatedAct = RatedAct.RETURN) -> ServiceRated:
    return ServiceRated(act=act, satisfaction=Satisfaction.SATISFIED)


LOST = SlipDeclaredLost(declared_by="Nguyễn Thị Ánh Tuyết")
BY_POST = a_reception(
    form_set=FORM_SET,
    delivery=Delivery(method=DeliveryMethod.POSTAL, address="Số 9 phố Huế"),
)
LIVES: dict[str, tuple[Event, ...]] = {
    "asked-at-intake": (LODGED, asked(RequestStage.INTAKE)),
    "refused-at-intake": (LODGED, REFUSED),
    "completed": (RECEIVED, FEE, asked(RequestStage.APPRAISAL), PARTLY, BROUGHT),
    "extended": (RECEIVED, FEE, FORWARDED, EXTENDED),
    "stopped": (RECEIVED, FEE, FORWARDED, STOPPED),
    "waiting-for-duty": (RECEIVED, FORWARDED, DUTY),
    "withdrawn": (RECEIVED, WITHDRAWN),
    "result-at-counter": (RECEIVED, FEE, FORWARDED, ISSUED, ARRIVED),
    "returned": (RECEIVED, FEE, FORWARDED, ISSUED, ARRIVED, returned()),
    "returned-by-post": (BY_POST, FORWARDED, ISSUED, ARRIVED, returned(CollectorKind.POST)),
    "slip-lost": (RECEIVED, FORWARDED, LOST, ARRIVED, returned(slip_lost=True)),
    "rated": (RECEIVED, rated(RatedAct.RECEPTION), FORWARDED, ARRIVED, returned(), rated()),
}
