"""A sheet photographed on a desk: its corners are found, or set by hand, and it is laid flat."""

from random import Random

import cv2
import numpy as np
import pytest

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.perspective import Corners, find_corners, in_order, laid_flat
from devices.page_pipeline.result import Wanted
from devices.page_pipeline.scales import RgbPixels
from tests.scanned_pages import HEIGHT, WIDTH, Kind, scanned


def photographed(kind: Kind, seed: int) -> tuple[RgbPixels, Corners]:
    """Photograph a page from a slant, on a dark desk, with light from one side."""
    chance = Random(seed)
    page = scanned(kind, seed, skew=0.0, dirt=0.0).clean
    width, height = 2400, 3200
    corners = np.array([(260, 240), (2140, 240), (2140, 2900), (260, 2900)], np.float32) + np.array(
        [[chance.uniform(-110, 110) for _ in range(2)] for _ in range(4)], np.float32
    )
    source = np.array(((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)), np.float32)
    view = cv2.getPerspectiveTransform(source, corners)
    desk = np.random.default_rng(seed).normal(70, 8, (height, width, 3))
    sheet = cv2.warpPerspective(page, view, (width, height))
    mask = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), view, (width, height))
    photo = np.where(np.asarray(mask)[..., None] > 0, 25 + np.asarray(sheet) * 0.82, desk)
    light = np.linspace(1.0, chance.uniform(0.7, 0.9), width)[None, :, None]
    return np.asarray(np.clip(photo * light, 0, 255), np.uint8), corners


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_corners_are_found(seed: int) -> None:
    photo, corners = photographed(Kind.LETTER, seed)

    found = find_corners(photo)

    assert found is not None
    assert np.linalg.norm(found - corners, axis=1).max() < 15


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

    assert flat.shape[0] / dpi * 25.4 == pytest.approx(297, abs=1)
    assert flat.shape[1] / dpi * 25.4 == pytest.approx(210, abs=1)
    assert np.median(flat[5:-5, 5:40]) > 140  # paper up to its edge, no desk


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
