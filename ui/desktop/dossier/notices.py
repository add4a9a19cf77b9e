"""What the officer should know of a dossier at once: who waits for what, and what is next."""

from datetime import datetime

from station.domain.dossier import Dossier, DossierStatus
from station.domain.person import FieldSource
from station.domain.processing import RequestStage
from station.words import Language, Words, clock, figures, listed, numeric_date
from ui.desktop.dossier.words import WAITS
from ui.desktop.source_words import SOURCES

_W: dict[str, Words] = {
    "acts": {"vi": "{name} nộp thay.", "en": "{name} handed it in for the owner."},
    "acts_by": {
        "vi": "{name} nộp thay theo {letter}, hạn {until}, {scope}.",
        "en": "{name} handed it in by {letter}, until {until}, {scope}.",
    },
    "scope_submit": {"vi": "chỉ nộp", "en": "handing in only"},
    "scope_collect": {"vi": "chỉ nhận kết quả", "en": "collecting only"},
    "scope_both": {"vi": "nộp và nhận kết quả", "en": "handing in and collecting"},
    "unshown": {
        "vi": "Chưa xuất trình bản chính giấy tờ tuỳ thân (số: {source}); phải xem trước khi trả.",
        "en": "The original identity paper was not shown (number: {source}); see it before return.",
    },
    "duplicate": {
        "vi": "Cùng người, cùng thủ tục với {codes}; lý do: {reason}.",
        "en": "Same person and procedure as {codes}; reason: {reason}.",
    },
    "clock": {
        "vi": "{agency} chưa xác nhận đã nhận: hạn chưa chạy, ngày hẹn là tạm tính.",
        "en": "{agency} has not confirmed its receipt: no time runs, the date is provisional.",
    },
    "awaited": {
        "vi": "Chờ {sum} chuyển khoản: ngân hàng báo thì ghi số báo có (Alt+T, Alt+D).",
        "en": "{sum} are awaited: note the bank's notice when it comes (Alt+T, Alt+D).",
    },
    "asked_by": {
        "vi": "{by} yêu cầu: in mẫu 02 đưa người dân (Ctrl+P).",
        "en": "Asked by {by}: print form 02 for the citizen (Ctrl+P).",
    },
    "duty": {
        "vi": "{by} báo nghĩa vụ tài chính: {what}{amount}. Đưa thông báo cho người dân; nộp xong "
        "thì cơ quan ghi nhận, hồ sơ chạy tiếp.",
        "en": "{by} announced a payment: {what}{amount}. Give the notice to the citizen; once it "
        "is paid the agency goes on.",
    },
    "stopped": {
        "vi": "{by} dừng giải quyết: {reason}. In mẫu 05 (Ctrl+P), trả giấy tờ cho người dân.",
        "en": "Stopped by {by}: {reason}. Print form 05 (Ctrl+P), give the papers back.",
    },
    "stopped_given": {
        "vi": "{by} dừng giải quyết: {reason}. Giấy tờ đã trả.",
        "en": "Stopped by {by}: {reason}. The papers were given back.",
    },
    "refused": {
        "vi": "Từ chối: {reasons}. Trả giấy tờ cho người dân cùng mẫu 03.",
        "en": "Refused: {reasons}. Give the papers back with form 03.",
    },
    "refused_given": {
        "vi": "Từ chối: {reasons}. Giấy tờ đã trả.",
        "en": "Refused: {reasons}. The papers were given back.",
    },
    "result_signed": {
        "vi": "Kết quả đã ký, chưa về quầy: về thì ghi kệ.",
        "en": "The result is signed and not here yet: note its shelf when it comes.",
    },
    "result_here": {
        "vi": "Kết quả ở quầy{shelf}: chờ người dân đến nhận.",
        "en": "The result is here{shelf}: it waits to be collected.",
    },
    "came_back": {
        "vi": "Cơ quan không nhận bìa theo {number}: xem lý do ở dòng thời gian, bàn giao lại.",
        "en": "The agency did not take the folder on {number}: see why in the time line, hand it "
        "over again.",
    },
    "extended": {
        "vi": "{by} xin lỗi, hẹn lại {due} thay cho {before}: {reason}. In mẫu 04 đưa người dân "
        "(Ctrl+P). Không gia hạn lần nữa.",
        "en": "{by} apologised: {due} instead of {before}, for {reason}. Print form 04 for the "
        "citizen (Ctrl+P). It cannot be extended again.",
    },
}


def notice_of(dossier: Dossier, language: Language) -> str:
    """Say what somebody waits for, and what the counter does about it; empty: nothing."""
    request = dossier.open_supplement
    if request is not None:
        what = listed([item.name for item in request.still_lacking])
        by = _W["asked_by"][language].format(by=request.requested_by)
        asked = "" if request.stage is RequestStage.INTAKE else f" {by}"
        return WAITS[language].format(what=what) + asked
    said = (
        _news(dossier, language),
        _clock(dossier, language),
        _awaited(dossier, language),
        _acting(dossier, language),
        _unshown(dossier, language),
        _duplicate(dossier, language),
    )
    return " ".join(filter(None, said))


def _news(dossier: Dossier, language: Language) -> str:
    """Say what the agency decided last, and what the counter does next."""
    status = dossier.status
    if status is DossierStatus.WAITING_FINANCIAL_DUTY and dossier.financial_duties:
        duty = dossier.financial_duties[-1]
        amount = f" {figures(duty.amount_vnd)} đ" if duty.amount_vnd is not None else ""
        return _W["duty"][language].format(
            by=duty.announced_by, what=duty.description, amount=amount
        )
    if status is DossierStatus.STOPPED and dossier.stop is not None:
        key = "stopped" if dossier.returned is None else "stopped_given"
        return _W[key][language].format(by=dossier.stop.by, reason=dossier.stop.reason)
    if status is DossierStatus.REFUSED and dossier.refusal is not None:
        key = "refused" if dossier.returned is None else "refused_given"
        return _W[key][language].format(reasons=listed([*dossier.refusal.reasons]))
    if status is DossierStatus.RESULT_READY:
        shelf = f" {dossier.shelf}" if dossier.shelf else ""
        key = "result_here" if dossier.result_at_counter else "result_signed"
        return _W[key][language].format(shelf=shelf)
    last = dossier.hand_overs[-1] if dossier.hand_overs else None
    if last is not None and last.handed_back_at is not None and dossier.awaits_hand_over:
        return _W["came_back"][language].format(number=last.list_number)
    if status is DossierStatus.PROCESSING and dossier.extension is not None:
        extension = dossier.extension
        return _W["extended"][language].format(
            by=extension.by,
            due=_moment(extension.due_at),
            before=_moment(extension.due_before) if extension.due_before else "–",
            reason=extension.reason,
        )
    return ""


def _clock(dossier: Dossier, language: Language) -> str:
    """Say that the date is provisional: the agency elsewhere has not received it yet (T8)."""
    if not dossier.is_provisional or dossier.due_at is None or not dossier.status.is_running:
        return ""
    return _W["clock"][language].format(agency=dossier.handling_agency)


def _awaited(dossier: Dossier, language: Language) -> str:
    """Say that money was announced and nobody has seen it yet."""
    if not dossier.awaited_vnd:
        return ""
    return _W["awaited"][language].format(sum=f"{figures(dossier.awaited_vnd)} đ")


def _moment(at: datetime) -> str:
    return f"{clock(at)} {numeric_date(at.date())}"


def _unshown(dossier: Dossier, language: Language) -> str:
    """Say that the identity paper is still to be seen, and where its number is from."""
    paper = dossier.submitter.person.id_document
    if paper is None or not dossier.identity_unshown:
        return ""
    source = SOURCES[paper.read_from or FieldSource.TYPED]
    return _W["unshown"][language].format(source=source[language])


def _acting(dossier: Dossier, language: Language) -> str:
    """Say who acts for the owner, by which paper and how far."""
    letter = dossier.authorisation
    if dossier.owner is None:
        return ""
    if letter is None:
        return _W["acts"][language].format(name=dossier.submitter.name)
    number = f" {letter.number}" if letter.number else ""
    until = numeric_date(letter.expires_on) if letter.expires_on else "–"
    return _W["acts_by"][language].format(
        name=dossier.submitter.name,
        letter=letter.kind + number,
        until=until,
        scope=_W[f"scope_{letter.scope.value}"][language],
    )


def _duplicate(dossier: Dossier, language: Language) -> str:
    if not dossier.duplicate_of:
        return ""
    reason = dossier.duplicate_reason or "–"
    return _W["duplicate"][language].format(codes=listed([*dossier.duplicate_of]), reason=reason)
