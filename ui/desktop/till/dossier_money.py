"""What the till does with one dossier's money besides its payments: VietQR, more and less fees."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TypeVar

from station.domain.dossier import Dossier, PaymentMethod
from station.usecases.payments import Collected
from station.usecases.second_person import SecondPerson
from station.words import Language, figures
from ui.desks.till_payments import ChargeableFee, ReducibleFees, TransferDemand
from ui.desktop.problems import words_of
from ui.desktop.tasks import Tasks
from ui.desktop.till import words as w
from ui.desktop.till.view_model import (
    ChargeSheet,
    DossierMoneyView,
    MoneyAct,
    ReduceSheet,
    TransferSheet,
)

Answer = TypeVar("Answer")


class DossierTill(Protocol):
    """The desk's acts with one dossier's money. Every call waits for the disk."""

    def transfer(self, code: str) -> TransferDemand: ...

    def chargeable(self, code: str) -> Sequence[ChargeableFee]: ...

    def charge(
        self, code: str, fees: Sequence[tuple[int, int]], *, reason: str, legal_basis: str | None
    ) -> Dossier: ...

    def reducible(self, code: str) -> ReducibleFees: ...

    def reduce(
        self,
        code: str,
        lines: Sequence[tuple[int, int]],
        *,
        reason: str,
        legal_basis: str | None = None,
        second: SecondPerson | None = None,
    ) -> Dossier: ...

    def collect(
        self, code: str, method: PaymentMethod, *, tendered_vnd: int | None = None
    ) -> Collected: ...

    def confirm(self, code: str, payment: int, *, reference: str) -> Dossier: ...


class DossierMoney:
    """What is refused changes nothing, and is said on the page."""

    def __init__(
        self,
        view: DossierMoneyView,
        *,
        till: DossierTill,
        tell: Callable[[str], None],
        store_worker: Tasks,
        language: Language,
    ) -> None:
        """``tell`` says what was done once the till is read anew, and has all lists read."""
        self._view = view
        self._till = till
        self._tell = tell
        self._worker = store_worker
        self._language: Language = language

    def on_transfer(self, code: str) -> None:
        """Show the code by which what a dossier owes, or what is awaited, can be transferred."""
        self._run(partial(self._read, code), self._view.show_transfer)

    def on_waits(self, code: str) -> None:
        """Note that a dossier is being paid by transfer, and go on showing its code."""

        def noted(_: Collected) -> None:
            self._tell(w.NOW_AWAITED[self._language].format(code=code))
            self.on_transfer(code)

        self._run(partial(self._till.collect, code, PaymentMethod.TRANSFER), noted)

    def on_came(self, code: str, payment: int, reference: str) -> None:
        """Note that the bank says that the money of a payment came."""
        self._run(
            partial(self._till.confirm, code, payment, reference=reference),
            lambda _: self._tell(w.DONE[MoneyAct.CONFIRM][self._language].format(code=code)),
        )

    def on_charge_wanted(self, code: str) -> None:
        """Ask which of its procedure's fees are charged besides."""

        def known(fees: Sequence[ChargeableFee]) -> None:
            if not fees:
                self._view.show_problem(w.NO_FEES[self._language].format(code=code))
                return
            lines = tuple((fee.index, fee.name, f"{figures(fee.amount_vnd)} đ") for fee in fees)
            self._view.show_chargeable(ChargeSheet(code=code, fees=lines))

        self._run(partial(self._till.chargeable, code), known)

    def on_charged(
        self, code: str, fees: Sequence[tuple[int, int]], reason: str, legal_basis: str
    ) -> None:
        """Charge more fees; they are collected after."""

        def charged(dossier: Dossier) -> None:
            owed = f"{figures(dossier.owed_vnd)} đ"
            self._tell(w.CHARGED_MORE[self._language].format(code=code, sum=owed))

        basis = legal_basis.strip() or None
        self._run(partial(self._till.charge, code, fees, reason=reason, legal_basis=basis), charged)

    def on_reduce_wanted(self, code: str) -> None:
        """Ask how much is taken off which of its fees."""

        def known(charged: ReducibleFees) -> None:
            fees = tuple((at, name, f"{figures(amount)} đ") for at, name, amount in charged.lines)
            owed = f"{figures(charged.owed_vnd)} đ"
            self._view.show_reducible(ReduceSheet(code=code, owed=owed, fees=fees))

        self._run(partial(self._till.reducible, code), known)

    def on_reduced(
        self,
        code: str,
        lines: Sequence[tuple[int, int]],
        reason: str,
        legal_basis: str,
        second: tuple[str, str],
    ) -> None:
        """Take off what is not paid; ``second`` are name and password of the second person."""

        def reduced(dossier: Dossier) -> None:
            owed = f"{figures(dossier.owed_vnd)} đ"
            self._tell(w.REDUCED[self._language].format(code=code, sum=owed))

        self._run(
            partial(
                self._till.reduce,
                code,
                lines,
                reason=reason,
                legal_basis=legal_basis.strip() or None,
                second=SecondPerson.typed(*second),
            ),
            reduced,
        )

    def _read(self, code: str) -> TransferSheet:
        demand, language = self._till.transfer(code), self._language
        words = w.AWAITED if demand.payment else w.NOT_YET
        return TransferSheet(
            code=code,
            payment=demand.payment,
            modules=demand.modules,
            sum=f"{figures(demand.amount_vnd)} đ",
            state=words[language],
            facts=(
                (w.BANK[language], demand.bank),
                (w.ACCOUNT[language], demand.number),
                (w.HOLDER[language], demand.holder),
                (w.CONTENT[language], demand.content),
            ),
        )

    def _run(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        self._view.show_problem("")
        self._worker.run(work, done=done, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._view.show_problem(words_of(error, self._language))
