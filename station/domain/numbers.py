"""Dải số: a station's standing shares of the agency's daily dossier numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station.domain.ids import DossierCode
from station.errors import StationError

_WRITTEN = re.compile(r"(\d{1,4})\s*[-–]\s*(\d{1,4})")


class NumbersSpentError(StationError):
    """Every number that this station may give on this day is used."""

    code = "NUM-001"

    def __init__(self, agency_code: str, on: date, total: int) -> None:
        super().__init__(f"all {total} numbers of {agency_code} on {on} are used")
        self.agency_code, self.on, self.total = agency_code, on, total


class BadNumberRangeError(StationError):
    """This is no range of daily dossier numbers such as ``0300-0399``."""

    code = "NUM-002"

    def __init__(self, text: str) -> None:
        super().__init__(f"not a range of numbers from 1 to 9999: {text[:40]!r}")
        self.range = text[:40]


class OverlappingRangesError(StationError):
    """Two ranges share a number, so a code could be given twice."""

    code = "NUM-003"

    def __init__(self, one: "NumberRange", other: "NumberRange") -> None:
        super().__init__(f"{one} and {other} overlap")
        self.ranges = (str(one), str(other))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NumberRange:
    """A standing share of the agency's daily dossier numbers, both ends included.

    Raises:
        BadNumberRangeError: it is empty, or reaches beyond 1 to 9999.
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last <= DossierCode.HIGHEST_NUMBER:
            raise BadNumberRangeError(f"{self.first}-{self.last}")

    def __str__(self) -> str:
        return f"{self.first:04d}-{self.last:04d}"

    def __len__(self) -> int:
        return self.last - self.first + 1

    def overlaps(self, other: "NumberRange") -> bool:
        """Tell whether a number is in both."""
        return self.first <= other.last and other.first <= self.last

    @classmethod
    def parse(cls, text: str) -> "NumberRange":
        """Read a range as it is written: ``0300-0399``.

        Raises:
            BadNumberRangeError: it is not one.
        """
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise BadNumberRangeError(text)
        return cls(first=int(found[1]), last=int(found[2]))


def disjoint(ranges: Sequence[NumberRange]) -> tuple[NumberRange, ...]:
    """Give the ranges in the order in which they are used up; that is the given order.

    Raises:
        OverlappingRangesError: two of them share a number.
    """
    for place, one in enumerate(ranges):
        for other in ranges[:place]:
            if one.overlaps(other):
                raise OverlappingRangesError(other, one)
    return tuple(ranges)
