"""A copy of two sides says what it is for, for good, and everything on the card is still read."""

import io
from datetime import date
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from devices.id_readers.codes import codes_in
from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.copy_mark import dotted_across, line_between, pale_across
from devices.page_pipeline.result import CleanPage, Profile, Wanted
from devices.page_pipeline.sheet_recipe import SheetRecipe, Side
from devices.page_pipeline.sheets import drawn, from_group_4, made
from devices.samples.id_card import PAYLOAD, draw_card_front
from station.forms.copy_purpose import CopyPurpose

PURPOSE = CopyPurpose(
    procedure="Đăng ký khai sinh",
    office="Trung tâm Phục vụ hành chính công phường Quang Trung",
    on=date(2026, 11, 28),
)
WORDS = st.text(st.sampled_from("Chỉdùng cho hồsơ…–"), min_size=1, max_size=60)
SIDES = st.integers(1, 400)
A_ROW = 190
"""Pixels of 200 dpi; a square as wide holds part of a row of words, wherever it is cut out."""


@cache
def card(profile: Profile) -> CleanPage:
    """Clean a sheet on which a card lies in its own size."""
    sheet = Image.new("RGB", (1654, 1170), (250, 250, 248))
    sheet.paste(draw_card_front().resize((674, 425), Image.Resampling.LANCZOS), (200, 300))
    return clean_page(np.asarray(sheet), 200.0, Wanted(profile=profile))


def gray(page: CleanPage) -> np.ndarray:
    return np.asarray(Image.fromarray(drawn(page)).convert("L"))


@settings(max_examples=25)
@given(words=WORDS, width=SIDES, height=SIDES, level=st.integers(0, 255))
def test_pale_words_take_a_sixth_of_the_light_at_most(
    words: str, width: int, height: int, level: int
) -> None:
    part = np.full((height, width, 3), level, np.uint8)

    marked = pale_across(part, words)

    assert marked.shape == part.shape
    assert marked.max() <= level
    assert marked.min() >= int(level * 0.84)


@settings(max_examples=25)
@given(words=WORDS, width=SIDES, height=SIDES, seed=st.integers(0, 9))
def test_dots_keep_away_from_ink_and_no_ink_goes(
    words: str, width: int, height: int, seed: int
) -> None:
    chance = np.random.default_rng(seed)
    ink = np.where(chance.random((height, width)) < 0.001, 255, 0).astype(np.uint8)

    marked = dotted_across(ink, words)

    assert (marked[ink > 0] == 255).all()
    dots, letters = np.argwhere(marked > ink), np.argwhere(ink)
    for y, x in letters:
        assert not len(dots) or np.abs(dots - (y, x)).max(axis=1).min() > 6


def test_no_piece_of_a_card_is_without_the_words() -> None:
    paper = np.full((425, 674, 3), 255, np.uint8)
    pale = pale_across(paper, PURPOSE.across).min(axis=2) < 225
    dots = dotted_across(np.zeros((425, 674), np.uint8), PURPOSE.across) > 0

    for marked in (pale, dots):
        for y in range(0, 425 - A_ROW, 15):
            for x in range(0, 674 - A_ROW, 15):
                assert marked[y : y + A_ROW, x : x + A_ROW].any(), (y, x)


@pytest.mark.parametrize("profile", list(Profile))
def test_the_code_of_a_marked_card_is_read_and_the_sheet_stays_small(profile: Profile) -> None:
    joined = made(SheetRecipe(Side(card(profile)), Side(card(profile), turns=2), PURPOSE))

    assert joined.size < 75_000
    assert (joined.width, joined.height) == (1654, 2339)
    for half in (gray(joined)[:1100], gray(joined)[1240:]):
        assert [code.text for code in codes_in(np.ascontiguousarray(half))] == [PAYLOAD]


@pytest.mark.parametrize("profile", list(Profile))
def test_black_parts_stay_black_and_no_layer_is_without_a_mark(profile: Profile) -> None:
    side = Side(card(profile), masks=((0, 0, 10_000, 10_000),))
    joined = made(SheetRecipe(side, Side(card(profile)), PURPOSE))
    plain = made(SheetRecipe(side, Side(card(profile))))

    assert gray(joined)[60:1000, 200:1400].max() <= 30
    assert joined.text is not None
    assert plain.text is not None
    assert joined.text.content != plain.text.content  # the line between the two sides
    if joined.background is not None and plain.background is not None:
        with (
            Image.open(io.BytesIO(joined.background.content)) as pale,
            Image.open(io.BytesIO(plain.background.content)) as bare,
        ):
            below, above = (np.asarray(one.convert("L"), int)[950:] for one in (pale, bare))
        assert (above - below > 25).sum() > 2_000


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(("width", "height"), [(30, 20), (1654, 2339), (1600, 400), (200, 2300)])
def test_tiny_and_huge_sides_leave_the_line_between_them(
    profile: Profile, width: int, height: int
) -> None:
    sheet = Image.new("RGB", (1654, 2339), "white")
    sheet.paste((90, 90, 90), ((1654 - width) // 2, 0, (1654 + width) // 2, height))
    page = clean_page(np.asarray(sheet), 200.0, Wanted(profile=profile, as_scanned=True))

    joined = made(SheetRecipe(Side(page), Side(page), PURPOSE))

    line = line_between(PURPOSE.lines, 1654)
    top = (2339 - len(line)) // 2
    assert joined.text is not None
    assert (from_group_4(joined.text)[top : top + len(line)] == line).all()
    between = gray(joined)[top : top + len(line)]
    assert between[line == 0].min() > 240


def test_a_sheet_that_says_nothing_has_nothing_between_its_sides() -> None:
    joined = made(SheetRecipe(Side(card(Profile.COLOR)), Side(card(Profile.COLOR))))

    assert gray(joined)[1000:1300].min() > 240


def test_long_sentences_take_the_lines_they_need() -> None:
    words = "quyền sử dụng đất "
    heights = [len(line_between((words * times,), 1654)) for times in (1, 8, 16)]

    assert heights[0] < heights[1] < heights[2]
