"""Puts one dossier into the words of its page. Free of Qt, and without any port."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from station.catalogue.parts import Reason
from station.domain.acts import OF_THE_PROVINCE, allowed_acts
from station.domain.documents import RowCheck
from station.domain.dossier import Dossier, DossierStatus, SubmittedDocument
from station.domain.history import Step
from station.domain.ids import short_code
from station.domain.time_left import TimeLeft
from station.words import (
    Language,
    Words,
    capitalised,
    clock,
    day_and_month,
    figures,
    listed,
    weekday_date,
)
from ui.desks.sync import DossierSending
from ui.desktop.dossier.act_forms import form_of
from ui.desktop.dossier.approvals import approval_notice
from ui.desktop.dossier.files import files_of
from ui.desktop.dossier.moments import expected, past
from ui.desktop.dossier.notices import notice_of
from ui.desktop.dossier.people import people_of
from ui.desktop.dossier.sending import server_facts, unsent_fact
from ui.desktop.dossier.signed_rows import Signed, signed_note, signed_notice
from ui.desktop.dossier.twins import twin_notice, twin_sheet
from ui.desktop.dossier.view_model import (
    ActChoice,
    DossierDetail,
    Fact,
    PaperLine,
    PaperState,
)
from ui.desktop.dossier.words import AGENCY_NEXT, CLOSED, NEXT
from ui.desktop.dossier_looks import TONES
from ui.desktop.kit.tone import Tone
from ui.dossier_words import act_on, state_of
from ui.time_left_words import left_words

_COPIES: tuple[tuple[str, Words], ...] = (
    ("originals", {"vi": "chính", "en": "original"}),
    ("certified_copies", {"vi": "chứng thực", "en": "certified"}),
    ("copies", {"vi": "sao", "en": "copy"}),
    ("presented", {"vi": "xuất trình", "en": "shown"}),
)
_W: dict[str, Words] = {
    "subject": {
        "vi": "{procedure} · nộp {time} {day} tại Quầy {counter} · nhận kết quả {delivery}",
        "en": "{procedure} · {time} {day} at counter {counter} · result {delivery}",
    },
    "counter": {"vi": "tại quầy", "en": "at the counter"},
    "postal": {"vi": "qua bưu chính", "en": "by post"},
    "online": {"vi": "trực tuyến", "en": "online"},
    "promised": {"vi": "Hẹn trả", "en": "Promised"},
    "overdue": {"vi": "Quá hạn", "en": "Overdue"},
    "stopped": {"vi": "Hẹn trả · đang tạm dừng tính", "en": "Promised · the clock stands still"},
    "none": {"vi": "Chưa có ngày hẹn", "en": "No date yet"},
    "missing": {"vi": "chưa có", "en": "not here"},
    "asked": {"vi": "chờ người dân", "en": "asked for"},
    "not_ok": {"vi": "không đạt", "en": "not in order"},
    "reused": {"vi": "dùng lại", "en": "reused"},
    "held_by_state": {"vi": "có dữ liệu", "en": "held"},
    "not_retrievable": {"vi": "không khai thác được", "en": "not retrievable"},
    "inaccurate": {"vi": "không chính xác", "en": "inaccurate"},
    "held": {"vi": "đang giữ bản chính", "en": "original held"},
    "scanned": {"vi": "đã quét", "en": "scanned"},
    "charged": {"vi": "Phải thu", "en": "Charged"},
    "paid": {"vi": "Đã thu", "en": "Paid"},
    "owed": {"vi": "Còn thiếu", "en": "Owed"},
    "awaited": {"vi": "Chờ xác nhận", "en": "Awaited"},
    "paper": {"vi": "Hồ sơ giấy", "en": "Paper dossier"},
    "originals": {"vi": "Bản chính giữ", "en": "Originals held"},
    "shelf": {"vi": "Kệ kết quả", "en": "Result on shelf"},
    "here": {"vi": "Quầy {counter}", "en": "Counter {counter}"},
    "not_yet": {"vi": "chưa có", "en": "not yet"},
    "back": {"vi": "đã trả lại", "en": "given back"},
}


def detail_of(
    dossier: Dossier,
    steps: Sequence[Step],
    *,
    now: datetime,
    language: Language,
    reasons: Sequence[Reason] = (),
    may_decide: bool = False,
    signed: Signed = MappingProxyType({}),
    sending: DossierSending | None = None,
    left: TimeLeft | None = None,
) -> DossierDetail:
    """Say everything that the page shows of a dossier.

    Args:
        reasons: what the catalogue offers.
        may_decide: the officer may say that a twin at another counter goes on as well.
        signed: the digital signatures in its files, as far as they were judged.
        left: until the promise, where that is near.
        sending: how far the province knows of it; None: this station has no server.
    """
    caption, due, due_tone = _due(dossier, now, left, language)
    acts = tuple(
        ActChoice(
            act=act,
            label=capitalised(act_on(dossier.status, act, language)),
            form=form_of(act, dossier, language, reasons),
        )
        for act in allowed_acts(dossier)
        if act not in OF_THE_PROVINCE
    )
    next_step, lawful = CLOSED[language], allowed_acts(dossier)
    awaits_agency = bool(lawful) and lawful[0] in OF_THE_PROVINCE
    if awaits_agency:
        next_step = AGENCY_NEXT[language].format(act=act_on(dossier.status, lawful[0], language))
    elif acts:
        next_step = NEXT[language].format(act=act_on(dossier.status, acts[0].act, language))
    waits = (
        twin_notice(dossier, language),
        approval_notice(steps, language),
        notice_of(dossier, language),
    )
    said, said_tone = signed_notice(dossier, signed, language)
    files: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for one in files_of(dossier, language):
        files[one.at] += (one.key,)
    return DossierDetail(
        code=dossier.code,
        short_code=short_code(dossier.code),
        name=dossier.owning_party.name.upper(),
        state=capitalised(state_of(dossier, language)),
        state_tone=TONES[dossier.status],
        version=dossier.version,
        subject=_subject(dossier, language),
        due_caption=caption,
        due=due,
        due_tone=due_tone,
        papers=tuple(
            replace(_paper(row, dossier, signed, language), files=files[at])
            for at, row in enumerate(dossier.documents)
        ),
        moments=(
            *past(steps, language, sending.delivery.events if sending else {}),
            *expected(dossier, language),
        ),
        money=_money(dossier, language),
        places=_places(dossier, language),
        server=server_facts(sending, now, language),
        has_server=sending is not None,
        unsent=unsent_fact(sending, language),
        people=people_of(dossier, language),
        acts=acts,
        notice=" ".join(filter(None, (*waits, said))),
        notice_tone=Tone.WARN if any(waits) and said_tone is Tone.OK else said_tone,
        next_step=next_step,
        awaits_agency=awaits_agency,
        has_slip=dossier.is_received,
        twin=twin_sheet(dossier, language, may_decide=may_decide),
    )


def _subject(dossier: Dossier, language: Language) -> str:
    return _W["subject"][language].format(
        procedure=dossier.subject,
        time=clock(dossier.received_at),
        day=weekday_date(dossier.received_at.date(), language),
        counter=dossier.counter,
        delivery=_W[dossier.delivery.method.value][language],
    )


def _due(
    dossier: Dossier, now: datetime, left: TimeLeft | None, language: Language
) -> tuple[str, str, Tone]:
    if dossier.due_at is None:
        return _W["none"][language], "–", Tone.MUTE
    words = f"{clock(dossier.due_at)} {weekday_date(dossier.due_at.date(), language)}"
    if dossier.status is DossierStatus.WAITING_SUPPLEMENT:
        return _W["stopped"][language], words, Tone.WARN
    if dossier.status.is_running and dossier.due_at < now:
        return _W["overdue"][language], words, Tone.ERR
    if left is not None:
        caption = f"{_W['promised'][language]} · {left_words(left, language)}"
        return caption, words, Tone.WARN if left.is_today else Tone.INFO
    return _W["promised"][language], words, Tone.MUTE


def _paper(
    row: SubmittedDocument, dossier: Dossier, signed: Signed, language: Language
) -> PaperLine:
    request = dossier.open_supplement
    asked = {item.index for item in request.still_lacking} if request else set()
    counts = [
        f"{count} {words[language]}" for name, words in _COPIES if (count := getattr(row, name))
    ]
    state, note, tone = PaperState.HERE, "", None
    if row.index in asked:
        state, note = PaperState.LACKING, _W["asked"][language]
    elif row.check is RowCheck.NOT_OK:
        state, note = PaperState.LACKING, row.remark or _W["not_ok"][language]
    elif row.held is not None or row.reuse is not None:
        note = _stands_in(row, language)
    elif not row.handed_in:
        state = PaperState.LACKING if row.mandatory else PaperState.NOT_GIVEN
        note = _W["missing"][language] if row.mandatory else ""
    elif said := signed_note(row, dossier, signed, language):
        note, tone = said
    elif any(original.name == row.name for original in dossier.held_originals):
        note = _W["held"][language]
    elif row.files:
        note = _W["scanned"][language]
    return PaperLine(
        number=str(row.index) if row.index else "+",
        name=row.name,
        copies=", ".join(counts) or "–",
        pages=row.pages,
        state=state,
        note=note,
        tone=tone,
    )


def _stands_in(row: SubmittedDocument, language: Language) -> str:
    """Say what stands for a paper that was not brought, and when that was asked for."""
    if row.held is None:
        return _W["reused"][language]
    asked = f"{clock(row.held.asked_at)} {day_and_month(row.held.asked_at.date())}"
    said = (row.held.database, _W[row.held.ground.value][language], asked, row.held.query)
    return ", ".join(part for part in said if part)


def _money(dossier: Dossier, language: Language) -> tuple[Fact, ...]:
    def amount(key: str, value: int, tone: Tone | None = None) -> Fact:
        return Fact(caption=_W[key][language], value=f"{figures(value)} đ", tone=tone)

    owed = dossier.owed_vnd
    facts = [amount("charged", dossier.fees_total_vnd)]
    facts.append(amount("paid", dossier.paid_vnd, Tone.OK if not owed else None))
    if dossier.awaited_vnd:
        facts.append(amount("awaited", dossier.awaited_vnd, Tone.WARN))
    else:
        facts.append(amount("owed", owed, Tone.WARN if owed else None))
    return tuple(facts)


def _places(dossier: Dossier, language: Language) -> tuple[Fact, ...]:
    if dossier.returned is not None or dossier.withdrawal is not None:
        paper = _W["back"][language]
    elif dossier.hand_overs and not dossier.awaits_hand_over:
        paper = dossier.hand_overs[-1].agency
    else:
        paper = _W["here"][language].format(counter=dossier.counter)
    held = dossier.held_originals
    return (
        Fact(caption=_W["paper"][language], value=paper),
        Fact(
            caption=_W["originals"][language],
            value=listed([original.name for original in held]) if held else "–",
        ),
        Fact(
            caption=_W["shelf"][language],
            value=dossier.shelf or ("–" if dossier.result_at_counter else _W["not_yet"][language]),
        ),
    )
