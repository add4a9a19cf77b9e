"""The requests for more papers as the national exchange lists them."""

from collections.abc import Sequence

from station.domain.history import Step
from station.domain.processing import LackingPaper, Supplement
from station.exchange import codes
from station.exchange import missing_facts as places
from station.exchange.missing_facts import Wanted
from station.exchange.progress import OfficerName, who_did
from station.exchange.records import HoSoBoSung


def supplement_records(
    steps: Sequence[Step], officer_name: OfficerName, wanted: Wanted
) -> tuple[HoSoBoSung, ...]:
    """List all requests with what became of them."""
    return tuple(
        _record(request, _answer(request, steps), officer_name, wanted)
        for request in steps[-1].dossier.supplements
    )


def _answer(request: Supplement, steps: Sequence[Step]) -> Step | None:
    """Give the step in which the last paper of a request was brought."""
    place = request.number - 1
    for step in steps:
        known = step.dossier.supplements
        if len(known) > place and known[place].is_answered:
            return step
    return None


def _record(
    request: Supplement, answer: Step | None, officer_name: OfficerName, wanted: Wanted
) -> HoSoBoSung:
    field = f"DanhSachHoSoBoSung[{request.number}].NguoiYeuCauBoSung"
    return HoSoBoSung(
        HoSoBoSungId=request.number,
        NguoiYeuCauBoSung=wanted.text(field, request.requested_by, places.OFFICER_NAME),
        NoiDungBoSung="; ".join(map(_asked, request.items)) or request.reason,
        NgayBoSung=codes.stamp(request.requested_at),
        NguoiTiepNhanBoSung=(who_did(answer.fact, officer_name) or "") if answer else "",
        ThongTinTiepNhan="",
        NgayTiepNhanBoSung=codes.stamp(request.brought_at),
        TrangThaiBoSung=request.is_answered,
        DanhSachGiayToBoSung=(),
        DanhSachLePhiBoSung=(),
        NgayHenTraTruoc=codes.stamp(request.due_before),
        NgayHenTraMoi=codes.stamp(answer.dossier.due_at) if answer else "",
    )


def _asked(item: LackingPaper) -> str:
    return f"{item.name}: {item.what}" if item.what else item.name
