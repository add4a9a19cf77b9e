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
    header_lines: tuple[str, ...] = ()
    """What stands at the head of papers in the place of the two agencies; the last line is bold."""
    logo: bytes = b""
    """A PNG picture at the head of papers, as ``station templates logo`` makes it; may be none."""

    @property
    def head(self) -> tuple[str, ...]:
        """Give the lines at the head of papers, those that say something."""
        lines = self.header_lines or (self.parent_agency, self.agency)
        return tuple(line for line in lines if line.strip())


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
