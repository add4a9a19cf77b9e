"""From rows of the store to lines of the window. Free of Qt."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Protocol

from station.catalogue.highlight import name_spans
from station.catalogue.word_index import words_of
from station.domain.dossier import DossierStatus
from station.domain.time_left import TimeLeft
from station.ports.dossier_queries import DossierRow
from station.text import fold
from ui.desktop.dossiers.view_model import Delivered, DossierLine, Spans


class LeftUntil(Protocol):
    """Gives how much working time is left until a promise that counts and is near."""

    def __call__(self, due_at: datetime | None, status: DossierStatus, /) -> TimeLeft | None: ...


class Sought(NamedTuple):
    """What a row is found by: folded once, not at every key."""

    words: str
    """A space stands before each, so that what begins a word is told from what is within it."""
    code: str


def line_of(row: DossierRow, *, now: datetime, time_left: LeftUntil) -> DossierLine:
    """Give the line of a dossier."""
    return DossierLine(
        dossier_id=str(row.dossier_id),
        code=row.dossier_code,
        owner_name=row.owner_name,
        procedure_name=row.procedure_name,
        received_at=row.received_at,
        due_at=row.due_at,
        status=row.status,
        delivered=Delivered(row.delivery),
        masked_number=row.party_number or "",
        is_overdue=row.due_at is not None and row.status.is_running and row.due_at < now,
        left=time_left(row.due_at, row.status),
    )


def sought_in(row: DossierRow) -> Sought:
    """Give what a row is found by."""
    names = row.owner_name
    if row.submitter_name != row.owner_name:
        names += f" {row.submitter_name}"
    return Sought(_sought(names) + _sought_of_many(row.procedure_name), row.dossier_code.lower())


def _sought(text: str) -> str:
    return "".join(f" {word}" for word in words_of(fold(text)))


_sought_of_many = lru_cache(maxsize=4_096)(_sought)
"""Of what hundreds of rows have in common: half of what a list is read for would go into it."""


def typed_words(query: str) -> list[str]:
    """Give what was typed as ``has_words`` takes it."""
    return fold(query).split()


def has_words(sought: Sought, typed: Sequence[str]) -> bool:
    """Tell whether every word that was typed begins a word of the row, or stands in its code."""
    return all(f" {word}" in sought.words or word in sought.code for word in typed)


def matches_in(name: str, query: str) -> Spans:
    """Give where the typed words begin words of a name. It is asked for names that are painted."""
    if not query:
        return ()
    folded = [fold(word) for word in words_of(name)]
    typed = [word for word in words_of(fold(query)) if any(one.startswith(word) for one in folded)]
    return name_spans(name, folded, typed) if typed else ()
