"""What the till leaves for the supervisor, because nobody of rank stands here. Free of Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from station.domain.dossier import Dossier
from station.words import Language, Words
from ui.approval_words import CLOSE, LEFT, REDUCE, REFUND, SPOIL, VOID
from ui.desks.till_payments import TillPayment
from ui.desktop.till.counting import Count
from ui.desktop.till.view_model import MoneyAct


class LeavingDesk(Protocol):
    """What leaving needs of the desk. Every call waits for the disk."""

    def ask_to_refund(
        self, code: str, payment: int, *, reason: str, amount_vnd: int | None = None
    ) -> Dossier: ...

    def ask_to_void(self, code: str, payment: int, *, reason: str) -> Dossier: ...

    def ask_to_reduce(
        self,
        code: str,
        lines: Sequence[tuple[int, int]],
        *,
        reason: str,
        legal_basis: str | None = None,
    ) -> Dossier: ...

    def ask_to_spoil(self, *, reason: str, series: str | None = None) -> None: ...

    def ask_to_close(self, count: Mapping[int, int], *, difference_reason: str | None) -> None: ...


class LeavingTill(Protocol):
    """What it needs of the till's presenter."""

    @property
    def count(self) -> Count: ...

    def payment_at(self, row: int) -> TillPayment | None: ...

    def leave(self, work: Callable[[], object], said: str) -> None: ...


class Leaving:
    """A count that was left stays typed: somebody of rank may come to the counter after all."""

    def __init__(self, till: LeavingTill, desk: LeavingDesk, language: Language) -> None:
        self._till, self._desk = till, desk
        self._language: Language = language

    def on_act(self, act: MoneyAct, row: int, reason: str, amount_vnd: int | None) -> None:
        """Leave an act with a payment, or with the next sheet."""
        desk, one = self._desk, self._till.payment_at(row)
        if act is MoneyAct.SPOIL:
            self._leave(partial(desk.ask_to_spoil, reason=reason), SPOIL)
        elif one is not None and act is MoneyAct.VOID:
            code, number = one.dossier_code, one.payment
            self._leave(partial(desk.ask_to_void, code, number, reason=reason), VOID)
        elif one is not None and act is MoneyAct.REFUND:
            work = partial(
                desk.ask_to_refund,
                one.dossier_code,
                one.payment,
                reason=reason,
                amount_vnd=amount_vnd,
            )
            self._leave(work, REFUND)

    def on_reduced(
        self, code: str, lines: Sequence[tuple[int, int]], reason: str, legal_basis: str
    ) -> None:
        """Leave that less is due."""
        basis = legal_basis.strip() or None
        self._leave(
            partial(self._desk.ask_to_reduce, code, lines, reason=reason, legal_basis=basis), REDUCE
        )

    def on_counted(self) -> None:
        """Leave a count that differs."""
        count = self._till.count
        self._leave(
            partial(self._desk.ask_to_close, count.pieces, difference_reason=count.reason), CLOSE
        )

    def _leave(self, work: Callable[[], object], act: Words) -> None:
        language = self._language
        self._till.leave(work, LEFT[language].format(act=act[language].lower()))
