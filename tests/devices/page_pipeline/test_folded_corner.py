"""A fold parts two levels of paper; a thin line or a printed pattern in the corner is none."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from devices.page_pipeline.gate.folded_corner import folded_corner_of

Gray = NDArray[np.uint8]


@pytest.fixture
def paper() -> Gray:
    """A4 at 75 dpi."""
    return np.full((877, 620), 235, np.uint8)


def folded(page: Gray, corner: tuple[int, int]) -> None:
    x, y = corner
    inner = [(x, y), (abs(x - 70), y), (x, abs(y - 60))]
    cv2.fillPoly(page, [np.array(inner, np.int32)], 215)


def test_one_fold_or_two_are_found(paper: Gray) -> None:
    folded(paper, (619, 0))
    assert folded_corner_of(paper)

    folded(paper, (0, 876))
    assert folded_corner_of(paper)


def test_a_fold_is_known_by_its_shadow_alone(paper: Gray) -> None:
    cv2.line(paper, (550, 0), (619, 60), 222, 3, cv2.LINE_AA)

    assert folded_corner_of(paper)


@pytest.mark.parametrize("level", [150, 250], ids=["pencil", "scratch of the glass"])
def test_a_thin_line_aslant_is_no_fold(paper: Gray, level: int) -> None:
    cv2.line(paper, (540, 4), (616, 60), level, 1, cv2.LINE_AA)

    assert folded_corner_of(paper) is None


def test_a_pattern_that_is_printed_all_over_is_no_fold() -> None:
    y, x = np.mgrid[:877, :620]
    waves = 225 + 20 * np.sin((np.minimum(x, 619 - x) + np.minimum(y, 876 - y)) / 6)

    assert folded_corner_of(waves.astype(np.uint8)) is None


def test_a_shade_of_one_per_cent_on_a_slip_is_no_fold_because_its_bed_is_dark() -> None:
    bed = np.full((877, 620), 35, np.uint8)
    bed[5:300, 5:180] = 230
    cv2.fillPoly(bed, [np.array([(5, 5), (70, 5), (5, 60)], np.int32)], 228)

    assert folded_corner_of(bed) is None
