"""Put waiting papers on paper. Accepted and printed are separate facts: a printer may fail."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.clock_guard import WrongClockError
from station.domain.dossier import Dossier
from station.domain.due_date import NoDueDateError
from station.domain.events import SlipPrinted
from station.domain.spool import PrintState
from station.errors import StationError
from station.forms.appointment_slip import earlier_prints
from station.forms.dossier_letters import NothingToWriteError
from station.ports.clock import Clock
from station.ports.dossier_queries import DossierQueries
from station.ports.officers import Officer
from station.ports.print_jobs import PrintJob
from station.ports.printers import MaybePrintedError, PrintOutcome
from station.ports.store import UnitOfWork
from station.text import clean
from station.usecases.dossier_act import trusted_now_of
from station.usecases.permissions import Act, require
from station.usecases.stated_reasons import NoReasonError

_NOTHING_TO_PRINT = (NoDueDateError, NothingToWriteError)
"""What the paper was about holds no more, as the slip of a dossier that was refused meanwhile: it
would be tried, and fail, for ever."""
REPRINT = "reprint"
"""The act that gives a reason, in the words of errors."""


class NoPrinterError(StationError):
    """No printer is set up for this kind of paper."""

    code = "DEV-020"
    unavailable = True

    def __init__(self, form: str, paper: str) -> None:
        super().__init__(f"no printer for {form} on {paper}")
        self.form, self.paper = form, paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What became of one waiting paper.

    ``error`` is None when it came out. ``doubtful``: perhaps it did; an officer is asked
    (``print_doubts``), with the error where there was one.
    """

    job: PrintJob
    printer: str | None
    error: StationError | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One way to paper: the printer's name, and what sends a dossier's paper to it.

    ``put`` blocks until the printer took everything, and raises a ``StationError`` otherwise.
    """

    name: str
    simulated: bool
    put: Callable[[Dossier, PrintJob], PrintOutcome]
    trusted: bool = False
    """An officer saw a paper of it come out since the program began: a printer that answers no
    question is believed from then on."""


Outlets = Callable[[PrintJob], Outlet | None]
"""Gives the way to paper for what waits; None where no printer is set up for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spool:
    """Where papers wait, and who prints them."""

    queries: DossierQueries
    new_work: Callable[[], UnitOfWork]
    claim: Callable[[str], AbstractContextManager[bool]]
    """Keeps other programs off a printer; see ``Store.claim_printer``."""
    officer: Officer
    clock: Clock
    built_at: datetime

    def note(self, job: PrintJob, state: PrintState, **more: str | None) -> None:
        """Note what became of a paper, durably.

        Raises:
            PrintJobChangedError: something else became of it in the meantime.
        """
        with self.new_work() as work:
            work.note_print(job.job_id, state, **more)
            work.commit()

    def came_out(self, job: PrintJob, *, printer: str, simulated: bool, told_by: str) -> None:
        """Journal that a paper came out, and close its job in the same transaction.

        Raises:
            PrintJobChangedError: something else became of it in the meantime.
        """
        dossier = self.queries.dossier(job.dossier_id)
        printed = SlipPrinted(
            form=job.form,
            paper=job.paper,
            printer=printer,
            simulated=simulated,
            reprint=earlier_prints(dossier, job.paper, form=job.form),
            reason=job.reason,
            told_by=told_by,
        )
        with self.new_work() as work:
            work.note_print(job.job_id, PrintState.PRINTED)
            at, source = self._stamp(work)
            work.journal.append(
                printed,
                dossier_id=job.dossier_id,
                officer_id=self.officer.officer_id,
                at=at,
                clock_source=source,
            )
            work.project(job.dossier_id)
            work.commit()

    def _stamp(self, work: UnitOfWork) -> tuple[datetime, str]:
        """Give the time of a paper that is out, and who says it.

        It cannot be refused any more. By a clock that cannot be believed it came with the last act:
        a day ahead of time in the journal would hold up every act until that day.
        """
        try:
            at = trusted_now_of(work, self.clock, self.built_at)
        except WrongClockError:
            last = work.journal.last()
            if last is None:
                raise
            return last.occurred_at, last.clock_source
        return at, self.clock.source


def print_waiting(spool: Spool, outlets: Outlets) -> Sequence[Printed]:
    """Print what waits: the printers side by side, the papers of one printer oldest first.

    That a paper is being printed is on the disk before its first byte leaves, and that it came out
    is journalled in the transaction that closes it. So after a kill at any instant nothing is lost,
    and nothing is printed twice unseen: what was on its way is doubtful, and an officer is asked.

    Returns:
        What was tried, in the order in which it waited; and what is doubtful.
    """
    names = _printers(spool, outlets)
    done = list(_without_printer(spool, outlets))
    with ThreadPoolExecutor(max_workers=max(1, len(names))) as printers:
        for some in printers.map(lambda name: _print_on(spool, name, outlets), names):
            done += some
    return sorted(done, key=lambda one: one.job.job_id)


def in_doubt(spool: Spool, outlets: Outlets) -> Sequence[Printed]:
    """Give what is in doubt, what a dead program was printing with it; send nothing."""
    found = [one for name in _printers(spool, outlets) for one in _doubts_on(spool, name)]
    return sorted(found, key=lambda one: one.job.job_id)


def _printers(spool: Spool, outlets: Outlets) -> Sequence[str]:
    """Name the printers with work; also one set up no more, while a paper of it is in doubt."""
    names = []
    for job in spool.queries.queued_prints():
        if job.printer is not None and _is_doubt(job, job.printer):
            names.append(job.printer)
        elif job.state.waits and (outlet := outlets(job)) is not None:
            names.append(outlet.name)
    return list(dict.fromkeys(names))


def _doubts_on(spool: Spool, printer: str) -> Sequence[Printed]:
    with spool.claim(printer) as ours:
        jobs = spool.queries.queued_prints() if ours else ()
        return [_doubted(spool, job) for job in jobs if _is_doubt(job, printer)]


def _is_doubt(job: PrintJob, printer: str) -> bool:
    return job.printer == printer and job.state in (PrintState.PRINTING, PrintState.DOUBTFUL)


def _doubted(spool: Spool, job: PrintJob) -> Printed:
    """Have an officer asked. Nobody prints there but we: what is being printed is left over."""
    lost = None
    if job.state is PrintState.PRINTING:
        lost = MaybePrintedError(job.printer or "")
        spool.note(job, PrintState.DOUBTFUL, error=lost.code)
    return Printed(job=job, printer=job.printer, error=lost, doubtful=True)


def _without_printer(spool: Spool, outlets: Outlets) -> Iterator[Printed]:
    for job in spool.queries.queued_prints():
        if job.state.waits and outlets(job) is None:
            error = NoPrinterError(job.form, job.paper)
            spool.note(job, PrintState.FAILED, error=error.code)
            yield Printed(job=job, printer=None, error=error)


def _print_on(spool: Spool, printer: str, outlets: Outlets) -> Sequence[Printed]:
    """Print what waits for one printer, alone on it."""
    done = []
    with spool.claim(printer) as ours:
        if not ours:
            return []  # the program that holds it prints what waits
        for job in spool.queries.queued_prints():
            outlet = outlets(job)
            if _is_doubt(job, printer):
                done.append(_doubted(spool, job))
            elif outlet is not None and outlet.name == printer and job.state.waits:
                done.append(_try(spool, job, outlet))
    return done


def _try(spool: Spool, job: PrintJob, outlet: Outlet) -> Printed:
    spool.note(job, PrintState.PRINTING, printer=outlet.name)
    try:
        outcome = outlet.put(spool.queries.dossier(job.dossier_id), job)
    except StationError as error:
        doubtful = isinstance(error, MaybePrintedError)
        state = PrintState.DOUBTFUL if doubtful else PrintState.FAILED
        spool.note(job, state, error=error.code)
        if isinstance(error, _NOTHING_TO_PRINT):
            spool.note(job, PrintState.REPLACED, error=error.code)
        return Printed(job=job, printer=outlet.name, error=error, doubtful=doubtful)
    if outcome is PrintOutcome.TAKEN and not outlet.trusted:
        spool.note(job, PrintState.DOUBTFUL)
        return Printed(job=job, printer=outlet.name, error=None, doubtful=True)
    told_by = "printer" if outcome is PrintOutcome.ON_PAPER else "nobody"
    spool.came_out(job, printer=outlet.name, simulated=outlet.simulated, told_by=told_by)
    return Printed(job=job, printer=outlet.name, error=None)


def queue_again(
    dossier_id: UUID,
    *,
    form: str,
    paper: str,
    reason: str,
    spool: Spool,
) -> None:
    """Queue one more print of a paper, unless one still waits.

    A paper that came out before is marked as a reprint, and why stands in the history; the first
    good copy is none, however often the printer failed.

    Raises:
        NotAllowedError: the officer's role does not receive dossiers.
        NoReasonError: it came out before, and nothing says why it is wanted again.
    """
    require(spool.officer, Act.RECEIVE)
    said = clean(reason) or None
    wanted = (dossier_id, form, paper)
    if any(
        (job.dossier_id, job.form, job.paper) == wanted for job in spool.queries.queued_prints()
    ):
        return
    if said is None and earlier_prints(spool.queries.dossier(dossier_id), paper, form=form):
        raise NoReasonError(REPRINT)
    at = spool.clock.now().replace(microsecond=0)
    with spool.new_work() as work:
        work.queue_print(dossier_id, form=form, paper=paper, at=at, reason=said)
        work.commit()
