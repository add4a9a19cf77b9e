"""The clock of a draft: what it counts, for which step, and when it stands."""

from collections.abc import Sequence

import pytest

from station.domain.dossier import PaymentMethod
from station.domain.step_times import Step, StepTimes
from station.ports.step_times import Measured
from tests.builders import MONDAY, a_procedure
from tests.ui.reception_counter import CARD, AtCounter
from ui.desktop.reception.step_clock import IDLE_S, StepClock
from ui.desktop.reception.view_model import ApplicantField

PERSON, PROCEDURE, MONEY, PAPERS = Step.PERSON, Step.PROCEDURE, Step.MONEY, Step.PAPERS
LOOK_S = 0.25


class Work:
    """One draft in front of somebody who changes its parts."""

    def __init__(self, *, runs: bool = True) -> None:
        self.clock = StepClock(runs=runs)
        self.at = 1_000.0
        self.parts = dict.fromkeys((PERSON, PROCEDURE, MONEY, PAPERS), 0)
        self.look()

    def look(self) -> None:
        self.clock.look(tuple(self.parts.items()), self.at)

    def wait(self, seconds: float) -> None:
        for _ in range(int(seconds / LOOK_S)):
            self.at += LOOK_S
            self.look()

    def change(self, *steps: Step) -> None:
        for step in steps:
            self.parts[step] += 1
        self.look()


@pytest.mark.parametrize(
    ("deeds", "took"),
    [
        ([], None),
        ([30], None),  # nobody has come
        ([30, PERSON], StepTimes()),
        ([PERSON, 12, PERSON, 8, PROCEDURE], StepTimes(person=12, procedure=8)),
        # in any order, and back again
        (
            [PROCEDURE, 5, PERSON, 7, PAPERS, 11, PERSON, 3],
            StepTimes(person=16, papers=7, acceptance=3),
        ),
        # a procedure brings its papers and fees, an exemption the paper that proves it
        ([PERSON, 9, (PROCEDURE, MONEY, PAPERS)], StepTimes(procedure=9)),
        ([PERSON, 9, (PAPERS, MONEY)], StepTimes(money=9)),
        # the officer went away: a minute is the most, once for each pause
        ([PERSON, 3_600, PAPERS, 90], StepTimes(papers=60, acceptance=60)),
    ],
)
def test_time_is_counted_for_the_step_that_was_changed(
    deeds: Sequence[float | Step | tuple[Step, ...]], took: StepTimes | None
) -> None:
    work = Work()

    for deed in deeds:
        if isinstance(deed, Step):
            work.change(deed)
        elif isinstance(deed, tuple):
            work.change(*deed)
        else:
            work.wait(deed)

    assert work.clock.took() == took
    assert IDLE_S == 60


def test_while_another_page_or_the_lock_is_in_front_the_clock_stands() -> None:
    work = Work()
    work.change(PERSON)
    work.wait(10)

    work.clock.pause()
    work.at += 500
    work.look()
    work.wait(5)
    work.change(PAPERS)

    assert work.clock.took() == StepTimes(papers=15)


def test_a_computer_that_slept_did_not_work() -> None:
    work = Work()
    work.change(PERSON)

    work.at += 4_000
    work.look()
    work.change(PAPERS)

    assert work.clock.took() == StepTimes(papers=1)


def test_of_a_draft_whose_beginning_nobody_counted_nothing_is_told() -> None:
    work = Work(runs=False)
    work.change(PERSON)
    work.wait(10)

    assert work.clock.took() is None


def test_each_zone_of_the_page_is_a_step() -> None:
    counter = AtCounter()
    at = 0.0

    def look(seconds: int = 0) -> None:
        nonlocal at
        for _ in range(4 * seconds + 1):
            counter.drafts.count_time(at, worked_on=True)
            at += LOOK_S

    look()
    counter.presenter.people.on_card_text(CARD)
    look(4)
    counter.choose_procedure()
    look(20)
    for key in ("row-1", "row-3"):
        counter.presenter.papers.on_paper_ticked(key)
    look(6)
    counter.presenter.money.on_payment_chosen(PaymentMethod.TRANSFER)
    look(2)
    counter.accept()

    (row,) = counter.desk.work.step_times.rows
    code = a_procedure().code
    took = StepTimes(procedure=4, papers=20, money=6, acceptance=2)
    assert row == Measured(code, MONDAY.date(), took)


def test_the_draft_in_front_is_worked_on_and_no_other() -> None:
    counter = AtCounter()
    counter.drafts.count_time(0, worked_on=True)
    counter.presenter.people.on_card_text(CARD)
    counter.drafts.count_time(0.25, worked_on=True)
    counter.presenter.on_new()
    for second in range(1, 40):
        counter.drafts.count_time(second, worked_on=True)
    counter.presenter.on_draft_chosen(0)
    counter.fill()
    counter.drafts.count_time(41, worked_on=True)

    counter.accept()

    assert [row.times.total for row in counter.desk.work.step_times.rows] == [0]


def test_of_a_draft_that_came_back_nobody_knows_what_it_took() -> None:
    before = AtCounter()
    before.fill()
    before.presenter.keeping.keep()
    before.store_worker.do()
    counter = AtCounter(a_procedure(), work=before.desk.work)
    counter.drafts.count_time(0, worked_on=True)
    counter.presenter.people.on_applicant_edited(ApplicantField.PHONE, "0912345678")
    counter.drafts.count_time(1, worked_on=True)

    counter.accept()

    assert len(counter.received) == 1
    assert counter.desk.work.step_times.rows == []
