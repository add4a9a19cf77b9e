"""Sums and the counted drawer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.domain.money.amounts import (
    DENOMINATIONS,
    HIGHEST_VND,
    BadAmountError,
    BadCountError,
    counted_vnd,
    fewest_pieces,
    require_amount,
)


def test_the_count_of_the_drawer() -> None:
    count = {500_000: 1, 200_000: 4, 100_000: 3, 50_000: 2, 20_000: 1, 10_000: 0}

    assert counted_vnd(count) == 1_720_000
    assert counted_vnd({}) == 0


@pytest.mark.parametrize("count", [{300_000: 1}, {500_000: -1}, {1_000: 100_001}])
def test_no_note_that_does_not_exist(count: dict[int, int]) -> None:
    with pytest.raises(BadCountError):
        counted_vnd(count)


def test_an_amount_is_positive_and_believable() -> None:
    assert require_amount(HIGHEST_VND) == HIGHEST_VND
    assert require_amount(0, least=0) == 0
    for amount in (0, -20_000, HIGHEST_VND + 1):
        with pytest.raises(BadAmountError):
            require_amount(amount)


@given(st.integers(0, 10**8))
def test_the_fewest_pieces_pay_all_that_notes_can_pay(amount: int) -> None:
    pieces = fewest_pieces(amount)

    assert 0 <= amount - counted_vnd(pieces) < min(DENOMINATIONS)
    assert all(number > 0 for number in pieces.values())
