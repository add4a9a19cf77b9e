"""The board as the page shows it, from what was read. Free of Qt."""

from collections.abc import Iterator
from datetime import datetime

from station.domain.ids import short_code
from station.domain.ratings import Satisfaction
from station.ports.day_counts import EndedCount
from station.ports.dossier_queries import DossierRow
from station.words import Language, Words, clock, day_and_month, figures, numeric_date
from ui.approval_words import act_of, reason_of
from ui.desks.board import Board
from ui.desktop.board import words as w
from ui.desktop.board.step_lines import step_sheet
from ui.desktop.board.view_model import ApprovalLine, AttentionLine, BoardSheet
from ui.desktop.kit.chart_sheets import Bar, BarSheet, Share, ShareSheet
from ui.desktop.kit.tone import Tone

MOST_AGENCIES = 5
"""That have a line of their own beside all of them."""
FEWEST_WORDS = 5
"""Of citizens, before their share is shown: of fewer, one could tell who said what."""


def board_sheet(board: Board, language: Language, *, training: bool = False) -> BoardSheet:
    """Give the whole page."""
    return BoardSheet(
        mark=w.TRAINING[language] if training else "",
        title=w.TITLE[language].format(day=numeric_date(board.at.date())),
        at=w.AT[language].format(time=clock(board.at)),
        figures=tuple(_figures(board, language)),
        hours=_hours(board, language),
        days=_days(board, language),
        shares=_shares(board, language),
        approvals=tuple(_approvals(board, language)),
        attention=tuple(_attention(board, language)),
        steps=step_sheet(board.steps, language),
    )


def percent(month: EndedCount) -> str:
    """Give ``96 %``, rounded down: a share of 99.6 is not all of them."""
    return f"{100 * month.in_time // month.done} %"


def _figures(board: Board, language: Language) -> Iterator[tuple[str, str, Tone]]:
    yield w.RECEIVED[language], figures(board.received), Tone.MUTE
    for words, count, tone in (
        (w.DUE_TODAY, board.due_today, Tone.WARN),
        (w.OVERDUE, board.overdue_count, Tone.ERR),
        (w.TO_SUPPLEMENT, board.to_supplement, Tone.MUTE),
        (w.UNSENT, len(board.unsent), Tone.WARN),
        (w.UNCOLLECTED, len(board.uncollected), Tone.WARN),
    ):
        yield words[language], figures(count), tone if count else Tone.MUTE
    if board.month:
        yield w.IN_TIME[language], percent(board.month[0]), Tone.MUTE
    said = sum(board.said.values())
    if said >= FEWEST_WORDS:
        content = said - board.said.get(Satisfaction.NOT_SATISFIED, 0)
        yield w.CONTENT[language].format(count=said), f"{100 * content // said} %", Tone.MUTE


def _hours(board: Board, language: Language) -> BarSheet:
    return BarSheet(
        head=w.HOUR[language],
        first=w.DIRECT[language],
        second=w.OTHER[language],
        bars=tuple(
            Bar(str(one.hour), one.direct, one.other, marked=one.hour == board.at.hour)
            for one in board.hours
        ),
        empty=w.NOTHING_RECEIVED[language],
    )


def _days(board: Board, language: Language) -> BarSheet:
    names = w.WEEKDAYS[language]
    return BarSheet(
        head=w.DAY[language],
        first=w.WITH_AGENCY[language],
        second=w.AT_COUNTER[language],
        bars=tuple(
            Bar(
                f"{names[one.day.weekday()]} {one.day.day}",
                one.with_agency,
                one.at_counter,
                marked=one.day == board.at.date(),
            )
            for one in board.days
            if one.working or one.with_agency or one.at_counter
        ),
        empty=w.NOTHING_DUE[language],
    )


def _shares(board: Board, language: Language) -> ShareSheet:
    return ShareSheet(
        heads=(w.AGENCY[language], w.DONE[language], w.LATE[language], w.SHARE[language]),
        shares=tuple(
            Share(one.agency or w.ALL[language], one.done, one.in_time, percent(one))
            for one in board.month[: MOST_AGENCIES + 1]
        ),
        empty=w.NOTHING_ENDED[language],
    )


def _attention(board: Board, language: Language) -> Iterator[AttentionLine]:
    for row in board.overdue:
        yield _row(row, w.OVERDUE, Tone.ERR, language, since=_on(row.due_at))
    for one in board.unsent:
        yield AttentionLine(
            words=w.NOT_SENT[language],
            tone=Tone.WARN,
            dossier_code=one.code,
            short_code=short_code(one.code),
            who="",
            what="",
            since=f"{clock(one.since)} {day_and_month(one.since.date())}",
        )
    for row in board.uncollected:
        yield _row(row, w.WAITS, Tone.WARN, language, since=_on(row.result_issued_at))


def _approvals(board: Board, language: Language) -> Iterator[ApprovalLine]:
    """Give what waits for a word of rank: acts that were left, then what two counters received."""
    for one in board.approvals:
        request, dossier = one.request, one.dossier
        yield ApprovalLine(
            words=act_of(one.fact)[language],
            tone=Tone.WARN,
            dossier_code=dossier.code if dossier else "",
            short_code=short_code(dossier.code) if dossier else "",
            who=dossier.owning_party.name if dossier else w.AT_TILL[language],
            what=reason_of(one.fact),
            since=_on(request.at),
            asked_by=request.asked.officer_name,
            request_id=str(request.asked.request_id),
        )
    for row in board.twins:
        yield ApprovalLine(
            words=w.IS_TWIN[language],
            tone=Tone.WARN,
            dossier_code=row.dossier_code,
            short_code=short_code(row.dossier_code),
            who=row.owner_name,
            what=row.handling_agency,
            since=_on(row.received_at),
            asked_by=row.officer_name,
        )


def _row(
    row: DossierRow, words: Words, tone: Tone, language: Language, *, since: str
) -> AttentionLine:
    return AttentionLine(
        words=words[language],
        tone=tone,
        dossier_code=row.dossier_code,
        short_code=short_code(row.dossier_code),
        who=row.owner_name,
        what=row.handling_agency,
        since=since,
    )


def _on(at: datetime | None) -> str:
    return f"{clock(at)} {day_and_month(at.date())}" if at is not None else "–"
