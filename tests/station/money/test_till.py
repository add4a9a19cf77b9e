"""The drawer from its first count to its last, and the books of receipts."""

from dataclasses import replace

import pytest

from station.domain.events import ReceiptVoided, ShiftClosed
from station.domain.money.amounts import BadCountError
from station.domain.money.receipts import (
    BadElectronicReceiptError,
    BadReceiptBookError,
    NoReceiptLeftError,
    OverlappingBooksError,
    require_electronic,
)
from station.ports.officers import Role
from station.usecases.payments import collect, refund, void
from station.usecases.permissions import NotAllowedError
from station.usecases.second_person import SecondPersonNeededError
from station.usecases.stated_reasons import NoFewWordsError
from station.usecases.till import (
    NoShiftOpenError,
    ShiftOpenError,
    UnexplainedDifferenceError,
    close_shift,
    expected_at_opening,
    open_book,
    open_shift,
    spoil_receipt,
)
from tests.fake_work import FakeWork
from tests.station.money.counter import (
    BY_THE_HEAD,
    CASH,
    FLOAT,
    HANH,
    TRANSFER,
    XA,
    acting,
    owing,
)


@pytest.fixture
def work() -> FakeWork:
    return FakeWork()


def use_book(work: FakeWork, first: int = 1201, last: int = 1210) -> None:
    open_book(
        series="lp/25e",
        template="01blp2-001",
        book="12",
        first=first,
        last=last,
        acting=acting(work),
    )


def test_a_shift_from_the_first_count_to_the_last(work: FakeWork) -> None:
    opened = open_shift(FLOAT, acting=acting(work))
    paid = owing(work, 150_000)
    collect(paid.dossier_id, CASH, tendered_vnd=200_000, acting=acting(work))
    by_bank = owing(work, 40_000, number=301)
    collect(by_bank.dossier_id, TRANSFER, acting=acting(work))
    refund(
        paid.dossier_id,
        1,
        amount_vnd=50_000,
        reason="Thu thừa",
        approval=BY_THE_HEAD,
        acting=acting(work),
    )
    shift = close_shift({100_000: 6}, acting=acting(work))

    assert opened.opening_vnd == 500_000
    assert shift.cash_collected_vnd == 150_000
    assert shift.collected_by(TRANSFER) == 40_000
    assert shift.cash_refunded_vnd == 50_000
    assert shift.closing is not None
    assert shift.closing.expected_vnd == shift.closing.counted_vnd == 600_000
    assert shift.closing.difference_vnd == 0
    assert work.till.open_shift() is None


def test_a_difference_needs_a_reason_and_a_second_person(work: FakeWork) -> None:
    open_shift(FLOAT, acting=acting(work))
    short = {100_000: 4, 50_000: 1, 20_000: 1, 10_000: 1}

    with pytest.raises(UnexplainedDifferenceError) as caught:
        close_shift(short, acting=acting(work))
    with pytest.raises(SecondPersonNeededError):
        close_shift(short, difference_reason="Trả nhầm tiền thừa", acting=acting(work))
    shift = close_shift(
        short,
        difference_reason="Trả nhầm tiền thừa",
        approval=BY_THE_HEAD,
        acting=acting(work),
    )

    assert caught.value.details["difference_vnd"] == -20_000
    assert shift.closing is not None
    assert shift.closing.difference_vnd == -20_000
    assert shift.closing.difference_reason == "Trả nhầm tiền thừa"
    assert shift.closing.approval == BY_THE_HEAD


def test_the_commune_s_one_officer_closes_alone_to_be_countersigned(work: FakeWork) -> None:
    open_shift(FLOAT, acting=acting(work, XA))
    shift = close_shift({}, difference_reason="Đã nộp kho bạc", acting=acting(work, XA))

    assert shift.closing is not None
    assert shift.closing.approval is not None
    assert shift.closing.approval.countersign_pending


def test_the_next_shift_begins_with_what_was_left_and_what_moved_since(work: FakeWork) -> None:
    open_shift(FLOAT, acting=acting(work))
    close_shift(FLOAT, acting=acting(work))
    between = owing(work, 20_000)
    told = collect(between.dossier_id, CASH, tendered_vnd=20_000, acting=acting(work)).warnings

    assert [warning.value for warning in told] == ["closed"]
    assert expected_at_opening(work.till) == 520_000
    with pytest.raises(UnexplainedDifferenceError):
        open_shift(FLOAT, acting=acting(work))
    opened = open_shift({**FLOAT, 20_000: 1}, acting=acting(work))
    assert opened.opening_reason is None
    assert opened.collected == ()


def test_one_shift_at_a_time(work: FakeWork) -> None:
    with pytest.raises(NoShiftOpenError):
        close_shift(FLOAT, acting=acting(work))
    open_shift(FLOAT, acting=acting(work))
    with pytest.raises(ShiftOpenError):
        open_shift(FLOAT, acting=acting(work))


def test_no_count_of_notes_that_do_not_exist(work: FakeWork) -> None:
    with pytest.raises(BadCountError):
        open_shift({30_000: 1}, acting=acting(work))
    assert work.entries == []


def test_an_administrator_keeps_no_till(work: FakeWork) -> None:
    administrator = replace(HANH, role=Role.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        open_shift(FLOAT, acting=acting(work, administrator))


def test_receipts_are_taken_in_order_and_none_is_left_out(work: FakeWork) -> None:
    use_book(work)
    open_shift(FLOAT, acting=acting(work))
    first = owing(work, 10_000)
    collect(first.dossier_id, CASH, tendered_vnd=10_000, acting=acting(work))
    spoiled = spoil_receipt(reason="Rách khi xé", approval=BY_THE_HEAD, acting=acting(work))
    second = owing(work, 10_000, number=301)
    collect(second.dossier_id, CASH, tendered_vnd=10_000, acting=acting(work))
    void(second.dossier_id, 1, reason="Ghi sai tên", approval=BY_THE_HEAD, acting=acting(work))
    again = collect(second.dossier_id, CASH, tendered_vnd=10_000, acting=acting(work))
    shift = work.till.open_shift()

    assert str(spoiled) == "LP/25E 0001202"
    assert [p.receipt_number for p in again.dossier.payments] == [1203, 1204]
    assert shift is not None
    (use,) = shift.receipts
    assert (use.series, use.first, use.last, use.used) == ("LP/25E", 1201, 1204, 4)
    assert use.voided == (1202, 1203)
    assert shift.expected_vnd == 520_000
    (book,) = work.till.books()
    assert book.next_number == 1205


def test_the_books_are_used_up_one_after_the_other(work: FakeWork) -> None:
    use_book(work, 1, 2)
    use_book(work, 3, 3)
    open_shift(FLOAT, acting=acting(work))
    numbers, told = [], []
    for number in range(4):
        dossier = owing(work, 10_000, number=300 + number)
        came = collect(dossier.dossier_id, CASH, tendered_vnd=10_000, acting=acting(work))
        numbers.append(came.dossier.payments[0].receipt_number)
        told.append([warning.value for warning in came.warnings])

    assert numbers == [1, 2, 3, None]
    assert told == [["few_receipts"], ["few_receipts"], ["few_receipts"], ["no_receipt"]]
    with pytest.raises(NoReceiptLeftError):
        spoil_receipt(reason="Rách khi xé", approval=BY_THE_HEAD, acting=acting(work))


def test_no_number_is_in_two_books(work: FakeWork) -> None:
    use_book(work)
    with pytest.raises(OverlappingBooksError) as caught:
        use_book(work, 1210, 1300)
    use_book(work, 1211, 1300)

    assert caught.value.details == {"series": "LP/25E", "book": "12", "first": 1201, "last": 1210}


@pytest.mark.parametrize(
    ("series", "first", "last"),
    [("", 1, 2), ("LP 25", 1, 2), ("LP/25E", 2, 1), ("LP/25E", 0, 5), ("LP/25E", 1, 100_000_000)],
)
def test_no_book_that_is_none(work: FakeWork, series: str, first: int, last: int) -> None:
    with pytest.raises(BadReceiptBookError):
        open_book(
            series=series, template="01BLP", book="1", first=first, last=last, acting=acting(work)
        )


def test_a_spoiled_sheet_needs_a_reason_and_a_second_person(work: FakeWork) -> None:
    use_book(work)
    with pytest.raises(NoFewWordsError):
        spoil_receipt(reason=" ", approval=BY_THE_HEAD, acting=acting(work))
    with pytest.raises(SecondPersonNeededError):
        spoil_receipt(reason="Rách khi xé", approval=None, acting=acting(work))
    assert [entry.kind for entry in work.entries] == ["ReceiptBookOpened"]


def test_what_was_decided_stands_in_the_journal(work: FakeWork) -> None:
    use_book(work)
    open_shift(FLOAT, acting=acting(work))
    spoil_receipt(reason="Rách khi xé", approval=BY_THE_HEAD, acting=acting(work))
    close_shift(FLOAT, acting=acting(work))

    kinds = [entry.kind for entry in work.entries]
    assert kinds[-2:] == [ReceiptVoided.__name__, ShiftClosed.__name__]
    assert work.entries[-2].payload["approval"]["officer_id"] == "truongbp"
    assert all(entry.dossier_id is None for entry in work.entries)


@pytest.mark.parametrize(
    ("template", "series", "number", "holds"),
    [  # NĐ 254/2026, TT 91/2026/TT-BTC
        ("EBL01", "26TAA", 1, True),
        ("EBL02", "27TYX", 99_999_999, True),
        ("EBL03", "26TAA", 1, False),
        ("EBL01", "26TIO", 1, False),  # letters that the circular leaves out
        ("EBL01", "26KAA", 1, False),
        ("EBL01", "26TAA", 0, False),
        ("EBL01", "26TAA", 100_000_000, False),
    ],
)
def test_the_form_of_an_electronic_receipt(
    template: str, series: str, number: int, holds: bool
) -> None:
    if holds:
        require_electronic(template, series, number)
        return
    with pytest.raises(BadElectronicReceiptError):
        require_electronic(template, series, number)
