"""A hard shadow over a photographed sheet: no corner, word or colour is lost to it."""

import cv2
import numpy as np
import pytest

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.hand_shadow import without_shadow
from devices.page_pipeline.perspective import find_corners, laid_flat
from devices.page_pipeline.result import CleanPage, Wanted
from devices.page_pipeline.scales import RgbPixels
from devices.page_pipeline.sheets import drawn
from tests.photographed_pages import Shadow, photographed, shaded
from tests.scanned_pages import PRINTED, Kind

_SEEDS = {Shadow.HAND: 0, Shadow.PHONE: 3, Shadow.HEAD: 1}


def dark(page: RgbPixels) -> np.ndarray:
    return np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY) < 128, np.uint8)


def near(ink: np.ndarray) -> np.ndarray:
    """Give what is within half a millimetre of ink."""
    return np.asarray(cv2.dilate(ink, np.ones((9, 9), np.uint8))) > 0


@pytest.mark.parametrize("shadow", list(Shadow))
def test_a_hard_shadow_costs_no_corner_and_no_word(shadow: Shadow) -> None:
    seed = _SEEDS[shadow]
    photo, corners = photographed(PRINTED[seed % 4], seed, hard=True)
    in_shadow = shaded(photo, shadow, seed)

    found = find_corners(in_shadow)
    assert found is not None
    assert np.linalg.norm(found - corners, axis=1).max() < 6  # half a millimetre
    page, without = (clean_page(one, None, Wanted(camera=True)) for one in (in_shadow, photo))

    assert page.defects == ()
    assert page.size < 1.2 * without.size
    size = (without.width, without.height)
    seen = dark(np.asarray(cv2.resize(drawn(page), size), np.uint8))
    wanted = dark(drawn(without))
    assert wanted.sum() > 50_000
    assert near(seen)[wanted > 0].mean() > 0.999  # nothing is lost,
    assert near(wanted)[seen > 0].mean() > 0.995  # and no rim of the shadow stays


def test_a_stamp_in_shadow_keeps_its_colours() -> None:
    photo, corners = photographed(Kind.STAMPED, 5, hard=True)
    flat, dpi = laid_flat(photo, corners)
    darkened, _ = laid_flat(shaded(photo, Shadow.HAND, 5), corners)

    relit = without_shadow(darkened, dpi)

    coloured = flat.max(axis=2).astype(int) - flat.min(axis=2) > 90
    solid = np.asarray(cv2.erode(coloured.astype(np.uint8), np.ones((3, 3), np.uint8))) > 0
    in_shadow = solid & (darkened.mean(axis=2) < 0.75 * flat.mean(axis=2))
    assert in_shadow.sum() > 1000
    off = np.abs(lab(relit) - lab(flat))[in_shadow].mean(axis=0)
    assert off.max() < 4
    assert np.abs(lab(darkened) - lab(flat))[in_shadow].mean(axis=0).max() > 10


def lab(pixels: RgbPixels) -> np.ndarray:
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def paper() -> RgbPixels:
    noise = np.random.default_rng(1).normal(0, 2, (1754, 1240, 3))
    page = np.clip(225 + noise, 0, 255).astype(np.uint8)
    cv2.putText(page, "HO KHAU", (300, 300), cv2.FONT_HERSHEY_SIMPLEX, 3, (20, 20, 20), 8)
    return page


def gray_box(page: RgbPixels) -> None:
    """The shaded head of a table, within the margins."""
    page[500:700, 150:1090] = 150


def photograph_at_the_side(page: RgbPixels) -> None:
    grain = np.random.default_rng(2).integers(40, 170, (60, 50, 1), np.uint8)
    page[700:1300, :500] = grain.repeat(10, axis=0).repeat(10, axis=1)


def red_cover(page: RgbPixels) -> None:
    page[:600] = (170, 40, 50)


def black_margin(page: RgbPixels) -> None:
    """Of a photocopy whose lid was open."""
    page[:, :60] = 25


@pytest.mark.parametrize("darken", [gray_box, photograph_at_the_side, red_cover, black_margin])
def test_what_is_printed_dark_is_no_shadow(darken: object) -> None:
    page = paper()
    darken(page)  # type: ignore[operator]

    assert np.array_equal(without_shadow(page, 150), page)


def test_a_page_without_a_shadow_is_left_as_it_is() -> None:
    page = paper()

    assert without_shadow(page, 150) is page


def test_nothing_at_the_side_of_a_photograph_is_cut_off_unseen() -> None:
    """The sheet is not found: what is dark at the side may be a shadow with words in it."""
    page = paper()
    page[1000:, :] = (page[1000:, :] * 0.4).astype(np.uint8)
    cv2.putText(page, "CHU KY", (300, 1400), cv2.FONT_HERSHEY_SIMPLEX, 3, (10, 10, 10), 8)

    result: CleanPage = clean_page(page, 150, Wanted(camera=True))

    assert result.height == pytest.approx(2339, rel=0.02)
    assert dark(drawn(result))[1700:1900].any()
