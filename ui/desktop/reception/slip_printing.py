"""The slip of the dossier accepted last: accepted is one fact, printed another."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, Protocol

from station.domain.dossier import Dossier
from station.errors import StationError
from station.forms.appointment_slip import FORM
from station.ports.print_jobs import PrintJob
from station.usecases.print_papers import Printed as PrintedPaper
from station.usecases.receive_dossier import Reception
from station.words import Language
from ui.desktop.problems import words_of
from ui.desktop.reception.view_model import HeldPaper, LastSlip, Printed
from ui.desktop.tasks import Tasks

_log = logging.getLogger(__name__)
_CODE = "code"


class SlipView(Protocol):
    def show_last_slip(self, slip: LastSlip | None) -> None: ...


class PrintDesk(Protocol):
    """What printing needs of ``ui.desks.print``. Calls block as long as the printer takes."""

    def print_waiting(self) -> Sequence[PrintedPaper]: ...

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[PrintedPaper]: ...

    def answer_doubt(self, job_id: int, *, came_out: bool) -> Sequence[PrintedPaper]: ...

    def print_elsewhere(self, job_id: int) -> Sequence[PrintedPaper]: ...

    def doubts(self) -> Sequence[PrintedPaper]: ...

    def waiting(self) -> Sequence[PrintJob]: ...

    def dossier_of(self, job: PrintJob) -> Dossier: ...

    def has_other_way(self, job: PrintJob) -> bool: ...


class _Outcome(NamedTuple):
    """What became of all that waited: one trouble speaks for it."""

    printed: Printed
    held: HeldPaper | None = None
    error: StationError | None = None


class SlipPrinting:
    """Prints what waits, and says of the newest dossier whether its papers came out."""

    def __init__(
        self,
        view: SlipView,
        *,
        desk: PrintDesk,
        printer: Tasks,
        reader: Tasks,
        dossier: Callable[[str], Dossier],
        slip_paper: str,
        simulated: bool,
        settled: Callable[[], object],
        language: Language,
    ) -> None:
        """
        Args:
            dossier: gives one by its code; it waits for the disk, and is called on the ``reader``.
            settled: called after each attempt, good or not: the status bar reads anew.
        """
        self._view = view
        self._desk = desk
        self._printer = printer
        self._reader, self._dossier = reader, dossier
        self._slip_paper = slip_paper
        self._simulated = simulated
        self._settled = settled
        self._language = language
        self._slip: LastSlip | None = None
        self._open = True

    def close(self) -> None:
        """Show nothing from now on: the page belongs to another officer. Printing goes on."""
        self._open = False

    @property
    def last(self) -> LastSlip | None:
        return self._slip

    def left(self) -> dict[str, Any]:
        """Give which dossier was accepted last, see ``LeftPart``."""
        return {} if self._slip is None else {_CODE: self._slip.code}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Show the slip again that was shown when the program was cut off."""
        code = left.get(_CODE)
        if isinstance(code, str):
            self._reader.run(
                partial(self._left_slip, code),
                done=self._take_left,
                failed=lambda error: _log.warning("no slip is shown again: %s", error),
            )

    def _left_slip(self, code: str) -> LastSlip | None:
        if self._desk.doubts():
            return None  # what is asked of those papers comes first
        dossier = self._dossier(code)
        waits = dossier.dossier_id in [job.dossier_id for job in self._desk.waiting()]
        owed = Printed.DONE if dossier.prints else Printed.NOT_OWED
        return self._slip_of(dossier, Printed.FAILED if waits else owed)

    def _slip_of(self, dossier: Dossier, printed: Printed) -> LastSlip:
        return LastSlip(
            code=dossier.code,
            due_at=dossier.promised_at,
            printed=printed,
            simulated=self._simulated,
            at_once=dossier.is_answered_here,
            change_vnd=sum(payment.change_vnd for payment in dossier.payments),
        )

    def _take_left(self, slip: LastSlip | None) -> None:
        if slip is not None and self._slip is None:
            self._show(slip)

    def look(self) -> None:
        """Ask for what an earlier session left in doubt: the power went, the program died.

        A question that was answered on another page is asked no more.
        """
        asked = self._slip

        def found() -> LastSlip | None:
            doubts = self._desk.doubts()
            if asked is not None:
                return self._answered_elsewhere(asked, [paper.job.job_id for paper in doubts])
            for paper in doubts:
                dossier = self._desk.dossier_of(paper.job)
                return LastSlip(
                    code=dossier.code,
                    due_at=dossier.promised_at,
                    printed=Printed.DOUBTFUL,
                    held=self._held(paper),
                )
            return None

        def ask(slip: LastSlip | None) -> None:
            if slip is not None and self._slip is asked:
                self._show(slip)

        self._printer.run(
            found,
            done=ask,
            failed=lambda error: _log.warning("no look at papers in doubt: %s", error),
        )
        if asked is not None and asked.at_once:
            self._reader.run(
                partial(self._dossier, asked.code),
                done=self._take_news,
                failed=lambda error: _log.warning("no look at the last dossier: %s", error),
            )

    def _take_news(self, dossier: Dossier) -> None:
        """Offer to give the result no more once it was given, or went another way."""
        slip = self._slip
        if slip is not None and slip.code == dossier.code and not dossier.is_answered_here:
            self._show(replace(slip, at_once=False))

    def _answered_elsewhere(self, slip: LastSlip, doubts: Sequence[int]) -> LastSlip | None:
        held = slip.held
        if slip.printed is not Printed.DOUBTFUL or held is None or held.job_id in doubts:
            return None
        waits = held.job_id in [job.job_id for job in self._desk.waiting()]
        return replace(slip, printed=Printed.FAILED if waits else Printed.DONE, held=None)

    def print_papers_of(self, reception: Reception) -> None:
        """Print the papers of a dossier that was just accepted, after any that still wait.

        One that is answered at once owes none; ``print_again`` prints it when it is asked for.
        """
        dossier = reception.dossier
        if reception.print_jobs or not dossier.slip_on_request:
            self._begin(dossier, self._desk.print_waiting)
        else:
            self._show(self._slip_of(dossier, Printed.NOT_OWED))

    def print_again(self, reason: str = "") -> None:
        """Try again what failed; or print the slip that came out once more, marked as such.

        Args:
            reason: why once more, where it came out.
        """
        slip = self._slip
        if slip is None or slip.printed in (Printed.PRINTING, Printed.DOUBTFUL):
            return
        if slip.printed is Printed.FAILED:
            self._run(slip, self._desk.print_waiting)
        else:
            self._run(
                slip,
                lambda: self._desk.print_again(
                    slip.code, form=FORM, paper=self._slip_paper, reason=reason
                ),
            )

    def answer(self, came_out: bool) -> None:
        """Say whether the paper in doubt came out; one that did not is printed again."""
        slip = self._slip
        if slip is None or slip.printed is not Printed.DOUBTFUL or slip.held is None:
            return
        job_id = slip.held.job_id
        self._run(slip, lambda: self._desk.answer_doubt(job_id, came_out=came_out))

    def print_elsewhere(self) -> None:
        """Print the other kind of slip in the place of the one that did not come out."""
        slip = self._slip
        if slip is None or slip.printed is not Printed.FAILED or slip.held is None:
            return
        job_id = slip.held.job_id
        self._run(slip, lambda: self._desk.print_elsewhere(job_id))

    def _begin(self, dossier: Dossier, work: Callable[[], Sequence[PrintedPaper]]) -> None:
        self._run(self._slip_of(dossier, Printed.PRINTING), work)

    def _run(self, slip: LastSlip, work: Callable[[], Sequence[PrintedPaper]]) -> None:
        self._show(replace(slip, printed=Printed.PRINTING, problem="", held=None))
        self._printer.run(
            lambda: self._outcome(work()),
            done=lambda outcome: self._finish(slip.code, outcome),
            failed=lambda error: self._settle(
                slip.code, Printed.FAILED, words_of(error, self._language)
            ),
        )

    def _outcome(self, papers: Sequence[PrintedPaper]) -> _Outcome:
        """Look at what was printed, on the printers' thread."""
        for paper in papers:
            if paper.doubtful:
                return _Outcome(Printed.DOUBTFUL, self._held(paper))
        for paper in papers:
            # A printer that is out of paper holds up all that waits: one failure speaks for them.
            if paper.error is not None:
                return _Outcome(Printed.FAILED, self._held(paper), paper.error)
        return _Outcome(Printed.DONE)

    def _held(self, paper: PrintedPaper) -> HeldPaper:
        return HeldPaper(
            job_id=paper.job.job_id,
            dossier_code=self._desk.dossier_of(paper.job).code,
            printer=paper.printer or "",
            elsewhere=self._desk.has_other_way(paper.job),
        )

    def _finish(self, code: str, outcome: _Outcome) -> None:
        problem = words_of(outcome.error, self._language) if outcome.error else ""
        self._settle(code, outcome.printed, problem, outcome.held)

    def _settle(
        self, code: str, printed: Printed, problem: str = "", held: HeldPaper | None = None
    ) -> None:
        if self._slip is not None and self._slip.code == code:
            self._show(replace(self._slip, printed=printed, problem=problem, held=held))
        if self._open:
            self._settled()

    def _show(self, slip: LastSlip) -> None:
        self._slip = slip
        if self._open:
            self._view.show_last_slip(slip)
