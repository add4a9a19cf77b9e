"""The question about a paper in doubt on whatever page is in front."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.journal import VIETNAM
from station.domain.spool import PrintState
from station.errors import StationError
from station.ports.print_jobs import PrintJob, PrintJobChangedError
from station.ports.printers import OutOfPaperError
from station.usecases.print_papers import Printed
from tests.paper_samples import a_dossier
from tests.ui.fake_tasks import Later
from ui.desktop.doubts import Doubts

DOSSIER = a_dossier()


def job(number: int, form: str) -> PrintJob:
    return PrintJob(
        job_id=number,
        dossier_id=UUID(int=1),
        form=form,
        paper="a5",
        queued_at=datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM),
        state=PrintState.DOUBTFUL,
    )


@dataclass
class FakeDesk:
    """Papers in doubt, and the page that asks."""

    jobs: list[PrintJob] = field(default_factory=list)
    error: StationError | None = None
    """What stops the printing of a paper that did not come out."""
    asked: list[str] = field(default_factory=list)
    told: list[Exception] = field(default_factory=list)
    settled: int = 0

    def doubts(self) -> Sequence[Printed]:
        return [Printed(job=one, printer="HP", error=None, doubtful=True) for one in self.jobs]

    def answer_doubt(self, job_id: int, *, came_out: bool) -> Sequence[Printed]:
        found = [one for one in self.jobs if one.job_id == job_id]
        if not found:
            raise PrintJobChangedError(job_id)
        self.jobs = [one for one in self.jobs if one.job_id != job_id]
        return [Printed(job=found[0], printer="HP", error=None if came_out else self.error)]

    def dossier_of(self, job: PrintJob) -> Dossier:
        return DOSSIER

    def show_doubt(self, question: str) -> None:
        self.asked.append(question)

    def settle(self) -> None:
        self.settled += 1


def a_question(desk: FakeDesk) -> tuple[Doubts, Later]:
    tasks = Later()
    doubts = Doubts(
        desk,
        desk=desk,
        printer=tasks,
        settled=desk.settle,
        failed=desk.told.append,
        language="vi",
    )
    return doubts, tasks


def test_one_paper_after_another_is_asked_for_by_its_name() -> None:
    desk = FakeDesk([job(1, "result-receipt"), job(2, "unheard-of")])
    doubts, printer = a_question(desk)

    doubts.look()
    printer.do()
    first = desk.asked[-1]
    doubts.answer(came_out=True)
    doubts.answer(came_out=True)
    printer.do()
    doubts.look()
    printer.do()

    assert "“HP”" in first
    assert f"Biên nhận trả kết quả của {DOSSIER.code}" in first
    assert "unheard-of" in desk.asked[-1]
    assert desk.settled == 1
    assert desk.told == []


def test_no_doubt_no_question_and_no_answer() -> None:
    desk = FakeDesk()
    doubts, printer = a_question(desk)

    doubts.look()
    printer.do()
    doubts.answer(came_out=True)

    assert desk.asked == [""]
    assert printer.waiting == 0


def test_what_stops_the_paper_that_did_not_come_out_is_told() -> None:
    desk = FakeDesk([job(1, "01")], error=OutOfPaperError("HP"))
    doubts, printer = a_question(desk)
    doubts.look()
    printer.do()

    doubts.answer(came_out=False)
    printer.do()

    assert [type(error) for error in desk.told] == [OutOfPaperError]
    assert desk.settled == 1


def test_an_answer_that_comes_too_late_is_told_and_all_is_read_anew() -> None:
    desk = FakeDesk([job(1, "01")])
    doubts, printer = a_question(desk)
    doubts.look()
    printer.do()
    desk.jobs = []

    doubts.answer(came_out=True)
    printer.do()

    assert [type(error) for error in desk.told] == [PrintJobChangedError]
    assert desk.settled == 1
