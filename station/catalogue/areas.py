"""Finding an administrative unit by its old or its new name, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station.catalogue.parts import Area
from station.catalogue.word_index import words_of
from station.text import fold


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """A unit that was found. ``now`` is what its territory belongs to on the day asked for."""

    area: Area
    path: tuple[str, ...]
    """The names from the unit up to its province."""
    is_there: bool
    now: tuple[Area, ...]


def find_areas(areas: Sequence[Area], text: str, *, on: date, limit: int = 20) -> list[AreaMatch]:
    """Find units, old and new, without accents; those that are there on the day come first.

    The text may name the unit and what is above it: ``quang trung phu ly``.
    """
    wanted = words_of(fold(text))
    if not wanted:
        return []
    by_code = {area.code: area for area in areas}
    found = []
    for area in areas:
        own = words_of(fold(area.name))
        whole = [word for name in path_of(area, by_code) for word in words_of(fold(name))]
        if not all(any(word.startswith(each) for word in whole) for each in wanted):
            continue
        if not any(word.startswith(wanted[0]) for word in own):
            continue  # the first word is of the unit itself
        exact = " ".join(wanted) in " ".join(own)
        found.append((not exact, not area.holds_on(on), area.level.value, area.name, area.code))
    return [
        AreaMatch(
            area=by_code[code],
            path=path_of(by_code[code], by_code),
            is_there=by_code[code].holds_on(on),
            now=successors(by_code[code], by_code, on),
        )
        for *_, code in sorted(found)[:limit]
    ]


def path_of(area: Area, by_code: dict[str, Area]) -> tuple[str, ...]:
    """Give the names from the unit up to its province."""
    names: list[str] = []
    at: Area | None = area
    while at is not None and len(names) < 5:  # three levels; a circle ends too
        names.append(at.name)
        at = by_code.get(at.parent) if at.parent else None
    return tuple(names)


def successors(area: Area, by_code: dict[str, Area], on: date) -> tuple[Area, ...]:
    """Give the units that the territory belongs to on a day; nothing for one that is there."""
    found: dict[str, Area] = {}
    waiting, seen = list(area.became), {area.code}
    while waiting:
        code = waiting.pop(0)
        if code in seen or code not in by_code:
            continue
        seen.add(code)
        if by_code[code].holds_on(on):
            found[code] = by_code[code]
        else:
            waiting += by_code[code].became
    return tuple(found.values()) if not area.holds_on(on) else ()
