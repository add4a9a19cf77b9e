"""The list of what waits for somebody, from what the store has. Free of Qt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from station.domain.events import ApprovalRefused
from station.domain.ids import short_code
from station.ports.dossier_queries import DossierRow
from station.ports.outbox import RefusedEvent
from station.words import Language, capitalised, clock, day_and_month, figures
from ui.approval_words import act_of
from ui.desks.approval import AnsweredAct
from ui.desks.home import DayWork, LeftDraft
from ui.desktop.home import words as w
from ui.desktop.home.view_model import WorkKind, WorkLine, WorkSheet
from ui.desktop.kit.tone import Tone
from ui.time_left_words import left_words

_TONES = {
    WorkKind.REFUSED: Tone.ERR,
    WorkKind.TO_APPROVE: Tone.WARN,
    WorkKind.REFUSED_ACT: Tone.ERR,
    WorkKind.APPROVED_ACT: Tone.OK,
    WorkKind.TWIN: Tone.WARN,
    WorkKind.OVERDUE: Tone.ERR,
    WorkKind.MORE_OVERDUE: Tone.ERR,
    WorkKind.DUE_TODAY: Tone.WARN,
    WorkKind.DRAFT: Tone.INFO,
    WorkKind.TO_SIGN: Tone.INFO,
    WorkKind.TO_SUPPLEMENT: Tone.MUTE,
}


def work_sheet(work: DayWork, now: datetime, language: Language) -> WorkSheet:
    """Give the whole list, the most pressing first."""
    lines = (
        *(_refused(one, language) for one in work.refused),
        *_waiting(work.to_approve, language),
        *(_answer(one, now, language) for one in work.answers),
        *(_dossier(WorkKind.TWIN, row, now, language) for row in work.twins),
        *(_dossier(WorkKind.OVERDUE, row, now, language) for row in work.overdue),
        *_overdue_left_out(work, language),
        *_due_today(work, now, language),
        *(_draft(one, now, language) for one in work.drafts),
        *_copies(work.to_sign, language),
        *(_dossier(WorkKind.TO_SUPPLEMENT, row, now, language) for row in work.to_supplement),
    )
    return WorkSheet(lines=lines, figures=tuple(_figures(work, language)))


def _figures(work: DayWork, language: Language) -> Iterator[tuple[str, str, Tone]]:
    for kind, count in (
        (WorkKind.REFUSED, len(work.refused)),
        (WorkKind.OVERDUE, work.overdue_count),
        (WorkKind.DUE_TODAY, len(work.due_today)),
        (WorkKind.DRAFT, len(work.drafts)),
        (WorkKind.TO_SUPPLEMENT, len(work.to_supplement)),
    ):
        yield w.KINDS[kind][language], figures(count), _TONES[kind] if count else Tone.MUTE
    yield w.TO_COLLECT[language], figures(work.to_collect), Tone.MUTE
    yield w.RECEIVED[language], figures(work.received), Tone.MUTE


def _refused(event: RefusedEvent, language: Language) -> WorkLine:
    problem = event.problem
    return WorkLine(
        kind=WorkKind.REFUSED,
        words=w.KINDS[WorkKind.REFUSED][language],
        tone=_TONES[WorkKind.REFUSED],
        who=problem.title if language == "vi" else problem.title_en,
        short_code=short_code(event.dossier_code or ""),
        when=_moment(event.refused_at, None),
        dossier_code=event.dossier_code or "",
    )


def _dossier(kind: WorkKind, row: DossierRow, now: datetime, language: Language) -> WorkLine:
    return WorkLine(
        kind=kind,
        words=w.KINDS[kind][language],
        tone=_TONES[kind],
        who=row.owner_name,
        short_code=short_code(row.dossier_code),
        what=row.procedure_name,
        when=_moment(row.due_at, now) if row.due_at is not None else "–",
        dossier_code=row.dossier_code,
    )


def _overdue_left_out(work: DayWork, language: Language) -> Iterator[WorkLine]:
    """Say in one line how many more there are: a station may hear of no result for years."""
    more = work.overdue_count - len(work.overdue)
    if more > 0:
        yield WorkLine(
            kind=WorkKind.MORE_OVERDUE,
            words=w.KINDS[WorkKind.MORE_OVERDUE][language],
            tone=_TONES[WorkKind.MORE_OVERDUE],
            who=w.MORE[language].format(count=figures(more)),
            what=w.IN_THE_LIST[language],
        )


def _due_today(work: DayWork, now: datetime, language: Language) -> Iterator[WorkLine]:
    """Say in place of the kind how much working time is left: the moment stands beside it."""
    for row, left in zip(work.due_today, work.left_today, strict=True):
        line = _dossier(WorkKind.DUE_TODAY, row, now, language)
        if left is not None:
            line = replace(line, words=capitalised(left_words(left, language)))
        yield line


def _draft(left: LeftDraft, now: datetime, language: Language) -> WorkLine:
    applicant = left.draft.description.get("applicant") or {}
    return WorkLine(
        kind=WorkKind.DRAFT,
        words=w.KINDS[WorkKind.DRAFT][language],
        tone=_TONES[WorkKind.DRAFT],
        who=applicant.get("full_name") or applicant.get("name") or w.NOBODY[language],
        short_code=left.draft.code or "",
        what=left.procedure or w.NO_PROCEDURE[language],
        when=_moment(left.draft.saved_at, now),
        draft_id=str(left.draft.draft_id),
    )


def _waiting(count: int, language: Language) -> Iterator[WorkLine]:
    if count:
        yield WorkLine(
            kind=WorkKind.TO_APPROVE,
            words=w.KINDS[WorkKind.TO_APPROVE][language],
            tone=_TONES[WorkKind.TO_APPROVE],
            who=w.ACTS_WAIT[language].format(count=figures(count)),
            what=w.ON_THE_BOARD[language],
        )


def _answer(one: AnsweredAct, now: datetime, language: Language) -> WorkLine:
    """Say what became of an act that was left, and why it is not done."""
    answer, dossier = one.answered.answer, one.dossier
    act, name = act_of(one.fact)[language], answer.officer_name
    if isinstance(answer, ApprovalRefused):
        kind = WorkKind.REFUSED_ACT
        what = w.SAID_BY[language].format(act=act, name=name, reason=answer.reason)
    else:
        kind = WorkKind.APPROVED_ACT
        what = w.APPROVED_BY[language].format(act=act, name=name)
    return WorkLine(
        kind=kind,
        words=w.KINDS[kind][language],
        tone=_TONES[kind],
        who=dossier.owning_party.name if dossier else w.OF_TILL[language],
        short_code=short_code(dossier.code) if dossier else "",
        what=what,
        when=_moment(one.answered.at, now),
        dossier_code=dossier.code if dossier else "",
    )


def _copies(count: int, language: Language) -> Iterator[WorkLine]:
    if count:
        yield WorkLine(
            kind=WorkKind.TO_SIGN,
            words=w.KINDS[WorkKind.TO_SIGN][language],
            tone=_TONES[WorkKind.TO_SIGN],
            who=w.COPIES[language].format(count=figures(count)),
            what=w.IN_ONE_GO[language],
        )


def _moment(at: datetime, now: datetime | None) -> str:
    """Give the time alone where it is today's."""
    if now is not None and at.date() == now.date():
        return clock(at)
    return f"{clock(at)} {day_and_month(at.date())}"
