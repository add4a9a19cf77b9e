"""A page of the daily log: what is frozen when it is signed, and what is noted about it later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from station.domain.dossier import Channel, Dossier, DossierStatus
from station.domain.journal import VIETNAM
from station.words import figures

CHANNELS = {
    Channel.DIRECT: ("trực tiếp", ""),
    Channel.ONLINE: ("trực tuyến", "TT"),
    Channel.POSTAL: ("bưu chính", "BC"),
}
NOT_RECEIVED = {
    DossierStatus.REFUSED: ("từ chối", "TC"),
    DossierStatus.WAITING_SUPPLEMENT: ("yêu cầu bổ sung", "BS"),
    DossierStatus.WITHDRAWN: ("rút trước khi tiếp nhận", "RH"),
    DossierStatus.STOPPED: ("dừng trước khi tiếp nhận", "DG"),
}
"""What became of a dossier that never counted as received: it has a code, but no due date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One dossier of the day; ``number`` counts from 1."""

    number: int
    received_at: datetime
    dossier_code: str
    owner_name: str
    procedure_name: str
    handling_agency: str
    due_at: datetime | None
    fees_vnd: int
    documents_handed_in: int
    documents_wanted: int
    pages: int
    sent: str
    note: str
    outcome: str
    """As what it is counted: its channel, or what became of it instead of a reception."""


class Unsent(NamedTuple):
    """How many dossiers of a counter the province had not confirmed."""

    counter: int
    dossiers: int


class Count(NamedTuple):
    """How many rows of a page are counted as this."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """Điều chỉnh: what was done or noted after a page was signed, and would have changed it."""

    sequence: int
    """Of the act in the journal: by it an adjustment is known."""
    at: datetime
    page: str
    """The number of the signed page."""
    page_on: date
    dossier_code: str
    """Empty for a note about the page itself."""
    text: str
    officer_name: str


class SumDifference(NamedTuple):
    """A sum that two sources give differently."""

    what: str
    """``dossiers``, ``fees`` or ``collected``."""
    journal: int
    other: int
    other_is: str
    """``list`` for the read model, ``till`` for the till."""


def page_number(year: int, number: int) -> str:
    """Give ``NK-2026-0188``."""
    return f"NK-{year}-{number:04d}"


def changed_facts(before: Dossier | None, after: Dossier) -> str:
    """Say in one line what of a dossier's row a page would say differently; empty: nothing."""
    if before is None:
        return "tiếp nhận sau khi khoá trang"
    old, new = _facts(before), _facts(after)
    return "; ".join(f"{name} {old[name]} → {new[name]}" for name in new if old[name] != new[name])


def differences(
    journal: Mapping[str, int], others: Iterable[tuple[str, str, int]]
) -> tuple[SumDifference, ...]:
    """Give what does not agree with the journal; ``others``: what, by whom, how much."""
    return tuple(
        SumDifference(what, journal[what], given, by)
        for what, by, given in others
        if given != journal[what]
    )


def _facts(dossier: Dossier) -> dict[str, str]:
    handed_in = sum(document.handed_in for document in dossier.documents)
    due, fees = dossier.due_at, dossier.fees_total_vnd
    return {
        "chủ hồ sơ": dossier.owning_party.name,
        "thủ tục": dossier.procedure_name,
        "nơi giải quyết": dossier.handling_agency,
        "hẹn trả": f"{due.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if due else "không",
        "phí": figures(fees),
        "giấy tờ": f"{handed_in}/{handed_in + len(dossier.missing)}",
        "trang": str(sum(document.pages for document in dossier.documents)),
        "ghi": _counted_as(dossier),
    }


def _counted_as(dossier: Dossier) -> str:
    if dossier.due_at is None and dossier.status in NOT_RECEIVED:
        return NOT_RECEIVED[dossier.status][0]
    return CHANNELS[dossier.channel][0]
