"""Turns what the officer answered into the act of the life cycle. Runs on the store's worker."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from station.domain.acts import DossierAct
from station.domain.dossier import Dossier, DossierStatus
from station.domain.processing import ResultPaper
from station.domain.time_left import TimeLeft
from station.errors import StationError
from station.usecases.print_papers import Printed
from station.usecases.reception_input import (
    DocumentInput,
    OtherDocumentInput,
    ReceptionInputError,
    SupplementInput,
)
from station.usecases.return_result import TakeResultIn
from ui.desks.approval import ApprovalDesk
from ui.desks.catalogue import CatalogueDesk
from ui.desks.life_cycle import LifeCycleDesk
from ui.desks.people import PeopleDesk
from ui.desks.scan import ScanDesk
from ui.desktop.dossier.view_model import ActAnswer, ActField
from ui.desktop.reception.paper_entries import row_key
from ui.desktop.typed_text import typed_date

_F = ActField


class ActingDesk(Protocol):
    """What acting on a dossier needs of the desk."""

    @property
    def life_cycle(self) -> LifeCycleDesk: ...

    @property
    def catalogue(self) -> CatalogueDesk: ...

    @property
    def people(self) -> PeopleDesk: ...

    @property
    def approvals(self) -> ApprovalDesk: ...

    @property
    def scans(self) -> ScanDesk: ...

    def dossier(self, code: str) -> Dossier: ...

    def time_left(self, due_at: datetime | None, status: DossierStatus) -> TimeLeft | None: ...

    def print_waiting(self) -> Sequence[Printed]: ...


def do_act(desk: ActingDesk, code: str, act: DossierAct, answer: ActAnswer) -> Dossier:
    """Do one act of the counter, whole or not at all, and give the dossier as it is then.

    Raises:
        StationError: why it was refused; nothing was changed.
        ReceptionInputError: a day cannot be read.
        ValueError: an act of the handling agency, or one with a place of its own.
    """
    life, reason = desk.life_cycle, answer.text(_F.REASON)
    match act:
        case DossierAct.SUPPLEMENT:
            rows = [(row, answer.lacks.get(row, "")) for row in answer.rows]
            missed = answer.text(_F.MISSED_BEFORE) or None
            basis = desk.catalogue.legal_basis(act, reason)
            return life.supplement(
                code,
                rows,
                reason=reason,
                legal_basis=basis,
                deadline_on=_day(answer.text(_F.DEADLINE)),
                missed_before=missed,
            )
        case DossierAct.BRING:
            before = desk.dossier(code)
            after = life.bring(code, _brought(answer, before), folder=Path())
            with suppress(StationError):  # else they go by themselves, a day later
                desk.scans.forget_filed(before.dossier_id, [row_key(row) for row in answer.rows])
            return after
        case DossierAct.REFUSE:
            basis = desk.catalogue.legal_basis(act, reason)
            return life.refuse(code, [reason] if reason else [], legal_basis=basis)
        case DossierAct.WITHDRAW:
            return life.withdraw(code, reason)
        case DossierAct.FORWARD:
            return life.forward([code]).dossiers[0]
        case DossierAct.ARRIVE:
            named = answer.text(_F.RESULT)
            number = answer.text(_F.RESULT_NUMBER) or None
            results = (ResultPaper(name=named, number=number),) if named else ()
            shelf = answer.text(_F.SHELF) or None
            return life.arrive(code, TakeResultIn(shelf=shelf, results=results))
        case DossierAct.DECLARE_SLIP_LOST:
            note = answer.text(_F.NOTE) or None
            return life.lost_slip(code, declared_by=answer.text(_F.NAME), note=note)
    raise ValueError(act)


def _brought(answer: ActAnswer, dossier: Dossier) -> SupplementInput:
    """Say what was brought; row 0 is what stands in no list, such as a letter of authorisation."""
    letters = [row.name for row in dossier.documents if row.lacks and not row.index]
    chosen = 0 in answer.rows
    return SupplementInput(
        documents=tuple(
            DocumentInput(index=row, **_given(answer, row)) for row in answer.rows if row
        ),
        other_documents=tuple(
            OtherDocumentInput(name=name, **_given(answer, 0)) for name in letters if chosen
        ),
        settled=(0,) if chosen and not letters else (),
    )


def _given(answer: ActAnswer, row: int) -> dict[str, Any]:
    given = answer.given[row]
    return {**given.counts, "files": given.files}


def _day(text: str) -> date | None:
    """Read a day that may be left out."""
    day = typed_date(text)
    if text and day is None:
        raise ReceptionInputError(f"{text[:20]!r} is no day")
    return day
