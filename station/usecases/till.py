"""Quỹ: open and close a shift, bring receipt books into use, give up a spoiled sheet."""

from collections.abc import Callable, Mapping

import uuid6

from station.domain.events import ReceiptBookOpened, ReceiptVoided, ShiftClosed, ShiftOpened
from station.domain.events.money import Pieces
from station.domain.money.amounts import counted_vnd, require_amount
from station.domain.money.receipts import (
    NoReceiptLeftError,
    ReceiptBook,
    ReceiptNumber,
    next_receipt,
    require_apart,
)
from station.domain.money.shift import Shift
from station.domain.processing import Approval
from station.errors import StationError
from station.ports.store import UnitOfWork
from station.ports.till import Till
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require
from station.usecases.second_person import SecondPersonNeededError, alone
from station.usecases.stated_reasons import SHORTEST_REASON, few_words


class ShiftOpenError(StationError):
    """A shift is open already; its drawer must be counted first."""

    code = "TIL-001"

    def __init__(self, shift: Shift) -> None:
        super().__init__(f"a shift is open since {shift.opened_at.isoformat()}")
        self.opened_at, self.officer = shift.opened_at, shift.officer_id


class NoShiftOpenError(StationError):
    """No shift is open."""

    code = "TIL-002"

    def __init__(self) -> None:
        super().__init__("no shift is open")


class UnexplainedDifferenceError(StationError):
    """What was counted is not what must lie in the drawer, and no reason was given."""

    code = "TIL-003"

    def __init__(self, counted: int, expected: int) -> None:
        super().__init__(f"counted {counted} VND, expected {expected} VND")
        self.counted_vnd, self.expected_vnd = counted, expected
        self.difference_vnd = counted - expected


def approved(approval: Approval | None, acting: Acting, act: Act) -> Approval:
    """Give the second person's approval; in a commune its only officer may act alone.

    Raises:
        SecondPersonNeededError: there is none.
    """
    approval = approval or alone(acting.officer)
    if approval is None:
        raise SecondPersonNeededError(act.value)
    return approval


def expected_at_opening(till: Till) -> int:
    """Give what must lie in the drawer before a shift: what the last one left, and what moved
    since while the till was closed."""
    closed = till.last_closed()
    left = closed.closing.counted_vnd if closed is not None and closed.closing else 0
    return left + till.outside_vnd()


def open_shift(
    count: Mapping[int, int], *, acting: Acting, difference_reason: str | None = None
) -> Shift:
    """Open a shift with the counted drawer.

    The first shift of a station expects nothing in particular, so its count needs no reason.

    Raises:
        NotAllowedError: the officer's role does not include it.
        BadCountError, BadAmountError: the count cannot be.
        ShiftOpenError: one is open already.
        UnexplainedDifferenceError: the count differs from what was left, and no reason is given.
    """
    require(acting.officer, Act.KEEP_TILL)
    counted = require_amount(counted_vnd(count), least=0)
    with acting.work as work:
        if (already := work.till.open_shift()) is not None:
            raise ShiftOpenError(already)
        first = work.till.last_closed() is None
        expected = counted if first else expected_at_opening(work.till)
        now = now_in(acting)
        opened = ShiftOpened(
            shift_id=uuid6.uuid7(),
            officer_name=acting.officer.display_name,
            counted=_pieces(count),
            counted_vnd=counted,
            expected_vnd=expected,
            difference_reason=_explained(counted, expected, difference_reason),
        )
        note(acting, opened, dossier_id=None, at=now)
        shift = _open(work.till)
        work.commit()
    return shift


def close_shift(
    count: Mapping[int, int],
    *,
    acting: Acting,
    difference_reason: str | None = None,
    approval: Approval | None = None,
) -> Shift:
    """Close the shift with the counted drawer; a difference needs a reason and a second person.

    Raises:
        NotAllowedError: the officer's role does not include it.
        BadCountError, BadAmountError: the count cannot be.
        NoShiftOpenError: there is nothing to close.
        UnexplainedDifferenceError: the count differs, and no reason is given.
        SecondPersonNeededError: the count differs, and nobody else confirmed it.
    """
    require(acting.officer, Act.KEEP_TILL)
    require_amount(counted_vnd(count), least=0)
    with acting.work as work:
        made = closing_of(
            work, count, difference_reason=difference_reason, name=acting.officer.display_name
        )
        closed = made(None)
        if closed.difference_reason:
            closed = made(approved(approval, acting, Act.KEEP_TILL))
        note(acting, closed, dossier_id=None, at=now_in(acting))
        ended = work.till.last_closed()
        work.commit()
    if ended is None:
        raise NoShiftOpenError
    return ended


def closing_of(
    work: UnitOfWork, count: Mapping[int, int], *, difference_reason: str | None, name: str
) -> Callable[[Approval | None], ShiftClosed]:
    """Give the fact of a closed shift, but for who confirms its difference.

    Args:
        name: of the officer who counted.

    Raises:
        StationError: as ``close_shift`` does of the count and the till.
    """
    counted = require_amount(counted_vnd(count), least=0)
    shift = _open(work.till)
    expected = shift.expected_vnd
    reason = _explained(counted, expected, difference_reason)
    return lambda second: ShiftClosed(
        shift_id=shift.shift_id,
        officer_name=name,
        counted=_pieces(count),
        counted_vnd=counted,
        expected_vnd=expected,
        difference_reason=reason,
        approval=second,
    )


def open_book(
    *, series: str, template: str, book: str, first: int, last: int, acting: Acting
) -> ReceiptBook:
    """Bring a book of numbered paper receipts into use; it is used after those before it.

    Raises:
        NotAllowedError: the officer's role does not include it.
        BadReceiptBookError: no book has such a series or such numbers.
        OverlappingBooksError: a number is in another book already.
    """
    require(acting.officer, Act.KEEP_TILL)
    opened = ReceiptBook(
        series=clean(series).upper(),
        template=clean(template).upper(),
        book=clean(book)[:40],
        first=first,
        last=last,
        next_number=first,
    )
    with acting.work as work:
        require_apart(opened, work.till.books())
        event = ReceiptBookOpened(
            series=opened.series,
            template=opened.template,
            book=opened.book,
            first=first,
            last=last,
        )
        note(acting, event, dossier_id=None, at=now_in(acting))
        work.commit()
    return opened


def spoil_receipt(
    *, reason: str | None, acting: Acting, series: str | None = None, approval: Approval | None
) -> ReceiptNumber:
    """Give up the next sheet, which was spoiled before any money was taken; its number is kept.

    Raises:
        NotAllowedError: the officer's role does not include it.
        NoFewWordsError, SecondPersonNeededError: nothing was done.
        NoReceiptLeftError: no sheet of this series is left.
    """
    require(acting.officer, Act.KEEP_TILL)
    stated = few_words(reason)
    second = approved(approval, acting, Act.VOID_RECEIPT)
    with acting.work as work:
        event = spoiling_of(work, series, reason=stated)(second)
        note(acting, event, dossier_id=None, at=now_in(acting))
        work.commit()
    return ReceiptNumber(event.receipt_series or "", event.receipt_number or 0)


def spoiling_of(
    work: UnitOfWork, series: str | None, *, reason: str
) -> Callable[[Approval], ReceiptVoided]:
    """Give the fact of a spoiled sheet, but for whose approval stands beside it.

    Raises:
        NoReceiptLeftError: no sheet of this series is left.
    """
    receipt = next_receipt(work.till.books(), series)
    if receipt is None:
        raise NoReceiptLeftError(series)
    drawer = work.till.open_shift_id()
    return lambda second: ReceiptVoided(
        reason=reason,
        approval=second,
        receipt_series=receipt.series,
        receipt_number=receipt.number,
        shift_id=drawer,
    )


def _open(till: Till) -> Shift:
    shift = till.open_shift()
    if shift is None:
        raise NoShiftOpenError
    return shift


def _explained(counted: int, expected: int, reason: str | None) -> str | None:
    if counted == expected:
        return None
    if reason is None or len(clean(reason)) < SHORTEST_REASON:
        raise UnexplainedDifferenceError(counted, expected)
    return clean(reason)


def _pieces(count: Mapping[int, int]) -> tuple[Pieces, ...]:
    return tuple(
        Pieces(denomination=denomination, pieces=count[denomination])
        for denomination in sorted(count, reverse=True)
        if count[denomination]
    )
