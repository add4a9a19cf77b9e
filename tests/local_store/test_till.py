"""The till over the encrypted store: the same promises, and an index that can be made anew."""

import pytest
from sqlalchemy import text

from local_store.home import OpenStore
from station.domain.events import FeeCollected
from station.ports.till import Till
from station.usecases.payments import collect
from station.usecases.till import open_shift
from tests.builders import MONDAY
from tests.local_store.homes import AGENCY
from tests.station.money.counter import CASH, FLOAT, acting, owing
from tests.till_contract import NewWork, TillContract, use_book


class TestStoreTill(TillContract):
    @pytest.fixture
    def new_work(self, store: OpenStore) -> NewWork:
        return store.unit_of_work

    @pytest.fixture
    def till(self, store: OpenStore) -> Till:
        return store.till


def test_the_index_is_made_anew_from_the_journal(store: OpenStore) -> None:
    use_book(store.unit_of_work, 1, 5)
    open_shift(FLOAT, acting=acting(store.unit_of_work()))
    with store.unit_of_work() as work:
        work.numbers.take(AGENCY, MONDAY.date())
        work.commit()
    dossier = owing(store.unit_of_work(), 10_000)
    collect(dossier.dossier_id, CASH, tendered_vnd=10_000, acting=acting(store.unit_of_work()))
    before = store.till.open_shift()
    assert store.care.check().problems == ()

    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM till_entries"))
    assert [problem.code for problem in store.care.check().problems] == ["STO-016"]
    store.care.rebuild()

    assert store.care.check().problems == ()
    assert store.till.open_shift() == before


def test_the_store_itself_refuses_a_number_that_was_taken(store: OpenStore) -> None:
    use_book(store.unit_of_work, 1, 5)
    dossier = owing(store.unit_of_work(), 10_000)
    again = FeeCollected(
        method=CASH,
        amount_vnd=10_000,
        tendered_vnd=10_000,
        receipt_series="LP/25E",
        receipt_number=1,
    )

    def take() -> None:
        with store.unit_of_work() as work:
            work.journal.append(
                again,
                dossier_id=dossier.dossier_id,
                officer_id="quay3",
                at=MONDAY,
                clock_source="fake",
            )
            work.commit()

    take()
    with pytest.raises(Exception, match="till_entries"):
        take()
    assert store.till.books()[0].next_number == 2
