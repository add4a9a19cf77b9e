"""Clean pages look as they did when somebody looked at them: a little may differ, bytes may too."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.golden_pages import NAMES, cleaned, kept, small

_MEAN = 1.0
"""Gray levels by which pixels may differ in the mean: other versions of libraries round."""
_FAR, _FAR_SHARE = 40, 0.001
"""So many pixels may differ by more: edges of letters that moved by a part of a pixel."""


def apart(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> tuple[float, float]:
    """Give the mean difference, and the share of pixels that differ far."""
    off = np.abs(cv2.blur(one, (3, 3)).astype(int) - cv2.blur(other, (3, 3)).astype(int))
    return float(off.mean()), float((off.max(axis=2) > _FAR).mean())


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_page_looks_as_it_did(name: str) -> None:
    now, before = small(name), kept(name)

    assert abs(now.shape[0] - before.shape[0]) <= 2
    rows = min(now.shape[0], before.shape[0])
    mean, far = apart(now[:rows], before[:rows])

    assert mean <= _MEAN
    assert far <= _FAR_SHARE
    assert not cleaned(name).blank


def test_a_lost_stamp_a_stain_and_a_moved_page_would_be_seen() -> None:
    page = kept("stamped")
    stain = page.copy()
    stain[300:330, 200:230] = 120
    red = (page[..., 0].astype(int) - page[..., 1] > 60)[..., None]
    without_stamp = np.where(red, 255, page).astype(np.uint8)
    moved = np.roll(page, 3, axis=0)

    for spoiled in (stain, without_stamp, moved):
        mean, far = apart(page, spoiled)
        assert mean > _MEAN or far > _FAR_SHARE
