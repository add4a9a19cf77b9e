"""A citizen's word: on the right dossier, once for each act, and readable from the facts."""

import pytest

from station.domain.history import fold
from station.domain.ratings import RatedAct, Satisfaction
from station.ports.officers import Officer, Role
from station.usecases.permissions import NotAllowedError
from station.usecases.rate_service import AlreadyRatedError, NothingToRateError, rate_service
from tests.builders import a_chain
from tests.fake_work import FakeWork
from tests.life_samples import LIVES
from tests.station.money.counter import acting, kept, owing

CONTENT, NOT = Satisfaction.SATISFIED, Satisfaction.NOT_SATISFIED


def test_the_word_belongs_to_its_dossier_and_to_no_other() -> None:
    work = FakeWork()
    earlier, later = owing(work, number=300), owing(work, number=301)

    rate_service(earlier.dossier_id, RatedAct.RECEPTION, CONTENT, acting=acting(work))

    (rating,) = kept(work, earlier.dossier_id).ratings
    assert (rating.act, rating.satisfaction) == (RatedAct.RECEPTION, CONTENT)
    assert kept(work, later.dossier_id).ratings == ()


def test_an_act_is_rated_once_and_the_first_word_stands() -> None:
    work = FakeWork()
    dossier = owing(work)
    rate_service(dossier.dossier_id, RatedAct.RECEPTION, CONTENT, acting=acting(work))

    with pytest.raises(AlreadyRatedError):
        rate_service(dossier.dossier_id, RatedAct.RECEPTION, NOT, acting=acting(work))

    (rating,) = kept(work, dossier.dossier_id).ratings
    assert rating.satisfaction is CONTENT


def test_a_return_that_was_not_made_cannot_be_rated() -> None:
    work = FakeWork()
    dossier = owing(work)

    with pytest.raises(NothingToRateError):
        rate_service(dossier.dossier_id, RatedAct.RETURN, CONTENT, acting=acting(work))


def test_who_may_not_work_on_dossiers_writes_no_word_down() -> None:
    work = FakeWork()
    dossier = owing(work)
    admin = Officer(officer_id="admin", display_name="Quản trị", role=Role.ADMINISTRATOR)

    with pytest.raises(NotAllowedError):
        rate_service(dossier.dossier_id, RatedAct.RECEPTION, NOT, acting=acting(work, admin))


def test_reception_and_return_are_rated_each_on_its_own() -> None:
    dossier = fold(a_chain(*LIVES["rated"]))

    assert [rating.act for rating in dossier.ratings] == [RatedAct.RECEPTION, RatedAct.RETURN]
    assert dossier.status.value == "returned"
