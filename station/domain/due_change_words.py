"""The sentences for what changes a promise, or starts its clock elsewhere; see ``due_words``."""

from collections.abc import Sequence
from datetime import datetime

from station.domain.due_steps import Step, Supplemented, Transferred, Waited
from station.domain.durations import duration_text, hours_text
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, SupplementRule, TimeUnit
from station.words import Language, clock, numeric_date, weekday_date

ChangeStep = Supplemented | Waited | Transferred


def change_text(step: ChangeStep, language: Language) -> str:
    """Give one line of the explanation."""
    return _vietnamese(step) if language == "vi" else _english(step)


def waited_sentence(steps: Sequence[Step], language: Language) -> str | None:
    """Give the one sentence for the slip where the old promise moved by the time waited."""
    waited = next((step for step in steps if isinstance(step, Waited)), None)
    changed = next((step for step in steps if isinstance(step, Supplemented)), None)
    if waited is None or changed is None:
        return None
    promised = numeric_date(changed.promised_at)
    if language == "vi":
        return f"Ngày hẹn cũ {promised} cộng thêm {_length(waited, language)} chờ bổ sung."
    return f"The earlier date, {promised}, plus {_length(waited, language)} of waiting for papers."


def changed_briefly(steps: Sequence[Step], language: Language) -> str:
    """Give what the sentence on the slip adds about a changed promise; empty without one."""
    vietnamese = language == "vi"
    for step in steps:
        match step:
            case Supplemented(SupplementRule.RESTART, promised_at):
                before = numeric_date(promised_at)
                return (
                    f"; tính lại từ đầu khi đủ hồ sơ, thay ngày hẹn cũ {before}"
                    if vietnamese
                    else f"; counted anew as the dossier is complete, instead of {before}"
                )
            case Transferred(_, provisional):
                text = (
                    "; tính từ khi cơ quan giải quyết nhận hồ sơ"
                    if vietnamese
                    else "; counted from the receipt by the handling agency"
                )
                supposed = " (ngày tạm tính)" if vietnamese else " (a provisional date)"
                return text + supposed * provisional
    return ""


def counted_by(agency: str, since: datetime | None) -> str:
    """Give the sentence for the slip where the agency named the date, in Vietnamese."""
    if since is None:
        return f"Ngày hẹn do {agency} xác định."
    received = since.astimezone(VIETNAM)
    return f"Ngày hẹn do {agency} xác định, tính từ khi nhận hồ sơ {_moment(received)}."


def _vietnamese(step: ChangeStep) -> str:
    match step:
        case Supplemented(rule, promised_at, brought_at):
            how = (
                "tính lại từ đầu (NĐ 61/2018/NĐ-CP Điều 19 khoản 4)"
                if rule is SupplementRule.RESTART
                else "cộng thêm thời gian chờ bổ sung"
            )
            return f"Đủ hồ sơ {_moment(brought_at)}: {how}; ngày hẹn cũ {_moment(promised_at)}"
        case Waited(begins, ends) as waited:
            span = f"từ {_moment(begins)} đến {_moment(ends)}"
            return f"Chờ bổ sung {span}: {_length(waited, 'vi')}"
        case Transferred(at, provisional):
            law = "(NĐ 309/2026/NĐ-CP Điều 17 khoản 3)"
            if provisional:
                return f"Tạm tính như cơ quan giải quyết nhận {_moment(at)} {law}"
            return f"Cơ quan giải quyết nhận {_moment(at)}: thời hạn tính từ đây {law}"


def _english(step: ChangeStep) -> str:
    match step:
        case Supplemented(rule, promised_at, brought_at):
            how = (
                "counted anew (Decree 61/2018 Art. 19(4))"
                if rule is SupplementRule.RESTART
                else "the time waited is added"
            )
            return (
                f"Complete at {_moment(brought_at, 'en')}: {how}; "
                f"promised before: {_moment(promised_at, 'en')}"
            )
        case Waited(begins, ends) as waited:
            span = f"{_moment(begins, 'en')} to {_moment(ends, 'en')}"
            return f"Waited for papers, {span}: {_length(waited, 'en')}"
        case Transferred(at, provisional):
            law = "(Decree 309/2026 Art. 17(3))"
            if provisional:
                return f"As if the handling agency received it at {_moment(at, 'en')} {law}"
            return (
                f"The handling agency received it at {_moment(at, 'en')}: counted from here {law}"
            )


def _moment(at: datetime, language: Language = "vi") -> str:
    joint = " " if language == "vi" else " on "
    return f"{clock(at)}{joint}{weekday_date(at, language)}"


def _length(waited: Waited, language: Language) -> str:
    if waited.unit is TimeUnit.WORKING_HOUR:
        return hours_text(waited.length, language)
    return duration_text(ProcessingTime(waited.length.days, waited.unit), language)
