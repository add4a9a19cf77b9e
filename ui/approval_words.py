"""The acts that wait for a second person, in words. Free of Qt."""

from typing import Final

from station.domain.events import (
    DossierCorrected,
    Event,
    FeeRefunded,
    FeesReduced,
    ReceiptVoided,
    ShiftClosed,
)
from station.words import Words

CORRECT: Final[Words] = {"vi": "Đính chính", "en": "Correction"}
REFUND: Final[Words] = {"vi": "Hoàn tiền", "en": "Refund"}
VOID: Final[Words] = {"vi": "Huỷ thu", "en": "Void payment"}
SPOIL: Final[Words] = {"vi": "Bỏ tờ hỏng", "en": "Spoiled sheet"}
REDUCE: Final[Words] = {"vi": "Giảm phí", "en": "Reduced fee"}
CLOSE: Final[Words] = {"vi": "Chốt ca lệch", "en": "Till difference"}
_OTHER: Final[Words] = {"vi": "Việc khác", "en": "Another act"}
LEFT: Final[Words] = {
    "vi": "Đã gửi trưởng bộ phận duyệt: {act}. Chưa có gì thay đổi cho đến khi được duyệt; trả lời"
    " hiện ở Bàn làm việc (Alt+0).",
    "en": "Left for the supervisor: {act}. Nothing changes until it is approved; the answer comes"
    " to your desk (Alt+0).",
}


def act_of(fact: Event) -> Words:
    """Name what would be done, as a label."""
    match fact:
        case DossierCorrected():
            return CORRECT
        case FeeRefunded():
            return REFUND
        case ReceiptVoided(payment=None):
            return SPOIL
        case ReceiptVoided():
            return VOID
        case FeesReduced():
            return REDUCE
        case ShiftClosed():
            return CLOSE
    return _OTHER


def reason_of(fact: Event) -> str:
    """Give why the officer wants it, in their words."""
    match fact:
        case DossierCorrected() | FeeRefunded() | ReceiptVoided() | FeesReduced():
            return fact.reason
        case ShiftClosed():
            return fact.difference_reason or ""
    return ""
