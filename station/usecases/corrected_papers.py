"""What a correction does to the papers: another checklist, recounted rows, a letter that is due."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from station.domain.acceptance import require_complete
from station.domain.authorisation import is_letter, needs_letter
from station.domain.dossier import Dossier, SubmittedDocument
from station.domain.person import Authorisation
from station.domain.procedure import Procedure
from station.errors import StationError
from station.text import clean, fold
from station.usecases.letter_of_authorisation import with_letter
from station.usecases.reception_checks import (
    WrongIndexError,
    counted,
    counted_documents,
    held_data,
)
from station.usecases.reception_input import CorrectionInput, ReceptionInputError

Rows = Sequence[SubmittedDocument]


class CaseNeededError(StationError):
    """The procedure that a dossier is corrected to has cases, and none was named."""

    code = "DOS-061"

    def __init__(self, procedure_code: str, cases: Sequence[str]) -> None:
        super().__init__(f"procedure {procedure_code} has {len(cases)} cases")
        self.procedure_code, self.cases = procedure_code, ", ".join(cases)


def require_case(procedure: Procedure, case: str | None) -> None:
    """Let a correction pass that says which case of its procedure holds.

    Raises:
        CaseNeededError: there are cases and none is named; time, papers and fees hang on it.
        UnknownCaseError: there is no such case.
    """
    if case is None and procedure.cases:
        raise CaseNeededError(procedure.code, [each.key for each in procedure.cases])
    procedure.case(case)


def recounted(rows: Rows, given: CorrectionInput, at: datetime) -> tuple[SubmittedDocument, ...]:
    """Give the rows with the counts that the correction names; their files stay.

    Raises:
        WrongIndexError: the dossier has no such row.
        RemarkNeededError, NoDatabaseError: a row says less than it must.
    """
    _without_files(given)
    found = {row.index: row for row in rows if row.index}
    for named in given.documents:
        if named.index not in found:
            raise WrongIndexError("document", named.index, len(found))
        row = counted(found[named.index], named)
        if named.held is not None:
            row = replace(row, held=held_data(named.held, row, None, at))
        found[named.index] = row
    more = tuple(
        counted(SubmittedDocument(index=0, name=clean(other.name), mandatory=False), other)
        for other in given.other_documents
    )
    return (*found.values(), *(row for row in rows if not row.index), *more)


def under_checklist(
    dossier: Dossier, procedure: Procedure, given: CorrectionInput, at: datetime
) -> tuple[SubmittedDocument, ...]:
    """Give the papers of a dossier in the rows of another checklist.

    A paper of the same name goes on as it was counted, unless the correction counts it anew. What
    has no row there stays with the dossier as another paper: nothing that was handed in is lost.

    Raises:
        WrongIndexError: the checklist has no such row, or it was named twice.
        RemarkNeededError, NoDatabaseError: a row says less than it must.
    """
    _without_files(given)
    named = {document.index for document in given.documents}
    # An earlier correction may have left a paper outside of the list; one in the list goes before.
    by_rank = sorted(enumerate(dossier.documents), key=lambda each: each[1].index > 0)
    before = {fold(row.name): (place, row) for place, row in by_rank}
    rows, taken = [], set()
    for row, _ in counted_documents(given, procedure, at):
        found = before.get(fold(row.name)) if row.index else None
        if found is not None:
            place, same = found
            taken.add(place)
            is_due = row.mandatory or (same.mandatory and not same.index)  # the letter
            kept = replace(same, index=row.index, name=row.name, mandatory=is_due)
            row = replace(row, files=same.files) if row.index in named else kept
        rows.append(row)
    for place, row in enumerate(dossier.documents):
        if place in taken:
            continue
        if not row.index:
            rows.append(row)
        elif row.handed_in or row.files:
            rows.append(replace(row, index=0, mandatory=False))
    return tuple(rows)


def with_due_letter(
    rows: Rows, authorisation: Authorisation, given: CorrectionInput
) -> tuple[SubmittedDocument, ...]:
    """Give the rows with the letter by which somebody acts, which must have been handed in.

    Raises:
        IncompleteDossierError: it was not; an authorisation without its paper is none.
    """
    if not needs_letter(authorisation.kind):
        rows = without_due_letter(rows)
    found = tuple(row for row, _ in with_letter([(row, ()) for row in rows], given.authorisation))
    if needs_letter(authorisation.kind):
        letters = [row for row in found if is_letter(row.name, authorisation.kind)]
        if not any(row.is_settled for row in letters):
            require_complete([row for row in letters if row.mandatory], None)
    return found


def without_due_letter(rows: Rows) -> tuple[SubmittedDocument, ...]:
    """Give the rows of a dossier in which nobody acts for another one.

    Outside the checklist only the letter is mandatory: one that was handed in stays as another
    paper, one that was only asked for goes.
    """
    return tuple(
        row if row.index else replace(row, mandatory=False)
        for row in rows
        if row.index or not row.mandatory or row.handed_in or row.files
    )


def _without_files(given: CorrectionInput) -> None:
    papers = (*given.documents, *given.other_documents)
    letter = given.authorisation.paper if given.authorisation else None
    if any(paper.files for paper in papers) or (letter is not None and letter.files):
        raise ReceptionInputError("files: a correction counts papers, it takes no scans")
