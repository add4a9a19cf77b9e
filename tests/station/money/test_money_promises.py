"""Whatever happens at the till, money balances to the đồng and no receipt number is lost.

A model of plain integers runs beside the program. ``STEPS=400`` in the environment takes longer
walks.
"""

import os
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.events.money import FeeReduction
from station.domain.history import fold
from station.domain.money.payments import (
    NotAwaitedError,
    NothingOwedError,
    NotVoidableError,
    ReductionTooLargeError,
    RefundTooLargeError,
)
from station.domain.money.receipts import NoReceiptLeftError
from station.usecases.payments import charge_more, collect, confirm, reduce, refund, void
from station.usecases.till import (
    close_shift,
    expected_at_opening,
    open_book,
    open_shift,
    spoil_receipt,
)
from tests.fake_work import FakeWork
from tests.station.money.counter import BY_THE_HEAD, CASH, acting, fee, fewest_pieces, owing

AMOUNTS = st.integers(0, 400).map(lambda thousands: thousands * 500 * 2)
METHODS = st.sampled_from(
    [CASH, CASH, PaymentMethod.TRANSFER, PaymentMethod.CARD, PaymentMethod.PORTAL]
)
WHICH = st.integers(0, 1_000)
REASON = "Lý do của kiểm thử"


class Till(RuleBasedStateMachine):
    """One counter over many shifts; the model counts the drawer and every claim by hand."""

    @initialize()
    def begin(self) -> None:
        self.work = FakeWork()
        self.drawer = 0
        """What really lies in the drawer."""
        self.owed: dict[UUID, int] = {}
        self.is_open = False
        self.spoiled = self.collected_by_receipt = 0
        self.sheets = 0

    @rule(amount=AMOUNTS)
    def receive(self, amount: int) -> None:
        dossier = owing(self.work, amount, number=len(self.owed) % 9_999 + 1)
        self.owed[dossier.dossier_id] = amount

    @precondition(lambda self: not self.is_open)
    @rule(taken_out=st.booleans())
    def open(self, taken_out: bool) -> None:
        first = self.work.till.last_closed() is None
        assert first or expected_at_opening(self.work.till) == self.drawer
        if taken_out:
            self.drawer = 0
        shift = open_shift(
            fewest_pieces(self.drawer), difference_reason=REASON, acting=acting(self.work)
        )
        assert shift.opening_vnd == self.drawer
        self.is_open = True

    @precondition(lambda self: self.is_open)
    @rule(lost=st.sampled_from([0, 0, 1_000, 20_000]))
    def close(self, lost: int) -> None:
        lost = min(lost, self.drawer)
        self.drawer -= lost
        shift = close_shift(
            fewest_pieces(self.drawer),
            difference_reason=REASON,
            approval=BY_THE_HEAD,
            acting=acting(self.work),
        )
        assert shift.closing is not None
        assert shift.closing.difference_vnd == -lost
        self.is_open = False

    @rule(length=st.integers(1, 4))
    def bring_a_book(self, length: int) -> None:
        open_book(
            series="LP/25E",
            template="01BLP",
            book=str(self.sheets),
            first=self.sheets + 1,
            last=self.sheets + length,
            acting=acting(self.work),
        )
        self.sheets += length

    @rule()
    def spoil(self) -> None:
        taken = self.spoiled + self.collected_by_receipt
        try:
            number = spoil_receipt(reason=REASON, approval=BY_THE_HEAD, acting=acting(self.work))
        except NoReceiptLeftError:
            assert taken == self.sheets
            return
        assert number.number == taken + 1
        self.spoiled += 1

    @precondition(lambda self: self.owed)
    @rule(which=WHICH, method=METHODS, more=st.integers(0, 3))
    def collect(self, which: int, method: PaymentMethod, more: int) -> None:
        dossier = self._dossier(which)
        owed = self.owed[dossier.dossier_id]
        try:
            came = collect(
                dossier.dossier_id,
                method,
                tendered_vnd=owed + more * 10_000 if method is CASH else None,
                acting=acting(self.work),
            )
        except NothingOwedError:
            assert owed <= 0
            return
        assert owed > 0
        self.owed[dossier.dossier_id] = 0
        if method is CASH:
            assert came.change_vnd == more * 10_000
            self.drawer += owed
            if self.collected_by_receipt + self.spoiled < self.sheets:
                self.collected_by_receipt += 1

    @precondition(lambda self: self.owed)
    @rule(which=WHICH, amount=AMOUNTS.filter(bool))
    def charge(self, which: int, amount: int) -> None:
        dossier = self._dossier(which)
        charge_more(dossier.dossier_id, [fee(amount, 2)], reason=REASON, acting=acting(self.work))
        self.owed[dossier.dossier_id] += amount

    @precondition(lambda self: self.owed)
    @rule(which=WHICH, line=WHICH, amount=AMOUNTS.filter(bool))
    def bring_down(self, which: int, line: int, amount: int) -> None:
        dossier = self._dossier(which)
        if not dossier.fees:
            return
        place = line % len(dossier.fees) + 1
        most = min(dossier.fees[place - 1].amount_vnd, self.owed[dossier.dossier_id])
        try:
            reduce(
                dossier.dossier_id,
                [FeeReduction(line=place, amount_vnd=amount)],
                reason=REASON,
                approval=BY_THE_HEAD,
                acting=acting(self.work),
            )
        except ReductionTooLargeError:
            assert amount > most
            return
        assert amount <= most
        self.owed[dossier.dossier_id] -= amount

    @precondition(lambda self: self.owed)
    @rule(which=WHICH, payment=WHICH)
    def confirm(self, which: int, payment: int) -> None:
        dossier = self._dossier(which)
        if not dossier.payments:
            return
        number = payment % len(dossier.payments) + 1
        try:
            confirm(dossier.dossier_id, number, reference="FT26327", acting=acting(self.work))
        except NotAwaitedError:
            assert not dossier.payments[number - 1].awaiting

    @precondition(lambda self: self.owed)
    @rule(which=WHICH, payment=WHICH, part=st.sampled_from([None, 1_000, 50_000]))
    def give_back(self, which: int, payment: int, part: int | None) -> None:
        dossier = self._dossier(which)
        if not dossier.payments:
            return
        number = payment % len(dossier.payments) + 1
        paid = dossier.payments[number - 1]
        wanted = paid.kept_vnd if part is None else part
        in_cash = wanted if paid.method is CASH else 0
        if in_cash > self.drawer:
            return  # nobody hands out notes that are not there
        try:
            refund(
                dossier.dossier_id,
                number,
                amount_vnd=part,
                reason=REASON,
                approval=BY_THE_HEAD,
                acting=acting(self.work),
            )
        except RefundTooLargeError:
            assert wanted > paid.kept_vnd or wanted == 0
            return
        self.drawer -= in_cash
        self.owed[dossier.dossier_id] += wanted

    @precondition(lambda self: self.owed)
    @rule(which=WHICH, payment=WHICH)
    def void(self, which: int, payment: int) -> None:
        dossier = self._dossier(which)
        if not dossier.payments:
            return
        number = payment % len(dossier.payments) + 1
        paid = dossier.payments[number - 1]
        in_cash = paid.amount_vnd if paid.method is CASH else 0
        if in_cash > self.drawer:
            return
        try:
            void(
                dossier.dossier_id,
                number,
                reason=REASON,
                approval=BY_THE_HEAD,
                acting=acting(self.work),
            )
        except NotVoidableError:
            return
        self.drawer -= in_cash
        self.owed[dossier.dossier_id] += paid.amount_vnd

    @invariant()
    def the_drawer_balances(self) -> None:
        shift = self.work.till.open_shift()
        assert (shift is not None) == self.is_open
        if shift is not None:
            assert shift.expected_vnd == self.drawer

    @invariant()
    def every_dossier_balances(self) -> None:
        for dossier_id, owed in self.owed.items():
            dossier = self.work.saved[dossier_id]
            assert dossier.owed_vnd == owed
            assert dossier.fees_total_vnd == owed + dossier.paid_vnd + dossier.awaited_vnd
            assert all(0 <= payment.kept_vnd <= payment.amount_vnd for payment in dossier.payments)

    @invariant()
    def no_receipt_number_is_lost_or_used_twice(self) -> None:
        taken = [
            entry.payload["receipt_number"]
            for entry in self.work.entries
            if entry.payload.get("receipt_number") is not None
            and (entry.kind == "FeeCollected" or entry.payload.get("payment") is None)
        ]
        assert sorted(taken) == list(range(1, self.spoiled + self.collected_by_receipt + 1))

    def teardown(self) -> None:
        for dossier_id in getattr(self, "owed", {}):
            facts = [entry for entry in self.work.entries if entry.dossier_id == dossier_id]
            assert fold(facts) == self.work.saved[dossier_id]

    def _dossier(self, which: int) -> Dossier:
        return self.work.saved[list(self.owed)[which % len(self.owed)]]


TestTill = Till.TestCase
TestTill.settings = settings(
    max_examples=25, stateful_step_count=int(os.environ.get("STEPS", "40"))
)
