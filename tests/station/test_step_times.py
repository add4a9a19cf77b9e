"""Medians of the steps: of enough receptions by enough officers, or none at all."""

from datetime import date, timedelta

import pytest

from station.domain.step_times import Step, StepTimes, medians
from station.ports.step_times import Measured
from station.usecases.report_steps import StepReport, report_steps
from tests.fakes import FakeStepTimes

TODAY = date(2026, 11, 23)
BIRTH, LAND, MARRIAGE, STAY = "1.004873", "1.012753", "1.004194", "1.004837"


def took(papers: int, **others: int) -> StepTimes:
    return StepTimes(person=20, papers=papers, **others)


@pytest.mark.parametrize(
    ("papers", "median"),
    [
        ([10, 20, 30, 40], None),
        ([50, 10, 30, 20, 40], 30),
        ([10, 20, 30, 40, 50, 600], 40),  # one that somebody took, no mean between two
    ],
)
def test_a_median_is_of_five_receptions_or_more(papers: list[int], median: int | None) -> None:
    found = medians([took(one, money=5) for one in papers])

    assert (found.by_step[Step.PAPERS] if found else None) == median
    if found and median:
        assert (found.total, found.longest) == (20 + median + 5, Step.PAPERS)


def test_the_whole_is_no_sum_of_the_steps() -> None:
    found = medians([StepTimes(person=one, papers=100 - one) for one in (0, 0, 30, 100, 100)])

    assert found is not None
    assert (found.by_step[Step.PERSON], found.by_step[Step.PAPERS], found.total) == (30, 70, 100)


def report(times: FakeStepTimes) -> StepReport:
    return report_steps(TODAY, times)


def received(times: FakeStepTimes, code: str, officers: str, *, days_ago: int = 0) -> None:
    times.officers += [(TODAY - timedelta(days=days_ago), code, one) for one in officers]


def measured(times: FakeStepTimes, code: str, *papers: int, days_ago: int = 0) -> None:
    day = TODAY - timedelta(days=days_ago)
    times.rows += [Measured(code, day, took(one)) for one in papers]


def test_the_last_week_and_the_last_month_end_today() -> None:
    times = FakeStepTimes()
    received(times, BIRTH, "ab", days_ago=6)
    for days_ago, papers in ((6, 10), (7, 40), (29, 50), (30, 900)):
        measured(times, BIRTH, *(papers,) * 5, days_ago=days_ago)

    found = report(times)

    assert (found.recent.receptions, found.whole.receptions) == (5, 15)
    assert found.recent.medians is not None
    assert found.recent.medians.by_step[Step.PAPERS] == 10
    assert found.whole.medians is not None
    assert found.whole.medians.by_step[Step.PAPERS] == 40


def test_what_one_officer_did_alone_is_no_picture_of_the_counter() -> None:
    times = FakeStepTimes()
    received(times, BIRTH, "ab", days_ago=20)
    received(times, BIRTH, "a")
    measured(times, BIRTH, 10, 20, 30, 40, 50)

    found = report(times)

    assert found.recent.medians is None, "one officer alone this week"
    assert found.whole.medians is not None
    assert report_steps(TODAY, times, fewest_officers=1).recent.medians is not None


def test_the_three_longest_are_named_with_the_step_that_costs_most() -> None:
    times = FakeStepTimes()
    for code, officers in ((BIRTH, "ab"), (LAND, "ab"), (MARRIAGE, "a"), (STAY, "bc")):
        received(times, code, officers)
    measured(times, BIRTH, *(60,) * 5)
    measured(times, LAND, *(300,) * 5)
    measured(times, MARRIAGE, *(900,) * 5)  # one officer's alone
    measured(times, STAY, *(800,) * 4)  # too few
    measured(times, "gone", *(700,) * 5)  # nobody received it: nothing says how it is called

    found = report(times)

    assert [(one.procedure_code, one.medians.total, one.costly) for one in found.longest] == [
        (LAND, 320, Step.PAPERS),
        (BIRTH, 80, Step.PAPERS),
    ]
    assert found.longest[0].procedure_name == f"Thủ tục {LAND}"
