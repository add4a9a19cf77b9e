"""From rows of the store to lines of the window. Free of Qt."""

from datetime import datetime

from station.catalogue.highlight import name_spans
from station.catalogue.word_index import words_of
from station.ports.store import DossierRow
from station.text import fold
from ui.desktop.dossiers.view_model import Delivered, DossierLine, Spans


def line_of(row: DossierRow, *, now: datetime, query: str = "") -> DossierLine:
    """Give the line of a dossier; ``query`` is what of the name is to be marked."""
    return DossierLine(
        dossier_id=str(row.dossier_id),
        code=row.dossier_code,
        owner_name=row.owner_name,
        procedure_name=row.procedure_name,
        received_at=row.received_at,
        due_at=row.due_at,
        status=row.status,
        delivered=Delivered(row.delivery),
        last_digits=(row.party_number or "").rpartition("*")[2],
        is_overdue=row.due_at is not None and row.status.is_running and row.due_at < now,
        name_matches=matches_in(row.owner_name, query),
    )


def has_words(row: DossierRow, query: str) -> bool:
    """Tell whether every word that was typed begins a word of the row, or stands in its code."""
    words = words_of(fold(f"{row.owner_name} {row.submitter_name} {row.procedure_name}"))
    code = row.dossier_code.lower()
    return all(
        typed in code or any(word.startswith(typed) for word in words)
        for typed in fold(query).split()
    )


def matches_in(name: str, query: str) -> Spans:
    """Give where the typed words begin words of a name."""
    folded = [fold(word) for word in words_of(name)]
    typed = [word for word in words_of(fold(query)) if any(one.startswith(word) for one in folded)]
    return name_spans(name, folded, typed) if typed else ()
