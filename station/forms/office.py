"""Who receives, where and when: the letterhead and the help lines of every paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeader:
    """What the papers of one counter say of their office, from one day on.

    Agencies merge and move, so a station keeps several of these. Nothing printed about an office
    comes from anywhere else.
    """

    valid_from: date
    parent_agency: str
    """Cơ quan chủ quản, for example ``UBND tỉnh Ninh Bình``."""
    agency: str
    reception_unit: str
    """Bộ phận tiếp nhận và trả kết quả, by its full name."""
    reception_address: str
    place_name: str
    """Địa danh, which stands before the date."""
    phone: str
    website: str
    working_hours: str
    counter: int
    """The counter whose station prints."""


def office_on(offices: Sequence[OfficeHeader], on: date) -> OfficeHeader:
    """Give the office as it was on a day; the oldest one for days before all of them.

    Raises:
        ValueError: ``offices`` is empty.
    """
    in_order = sorted(offices, key=lambda office: office.valid_from)
    in_force = [office for office in in_order if office.valid_from <= on]
    if not in_order:
        raise ValueError("a station has at least one office header")
    return in_force[-1] if in_force else in_order[0]
