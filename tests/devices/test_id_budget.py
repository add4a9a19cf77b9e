"""The time of one picture: asked for in every loop, so that what is begun late ends soon."""

from itertools import count
from typing import cast

import numpy as np
import pytest

from devices.id_readers.budget import Budget
from devices.id_readers.cascade import Cascade, Stage
from tests.card_pictures.scene import shoot

UNREADABLE = (4242, 298)
"""Seed and number of a picture whose code is seen and not read: every way is tried on it."""
QUICK = {Stage.FRAME, Stage.CROP}


class Patience:
    """A budget that is spent once it was asked for so often."""

    def __init__(self, asks: int) -> None:
        self.left, self.asked_in_vain = asks, 0

    @property
    def is_spent(self) -> bool:
        self.left -= 1
        self.asked_in_vain += self.left < 0
        return self.left < 0


def stages_of(picture: tuple[int, int], budget: object) -> list[Stage]:
    seed, number = picture
    cascade = Cascade(shoot(seed, number).pixels, cast("Budget", budget))
    return [stage for stage, _ in cascade.readings()]


def test_without_time_only_the_quick_ways_are_gone() -> None:
    assert set(stages_of(UNREADABLE, Budget(0))) <= QUICK


def test_with_time_every_way_is_gone() -> None:
    assert set(stages_of(UNREADABLE, Budget(60))) >= {
        *QUICK,
        Stage.SHARPENED,
        Stage.THOROUGH,
        Stage.ZBAR,
    }


@pytest.mark.parametrize("asks", [1, 2, 5, 12, 25])
def test_whatever_loop_the_end_finds_it_in_nothing_else_is_begun(asks: int) -> None:
    budget = Patience(asks)

    stages = stages_of(UNREADABLE, budget)

    assert not {Stage.THOROUGH, Stage.ZBAR}.intersection(stages)
    assert budget.asked_in_vain <= 12  # each loop on the way out asks once


def test_only_the_own_thread_s_time_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count(0.0, 0.1)
    monkeypatch.setattr("time.thread_time", lambda: next(clock))
    budget = Budget(0.25)

    assert [budget.is_spent for _ in range(4)] == [False, False, True, True]
    assert np.isclose(next(clock), 0.5)
