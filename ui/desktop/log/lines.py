"""Turns a daily log into what the page shows. Free of Qt."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from station.domain.journal import VIETNAM
from station.domain.log_page import Adjustment, LogRow, SumDifference, Unsent
from station.forms.daily_log import DailyLog
from station.words import Language, clock, figures, moment, numeric_date
from ui.desktop.log import words as w
from ui.desktop.log.view_model import (
    CENTRE,
    COUNTER,
    AdjustmentLine,
    LogFigure,
    LogLine,
    LogSheet,
    SignQuestion,
)

_REFUSED = "bị từ chối"
_NOT_SENT = ("chờ", _REFUSED)


def log_sheet(
    log: DailyLog,
    *,
    centre: bool,
    counter: str,
    today: date,
    may_sign: bool,
    language: Language,
) -> LogSheet:
    """Give the page of a log."""
    lines = tuple(_line(row, log.common_code, language) for row in log.rows)
    return LogSheet(
        on=log.on,
        scope=CENTRE if centre else COUNTER,
        counter=counter,
        is_today=log.on == today,
        lines=lines,
        figures=_figures(log, language),
        fees=figures(log.fees_total_vnd),
        pages=figures(log.pages_total),
        odd=sum(line.odd for line in lines),
        state=_state(log, language),
        signed=log.signature is not None,
        may_sign=may_sign,
        unsent=_not_sent(log.unsent, language),
        adjustments=(
            *(_adjusted(one, language) for one in log.adjustments),
            *(_adjusted(one, language, after_lock=True) for one in log.later),
        ),
    )


def sign_question(log: DailyLog, language: Language) -> SignQuestion:
    """Give what is asked before this page is locked."""
    return SignQuestion(
        title=w.ASK[language].format(page=log.next_page, day=numeric_date(log.on), scope=log.scope),
        sums=w.SUMS[language].format(
            received=sum(count for _, count in log.channels),
            pages=figures(log.pages_total),
            fees=figures(log.fees_total_vnd),
            adjusted=len(log.adjustments),
        ),
        warning=_not_sent(log.unsent, language),
    )


def sums_sentence(found: Sequence[SumDifference], language: Language) -> str:
    """Say which sums differ, both numbers of each; empty when none does."""
    said = [
        w.DIFFER[one.what][language].format(journal=figures(one.journal), other=figures(one.other))
        for one in found
    ]
    return w.BLOCKED[language].format(sums="; ".join(said)) if said else ""


def _state(log: DailyLog, language: Language) -> str:
    if (signed := log.signature) is None:
        return w.UNSIGNED[language].format(page=log.next_page)
    local = signed.signed_at.astimezone(VIETNAM)
    at = moment(local, datetime.combine(log.on, time(), VIETNAM))
    name = signed.officer_name.rsplit(" ", 1)[-1]
    return w.SIGNED[language].format(page=signed.page, at=at, name=name)


def _not_sent(unsent: Sequence[Unsent], language: Language) -> str:
    if not unsent:
        return ""
    counters = ", ".join(
        w.OF_COUNTER[language].format(counter=one.counter, count=one.dossiers) for one in unsent
    )
    return w.NOT_SENT[language].format(counters=counters)


def _adjusted(one: Adjustment, language: Language, *, after_lock: bool = False) -> AdjustmentLine:
    at = one.at.astimezone(VIETNAM)
    head = [f"{clock(at)} {numeric_date(at.date())}", f"{one.page} ({numeric_date(one.page_on)})"]
    head += [one.dossier_code or w.PAGE_ITSELF[language], one.officer_name]
    if after_lock:
        head.append(w.AFTER_LOCK[language])
    return AdjustmentLine(head=" · ".join(head), text=one.text)


def _line(row: LogRow, head: str | None, language: Language) -> LogLine:
    said = [w.NOTES[sign][language] if sign in w.NOTES else sign for sign in row.note.split()]
    if row.sent == _REFUSED:
        said.append(w.SENT_BACK[language])
    return LogLine(
        number=row.number,
        received_at=row.received_at,
        short_code=row.dossier_code.removeprefix(head or ""),
        dossier_code=row.dossier_code,
        owner_name=row.owner_name,
        procedure_name=row.procedure_name,
        agency=row.handling_agency,
        due_at=row.due_at,
        fee=figures(row.fees_vnd) if row.fees_vnd else "–",
        papers=f"{row.documents_handed_in}/{row.documents_wanted}",
        pages=str(row.pages) if row.pages else "–",
        note=", ".join(said),
        odd=row.sent == _REFUSED or row.documents_handed_in < row.documents_wanted,
    )


def _figures(log: DailyLog, language: Language) -> tuple[LogFigure, ...]:
    def of(caption: str, said: str, counted: Iterable[LogRow]) -> LogFigure:
        return LogFigure(caption, said, frozenset(row.number for row in counted))

    def as_counted(*names: str) -> list[LogRow]:
        return [row for row in log.rows if row.outcome in names]

    received = sum(count for _, count in log.channels)
    unsent = [row for row in log.rows if row.sent in _NOT_SENT]
    channels = (
        (w.CHANNELS[name][language] if name in w.CHANNELS else name.capitalize(), count, name)
        for name, count in log.channels
    )
    others = ((name.capitalize(), count, name) for name, count in log.not_received)
    guided = [LogFigure(w.GUIDED[language], figures(log.guided))] if log.guided else []
    scanned, paid = (
        (row for row in log.rows if row.pages),
        (row for row in log.rows if row.fees_vnd),
    )
    fees = f"{figures(log.fees_total_vnd)} đ"
    return (
        of(w.RECEIVED[language], figures(received), as_counted(*(n for n, _ in log.channels))),
        *(of(caption, figures(count), as_counted(name)) for caption, count, name in channels),
        *(of(caption, figures(count), as_counted(name)) for caption, count, name in others),
        *guided,
        of(w.PAGES[language], figures(log.pages_total), scanned),
        of(w.UNSENT[language], figures(len(unsent)), unsent),
        of(w.FEES[language], fees, paid),
    )
