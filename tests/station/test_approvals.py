"""An act that was left for a second person is done once, as it was left, or not at all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from station.domain.acts import ActNotAllowedError
from station.domain.dossier import Dossier
from station.domain.events import Corrected, DossierForwarded, ResultIssued
from station.domain.events.money import FeeReduction
from station.domain.money.payments import NotVoidableError, RefundTooLargeError
from station.domain.processing import ResultPaper
from station.ports.approvals import AskedApproval
from station.ports.officers import Officer, Role
from station.usecases.answer_approval import (
    Granted,
    NoSuchRequestError,
    RequestOutdatedError,
    grant,
    refuse,
)
from station.usecases.ask_approval import (
    AskedAlreadyError,
    NoApprovalNeededError,
    ask_to_close,
    ask_to_correct,
    ask_to_reduce,
    ask_to_refund,
    ask_to_spoil,
    ask_to_void,
)
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.payments import collect, refund
from station.usecases.permissions import NotAllowedError
from station.usecases.reception_input import CorrectionInput
from station.usecases.second_person import SelfApprovalError, WrongApproverError
from station.usecases.stated_reasons import NoFewWordsError
from station.usecases.till import UnexplainedDifferenceError, close_shift, open_book, open_shift
from tests.builders import MONDAY
from tests.fake_work import FakeWork
from tests.station.money.counter import BY_THE_HEAD, CASH, FLOAT, HANH, acting, owing

BINH = Officer(officer_id="truongbp", display_name="Lê Văn Bình", role=Role.SUPERVISOR)
AN = Officer(officer_id="quay4", display_name="Phạm Thu An", role=Role.COUNTER)
RIGHT = "đúng"
WHY = "người dân báo sai"
PAPERS = (("01", "A5"),)


class People:
    """The accounts of this office; who is left out is closed."""

    def __init__(self, *officers: Officer) -> None:
        self._known = {one.officer_id: one for one in officers}

    def get(self, officer_id: str) -> Officer | None:
        return self._known.get(officer_id)

    def all(self) -> tuple[Officer, ...]:
        return tuple(self._known.values())


@pytest.fixture
def work() -> FakeWork:
    return FakeWork()


def with_agency(work: FakeWork) -> Dossier:
    dossier = owing(work)
    forwarded = DossierForwarded(
        list_number="BG-1", agency=dossier.handling_agency, list_hash="0" * 64
    )
    return heard(work, dossier, forwarded)


def heard(work: FakeWork, dossier: Dossier, event: Any) -> Dossier:
    with work:
        work.journal.append(
            event,
            dossier_id=dossier.dossier_id,
            officer_id="quay3",
            at=MONDAY,
            clock_source="fake",
        )
        after = work.project(dossier.dossier_id)
        work.commit()
    return after


def leave_correction(work: FakeWork, dossier: Dossier, summary: str = "Thửa 12") -> AskedApproval:
    command = CorrectDossier(changes=CorrectionInput(summary=summary), reason=WHY)
    ask_to_correct(
        dossier.dossier_id,
        command,
        acting=acting(work),
        corrected=lambda _: Corrected(summary=summary),
    )
    return work.approvals.waiting()[-1]


def say_yes(
    work: FakeWork,
    request: AskedApproval,
    *,
    by: Officer = BINH,
    password: str = RIGHT,
    people: People | None = None,
) -> Granted:
    return grant(
        request,
        password,
        acting=acting(work, by),
        officers=people or People(HANH, BINH, AN),
        password_opens=lambda _, typed: typed == RIGHT,
        papers=PAPERS,
    )


def test_what_was_left_changes_nothing_until_somebody_confirms_it(work: FakeWork) -> None:
    dossier = with_agency(work)
    request = leave_correction(work, dossier)

    assert work.saved[dossier.dossier_id] == dossier
    assert (request.officer_id, request.asked.waiting["reason"]) == (HANH.officer_id, WHY)
    assert "approval" not in request.asked.waiting


def test_a_confirmed_correction_is_the_officers_act_with_the_supervisors_word(
    work: FakeWork,
) -> None:
    dossier = with_agency(work)
    granted = say_yes(work, leave_correction(work, dossier))

    after = work.saved[dossier.dossier_id]
    done, given = work.entries[-2:]
    assert (after.version, after.summary) == (2, "Thửa 12")
    assert after.corrections[-1].approval is not None
    assert after.corrections[-1].approval.officer_name == BINH.display_name
    assert (done.officer_id, given.officer_id) == (HANH.officer_id, BINH.officer_id)
    assert given.kind == "ApprovalGiven"
    assert granted.asked_by == HANH.display_name
    assert work.jobs == [(dossier.dossier_id, *PAPERS[0])]
    assert work.approvals.waiting() == []


def test_nobody_confirms_what_they_left(work: FakeWork) -> None:
    dossier = with_agency(work)
    ask_to_correct(
        dossier.dossier_id,
        CorrectDossier(changes=CorrectionInput(summary="x"), reason=WHY),
        acting=acting(work, BINH),
        corrected=lambda _: Corrected(summary="x"),
    )
    (request,) = work.approvals.waiting()
    with pytest.raises(SelfApprovalError):
        say_yes(work, request, by=BINH)
    assert work.approvals.waiting() == [request]


@pytest.mark.parametrize(
    ("by", "password", "refused"),
    [(BINH, "sai", WrongApproverError), (AN, RIGHT, NotAllowedError)],
)
def test_it_takes_rank_and_the_right_password(
    work: FakeWork, by: Officer, password: str, refused: type[Exception]
) -> None:
    request = leave_correction(work, with_agency(work))
    with pytest.raises(refused):
        say_yes(work, request, by=by, password=password)
    assert work.approvals.waiting() == [request]


def test_a_request_is_answered_once(work: FakeWork) -> None:
    request = leave_correction(work, with_agency(work))
    say_yes(work, request)
    entries = list(work.entries)
    with pytest.raises(NoSuchRequestError):
        say_yes(work, request)
    with pytest.raises(NoSuchRequestError):
        refuse(request, "không đúng", acting=acting(work, BINH))
    assert work.entries == entries


def test_a_correction_of_what_was_corrected_since_is_not_confirmed(work: FakeWork) -> None:
    dossier = with_agency(work)
    first = leave_correction(work, dossier, "Thửa 12")
    second = leave_correction(work, dossier, "Thửa 13")
    say_yes(work, first)
    with pytest.raises(RequestOutdatedError):
        say_yes(work, second)
    assert work.saved[dossier.dossier_id].summary == "Thửa 12"
    assert work.approvals.waiting() == [second]


def test_a_correction_of_a_dossier_that_is_done_by_now_is_not_confirmed(work: FakeWork) -> None:
    dossier = with_agency(work)
    request = leave_correction(work, dossier)
    heard(work, dossier, ResultIssued(results=(ResultPaper(name="Giấy"),), by="Phòng Kinh tế"))
    with pytest.raises(ActNotAllowedError):
        say_yes(work, request)


def test_what_belongs_to_a_closed_account_is_not_confirmed(work: FakeWork) -> None:
    request = leave_correction(work, with_agency(work))
    with pytest.raises(RequestOutdatedError):
        say_yes(work, request, people=People(BINH))


def test_the_same_is_not_left_twice_and_nothing_needless(work: FakeWork) -> None:
    dossier = with_agency(work)
    leave_correction(work, dossier)
    with pytest.raises(AskedAlreadyError):
        leave_correction(work, dossier)
    with pytest.raises(NoApprovalNeededError):
        leave_correction(work, owing(work, number=301))
    assert len(work.approvals.waiting()) == 1


def test_a_refusal_says_why_and_who_left_it_may_take_it_back(work: FakeWork) -> None:
    dossier = with_agency(work)
    request = leave_correction(work, dossier)
    with pytest.raises(NoFewWordsError):
        refuse(request, " sai ", acting=acting(work, BINH))
    with pytest.raises(NotAllowedError):
        refuse(request, "tôi thấy sai", acting=acting(work, AN))
    refuse(request, "thiếu đơn của dân", acting=acting(work, BINH))
    (answered,) = work.approvals.answered(10)
    assert (answered.officer_id, answered.request) == (BINH.officer_id, request)
    assert work.saved[dossier.dossier_id].version == 1

    again = leave_correction(work, dossier)
    refuse(again, "gửi nhầm hồ sơ", acting=acting(work, HANH))
    assert work.approvals.waiting() == []


class Paid:
    """A counter with an open shift and a dossier whose fee was paid in cash."""

    def __init__(self, work: FakeWork) -> None:
        self.work = work
        open_shift(FLOAT, acting=acting(work))
        dossier = owing(work)
        collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
        self.dossier_id: UUID = dossier.dossier_id

    @property
    def dossier(self) -> Dossier:
        return self.work.saved[self.dossier_id]

    def left(self, ask: Callable[[], object]) -> AskedApproval:
        ask()
        return self.work.approvals.waiting()[-1]

    def void(self) -> AskedApproval:
        return self.left(
            lambda: ask_to_void(self.dossier_id, 1, reason=WHY, acting=acting(self.work))
        )

    def refund(self, amount_vnd: int | None = None) -> AskedApproval:
        return self.left(
            lambda: ask_to_refund(
                self.dossier_id, 1, reason=WHY, amount_vnd=amount_vnd, acting=acting(self.work)
            )
        )


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
