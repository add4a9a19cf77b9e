"""Pairs whose difference Sharma, Wu and Dalal published."""

import numpy as np
import pytest

from tests.colour_difference import delta_e_2000


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_published_pairs(one: tuple[float, ...], other: tuple[float, ...], expected: float) -> None:
    found = delta_e_2000(np.array(one), np.array(other))

    assert float(found) == pytest.approx(expected, abs=1e-4)
