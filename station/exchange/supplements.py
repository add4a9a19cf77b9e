"""The requests for more papers as the national exchange lists them."""

from collections.abc import Sequence
from itertools import pairwise

from station.domain.events import SupplementBrought
from station.domain.history import Step
from station.domain.processing import LackingPaper, Supplement
from station.exchange import codes
from station.exchange import missing_facts as places
from station.exchange.enclosures import filed
from station.exchange.missing_facts import Wanted
from station.exchange.progress import OfficerName, who_did
from station.exchange.records import HoSoBoSung, TaiLieuNop


def supplement_records(
    steps: Sequence[Step], files: Sequence[TaiLieuNop], officer_name: OfficerName, wanted: Wanted
) -> tuple[HoSoBoSung, ...]:
    """List all requests with what became of them.

    Args:
        files: of the whole dossier, in the order of ``filed``.
    """
    brought = _brought_for(steps)
    known = list(zip(filed(steps[-1].dossier), files, strict=True))
    return tuple(
        _record(
            request,
            _answer(request, steps),
            tuple(record for place, record in known if brought.get(place) == request.number),
            officer_name,
            wanted,
        )
        for request in steps[-1].dossier.supplements
    )


def _brought_for(steps: Sequence[Step]) -> dict[tuple[int, str], int]:
    """Give for each file that came with a supplement the number of its request."""
    brought: dict[tuple[int, str], int] = {}
    for before, after in pairwise(steps):
        if after.fact.kind == SupplementBrought.__name__:
            new = set(filed(after.dossier)) - set(filed(before.dossier))
            brought |= dict.fromkeys(new, len(after.dossier.supplements))
    return brought


def _answer(request: Supplement, steps: Sequence[Step]) -> Step | None:
    """Give the step in which the last paper of a request was brought."""
    place = request.number - 1
    for step in steps:
        known = step.dossier.supplements
        if len(known) > place and known[place].is_answered:
            return step
    return None


def _record(
    request: Supplement,
    answer: Step | None,
    files: tuple[TaiLieuNop, ...],
    officer_name: OfficerName,
    wanted: Wanted,
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
        DanhSachGiayToBoSung=files,
        DanhSachLePhiBoSung=(),
        NgayHenTraTruoc=codes.stamp(request.due_before),
        NgayHenTraMoi=codes.stamp(answer.dossier.due_at) if answer else "",
    )


def _asked(item: LackingPaper) -> str:
    return f"{item.name}: {item.what}" if item.what else item.name
