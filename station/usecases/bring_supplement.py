"""Take in what the applicant brought for a supplement request, all of it or a part."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from uuid import UUID

from station.domain.acts import DossierAct, require_allowed
from station.domain.calendar import WorkingCalendar
from station.domain.documents import RowCheck, SubmittedDocument
from station.domain.dossier import Dossier
from station.domain.due_changes import after_supplement
from station.domain.events import SupplementBrought
from station.domain.procedure import Procedure, StartRule, SupplementRule
from station.domain.processing import LackingPaper, Supplement
from station.ports.catalogue import CatalogueStore
from station.ports.documents import DocumentReader
from station.ports.store import PageVault
from station.text import clean, fold
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.dossier_rules import rules_of
from station.usecases.handed_in import file_papers
from station.usecases.owed_papers import owed_papers
from station.usecases.permissions import Act, require
from station.usecases.reception_checks import (
    WrongIndexError,
    counted,
    held_data,
    other_paper,
    with_more,
)
from station.usecases.reception_input import DocumentInput, HandedInInput, SupplementInput
from station.usecases.request_supplement import NothingAskedForError


def bring_supplement(
    dossier_id: UUID,
    brought: SupplementInput,
    *,
    acting: Acting,
    catalogue: CatalogueStore,
    calendar: WorkingCalendar,
    vault: PageVault,
    documents: DocumentReader,
    folder: Path,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Add the papers to the dossier; when nothing is lacking any more, its time runs again.

    Files are on the disk, encrypted, before the transaction that names them begins.

    Args:
        folder: where relative names of files start.
        papers: what is printed when the dossier is complete.

    Raises:
        NothingAskedForError: nothing was brought and nothing is settled.
        WrongIndexError: the dossier has no such row.
        RemarkNeededError, NoDatabaseError: a row says less than it must.
        StationError: as ``act_on`` does; nothing was changed.
    """
    require(acting.officer, Act.WORK_ON_DOSSIER)
    papers_brought = (*brought.documents, *brought.other_documents)
    if not (any(map(_says_something, papers_brought)) or brought.settled):
        raise NothingAskedForError("paper")
    with acting.work as work:  # a look first: files are not put away for an act that is refused
        _open_request(work.dossier(dossier_id))
    filed = file_papers(
        [
            *((_row(document.index), document.files) for document in brought.documents),
            *((other_paper(other), other.files) for other in brought.other_documents),
        ],
        documents=documents,
        vault=vault,
        folder=folder,
    )
    with acting.work as work:
        before = work.dossier(dossier_id)
        request = _open_request(before)
        now = now_in(acting)
        rows = _with_brought(before, brought, filed, rules_of(before, catalogue), now)
        lacking = _still_lacking(request, brought)
        event = SupplementBrought(documents=rows, still_lacking=lacking)
        if not lacking:
            event = _with_due_date(event, before, request, now, catalogue, calendar)
        note(acting, event, dossier_id=dossier_id, at=now)
        after = work.project(dossier_id)
        for file in (file for document in filed for file in document.files):
            work.add_file(file, dossier_id)
        if not lacking:
            for form, paper in owed_papers(after, papers):
                work.queue_print(dossier_id, form=form, paper=paper, at=now)
        work.commit()
    return after


def _open_request(dossier: Dossier) -> Supplement:
    require_allowed(dossier, DossierAct.BRING)
    request = dossier.open_supplement
    if request is None:  # the state says that there is one
        raise NothingAskedForError("request")
    return request


def _row(index: int) -> SubmittedDocument:
    return SubmittedDocument(index=index, name="", mandatory=False)


def _with_brought(
    dossier: Dossier,
    brought: SupplementInput,
    filed: Sequence[SubmittedDocument],
    rules: Procedure | None,
    now: datetime,
) -> tuple[SubmittedDocument, ...]:
    """Add what was brought to the rows it belongs to; other papers come last."""
    found = {row.index: row for row in dossier.documents if row.index}
    for given, files in zip(brought.documents, filed, strict=False):
        row = found.get(given.index)
        if row is None:
            raise WrongIndexError("document", given.index, len(found))
        wanted = rules.document(given.index) if rules else None
        usual = wanted.from_database if wanted else None
        found[given.index] = replace(
            _joined(row, counted(row, given), files),
            held=held_data(given.held, row, usual, now) if given.held else row.held,
        )
    others = [row for row in dossier.documents if not row.index]
    for other in filed[len(brought.documents) :]:
        asked = next((n for n, row in enumerate(others) if _was_asked_for(row, other)), None)
        if asked is None:
            others.append(other)
        else:
            others[asked] = _joined(others[asked], other, other)
    return (*found.values(), *others)


def _joined(
    row: SubmittedDocument, more: SubmittedDocument, files: SubmittedDocument
) -> SubmittedDocument:
    """Give the row with what else came of it, as it was judged now."""
    return replace(
        with_more(row, more),
        files=(*row.files, *files.files),
        check=more.check,
        remark=more.remark,
        reuse=more.reuse or row.reuse,
        result_code=more.result_code or row.result_code,
        issued_on=more.issued_on or row.issued_on,
        named=more.named or row.named,
    )


def _was_asked_for(row: SubmittedDocument, brought: SubmittedDocument) -> bool:
    """Tell whether a paper in no list is the mandatory one that was missing (a letter)."""
    return row.lacks and fold(row.name) in fold(brought.name)


def _still_lacking(request: Supplement, brought: SupplementInput) -> tuple[LackingPaper, ...]:
    """Give what the citizen must come back for: what was not brought, or is found wanting again."""
    answers = {given.index: given for given in brought.documents}
    settled = set(brought.settled) | {index for index, given in answers.items() if _settles(given)}
    if any(map(_settles, brought.other_documents)):
        settled.add(0)
    lacking = [item for item in request.still_lacking if item.index not in settled]
    return tuple(
        replace(item, what=clean(given.remark or "") or item.what)
        if (given := answers.get(item.index)) is not None
        else item
        for item in lacking
    )


def _settles(given: HandedInInput) -> bool:
    return _says_something(given) and given.check is not RowCheck.NOT_OK


def _says_something(given: HandedInInput) -> bool:
    """Tell whether anything of a paper came, or it was looked at again."""
    counts = given.originals + given.certified_copies + given.copies + given.presented
    held = isinstance(given, DocumentInput) and given.held is not None
    return bool(counts or given.files or given.reuse or given.check or held)


def _with_due_date(
    event: SupplementBrought,
    dossier: Dossier,
    request: Supplement,
    now: datetime,
    catalogue: CatalogueStore,
    calendar: WorkingCalendar,
) -> SupplementBrought:
    rules = rules_of(dossier, catalogue)
    rule = rules.supplement_rule if rules else SupplementRule.RESTART
    cutoff = rules.cutoff if rules else None
    due = after_supplement(
        rule,
        promised_at=request.due_before,
        # The agency's clock may be ahead of the counter's: nobody brings before being asked.
        asked_at=min(request.requested_at, now),
        brought_at=now,
        processing_time=dossier.processing_time,
        calendar=calendar,
        cutoff=time.fromisoformat(cutoff) if cutoff else None,
        start_rule=StartRule.AGENCY_RECEIPT if dossier.is_provisional else StartRule.RECEPTION,
    )
    return replace(
        event,
        rule=rule.value,
        due_at=due.due_at,
        due_explanation=due.explanation,
        due_reason=due.reason,
        due_warnings=due.warnings,
    )
