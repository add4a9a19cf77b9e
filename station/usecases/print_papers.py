"""Put waiting papers on paper. Accepted and printed are separate facts: a printer may fail."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import SlipPrinted
from station.errors import StationError
from station.forms.appointment_slip import earlier_prints
from station.ports.clock import Clock
from station.ports.officers import Officer
from station.ports.store import DossierQueries, PrintJob, UnitOfWork
from station.text import clean
from station.usecases.permissions import Act, require
from station.usecases.refuse_dossier import NoReasonError

REPRINT = "reprint"
"""The act that gives a reason, in the words of errors."""


class NoPrinterError(StationError):
    """No printer is set up for this kind of paper."""

    code = "DEV-020"
    unavailable = True

    def __init__(self, form: str, paper: str) -> None:
        super().__init__(f"no printer for {form} on {paper}")
        self.form, self.paper = form, paper

    @property
    def details(self) -> dict[str, Any]:
        return {"form": self.form, "paper": self.paper}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What became of one waiting paper; ``error`` is None when it came out."""

    job: PrintJob
    printer: str | None
    error: StationError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One way to paper: the printer's name, and what sends a dossier's paper to it.

    ``put`` blocks until the printer took everything, and raises a ``StationError`` otherwise.
    """

    name: str
    simulated: bool
    put: Callable[[Dossier, PrintJob], None]


def print_waiting(
    *,
    queries: DossierQueries,
    new_work: Callable[[], UnitOfWork],
    outlets: Mapping[str, Outlet],
    officer: Officer,
    clock: Clock,
) -> Sequence[Printed]:
    """Print every queued paper, oldest first; a failed one stays queued with its reason.

    A paper counts as printed only after its printer took all of it; that is journalled in the
    transaction that closes the job, so a kill in between prints the paper again, never loses it.

    Args:
        outlets: by form number; ``receipt`` for the thermal slip.
    """
    done: list[Printed] = []
    for job in queries.queued_prints():
        outlet = outlets.get(job.form)
        try:
            if outlet is None:
                raise NoPrinterError(job.form, job.paper)
            dossier = queries.dossier(job.dossier_id)
            outlet.put(dossier, job)
        except StationError as error:
            with new_work() as work:
                work.close_print(job.job_id, error=error.code)
                work.commit()
            done.append(Printed(job=job, printer=outlet.name if outlet else None, error=error))
            continue
        reprint = earlier_prints(dossier, job.paper, form=job.form)
        _note(job, outlet, reprint, new_work=new_work, officer=officer, clock=clock)
        done.append(Printed(job=job, printer=outlet.name, error=None))
    return done


def queue_again(
    dossier_id: UUID,
    *,
    form: str,
    paper: str,
    reason: str,
    queries: DossierQueries,
    new_work: Callable[[], UnitOfWork],
    officer: Officer,
    clock: Clock,
) -> None:
    """Queue one more print of a paper, unless one still waits.

    A paper that came out before is marked as a reprint, and why stands in the history; the first
    good copy is none, however often the printer failed.

    Raises:
        NotAllowedError: the officer's role does not receive dossiers.
        NoReasonError: it came out before, and nothing says why it is wanted again.
    """
    require(officer, Act.RECEIVE)
    said = clean(reason) or None
    wanted = (dossier_id, form, paper)
    if any((job.dossier_id, job.form, job.paper) == wanted for job in queries.queued_prints()):
        return
    if said is None and earlier_prints(queries.dossier(dossier_id), paper, form=form):
        raise NoReasonError(REPRINT)
    at = clock.now().replace(microsecond=0)
    with new_work() as work:
        work.queue_print(dossier_id, form=form, paper=paper, at=at, reason=said)
        work.commit()


def _note(
    job: PrintJob,
    outlet: Outlet,
    reprint: int,
    *,
    new_work: Callable[[], UnitOfWork],
    officer: Officer,
    clock: Clock,
) -> None:
    printed = SlipPrinted(
        form=job.form,
        paper=job.paper,
        printer=outlet.name,
        simulated=outlet.simulated,
        reprint=reprint,
        reason=job.reason,
    )
    with new_work() as work:
        last = work.journal.last()
        now = clock.now().replace(microsecond=0)
        work.journal.append(
            printed,
            dossier_id=job.dossier_id,
            officer_id=officer.officer_id,
            at=max(now, last.occurred_at) if last else now,
            clock_source=clock.source,
        )
        work.project(job.dossier_id)
        work.close_print(job.job_id, error=None)
        work.commit()
