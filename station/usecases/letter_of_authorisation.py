"""The letter by which somebody acts for another one: a paper of the dossier, and mandatory."""

from collections.abc import Sequence

from station.domain.authorisation import as_letter, is_letter, letter_row, needs_letter
from station.domain.dossier import SubmittedDocument
from station.usecases.reception_checks import counted, with_more
from station.usecases.reception_input import LetterInput, needed_text

Row = tuple[SubmittedDocument, tuple[str, ...]]


def with_letter(rows: Sequence[Row], given: LetterInput | None) -> list[Row]:
    """Make the row of the letter mandatory; add one where no paper of the dossier is it.

    Where several could be it, the one that was handed in is.
    """
    if given is None:
        return list(rows)
    kind = needed_text(given.kind, "authorisation.kind")
    if not needs_letter(kind) and given.paper is None:
        return list(rows)
    found = [place for place, (row, _) in enumerate(rows) if is_letter(row.name, kind)]
    place = next((each for each in found if rows[each][0].handed_in), found[0] if found else None)
    row, files = (letter_row(kind), ()) if place is None else rows[place]
    if given.paper is not None:
        row, files = with_more(row, counted(row, given.paper)), (*files, *given.paper.files)
    letter = (as_letter(row), files)
    if place is None:
        return [*rows, letter]
    return [*rows[:place], letter, *rows[place + 1 :]]
