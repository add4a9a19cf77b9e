"""What the till shows: the drawer that is counted, the ledger, and the payments. Free of Qt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from station.ports.papers import QrModules
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
    payment: int
    """Its number within the dossier, from 1."""
    owner_name: str
    method: str
    receipt: str
    amount: str
    state: str
    state_tone: Tone
    acts: tuple[MoneyAct, ...]
    transferring: bool = False
    """By transfer, and the bank has not said yet that it came."""


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
    has_shift: bool
    """A shift is open, or was: there is something to report."""
    awaited: int
    may_leave: bool = False
    """What takes a second person can be left for the supervisor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSheet:
    """One VietQR code and what goes with it."""

    code: str
    """Of the dossier."""
    payment: int | None
    """The payment that is awaited; None while nothing was noted yet."""
    modules: QrModules
    sum: str
    state: str
    facts: tuple[tuple[str, str], ...]
    """Captions and values: whose account, and the content of the transfer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeSheet:
    """The fees that may be charged besides: index, name, and amount for one."""

    code: str
    fees: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReduceSheet:
    """The fees that were charged, and what of them is not paid: place, name, and amount."""

    code: str
    owed: str
    fees: tuple[tuple[int, str, str], ...]


class DossierMoneyView(Protocol):
    """What may be asked of the page about one dossier's money."""

    def show_transfer(self, sheet: TransferSheet) -> None: ...

    def show_chargeable(self, sheet: ChargeSheet) -> None: ...

    def show_reducible(self, sheet: ReduceSheet) -> None: ...

    def show_problem(self, sentence: str) -> None: ...

    def show_done(self, sentence: str) -> None: ...


class TillView(Protocol):
    """What a presenter may ask of the page."""

    def show_till(self, sheet: TillSheet) -> None: ...

    def show_problem(self, sentence: str) -> None:
        """Say why something was not done; an empty sentence takes it back."""
        ...

    def forget_panels(self) -> None:
        """Close what asked for an act, and forget what was typed there: it was done."""
        ...

    def show_done(self, sentence: str) -> None:
        """Say what was done just now."""
        ...

    def show_busy(self, busy: bool) -> None: ...
