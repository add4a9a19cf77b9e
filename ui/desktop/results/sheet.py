"""One dossier as the results desk shows it. Plain values, no Qt."""

from datetime import datetime

from station.domain.acts import DossierAct, allowed_acts
from station.domain.dossier import Dossier, DossierStatus
from station.words import Language, capitalised, clock, figures, numeric_date
from ui.desktop.dossier_looks import TONES
from ui.desktop.kit.tone import Tone
from ui.desktop.results import words as w
from ui.desktop.results.collecting import (
    Entry,
    compared,
    kinds_of,
    needs_letter,
    papers_of,
    verdict,
)
from ui.desktop.results.receipt import has_receipt
from ui.desktop.results.view_model import ArrivalEntry, CollectorEntry, ResultSheet
from ui.dossier_words import state_of


def sheet_of(dossier: Dossier, entry: Entry, *, now: datetime, language: Language) -> ResultSheet:
    """Give everything that the page shows of a dossier and of whoever collects it."""
    papers = papers_of(dossier, entry, language)
    owed = max(0, dossier.owed_vnd)
    return ResultSheet(
        code=dossier.code,
        name=dossier.owning_party.name.upper(),
        state=capitalised(state_of(dossier, language)),
        state_tone=TONES[dossier.status],
        procedure=dossier.subject,
        shelf=_place(dossier, language),
        due=_due(dossier, language),
        due_tone=_due_tone(dossier, now),
        owed=_owed(dossier, language),
        owed_tone=Tone.WARN if owed or dossier.awaited_vnd else Tone.OK,
        owes=owed > 0,
        collector=_collector(dossier, entry, language),
        compared=compared(dossier, entry, language),
        given=papers,
        keep_rest=entry.keep_rest,
        verdict=verdict(dossier, entry, papers, now=now, language=language),
        arrival=_arrival(dossier, entry),
        lawful=DossierAct.RETURN in allowed_acts(dossier),
        is_returned=dossier.returned is not None,
        has_paper=has_receipt(dossier),
        is_without_result=dossier.status.is_without_result,
    )


def _collector(dossier: Dossier, entry: Entry, language: Language) -> CollectorEntry:
    from_card = entry.card is not None
    mark = w.FROM_CARD if from_card else w.SHOWN if entry.shown_at_reception else w.TYPED
    return CollectorEntry(
        kind=entry.kind.value,
        kinds=kinds_of(dossier, language),
        name=entry.name,
        number=entry.number,
        number_mark=mark[language] if entry.number else "",
        number_tone=Tone.OK if from_card else Tone.MUTE,
        letter=entry.letter if needs_letter(entry.kind) else None,
        letter_caption=w.LETTER[entry.kind][language] if entry.kind in w.LETTER else "",
        note=entry.note,
        slip_lost=entry.slip_lost or dossier.slip_lost_at is not None,
        may_declare_lost=DossierAct.DECLARE_SLIP_LOST in allowed_acts(dossier),
    )


def _arrival(dossier: Dossier, entry: Entry) -> ArrivalEntry | None:
    if DossierAct.ARRIVE not in allowed_acts(dossier):
        return None
    return ArrivalEntry(shelf=entry.shelf, result=None if dossier.results else entry.result)


def _place(dossier: Dossier, language: Language) -> str:
    if dossier.shelf and dossier.result_at_counter:
        return w.ON_SHELF[language].format(shelf=dossier.shelf)
    if dossier.result_at_counter:
        return w.AT_COUNTER[language]
    if dossier.is_answered_here:
        return w.AT_ONCE[language]
    return w.NOT_HERE[language] if dossier.status is DossierStatus.RESULT_READY else ""


def _due(dossier: Dossier, language: Language) -> str:
    if dossier.due_at is None:
        return w.NO_DUE[language]
    return f"{clock(dossier.due_at)} {numeric_date(dossier.due_at.date())}"


def _due_tone(dossier: Dossier, now: datetime) -> Tone:
    if dossier.due_at is None:
        return Tone.MUTE
    ready_at = dossier.result_issued_at or now
    return Tone.OK if ready_at <= dossier.due_at else Tone.WARN


def _owed(dossier: Dossier, language: Language) -> str:
    """Say what is still to be paid, and what was announced and is not here yet."""
    owed = f"{figures(max(0, dossier.owed_vnd))} đ"
    if not dossier.awaited_vnd:
        return owed
    return f"{owed} · {w.AWAITED[language].format(sum=f'{figures(dossier.awaited_vnd)} đ')}"
