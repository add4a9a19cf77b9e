"""The till is opened, counted, closed and paid back; nothing typed is lost."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from station.domain.dossier import PaymentMethod
from station.domain.ids import short_code
from station.usecases.print_papers import NoPrinterError, Printed
from station.usecases.second_person import SecondPerson, WrongApproverError
from tests.ui.fake_tasks import Later
from tests.ui.till_counter import AWAITED, EMPTY, OPEN, PAID, SHUT, Money, a_presenter
from ui.desks.till_payments import TillPayment
from ui.desktop.kit.tone import Tone
from ui.desktop.till.view_model import MoneyAct


def test_the_sum_runs_while_notes_are_counted() -> None:
    money = Money()
    presenter = a_presenter(money)
    assert (money.seen().verdict, money.seen().ready) == ("Chưa đếm", False)

    presenter.on_counted(200_000, "2")
    presenter.on_counted(100_000, "1")

    sheet = money.seen()
    assert sheet.counted == "500.000 đ"
    assert (sheet.verdict, sheet.tone, sheet.ready) == ("Khớp", Tone.OK, True)
    assert [note.total_vnd for note in sheet.notes[:3]] == [0, 400_000, 100_000]
    assert not sheet.asks_reason


@pytest.mark.parametrize("typed", ["x", "-1", "1,5", "²", "999999999"])
def test_what_is_no_number_of_pieces_is_marked_and_nothing_is_closed(typed: str) -> None:
    money = Money()
    presenter = a_presenter(money)
    presenter.on_counted(500_000, "1")

    presenter.on_counted(1_000, typed)
    presenter.on_settled("")

    assert [note.wrong for note in money.seen().notes].count(True) == 1
    assert money.seen().consequence == "có ô không phải số tờ"
    assert money.asked == []


def test_an_equal_count_closes_the_shift_without_a_word() -> None:
    money = Money()
    presenter = a_presenter(money)
    presenter.on_counted(500_000, "1")

    presenter.on_settled("")

    assert money.asked == [("close", {500_000: 1}, None, None)]
    assert money.done == "Đã chốt ca: thu tiền mặt 0 đ, trong quỹ 500.000 đ."
    assert money.seen().title == "Mở ca"
    assert all(note.typed == "" for note in money.seen().notes)


def test_a_difference_wants_a_reason_and_then_a_second_person() -> None:
    money = Money()
    presenter = a_presenter(money)
    presenter.on_counted(200_000, "2")
    assert (money.seen().verdict, money.seen().difference) == ("Thiếu", "− 100.000 đ")
    assert money.seen().consequence == "ghi lý do lệch"

    presenter.on_reason_typed("Trả thừa tiền lẻ")
    assert money.seen().asks_second
    assert money.seen().consequence == "cần người thứ hai, hoặc gửi duyệt"
    presenter.on_settled("")
    assert money.asked == []
    presenter.on_approver_typed("truongbp")
    presenter.on_settled("secret")

    second = SecondPerson(name="truongbp", password="secret")
    assert money.asked == [("close", {200_000: 2}, "Trả thừa tiền lẻ", second)]
    assert "Phạm Văn Bình duyệt" in money.done


def test_a_communes_only_officer_needs_nobody_else() -> None:
    money = Money()
    money.acts_alone = True
    presenter = a_presenter(money)
    presenter.on_counted(200_000, "2")
    presenter.on_reason_typed("Trả thừa tiền lẻ")

    presenter.on_settled("")

    assert money.asked == [("close", {200_000: 2}, "Trả thừa tiền lẻ", None)]


def test_a_wrong_password_loses_nothing_that_was_counted() -> None:
    money = Money()
    money.refusal = WrongApproverError()
    presenter = a_presenter(money)
    presenter.on_counted(200_000, "2")
    presenter.on_reason_typed("Trả thừa tiền lẻ")
    presenter.on_approver_typed("truongbp")

    presenter.on_settled("wrong")

    assert money.problem.endswith("(AUT-009)")
    sheet = money.seen()
    assert (sheet.reason, sheet.approver, sheet.counted) == (
        "Trả thừa tiền lẻ",
        "truongbp",
        "400.000 đ",
    )


def test_the_first_shift_expects_nothing_in_particular() -> None:
    money = Money(EMPTY)
    presenter = a_presenter(money)

    presenter.on_counted(100_000, "3")
    presenter.on_settled("")

    assert money.asked == [("open", {100_000: 3}, None)]


def test_a_later_shift_begins_with_what_the_last_one_left() -> None:
    money = Money(SHUT)
    presenter = a_presenter(money)
    presenter.on_counted(500_000, "0")
    assert money.seen().difference == "− 500.000 đ"
    assert not money.seen().asks_second

    presenter.on_reason_typed("Đã nộp kho bạc")
    presenter.on_settled("")

    assert money.asked == [("open", {}, "Đã nộp kho bạc")]


@pytest.mark.parametrize(
    ("payment", "acts"),
    [
        (PAID, (MoneyAct.VOID, MoneyAct.REFUND)),
        (replace(PAID, in_open_shift=False), (MoneyAct.REFUND,)),
        (replace(PAID, refunded_vnd=5_000), (MoneyAct.REFUND,)),
        (replace(PAID, refunded_vnd=15_000), ()),
        (replace(PAID, voided=True), ()),
        (AWAITED, (MoneyAct.CONFIRM, MoneyAct.VOID)),
    ],
)
def test_only_what_is_lawful_is_offered(payment: TillPayment, acts: tuple[MoneyAct, ...]) -> None:
    money = Money(OPEN, payment)

    a_presenter(money)

    assert money.seen().payments[0].acts == acts


def test_acts_with_payments_reach_the_desk_with_their_second_person() -> None:
    money = Money(OPEN, PAID, AWAITED)
    presenter = a_presenter(money)
    by = SecondPerson(name="truongbp", password="secret")

    presenter.on_act(MoneyAct.REFUND, 0, "Thu thừa", 5_000, ("truongbp", "secret"))
    presenter.on_act(MoneyAct.VOID, 0, "Thu nhầm", None, ("truongbp", "secret"))
    presenter.on_act(MoneyAct.CONFIRM, 1, "FT26327", None, ("", ""))

    assert money.asked == [
        ("refund", "0301", 1, 5_000, "Thu thừa", by),
        ("void", "0301", 1, "Thu nhầm", by),
        ("confirm", "0301", 2, "FT26327"),
    ]
    assert money.done.startswith("Đã ghi tiền của ")


def test_the_payments_of_any_dossier_are_found_and_left_again() -> None:
    money = Money(OPEN, PAID)
    presenter = a_presenter(money)

    presenter.on_searched("0309")
    assert [short_code(line.code) for line in money.seen().payments] == ["0309"]
    presenter.on_searched("nobody")
    assert money.problem.endswith("(DOS-011)")
    presenter.on_searched("")

    assert [short_code(line.code) for line in money.seen().payments] == ["0301"]


def test_what_a_dossier_owes_is_taken_exactly_or_with_its_change() -> None:
    money = Money(OPEN, PAID)
    money.owed = 15_000
    presenter = a_presenter(money)
    presenter.on_collect(PaymentMethod.CASH, None)
    assert (money.asked, money.seen().owed) == ([], "")

    presenter.on_searched("0309")
    assert money.seen().owed == "15.000 đ"
    presenter.on_collect(PaymentMethod.CASH, None)

    assert money.asked == [("collect", "0309", PaymentMethod.CASH, 15_000)]
    assert money.done == (
        "Đã thu 15.000 đ. Trả lại 5.000 đ. Sắp hết biên lai giấy. Chuẩn bị quyển mới."
    )
    assert money.seen().owed == ""


def test_a_transfer_is_never_counted_at_the_counter() -> None:
    money = Money(OPEN, PAID)
    money.owed = 15_000
    presenter = a_presenter(money)
    presenter.on_searched("0309")

    presenter.on_collect(PaymentMethod.TRANSFER, None)

    assert money.asked == [("collect", "0309", PaymentMethod.TRANSFER, None)]


def test_a_book_is_opened_and_a_spoiled_sheet_given_up() -> None:
    money = Money()
    presenter = a_presenter(money)

    presenter.on_book("LP/25E", "01BLP2-001", "12", 1201, 1300)
    assert money.done == "Đã mở quyển LP/25E 0001201 → 0001300."
    presenter.on_act(MoneyAct.SPOIL, -1, "Rách khi xé", None, ("truongbp", "secret"))

    by = SecondPerson(name="truongbp", password="secret")
    assert money.asked == [("book", "LP/25E", 1201, 1300), ("spoil", "Rách khi xé", by)]
    assert money.done == "Đã bỏ tờ biên lai LP/25E 0001201."


def test_a_slip_that_does_not_print_does_not_let_a_second_act_begin_beside_the_first() -> None:
    class WithoutPrinter(Money):
        def print_again(self, code: str) -> Sequence[Printed]:
            raise NoPrinterError("receipt", "80")

    money, worker = WithoutPrinter(OPEN, PAID), Later()
    presenter = a_presenter(money, worker)
    worker.do()
    presenter.on_print(0)
    for _ in range(2):
        presenter.on_act(MoneyAct.REFUND, 0, "nộp thừa", None, ("truongbp", "secret"))
        if worker.waiting == 2:
            worker.do_one()  # the slip
    assert money.problem
    worker.do()

    assert len(money.asked) == 1


def test_a_provisional_slip_is_printed_again() -> None:
    money = Money(OPEN, PAID)

    a_presenter(money).on_print(0)

    assert money.printed == [PAID.dossier_code]
    assert money.done == "Phiếu thu tạm đã in ra XP-80."
    assert money.seen().payments[0].receipt == "phiếu thu tạm"
