"""Whether the lists of a pack contradict themselves."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from station.catalogue.pack import PackContentError, PackDatesError
from station.catalogue.parts import CatalogueParts, CodeList, Everyday, Reason


class CyclicAgenciesError(PackContentError):
    """An agency stands above itself, by way of others."""

    code = "CAT-020"


def require_sense(parts: CatalogueParts, pack: str) -> None:
    """Refuse lists that contradict themselves.

    Raises:
        CyclicAgenciesError: an agency stands above itself.
        PackDatesError: an area ends before it begins.
        PackContentError: a code is there twice, or names something that is not there.
    """
    for name, rows in parts.given.items():
        _require_apart([_key_of(row) for row in rows], name, pack)
    agencies = {agency.code: agency for agency in parts.agencies}
    _require_known(
        (a.parent for a in parts.agencies if a.parent), agencies, "agencies.parent", pack
    )
    _require_no_circle({code: agency.parent for code, agency in agencies.items()}, pack)
    if agencies:
        _require_known((o.agency for o in parts.offices), agencies, "offices.agency", pack)
    known_fields = {field.code: field for field in parts.fields}
    if known_fields:
        named = (code for office in parts.offices for code in office.fields)
        _require_known(named, known_fields, "offices.fields", pack)
    areas = {area.code: area for area in parts.areas}
    _require_known((a.parent for a in parts.areas if a.parent), areas, "areas.parent", pack)
    _require_known(
        (code for area in parts.areas for code in area.became), areas, "areas.became", pack
    )
    for area in parts.areas:
        if area.from_on is not None and area.to_on is not None and area.to_on < area.from_on:
            raise PackDatesError(pack, f"area {area.code} ends before it begins")
        if area.became and area.to_on is None:
            raise PackDatesError(pack, f"area {area.code} became another, but has no last day")
    for code_list in parts.code_lists:
        _require_apart([item.code for item in code_list.items], code_list.key, pack)


def _key_of(row: Any) -> str:  # noqa: ANN401 - any row of a list
    if isinstance(row, Everyday):
        return row.say
    key = row.key if isinstance(row, Reason | CodeList) else row.code
    return f"{row.act} {key}" if isinstance(row, Reason) else str(key)


def _require_apart(keys: Sequence[str], where: str, pack: str) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise PackContentError(pack, f"{key} is there twice - at `$.{where}`")
        seen.add(key)


def _require_known(
    codes: Iterable[str], known: Mapping[str, object], where: str, pack: str
) -> None:
    for code in codes:
        if code not in known:
            raise PackContentError(pack, f"{code} is not there - at `$.{where}`")


def _require_no_circle(parents: Mapping[str, str | None], pack: str) -> None:
    settled: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in settled:
            if at in path:
                raise CyclicAgenciesError(pack, f"{' → '.join([*path, at])} - at `$.agencies`")
            path[at] = None
            at = parents[at]
        settled.update(path)
