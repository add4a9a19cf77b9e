"""From rows of the store to the lines of those who wait. Free of Qt."""

from station.ports.store import DossierRow
from station.text import fold
from ui.desktop.dossiers.lines import has_words, matches_in
from ui.desktop.results.view_model import WaitingLine


def line_of(row: DossierRow, *, query: str = "") -> WaitingLine:
    """Give the line of a result that waits."""
    return WaitingLine(
        code=row.dossier_code,
        owner_name=row.owner_name,
        last_digits=_last_digits(row),
        procedure_name=row.procedure_name,
        due_at=row.due_at,
        at_counter=row.result_at_counter,
        shelf=row.shelf or "",
        name_matches=matches_in(row.owner_name, query),
    )


def found_in(row: DossierRow, query: str) -> bool:
    """Tell whether a row matches by words, by its shelf, or by the last digits of the number."""
    typed = fold(query).strip()
    if not typed or has_words(row, query):
        return True
    return typed == fold(row.shelf or "") or (len(typed) > 1 and typed == _last_digits(row))


def _last_digits(row: DossierRow) -> str:
    return (row.party_number or "").rpartition("*")[2]
