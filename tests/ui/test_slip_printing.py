from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from station.domain.dossier import Dossier, DossierStatus, Payment, PaymentMethod
from station.domain.history import fold
from station.domain.processing import SlipPrint
from station.domain.spool import PrintState
from station.ports.print_jobs import PrintJob
from station.ports.printers import OutOfPaperError
from station.usecases.print_papers import Printed as PrintedPaper
from station.usecases.receive_dossier import Reception
from tests.builders import MONDAY, a_chain, a_reception
from tests.ui.fake_tasks import Later
from ui.desktop.reception.slip_printing import SlipPrinting
from ui.desktop.reception.view_model import HeldPaper, LastSlip, Printed

DOSSIER = fold(a_chain(a_reception()))
RECEPTION = Reception(dossier=DOSSIER, print_jobs=(1,))
JOB = PrintJob(
    job_id=1,
    dossier_id=DOSSIER.dossier_id,
    form="01",
    paper="a5",
    queued_at=MONDAY,
    state=PrintState.QUEUED,
)

HELD = HeldPaper(job_id=1, dossier_code=DOSSIER.code, printer="HP", elsewhere=True)


@dataclass
class FakePrinting:
    """A desk whose printer has paper, or not; and the page that shows the slip."""

    has_paper: bool = True
    asked: list[str] = field(default_factory=list)
    slip: LastSlip | None = None
    settled: int = 0
    doubtful: bool = False
    accepted: Dossier = DOSSIER

    def print_waiting(self) -> Sequence[PrintedPaper]:
        self.asked.append("waiting")
        if self.doubtful:
            return self.doubts()
        error = None if self.has_paper else OutOfPaperError("HP")
        return [PrintedPaper(job=JOB, printer="HP", error=error)]

    def print_again(
        self, code: str, *, form: str, paper: str, reason: str = ""
    ) -> Sequence[PrintedPaper]:
        self.asked.append(f"again {form} {paper}")
        return [PrintedPaper(job=JOB, printer="HP", error=None)]

    def doubts(self) -> Sequence[PrintedPaper]:
        return [PrintedPaper(job=JOB, printer="TM", error=None, doubtful=True)] * self.doubtful

    def answer_doubt(self, job_id: int, *, came_out: bool) -> Sequence[PrintedPaper]:
        self.asked.append(f"job {job_id} came out: {came_out}")
        self.doubtful = not came_out
        return self.doubts() or [PrintedPaper(job=JOB, printer="TM", error=None)]

    def waiting(self) -> Sequence[PrintJob]:
        return [JOB] * (self.doubtful or not self.has_paper)

    def print_elsewhere(self, job_id: int) -> Sequence[PrintedPaper]:
        self.asked.append(f"job {job_id} elsewhere")
        return [PrintedPaper(job=replace(JOB, job_id=2), printer="TM", error=None)]

    def dossier(self, code: str) -> Dossier:
        return self.accepted

    def dossier_of(self, job: PrintJob) -> Dossier:
        return DOSSIER

    def has_other_way(self, job: PrintJob) -> bool:
        return job.form == "01"

    def show_last_slip(self, slip: LastSlip | None) -> None:
        self.slip = slip

    def settle(self) -> None:
        self.settled += 1


def a_printing(desk: FakePrinting) -> tuple[SlipPrinting, Later]:
    printer = Later()
    slips = SlipPrinting(
        desk,
        desk=desk,
        printer=printer,
        reader=printer,
        dossier=desk.dossier,
        slip_paper="a5",
        simulated=True,
        settled=desk.settle,
        language="vi",
    )
    return slips, printer


def test_accepted_is_shown_before_printed() -> None:
    desk = FakePrinting()
    slips, printer = a_printing(desk)

    slips.print_papers_of(RECEPTION)
    assert desk.slip == LastSlip(
        code=DOSSIER.code, due_at=DOSSIER.promised_at, printed=Printed.PRINTING, simulated=True
    )

    printer.do()
    assert desk.slip is not None
    assert desk.slip.printed is Printed.DONE
    assert desk.settled == 1


def test_what_the_citizen_gets_back_is_told_with_the_slip() -> None:
    """The page is empty for the next citizen before the money is counted out."""
    assert DOSSIER.received_at is not None
    paid = Payment(
        method=PaymentMethod.CASH,
        amount_vnd=50_000,
        tendered_vnd=200_000,
        collected_at=DOSSIER.received_at,
    )
    desk = FakePrinting()
    slips, printer = a_printing(desk)

    slips.print_papers_of(Reception(dossier=replace(DOSSIER, payments=(paid,)), print_jobs=(1,)))
    printer.do()
    assert desk.slip is not None
    assert (desk.slip.printed, desk.slip.change_vnd) == (Printed.DONE, 150_000)


def test_what_is_answered_at_once_owes_no_slip_and_the_key_prints_one_that_is_wanted() -> None:
    at_once = replace(DOSSIER, immediate=True, due_at=DOSSIER.received_at)
    desk = FakePrinting()
    slips, printer = a_printing(desk)

    slips.print_papers_of(Reception(dossier=at_once, print_jobs=()))
    assert desk.slip is not None
    assert desk.slip.printed is Printed.NOT_OWED
    assert desk.asked == []

    slips.print_again()
    printer.do()
    assert desk.asked == ["again 01 a5"]
    assert replace(desk.slip, printed=Printed.DONE) == desk.slip


def test_the_result_is_offered_at_once_until_it_was_given() -> None:
    at_once = replace(DOSSIER, immediate=True, due_at=DOSSIER.received_at)
    desk = FakePrinting(accepted=at_once)
    slips, printer = a_printing(desk)
    slips.print_papers_of(Reception(dossier=at_once, print_jobs=()))
    slips.look()
    printer.do()
    assert desk.slip is not None
    assert desk.slip.at_once

    desk.accepted = replace(at_once, status=DossierStatus.RETURNED)
    slips.look()
    printer.do()
    assert desk.slip == LastSlip(
        code=DOSSIER.code, due_at=at_once.promised_at, printed=Printed.NOT_OWED, simulated=True
    )


def test_a_slip_that_did_not_come_out_says_why_and_the_key_tries_again() -> None:
    desk = FakePrinting(has_paper=False)
    slips, printer = a_printing(desk)
    slips.print_papers_of(RECEPTION)
    printer.do()
    assert desk.slip is not None
    assert desk.slip.printed is Printed.FAILED
    assert "(DEV-022)" in desk.slip.problem
    before = desk.slip
    assert before.held == HELD

    desk.has_paper = True
    slips.print_again()
    printer.do()

    assert desk.asked == ["waiting", "waiting"]
    assert desk.slip == replace(before, printed=Printed.DONE, problem="", held=None)


def test_a_slip_that_did_not_come_out_comes_out_elsewhere() -> None:
    desk = FakePrinting(has_paper=False)
    slips, printer = a_printing(desk)
    slips.print_elsewhere()
    slips.print_papers_of(RECEPTION)
    printer.do()

    slips.answer(came_out=True)
    slips.print_elsewhere()
    printer.do()

    assert desk.asked == ["waiting", "job 1 elsewhere"]
    assert desk.slip is not None
    assert desk.slip.printed is Printed.DONE


def test_of_a_paper_in_doubt_the_officer_is_asked_and_no_key_prints_it_again() -> None:
    desk = FakePrinting(doubtful=True)
    slips, printer = a_printing(desk)
    slips.print_papers_of(RECEPTION)
    printer.do()
    assert desk.slip is not None
    assert (desk.slip.printed, desk.slip.held) == (Printed.DOUBTFUL, replace(HELD, printer="TM"))

    slips.print_again()
    slips.print_elsewhere()
    assert printer.waiting == 0
    slips.answer(came_out=False)
    printer.do()
    still = desk.slip
    assert still.printed is Printed.DOUBTFUL
    slips.answer(came_out=True)
    slips.answer(came_out=True)
    printer.do()

    assert desk.asked == ["waiting", "job 1 came out: False", "job 1 came out: True"]
    assert desk.slip == replace(still, printed=Printed.DONE, held=None)


def test_what_an_earlier_session_left_in_doubt_is_asked_for_at_the_beginning() -> None:
    desk = FakePrinting(doubtful=True)
    slips, printer = a_printing(desk)

    slips.look()
    printer.do()

    assert desk.slip is not None
    assert (desk.slip.code, desk.slip.printed) == (DOSSIER.code, Printed.DOUBTFUL)
    assert desk.asked == []


@pytest.mark.parametrize(("has_paper", "printed"), [(True, Printed.DONE), (False, Printed.FAILED)])
def test_a_doubt_that_was_answered_on_another_page_is_asked_no_more(
    has_paper: bool, printed: Printed
) -> None:
    desk = FakePrinting(doubtful=True)
    slips, printer = a_printing(desk)
    slips.look()
    printer.do()
    slips.look()
    printer.do()
    assert desk.slip is not None
    assert desk.slip.printed is Printed.DOUBTFUL

    desk.doubtful, desk.has_paper = False, has_paper
    slips.look()
    printer.do()

    assert (desk.slip.printed, desk.slip.held) == (printed, None)


def test_a_slip_that_came_out_is_printed_once_more_as_a_reprint() -> None:
    desk = FakePrinting()
    slips, printer = a_printing(desk)
    slips.print_papers_of(RECEPTION)
    printer.do()

    slips.print_again()
    slips.print_again()
    printer.do()

    assert desk.asked == ["waiting", "again 01 a5"]


def test_without_a_slip_there_is_nothing_to_print_again() -> None:
    desk = FakePrinting()
    slips, printer = a_printing(desk)

    slips.print_again()

    assert printer.waiting == 0
    assert slips.last is None


def test_the_newest_dossier_is_the_one_that_is_shown() -> None:
    desk = FakePrinting()
    slips, printer = a_printing(desk)
    newer = fold(a_chain(a_reception(dossier_code="000.00.17.H25-261123-0301")))
    slips.print_papers_of(RECEPTION)
    slips.print_papers_of(Reception(dossier=newer, print_jobs=(2,)))

    printer.do()

    assert desk.slip is not None
    assert desk.slip.code == newer.code


def test_another_officers_page_shows_nothing_of_it() -> None:
    desk = FakePrinting()
    slips, printer = a_printing(desk)
    slips.print_papers_of(RECEPTION)
    before = desk.slip

    slips.close()
    printer.do()

    assert desk.slip == before
    assert desk.settled == 0
    assert desk.asked == ["waiting"]


ONCE = SlipPrint(
    form="01", paper="a5", printer="HP", simulated=False, at=MONDAY, officer_id="quay3"
)
PRINTED = replace(DOSSIER, prints=(ONCE,))


@pytest.mark.parametrize(
    ("accepted", "has_paper", "printed"),
    [
        (PRINTED, True, Printed.DONE),
        (PRINTED, False, Printed.FAILED),
        (DOSSIER, True, Printed.NOT_OWED),
    ],
)
def test_after_a_power_cut_the_last_slip_is_shown_again(
    accepted: Dossier, has_paper: bool, printed: Printed
) -> None:
    before, _ = a_printing(FakePrinting())
    before.print_papers_of(RECEPTION)
    desk = FakePrinting(has_paper=has_paper, accepted=accepted)
    slips, tasks = a_printing(desk)

    slips.come_back(before.left())
    tasks.do()

    assert desk.slip is not None
    assert (desk.slip.code, desk.slip.printed) == (DOSSIER.code, printed)
    assert slips.left() == before.left()


def test_after_a_power_cut_a_paper_in_doubt_is_asked_for_before_the_last_slip_is_shown() -> None:
    desk = FakePrinting(doubtful=True, accepted=PRINTED)
    slips, tasks = a_printing(desk)

    slips.come_back({"code": DOSSIER.code})
    slips.look()
    tasks.do()

    assert desk.slip is not None
    assert desk.slip.printed is Printed.DOUBTFUL
