"""The steps of a dossier as ``CapNhatTienDoHoSoMC`` wants them, from its history."""

from collections.abc import Callable, Sequence

from station.domain.history import Step
from station.exchange import codes
from station.exchange import missing_facts as places
from station.exchange.missing_facts import Wanted
from station.exchange.records import LONGEST_NAME, TienDo

OfficerName = Callable[[str], str | None]
"""Gives the name of an officer of this station by the sign-in name; None: not one of its own."""
_PROVINCE = "province"
_STEPS = {
    "DossierReceived": "Tiếp nhận hồ sơ",
    "DossierAcceptedByAgency": "Cơ quan giải quyết nhận hồ sơ",
}
"""What each kind of fact is to the portal; other facts, as prints and payments, are no steps."""


def progress_records(
    steps: Sequence[Step], officer_name: OfficerName, wanted: Wanted
) -> tuple[TienDo, ...]:
    """Make the records of all steps, oldest first; what is missing is noted in ``wanted``."""
    return tuple(_record(step, officer_name, wanted) for step in steps if step.fact.kind in _STEPS)


def _record(step: Step, officer_name: OfficerName, wanted: Wanted) -> TienDo:
    fact, dossier = step
    if fact.station_id == _PROVINCE:
        who = dossier.handling_agency
    else:
        who = officer_name(fact.officer_id) or ""
    return TienDo(
        MaHoSo=dossier.code,
        NguoiXuLy=wanted.text("NguoiXuLy", _shortened(who), places.OFFICER_NAME),
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
