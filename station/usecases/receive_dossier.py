"""Accept a dossier: the act that everything else at the counter serves."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import uuid6

from station.catalogue.addresses import AddressBook
from station.domain.calendar import WorkingCalendar
from station.domain.dossier import Dossier
from station.domain.events import DossierReceived
from station.domain.ids import DossierCode
from station.domain.money.collecting import TillWarning
from station.domain.paper_checks import PaperFinding
from station.domain.promise import promise
from station.domain.step_times import StepTimes
from station.forms.form_sets import form_set_on
from station.ports.catalogue import CatalogueStore
from station.ports.clock import Clock
from station.ports.documents import DocumentReader
from station.ports.officers import Officer
from station.ports.step_times import Measured
from station.ports.store import PageVault, UnitOfWork
from station.usecases.dossier_act import trusted_now_of
from station.usecases.duplicates import OpenAlike
from station.usecases.handed_in import hand_in
from station.usecases.owed_papers import owed_papers
from station.usecases.permissions import Act, require
from station.usecases.reception_checks import collected_fees
from station.usecases.reception_input import ReceptionInput
from station.usecases.remember_people import remembered

TIMES_KEPT_FOR: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The counter that receives: part of every code, slip and journal entry."""

    agency_code: str
    number: int
    papers: tuple[tuple[str, str], ...]
    """Form and paper of what is printed at reception, for example ``("01", "a5")``; see
    ``owed_papers``."""
    built_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """What came of a reception, for the officer and for the next act."""

    dossier: Dossier
    print_jobs: tuple[int, ...]
    till_warnings: tuple[TillWarning, ...] = ()
    paper_findings: tuple[PaperFinding, ...] = ()


def receive_dossier(
    given: ReceptionInput,
    *,
    officer: Officer,
    counter: Counter,
    one_state: Callable[[], AbstractContextManager[None]],
    work: UnitOfWork,
    catalogue: CatalogueStore,
    calendar: WorkingCalendar,
    clock: Clock,
    vault: PageVault,
    documents: DocumentReader,
    folder: Path,
    open_alike: OpenAlike,
    lock_duplicates: bool = False,
    places: Callable[[], AddressBook],
    took: StepTimes | None = None,
) -> Reception:
    """Accept a dossier under its final code; journal, projection, number and papers in one commit.

    Files are on the disk, encrypted, before the transaction that names them begins.

    Args:
        one_state: lets what is looked up for the checks agree; see ``Store.one_state``.
        folder: where relative names of files start.
        open_alike: finds what the owner has open under the procedure already.
        lock_duplicates: refuse another one without a reason.
        places: gives the administrative units in force.
        took: how long its steps took; None: nobody measured. No fact of the journal: it is kept
            apart from the dossier, the officer and the hour.

    Raises:
        StationError: a named reason, by its code; nothing of the dossier was saved.
    """
    require(officer, Act.RECEIVE)
    with one_state():
        handed = hand_in(
            given,
            catalogue=catalogue,
            vault=vault,
            documents=documents,
            folder=folder,
            at=clock.now().replace(microsecond=0),
            whole=True,
            open_alike=open_alike,
            lock_duplicates=lock_duplicates,
            places=places(),
        )

    with work:
        now = trusted_now_of(work, clock, counter.built_at)
        dossier_id = uuid6.uuid7()
        journal = partial(
            work.journal.append,
            dossier_id=dossier_id,
            officer_id=officer.officer_id,
            at=now,
            clock_source=clock.source,
        )
        promised = promise(
            now,
            handed.procedure,
            handed.processing_time,
            calendar,
            handed.facts["start_rule"],
        )
        due = promised.due
        number = work.numbers.take(counter.agency_code, now.date())
        received = DossierReceived(
            dossier_code=str(DossierCode(counter.agency_code, now.date(), number)),
            counter=counter.number,
            officer_name=officer.display_name,
            form_set=form_set_on(now.date()).key,
            received_at=now,
            due_at=due.due_at,
            due_explanation=due.explanation,
            due_reason=due.reason,
            due_warnings=due.warnings,
            stages=promised.stages,
            **handed.facts,
        )
        journal(received)
        collected, told = collected_fees(given, handed.fees, work.till)
        if collected is not None:
            journal(collected)
        if given.remember_applicant:
            agreed = remembered(
                received.submitter, people=work.remembered, officer_id=officer.officer_id, at=now
            )
            if agreed is not None:
                journal(agreed, dossier_id=None)
        dossier = work.project(dossier_id)
        for file in handed.files:
            work.add_file(file, dossier_id)
        # Before the commit: whatever fails, a reception that is told as failed is none.
        findings = handed.paper_findings(now.date())
        jobs = tuple(
            work.queue_print(dossier_id, form=form, paper=paper, at=now)
            for form, paper in owed_papers(dossier, counter.papers)
        )
        if took is not None:
            work.step_times.drop_before(now.date() - TIMES_KEPT_FOR)
            work.step_times.keep(Measured(handed.procedure.code, now.date(), took))
        work.commit()
    return Reception(
        dossier=dossier,
        print_jobs=jobs,
        till_warnings=told,
        paper_findings=findings,
    )
