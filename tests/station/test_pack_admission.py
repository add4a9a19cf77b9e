"""Which pack may follow which: versions in order, deltas on their base, days apart."""

import json
from contextlib import suppress
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.admission import (
    ImportedPack,
    MissingBaseError,
    OlderPackError,
    OtherContentError,
    admitted,
    catalogue_age_days,
)
from station.catalogue.convert import since
from station.catalogue.pack import (
    Pack,
    PackContentError,
    PackDatesError,
    PackError,
    PackStatus,
    UnknownPackFieldError,
)
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.reading import read_pack
from station.catalogue.versions import rank
from tests.builders import MONDAY, a_procedure
from tests.catalogue_contract import TODAY, a_pack
from tests.station.test_catalogue_packs import changed

DIGEST = "ab" * 32


def imported(version: str, **facts: object) -> ImportedPack:
    known: dict[str, object] = {
        "name": "hoc-tap",
        "version": version,
        "status": PackStatus.OFFICIAL,
        "sha256": "cd" * 32,
        "imported_at": MONDAY,
    }
    return ImportedPack(**(known | facts))  # type: ignore[arg-type]  # checked by the class


def admit(pack: Pack, *known: ImportedPack, digest: str = DIGEST) -> Pack | None:
    return admitted(pack, digest, known, today=TODAY)


def test_versions_have_one_order() -> None:
    in_order = ["0+ffff", "1", "1.0", "1.2", "1.10", "2026.9", "2026.10", "2026-11-23", "a", "B1"]

    assert all(rank(one) < rank(other) for one, other in pairwise(in_order))
    assert rank("0+aaaa") == rank("0+bbbb") == rank("0")


@given(st.from_regex(r"[0-9A-Za-z][0-9A-Za-z.\-_]{0,9}", fullmatch=True), st.integers(0, 10**6))
def test_a_longer_version_and_a_higher_number_are_later(version: str, number: int) -> None:
    assert rank(version) < rank(f"{version}.{number}") < rank(f"{version}.{number + 1}")


def test_a_later_version_is_admitted_as_it_is() -> None:
    pack = a_pack("119", "1.000001")

    assert admit(pack, imported("118"), imported("9000", name="khac")) is pack


def test_an_older_version_is_refused_and_says_what_is_here() -> None:
    with pytest.raises(OlderPackError) as caught:
        admit(a_pack("9"), imported("10"), imported("8"))

    assert caught.value.details == {"name": "hoc-tap", "version": "9", "newest": "10"}


def test_the_same_pack_once_more_changes_nothing() -> None:
    assert admit(a_pack("10"), imported("10", sha256=DIGEST), imported("11")) is None
    assert admit(a_pack("10"), imported("10", sha256=None)) is None


def test_a_version_never_gets_another_content() -> None:
    with pytest.raises(OtherContentError):
        admit(a_pack("10"), imported("10"))


def test_converted_sources_have_equal_rank_and_the_last_one_holds() -> None:
    pack = a_pack("0+bbbb")

    assert admit(pack, imported("0+cccc"), imported("0+aaaa")) is pack


def test_a_delta_stands_on_the_newest_version() -> None:
    delta = a_pack("11", base="10", withdrawn=("1.000009",))

    assert admit(delta, imported("9"), imported("10")) == delta
    for known in ((), (imported("9"),), (imported("10"), imported("10.5"))):
        with pytest.raises(MissingBaseError) as caught:
            admit(delta, *known)
        assert caught.value.details["base"] == "10"


def test_a_delta_begins_with_its_base() -> None:
    begins = date(2027, 1, 1)
    later = imported("10", effective_from=begins)

    found = admit(a_pack("11", base="10"), later)

    assert found is not None
    assert found.effective_from == begins
    with pytest.raises(PackDatesError):
        admit(a_pack("11", base="10", effective_from=date(2026, 12, 1)), later)


def test_a_delta_ends_with_its_base() -> None:
    last = date(2026, 12, 31)
    delta = a_pack("11", base="10")

    found = admit(delta, imported("10", effective_to=last))

    assert found is not None
    assert found.effective_to == last
    with pytest.raises(PackDatesError):
        admit(
            a_pack("11", base="10", effective_to=date(2027, 1, 1)),
            imported("10", effective_to=last),
        )


D = date
OPEN: dict[str, Any] = {"effective_from": D(2026, 1, 1)}
LATER = {"effective_from": D(2027, 1, 1), "effective_to": D(2027, 12, 31)}
CLOSED = {"effective_from": D(2026, 1, 1), "effective_to": D(2026, 12, 31)}


@pytest.mark.parametrize(
    ("older", "period", "apart"),
    [
        ({}, {}, True),
        ({}, {"effective_from": D(2027, 1, 1)}, True),
        (OPEN, OPEN, True),  # a correction of the same period
        (CLOSED, CLOSED, True),
        (OPEN, {"effective_from": D(2026, 12, 1)}, True),
        (CLOSED, {"effective_from": D(2027, 1, 1)}, True),
        (LATER, {"effective_to": D(2026, 12, 31)}, True),
        (CLOSED, {"effective_from": D(2026, 12, 31)}, False),
        (CLOSED, {}, False),  # from today on
        (CLOSED, {"effective_from": D(2025, 1, 1), "effective_to": D(2026, 12, 1)}, False),
        ({"effective_from": D(2027, 1, 1)}, {"effective_from": D(2026, 6, 1)}, False),
        ({"effective_from": D(2027, 1, 1)}, {"effective_to": D(2026, 12, 31)}, True),
    ],
)
def test_two_versions_never_hold_on_the_same_day(
    older: dict[str, date], period: dict[str, Any], apart: bool
) -> None:
    pack = a_pack("11", **period)
    if apart:
        assert admit(pack, imported("10", **older)) is pack
    else:
        with pytest.raises(PackDatesError, match="10 holds from"):
            admit(pack, imported("10", **older))


def test_a_pack_that_has_ended_is_refused() -> None:
    yesterday = TODAY - timedelta(days=1)

    with pytest.raises(PackDatesError, match="it ended on"):
        admit(a_pack("1", effective_to=yesterday))
    assert admit(a_pack("1", effective_to=TODAY)) is not None


def test_a_pack_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(PackDatesError):
        a_pack("1", effective_from=D(2026, 2, 1), effective_to=D(2026, 1, 31))
    with pytest.raises(PackDatesError, match="effective_to"):
        a_pack("1", status=PackStatus.LOCAL)
    with pytest.raises(PackContentError, match="only a delta"):
        a_pack("1", withdrawn=("1.000001",))
    with pytest.raises(PackContentError, match=r"1\.000001"):
        a_pack("2", "1.000001", base="1", withdrawn=("1.000001",))


def test_dates_base_and_withdrawals_come_back_as_they_were_written() -> None:
    pack = a_pack(
        "2", "1.000001", base="1", withdrawn=("1.000002",), **OPEN, effective_to=D(2026, 12, 31)
    )

    assert read_pack(pack_to_bytes(pack), "x.json") == pack


def test_a_delta_has_what_differs_and_makes_the_new_pack_of_the_old_one() -> None:
    old = a_pack("1", "1.000001", "1.000002", "1.000003")
    new = a_pack("2", "1.000001", "1.000003", "1.000004")
    new = Pack(
        name=new.name,
        version=new.version,
        issued_on=new.issued_on,
        status=new.status,
        procedures=(
            new.procedures[0],
            a_procedure(code="1.000003", name="Khác"),
            new.procedures[2],
        ),
    )

    delta = since(old, new)

    assert (delta.base, delta.withdrawn) == ("1", ("1.000002",))
    assert delta.procedures == new.procedures[1:]


@pytest.mark.parametrize("version", ["", "1 2", "v" * 41, "-1", "1+", "1+ä"])
def test_a_version_is_a_word_that_can_be_ordered(version: str) -> None:
    with pytest.raises(PackContentError, match=r"\$\.version"):
        read_pack(changed(a_pack("1"), lambda p: p.update(version=version)), "x.json")


def test_each_kind_of_bad_content_has_its_code() -> None:
    fee = {"name": "Phí", "kind": "phí", "amount_vnd": 1, "per": "hồ sơ"}
    overlapping = [
        {"from_on": "2026-07-01", "amount_vnd": 2},
        {"from_on": "2026-07-01", "amount_vnd": 3},
    ]
    for change, code in (
        ({"colour": "red"}, "CAT-007"),
        ({"fees": [fee | {"amount_vnd": -1}]}, "CAT-008"),
        ({"fees": [fee | {"tariffs": overlapping}]}, "CAT-009"),
        ({"name": 1}, "CAT-003"),
    ):
        pack = json.loads(pack_to_bytes(a_pack("1", "1.000001")))
        pack["procedures"][0].update(change)
        content = json.dumps(pack).encode()
        with pytest.raises(PackContentError) as caught:
            read_pack(content, "x.json")
        assert caught.value.code == code
    assert UnknownPackFieldError.code == "CAT-007"


days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.lists(st.tuples(days, days, st.integers(0, 20)), max_size=8))
def test_of_what_is_admitted_no_two_periods_with_an_end_share_a_day(
    offered: list[tuple[date | None, date | None, int]],
) -> None:
    known: list[ImportedPack] = []
    for begins, ends, version in offered:
        if begins and ends and ends < begins:
            continue
        pack = a_pack(str(version), effective_from=begins, effective_to=ends)
        with suppress(PackError):
            if admit(pack, *known) is not None:
                period = {"effective_from": begins, "effective_to": ends}
                known.append(imported(str(version), **period))

    assert all(rank(a.version) <= rank(b.version) for a, b in pairwise(known))
    closed = [(p.holds_from, p.effective_to, p) for p in known if p.effective_to is not None]
    for (begins, ends, one), (others_begin, others_end, other) in combinations(closed, 2):
        same = (one.effective_from, ends) == (other.effective_from, others_end)
        assert same or ends < others_begin or others_end < begins


def test_the_catalogue_is_as_old_as_the_newest_of_the_province_that_holds() -> None:
    old = imported("1", issued_on=TODAY - timedelta(days=50))
    new = imported("2", issued_on=TODAY - timedelta(days=12), base="1")
    ended = imported("3", issued_on=TODAY, effective_to=TODAY - timedelta(days=1))
    begun = imported("4", effective_from=TODAY - timedelta(days=20))
    others = [imported("1", status=s, issued_on=TODAY) for s in PackStatus if s != "official"]

    assert catalogue_age_days(others, TODAY) is None
    assert catalogue_age_days([old, ended, *others], TODAY) == 50
    assert catalogue_age_days([old, new], TODAY) == 12
    assert catalogue_age_days([old, begun], TODAY) == 20
