"""Ask the applicant for papers, once and completely (form 02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from station.domain.acts import DossierAct
from station.domain.documents import SubmittedDocument
from station.domain.dossier import Dossier, DossierStatus
from station.domain.events import Event, SupplementRequested
from station.domain.journal import VIETNAM
from station.domain.processing import LackingPaper, RequestStage
from station.errors import StationError
from station.text import clean
from station.usecases.dossier_act import Acting, act_on
from station.words import numeric_date

LEGAL_BASIS = {
    RequestStage.INTAKE: "NĐ 61/2018/NĐ-CP Điều 17 khoản 1",
    RequestStage.APPRAISAL: "NĐ 61/2018/NĐ-CP Điều 19 khoản 4",
}


class NothingAskedForError(StationError):
    """A supplement request names no paper, or gives no reason."""

    code = "DOS-022"

    def __init__(self, what: str) -> None:
        super().__init__(f"no {what}")
        self.what = what


class SecondRequestError(StationError):
    """A second list of missing papers does not say what the first one missed.

    The law gives the office one list (NĐ 61/2018 Art. 15(3); NĐ 309/2026 Art. 17(2)(a)), and
    index 766 counts a dossier that was asked twice as late.
    """

    code = "DOS-023"

    def __init__(self, earlier: int) -> None:
        super().__init__(f"{earlier} earlier requests, and nothing said of what they missed")
        self.earlier = earlier


class DeadlinePastError(StationError):
    """The papers would have to come by a day that is past: nobody could keep to form 02."""

    code = "DOS-073"

    def __init__(self, deadline_on: date) -> None:
        super().__init__(f"{deadline_on} is past")
        self.deadline_on = numeric_date(deadline_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSupplement:
    """The officer's decision: these papers are missing, for this reason."""

    items: tuple[LackingPaper, ...]
    reason: str
    legal_basis: str | None = None
    """None: what the law says in general of this stage."""
    deadline_on: date | None = None
    missed_before: str | None = None
    """Why an earlier list did not name these; needed for every list after the first."""


def request_supplement(
    dossier_id: UUID,
    command: RequestSupplement,
    *,
    acting: Acting,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Note the request; the promised time stands still until the papers have come.

    Raises:
        NothingAskedForError, SecondRequestError, DeadlinePastError: nothing was changed.
        StationError: as ``act_on`` does.
    """

    def decide(dossier: Dossier, now: datetime) -> Sequence[Event]:
        deadline_on = command.deadline_on
        if deadline_on is not None and deadline_on < now.astimezone(VIETNAM).date():
            raise DeadlinePastError(deadline_on)
        lodged = dossier.status is DossierStatus.LODGED
        stage = RequestStage.INTAKE if lodged else RequestStage.APPRAISAL
        return (requested(command, dossier, stage, by=acting.officer.display_name),)

    return act_on(dossier_id, DossierAct.SUPPLEMENT, decide, acting=acting, papers=papers)


def requested(
    command: RequestSupplement, dossier: Dossier | None, stage: RequestStage, *, by: str
) -> SupplementRequested:
    """Give the fact of a request, after checking that it says all it must.

    Args:
        dossier: None when the request is made in the act that hands the dossier in.
    """
    reason = clean(command.reason)
    if not command.items:
        raise NothingAskedForError("paper")
    if not reason:
        raise NothingAskedForError("reason")
    missed = clean(command.missed_before or "")
    if dossier is not None and dossier.supplements and not missed:
        raise SecondRequestError(len(dossier.supplements))
    return SupplementRequested(
        stage=stage,
        items=command.items,
        reason=reason,
        legal_basis=clean(command.legal_basis or "") or LEGAL_BASIS[stage],
        requested_by=by,
        deadline_on=command.deadline_on,
        missed_before=missed or None,
    )


def lacking_papers(dossier: Dossier, rows: Sequence[tuple[int, str]]) -> tuple[LackingPaper, ...]:
    """Name rows of a dossier's checklist that are missing or wrong.

    Args:
        rows: index of the row, counted from 1, and what is wrong with it; an empty text says
            that it was not handed in. Row 0 is a mandatory paper in no list that is missing.

    Raises:
        NothingAskedForError: the dossier has no such row.
    """
    by_index = {
        document.index: document
        for document in dossier.documents
        if document.index or document.lacks
    }
    found = []
    for index, what in rows:
        if index not in by_index:
            raise NothingAskedForError(f"row {index}")
        document = by_index[index]
        said = clean(what) or lacking_words(document)
        found.append(LackingPaper(index=index, name=document.name, what=said))
    return tuple(found)


def lacking_words(document: SubmittedDocument) -> str:
    """Say what is wrong with a paper that is asked for: what was noted at its check, or shortly."""
    if document.remark:
        return document.remark
    return "chưa đúng yêu cầu" if document.handed_in else "chưa nộp"
