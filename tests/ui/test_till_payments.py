"""Which payments the till lists: the shift's own, what it gave back, and what is awaited."""

from dataclasses import replace
from uuid import UUID

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.events import FeeRefunded
from station.domain.history import fold
from station.domain.money.shift import Movement
from station.ports.till import AwaitedPayment
from tests.builders import FEE, MONDAY, a_chain, a_reception
from tests.station.money.counter import BY_THE_HEAD
from tests.ui.till_counter import SHIFT
from ui.desks.till_payments import account_of, payments_of_shift

TRANSFER = replace(
    FEE, method=PaymentMethod.TRANSFER, tendered_vnd=None, awaiting=True, shift_id=UUID(int=7)
)
IN_SHIFT = replace(FEE, shift_id=SHIFT.shift_id, receipt_series="LP/25E", receipt_number=1201)
BACK = FeeRefunded(
    payment=1,
    method=PaymentMethod.CASH,
    amount_vnd=5_000,
    reason="Thu thừa",
    approval=BY_THE_HEAD,
    shift_id=SHIFT.shift_id,
)


def a_movement(dossier: Dossier, payment: int | None = None) -> Movement:
    return Movement(
        at=MONDAY,
        dossier_id=dossier.dossier_id,
        payment=payment,
        method=PaymentMethod.CASH,
        amount_vnd=15_000,
    )


def test_a_shift_lists_what_it_took_what_it_gave_back_and_what_is_awaited() -> None:
    took = fold(a_chain(a_reception(dossier_code="A-1"), IN_SHIFT))
    gave = fold(a_chain(a_reception(dossier_code="A-2"), FEE, BACK, FEE))
    waits = fold(a_chain(a_reception(dossier_code="A-3"), TRANSFER))
    known = {one.dossier_id: one for one in (took, gave, waits)}
    ids = {one.code: one.dossier_id for one in known.values()}
    shift = replace(SHIFT, collected=(a_movement(took),), refunded=(a_movement(gave, 1),))
    awaited = AwaitedPayment(
        dossier_code="A-3",
        payment=1,
        method=PaymentMethod.TRANSFER,
        amount_vnd=15_000,
        collected_at=MONDAY,
    )

    found = payments_of_shift(shift, [awaited], dossier=known.__getitem__, find=ids.__getitem__)

    by_code = {one.dossier_code: one for one in found}
    assert len(found) == 3
    assert by_code["A-1"].in_open_shift
    assert by_code["A-1"].receipt == "LP/25E 0001201"
    assert (by_code["A-2"].payment, by_code["A-2"].refunded_vnd) == (1, 5_000)
    assert by_code["A-3"].may_be_confirmed
    assert not by_code["A-3"].may_be_refunded


def test_a_dossier_lists_all_its_payments_the_newest_first() -> None:
    dossier = fold(a_chain(a_reception(), FEE, TRANSFER))

    account = account_of(dossier, None)
    found = account.payments

    assert account.owed_vnd == 0
    assert [(one.payment, one.in_open_shift) for one in found] == [(2, False), (1, False)]
    assert [one.may_be_voided for one in found] == [True, False]
