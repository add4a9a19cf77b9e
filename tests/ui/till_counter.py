"""A till in memory and its presenter, as a counter uses them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.history import fold
from station.domain.money.collecting import TillWarning
from station.domain.money.receipts import ReceiptBook, ReceiptNumber
from station.domain.money.shift import Closing, Shift
from station.domain.processing import Approval
from station.domain.spool import PrintState
from station.ports.dossier_queries import DossierRow
from station.ports.print_jobs import PrintJob
from station.usecases.payments import Collected
from station.usecases.print_papers import Printed
from station.usecases.second_person import SecondPerson
from tests.builders import FEE, MONDAY, a_chain, a_reception
from tests.ui.fake_tasks import InPlace
from tests.ui.rows import a_row
from ui.desks.till import TillState
from ui.desks.till_payments import DossierAccount, TillPayment
from ui.desktop.tasks import Tasks
from ui.desktop.till.counting import Count
from ui.desktop.till.presenter import TillPresenter
from ui.desktop.till.view_model import TillSheet

SHIFT = Shift(
    shift_id=UUID(int=1),
    opened_at=MONDAY.replace(hour=7, minute=29),
    officer_id="quay3",
    officer_name="Trần Thị Hạnh",
    opening_vnd=500_000,
    opening_expected_vnd=500_000,
    opening_reason=None,
)
CLOSING = Closing(
    at=MONDAY.replace(hour=16, minute=45) - timedelta(days=3),
    officer_name="Trần Thị Hạnh",
    counted=(),
    counted_vnd=500_000,
    expected_vnd=500_000,
    difference_reason=None,
    approval=None,
)
EMPTY = TillState(shift=None, last_closed=None, expected_vnd=0, books=(), awaited=())
SHUT = replace(EMPTY, last_closed=replace(SHIFT, closing=CLOSING), expected_vnd=500_000)
OPEN = replace(SHUT, shift=SHIFT)
PAID = TillPayment(
    dossier_code="000.00.17.H25-261123-0301",
    owner_name="Nguyễn Thị Ánh Tuyết",
    payment=1,
    at=MONDAY,
    method=PaymentMethod.CASH,
    amount_vnd=15_000,
    receipt="",
    awaiting=False,
    refunded_vnd=0,
    voided=False,
    in_open_shift=True,
)
AWAITED = replace(PAID, payment=2, method=PaymentMethod.TRANSFER, awaiting=True)


class Money:
    """A till, its page, and what was done."""

    def __init__(self, state: TillState = OPEN, *payments: TillPayment) -> None:
        self.now_is = state
        self.listed: Sequence[TillPayment] = payments
        self.acts_alone = False
        self.owed = 0
        self.refusal: Exception | None = None
        self.asked: list[tuple[Any, ...]] = []
        self.sheet: TillSheet | None = None
        self.problem = self.done = ""
        self.printed: list[str] = []

    def state(self) -> TillState:
        return self.now_is

    def payments(self) -> Sequence[TillPayment]:
        return self.listed

    def account(self, code: str) -> DossierAccount:
        paid = [replace(PAID, dossier_code=code)]
        return DossierAccount(code=code, owed_vnd=self.owed, payments=paid)

    def collect(
        self, code: str, method: PaymentMethod, *, tendered_vnd: int | None = None
    ) -> Collected:
        self._do("collect", code[-4:], method, tendered_vnd)
        self.owed = 0
        dossier = fold(a_chain(a_reception(), FEE))
        return Collected(dossier=dossier, change_vnd=5_000, warnings=(TillWarning.FEW_RECEIPTS,))

    def open_book(self, **said: Any) -> ReceiptBook:
        self._do("book", said["series"], said["first"], said["last"])
        return ReceiptBook(**said, next_number=said["first"])

    def spoil(self, *, reason: str, second: SecondPerson | None = None) -> ReceiptNumber:
        self._do("spoil", reason, second)
        return ReceiptNumber("LP/25E", 1201)

    def _do(self, *asked: Any) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.asked.append(asked)

    def open(self, count: Mapping[int, int], *, difference_reason: str | None = None) -> Shift:
        self._do("open", _counted(count), difference_reason)
        self.now_is = OPEN
        return SHIFT

    def close(
        self,
        count: Mapping[int, int],
        *,
        difference_reason: str | None = None,
        second: SecondPerson | None = None,
    ) -> Shift:
        self._do("close", _counted(count), difference_reason, second)
        self.now_is = SHUT
        approval = None
        if difference_reason:
            approval = Approval(officer_id="x", officer_name="Phạm Văn Bình", role="supervisor")
        total = sum(note * pieces for note, pieces in count.items())
        closing = replace(CLOSING, counted_vnd=total, approval=approval)
        return replace(SHIFT, closing=closing)

    def refund(self, code: str, payment: int, **said: Any) -> Dossier:
        self._do("refund", code[-4:], payment, said["amount_vnd"], said["reason"], said["second"])
        return fold(a_chain(a_reception()))

    def void(self, code: str, payment: int, **said: Any) -> Dossier:
        self._do("void", code[-4:], payment, said["reason"], said["second"])
        return fold(a_chain(a_reception()))

    def confirm(self, code: str, payment: int, *, reference: str) -> Dossier:
        self._do("confirm", code[-4:], payment, reference)
        return fold(a_chain(a_reception()))

    def search(self, text: str) -> Sequence[DossierRow]:
        return [a_row(9)] if text.strip() == "0309" else []

    def print_again(self, code: str) -> Sequence[Printed]:
        self.printed.append(code)
        job = PrintJob(
            job_id=1,
            dossier_id=UUID(int=2),
            form="receipt",
            paper="80",
            queued_at=MONDAY,
            state=PrintState.QUEUED,
        )
        return [Printed(job=job, printer="XP-80", error=None)]

    def show_till(self, sheet: TillSheet) -> None:
        self.sheet = sheet

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_done(self, sentence: str) -> None:
        self.done = sentence

    def show_busy(self, busy: bool) -> None: ...

    def forget_panels(self) -> None: ...

    def seen(self) -> TillSheet:
        assert self.sheet is not None
        return self.sheet


def _counted(count: Mapping[int, int]) -> dict[int, int]:
    return {note: pieces for note, pieces in count.items() if pieces}


def a_presenter(money: Money, worker: Tasks | None = None) -> TillPresenter:
    """Give the presenter of a till; it works in place, unless a worker is given."""
    worker = worker or InPlace()
    presenter = TillPresenter(
        money,
        till=cast(Any, money),
        count=Count(),
        search=money.search,
        print_again=money.print_again,
        now=lambda: MONDAY,
        changed=lambda: presenter.refresh(),
        store_worker=worker,
        printer_worker=worker,
        language="vi",
    )
    presenter.refresh()
    return presenter
