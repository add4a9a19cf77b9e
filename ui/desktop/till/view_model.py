"""What the till shows: the drawer that is counted, the ledger, and the payments. Free of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ui.desktop.kit.tone import Tone


class TillMode(StrEnum):
    """The two sides of the page."""

    COUNT = "count"
    PAYMENTS = "payments"


class MoneyAct(StrEnum):
    """What may be done with a payment that was made."""

    REFUND = "refund"
    VOID = "void"
    CONFIRM = "confirm"
    SPOIL = "spoil"
    """Give up the next paper receipt; it concerns no payment."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One denomination: how many pieces were typed, and what they make."""

    denomination: int
    typed: str
    total_vnd: int
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger; a strong one is a sum."""

    caption: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """One payment."""

    at: str
    code: str
    owner_name: str
    method: str
    receipt: str
    amount: str
    state: str
    state_tone: Tone
    acts: tuple[MoneyAct, ...]

    @property
    def short_code(self) -> str:
        """The day's number."""
        return self.code.rsplit("-", 1)[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class TillSheet:
    """The whole page."""

    is_open: bool
    title: str
    sub: str
    notes: tuple[NoteLine, ...]
    counted: str
    ledger: tuple[LedgerLine, ...]
    verdict: str
    difference: str
    tone: Tone
    receipts: tuple[LedgerLine, ...]
    reason: str
    asks_reason: bool
    asks_second: bool
    approver: str
    ready: bool
    fact: str
    consequence: str
    bar_tone: Tone
    payments: tuple[PaymentLine, ...]
    payments_of: str
    """The code of the dossier whose payments are listed; empty for those of the shift."""
    owed: str
    """What that dossier owes; empty when nothing, or none is listed."""
    has_books: bool
    awaited: int


class TillView(Protocol):
    """What a presenter may ask of the page."""

    def show_till(self, sheet: TillSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say why something was not done; an empty sentence takes it back."""
        ...

    def show_done(self, sentence: str) -> None:
        """Say what was done just now; forms of acts are dropped."""
        ...

    def show_busy(self, busy: bool) -> None: ...
