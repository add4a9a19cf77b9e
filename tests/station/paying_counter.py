"""What happens to a dossier's money while it lives."""

from hypothesis import strategies as st
from hypothesis.stateful import (
    rule,
)

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.events.money import FeeReduction
from station.domain.money.payments import (
    NotAwaitedError,
    NothingOwedError,
    NotVoidableError,
    ReductionTooLargeError,
    RefundTooLargeError,
)
from station.usecases.payments import collect, confirm, reduce, refund, void
from tests.station.living_counter import FEE_VND, WHICH, LivingCounter
from tests.station.money.counter import BY_THE_HEAD, CASH, TRANSFER


class PayingCounter(LivingCounter):
    """Citizens pay, and get back; what the table of money forbids changes nothing."""

    @rule(which=WHICH, method=st.sampled_from([CASH, TRANSFER]))
    def pay(self, which: int, method: PaymentMethod) -> None:
        self._pay(self._dossier(which), method)

    @rule(
        which=WHICH,
        part=st.sampled_from([None, 5_000, 20_000]),
        how=st.sampled_from(["refund", "void", "bank"]),
    )
    def change_the_last_payment(self, which: int, part: int | None, how: str) -> None:
        dossier = self._dossier(which)
        if not dossier.payments:
            return
        match how:
            case "refund":
                self._give_back(dossier, part)
            case "void":
                self._void_the_last(dossier)
            case _:
                self._hear_of_the_bank(dossier)

    @rule(which=WHICH, line=st.integers(0, 2), off=st.sampled_from([1_000, 5_000, FEE_VND]))
    def bring_down_what_is_owed(self, which: int, line: int, off: int) -> None:
        dossier = self._dossier(which)
        if not dossier.fees:
            return
        place = line % len(dossier.fees) + 1
        charged, money = dossier.fees[place - 1].amount_vnd, self.money[dossier.dossier_id]

        def act() -> None:
            try:
                reduce(
                    dossier.dossier_id,
                    [FeeReduction(line=place, amount_vnd=off)],
                    reason="thủ tục rẻ hơn",
                    approval=BY_THE_HEAD,
                    acting=self._acting(),
                )
            except ReductionTooLargeError:
                assert off > min(charged, money.to_collect(dossier))
                return
            assert off <= min(charged, money.to_collect(dossier))
            money.owed -= off

        self._in_time(act)

    def _pay(self, dossier: Dossier, method: PaymentMethod) -> None:
        money = self.money[dossier.dossier_id]

        def act() -> None:
            tendered = 50_000 if method is CASH else None
            try:
                came = collect(
                    dossier.dossier_id, method, tendered_vnd=tendered, acting=self._acting()
                )
            except NothingOwedError:
                assert money.to_collect(dossier) == 0
                return
            assert money.to_collect(dossier) > 0
            assert method is not CASH or came.change_vnd == 50_000 - money.owed
            money.owed = 0

        self._in_time(act)

    def _give_back(self, dossier: Dossier, part: int | None) -> None:
        number = len(dossier.payments)
        wanted = dossier.payments[-1].kept_vnd if part is None else part

        def act() -> None:
            try:
                refund(
                    dossier.dossier_id,
                    number,
                    amount_vnd=part,
                    reason="nộp thừa",
                    approval=BY_THE_HEAD,
                    acting=self._acting(),
                )
            except RefundTooLargeError:
                assert wanted > dossier.payments[-1].kept_vnd or wanted == 0
                return
            self.money[dossier.dossier_id].owed += wanted

        self._in_time(act)

    def _void_the_last(self, dossier: Dossier) -> None:

        def act() -> None:
            try:
                void(
                    dossier.dossier_id,
                    len(dossier.payments),
                    reason="thu nhầm",
                    approval=BY_THE_HEAD,
                    acting=self._acting(),
                )
            except NotVoidableError:
                assert not dossier.payments[-1].awaiting  # no shift is open here
                return
            self.money[dossier.dossier_id].owed += dossier.payments[-1].amount_vnd

        self._in_time(act)

    def _hear_of_the_bank(self, dossier: Dossier) -> None:

        def act() -> None:
            try:
                confirm(
                    dossier.dossier_id,
                    len(dossier.payments),
                    reference="FT26327",
                    acting=self._acting(),
                )
            except NotAwaitedError:
                assert not dossier.payments[-1].awaiting

        self._in_time(act)
