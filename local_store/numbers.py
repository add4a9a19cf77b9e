"""The station's number ranges and what was used of them, inside one transaction."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from local_store.hot import Hot
from local_store.models import NumberRangeRow, NumberUsedRow
from station.domain.numbers import NumberRange, NumbersSpentError, disjoint

_RANGES = Hot(
    select(NumberRangeRow.first, NumberRangeRow.last)
    .where(NumberRangeRow.agency_code == bindparam("agency_code"))
    .order_by(NumberRangeRow.position)
)
_HIGHEST_USED = Hot(
    select(func.max(NumberUsedRow.number)).where(
        NumberUsedRow.agency_code == bindparam("agency_code"),
        NumberUsedRow.day == bindparam("day"),
        NumberUsedRow.number.between(bindparam("first"), bindparam("last")),
    )
)
_NOTE_USED = Hot(insert(NumberUsedRow), "agency_code", "day", "number")


class StoreNumbers:
    """Gives numbers inside one write transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, agency_code: str, on: date) -> int:
        """Take the next number of that day; it is used once the transaction commits.

        Raises:
            NumbersSpentError: every range of this station is used up for that day.
        """
        ranges = ranges_of(self._connection, agency_code)
        for share in ranges:
            number = _next_number(self._connection, agency_code, on, share)
            if number <= share.last:
                used = {"agency_code": agency_code, "day": on, "number": number}
                _NOTE_USED.run(self._connection, used)
                return number
        raise NumbersSpentError(agency_code, on, sum(map(len, ranges)))


def note_used(connection: Connection, agency_code: str, on: date, number: int) -> None:
    """Note that a number was given, where that is not known."""
    used = {"agency_code": agency_code, "day": on, "number": number}
    if connection.scalar(select(NumberUsedRow.number).filter_by(**used)) is None:
        _NOTE_USED.run(connection, used)


def ranges_of(connection: Connection, agency_code: str) -> list[NumberRange]:
    """Give the ranges in the order in which they are used up."""
    rows = _RANGES.run(connection, {"agency_code": agency_code})
    return [NumberRange(first=first, last=last) for first, last in rows]


def replace_ranges(connection: Connection, agency_code: str, ranges: Sequence[NumberRange]) -> None:
    """Make these the station's ranges. What was used stays used, in whatever range it lies.

    Raises:
        OverlappingRangesError: two of them share a number.
    """
    shares = disjoint(ranges)
    connection.execute(delete(NumberRangeRow).where(NumberRangeRow.agency_code == agency_code))
    for position, share in enumerate(shares):
        connection.execute(
            insert(NumberRangeRow),
            {
                "agency_code": agency_code,
                "first": share.first,
                "last": share.last,
                "position": position,
            },
        )


def numbers_left(connection: Connection, agency_code: str, on: date) -> tuple[int, int]:
    """Give how many numbers of that day are left, and how many there are.

    A number that was jumped over can no longer be given and does not count as left.
    """
    left = total = 0
    for share in ranges_of(connection, agency_code):
        total += len(share)
        left += share.last - _next_number(connection, agency_code, on, share) + 1
    return left, total


def _next_number(connection: Connection, agency_code: str, on: date, share: NumberRange) -> int:
    """Give the number after the highest one used; beyond the range when it is spent."""
    asked = {"agency_code": agency_code, "day": on, "first": share.first, "last": share.last}
    highest = _HIGHEST_USED.value(connection, asked)
    return share.first if highest is None else highest + 1
