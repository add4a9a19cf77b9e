"""Nhật ký tiếp nhận hồ sơ trong ngày: the day of one counter, or of the whole centre, as a table.

Local practice beside the statutory sổ theo dõi (mẫu 07, TT 03/2025/TT-VPCP).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from station.domain.dossier import Channel, DossierStatus
from station.forms.office import OfficeHeader
from station.forms.wording import in_capitals, one_line
from station.words import figures

TITLE = "NHẬT KÝ TIẾP NHẬN HỒ SƠ TRONG NGÀY"
_CHANNELS = {
    Channel.DIRECT: ("trực tiếp", ""),
    Channel.ONLINE: ("trực tuyến", "TT"),
    Channel.POSTAL: ("bưu chính", "BC"),
}
_SENT = {"sent": "đã gửi", "waiting": "chờ", "refused": "bị từ chối"}
_NOT_RECEIVED = {
    DossierStatus.REFUSED: ("từ chối", "TC"),
    DossierStatus.WAITING_SUPPLEMENT: ("yêu cầu bổ sung", "BS"),
}
"""What became of a dossier that never counted as received: it has a code, but no due date."""
LEGEND = (
    "Gửi = hệ thống của tỉnh đã xác nhận hay chưa. Giấy tờ = đã nộp/phải có. "
    "BC: bưu chính; TT: trực tuyến; TC: từ chối; BS: chờ bổ sung, chưa tiếp nhận."
)


class ReceivedDossier(Protocol):
    """What the log needs of a received dossier; the store's ``DossierRow`` has it."""

    @property
    def dossier_code(self) -> str: ...
    @property
    def owner_name(self) -> str: ...
    @property
    def procedure_name(self) -> str: ...
    @property
    def handling_agency(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def received_at(self) -> datetime: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def fees_total_vnd(self) -> int: ...
    @property
    def documents_handed_in(self) -> int: ...
    @property
    def documents_wanted(self) -> int: ...
    @property
    def pages(self) -> int: ...
    @property
    def delivery(self) -> str: ...
    @property
    def status(self) -> DossierStatus: ...


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyLog:
    """The content of the log, in the order of reception."""

    office: OfficeHeader
    on: date
    scope: str
    """``Quầy 3`` or ``Cả bộ phận``."""
    rows: tuple[LogRow, ...]
    channels: tuple[tuple[str, int], ...]
    """Name and number of the received dossiers of each channel."""
    not_received: tuple[tuple[str, int], ...]
    """What became of the other rows, with their number; nothing that did not happen."""
    guided: int
    """Lượt hướng dẫn: visitors who were told what to bring, without a dossier."""
    officer_name: str
    printed_at: datetime

    @property
    def fees_total_vnd(self) -> int:
        return sum(row.fees_vnd for row in self.rows)

    @property
    def pages_total(self) -> int:
        return sum(row.pages for row in self.rows)

    @property
    def totals(self) -> str:
        """The closing sentence, without the sum of money."""
        channels = ", ".join(f"{name} {count}" for name, count in self.channels)
        received = sum(count for _, count in self.channels)
        others = "".join(f", {name} {count}" for name, count in self.not_received)
        others += f", hướng dẫn {self.guided} lượt" if self.guided else ""
        return f"tiếp nhận {received} hồ sơ ({channels}){others}, {self.pages_total} trang số hóa"

    @property
    def fees(self) -> str:
        return f"{figures(self.fees_total_vnd)} đồng"

    @property
    def common_code(self) -> str | None:
        """What all codes begin with, up to the running number; None when they differ."""
        heads = {row.dossier_code.rpartition("-")[0] for row in self.rows}
        return heads.pop() + "-" if len(heads) == 1 else None


def daily_log(
    received: Iterable[ReceivedDossier],
    office: OfficeHeader,
    *,
    on: date,
    scope: str,
    officer_name: str,
    printed_at: datetime,
    guided: int = 0,
) -> DailyLog:
    """Say what the log of a day says; ``received`` comes in the order of reception."""
    dossiers = tuple(received)
    counted = Counter(Channel(d.channel) for d in dossiers if not _note(d))
    others = Counter(dossier.status for dossier in dossiers if _note(dossier))
    return DailyLog(
        office=office,
        on=on,
        scope=scope,
        rows=tuple(_row(number, dossier) for number, dossier in enumerate(dossiers, 1)),
        channels=tuple((name, counted[channel]) for channel, (name, _) in _CHANNELS.items()),
        not_received=tuple(
            (name, others[status]) for status, (name, _) in _NOT_RECEIVED.items() if others[status]
        ),
        guided=guided,
        officer_name=one_line(officer_name),
        printed_at=printed_at,
    )


def _row(number: int, dossier: ReceivedDossier) -> LogRow:
    return LogRow(
        number=number,
        received_at=dossier.received_at,
        dossier_code=dossier.dossier_code,
        owner_name=in_capitals(dossier.owner_name),
        procedure_name=one_line(dossier.procedure_name),
        handling_agency=one_line(dossier.handling_agency),
        due_at=dossier.due_at,
        fees_vnd=dossier.fees_total_vnd,
        documents_handed_in=dossier.documents_handed_in,
        documents_wanted=dossier.documents_wanted,
        pages=dossier.pages,
        sent=_SENT[dossier.delivery],
        note=" ".join(filter(None, (_CHANNELS[Channel(dossier.channel)][1], _note(dossier)))),
        outcome=_outcome(dossier),
    )


def _outcome(dossier: ReceivedDossier) -> str:
    if _note(dossier):
        return _NOT_RECEIVED[dossier.status][0]
    return _CHANNELS[Channel(dossier.channel)][0]


def _note(dossier: ReceivedDossier) -> str:
    """Give the sign of a dossier that does not count as received; empty for one that does."""
    if dossier.due_at is not None or dossier.status not in _NOT_RECEIVED:
        return ""
    return _NOT_RECEIVED[dossier.status][1]
