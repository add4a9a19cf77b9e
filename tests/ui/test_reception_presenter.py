"""A dossier is accepted once, whole or on a lawful ground, or not at all with its reason."""

from datetime import datetime

from station.domain.acceptance import LawfulGround
from station.domain.journal import VIETNAM
from station.domain.numbers import NumberRange
from station.ports.documents import CannotUseFileError
from tests.ui.reception_counter import AtCounter
from ui.desktop.reception.view_model import ApplicantField, Blocker

NAME = ApplicantField.NAME


def test_a_whole_dossier_is_received_and_the_page_is_empty_again() -> None:
    counter = AtCounter()
    counter.fill()
    assert counter.page.readiness.blocks == ()

    counter.accept()

    (reception,) = counter.received
    dossier = reception.dossier
    assert dossier.code == "000.00.17.H25-261123-0300"
    assert dossier.submitter.name == "Nguyễn Thị Ánh Tuyết"
    assert dossier.missing == ()
    assert [payment.change_vnd for payment in dossier.payments] == [5_000]
    assert dossier.due_at == datetime(2026, 11, 27, 16, 30, tzinfo=VIETNAM)
    assert counter.page.applicant.of(NAME).text == ""
    assert counter.page.procedure.chosen is None
    assert counter.page.fresh[-1] is True


def test_the_key_pressed_twice_receives_once() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.on_accept()
    assert counter.page.readiness.accepting
    counter.presenter.on_accept()
    counter.store_worker.do()
    counter.accept()

    assert len(counter.received) == 1
    assert len(counter.desk.given) == 1


def test_a_refused_dossier_stays_with_its_reason_and_may_be_tried_again() -> None:
    counter = AtCounter()
    counter.fill()
    counter.desk.fails_with = CannotUseFileError("gone")

    counter.accept()

    assert counter.received == []
    assert counter.page.problem is not None
    assert counter.page.problem.sentence.endswith("(FIL-001)")
    assert counter.page.applicant.of(NAME).text == "Nguyễn Thị Ánh Tuyết"
    counter.desk.fails_with = None
    counter.accept()
    assert len(counter.received) == 1
    assert counter.page.problem is None


def test_everything_that_is_missing_is_named_at_once() -> None:
    counter = AtCounter()

    assert counter.page.blockers == {Blocker.NO_NAME, Blocker.NO_PROCEDURE}
    counter.choose_procedure()

    assert counter.page.blockers == {
        Blocker.NO_NAME,
        Blocker.MISSING_PAPERS,
        Blocker.TOO_LITTLE_MONEY,
    }
    missing = next(b for b in counter.page.readiness.blocks if b.papers)
    assert missing.papers == ((1, "Tờ khai"), (3, "Giấy tờ tùy thân"))
    counter.accept()
    assert counter.desk.given == []


def test_a_lawful_ground_opens_an_incomplete_dossier_and_is_kept() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.papers.on_paper_ticked("row-3")
    assert counter.page.blockers == {Blocker.MISSING_PAPERS}
    assert [ground.value for ground in counter.page.grounds] == list(LawfulGround)

    counter.presenter.money.on_ground_chosen(LawfulGround.HELD_BY_STATE.value)
    assert "309/2026" in (counter.page.readiness.ground or "")
    counter.accept()

    assert counter.received[0].dossier.accepted_despite_missing == "held_by_state"


def test_a_ground_that_is_no_longer_needed_is_not_written_down() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.money.on_ground_chosen(LawfulGround.INACCURATE.value)

    counter.accept()

    assert counter.received[0].dossier.accepted_despite_missing is None


def test_without_numbers_nothing_is_received() -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.on_numbers_left(0)

    assert counter.page.blockers == {Blocker.NO_NUMBERS}
    counter.accept()
    assert counter.desk.given == []


def test_the_store_has_the_last_word_about_numbers() -> None:
    counter = AtCounter(numbers=[NumberRange(first=300, last=300)])
    counter.fill()
    counter.accept()
    counter.fill()
    counter.presenter.duplicates.on_reason_edited("nộp lại")

    counter.accept()

    assert len(counter.received) == 1
    assert counter.page.problem is not None
    assert "(NUM-001)" in counter.page.problem.sentence
