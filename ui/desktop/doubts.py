"""Papers of which nobody knows whether they came out, asked for on whatever page is in front."""

from collections.abc import Callable, Sequence
from typing import Protocol

from station.domain.dossier import Dossier
from station.ports.print_jobs import PrintJob
from station.usecases.print_papers import Printed
from station.words import Language, Words
from ui.desktop.paper_names import paper_name
from ui.desktop.tasks import Tasks

_QUESTION: Words = {
    "vi": "“{printer}” không báo lại: {paper} của {code} đã ra chưa?",
    "en": "“{printer}” does not tell: did “{paper}” of {code} come out?",
}


class DoubtView(Protocol):
    def show_doubt(self, question: str) -> None:
        """Ask; an empty question takes it away."""
        ...


class PrintDesk(Protocol):
    """What is needed of ``ui.desks.print``. Calls block as long as a printer takes."""

    def doubts(self) -> Sequence[Printed]: ...

    def answer_doubt(self, job_id: int, *, came_out: bool) -> Sequence[Printed]: ...

    def dossier_of(self, job: PrintJob) -> Dossier: ...


class Doubts:
    """Asks for one paper after another, in the order in which they were wanted."""

    def __init__(
        self,
        view: DoubtView,
        *,
        desk: PrintDesk,
        printer: Tasks,
        settled: Callable[[], object],
        failed: Callable[[Exception], None],
        language: Language,
    ) -> None:
        """
        Args:
            settled: hears that a question was answered, so that other pages are read anew.
            failed: hears why an answer could not be taken, or its paper not printed.
        """
        self._view, self._desk, self._printer = view, desk, printer
        self._settled, self._failed, self._language = settled, failed, language
        self._asked: int | None = None

    def look(self) -> None:
        """Ask for what is in doubt now."""
        self._printer.run(self._first, done=self._ask, failed=self._failed)

    def answer(self, came_out: bool) -> None:
        """Say whether the paper that is asked for came out; one that did not is printed again."""
        job_id, self._asked = self._asked, None
        if job_id is None:
            return
        self._view.show_doubt("")
        self._printer.run(
            lambda: self._desk.answer_doubt(job_id, came_out=came_out),
            done=self._answered,
            failed=self._fail,
        )

    def _first(self) -> tuple[int, str] | None:
        for paper in self._desk.doubts():
            said = _QUESTION[self._language].format(
                printer=paper.printer or "–",
                paper=paper_name(paper.job.form, self._language),
                code=self._desk.dossier_of(paper.job).code,
            )
            return paper.job.job_id, said
        return None

    def _ask(self, found: tuple[int, str] | None) -> None:
        self._asked = found[0] if found else None
        self._view.show_doubt(found[1] if found else "")

    def _answered(self, papers: Sequence[Printed]) -> None:
        for paper in papers:
            if paper.error is not None and not paper.doubtful:
                self._failed(paper.error)
                break
        self._settled()

    def _fail(self, error: Exception) -> None:
        self._failed(error)
        self._settled()
