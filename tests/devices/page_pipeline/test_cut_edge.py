"""What leaves the page is told from what only lies there: by the company that letters keep."""

import cv2
import numpy as np
import pytest

from devices.page_pipeline.gate.cut_edge import cut_edge_of
from devices.page_pipeline.scales import contrast_of

HEIGHT, WIDTH = 1169, 827
"""A4 at 100 dpi, in which the marks below are drawn."""
Box = tuple[int, int, int, int]
"""x, y, width, height."""


def is_cut(marks: list[Box], *, paper: tuple[int, int, int] = (240, 240, 240),
           ink: tuple[int, int, int] = (60, 60, 60)) -> bool:  # fmt: skip
    page = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    page[:] = paper
    for x, y, width, height in marks:
        page[y : y + height, x : x + width] = ink
    gray = np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), np.uint8)
    colour_75 = cv2.resize(page, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA)
    return cut_edge_of(contrast_of(gray, reach=15), np.asarray(colour_75, np.uint8)) is not None


def a_line(y: int, x: int = 0, *, letters: int = 8) -> list[Box]:
    return [(x + 10 * place, y, 6, 9) for place in range(letters)]


LINES_CUT = [mark for y in range(110, 1000, 90) for mark in a_line(y)]
SPECKS = [(0, y, 5, 5) for y in range(100, 1000, 90)]
HOLES = [(5, y, 16, 16) for y in range(30, 1150, 50)]
RULES = [(0, y, WIDTH, 2) for y in range(100, 1000, 30)]
DOTTED = [(200 + 4 * place, 0, 2, 2) for place in range(40)]
TAPERING = [(0, 0, 2, 60), *((0, 62 + 8 * place, 3, 6) for place in range(3))]
ENDING = [(300, y, WIDTH - 300, 2) for y in range(100, 1000, 90)]


@pytest.mark.parametrize(
    ("marks", "cut"),
    [
        (LINES_CUT, True),
        (a_line(0, 200, letters=30), True),
        (SPECKS, False),
        (SPECKS + a_line(600, 200), False),
        (HOLES, False),
        (TAPERING, False),
        (DOTTED, True),
        (RULES, False),
        (RULES + LINES_CUT, True),
        (ENDING, True),
        ([*ENDING, *((0, y, 300, 1) for y in range(100, 1000, 90))], False),
    ],
    ids=[
        "lines",
        "a line",
        "specks",
        "specks, text",
        "holes",
        "end of the bed",
        "dots",
        "ruled",
        "ruled, cut",
        "table",
        "across",
    ],
)
def test_letters_come_together_and_specks_alone(marks: list[Box], cut: bool) -> None:
    assert is_cut(marks) is cut


@pytest.mark.parametrize(
    ("mark", "cut"),
    [((0, 300, 60, 90), True), ((0, 0, WIDTH, 40), False), ((0, 0, 30, 1100), False)],
)
def test_a_stamp_over_the_side_is_cut_and_a_band_of_the_letterhead_is_not(
    mark: Box, cut: bool
) -> None:
    assert is_cut([mark], ink=(210, 60, 70)) is cut


def test_yellow_paper_is_no_stamp() -> None:
    assert not is_cut([(0, 0, 2, HEIGHT), (0, 500, 30, 80)], paper=(250, 235, 150))


def test_lines_of_exercise_paper_may_be_paler_on_one_side() -> None:
    contrast = np.zeros((HEIGHT, WIDTH), np.uint8)
    for y in range(100, 1000, 30):
        contrast[y : y + 2] = np.linspace(25, 70, WIDTH).astype(np.uint8)

    assert cut_edge_of(contrast, np.full((877, 620, 3), 240, np.uint8)) is None
