"""A sheet photographed on a desk: its corners are found, or set by hand, and it is laid flat."""

from io import BytesIO

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.defects import DefectKind
from devices.page_pipeline.perspective import find_corners, in_order, laid_flat
from devices.page_pipeline.result import Wanted
from devices.page_pipeline.scales import RgbPixels, reduced
from devices.page_pipeline.studio import PageStudio
from station.domain.scan_pages import FULL, Corners
from tests.photographed_pages import photographed
from tests.scanned_pages import PRINTED, Kind


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_corners_are_found(seed: int) -> None:
    photo, corners = photographed(Kind.LETTER, seed)

    found = find_corners(photo)

    assert found is not None
    assert np.linalg.norm(found - corners, axis=1).max() < 4


@pytest.mark.parametrize("seed", [0, 3, 5])
def test_a_grained_desk_a_shadow_and_a_soft_lens_cost_no_millimetre(seed: int) -> None:
    photo, corners = photographed(PRINTED[seed % 4], seed, hard=True)

    found = find_corners(photo)

    assert found is not None
    assert np.linalg.norm(found - corners, axis=1).max() < 6  # half a millimetre
    page = clean_page(photo, None, Wanted(camera=True))
    assert page.defects == ()
    assert page.size < 100_000


def test_a_photograph_becomes_an_upright_page() -> None:
    photo, _ = photographed(Kind.STAMPED, 4)

    page = clean_page(photo, None, Wanted(camera=True))

    assert abs(page.skew_degrees) < 1
    assert not page.blank
    assert page.height / page.width == pytest.approx(297 / 210, rel=0.01)
    assert page.height == pytest.approx(2339, rel=0.02)
    assert page.text is not None


def test_corners_set_by_hand_are_taken() -> None:
    photo, corners = photographed(Kind.LETTER, 5)

    flat, dpi = laid_flat(photo, corners)

    assert dpi == 200
    assert 295 < flat.shape[0] / dpi * 25.4 < 297  # a hair less at each side, down to whole cells
    assert 208 < flat.shape[1] / dpi * 25.4 < 210
    assert np.median(flat[5:-5, 5:40]) > 140  # paper up to its edge, no desk


def test_a_photograph_of_few_pixels_is_laid_flat_in_the_wanted_pitch_and_said_to_be_coarse() -> (
    None
):
    photo, corners = photographed(Kind.LETTER, 5)
    small = reduced(photo, 0.6)

    page = clean_page(small, None, Wanted(camera=True))

    assert laid_flat(small, corners * np.float32(0.6))[1] == 200
    assert (
        laid_flat(small, corners * np.float32(0.2))[1] < 50
    )  # nothing that a finer one would show
    assert [one.kind for one in page.defects] == [DefectKind.LOW_RESOLUTION]


def test_the_order_of_corners_does_not_matter() -> None:
    right = np.array([(10, 12), (90, 8), (95, 150), (5, 140)], np.float32)

    for order in ([2, 0, 3, 1], [3, 2, 1, 0], [1, 3, 0, 2]):
        assert np.array_equal(in_order(right[order]), right)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_nothing_is_found_where_there_is_no_sheet(level: int) -> None:
    noise = np.random.default_rng(1).integers(-6, 7, (900, 700, 3))
    desk = np.asarray(np.clip(level + noise, 0, 255), np.uint8)

    corners = find_corners(desk)

    # a picture that is all one thing may count as a sheet as large as itself, never as a part
    if corners is not None:
        assert cv2.contourArea(corners) > 0.9 * 900 * 700


def in_shares(photo: RgbPixels, corners: NDArray[np.float32]) -> Corners:
    """Give corners as a hand sets them."""
    height, width = photo.shape[:2]
    points = [(round(x / width * FULL), round(y / height * FULL)) for x, y in corners.tolist()]
    a, b, c, d = points
    return Corners((a, b, c, d))


def test_corners_set_by_hand_give_the_page_that_found_ones_give() -> None:
    photo, corners = photographed(Kind.STAMPED, 4)

    found = clean_page(photo, None, Wanted(camera=True))
    by_hand = clean_page(photo, None, Wanted(camera=True, corners=in_shares(photo, corners)))

    assert (by_hand.width, by_hand.height) == pytest.approx((found.width, found.height), abs=12)
    assert by_hand.text is not None
    assert abs(by_hand.skew_degrees - found.skew_degrees) < 0.2


def test_corners_set_by_hand_go_before_what_would_be_found() -> None:
    """The lower half of the sheet only: a hand knows better."""
    photo, corners = photographed(Kind.LETTER, 5)
    middle = (corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2
    half = np.array((*middle, corners[2], corners[3]), np.float32)

    page = clean_page(photo, None, Wanted(camera=True, corners=in_shares(photo, half)))

    longer, shorter = sorted((page.width, page.height), reverse=True)
    assert longer / shorter == pytest.approx(210 / 148.5, rel=0.04)


@pytest.mark.parametrize(
    "points",
    [
        ((0, 0), (FULL, 0), (0, FULL), (FULL, FULL)),
        ((0, 0), (0, FULL), (FULL, FULL), (FULL, 0)),
        ((0, 0), (100, 0), (100, 100), (0, 100)),
        ((0, 0), (FULL + 1, 0), (FULL, FULL), (0, FULL)),
        ((0, 0), (FULL, 0), (FULL // 3, FULL // 3), (0, FULL)),
    ],
)
def test_what_is_no_sheet_is_refused(
    points: tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]],
) -> None:
    with pytest.raises(ValueError, match=r"."):
        Corners(points)


def test_a_photograph_is_shown_with_the_corners_that_are_found() -> None:
    photo, corners = photographed(Kind.LETTER, 2)
    studio = PageStudio()
    try:
        jpeg, found = studio.photograph(encoded(photo), 800)
        desk = np.full((900, 700, 3), 60, np.uint8)
        desk[400:440, 300:360] = 250  # a scrap of paper, no sheet
        (_, none) = studio.photograph(encoded(desk), 800)
    finally:
        studio.close()

    assert Image.open(BytesIO(jpeg)).width == 800
    assert found is not None
    height, width = photo.shape[:2]
    for (x, y), (true_x, true_y) in zip(found.points, corners.tolist(), strict=True):
        assert (x / FULL * width, y / FULL * height) == pytest.approx((true_x, true_y), abs=6)
    assert none is None


def encoded(photo: RgbPixels) -> bytes:
    content = BytesIO()
    Image.fromarray(photo).save(content, "JPEG", quality=92)
    return content.getvalue()
