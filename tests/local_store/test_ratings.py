"""Citizens' words in the encrypted store: counted by day, refused twice, made anew."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from local_store.home import OpenStore
from station.domain.events import ServiceRated
from station.domain.ratings import RatedAct, Satisfaction
from tests.builders import MONDAY
from tests.local_store.homes import receive

DAY = MONDAY.date()
VERY, NOT = Satisfaction.VERY_SATISFIED, Satisfaction.NOT_SATISFIED


def said(satisfaction: Satisfaction) -> ServiceRated:
    return ServiceRated(act=RatedAct.RECEPTION, satisfaction=satisfaction)


def say(store: OpenStore, dossier_id: UUID, satisfaction: Satisfaction) -> None:
    with store.unit_of_work() as work:
        work.journal.append(
            said(satisfaction),
            dossier_id=dossier_id,
            officer_id="quay3",
            at=MONDAY,
            clock_source="fake",
        )
        work.project(dossier_id)
        work.commit()


def test_a_month_is_counted_by_answer(store: OpenStore) -> None:
    receive(store, and_then=said(VERY))
    receive(store, and_then=said(VERY))
    receive(store, and_then=said(NOT))
    receive(store, days=1, and_then=said(NOT))

    assert store.queries.ratings_between(DAY, DAY) == {VERY: 2, NOT: 1}
    assert store.queries.ratings_between(DAY, DAY + timedelta(1)) == {VERY: 2, NOT: 2}
    assert store.queries.ratings_between(DAY - timedelta(9), DAY - timedelta(1)) == {}


def test_the_store_itself_refuses_a_second_word(store: OpenStore) -> None:
    dossier = receive(store, and_then=said(VERY))

    with pytest.raises(Exception, match="ratings"):
        say(store, dossier.dossier_id, NOT)

    assert store.queries.ratings_between(DAY, DAY) == {VERY: 1}


def test_the_index_is_made_anew_from_the_journal(store: OpenStore) -> None:
    receive(store, and_then=said(VERY))
    assert store.care.check().problems == ()

    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM ratings"))
    assert [problem.code for problem in store.care.check().problems] == ["STO-016"]
    store.care.rebuild()

    assert store.care.check().problems == ()
    assert store.queries.ratings_between(DAY, DAY) == {VERY: 1}
