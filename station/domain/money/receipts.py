"""Biên lai: series of numbered paper receipts, and the numbers of electronic ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from station.errors import StationError

HIGHEST_NUMBER = 99_999_999
"""TT 91/2026/TT-BTC: a receipt's number has at most eight digits."""
LARGEST_BOOK = 100_000
"""Numbers of one book; more is a slip of the finger."""
_SERIES = re.compile(r"[0-9A-Z][0-9A-Z/.-]{0,19}")
_TEMPLATE = re.compile(r"[0-9A-Z][0-9A-Z/.-]{0,29}")
_ELECTRONIC_TEMPLATE = re.compile(r"EBL0[12]")
_ELECTRONIC_SERIES = re.compile(r"\d{2}T[ABCDEGHKLMNPQRSTUVXY]{2}")


class BadReceiptBookError(StationError):
    """No book of receipts has such a series or such numbers."""

    code = "FEE-010"

    def __init__(self, series: str, first: int, last: int) -> None:
        super().__init__(f"no book of receipts: {series[:20]!r} {first}-{last}")
        self.series, self.first, self.last = series[:20], first, last


class OverlappingBooksError(StationError):
    """A number of the book is in another book already, so a receipt could exist twice."""

    code = "FEE-011"

    def __init__(self, one: "ReceiptBook") -> None:
        super().__init__(f"book {one.book} of {one.series} has numbers {one.first}-{one.last}")
        self.series, self.book, self.first, self.last = one.series, one.book, one.first, one.last


class NoReceiptLeftError(StationError):
    """No open book of this series has a sheet left."""

    code = "FEE-012"

    def __init__(self, series: str | None) -> None:
        super().__init__(f"no receipt left in {series}")
        self.series = series


class BadElectronicReceiptError(StationError):
    """The province's receipt does not have the form of TT 91/2026/TT-BTC."""

    code = "FEE-013"

    def __init__(self, template: str, series: str, number: int) -> None:
        super().__init__(f"no electronic receipt: {template[:10]!r} {series[:10]!r} {number}")
        self.template, self.series, self.number = template[:10], series[:10], number


@dataclass(frozen=True, slots=True, order=True)
class ReceiptNumber:
    """One sheet of a book: ``LP/25E 0001219``."""

    series: str
    number: int

    def __str__(self) -> str:
        return f"{self.series} {self.number:07d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptBook:
    """Quyển biên lai in use at this counter. Its numbers are taken in order, without a gap.

    Raises:
        BadReceiptBookError: the series or the template has other characters than capital letters,
            digits and ``/.-``, or the numbers are none.
    """

    series: str
    template: str
    book: str
    first: int
    last: int
    next_number: int

    def __post_init__(self) -> None:
        believable = 1 <= self.first <= self.last <= HIGHEST_NUMBER
        if (
            not believable
            or self.last - self.first >= LARGEST_BOOK
            or not _SERIES.fullmatch(self.series)
            or not _TEMPLATE.fullmatch(self.template)
        ):
            raise BadReceiptBookError(self.series, self.first, self.last)

    @property
    def left(self) -> int:
        """How many sheets are left."""
        return self.last - self.next_number + 1


def require_apart(book: ReceiptBook, others: Iterable[ReceiptBook]) -> None:
    """Let a new book pass that shares no number with the others.

    Raises:
        OverlappingBooksError: it does, and a number would exist twice.
    """
    for other in others:
        if other.series == book.series and other.first <= book.last and book.first <= other.last:
            raise OverlappingBooksError(other)


def next_receipt(books: Iterable[ReceiptBook], series: str | None = None) -> ReceiptNumber | None:
    """Give the next sheet: of the book that was opened first and has one left.

    Args:
        series: only of this series; None: of any.

    Returns:
        None when no book is in use, or all are used up.
    """
    for book in books:
        if book.left > 0 and series in (None, book.series):
            return ReceiptNumber(book.series, book.next_number)
    return None


def require_electronic(template: str, series: str, number: int) -> None:
    """Let the numbers of an electronic receipt pass (NĐ 254/2026, TT 91/2026/TT-BTC).

    Raises:
        BadElectronicReceiptError: they do not have its form.
    """
    if (
        not _ELECTRONIC_TEMPLATE.fullmatch(template)
        or not _ELECTRONIC_SERIES.fullmatch(series)
        or not 1 <= number <= HIGHEST_NUMBER
    ):
        raise BadElectronicReceiptError(template, series, number)
