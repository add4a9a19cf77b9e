"""Sums and the counted drawer."""

import pytest

from station.domain.money.amounts import (
    HIGHEST_VND,
    BadAmountError,
    BadCountError,
    counted_vnd,
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
