"""Takes dossier numbers inside a transaction: the next free one of the station's ranges."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, insert, select

from local_store.models import NumberRangeRow, NumberUsedRow
from station.domain.numbers import NumberRange, NumbersSpentError, disjoint


def ranges_of(connection: Connection, agency_code: str) -> tuple[NumberRange, ...]:
    """Give an agency's ranges in the order in which they are used up."""
    rows = connection.execute(
        select(NumberRangeRow.first, NumberRangeRow.last)
        .where(NumberRangeRow.agency_code == agency_code)
        .order_by(NumberRangeRow.position)
    )
    return tuple(NumberRange(first=row.first, last=row.last) for row in rows)


def add_ranges(connection: Connection, agency_code: str, given: Sequence[NumberRange]) -> None:
    """Add the ranges that are not the station's yet.

    Raises:
        OverlappingRangesError: a new one shares numbers with another.
    """
    known = ranges_of(connection, agency_code)
    new = [one for one in given if one not in known]
    disjoint([*known, *new])
    for position, one in enumerate(new, len(known)):
        connection.execute(
            insert(NumberRangeRow).values(
                agency_code=agency_code, first=one.first, last=one.last, position=position
            )
        )


def used_in(connection: Connection, agency_code: str, on: date, one: NumberRange) -> int:
    """Count the numbers of a range that were given on a day."""
    return (
        connection.scalar(
            select(func.count()).where(
                NumberUsedRow.agency_code == agency_code,
                NumberUsedRow.day == on,
                NumberUsedRow.number.between(one.first, one.last),
            )
        )
        or 0
    )


class StoreNumbers:
    """The station's numbers inside one write transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, agency_code: str, on: date) -> int:
        """Take the next number of a day.

        Raises:
            NumbersSpentError: every range of this station is used up for that day.
        """
        ranges = ranges_of(self._connection, agency_code)
        for one in ranges:
            newest = self._connection.scalar(
                select(func.max(NumberUsedRow.number)).where(
                    NumberUsedRow.agency_code == agency_code,
                    NumberUsedRow.day == on,
                    NumberUsedRow.number.between(one.first, one.last),
                )
            )
            number = one.first if newest is None else newest + 1
            if number <= one.last:
                self._connection.execute(
                    insert(NumberUsedRow).values(agency_code=agency_code, day=on, number=number)
                )
                return number
        raise NumbersSpentError(agency_code, on, sum(len(one) for one in ranges))
