"""The slip of the dossier accepted last: accepted is one fact, printed another."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from station.domain.dossier import Dossier
from station.forms.appointment_slip import FORM
from station.usecases.print_papers import Printed as PrintedPaper
from station.usecases.receive_dossier import Reception
from station.words import Language
from ui.desktop.problems import words_of
from ui.desktop.reception.view_model import LastSlip, Printed
from ui.desktop.tasks import Tasks


class SlipView(Protocol):
    def show_last_slip(self, slip: LastSlip | None) -> None: ...


class PrintDesk(Protocol):
    """What printing needs of the desk. Calls block as long as the printer takes."""

    def print_waiting(self) -> Sequence[PrintedPaper]: ...

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[PrintedPaper]: ...


class SlipPrinting:
    """Prints what waits, and says of the newest dossier whether its papers came out."""

    def __init__(
        self,
        view: SlipView,
        *,
        desk: PrintDesk,
        printer: Tasks,
        slip_paper: str,
        simulated: bool,
        settled: Callable[[], object],
        language: Language,
    ) -> None:
        """``settled`` is called after each attempt, good or not: the status bar reads anew."""
        self._view = view
        self._desk = desk
        self._printer = printer
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

    def print_papers_of(self, reception: Reception) -> None:
        """Print the papers of a dossier that was just accepted, after any that still wait."""
        self._begin(reception.dossier, self._desk.print_waiting)

    def print_again(self, reason: str = "") -> None:
        """Try again what failed; or print the slip that came out once more, marked as such.

        Args:
            reason: why once more, where it came out.
        """
        slip = self._slip
        if slip is None or slip.printed is Printed.PRINTING:
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

    def _begin(self, dossier: Dossier, work: Callable[[], Sequence[PrintedPaper]]) -> None:
        slip = LastSlip(
            code=dossier.code,
            due_at=dossier.promised_at,
            printed=Printed.PRINTING,
            simulated=self._simulated,
        )
        self._run(slip, work)

    def _run(self, slip: LastSlip, work: Callable[[], Sequence[PrintedPaper]]) -> None:
        self._show(replace(slip, printed=Printed.PRINTING, problem=""))
        self._printer.run(
            work,
            done=lambda papers: self._finish(slip.code, papers),
            failed=lambda error: self._fail(slip.code, error),
        )

    def _finish(self, code: str, papers: Sequence[PrintedPaper]) -> None:
        # A printer that is out of paper holds up all that waits: one failure speaks for them.
        errors = [paper.error for paper in papers if paper.error is not None]
        if errors:
            self._fail(code, errors[0])
        else:
            self._settle(code, Printed.DONE)

    def _fail(self, code: str, error: Exception) -> None:
        self._settle(code, Printed.FAILED, words_of(error, self._language))

    def _settle(self, code: str, printed: Printed, problem: str = "") -> None:
        if self._slip is not None and self._slip.code == code:
            self._show(replace(self._slip, printed=printed, problem=problem))
        if self._open:
            self._settled()

    def _show(self, slip: LastSlip) -> None:
        self._slip = slip
        if self._open:
            self._view.show_last_slip(slip)
