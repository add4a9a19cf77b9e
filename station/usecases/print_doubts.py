"""What an officer says of a paper that perhaps came out, or that has to come out elsewhere."""

from station.domain.spool import PrintState
from station.ports.print_jobs import PrintJob, PrintJobChangedError
from station.usecases.permissions import Act, require
from station.usecases.print_papers import Spool

INSTEAD = "Thay cho giấy khác không in được"
"""Why a paper is printed in the place of another, as the history keeps it."""


def answer_doubt(job_id: int, *, came_out: bool, simulated: bool, spool: Spool) -> None:
    """Settle a paper that perhaps came out: it is closed, or waits again and is no reprint.

    Args:
        simulated: its printer is a simulator.

    Raises:
        NotAllowedError: the officer's role does not receive dossiers.
        PrintJobChangedError: nobody doubts of it (any more).
    """
    require(spool.officer, Act.RECEIVE)
    job = job_in(spool, job_id)
    if job.state is not PrintState.DOUBTFUL:
        raise PrintJobChangedError(job_id)
    if came_out:
        printer = job.printer or ""
        spool.came_out(job, printer=printer, simulated=simulated, told_by="officer")
    else:
        spool.note(job, PrintState.QUEUED)


def print_elsewhere(job_id: int, *, form: str, paper: str, spool: Spool) -> None:
    """Queue another paper in the place of one that does not come out.

    Raises:
        NotAllowedError: the officer's role does not receive dossiers.
        PrintJobChangedError: it came out, or is being printed.
    """
    require(spool.officer, Act.RECEIVE)
    job = job_in(spool, job_id)
    with spool.new_work() as work:
        work.note_print(job_id, PrintState.REPLACED)
        at = spool.clock.now().replace(microsecond=0)
        reason = job.reason or INSTEAD
        work.queue_print(job.dossier_id, form=form, paper=paper, at=at, reason=reason)
        work.commit()


def job_in(spool: Spool, job_id: int) -> PrintJob:
    """Give a paper that is not over yet.

    Raises:
        PrintJobChangedError: there is none with this number (any more).
    """
    for job in spool.queries.queued_prints():
        if job.job_id == job_id:
            return job
    raise PrintJobChangedError(job_id)
