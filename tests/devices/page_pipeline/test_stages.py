"""Each stage against pages whose truth is known; three seeds, nothing was tuned on them."""

from functools import lru_cache

import cv2
import numpy as np
import pytest

from devices.page_pipeline.blank import MOST_INK_POINTS, is_blank
from devices.page_pipeline.layers import split_layers
from devices.page_pipeline.orientation import text_direction
from devices.page_pipeline.scales import Channels, RgbPixels, Scales, pitch_of, reduced
from devices.page_pipeline.sheet import find_sheet
from devices.page_pipeline.side_shadow import side_shadows
from devices.page_pipeline.skew import find_skew
from devices.page_pipeline.straighten import paper_colour, straightened
from devices.page_pipeline.whitening import cells_of, whitened
from tests.scanned_pages import (
    ALMOST_BLANK,
    DPI,
    HEIGHT,
    PRINTED,
    WIDTH,
    Kind,
    ScannedPage,
    scanned,
)

SEEDS = (21, 22, 23)


@lru_cache(maxsize=8)
def a_page(kind: Kind, seed: int) -> ScannedPage:
    return scanned(kind, seed)


@lru_cache(maxsize=8)  # a page is 40 MB with its scales
def scales_of(kind: Kind, seed: int) -> Scales:
    return Scales.of(a_page(kind, seed).pixels, DPI)


def straight(page: ScannedPage) -> RgbPixels:
    scales = Scales.of(page.pixels, DPI)
    return straightened(
        scales.full, DPI, degrees=page.skew, quarter_turns=0, paper=paper_colour(scales.colour_75)
    )


def as_one(channels: Channels) -> RgbPixels:
    return np.asarray(cv2.merge(channels), np.uint8)


def channels_of(page: RgbPixels) -> Channels:
    red, green, blue = (np.ascontiguousarray(page[..., one]) for one in range(3))
    return red, green, blue


@pytest.mark.parametrize("kind", PRINTED)
@pytest.mark.parametrize("seed", SEEDS)
def test_skew_is_found_to_a_tenth_of_a_degree(kind: Kind, seed: int) -> None:
    scales = scales_of(kind, seed)

    skew = find_skew(scales.contrast_100, scales.gray_150)

    assert skew.sure
    assert not skew.sideways
    assert skew.degrees == pytest.approx(a_page(kind, seed).skew, abs=0.1)


@pytest.mark.parametrize("degrees", [-15.0, 0.12, 14.9])
def test_skew_is_found_in_its_whole_range(degrees: float) -> None:
    scales = Scales.of(scanned(Kind.LETTER, 5, skew=degrees).pixels, DPI)

    assert find_skew(scales.contrast_100, scales.gray_150).degrees == pytest.approx(
        degrees, abs=0.1
    )


def test_a_page_on_its_side_is_told_from_an_upright_one() -> None:
    page = a_page(Kind.STAMPED, 22)
    scales = Scales.of(np.ascontiguousarray(np.rot90(page.pixels)), DPI)

    skew = find_skew(scales.contrast_100, scales.gray_150)

    assert skew.sideways
    assert skew.degrees == pytest.approx(page.skew, abs=0.1)


@pytest.mark.parametrize("quarter_turns", [0, 1])
def test_the_slip_of_a_till_is_turned_by_its_letters_not_by_its_columns(quarter_turns: int) -> None:
    chance, slip = np.random.default_rng(1), np.full((1754, 1240, 3), 245, np.uint8)
    for y in range(100, 1200, 34):
        for place in (*range(chance.integers(9, 14)), *range(22, 28)):
            x, top = 100 + 13 * place + chance.integers(-1, 2), y + chance.integers(10)
            cv2.rectangle(slip, (int(x), int(top)), (int(x) + 8, y + 22), (60, 60, 60), 2)
    scales = Scales.of(np.ascontiguousarray(np.rot90(slip, quarter_turns)), 150)

    assert find_skew(scales.contrast_100, scales.gray_150).sideways is bool(quarter_turns)


def test_an_empty_page_has_no_skew() -> None:
    white = np.full((1754, 1240), 250, np.uint8)

    skew = find_skew(np.zeros((1169, 827), np.uint8), white)

    assert (skew.degrees, skew.sure) == (0.0, False)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_bears_little_is_not_blank(seed: int) -> None:
    for kind in ALMOST_BLANK:
        assert not is_blank(scales_of(kind, seed).colour_150), kind


@pytest.mark.parametrize(
    ("kind", "seed"), [(Kind.FAINT_STAMP, 6010), (Kind.PAGE_NUMBER, 6032), (Kind.PENCIL, 6069)]
)
def test_a_streak_or_a_stamp_alone_turns_no_page_on_its_side(kind: Kind, seed: int) -> None:
    scales = scales_of(kind, seed)

    assert not find_skew(scales.contrast_100, scales.gray_150).sideways


@pytest.mark.parametrize("seed", [177, 20261178])
def test_a_streak_on_a_sheet_that_lies_askew_is_blank(seed: int) -> None:
    scales = scales_of(Kind.BLANK, seed)  # 6 and 10 degrees: whole, and in pieces

    assert is_blank(scales.colour_150)


@pytest.mark.parametrize("seed", SEEDS)
def test_dirt_alone_is_blank(seed: int) -> None:
    scales = scales_of(Kind.BLANK, seed)

    assert is_blank(scales.colour_150)
    assert find_skew(scales.contrast_100, scales.gray_150).ink_points < MOST_INK_POINTS


@pytest.mark.parametrize("kind", PRINTED)
def test_text_upside_down_is_told(kind: Kind) -> None:
    page = straight(a_page(kind, 21))
    text = split_layers(whitened(page, cells_of(page))).text

    assert not text_direction(text).upside_down
    assert text_direction(np.ascontiguousarray(np.rot90(text, 2))).upside_down


@pytest.mark.parametrize("seed", SEEDS)
def test_paper_becomes_white_and_ink_keeps_its_colour(seed: int) -> None:
    page = scanned(Kind.STAMPED, seed, skew=0.0, dirt=0.0)
    small = straight(page)
    white = as_one(whitened(small, cells_of(small)))
    truth = _truth(page)
    paper = cv2.erode(truth.min(axis=2), np.ones((9, 9), np.uint8)) == 255

    assert (white[paper] > 250).mean() > 0.98
    off = np.linalg.norm(_lab(white)[..., 1:] - _lab(truth)[..., 1:], axis=2)
    red = _solid((truth[..., 0] > 180) & (truth[..., 1] < 80))
    blue = _solid((truth[..., 2] > 140) & (truth[..., 0] < 90))
    assert red.sum() > 500
    assert blue.sum() > 100
    for ink in (red, blue):
        assert np.median(off[ink]) < 6


def at_the_left(levels: np.ndarray) -> RgbPixels:
    """Give a page of 200 dpi, paper of 225, whose left side is darker by these levels."""
    page = np.full((2336, 1648, 3), 225, np.float32)
    page[:, : len(levels)] -= levels[None, :, None]
    noise = np.random.default_rng(4).normal(0, 2, page.shape)
    return np.asarray(np.clip(page + noise, 0, 255), np.uint8)


def test_the_shadow_of_a_books_middle_becomes_white_to_the_very_side() -> None:
    page = at_the_left(80 * np.exp(-np.arange(240) / 60))
    cv2.putText(page, "LE", (20, 1200), cv2.FONT_HERSHEY_SIMPLEX, 2, (20, 20, 20), 5)

    white = as_one(whitened(page, cells_of(page)))

    assert page[300, 5].mean() < 160
    rows = np.r_[0:1000, 1400:2336]
    assert (white[rows, :240].min(axis=2) > 235).mean() > 0.97
    assert (white[1150:1210, 20:100].max(axis=2) < 120).sum() > 500  # what stands in it stays


@pytest.mark.parametrize(("depth", "reach"), [(110, 5), (140, 20), (80, 15), (40, 10)])
@pytest.mark.parametrize("turns", [0, 1])
def test_a_steep_shadow_leaves_no_gray_strip_and_takes_no_letter(
    depth: int, reach: int, turns: int
) -> None:
    page = at_the_left(depth * np.exp(-np.arange(240) / reach))
    cv2.putText(page, "LE", (8, 1200), cv2.FONT_HERSHEY_SIMPLEX, 2, (20, 20, 20), 5)
    page = np.ascontiguousarray(np.rot90(page, turns))
    cells = cells_of(page)

    shadows = side_shadows(page)
    sheet = find_sheet(page, cells, shadows)
    white = np.rot90(as_one(sheet.cut(whitened(page, cells, shadows))), -turns)

    assert white.shape == (2336, 1648, 3)
    assert white[:1000].min(axis=2).mean(axis=0).min() > 240
    assert (white[1150:1210, 0:120].max(axis=2) < 120).sum() > 500


@pytest.mark.parametrize("degrees", [3.0, 9.0])
def test_the_dark_beside_a_sheet_that_lies_askew_is_no_shadow(degrees: float) -> None:
    page = np.full((2336, 1648, 3), 225, np.uint8)
    turn = cv2.getRotationMatrix2D((824, 1168), degrees, 1)
    askew = cv2.warpAffine(page, turn, (1648, 2336), borderValue=(30.0, 30.0, 30.0))

    assert side_shadows(np.asarray(askew, np.uint8)) == ()


@pytest.mark.parametrize("width", [4, 80, 160])
def test_a_gray_bar_printed_along_the_side_is_no_shadow(width: int) -> None:
    page = at_the_left(np.full(width, 60.0))

    white = as_one(whitened(page, cells_of(page), side_shadows(page)))

    inside = slice(1, 3) if width < 16 else slice(16, width - 16)
    assert (white[200:2100, inside].max(axis=2) < 225).mean() > 0.99


def test_faint_pencil_keeps_its_contrast() -> None:
    page = scanned(Kind.PENCIL, 4, skew=0.0, dirt=0.0)
    small = straight(page)
    stroke = _truth(page)[..., 0] < 220

    before = np.median(small) - small[stroke].mean()
    after = 255 - as_one(whitened(small, cells_of(small)))[stroke].mean()

    assert stroke.sum() > 300
    assert after > 0.9 * before


def test_stamps_and_signatures_stay_out_of_the_text() -> None:
    page = straight(scanned(Kind.STAMPED, 22, skew=0.0, dirt=0.0))
    channels = whitened(page, cells_of(page))
    layers, white = split_layers(channels), as_one(channels)
    coloured = _solid(white.max(axis=2).astype(int) - white.min(axis=2) > 90)

    assert coloured.sum() > 1000
    assert (layers.text[coloured] > 0).mean() < 0.01
    assert (layers.text > 0).mean() > 0.01
    assert layers.pictures == 0


def test_only_what_is_coloured_is_kept_in_colours() -> None:
    """A speck of a pen, or a stamp of which a tenth of the ink is left, is colour; noise is not."""
    gray = np.full((400, 300, 3), 255, np.uint8)
    gray[100:140, 50:250] = 120
    noise = np.random.default_rng(2).normal(0, 4, gray.shape)
    gray = np.asarray(np.clip(gray + noise, 0, 255), np.uint8)
    faint, speck = gray.copy(), gray.copy()
    faint[200:240, 100:140] = (255, 238, 238)
    speck[300:303, 200:203] = (60, 60, 200)

    shapes = [split_layers(channels_of(page)).background.ndim for page in (gray, faint, speck)]

    assert shapes == [2, 3, 3]


@pytest.mark.parametrize("factor", [1 / 8, 0.45, 2 / 3, 0.75])
@pytest.mark.parametrize("row", [100, 101, 102, 103])
def test_a_thin_line_on_a_page_that_is_reduced_is_never_lost(factor: float, row: int) -> None:
    page = np.zeros((240, 240), np.uint8)
    page[row] = 240

    assert reduced(page, factor).mean() == pytest.approx(page.mean(), rel=0.26)


@pytest.mark.parametrize("degrees", [-11.0, 0.0, 0.4, 9.0])
@pytest.mark.parametrize(("dpi", "size"), [(300.0, (900, 1260)), (150.0, (333, 470))])
def test_a_page_is_turned_in_tiles_as_in_one_piece(
    degrees: float, dpi: float, size: tuple[int, int]
) -> None:
    height, width = size
    page = np.random.default_rng(4).integers(0, 256, (height, width, 3), np.uint8)
    turn = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1), np.float64)
    turn[:2] *= 200 / dpi
    result = (int(width * 200 / dpi), int(height * 200 / dpi))
    paper = (240, 230, 220)
    in_one = cv2.warpAffine(
        page, turn, result, flags=cv2.INTER_LINEAR, borderValue=tuple(float(n) for n in paper)
    )

    tiled = straightened(page, dpi, degrees=degrees, quarter_turns=0, paper=paper)

    off = np.abs(tiled.astype(int) - np.asarray(in_one))
    assert off.max() <= 8  # a place between two pixels may be rounded to the next 32nd
    assert off.mean() < 0.05


def test_a_page_of_the_wanted_pitch_that_lies_straight_keeps_its_sharpness() -> None:
    page = np.random.default_rng(4).integers(0, 256, (2328, 1648, 3), np.uint8)
    paper = (240, 230, 220)

    as_it_was = straightened(page, 200, degrees=0.03, quarter_turns=0, paper=paper)
    turned = straightened(page, 200, degrees=-0.08, quarter_turns=0, paper=paper)

    assert np.array_equal(as_it_was, page)
    assert turned.std() < 0.9 * page.std()


def test_a_photograph_on_the_page_stays_out_of_the_text() -> None:
    page = np.full((2339, 1654, 3), 255, np.uint8)
    grain = np.random.default_rng(1).integers(30, 120, (300, 400, 1), np.uint8)
    page[400:700, 300:700] = grain
    cv2.putText(page, "CHUNG THUC", (300, 1200), cv2.FONT_HERSHEY_SIMPLEX, 2, (0, 0, 0), 4)

    layers = split_layers(channels_of(page))

    assert not layers.text[400:700, 300:700].any()
    assert layers.text[1100:1250].any()
    assert 0.01 < layers.pictures < 0.2


def test_the_dark_around_a_sheet_is_cut_off() -> None:
    bed = np.full((2339, 1654, 3), 40, np.uint8)
    bed[160:2000, 240:1400] = 235
    cv2.putText(bed, "GIAY", (500, 900), cv2.FONT_HERSHEY_SIMPLEX, 3, (0, 0, 0), 6)

    sheet = find_sheet(bed, cells_of(bed))

    assert abs(sheet.top - 160) <= 16
    assert abs(sheet.left - 240) <= 16
    assert abs(sheet.height - 1840) <= 24
    assert abs(sheet.width - 1160) <= 24


def test_a_dark_picture_up_to_the_frame_is_not_cut_off() -> None:
    page = np.full((2339, 1654, 3), 245, np.uint8)
    page[:900] = (
        np.random.default_rng(3)
        .integers(0, 150, (113, 207, 3), np.uint8)
        .repeat(8, axis=0)
        .repeat(8, axis=1)[:900, :1654]
    )

    sheet = find_sheet(page, cells_of(page))

    assert (sheet.top, sheet.height) == (0, 2339)


@pytest.mark.parametrize(
    ("height", "width", "tagged", "dpi"),
    [
        (3508, 2480, None, 300),
        (3508, 2480, 300.0, 300),
        (3508, 2480, 72.0, 300),
        (3508, 2480, 0.0, 300),
        (3508, 2480, 20_000.0, 300),
        (2339, 1654, 200.0, 200),
        (2480, 3508, None, 300),
        (1500, 1000, 300.0, 300),
        (1169, 827, None, 100),
    ],
)
def test_a_wrong_pitch_is_not_believed(
    height: int, width: int, tagged: float | None, dpi: float
) -> None:
    assert pitch_of(height, width, tagged) == dpi


def test_a_page_keeps_its_size_on_paper() -> None:
    page = a_page(Kind.LETTER, 21)

    small = straight(page)

    assert small.shape[:2] == (HEIGHT // 12 * 8, WIDTH // 12 * 8)


def _truth(page: ScannedPage) -> RgbPixels:
    """Give the clean page as black toner and ink come off a white-balanced scanner, 200 dpi."""
    cut = page.clean[: HEIGHT // 12 * 12, : WIDTH // 12 * 12].astype(np.float32)
    small = cv2.resize(cut, None, fx=2 / 3, fy=2 / 3, interpolation=cv2.INTER_AREA)
    return np.asarray(np.rint(20 + np.asarray(small) * (235 / 255)), np.uint8)


def _solid(ink: np.ndarray, times: int = 1) -> np.ndarray:
    return cv2.erode(ink.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=times) > 0


def _lab(pixels: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
