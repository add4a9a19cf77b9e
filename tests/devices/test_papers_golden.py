"""Twenty slips on every paper are as they were when somebody looked at them."""

import shutil

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.golden_papers import CASES, PAPERS, golden_sheet, golden_text, sheet_of, text_of

_CELL = 6
_MOST_DIFFERENCE = 40
"""Of the mean grey of a cell of 2 to 3 mm: another version of a renderer stays below, a line that
moved, or a word that is gone, does not."""


@pytest.mark.parametrize("name", CASES)
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_the_text_is_the_one_that_was_looked_at(name: str) -> None:
    assert text_of(CASES[name]) == golden_text(name).read_text(encoding="utf-8")


def cells(sheet: NDArray[np.uint8]) -> NDArray[np.float64]:
    high, wide = (side // _CELL for side in sheet.shape)
    parts = sheet[: high * _CELL, : wide * _CELL].reshape(high, _CELL, wide, _CELL)
    return np.asarray(parts.astype(float).mean(axis=(1, 3)))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pictures_are_those_that_were_looked_at(paper: str) -> None:
    golden = np.asarray(Image.open(golden_sheet(paper)).convert("L"))

    difference = np.abs(cells(sheet_of(paper)) - cells(golden))

    place = np.unravel_index(difference.argmax(), difference.shape)
    assert difference.max() <= _MOST_DIFFERENCE, (paper, [int(at) * _CELL for at in place])


def test_a_line_that_moved_is_seen() -> None:
    golden = np.asarray(Image.open(golden_sheet("a5")).convert("L"))

    moved = np.roll(golden, 5, axis=0)

    assert np.abs(cells(moved) - cells(golden)).max() > _MOST_DIFFERENCE
