"""The steps of a dossier as ``CapNhatTienDoHoSoMC`` wants them, from its history."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from station.domain.facts import Fact
from station.domain.history import Step
from station.exchange import codes
from station.exchange import missing_facts as places
from station.exchange.missing_facts import Wanted
from station.exchange.records import LONGEST_NAME, TienDo

OfficerName = Callable[[str], str | None]
"""Gives the name of an officer of this station by the sign-in name; None: not one of its own."""
_PROVINCE = "province"
_NAMED = ("officer_name", "requested_by", "announced_by", "by")
"""Where a fact itself says who acted."""
_STEPS = {
    "DossierLodged": "Nhận hồ sơ nộp",
    "DossierReceived": "Tiếp nhận hồ sơ",
    "SupplementRequested": "Yêu cầu bổ sung, hoàn thiện hồ sơ",
    "SupplementBrought": "Nhận giấy tờ bổ sung",
    "DossierRefused": "Từ chối tiếp nhận hồ sơ",
    "DossierCorrected": "Đính chính thông tin hồ sơ",
    "DossierForwarded": "Chuyển hồ sơ đến cơ quan giải quyết",
    "FolderHandedBack": "Cơ quan giải quyết trả lại hồ sơ giấy",
    "DossierAcceptedByAgency": "Cơ quan giải quyết nhận hồ sơ",
    "FinancialDutyAnnounced": "Yêu cầu thực hiện nghĩa vụ tài chính",
    "FinancialDutyMet": "Đã thực hiện nghĩa vụ tài chính",
    "DossierStopped": "Dừng giải quyết hồ sơ",
    "DeadlineExtended": "Gia hạn thời gian giải quyết",
    "ResultIssued": "Có kết quả giải quyết",
    "ResultArrived": "Nhận kết quả về bộ phận một cửa",
    "ResultReturned": "Trả kết quả, giấy tờ",
    "DossierWithdrawn": "Công dân yêu cầu rút hồ sơ",
}
"""What each kind of fact is to the portal; other facts, as prints and payments, are no steps."""


def progress_records(
    steps: Sequence[Step], officer_name: OfficerName, wanted: Wanted
) -> tuple[TienDo, ...]:
    """Make the records of all steps, oldest first; what is missing is noted in ``wanted``.

    News that could not be read or folded here changed nothing and is no step.
    """
    happened = [steps[0]]
    happened += [step for before, step in pairwise(steps) if step.dossier is not before.dossier]
    return tuple(
        _record(step, officer_name, wanted) for step in happened if step.fact.kind in _STEPS
    )


def who_did(fact: Fact, officer_name: OfficerName) -> str | None:
    """Give the name of who acted: as the fact says it, else by the account of this station."""
    said = next((fact.payload[name] for name in _NAMED if fact.payload.get(name)), None)
    own = None if fact.station_id == _PROVINCE else officer_name(fact.officer_id)
    return own or said


def _record(step: Step, officer_name: OfficerName, wanted: Wanted) -> TienDo:
    fact, dossier = step
    who = who_did(fact, officer_name)
    if who is None and fact.station_id == _PROVINCE:
        who = dossier.handling_agency
    return TienDo(
        MaHoSo=dossier.code,
        NguoiXuLy=wanted.text("NguoiXuLy", _shortened(who or ""), places.OFFICER_NAME),
        ChucDanh="",
        ThoiDiemXuLy=codes.stamp(fact.occurred_at),
        PhongBanXuLy="",
        NoiDungXuLy=_STEPS[fact.kind],
        TrangThai=str(dossier.status.national_code),
        NgayBatDau=codes.stamp(dossier.received_at),
        NgayKetThucTheoQuyDinh=codes.stamp(dossier.due_at),
    )


def _shortened(name: str) -> str:
    """Cut a name that is longer than the exchange takes, at a whole word."""
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME + 1].rpartition(" ")[0] or name[:LONGEST_NAME]
