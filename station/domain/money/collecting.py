"""Taking money: what may be taken, by which receipt, and what the officer must be told."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from station.domain.dossier import PaymentMethod
from station.domain.events import FeeCollected
from station.domain.money.amounts import require_amount
from station.domain.money.receipts import ReceiptBook, next_receipt
from station.errors import StationError
from station.words import Language

SEEN_AT_THE_COUNTER = (PaymentMethod.CASH,)
"""Only cash can be counted here; of the rest the bank or the province says that it came."""
FEW_RECEIPTS = 10
"""Numbers left when the officer is told to have a new book ready."""


class TooLittleMoneyError(StationError):
    """The cash that was handed over does not cover the fees."""

    code = "DOS-007"

    def __init__(self, due_vnd: int, tendered_vnd: int | None) -> None:
        super().__init__(f"{due_vnd} VND are due, {tendered_vnd} were handed over")
        self.due_vnd, self.tendered_vnd = due_vnd, tendered_vnd


class TillWarning(StrEnum):
    """What the officer should know; none of it keeps a citizen waiting."""

    CLOSED = "closed"
    NO_RECEIPT = "no_receipt"
    FEW_RECEIPTS = "few_receipts"


_WORDS: dict[Language, dict[TillWarning, str]] = {
    "vi": {
        TillWarning.CLOSED: "Quỹ chưa mở ca: khoản thu này không nằm trong ca nào.",
        TillWarning.NO_RECEIPT: "Hết biên lai giấy: khoản thu này không có số biên lai.",
        TillWarning.FEW_RECEIPTS: "Sắp hết biên lai giấy. Chuẩn bị quyển mới.",
    },
    "en": {
        TillWarning.CLOSED: "The till is closed: this money is in no shift.",
        TillWarning.NO_RECEIPT: "No paper receipt is left: this payment has no receipt number.",
        TillWarning.FEW_RECEIPTS: "The paper receipts run out soon. Have a new book ready.",
    },
}


def warning_text(warning: TillWarning, language: Language) -> str:
    """Give what the officer reads."""
    return _WORDS[language][warning]


def require_covered(method: PaymentMethod, due_vnd: int, tendered_vnd: int | None) -> None:
    """Make sure that cash covers what is due.

    Raises:
        TooLittleMoneyError: it does not, or nothing was handed over.
        BadAmountError: the sums are beyond 10^12 đồng.
    """
    require_amount(due_vnd, least=0)
    if method is not PaymentMethod.CASH:
        return
    if tendered_vnd is None or tendered_vnd < due_vnd:
        raise TooLittleMoneyError(due_vnd, tendered_vnd)
    require_amount(tendered_vnd, least=0)


def collection(
    method: PaymentMethod,
    amount_vnd: int,
    tendered_vnd: int | None,
    *,
    shift_id: UUID | None,
    books: Sequence[ReceiptBook],
) -> tuple[FeeCollected | None, tuple[TillWarning, ...]]:
    """Say what is collected, and what the officer must be told.

    Cash takes the next sheet of the receipt book in use, if there is one; whatever else waits for
    its confirmation and gets its receipt from the province.

    Returns:
        No event where nothing is due, or nothing is paid now.
    """
    if method is PaymentMethod.LATER or amount_vnd == 0:
        return None, ()
    seen = method in SEEN_AT_THE_COUNTER
    receipt = next_receipt(books) if seen else None
    collected = FeeCollected(
        method=method,
        amount_vnd=amount_vnd,
        tendered_vnd=tendered_vnd if seen else None,
        awaiting=not seen,
        shift_id=shift_id,
        receipt_series=receipt.series if receipt else None,
        receipt_number=receipt.number if receipt else None,
    )
    return collected, tuple(_warnings(seen=seen, shift_id=shift_id, books=books))


def _warnings(
    *, seen: bool, shift_id: UUID | None, books: Sequence[ReceiptBook]
) -> Sequence[TillWarning]:
    warnings = []
    if shift_id is None and seen:
        warnings.append(TillWarning.CLOSED)
    left = sum(max(book.left, 0) for book in books)
    if seen and books and left == 0:
        warnings.append(TillWarning.NO_RECEIPT)
    elif seen and books and left <= FEW_RECEIPTS:
        warnings.append(TillWarning.FEW_RECEIPTS)
    return warnings
