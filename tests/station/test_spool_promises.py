"""Whatever printers, officers and power do: every paper comes out, and none twice unseen."""

from collections import Counter
from contextlib import nullcontext
from typing import Self, cast
from unittest.mock import patch
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from station.domain.dossier import Dossier
from station.domain.history import fold
from station.domain.spool import PrintState
from station.ports.dossier_queries import DossierQueries
from station.ports.print_jobs import PrintJob
from station.ports.printers import (
    MaybePrintedError,
    OutOfPaperError,
    PrinterState,
    PrintInterruptedError,
    PrintOutcome,
)
from station.usecases.print_doubts import answer_doubt, print_elsewhere
from station.usecases.print_papers import Outlet, Spool, print_waiting
from tests.builders import MONDAY, a_reception
from tests.fake_work import FakeWork
from tests.fakes import FakeClock
from tests.station.test_print_papers import HANH, Queue

DOSSIER_ID = UUID(int=7)
PRINTERS = {"01": "HP", "receipt": "TM"}
BEHAVIOURS = (
    "prints",
    "prints silently",
    "eats silently",
    "has no paper",
    "jams half way",
    "falls silent and prints",
    "falls silent and eats",
    "dies before it prints",
    "dies after it printed",
)


class Killed(BaseException):
    """The power is gone."""


class OneAfterAnother:
    """Runs printers in turn: which of two threads a kill overtakes, no search can repeat."""

    map = staticmethod(map)

    def __init__(self, max_workers: int) -> None:
        """It has one, whatever is asked."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left to wait for."""


class Printing(RuleBasedStateMachine):
    """A counter with two printers, and the sheets that lie in their trays."""

    def __init__(self) -> None:
        super().__init__()
        self.work = FakeWork()
        self.sheets: Counter[int] = Counter()
        """Whole papers by the number of their job."""
        self.eaten: set[int] = set()
        self.behaviour = "prints"
        self.seen: set[str] = set()
        self.spool = Spool(
            queries=cast("DossierQueries", Queue(self.work)),
            new_work=lambda: self.work,
            claim=lambda printer: nullcontext(enter_result=True),
            officer=HANH,
            clock=FakeClock(),
            built_at=MONDAY,
        )
        with self.work as work:
            work.append(
                a_reception(),
                dossier_id=DOSSIER_ID,
                officer_id="quay3",
                at=MONDAY,
                clock_source="fake",
            )
            work.commit()

    # -- what happens -----------------------------------------------------------------------

    @precondition(lambda self: len(self.work.jobs) < 12)
    @rule(form=st.sampled_from(sorted(PRINTERS)), paper=st.sampled_from(["a5", "80"]))
    def owe(self, form: str, paper: str) -> None:
        with self.work as work:
            work.queue_print(DOSSIER_ID, form=form, paper=paper, at=MONDAY)
            work.commit()

    @rule(behaviour=st.sampled_from(BEHAVIOURS))
    def attempt(self, behaviour: str) -> None:
        self.behaviour = behaviour
        try:
            self._print()
        except Killed:
            self.seen.clear()  # the next program knows of no printer

    @precondition(lambda self: self._in(PrintState.DOUBTFUL))
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """The officer looks into the tray, and says what lies there."""
        job = data.draw(st.sampled_from(self._in(PrintState.DOUBTFUL)))
        self._answer(job)

    @precondition(lambda self: self._in(PrintState.QUEUED, PrintState.FAILED))
    @rule(data=st.data())
    def go_elsewhere(self, data: st.DataObject) -> None:
        job = data.draw(st.sampled_from(self._in(PrintState.QUEUED, PrintState.FAILED)))
        if len(self.work.jobs) < 12:
            other = "receipt" if job.form == "01" else "01"
            print_elsewhere(job.job_id, form=other, paper=job.paper, spool=self.spool)

    # -- what holds -------------------------------------------------------------------------

    @invariant()
    def no_paper_comes_out_twice(self) -> None:
        assert all(count == 1 for count in self.sheets.values()), self.sheets

    @invariant()
    def what_counts_as_printed_is_journalled_and_nothing_else(self) -> None:
        prints = fold(self.work.entries).prints
        states = [state for state, *_ in self.work.states.values()]
        assert len(prints) == states.count(PrintState.PRINTED)
        for form_paper, count in Counter((one.form, one.paper) for one in prints).items():
            marks = [one.reprint for one in prints if (one.form, one.paper) == form_paper]
            assert marks == list(range(count))

    @invariant()
    def nobody_believes_a_printer_that_was_never_seen_to_print(self) -> None:
        for job_id, (state, *_) in self.work.states.items():
            if state is PrintState.PRINTED:
                assert self.sheets[job_id] or self.believed(job_id)

    def believed(self, job_id: int) -> bool:
        """Tell whether a silent printer ate a paper after an officer had seen it print."""
        return job_id in self.eaten

    def teardown(self) -> None:
        """Once all is mended, each owed paper lies in a tray."""
        for _ in range(3):
            self.behaviour = "prints"
            self._print()
            for job in self._in(PrintState.DOUBTFUL):
                self._answer(job)
        assert self.work.queued_prints() == []
        for job_id, (state, *_) in self.work.states.items():
            whole = 0 if state is PrintState.REPLACED or self.believed(job_id) else 1
            assert self.sheets[job_id] == whole, (job_id, state)

    def _print(self) -> None:
        with patch("station.usecases.print_papers.ThreadPoolExecutor", OneAfterAnother):
            print_waiting(self.spool, lambda job: self._outlets().get(job.form))

    # -- the printers -----------------------------------------------------------------------

    def _outlets(self) -> dict[str, Outlet]:
        return {
            form: Outlet(name=name, simulated=False, put=self._put, trusted=name in self.seen)
            for form, name in PRINTERS.items()
        }

    def _put(self, dossier: Dossier, job: PrintJob) -> PrintOutcome:
        printer = PRINTERS[job.form]
        match self.behaviour:
            case "prints":
                self.sheets[job.job_id] += 1
                return PrintOutcome.ON_PAPER
            case "prints silently":
                self.sheets[job.job_id] += 1
                return PrintOutcome.TAKEN
            case "eats silently":
                if printer in self.seen:
                    self.eaten.add(job.job_id)
                return PrintOutcome.TAKEN
            case "has no paper":
                raise OutOfPaperError(printer)
            case "jams half way":
                raise PrintInterruptedError(printer, PrinterState.JAMMED)
            case "falls silent and prints":
                self.sheets[job.job_id] += 1
                raise MaybePrintedError(printer)
            case "falls silent and eats":
                raise MaybePrintedError(printer)
            case "dies before it prints":
                raise Killed
            case _:
                self.sheets[job.job_id] += 1
                raise Killed

    def _answer(self, job: PrintJob) -> None:
        came_out = self.sheets[job.job_id] == 1
        answer_doubt(job.job_id, came_out=came_out, simulated=False, spool=self.spool)
        if came_out:
            self.seen.add(job.printer or "")

    def _in(self, *states: PrintState) -> list[PrintJob]:
        return [job for job in self.work.queued_prints() if job.state in states]


TestPrinting = Printing.TestCase
TestPrinting.settings = settings(max_examples=60, stateful_step_count=25)
