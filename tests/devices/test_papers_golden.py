"""Slips, letters, lists and stickers are on every paper as they were when looked at."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from devices.papers.letter_pdf import letter_pdf
from tests import golden_letters
from tests.golden_papers import (
    CASES,
    PAPERS,
    golden_sheet,
    golden_text,
    sheet_of,
    text_in,
    text_of,
)

_CELL = 6
_MOST_DIFFERENCE = 40
"""Of the mean grey of a cell of 2 to 3 mm: another version of a renderer stays below, a line that
moved, or a word that is gone, does not."""


has_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler is not installed"
)


@pytest.mark.parametrize("name", CASES)
@has_poppler
def test_the_text_is_the_one_that_was_looked_at(name: str) -> None:
    assert text_of(CASES[name]) == golden_text(name).read_text(encoding="utf-8")


def cells(sheet: NDArray[np.uint8]) -> NDArray[np.float64]:
    high, wide = (side // _CELL for side in sheet.shape)
    parts = sheet[: high * _CELL, : wide * _CELL].reshape(high, _CELL, wide, _CELL)
    return np.asarray(parts.astype(float).mean(axis=(1, 3)))


@pytest.mark.parametrize("name", golden_letters.LETTERS)
@has_poppler
def test_the_text_of_a_letter_is_the_one_that_was_looked_at(name: str) -> None:
    letter = golden_letters.LETTERS[name]

    text = text_in(letter_pdf(letter, letter.sheet))

    assert text == golden_letters.golden_text(name).read_text(encoding="utf-8")


def assert_as_it_was(sheet: NDArray[np.uint8], file: Path) -> None:
    golden = np.asarray(Image.open(file).convert("L"))
    assert sheet.shape == golden.shape
    difference = np.abs(cells(sheet) - cells(golden))
    place = np.unravel_index(difference.argmax(), difference.shape)
    assert difference.max() <= _MOST_DIFFERENCE, (file.name, [int(at) * _CELL for at in place])


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pictures_are_those_that_were_looked_at(paper: str) -> None:
    assert_as_it_was(sheet_of(paper), golden_sheet(paper))


@pytest.mark.parametrize("paper", golden_letters.PAPERS)
def test_the_pictures_of_letters_are_those_that_were_looked_at(paper: str) -> None:
    assert_as_it_was(golden_letters.sheet_of(paper), golden_letters.golden_sheet(paper))


def test_a_line_that_moved_is_seen() -> None:
    golden = np.asarray(Image.open(golden_sheet("a5")).convert("L"))

    moved = np.roll(golden, 5, axis=0)

    assert np.abs(cells(moved) - cells(golden)).max() > _MOST_DIFFERENCE
