"""An invented shift for the gallery's till."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from station.domain.dossier import PaymentMethod
from station.domain.journal import VIETNAM
from station.domain.money.receipts import ReceiptNumber
from station.domain.money.shift import Closing, Movement, Shift
from station.domain.money.vietqr import BankAccount, vietqr
from station.ports.till import AwaitedPayment
from ui.composition import make_papers
from ui.desks.till import TillState
from ui.desks.till_payments import TillPayment
from ui.desktop.till.counting import Count, Drawer, sheet_of
from ui.desktop.till.page import TillPage
from ui.desktop.till.view_model import ChargeSheet, ReduceSheet, TillSheet, TransferSheet
from ui.desktop.till.words import ACCOUNT, AWAITED, BANK, CONTENT, HOLDER
from ui.desktop.wording import language

_NOW = datetime(2026, 9, 24, 16, 46, tzinfo=VIETNAM)
_MORNING = _NOW.replace(hour=7, minute=29)
_ID = UUID(int=1)
_NAMES = ("ĐẶNG THUỲ DƯƠNG", "NGUYỄN VĂN AN", "CÔNG TY TNHH MINH ĐẠT", "TRẦN THỊ LAN")
COUNTED = {500_000: "1", 200_000: "4", 100_000: "3", 50_000: "2", 20_000: "1"}


def till(
    count: dict[int, str], *, is_open: bool = True, reason: str = "", of: str = ""
) -> TillSheet:
    """The till at the end of a day, or before the next one."""
    shift = _shift()
    closing = Closing(
        at=_NOW - timedelta(days=1),
        officer_name="Hạnh",
        counted=(),
        counted_vnd=500_000,
        expected_vnd=500_000,
        difference_reason=None,
        approval=None,
    )
    state = TillState(
        shift=shift if is_open else None,
        last_closed=replace(shift, closing=closing),
        expected_vnd=shift.expected_vnd if is_open else 500_000,
        books=(),
        awaited=(_awaited(),),
    )
    owed = 150_000 if of else 0
    paid = _payments(is_open=is_open)
    drawer = Drawer(state=state, payments=paid, payments_of=of, owed_vnd=owed)
    typed = Count(typed=dict(count), reason=reason)
    return sheet_of(drawer, typed, now=_NOW, language=language())


def show_transfer(page: TillPage) -> None:
    """A code that a citizen is scanning; its account is no bank's."""
    account = BankAccount(bank_bin="999999", number="0000000000")
    content = "H42 260924 0217 phi ho so"
    text = vietqr(account, amount_vnd=150_000, content=content)
    facts = (
        (BANK[language()], "Ngân hàng mẫu (không có thật)"),
        (ACCOUNT[language()], account.number),
        (HOLDER[language()], "UBND PHUONG LE HONG PHONG"),
        (CONTENT[language()], content),
    )
    page.show_transfer(
        TransferSheet(
            code="H42.15-260924-0217",
            payment=1,
            modules=make_papers().qr_modules(text),
            sum="150.000 đ",
            state=AWAITED[language()],
            facts=facts,
        )
    )


def show_chargeable(page: TillPage) -> None:
    """The fees of a procedure."""
    fees = (
        (1, "Phí thẩm định hồ sơ cấp Giấy chứng nhận quyền sử dụng đất", "100.000 đ"),
        (2, "Lệ phí cấp Giấy chứng nhận", "50.000 đ"),
        (3, "Lệ phí trích lục bản đồ địa chính", "15.000 đ"),
    )
    page.show_chargeable(ChargeSheet(code="H42.15-260924-0217", fees=fees))


def show_reducible(page: TillPage) -> None:
    """What a dossier was charged before it was corrected to a cheaper procedure."""
    fees = (
        (1, "Phí thẩm định hồ sơ cấp Giấy chứng nhận quyền sử dụng đất", "100.000 đ"),
        (2, "Lệ phí cấp Giấy chứng nhận", "50.000 đ"),
    )
    page.show_till(replace(till(COUNTED, of="H42.15-260924-0217"), payments=()))
    page.show_reducible(ReduceSheet(code="H42.15-260924-0217", owed="150.000 đ", fees=fees))


def _shift() -> Shift:
    paid = tuple(
        Movement(
            at=_MORNING + timedelta(minutes=11 * number),
            dossier_id=_ID,
            payment=None,
            method=PaymentMethod.TRANSFER if number == 3 else PaymentMethod.CASH,
            amount_vnd=amount,
            receipt=ReceiptNumber("LP/25E", 1201 + number) if number != 3 else None,
        )
        for number, amount in enumerate((150_000, 940_000, 150_000, 500_000))
    )
    return Shift(
        shift_id=_ID,
        opened_at=_MORNING,
        officer_id="quay3",
        officer_name="Hạnh",
        opening_vnd=500_000,
        opening_expected_vnd=500_000,
        opening_reason=None,
        collected=paid,
    )


def _awaited() -> AwaitedPayment:
    return AwaitedPayment(
        dossier_code="H42.15-260924-0217",
        payment=1,
        method=PaymentMethod.TRANSFER,
        amount_vnd=500_000,
        collected_at=_MORNING,
    )


def _payments(*, is_open: bool) -> tuple[TillPayment, ...]:
    return tuple(
        TillPayment(
            dossier_code=f"H42.15-260924-{220 - number:04d}",
            owner_name=_NAMES[number % len(_NAMES)],
            payment=1,
            at=_NOW - timedelta(minutes=17 * number),
            method=PaymentMethod.TRANSFER if number == 2 else PaymentMethod.CASH,
            amount_vnd=9_999_999_000 if number == 3 else 150_000,
            receipt="" if number in (2, 4) else f"LP/25E {1234 - number:07d}",
            awaiting=number == 2,
            refunded_vnd=50_000 if number == 5 else 0,
            voided=number == 1,
            in_open_shift=is_open,
        )
        for number in range(9)
    )
