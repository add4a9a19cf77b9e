"""Nhật ký tiếp nhận hồ sơ trong ngày: the day of one counter, or of the whole centre, as a table.

Local practice beside the statutory sổ theo dõi (mẫu 07, TT 03/2025/TT-VPCP).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from station.domain.dossier import Channel, DossierStatus
from station.domain.log_page import CHANNELS, NOT_RECEIVED, Adjustment, Count, LogRow, Unsent
from station.forms.office import OfficeHeader
from station.forms.wording import in_capitals, one_line
from station.words import figures

if TYPE_CHECKING:  # the sign-in page knows papers by name, and must not wait for every event
    from station.domain.events import DailyLogSigned

TITLE = "NHẬT KÝ TIẾP NHẬN HỒ SƠ TRONG NGÀY"
ADJUSTMENTS = "Điều chỉnh các trang đã khoá"
_SENT = {"sent": "đã gửi", "waiting": "chờ", "refused": "bị từ chối"}
LEGEND = (
    "Gửi = hệ thống của tỉnh đã xác nhận hay chưa. Giấy tờ = đã nộp/phải có. "
    "BC: bưu chính; TT: trực tuyến; TC: từ chối; BS: chờ bổ sung, "
    "RH: rút, DG: dừng, đều chưa tiếp nhận."
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
    @property
    def counter(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSignature:
    """Who signed and locked the page, and under which number."""

    page: str
    """``NK-2026-0188``."""
    officer_name: str
    signed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyLog:
    """The content of the log, in the order of reception."""

    office: OfficeHeader
    on: date
    scope: str
    """``Quầy 3`` or ``Cả bộ phận``."""
    rows: tuple[LogRow, ...]
    channels: tuple[Count, ...]
    """Name and number of the received dossiers of each channel."""
    not_received: tuple[Count, ...]
    """What became of the other rows, with their number; nothing that did not happen."""
    guided: int
    """Lượt hướng dẫn: visitors who were told what to bring, without a dossier."""
    officer_name: str
    printed_at: datetime
    unsent: tuple[Unsent, ...] = ()
    """Of which dossiers the province has not confirmed everything, by counter."""
    adjustments: tuple[Adjustment, ...] = ()
    """What was done on this day about pages that were signed before it was done."""
    signature: LogSignature | None = None
    """None while the page is not signed."""
    next_page: str = ""
    """The number that the page gets when it is signed now; empty once it is signed."""
    later: tuple[Adjustment, ...] = ()
    """What was done on this day after its page was locked; it stands on the next page."""

    @property
    def says(self) -> tuple[object, ...]:
        """Give what is signed. How far the province knows of it changes by itself, and who looks
        at it when is not part of it."""
        rows = tuple(replace(row, sent="") for row in self.rows)
        return rows, self.channels, self.not_received, self.guided, self.adjustments

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
    adjustments: tuple[Adjustment, ...] = (),
    next_page: str = "",
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
        channels=tuple(Count(name, counted[channel]) for channel, (name, _) in CHANNELS.items()),
        not_received=tuple(
            Count(name, others[status])
            for status, (name, _) in NOT_RECEIVED.items()
            if others[status]
        ),
        guided=guided,
        officer_name=one_line(officer_name),
        printed_at=printed_at,
        unsent=_unsent(dossiers),
        adjustments=adjustments,
        next_page=next_page,
    )


def signed_log(
    page: "DailyLogSigned",
    signature: LogSignature,
    office: OfficeHeader,
    *,
    scope: str,
    printed_at: datetime,
    later: tuple[Adjustment, ...],
) -> DailyLog:
    """Say what a signed page says: nothing of it is read anew."""
    return DailyLog(
        office=office,
        on=page.on,
        scope=scope,
        rows=page.rows,
        channels=page.channels,
        not_received=page.not_received,
        guided=page.guided,
        officer_name="",
        printed_at=printed_at,
        unsent=page.unsent,
        adjustments=page.adjustments,
        signature=signature,
        later=later,
    )


def _unsent(dossiers: Iterable[ReceivedDossier]) -> tuple[Unsent, ...]:
    counted = Counter(one.counter for one in dossiers if one.delivery != "sent")
    return tuple(Unsent(counter, counted[counter]) for counter in sorted(counted))


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
        note=" ".join(filter(None, (CHANNELS[Channel(dossier.channel)][1], _note(dossier)))),
        outcome=_outcome(dossier),
    )


def _outcome(dossier: ReceivedDossier) -> str:
    if _note(dossier):
        return NOT_RECEIVED[dossier.status][0]
    return CHANNELS[Channel(dossier.channel)][0]


def _note(dossier: ReceivedDossier) -> str:
    """Give the sign of a dossier that does not count as received; empty for one that does."""
    if dossier.due_at is not None or dossier.status not in NOT_RECEIVED:
        return ""
    return NOT_RECEIVED[dossier.status][1]
