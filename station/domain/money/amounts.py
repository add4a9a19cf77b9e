"""Sums of money in whole đồng, and what lies in the drawer."""

from collections.abc import Mapping

from station.errors import StationError

HIGHEST_VND = 10**12
"""No act at a counter moves more; a larger sum is a slip of the hand."""
DENOMINATIONS = (
    500_000,
    200_000,
    100_000,
    50_000,
    20_000,
    10_000,
    5_000,
    2_000,
    1_000,
    500,
    200,
)
"""Mệnh giá: the notes and coins in circulation, the largest first."""
MOST_PIECES = 100_000
"""Of one denomination in a drawer; more is a slip of the finger."""


class BadAmountError(StationError):
    """A sum of money that cannot be moved at a counter."""

    code = "FEE-001"

    def __init__(self, amount_vnd: int) -> None:
        super().__init__(f"impossible amount: {amount_vnd} VND")
        self.amount_vnd, self.highest_vnd = amount_vnd, HIGHEST_VND


class BadCountError(StationError):
    """The count of the drawer names a note that does not exist, or an impossible number of it."""

    code = "FEE-002"

    def __init__(self, denomination: int, pieces: int) -> None:
        super().__init__(f"{pieces} pieces of {denomination} VND")
        self.denomination, self.pieces, self.denominations = denomination, pieces, DENOMINATIONS


def require_amount(amount_vnd: int, *, least: int = 1) -> int:
    """Let a believable sum pass.

    Raises:
        BadAmountError: it is less than ``least``, or more than 10^12 đồng.
    """
    if not least <= amount_vnd <= HIGHEST_VND:
        raise BadAmountError(amount_vnd)
    return amount_vnd


def counted_vnd(count: Mapping[int, int]) -> int:
    """Give the sum of a counted drawer.

    Args:
        count: number of pieces by denomination.

    Raises:
        BadCountError: there is no such note, or a number is negative or absurd.
    """
    for denomination, pieces in count.items():
        if denomination not in DENOMINATIONS or not 0 <= pieces <= MOST_PIECES:
            raise BadCountError(denomination, pieces)
    return sum(denomination * pieces for denomination, pieces in count.items())
