"""Dust, scratches, holes, streaks and the other side's text: blank; the faintest mark: never."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from devices.page_pipeline.blank import MOST_INK_POINTS, is_blank
from devices.page_pipeline.scales import RgbPixels, Scales
from devices.page_pipeline.skew import find_skew
from devices.samples.drawing import font
from tests.dirty_pages import DPI, Little, dirty
from tests.scanned_pages import Kind, scanned


def set_aside(page: RgbPixels) -> bool:
    scales = Scales.of(page, DPI)
    ink = find_skew(scales.contrast_100, scales.gray_150).ink_points
    return ink < MOST_INK_POINTS and is_blank(scales.colour_150)


# 1, 13: as much ink as a few lines of text; 6: four holes; 7, 5113: a streak through a hole;
# 5056: specks that touch; 5101: a slanting scratch; 5106: gray specks on yellow paper; 5297: two
# specks side by side; 912028, 912071: dark specks that touch; 912140: the least two side by side;
# 920214: gray shows through the holes of yellow paper
@pytest.mark.parametrize(
    "seed", [1, 6, 7, 13, 5056, 5101, 5106, 5113, 5297, 912028, 912071, 912140, 920214]
)
def test_dirt_alone_is_set_aside(seed: int) -> None:
    assert set_aside(dirty(Little.NOTHING, seed))


# 23: a streak cuts the tick in two; 6, 9: its pencil is as pale as a page's dirt; 8008: two digits
# that run together, as large as a hole; 7117, 8020: digits that touch, and stand apart
@pytest.mark.parametrize(
    ("bears", "seed"),
    [
        (Little.PENCIL_TICK, 6),
        (Little.PENCIL_TICK, 9),
        (Little.PENCIL_TICK, 23),
        (Little.PAGE_NUMBER, 8008),
        (Little.PENCIL_NUMBER, 7117),
        (Little.PENCIL_NUMBER, 8020),
        *((bears, 3) for bears in Little if bears is not Little.NOTHING),
    ],
)
def test_the_least_that_somebody_wrote_is_kept(bears: Little, seed: int) -> None:
    assert not set_aside(dirty(bears, seed))


def test_small_print_is_told_from_dust_by_standing_on_a_line() -> None:
    white = np.full((1754, 1240, 3), 245, np.uint8)
    specks, print_6pt = white.copy(), white.copy()
    for x, y in ((200, 300), (640, 900), (655, 930), (900, 310), (1000, 1400)):
        cv2.rectangle(specks, (x, y), (x + 8, y + 8), (60, 60, 60), -1)
    for place in range(3):
        x = 600 + 12 * place
        cv2.rectangle(print_6pt, (x, 900), (x + 7, 909), (60, 60, 60), 2)

    assert is_blank(specks)
    assert not is_blank(print_6pt)


def test_a_number_whose_two_digits_run_together_is_not_two_specks() -> None:
    assert not is_blank(Scales.of(scanned(Kind.PAGE_NUMBER, 922005).pixels, 300).colour_150)


@pytest.mark.parametrize("face", ["Regular", "Italic"])
def test_a_lone_digit_is_told_from_two_specks_that_touch(face: str) -> None:
    print_12pt = font(f"CounterSerif-{face}.ttf", 25)
    for digit in "123456789":
        page = Image.new("RGB", (620, 877), (245,) * 3)
        ImageDraw.Draw(page).text((310, 820), digit, font=print_12pt, fill=(40,) * 3, anchor="mm")

        assert not is_blank(np.asarray(page)), digit


def test_a_strip_that_is_all_edge_is_never_set_aside() -> None:
    strip = np.full((2_500, 62, 3), 250, np.uint8)
    strip[200:210, 20:45] = 40

    assert not is_blank(strip)


def test_light_print_on_a_dark_cover_is_not_set_aside() -> None:
    cover = Image.new("RGB", (1240, 1754), (60, 130, 80))
    face = font("CounterSerif-Bold.ttf", 75)
    ImageDraw.Draw(cover).text((620, 450), "HỒ SƠ", font=face, fill=(235, 200, 90), anchor="mm")

    assert not is_blank(np.asarray(cover))


@pytest.mark.parametrize(
    ("level", "blank"), [(200, False), (223, True)], ids=["pencil", "hairline"]
)
def test_a_pencil_stroke_through_a_hole_is_kept_a_scratch_is_not(level: int, blank: bool) -> None:
    page = np.full((1754, 1240), 240, np.uint8)
    length = 600 if not blank else 250
    cv2.line(page, (40, 640), (40 + length // 2, 640 + length), level, 2, cv2.LINE_AA)
    cv2.circle(page, (60, 690), 16, 90, -1)
    soft = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.6), np.uint8)

    assert is_blank(np.repeat(soft[..., None], 3, axis=2)) is blank


def test_a_number_in_pencil_beside_the_side_is_no_shadow_in_a_hole() -> None:
    page = Image.new("L", (1240, 1754), 236)
    draw = ImageDraw.Draw(page)
    draw.line(((166, 980), (174, 973), (174, 996)), fill=180, width=2)  # 17, which touch
    draw.line(((174, 973), (190, 973), (181, 996)), fill=180, width=2)
    soft = np.asarray(cv2.GaussianBlur(np.asarray(page), (0, 0), 0.7), np.uint8)

    assert not is_blank(np.repeat(soft[..., None], 3, axis=2))


def test_a_page_struck_out_by_a_marker_is_not_blank() -> None:
    page = np.full((1754, 1240, 3), 240, np.uint8)
    cv2.line(page, (200, 300), (1000, 1300), (70, 70, 70), 40)

    assert not is_blank(page)
