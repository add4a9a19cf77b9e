"""Accept a dossier: the act that everything else at the counter serves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import uuid6

from station.domain.acceptance import require_complete, stated_ground
from station.domain.clock_guard import trusted_now
from station.domain.dossier import Dossier, StoredFile, SubmittedDocument
from station.domain.due_date import DueDate
from station.domain.events import DossierReceived
from station.domain.ids import DossierCode
from station.domain.procedure import Procedure, ProcessingTime
from station.errors import StationError
from station.forms.form_sets import form_set_on
from station.ports.clock import Clock
from station.ports.documents import DocumentReader
from station.ports.officers import Officer
from station.ports.store import CatalogueStore, PageVault, UnitOfWork
from station.text import clean
from station.usecases import reception_input as described
from station.usecases.permissions import Act, require
from station.usecases.reception_checks import (
    WrongIndexError,
    charged_fees,
    check_payment,
    collected_fees,
    counted_documents,
)
from station.usecases.reception_input import ReceptionInput

LARGEST_DOSSIER_BYTES = 50_000_000
"""All files of one dossier together; the comparable counter program allows as much."""
DueDates = Callable[[datetime, ProcessingTime, time | None], DueDate]


class UnknownProcedureError(StationError):
    """The catalogue in force has no procedure with this code."""

    code = "DOS-002"

    def __init__(self, procedure_code: str) -> None:
        super().__init__(f"no procedure {procedure_code!r} in the catalogue")
        self.procedure_code = procedure_code

    @property
    def details(self) -> dict[str, Any]:
        return {"procedure_code": self.procedure_code}


class NameOnlyProcedureError(StationError):
    """The catalogue knows only the name of this procedure: no papers, no fees, no time."""

    code = "DOS-006"

    def __init__(self, procedure_code: str) -> None:
        super().__init__(f"procedure {procedure_code} has no details in the catalogue")
        self.procedure_code = procedure_code

    @property
    def details(self) -> dict[str, Any]:
        return {"procedure_code": self.procedure_code}


class TooManyBytesError(StationError):
    """The files of this dossier are larger than a dossier may be."""

    code = "DOS-008"

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes of files")
        self.size = size

    @property
    def details(self) -> dict[str, Any]:
        return {"bytes": self.size, "limit": LARGEST_DOSSIER_BYTES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The counter that receives: part of every code, slip and journal entry."""

    agency_code: str
    number: int
    papers: tuple[tuple[str, str], ...]
    """Form and paper of what is printed at reception, for example ``("01", "a5")``."""
    built_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """What came of a reception, for the officer and for the next act."""

    dossier: Dossier
    print_jobs: tuple[int, ...]


def receive_dossier(
    given: ReceptionInput,
    *,
    officer: Officer,
    counter: Counter,
    work: UnitOfWork,
    catalogue: CatalogueStore,
    due_dates: DueDates,
    clock: Clock,
    server_offset: timedelta | None = None,
    vault: PageVault,
    documents: DocumentReader,
    folder: Path,
) -> Reception:
    """Accept a dossier under its final code; journal, projection, number and papers in one commit.

    Files are on the disk, encrypted, before the transaction that names them begins.

    Args:
        folder: where relative names of files start.

    Raises:
        StationError: a named reason, by its code; nothing of the dossier was saved.
    """
    require(officer, Act.RECEIVE)
    procedure, processing_time, pack = _procedure(given, catalogue)
    ground = stated_ground(given.accept_despite_missing)
    fees = charged_fees(given, procedure)
    check_payment(given, sum(fee.amount_vnd for fee in fees))
    counted = counted_documents(given, procedure)
    require_complete([document for document, _ in counted], ground)
    submitter = described.party(given.applicant)
    owner = described.party(given.owner) if given.owner else None
    authorisation = described.authorisation(given.authorisation) if given.authorisation else None
    delivery = described.delivery(given.delivery)
    summary = (clean(given.summary) or None) if given.summary else None
    filed = _file(counted, documents=documents, vault=vault, folder=folder)

    with work:
        last = work.journal.last()
        now = trusted_now(
            clock.now().replace(microsecond=0),
            last_entry_at=last.occurred_at if last else None,
            built_at=counter.built_at,
            server_offset=server_offset,
        )
        dossier_id = uuid6.uuid7()
        journal = partial(
            work.journal.append,
            dossier_id=dossier_id,
            officer_id=officer.officer_id,
            at=now,
            clock_source=clock.source,
        )
        due = due_dates(now, processing_time, _cutoff(procedure))
        number = work.numbers.take(counter.agency_code, now.date())
        received = DossierReceived(
            dossier_code=str(DossierCode(counter.agency_code, now.date(), number)),
            counter=counter.number,
            officer_name=officer.display_name,
            procedure_code=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            handling_agency=procedure.agency,
            processing_time=processing_time,
            catalogue=pack,
            form_set=form_set_on(now.date()).key,
            channel=given.channel,
            submitter=submitter,
            owner=owner,
            authorisation=authorisation,
            documents=filed,
            fees=fees,
            delivery=delivery,
            number_of_sets=given.number_of_sets,
            summary=summary,
            digitise=given.digitise,
            accepted_despite_missing=ground,
            received_at=now,
            due_at=due.due_at,
            due_explanation=due.explanation,
            due_reason=due.reason,
            due_warnings=due.warnings,
        )
        journal(received)
        for collected in collected_fees(given, fees):
            journal(collected)
        dossier = work.project(dossier_id)
        for file in (file for document in filed for file in document.files):
            work.add_file(file, dossier_id)
        jobs = tuple(
            work.queue_print(dossier_id, form=form, paper=paper, at=now)
            for form, paper in counter.papers
        )
        work.commit()
    return Reception(dossier=dossier, print_jobs=jobs)


def _procedure(
    given: ReceptionInput, catalogue: CatalogueStore
) -> tuple[Procedure, ProcessingTime, str]:
    found = catalogue.procedure(given.procedure_code)
    if found is None:
        raise UnknownProcedureError(given.procedure_code)
    procedure, pack = found
    if procedure.processing_time is None:
        raise NameOnlyProcedureError(given.procedure_code)
    if given.case is not None:
        raise WrongIndexError("case", given.case[:60], 0)
    return procedure, procedure.processing_time, pack


def _cutoff(procedure: Procedure) -> time | None:
    return time.fromisoformat(procedure.cutoff) if procedure.cutoff else None


def _file(
    counted: Sequence[tuple[SubmittedDocument, tuple[str, ...]]],
    *,
    documents: DocumentReader,
    vault: PageVault,
    folder: Path,
) -> tuple[SubmittedDocument, ...]:
    """Open every file first, so that a bad one leaves nothing behind; then put them away."""
    opened = []
    size = 0
    for document, names in counted:
        files = []
        for name in names:
            files.append(documents.read(folder / name))
            size += len(files[-1].content)
            if size > LARGEST_DOSSIER_BYTES:
                raise TooManyBytesError(size)
        opened.append((document, files))
    return tuple(
        replace(
            document,
            files=tuple(
                StoredFile(
                    sha256=vault.put(file.content),
                    size=len(file.content),
                    media_type=file.media_type,
                    pages=file.pages,
                )
                for file in files
            ),
        )
        for document, files in opened
    )
