"""From rows of the store to the lines of those who wait. Free of Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from station.domain.dossier import DossierStatus
from station.ports.dossier_queries import DossierRow
from station.text import fold
from ui.desktop.dossiers.lines import Sought, has_words, sought_in, typed_words
from ui.desktop.results.view_model import WaitingLine


class Waiting(NamedTuple):
    """A result that waits: its line, and what it is found by."""

    line: WaitingLine
    sought: Sought
    shelf: str
    """Folded."""


def waiting_of(row: DossierRow) -> Waiting:
    """Make of a row all that is shown of it and that it is found by."""
    line = WaitingLine(
        code=row.dossier_code,
        owner_name=row.owner_name,
        masked_number=row.party_number or "",
        procedure_name=row.procedure_name,
        due_at=row.due_at,
        at_counter=row.result_at_counter,
        shelf=row.shelf or "",
        at_once=row.status is DossierStatus.RECEIVED,
    )
    return Waiting(line, sought_in(row), fold(line.shelf))


def found_in(waiting: Sequence[Waiting], query: str) -> tuple[WaitingLine, ...]:
    """Give those that match by words, by their shelf, or by the last digits of the number."""
    whole, words = fold(query).strip(), typed_words(query)
    digits = whole if len(whole) > 1 else None
    return tuple(
        one.line
        for one in waiting
        if has_words(one.sought, words)
        or whole == one.shelf
        or digits == one.line.masked_number.rpartition("*")[2]
    )
