"""Facts of money at the counter. Amounts are whole đồng; nothing is ever deleted.

``payment`` counts the collections of one dossier from 1. ``shift_id`` names the shift in whose
drawer the money went or from which it came; None while the till was closed.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from station.domain.dossier import FeeLine, PaymentMethod
from station.domain.processing import Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeCollected:
    """Money was taken at the counter, or its transfer was begun.

    The number is that of a sheet of a paper receipt book, where one is in use. Since 01/07/2026
    only the province's electronic receipt is a biên lai (NĐ 254/2026): see
    ``ElectronicReceiptIssued``.
    """

    version: ClassVar[int] = 1

    method: PaymentMethod
    amount_vnd: int
    tendered_vnd: int | None
    awaiting: bool = False
    """Nobody at the counter can see that the money came: see ``PaymentConfirmed``."""
    shift_id: UUID | None = None
    receipt_series: str | None = None
    receipt_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeesCharged:
    """Thu thêm: more fees are due than at reception, with the reason."""

    version: ClassVar[int] = 1

    lines: tuple[FeeLine, ...]
    reason: str
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeReduction:
    """How much is taken off one line of what is due."""

    line: int
    """Its place among the dossier's fees at that moment, from 1."""
    amount_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeesReduced:
    """Giảm khoản phải thu: less is due than was charged, and nobody has paid it yet."""

    version: ClassVar[int] = 1

    lines: tuple[FeeReduction, ...]
    reason: str
    approval: Approval
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentConfirmed:
    """The bank or the province says that the money of a payment came."""

    version: ClassVar[int] = 1

    payment: int
    reference: str
    """Number of the transaction or of the bank's notice."""
    confirmed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectronicReceiptIssued:
    """The province issued the biên lai of a payment (NĐ 254/2026, TT 91/2026/TT-BTC)."""

    version: ClassVar[int] = 1

    payment: int
    template: str
    """Ký hiệu mẫu: ``EBL01`` or ``EBL02``."""
    series: str
    """Ký hiệu: ``26TAA``."""
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRefunded:
    """Money was given back; the second person's approval stands beside it."""

    version: ClassVar[int] = 1

    payment: int
    method: PaymentMethod
    amount_vnd: int
    reason: str
    approval: Approval
    shift_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptVoided:
    """Huỷ biên lai: the collection counts as not made, or a sheet was spoiled before any was.

    The number is kept and never given again.
    """

    version: ClassVar[int] = 1

    reason: str
    approval: Approval
    receipt_series: str | None = None
    receipt_number: int | None = None
    payment: int | None = None
    """None for a spoiled sheet, which takes the next number of its book."""
    method: PaymentMethod | None = None
    amount_vnd: int = 0
    shift_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptBookOpened:
    """Quyển biên lai: numbered paper receipts came into use at this counter."""

    version: ClassVar[int] = 1

    series: str
    template: str
    """Mẫu số, for example ``01BLP2-001``."""
    book: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """So many notes or coins of one denomination."""

    denomination: int
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftOpened:
    """Mở ca: the drawer was counted before the first citizen."""

    version: ClassVar[int] = 1

    shift_id: UUID
    officer_name: str
    counted: tuple[Pieces, ...]
    counted_vnd: int
    expected_vnd: int
    """What the last close left, and what moved since while the till was closed."""
    difference_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftClosed:
    """Chốt ca: the drawer was counted again, and the difference explained."""

    version: ClassVar[int] = 1

    shift_id: UUID
    officer_name: str
    counted: tuple[Pieces, ...]
    counted_vnd: int
    expected_vnd: int
    difference_reason: str | None = None
    approval: Approval | None = None
    """The second person, where there is a difference."""
