"""What is wrong with a page is named, and a good page is left in peace."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.defects import DefectKind
from devices.page_pipeline.gate.blur import blur_of
from devices.page_pipeline.gate.every_defect import defects_of
from devices.page_pipeline.scales import Scales
from devices.samples.drawing import font
from tests.scanned_pages import PRINTED, Kind, scanned
from tests.spoiled_pages import KINDS, spoiled


@pytest.mark.parametrize("kind", PRINTED)
def test_a_good_page_has_no_defect(kind: Kind) -> None:
    assert clean_page(scanned(kind, 31, skew=0.8).pixels).defects == ()


@pytest.fixture(scope="module")
def letter() -> NDArray[np.uint8]:
    return scanned(Kind.LETTER, 32, skew=-0.6).pixels


@pytest.mark.parametrize("defect", KINDS)
def test_a_defect_is_named(defect: DefectKind, letter: NDArray[np.uint8]) -> None:
    named = {one.kind: one.region for one in clean_page(spoiled(letter, defect, 32)).defects}

    assert defect in named
    region = named[defect]
    assert region.width > 5
    assert region.height > 5
    assert region.x + region.width < 212
    assert region.y + region.height < 299


@pytest.mark.parametrize(
    ("kind", "seed"), [(Kind.TABLE, 3014), (Kind.FORM, 4025), (Kind.STAMPED, 3007)]
)
def test_a_cut_through_a_table_dots_or_a_stamp_is_named(kind: Kind, seed: int) -> None:
    page = scanned(kind, seed, skew=0.7).pixels

    named = {one.kind for one in clean_page(spoiled(page, DefectKind.CUT_EDGE, seed)).defects}

    assert DefectKind.CUT_EDGE in named


def test_a_line_that_is_lost_whole_is_known_by_the_next() -> None:
    page = scanned(Kind.FORM, 70025, skew=0.3).pixels
    cut = spoiled(page, DefectKind.CUT_EDGE, 70025)

    assert DefectKind.CUT_EDGE in {one.kind for one in clean_page(cut).defects}


def test_a_table_that_lies_aslant_is_cut_where_its_last_two_columns_leave_the_page() -> None:
    page = scanned(Kind.TABLE, 910006, skew=-1.67).pixels
    cut = spoiled(page, DefectKind.CUT_EDGE, 91000604)

    assert DefectKind.CUT_EDGE in {one.kind for one in clean_page(cut).defects}


def test_streaks_of_the_feeder_are_no_cut_columns() -> None:
    page = scanned(Kind.LETTER, 31, skew=0.0, dirt=0.0).pixels.copy()
    for x in (300, 900, 1600):
        page[:, x : x + 4] = 90

    assert clean_page(page).defects == ()


@pytest.mark.parametrize("seed", [6044, 6056])
def test_the_shadow_of_a_book_on_a_bare_page_is_no_fold(seed: int) -> None:
    assert clean_page(scanned(Kind.PAGE_NUMBER, seed).pixels).defects == ()


def test_a_finger_is_named_where_it_is() -> None:
    page = scanned(Kind.LETTER, 33, skew=0.0).pixels.copy()
    page[1500:1900, :300] = (214, 160, 130)

    (finger,) = (d for d in clean_page(page).defects if d.kind is DefectKind.FINGER)

    assert finger.region.y == pytest.approx(1500 / 300 * 25.4, abs=4)
    assert finger.region.height == pytest.approx(400 / 300 * 25.4, abs=6)
    assert finger.region.x < 4


def test_an_empty_page_is_not_called_blurred() -> None:
    page = np.full((3508, 2480, 3), 240, np.uint8)

    assert DefectKind.BLURRED not in {one.kind for one in clean_page(page).defects}


def hardly_written(words: str, *, stroke: bool = False) -> NDArray[np.uint8]:
    """Give the red of a page of 200 dpi with some words, or a stroke aslant, and nothing else."""
    page = Image.new("L", (1654, 2339), 240)
    ImageDraw.Draw(page).text((800, 700), words, font=font("CounterSerif-Regular.ttf", 34), fill=40)
    gray = np.asarray(page).copy()
    if stroke:
        cv2.line(gray, (700, 600), (1040, 1500), 130, 3, cv2.LINE_AA)
    return gray


@pytest.mark.parametrize("deviation", [0.5, 2.0])
def test_a_page_number_alone_says_whether_the_page_is_blurred(deviation: float) -> None:
    page = cv2.GaussianBlur(hardly_written("– 17 –"), (0, 0), deviation)

    assert bool(blur_of(np.asarray(page, np.uint8))) is (deviation > 1)


def test_a_stroke_aslant_is_not_blurred_for_rising_little_along_itself() -> None:
    page = cv2.GaussianBlur(hardly_written("", stroke=True), (0, 0), 0.6)

    assert blur_of(np.asarray(page, np.uint8)) is None


def test_the_dark_bed_beside_a_blurred_sheet_does_not_make_it_sharp() -> None:
    page = np.asarray(cv2.GaussianBlur(hardly_written("kèm theo"), (0, 0), 2), np.uint8)
    # the page was turned back: white stands in its corner, and the bed between that and the sheet
    cv2.fillPoly(page, [np.array([(1654, 0), (1600, 0), (1654, 2339)], np.int32)], 30)
    cv2.fillPoly(page, [np.array([(1654, 0), (1630, 0), (1654, 2339)], np.int32)], 240)

    assert blur_of(page)


def test_a_pale_stamp_is_no_blurred_page() -> None:
    page = scanned(Kind.FAINT_STAMP, 31, skew=0.0, dirt=0.0).pixels

    assert clean_page(np.asarray(cv2.GaussianBlur(page, (0, 0), 2), np.uint8)).defects == ()


@pytest.mark.parametrize(
    ("paper", "bed", "dark"),
    [
        ((240, 240, 236), (40, 40, 40), False),
        ((60, 130, 80), (60, 130, 80), False),
        ((110, 108, 100), (110, 110, 110), True),
        ((130, 125, 87), (130, 125, 87), True),
    ],
    ids=[
        "a receipt on a dark bed",
        "a green cover",
        "too little light",
        "yellow, too little light",
    ],
)
def test_a_page_is_too_dark_where_its_paper_is(
    paper: tuple[int, int, int], bed: tuple[int, int, int], dark: bool
) -> None:
    page = np.empty((2339, 1654, 3), np.uint8)
    page[:] = bed
    page[100:900, 500:1100] = paper

    found = {one.kind for one in defects_of(Scales.of(page, 200), page, 200)}

    assert (DefectKind.TOO_DARK in found) is dark
