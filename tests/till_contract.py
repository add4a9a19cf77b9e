"""What every till promises, whether read from the store's index or from a list of entries."""

from collections.abc import Callable

import pytest

from station.domain.money.collecting import collection
from station.ports.store import UnitOfWork
from station.ports.till import Till
from station.usecases.payments import collect, refund
from station.usecases.till import close_shift, open_book, open_shift, spoil_receipt
from tests.builders import MONDAY
from tests.station.money.counter import BY_THE_HEAD, CASH, FLOAT, TRANSFER, acting, owing

NewWork = Callable[[], UnitOfWork]


def use_book(new_work: NewWork, first: int, last: int) -> None:
    open_book(
        series="LP/25E",
        template="01BLP",
        book="12",
        first=first,
        last=last,
        acting=acting(new_work()),
    )


class TillContract:
    """Subclasses give units of work and the till that reads what they committed."""

    @pytest.fixture
    def new_work(self) -> NewWork:
        raise NotImplementedError

    @pytest.fixture
    def till(self, new_work: NewWork) -> Till:
        raise NotImplementedError

    def test_an_unused_till_is_closed_and_empty(self, till: Till) -> None:
        assert (till.open_shift(), till.open_shift_id(), till.last_closed()) == (None, None, None)
        assert (till.outside_vnd(), list(till.books()), list(till.awaited())) == (0, [], [])

    def test_a_shift_is_open_until_it_is_closed(self, new_work: NewWork, till: Till) -> None:
        opened = open_shift(FLOAT, acting=acting(new_work()))
        assert till.open_shift() == opened
        assert till.open_shift_id() == opened.shift_id

        closed = close_shift(FLOAT, acting=acting(new_work()))
        assert till.open_shift_id() is None
        assert till.last_closed() == closed

    def test_money_is_in_the_shift_that_was_open(self, new_work: NewWork, till: Till) -> None:
        before = owing(new_work(), 20_000)
        collect(before.dossier_id, CASH, tendered_vnd=20_000, acting=acting(new_work()))
        assert till.outside_vnd() == 20_000
        open_shift(FLOAT, acting=acting(new_work()))
        during = owing(new_work(), 30_000, number=301)
        collect(during.dossier_id, CASH, tendered_vnd=30_000, acting=acting(new_work()))
        shift = till.open_shift()

        assert shift is not None
        assert shift.expected_vnd == 530_000
        assert [one.dossier_id for one in shift.collected] == [during.dossier_id]
        close_shift({**FLOAT, 20_000: 1, 10_000: 1}, acting=acting(new_work()))
        assert till.outside_vnd() == 0
        refund(
            during.dossier_id,
            1,
            reason="Thu thừa",
            approval=BY_THE_HEAD,
            acting=acting(new_work()),
        )
        assert till.outside_vnd() == -30_000

    def test_the_next_number_follows_every_one_that_was_taken(
        self, new_work: NewWork, till: Till
    ) -> None:
        use_book(new_work, 1, 2)
        use_book(new_work, 3, 9)
        dossier = owing(new_work(), 10_000)
        collect(dossier.dossier_id, CASH, tendered_vnd=10_000, acting=acting(new_work()))
        spoil_receipt(reason="Rách khi xé", approval=BY_THE_HEAD, acting=acting(new_work()))
        spoil_receipt(reason="Rách khi xé", approval=BY_THE_HEAD, acting=acting(new_work()))

        assert [(book.first, book.next_number, book.left) for book in till.books()] == [
            (1, 3, 0),
            (3, 4, 6),
        ]

    def test_what_is_rolled_back_takes_no_number(self, new_work: NewWork, till: Till) -> None:
        use_book(new_work, 1, 5)
        dossier = owing(new_work(), 10_000)

        with new_work() as work:  # left without a commit
            event, _ = collection(CASH, 10_000, 10_000, shift_id=None, books=work.till.books())
            assert event is not None
            work.journal.append(
                event,
                dossier_id=dossier.dossier_id,
                officer_id="quay3",
                at=MONDAY,
                clock_source="fake",
            )
            assert work.till.books()[0].next_number == 2
        came = collect(dossier.dossier_id, CASH, tendered_vnd=10_000, acting=acting(new_work()))

        assert came.dossier.payments[0].receipt_number == 1

    def test_what_is_awaited_is_named_until_it_comes(self, new_work: NewWork, till: Till) -> None:
        dossier = owing(new_work(), 40_000)
        collect(dossier.dossier_id, TRANSFER, acting=acting(new_work()))
        (awaited,) = till.awaited()

        assert awaited.dossier_code == dossier.code
        assert (awaited.payment, awaited.method, awaited.amount_vnd) == (1, TRANSFER, 40_000)
