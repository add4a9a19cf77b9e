"""An act that was left for a second person is done once, as it was left, or not at all."""

import pytest

from station.domain.acts import ActNotAllowedError
from station.domain.events import Corrected, ResultIssued
from station.domain.processing import ResultPaper
from station.ports.officers import Officer
from station.usecases.answer_approval import (
    NoSuchRequestError,
    RequestOutdatedError,
    refuse,
)
from station.usecases.ask_approval import (
    AskedAlreadyError,
    NoApprovalNeededError,
    ask_to_correct,
)
from station.usecases.correct_dossier import CorrectDossier
from station.usecases.permissions import NotAllowedError
from station.usecases.reception_input import CorrectionInput
from station.usecases.second_person import SelfApprovalError, WrongApproverError
from station.usecases.stated_reasons import NoFewWordsError
from tests.fake_work import FakeWork
from tests.station.approving_counter import (
    AN,
    BINH,
    PAPERS,
    RIGHT,
    WHY,
    People,
    heard,
    leave_correction,
    say_yes,
    with_agency,
)
from tests.station.money.counter import HANH, acting, owing


@pytest.fixture
def work() -> FakeWork:
    return FakeWork()


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
