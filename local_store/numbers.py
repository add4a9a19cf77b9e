"""The station's number ranges and what was used of them, inside one transaction."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from local_store.models import NumberRangeRow, NumberUsedRow
from station.domain.numbers import NumberRange, NumbersSpentError, disjoint


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
            highest = self._connection.scalar(
                select(func.max(NumberUsedRow.number)).where(*_within(agency_code, on, share))
            )
            number = share.first if highest is None else highest + 1
            if number <= share.last:
                self._connection.execute(
                    insert(NumberUsedRow),
                    {"agency_code": agency_code, "day": on, "number": number},
                )
                return number
        raise NumbersSpentError(agency_code, on, sum(map(len, ranges)))


def note_used(connection: Connection, agency_code: str, on: date, number: int) -> None:
    """Note that a number was given, where that is not known."""
    used = {"agency_code": agency_code, "day": on, "number": number}
    if connection.scalar(select(NumberUsedRow.number).filter_by(**used)) is None:
        connection.execute(insert(NumberUsedRow), used)


def ranges_of(connection: Connection, agency_code: str) -> list[NumberRange]:
    """Give the ranges in the order in which they are used up."""
    rows = connection.execute(
        select(NumberRangeRow.first, NumberRangeRow.last)
        .where(NumberRangeRow.agency_code == agency_code)
        .order_by(NumberRangeRow.position)
    )
    return [NumberRange(first=row.first, last=row.last) for row in rows]


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
        highest = connection.scalar(
            select(func.max(NumberUsedRow.number)).where(*_within(agency_code, on, share))
        )
        total += len(share)
        left += share.last - (share.first - 1 if highest is None else highest)
    return left, total


def _within(agency_code: str, on: date, share: NumberRange) -> tuple[ColumnElement[bool], ...]:
    return (
        NumberUsedRow.agency_code == agency_code,
        NumberUsedRow.day == on,
        NumberUsedRow.number.between(share.first, share.last),
    )
