"""Turns a daily log into what the page shows. Free of Qt."""

from collections.abc import Iterable
from datetime import date

from station.forms.daily_log import DailyLog, LogRow
from station.words import Language, figures
from ui.desktop.log import words as w
from ui.desktop.log.view_model import CENTRE, COUNTER, LogFigure, LogLine, LogSheet

_REFUSED = "bị từ chối"
_NOT_SENT = ("chờ", _REFUSED)


def log_sheet(
    log: DailyLog, *, centre: bool, counter: str, today: date, language: Language
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
    )


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
