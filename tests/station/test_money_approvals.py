"""Money that waits for a second person moves once, out of the drawer that is open then."""

from datetime import timedelta

import pytest

from station.domain.events.money import FeeReduction
from station.domain.money.payments import NotVoidableError, RefundTooLargeError
from station.usecases.answer_approval import (
    RequestOutdatedError,
)
from station.usecases.ask_approval import (
    NoApprovalNeededError,
    ask_to_close,
    ask_to_reduce,
    ask_to_spoil,
)
from station.usecases.payments import collect, reduce, refund
from station.usecases.till import UnexplainedDifferenceError, close_shift, open_book, open_shift
from tests.fake_work import FakeWork
from tests.station.approving_counter import (
    BINH,
    WHY,
    Paid,
    say_yes,
)
from tests.station.money.counter import BY_THE_HEAD, CASH, FLOAT, HANH, acting, owing


@pytest.fixture
def work() -> FakeWork:
    return FakeWork()


def test_a_voided_payment_waits_and_is_done(work: FakeWork) -> None:
    paid = Paid(work)
    request = paid.void()
    assert paid.dossier.paid_vnd == 150_000
    say_yes(work, request)
    assert paid.dossier.paid_vnd == 0
    assert work.entries[-2].officer_id == HANH.officer_id


def test_a_payment_of_a_shift_that_was_closed_since_is_not_voided(work: FakeWork) -> None:
    paid = Paid(work)
    request = paid.void()
    close_shift({**FLOAT, 50_000: 5}, acting=acting(work))
    with pytest.raises(NotVoidableError):
        say_yes(work, request)
    assert work.approvals.waiting() == [request]


def test_money_goes_out_of_the_drawer_that_is_open_when_it_is_confirmed(work: FakeWork) -> None:
    paid = Paid(work)
    request = paid.refund()
    close_shift({**FLOAT, 50_000: 5}, acting=acting(work))
    later = open_shift({**FLOAT, 50_000: 5}, acting=acting(work))
    say_yes(work, request)
    assert work.entries[-2].payload["shift_id"] == str(later.shift_id)


def test_what_was_given_back_since_is_not_given_back_again(work: FakeWork) -> None:
    paid = Paid(work)
    request = paid.refund()
    refund(
        paid.dossier_id,
        1,
        reason=WHY,
        approval=BY_THE_HEAD,
        acting=acting(work),
        amount_vnd=50_000,
    )
    with pytest.raises(RefundTooLargeError):
        say_yes(work, request)


def test_what_was_done_at_the_counter_meanwhile_is_not_done_once_more(work: FakeWork) -> None:
    """A part is given back with a supervisor at the counter; the same part waits still."""
    paid = Paid(work)
    request = paid.refund(50_000)
    refund(
        paid.dossier_id,
        1,
        reason=WHY,
        approval=BY_THE_HEAD,
        acting=acting(work),
        amount_vnd=50_000,
    )
    with pytest.raises(RequestOutdatedError):
        say_yes(work, request)
    assert paid.dossier.payments[0].refunded_vnd == 50_000

    less = [FeeReduction(line=1, amount_vnd=10_000)]
    other = owing(work, number=301)
    ask_to_reduce(other.dossier_id, less, reason=WHY, legal_basis=None, acting=acting(work))
    reduce(other.dossier_id, less, reason=WHY, approval=BY_THE_HEAD, acting=acting(work))
    with pytest.raises(RequestOutdatedError):
        say_yes(work, work.approvals.waiting()[-1])
    assert work.saved[other.dossier_id].owed_vnd == 140_000


def test_more_than_was_paid_is_not_even_left(work: FakeWork) -> None:
    paid = Paid(work)
    with pytest.raises(RefundTooLargeError):
        paid.refund(150_001)
    assert work.approvals.waiting() == []


def test_a_reduction_waits_and_is_done(work: FakeWork) -> None:
    dossier = owing(work)
    ask_to_reduce(
        dossier.dossier_id,
        [FeeReduction(line=1, amount_vnd=30_000)],
        reason=WHY,
        legal_basis=None,
        acting=acting(work),
    )
    (request,) = work.approvals.waiting()
    say_yes(work, request)
    assert work.saved[dossier.dossier_id].owed_vnd == 120_000


def test_the_sheet_that_was_shown_is_given_up_and_no_other(work: FakeWork) -> None:
    open_book(series="ab", template="01BLP2-001", book="12", first=1, last=50, acting=acting(work))
    ask_to_spoil(reason="rách mép giấy", series=None, acting=acting(work))
    (request,) = work.approvals.waiting()
    dossier = owing(work)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))  # takes sheet 1
    with pytest.raises(RequestOutdatedError):
        say_yes(work, request)


SHORT = {**FLOAT, 50_000: 4}
"""50.000 đ less than must be there."""


def test_a_count_that_differs_waits_with_its_shift_open(work: FakeWork) -> None:
    Paid(work)
    with pytest.raises(UnexplainedDifferenceError):
        ask_to_close(SHORT, difference_reason=None, acting=acting(work))
    with pytest.raises(NoApprovalNeededError):
        ask_to_close({**FLOAT, 50_000: 5}, difference_reason=None, acting=acting(work))
    ask_to_close(SHORT, difference_reason="trả nhầm tiền thừa", acting=acting(work))
    (request,) = work.approvals.waiting()
    assert work.till.open_shift() is not None
    say_yes(work, request)
    closed = work.till.last_closed()
    assert closed is not None
    assert closed.closing is not None
    assert closed.closing.difference_vnd == -50_000
    assert closed.closing.officer_name == HANH.display_name
    assert closed.closing.approval is not None
    assert closed.closing.approval.officer_name == BINH.display_name


def test_a_count_from_before_more_money_came_is_not_confirmed(work: FakeWork) -> None:
    Paid(work)
    ask_to_close(SHORT, difference_reason="trả nhầm tiền thừa", acting=acting(work))
    (request,) = work.approvals.waiting()
    other = owing(work, number=301)
    collect(other.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
    with pytest.raises(RequestOutdatedError):
        say_yes(work, request)
    assert work.till.open_shift() is not None


def test_the_longest_waits_first(work: FakeWork) -> None:
    paid = Paid(work)
    first, second = paid.refund(10_000), paid.refund(20_000)
    assert work.approvals.waiting() == [first, second]
    assert timedelta(0) <= second.at - first.at
