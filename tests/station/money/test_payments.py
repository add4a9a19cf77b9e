"""Money of one dossier: taken, awaited, confirmed, given back, voided; nothing is deleted."""

from dataclasses import replace

import pytest

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.events import ElectronicReceiptIssued, PaymentConfirmed
from station.domain.events.money import FeeReduction
from station.domain.history import apply_news
from station.domain.money.amounts import HIGHEST_VND, BadAmountError
from station.domain.money.collecting import TooLittleMoneyError
from station.domain.money.payments import (
    NotAwaitedError,
    NothingOwedError,
    NotVoidableError,
    ReductionTooLargeError,
    RefundTooLargeError,
    UnknownFeeLineError,
    UnknownPaymentError,
)
from station.usecases.payments import charge_more, collect, confirm, reduce, refund, void
from station.usecases.refuse_dossier import RefuseDossier, refuse_dossier
from station.usecases.second_person import SecondPersonNeededError
from station.usecases.stated_reasons import NoFewWordsError
from station.usecases.till import close_shift, open_shift
from tests.builders import a_chain
from tests.fake_work import FakeWork
from tests.station.money.counter import (
    BY_THE_HEAD,
    CASH,
    FLOAT,
    TRANSFER,
    XA,
    acting,
    fee,
    owing,
)

CHEAPER = "Đính chính sang thủ tục rẻ hơn"


@pytest.fixture
def work() -> FakeWork:
    return FakeWork()


def test_cash_gives_change_and_settles(work: FakeWork) -> None:
    dossier = owing(work, 150_000)
    came = collect(dossier.dossier_id, CASH, tendered_vnd=200_000, acting=acting(work))

    assert came.change_vnd == 50_000
    assert came.dossier.paid_vnd == 150_000
    assert came.dossier.owed_vnd == 0


def test_nothing_is_collected_for_what_was_turned_away(work: FakeWork) -> None:
    """To be paid later, and refused before: a fee is for a service (Luật Phí và lệ phí Art. 3)."""
    dossier = owing(work, 150_000)
    told = RefuseDossier(reasons=("không thuộc thẩm quyền",))
    refused = refuse_dossier(dossier.dossier_id, told, acting=acting(work))

    assert (refused.owed_vnd, refused.fees_total_vnd) == (0, 150_000)
    with pytest.raises(NothingOwedError):
        collect(dossier.dossier_id, CASH, tendered_vnd=200_000, acting=acting(work))


def test_what_was_paid_for_what_is_turned_away_can_be_given_back(work: FakeWork) -> None:
    dossier = owing(work, 150_000)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
    told = RefuseDossier(reasons=("không thuộc thẩm quyền",))
    refuse_dossier(dossier.dossier_id, told, acting=acting(work))

    back = refund(
        dossier.dossier_id, 1, reason="từ chối hồ sơ", approval=BY_THE_HEAD, acting=acting(work)
    )

    assert (back.paid_vnd, back.owed_vnd) == (0, 0)


@pytest.mark.parametrize("tendered", [None, 0, 149_999])
def test_too_little_cash_leaves_nothing_behind(work: FakeWork, tendered: int | None) -> None:
    dossier = owing(work, 150_000)
    with pytest.raises(TooLittleMoneyError):
        collect(dossier.dossier_id, CASH, tendered_vnd=tendered, acting=acting(work))

    assert len(work.entries) == 1


@pytest.mark.parametrize(
    "method", [PaymentMethod.TRANSFER, PaymentMethod.CARD, PaymentMethod.PORTAL]
)
def test_what_the_counter_cannot_see_waits_for_its_confirmation(
    work: FakeWork, method: PaymentMethod
) -> None:
    dossier = owing(work, 150_000)
    waiting = collect(dossier.dossier_id, method, acting=acting(work)).dossier
    (awaited,) = work.till.awaited()

    assert (waiting.paid_vnd, waiting.awaited_vnd, waiting.owed_vnd) == (0, 150_000, 0)
    assert (awaited.dossier_code, awaited.payment) == (dossier.code, 1)
    with pytest.raises(NothingOwedError):
        collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))

    settled = confirm(dossier.dossier_id, 1, reference="FT26327000123", acting=acting(work))
    assert (settled.paid_vnd, settled.awaited_vnd) == (150_000, 0)
    assert settled.payments[0].reference == "FT26327000123"
    assert work.till.awaited() == []
    with pytest.raises(NotAwaitedError):
        confirm(dossier.dossier_id, 1, reference="FT26327000123", acting=acting(work))


def test_paying_later_is_no_payment(work: FakeWork) -> None:
    dossier = owing(work)
    with pytest.raises(NothingOwedError):
        collect(dossier.dossier_id, PaymentMethod.LATER, acting=acting(work))


def test_more_is_charged_and_collected_apart(work: FakeWork) -> None:
    dossier = owing(work, 150_000)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
    more = charge_more(
        dossier.dossier_id,
        [fee(30_000, index=2)],
        reason="Bổ sung 2 thửa đất",
        legal_basis="TT 85/2019/TT-BTC",
        acting=acting(work),
    )
    settled = collect(dossier.dossier_id, CASH, tendered_vnd=50_000, acting=acting(work))

    assert (more.fees_total_vnd, more.owed_vnd) == (180_000, 30_000)
    assert settled.change_vnd == 20_000
    assert settled.dossier.owed_vnd == 0


@pytest.mark.parametrize("amount", [0, HIGHEST_VND + 1])
def test_nothing_and_absurd_sums_are_not_charged(work: FakeWork, amount: int) -> None:
    dossier = owing(work)
    with pytest.raises(BadAmountError):
        charge_more(dossier.dossier_id, [fee(amount)], reason="Thu bổ sung", acting=acting(work))


def test_what_a_dossier_owes_in_all_stays_believable(work: FakeWork) -> None:
    dossier = owing(work, HIGHEST_VND)
    with pytest.raises(BadAmountError):
        charge_more(dossier.dossier_id, [fee(1)], reason="Thu bổ sung", acting=acting(work))


OFF = [
    # lines taken off, what is left of 150.000 and 3 × 20.000, or why not
    ({1: 7_000}, [(143_000, 1), (20_000, 3)]),
    ({2: 20_000}, [(150_000, 1), (20_000, 2)]),
    ({2: 25_000}, [(150_000, 1), (35_000, 1)]),
    ({1: 150_000}, [(20_000, 3)]),
    ({1: 150_000, 2: 60_000}, []),
    ({1: 150_001}, ReductionTooLargeError),
    ({2: 150_000}, ReductionTooLargeError),
    ({3: 1_000}, UnknownFeeLineError),
    ({0: 1_000}, UnknownFeeLineError),
    ({1: 0}, BadAmountError),
    ({1: -1_000}, BadAmountError),
    ({}, BadAmountError),
]


@pytest.mark.parametrize(("off", "left"), OFF)
def test_what_is_charged_is_brought_down_line_by_line(
    work: FakeWork, off: dict[int, int], left: list[tuple[int, int]] | type[Exception]
) -> None:
    dossier = owing(work, 150_000)
    copies = replace(fee(20_000, index=2), quantity=3)
    charge_more(dossier.dossier_id, [copies], reason="Cấp bản sao", acting=acting(work))
    lines = [FeeReduction(line=line, amount_vnd=amount) for line, amount in off.items()]

    def less() -> Dossier:
        return reduce(
            dossier.dossier_id, lines, reason=CHEAPER, approval=BY_THE_HEAD, acting=acting(work)
        )

    if isinstance(left, type):
        before = len(work.entries)
        with pytest.raises(left):
            less()
        assert len(work.entries) == before
        return
    after = less()
    assert [(each.unit_amount_vnd, each.quantity) for each in after.fees] == left
    assert after.owed_vnd == after.fees_total_vnd == 210_000 - sum(off.values())


def test_no_line_is_named_twice(work: FakeWork) -> None:
    dossier = owing(work)
    twice = [FeeReduction(line=1, amount_vnd=1_000)] * 2
    with pytest.raises(UnknownFeeLineError):
        reduce(dossier.dossier_id, twice, reason=CHEAPER, approval=BY_THE_HEAD, acting=acting(work))


@pytest.mark.parametrize("method", [CASH, TRANSFER])
def test_what_is_not_paid_is_taken_off_and_no_more(work: FakeWork, method: PaymentMethod) -> None:
    """What was paid, or is awaited, goes back by its own act; then it can be taken off."""
    dossier = owing(work, 100_000)
    collect(dossier.dossier_id, method, tendered_vnd=100_000, acting=acting(work))
    charge_more(dossier.dossier_id, [fee(50_000, 2)], reason="Bổ sung", acting=acting(work))

    def less(line: int, amount: int) -> Dossier:
        lines = [FeeReduction(line=line, amount_vnd=amount)]
        return reduce(
            dossier.dossier_id, lines, reason=CHEAPER, approval=BY_THE_HEAD, acting=acting(work)
        )

    with pytest.raises(ReductionTooLargeError) as refused:
        less(1, 50_001)
    assert refused.value.details["owed_vnd"] == 50_000
    assert less(1, 50_000).owed_vnd == 0
    with pytest.raises(ReductionTooLargeError):
        less(2, 1)

    act = refund if method is CASH else void
    act(dossier.dossier_id, 1, reason=CHEAPER, approval=BY_THE_HEAD, acting=acting(work))
    assert less(1, 50_000).owed_vnd == 50_000


def test_bringing_down_needs_a_second_person_and_a_reason(work: FakeWork) -> None:
    dossier = owing(work, 150_000)
    lines = [FeeReduction(line=1, amount_vnd=50_000)]
    before = len(work.entries)
    with pytest.raises(SecondPersonNeededError):
        reduce(dossier.dossier_id, lines, reason=CHEAPER, approval=None, acting=acting(work))
    with pytest.raises(NoFewWordsError):
        reduce(dossier.dossier_id, lines, reason=" ", approval=BY_THE_HEAD, acting=acting(work))
    assert len(work.entries) == before

    alone = reduce(
        dossier.dossier_id, lines, reason=CHEAPER, approval=None, acting=acting(work, XA)
    )
    assert alone.owed_vnd == 100_000
    assert work.entries[-1].payload["approval"]["countersign_pending"]


def test_parts_are_given_back_up_to_what_was_paid(work: FakeWork) -> None:
    dossier = owing(work, 150_000)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))

    def give_back(amount: int | None) -> int:
        return refund(
            dossier.dossier_id,
            1,
            amount_vnd=amount,
            reason="Thu thừa lệ phí",
            approval=BY_THE_HEAD,
            acting=acting(work),
        ).paid_vnd

    assert give_back(50_000) == 100_000
    with pytest.raises(RefundTooLargeError):
        give_back(100_001)
    assert give_back(None) == 0
    with pytest.raises(RefundTooLargeError):
        give_back(None)


def test_an_awaited_payment_cannot_be_given_back(work: FakeWork) -> None:
    dossier = owing(work)
    collect(dossier.dossier_id, TRANSFER, acting=acting(work))
    with pytest.raises(RefundTooLargeError):
        refund(dossier.dossier_id, 1, reason="Rút hồ sơ", approval=BY_THE_HEAD, acting=acting(work))
    cancelled = void(
        dossier.dossier_id, 1, reason="Không chuyển được", approval=BY_THE_HEAD, acting=acting(work)
    )
    assert (cancelled.awaited_vnd, cancelled.owed_vnd) == (0, 150_000)


def test_a_void_counts_as_not_made_while_its_shift_is_open(work: FakeWork) -> None:
    open_shift(FLOAT, acting=acting(work))
    dossier = owing(work, 150_000)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
    voided = void(
        dossier.dossier_id, 1, reason="Thu nhầm hồ sơ", approval=BY_THE_HEAD, acting=acting(work)
    )
    shift = work.till.open_shift()

    assert (voided.paid_vnd, voided.owed_vnd) == (0, 150_000)
    assert len(voided.payments) == 1
    assert shift is not None
    assert shift.expected_vnd == 500_000
    with pytest.raises(NotVoidableError):
        void(dossier.dossier_id, 1, reason="Thu nhầm", approval=BY_THE_HEAD, acting=acting(work))


def test_a_closed_shift_s_receipts_stand(work: FakeWork) -> None:
    open_shift(FLOAT, acting=acting(work))
    dossier = owing(work, 50_000)
    collect(dossier.dossier_id, CASH, tendered_vnd=50_000, acting=acting(work))
    close_shift({**FLOAT, 50_000: 3}, acting=acting(work))
    open_shift({**FLOAT, 50_000: 3}, acting=acting(work))

    with pytest.raises(NotVoidableError):
        void(dossier.dossier_id, 1, reason="Thu nhầm", approval=BY_THE_HEAD, acting=acting(work))
    refund(dossier.dossier_id, 1, reason="Thu nhầm", approval=BY_THE_HEAD, acting=acting(work))
    shift = work.till.open_shift()
    assert shift is not None
    assert shift.expected_vnd == 500_000


def test_giving_back_and_voiding_need_a_second_person_and_a_reason(work: FakeWork) -> None:
    dossier = owing(work)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
    before = len(work.entries)
    for act in (refund, void):
        with pytest.raises(SecondPersonNeededError):
            act(dossier.dossier_id, 1, reason="Thu nhầm", approval=None, acting=acting(work))
        with pytest.raises(NoFewWordsError):
            act(dossier.dossier_id, 1, reason="", approval=BY_THE_HEAD, acting=acting(work))

    assert len(work.entries) == before
    alone = refund(dossier.dossier_id, 1, reason="Thu nhầm", approval=None, acting=acting(work, XA))
    assert alone.paid_vnd == 0
    assert work.entries[-1].payload["approval"]["countersign_pending"]


@pytest.mark.parametrize("payment", [0, 2, -1])
def test_there_is_no_such_payment(work: FakeWork, payment: int) -> None:
    dossier = owing(work)
    collect(dossier.dossier_id, CASH, tendered_vnd=150_000, acting=acting(work))
    with pytest.raises(UnknownPaymentError):
        refund(
            dossier.dossier_id,
            payment,
            reason="Thu nhầm",
            approval=BY_THE_HEAD,
            acting=acting(work),
        )


def test_the_province_confirms_and_issues_its_receipt(work: FakeWork) -> None:
    dossier = owing(work)
    waiting = collect(dossier.dossier_id, TRANSFER, acting=acting(work)).dossier
    news = a_chain(
        PaymentConfirmed(payment=1, reference="KB-77", confirmed_by="Kho bạc"),
        ElectronicReceiptIssued(payment=1, template="EBL01", series="26TAA", number=17),
        PaymentConfirmed(payment=9, reference="KB-78", confirmed_by="Kho bạc"),
        ElectronicReceiptIssued(payment=1, template="01BLP", series="26TAA", number=18),
        ElectronicReceiptIssued(payment=1, template="EBL01", series="26TOO", number=18),
        ElectronicReceiptIssued(payment=1, template="EBL01", series="26TAA", number=0),
        dossier_id=waiting.dossier_id,
    )
    for piece in news:
        waiting = apply_news(waiting, piece)

    assert waiting.paid_vnd == 150_000
    assert waiting.payments[0].electronic_receipt == "EBL01 26TAA 17"
