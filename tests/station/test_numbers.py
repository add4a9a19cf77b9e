"""Ranges of daily numbers: how they are written, and that no number is in two of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.numbers import (
    BadNumberRangeError,
    NumberRange,
    OverlappingRangesError,
    disjoint,
)

numbers = st.integers(1, 9999)
ranges = st.tuples(numbers, numbers).map(lambda two: NumberRange(first=min(two), last=max(two)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("0300-0399", 300, 399), (" 1 - 9999 ", 1, 9999), ("0007–0007", 7, 7)],
)
def test_a_range_is_written_with_its_two_ends(text: str, first: int, last: int) -> None:
    assert NumberRange.parse(text) == NumberRange(first=first, last=last)


@pytest.mark.parametrize(
    "text", ["", "300", "0399-0300", "0000-0010", "1-10000", "a-b", "-1-5", "1-2-3", "١-٢" * 3]
)
def test_anything_else_is_no_range(text: str) -> None:
    with pytest.raises(BadNumberRangeError) as caught:
        NumberRange.parse(text)

    assert caught.value.details


@given(ranges)
def test_a_range_reads_back_as_it_is_written(one: NumberRange) -> None:
    assert NumberRange.parse(str(one)) == one
    assert len(one) == len(range(one.first, one.last + 1))


@given(st.lists(ranges, max_size=4))
def test_ranges_are_disjoint_or_refused(several: list[NumberRange]) -> None:
    every = [number for one in several for number in range(one.first, one.last + 1)]
    if len(every) == len(set(every)):
        assert disjoint(several) == tuple(several)
    else:
        with pytest.raises(OverlappingRangesError) as caught:
            disjoint(several)
        assert len(caught.value.details["ranges"]) == 2
