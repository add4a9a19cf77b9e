"""What waits for a second person in the encrypted store: found, answered once, made anew."""

import pytest
from sqlalchemy import text

from local_store.home import OpenStore
from station.domain.dossier import PaymentMethod
from station.domain.events import ApprovalRefused, Event, FeeCollected
from station.domain.events.money import FeeReduction
from station.usecases.answer_approval import NoSuchRequestError, grant, refuse
from station.usecases.ask_approval import ask_to_close, ask_to_reduce, ask_to_refund
from station.usecases.till import open_shift
from tests.builders import MONDAY
from tests.local_store.homes import receive
from tests.station.approving_counter import BINH, RIGHT, People
from tests.station.money.counter import FLOAT, HANH, acting, fee

PAID = FeeCollected(method=PaymentMethod.CASH, amount_vnd=15_000, tendered_vnd=15_000)


def leave(store: OpenStore) -> None:
    dossier = receive(store, and_then=PAID)
    ask_to_refund(
        dossier.dossier_id,
        1,
        reason="thu nhầm người",
        amount_vnd=None,
        acting=acting(store.unit_of_work(), HANH),
    )


def test_what_waits_is_found_the_longest_first_and_what_was_answered_last_first(
    store: OpenStore,
) -> None:
    for _ in range(3):
        leave(store)
    first, second, third = store.approvals.waiting()
    assert first.at <= second.at <= third.at
    assert store.approvals.waiting_one(second.asked.request_id) == second

    for one in (second, first):
        refuse(one, "hỏi lại người dân", acting=acting(store.unit_of_work(), BINH))

    assert store.approvals.waiting() == [third]
    assert store.approvals.waiting_one(second.asked.request_id) is None
    assert [one.request for one in store.approvals.answered(10)] == [first, second]
    assert [one.request for one in store.approvals.answered(1)] == [first]
    with pytest.raises(NoSuchRequestError):
        refuse(first, "hỏi lại người dân", acting=acting(store.unit_of_work(), BINH))


def test_the_store_itself_refuses_a_second_answer(store: OpenStore) -> None:
    leave(store)
    (request,) = store.approvals.waiting()
    answer: Event = ApprovalRefused(
        request_id=request.asked.request_id, officer_name="Bình", reason="hỏi lại"
    )

    def say() -> None:
        with store.unit_of_work() as work:
            work.journal.append(
                answer,
                dossier_id=request.dossier_id,
                officer_id="truongbp",
                at=MONDAY,
                clock_source="fake",
            )
            work.commit()

    say()
    with pytest.raises(Exception, match="approvals"):
        say()


def test_the_index_is_made_anew_from_the_journal(store: OpenStore) -> None:
    leave(store)
    waiting = store.approvals.waiting()
    assert store.care.check().problems == ()

    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM approvals"))
    assert store.approvals.waiting() == []
    assert [problem.code for problem in store.care.check().problems] == ["STO-016"]
    store.care.rebuild()

    assert store.care.check().problems == ()
    assert store.approvals.waiting() == waiting


def test_lists_that_came_back_from_the_journal_are_as_they_were_left(store: OpenStore) -> None:
    """A count, and the fees that are brought down: lists within the fact that waits."""
    open_shift(FLOAT, acting=acting(store.unit_of_work()))
    dossier = receive(store, fees=(fee(150_000),))
    less = [FeeReduction(line=1, amount_vnd=30_000)]
    ask_to_reduce(
        dossier.dossier_id,
        less,
        reason="thủ tục rẻ hơn",
        legal_basis=None,
        acting=acting(store.unit_of_work()),
    )
    ask_to_close(
        {100_000: 4, 50_000: 1},
        difference_reason="trả nhầm tiền thừa",
        acting=acting(store.unit_of_work()),
    )
    for request in store.approvals.waiting():
        grant(
            request,
            RIGHT,
            acting=acting(store.unit_of_work(), BINH),
            officers=People(HANH, BINH),
            password_opens=lambda _, typed: typed == RIGHT,
        )

    assert store.queries.dossier(dossier.dossier_id).owed_vnd == 120_000
    assert store.till.open_shift() is None
    assert store.approvals.waiting() == []
    assert store.care.check().problems == ()
