"""Pages in a hand are turned where their lines agree, said to be doubtful else, never wrongly."""

import numpy as np
import pytest

from devices.page_pipeline.layers import Mask, split_layers
from devices.page_pipeline.orientation import text_direction
from tests.handwritten_pages import NUMBERS, handwritten


def turned(mask: Mask) -> Mask:
    return np.ascontiguousarray(mask[::-1, ::-1])


# 7 is hardly one line like the next
@pytest.mark.parametrize("joined", [False, True])
@pytest.mark.parametrize("seed", [0, 3, 7, 8])
def test_a_hand_is_turned_or_said_to_be_doubtful(seed: int, joined: bool) -> None:
    text = handwritten(seed, joined=joined)
    upright, upside_down = text_direction(text), text_direction(turned(text))

    if (seed, joined) == (7, True):
        assert upright.doubtful
        assert upside_down.doubtful
    else:
        assert upright.sure
        assert not upright.upside_down
        assert upside_down.upside_down


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_points_and_commas_below_numbers_turn_no_page(seed: int) -> None:
    text = handwritten(seed, joined=False, words=NUMBERS)
    upside_down = text_direction(turned(text))

    assert not text_direction(text).upside_down
    assert upside_down.upside_down or not upside_down.sure


def in_ink(red: int, green: int, blue: int) -> tuple[Mask, Mask, Mask]:
    """Give the channels of a page of which nothing is darker than its ink."""
    ink = handwritten(0, joined=True) > 0
    first, second, third = (
        np.where(ink, level, 255).astype(np.uint8) for level in (red, green, blue)
    )
    return first, second, third


def test_a_hand_in_blue_ink_has_a_direction_though_it_stays_in_the_background() -> None:
    layers = split_layers(in_ink(70, 95, 190))

    assert not layers.text.any()
    assert text_direction(turned(layers.written)).upside_down


def test_what_is_red_as_a_stamp_has_none() -> None:
    assert not split_layers(in_ink(220, 40, 50)).written.any()


def test_one_line_of_a_hand_is_not_enough_to_turn_a_page() -> None:
    assert not text_direction(handwritten(5, joined=True, lines=1)).sure


def test_a_page_without_text_has_no_direction() -> None:
    assert not text_direction(np.zeros((2339, 1654), np.uint8)).sure
