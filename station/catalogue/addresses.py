"""An address as it stands on a card, and the unit that its place belongs to on a day.

Cards name units that are gone: districts, and the communes of before 01/07/2025. The address is
kept as it is; the unit of today is proposed beside it where the catalogue leaves no doubt.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station.catalogue.areas import successors
from station.catalogue.parts import Area, AreaLevel
from station.text import fold

_KIND = re.compile(
    r"^(?:thanh pho|thi tran|thi xa|dac khu|phuong|huyen|quan|tinh|xa|tp|tt|tx|p|h|q|x|t)[. ]+"
)
_PARTS = re.compile(r"\s*[,;–]\s*|\s+-\s+")


@dataclass(frozen=True, slots=True)
class PlaceNow:
    """What an address names, and what that is now."""

    named: Area
    """The unit of the address, which may be gone."""
    now: tuple[Area, ...]
    """The unit of the day; several where the territory was parted and nobody knows which."""
    rest: str
    """What stands before the unit: house, street, hamlet."""
    province: str | None
    """Of the unit of the day, where there is one."""

    @property
    def has_moved(self) -> bool:
        """Tell whether the address names something that is called otherwise now."""
        return self.now != (self.named,)

    @property
    def proposed(self) -> Area | None:
        """The unit of the day, if there is no doubt about it."""
        return self.now[0] if len(self.now) == 1 else None

    @property
    def text(self) -> str | None:
        """The address by the units of the day, if there is no doubt about them."""
        if self.proposed is None:
            return None
        said = (self.rest, self.proposed.name, self.province)
        return ", ".join(part for part in said if part)


class AddressBook:
    """Looks addresses up; made once for the areas in force."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._by_code = {area.code: area for area in areas}
        self._bare_names = {area.code: _bare(area.name) for area in areas}
        self._communes: dict[str, list[Area]] = defaultdict(list)
        for area in areas:
            if area.level is AreaLevel.COMMUNE:
                self._communes[self._bare_names[area.code]].append(area)

    def place_now(self, address: str, on: date) -> PlaceNow | None:
        """Give what an address names; None where that is not clear.

        The commune must be named with something above it, or be the only one of its name.
        """
        parts = [part for part in _PARTS.split(address.strip()) if part]
        bare = [_bare(part) for part in parts]
        best: list[tuple[int, int, Area]] = []
        for place, name in enumerate(bare):
            for area in self._communes.get(name, ()):
                above = sum(
                    self._bare_names[up.code] in bare[place + 1 :] for up in self._above(area)
                )
                alone = len(self._communes[name]) == 1 and place == len(bare) - 1
                if above or alone:
                    best.append((above, place, area))
        if not best:
            return None
        highest = max(above for above, *_ in best)
        found = [(place, area) for above, place, area in best if above == highest]
        named = self._one([area for _, area in found], on)
        if named is None:
            return None
        place = next(place for place, area in found if area is named)
        now = (named,) if named.holds_on(on) else successors(named, self._by_code, on)
        if not now:
            return None
        return PlaceNow(
            named=named,
            now=now,
            rest=", ".join(parts[:place]),
            province=self._province(now[0]) if len(now) == 1 else None,
        )

    def area(self, code: str) -> Area | None:
        """Give a unit by its code."""
        return self._by_code.get(code)

    def _one(self, areas: Sequence[Area], on: date) -> Area | None:
        """Choose among units of one name and place: the one that is there, if there is one."""
        there = [area for area in areas if area.holds_on(on)]
        chosen = there or list(areas)
        return chosen[0] if len({area.code for area in chosen}) == 1 else None

    def _above(self, area: Area) -> list[Area]:
        above: list[Area] = []
        at = self._by_code.get(area.parent or "")
        while at is not None and len(above) < 3:
            above.append(at)
            at = self._by_code.get(at.parent or "")
        return above

    def _province(self, area: Area) -> str | None:
        provinces = (one for one in self._above(area) if one.level is AreaLevel.PROVINCE)
        found = next(provinces, None)
        return found.name if found else None


def _bare(name: str) -> str:
    """Give a name without its kind, case and accents: ``P. Quang Trung`` as ``quang trung``."""
    folded = " ".join(fold(name).split())
    return _KIND.sub("", folded).strip(" .")
