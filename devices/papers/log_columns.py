"""The columns of the daily log as a spreadsheet has them: whole codes, real times, real numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from station.domain.journal import VIETNAM
from station.domain.log_page import LogRow

Value = str | int | datetime
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class LogColumn:
    """``width`` in letters; times come without offset, as spreadsheets know none."""

    head: str
    width: int
    value: Callable[[LogRow], Value]


COLUMNS = (
    LogColumn("STT", 5, lambda row: row.number),
    LogColumn("Giờ nhận", 16, lambda row: _local(row.received_at)),
    LogColumn("Mã hồ sơ", 26, lambda row: row.dossier_code),
    LogColumn("Họ tên chủ hồ sơ", 32, lambda row: row.owner_name),
    LogColumn("Thủ tục", 48, lambda row: row.procedure_name),
    LogColumn("Nơi giải quyết", 28, lambda row: row.handling_agency),
    LogColumn("Hẹn trả", 16, lambda row: _local(row.due_at) if row.due_at else ""),
    LogColumn("Phí (đ)", 12, lambda row: row.fees_vnd),
    LogColumn("Giấy tờ đã nộp", 9, lambda row: row.documents_handed_in),
    LogColumn("Giấy tờ phải có", 9, lambda row: row.documents_wanted),
    LogColumn("Trang", 7, lambda row: row.pages),
    LogColumn("Gửi", 12, lambda row: row.sent),
    LogColumn("Ghi chú", 10, lambda row: row.note),
)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would compute this text instead of showing it."""
    return text.startswith(_FORMULA_STARTS)


def _local(at: datetime) -> datetime:
    return at.astimezone(VIETNAM).replace(tzinfo=None)
