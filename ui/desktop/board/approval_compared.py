"""What an act that waits would change: as it is, and as it would be, line by line. Free of Qt."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from station.domain.dossier import Channel, DeliveryMethod, Dossier, SubmittedDocument
from station.domain.events import (
    ApprovalAsked,
    Corrected,
    DossierCorrected,
    FeeRefunded,
    FeesReduced,
    ReceiptVoided,
    ShiftClosed,
)
from station.domain.money.receipts import ReceiptNumber
from station.domain.person import Authorisation, Party
from station.words import Language, Words, clock, figures, numeric_date
from ui.desks.approval import WaitingApproval
from ui.desktop.compared import ComparedLine, paper_lines
from ui.desktop.dossier.people import lines_of

_NOTHING: Final = "–"
_W: Final[dict[str, Words]] = {
    "procedure": {"vi": "Thủ tục", "en": "Procedure"},
    "case": {"vi": "Trường hợp", "en": "Case"},
    "channel": {"vi": "Nộp qua", "en": "Handed in"},
    "submitter": {"vi": "Người nộp", "en": "Who handed it in"},
    "owner": {"vi": "Chủ hồ sơ", "en": "Whose it is"},
    "authorisation": {"vi": "Uỷ quyền", "en": "Authorisation"},
    "papers": {"vi": "Giấy tờ", "en": "Papers"},
    "delivery": {"vi": "Nhận kết quả", "en": "Result"},
    "sets": {"vi": "Số bộ", "en": "Sets"},
    "summary": {"vi": "Nội dung", "en": "About"},
    "due": {"vi": "Hẹn trả", "en": "Promised"},
    "slip": {"vi": "Giấy hẹn", "en": "Slip"},
    "version": {"vi": "bản {number}", "en": "version {number}"},
    "paid": {"vi": "Khoản thu {number}", "en": "Payment {number}"},
    "counts": {"vi": "tính là đã thu", "en": "counts as paid"},
    "void": {"vi": "huỷ, tiền trả lại người nộp", "en": "void; the money goes back"},
    "given_back": {"vi": "Đã hoàn", "en": "Given back"},
    "owed": {"vi": "Còn phải thu", "en": "Still owed"},
    "sheet": {"vi": "Tờ biên lai", "en": "Receipt sheet"},
    "next": {"vi": "{number}, tờ kế tiếp", "en": "{number}, the next one"},
    "spoiled": {"vi": "bỏ, số giữ lại", "en": "given up, its number kept"},
    "expected": {"vi": "Tiền mặt", "en": "Cash"},
    "must": {"vi": "phải có {sum}", "en": "must be {sum}"},
    "counted": {"vi": "đếm được {sum}", "en": "counted {sum}"},
    "difference": {"vi": "Chênh lệch", "en": "Difference"},
    "shift": {"vi": "Ca", "en": "Shift"},
    "open": {"vi": "đang mở", "en": "open"},
    "closed": {"vi": "chốt", "en": "closed"},
    Channel.DIRECT: {"vi": "trực tiếp", "en": "at the counter"},
    Channel.POSTAL: {"vi": "bưu chính", "en": "by post"},
    Channel.ONLINE: {"vi": "trực tuyến", "en": "online"},
    f"to {DeliveryMethod.COUNTER}": {"vi": "tại quầy", "en": "at the counter"},
    f"to {DeliveryMethod.POSTAL}": {"vi": "qua bưu chính", "en": "by post"},
    f"to {DeliveryMethod.ONLINE}": {"vi": "trực tuyến", "en": "online"},
}


def compared(waiting: WaitingApproval, language: Language) -> tuple[ComparedLine, ...]:
    """Give what would change, and nothing that stays."""
    fact, dossier = waiting.fact, waiting.dossier
    words = {name: said[language] for name, said in _W.items()}
    match fact:
        case DossierCorrected():
            return tuple(_corrected(waiting.request.asked, fact.changes, words, language))
        case FeeRefunded() if dossier:
            payment = dossier.payments[fact.payment - 1]
            caption = words["paid"].format(number=fact.payment)
            before, after = payment.refunded_vnd, payment.refunded_vnd + fact.amount_vnd
            return (
                _same(caption, _money(payment.amount_vnd)),
                _line(words["given_back"], _money(before), _money(after)),
            )
        case ReceiptVoided(payment=int(number)):
            caption = words["paid"].format(number=number)
            receipt = _receipt(fact)
            said = " · ".join(filter(None, (_money(fact.amount_vnd), receipt)))
            return (_same(caption, said), _line("", words["counts"], words["void"]))
        case ReceiptVoided():
            shown = words["next"].format(number=_receipt(fact))
            return (_line(words["sheet"], shown, words["spoiled"]),)
        case FeesReduced() if dossier:
            return tuple(_reduced(dossier, fact, words))
        case ShiftClosed():
            return tuple(_closed(fact, words))
    return ()


def _corrected(
    asked: ApprovalAsked, changes: Corrected, words: Mapping[str, str], language: Language
) -> Iterator[ComparedLine]:
    before, version = asked.before or Corrected(), asked.dossier_version
    if changes.procedure_code:
        here, there = (
            " · ".join(filter(None, (one.procedure_code or "", one.procedure_name or "")))
            for one in (before, changes)
        )
        yield _line(words["procedure"], here, there)
    if changes.case or before.case:
        yield _line(words["case"], before.case or "", changes.case or "")
    if changes.channel and before.channel:
        yield _line(words["channel"], words[before.channel], words[changes.channel])
    if changes.submitter:
        yield from _people(words["submitter"], before.submitter, changes.submitter, language)
    if changes.owner or changes.no_owner:
        yield from _people(words["owner"], before.owner, changes.owner, language)
    if changes.authorisation or changes.no_owner:
        here, there = (_letter(one.authorisation) for one in (before, changes))
        yield _line(words["authorisation"], here, there)
    if changes.documents is not None:
        papers = (_papers(before.documents or ()), _papers(changes.documents))
        if papers[0] != papers[1]:
            yield from paper_lines(*papers, words["papers"])
    if changes.delivery and before.delivery:
        here, there = (
            " · ".join(filter(None, (words[f"to {one.method}"], one.address or "")))
            for one in (before.delivery, changes.delivery)
        )
        yield _line(words["delivery"], here, there)
    if changes.number_of_sets:
        yield _line(words["sets"], str(before.number_of_sets), str(changes.number_of_sets))
    if changes.summary:
        yield _line(words["summary"], before.summary or "", changes.summary)
    if changes.due_at:
        yield _line(words["due"], _moment(before.due_at), _moment(changes.due_at))
    here, there = (words["version"].format(number=n) for n in (version, version + 1))
    yield _line(words["slip"], here, there)


def _people(
    role: str, before: Party | None, after: Party | None, language: Language
) -> Iterator[ComparedLine]:
    """Give what differs of a person; the name stands above, so that one knows of whom."""
    here, there = (
        {line.caption: line.value for line in lines_of(one, language, whole=True)} if one else {}
        for one in (before, after)
    )
    yield _line(role, before.name if before else "", after.name if after else "")
    for caption in dict.fromkeys((*here, *there)):
        one, other = here.get(caption, ""), there.get(caption, "")
        if one != other and (one, other) != (before and before.name, after and after.name):
            yield _line(caption, one, other)


def _letter(letter: Authorisation | None) -> str:
    if letter is None:
        return ""
    until = numeric_date(letter.expires_on) if letter.expires_on else ""
    return " · ".join(filter(None, (letter.kind, letter.number or "", until)))


def _papers(rows: Sequence[SubmittedDocument]) -> list[str]:
    return [row.name for row in rows if row.handed_in]


def _reduced(
    dossier: Dossier, fact: FeesReduced, words: Mapping[str, str]
) -> Iterator[ComparedLine]:
    off = {line.line: line.amount_vnd for line in fact.lines}
    for place, fee in enumerate(dossier.fees, 1):
        if place in off:
            yield _line(fee.name, _money(fee.amount_vnd), _money(fee.amount_vnd - off[place]))
    owed = dossier.owed_vnd
    yield _line(words["owed"], _money(owed), _money(owed - sum(off.values())))


def _closed(fact: ShiftClosed, words: Mapping[str, str]) -> Iterator[ComparedLine]:
    difference = fact.counted_vnd - fact.expected_vnd
    yield _line(
        words["expected"],
        words["must"].format(sum=_money(fact.expected_vnd)),
        words["counted"].format(sum=_money(fact.counted_vnd)),
    )
    sign = "−" if difference < 0 else "+"
    yield _line(words["difference"], "", f"{sign} {_money(abs(difference))}")
    yield _line(words["shift"], words["open"], words["closed"])


def _receipt(fact: ReceiptVoided) -> str:
    if fact.receipt_series is None:
        return ""
    return str(ReceiptNumber(fact.receipt_series, fact.receipt_number or 0))


def _line(caption: str, here: str, there: str) -> ComparedLine:
    return ComparedLine(
        caption=caption, here=here or _NOTHING, there=there or _NOTHING, differs=here != there
    )


def _same(caption: str, said: str) -> ComparedLine:
    return ComparedLine(caption=caption, here=said, there=said)


def _money(amount_vnd: int) -> str:
    return f"{figures(amount_vnd)} đ"


def _moment(at: datetime | None) -> str:
    return f"{clock(at)} {numeric_date(at.date())}" if at else ""
