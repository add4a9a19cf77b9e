"""The lists of a pack: what they may say, and units found by an old or a new name."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.areas import find_areas
from station.catalogue.built_in import built_in_packs
from station.catalogue.convert import join
from station.catalogue.pack import PackContentError, PackDatesError, PackError, PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.parts import Agency, Area, AreaLevel
from station.catalogue.parts_checks import CyclicAgenciesError
from station.catalogue.reading import read_pack
from station.catalogue.source_formats import Issue
from station.text import fold

LISTS = built_in_packs()[2]
AREAS = LISTS.parts.areas
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def read(change: Callable[[dict[str, Any]], object]) -> None:
    plain = json.loads(pack_to_bytes(LISTS))
    change(plain)
    read_pack(json.dumps(plain).encode(), "x.json")


def circle(plain: dict[str, Any]) -> None:
    plain["agencies"][0]["parent"] = plain["agencies"][1]["code"]


def itself(plain: dict[str, Any]) -> None:
    plain["agencies"][0]["parent"] = plain["agencies"][0]["code"]


@pytest.mark.parametrize(
    ("change", "error", "place"),
    [
        (circle, CyclicAgenciesError, "H25 → 000.00.17.H25 → H25"),
        (itself, CyclicAgenciesError, "H25 → H25"),
        (lambda p: p["agencies"][1].update(parent="H99"), PackContentError, "agencies.parent"),
        (lambda p: p["agencies"].append(p["agencies"][0]), PackContentError, "H25 is there twice"),
        (lambda p: p["offices"][0].update(agency="H99"), PackContentError, "offices.agency"),
        (lambda p: p["offices"][0].update(fields=["G99"]), PackContentError, "offices.fields"),
        (lambda p: p["areas"][0].update(became=["99"]), PackContentError, "areas.became"),
        (lambda p: p["areas"][4].update(parent="99"), PackContentError, "areas.parent"),
        (lambda p: p["areas"][0].update(from_on="2025-07-01"), PackDatesError, "before it begins"),
        (lambda p: p["areas"][0].pop("to_on"), PackContentError, "no last day"),
        (lambda p: p["areas"][0].update(colour="red"), PackError, "$.areas[0]"),
        (lambda p: p["areas"][0].update(level="region"), PackContentError, "$.areas[0].level"),
        (lambda p: p["reasons"].append(p["reasons"][0]), PackContentError, "there twice"),
        (lambda p: p["reasons"][0].update(act="fly"), PackContentError, "$.reasons[0].act"),
        (
            lambda p: p["code_lists"][0]["items"].append(p["code_lists"][0]["items"][0]),
            PackContentError,
            "muc-do-dich-vu",
        ),
        (lambda p: p.update(areas=[{}] * 60_001), PackContentError, "$.areas"),
    ],
)
def test_lists_that_contradict_themselves_are_refused(
    change: Callable[[dict[str, Any]], object], error: type[PackError], place: str
) -> None:
    with pytest.raises(error) as caught:
        read(change)

    assert place in caught.value.problem


@given(st.lists(st.integers(0, 7), min_size=8, max_size=8))
def test_a_circle_of_any_length_is_found_and_a_tree_never_refused(parents: list[int]) -> None:
    agencies = [
        {"code": f"A{n:02d}", "name": "x", "parent": f"A{parent:02d}" if parent != n else None}
        for n, parent in enumerate(parents)
    ]
    chains = []
    for start in range(8):
        at, steps = start, 0
        while parents[at] != at and steps <= 8:
            at, steps = parents[at], steps + 1
        chains.append(steps)
    plain = {
        "schema": "tram-mot-cua-pack/1", "name": "x", "version": "1", "issued_on": None,
        "status": "sample", "procedures": [], "agencies": agencies,
    }  # fmt: skip

    if max(chains) > 8:
        with pytest.raises(CyclicAgenciesError):
            read_pack(json.dumps(plain).encode(), "x.json")
    else:
        assert len(read_pack(json.dumps(plain).encode(), "x.json").parts.agencies) == 8


def test_the_lists_come_back_as_they_were_written() -> None:
    assert read_pack(pack_to_bytes(LISTS), "x.json") == LISTS
    assert LISTS.status is PackStatus.SAMPLE
    assert not any(area.verified for area in AREAS)  # nobody compared them with the resolutions


def test_packs_that_are_joined_keep_their_lists() -> None:
    sample = built_in_packs()[0]

    joined = join([sample, LISTS], Issue(name="tinh", version="1"))

    assert joined.parts == LISTS.parts
    assert joined.procedures == sample.procedures


def test_an_old_province_is_found_and_says_what_it_became() -> None:
    match = find_areas(AREAS, "ha nam", on=AFTER)[0]

    assert (match.area.name, match.is_there) == ("Tỉnh Hà Nam", False)
    assert [area.name for area in match.now] == ["Tỉnh Ninh Bình"]


def test_what_is_there_comes_before_what_was() -> None:
    found = find_areas(AREAS, "Ninh Bình", on=AFTER)

    assert [(match.area.code, match.is_there) for match in found] == [
        ("37", True), ("37-2024", False),
    ]  # fmt: skip
    assert [m.area.code for m in find_areas(AREAS, "Ninh Bình", on=BEFORE)] == ["37-2024", "37"]


def test_an_old_commune_is_found_with_what_was_above_it() -> None:
    (match,) = find_areas(AREAS, "quang trung, phu ly", on=AFTER)

    assert match.path == ("Phường Quang Trung", "Thành phố Phủ Lý", "Tỉnh Hà Nam")
    assert [area.name for area in match.now] == ["Phường Phủ Lý"]
    assert find_areas(AREAS, "quang trung, nam dinh", on=AFTER) == []
    assert find_areas(AREAS, " , ", on=AFTER) == []


@given(st.sampled_from(AREAS), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_every_unit_is_found_by_its_name_and_ends_where_one_is_there(area: Area, day: date) -> None:
    for match in find_areas(AREAS, fold(area.name), on=day, limit=100):
        assert all(now.holds_on(day) for now in match.now)
        assert not (match.is_there and match.now)
    assert area in [m.area for m in find_areas(AREAS, fold(area.name), on=day, limit=100)]


def test_two_mergers_one_after_the_other_lead_to_the_unit_of_today() -> None:
    first = Area(
        code="a", name="Xã A", level=AreaLevel.COMMUNE, to_on=date(2020, 1, 1), became=("b",)
    )
    second = Area(
        code="b", name="Xã B", level=AreaLevel.COMMUNE, from_on=date(2020, 1, 2), to_on=BEFORE,
        became=("c", "d"),
    )  # fmt: skip
    third, fourth = (
        Area(code=code, name=f"Xã {code}", level=AreaLevel.COMMUNE, from_on=AFTER) for code in "cd"
    )
    areas = (first, second, third, fourth)

    def now(on: date) -> list[str]:
        (match,) = find_areas(areas, "xa a", on=on)
        return [area.code for area in match.now]

    assert now(AFTER) == ["c", "d"]
    assert now(BEFORE) == ["b"]
    assert now(date(2019, 1, 1)) == []


def test_agencies_have_a_role() -> None:
    assert {agency.role.value for agency in LISTS.parts.agencies} == {"both", "handling"}
    assert LISTS.parts.agencies[0] == Agency(code="H25", name="UBND tỉnh")
