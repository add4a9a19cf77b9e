"""Finders, corners and poses of symbols whose place is known to a fraction of a module."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from devices.id_readers.budget import Budget
from devices.id_readers.code_places import CodePlace
from devices.id_readers.qr.corners import corners_of
from devices.id_readers.qr.equaliser import Equaliser
from devices.id_readers.qr.finders import angle_of, cut_patch, find_finders
from devices.id_readers.qr.homography import Points, fitted, mapped
from devices.id_readers.qr.layout import layout_of
from devices.id_readers.qr.pose import (
    Pose,
    best_turned,
    finder_centres,
    refined,
    registered,
    timing_agreement,
)
from devices.id_readers.qr.symbol_reader import (
    COARSE_PATCH_SIDE,
    FINE_PATCH_SIDE,
    PATCH_SIDE,
    SymbolReader,
    angles_at,
)
from devices.pictures import GrayPixels
from tests.devices.qr.symbols import CARD, modules_of, photographed

VERSION = 12
SIZE = layout_of(VERSION).size
SQUARE = np.array([(0, 0), (SIZE, 0), (SIZE, SIZE), (0, SIZE)], np.float64)
LEANING = np.array([(82, 60), (300, 84), (290, 310), (60, 280)], np.float64)


@pytest.fixture(scope="module")
def picture() -> GrayPixels:
    return photographed(modules_of(CARD, version=VERSION), LEANING)


@pytest.fixture(scope="module")
def true_finders() -> Points:
    return mapped(fitted(SQUARE, LEANING, [1] * 4), finder_centres(layout_of(VERSION)))


def place() -> CodePlace:
    x, y = LEANING.mean(axis=0)
    return CodePlace(float(x), float(y), 225.0, 1.0)


def posed(picture: GrayPixels, finders: Points) -> Pose:
    return registered(picture.astype(np.float32), (0, 0), finders, layout_of(VERSION), 3.4)


def test_a_perspective_is_found_again() -> None:
    points = np.array([(5, 5), (60, 8), (33, 40)], np.float64)

    there = fitted(SQUARE, LEANING, [1] * 4)

    assert np.abs(mapped(there, SQUARE) - LEANING).max() < 0.7
    back = np.linalg.inv(there).astype(np.float64)
    assert np.abs(mapped(back, mapped(there, points)) - points).max() < 1e-6


@pytest.mark.parametrize("turn", [0, 20, 44])
def test_the_direction_of_the_modules_is_found(turn: int) -> None:
    square = photographed(
        modules_of(CARD, version=VERSION),
        np.array([(150, 150), (400, 150), (400, 400), (150, 400)], np.float64),
    )
    whole = cv2.copyMakeBorder(square, 0, 90, 0, 90, cv2.BORDER_REPLICATE)
    matrix = cv2.getRotationMatrix2D((275, 275), -turn, 1)
    turned = cv2.warpAffine(whole, matrix, whole.shape[::-1], borderValue=220)

    found = np.degrees(angle_of(turned.astype(np.float32))) % 90

    assert min(abs(found - turn), 90 - abs(found - turn)) < 1


def test_the_three_finders_are_the_likest_and_make_the_best_corners(
    picture: GrayPixels, true_finders: Points
) -> None:
    angle = next(angles_at(picture, place()))
    patch = cut_patch(picture, (place().x, place().y), place().side, angle, to_side=200)

    found = find_finders(patch.pixels)
    best = corners_of(found, patch.side)[0]

    places = [patch.in_picture(one.x, one.y) for one in found[:3]]
    apart = np.linalg.norm(np.array(places)[:, None] - true_finders[None], axis=2)
    assert (apart.min(axis=0) < 2).all()
    assert not best.one_hidden
    assert abs(best.size - SIZE) < 8
    assert np.linalg.norm(patch.in_picture(*best.top_left) - true_finders[0]) < 2


def test_a_code_of_thousands_of_pixels_looks_as_a_small_one_does(picture: GrayPixels) -> None:
    times = 13
    large = cv2.resize(picture, None, fx=times, fy=times).astype(np.uint8)
    x, y = (place().x, place().y)
    far = ((x + 0.5) * times - 0.5, (y + 0.5) * times - 0.5)

    small = cut_patch(picture, (x, y), place().side, 0.3, to_side=200)
    reduced = cut_patch(large, far, place().side * times, 0.3, to_side=200)

    assert np.abs(reduced.pixels - small.pixels).mean() < 2
    for corner in SQUARE:
        there = (np.array(small.in_picture(*corner)) + 0.5) * times - 0.5
        assert np.abs(there - reduced.in_picture(*corner)).max() < 0.01


def test_with_one_finder_hidden_the_place_of_the_third_is_among_the_guesses(
    picture: GrayPixels, true_finders: Points
) -> None:
    covered = picture.copy()
    x, y = true_finders[1].astype(int)
    covered[y - 18 : y + 18, x - 18 : x + 18] = 150
    patch = cut_patch(covered, (place().x, place().y), place().side, 0.1, to_side=200)

    guesses = [one for one in corners_of(find_finders(patch.pixels), 200) if one.one_hidden]

    assert any(
        np.linalg.norm(patch.in_picture(*one.top_left) - true_finders[0]) < 4
        and np.linalg.norm(patch.in_picture(*one.top_right) - true_finders[1]) < 25
        for one in guesses
    )


def test_the_true_pose_agrees_and_is_exact(picture: GrayPixels, true_finders: Points) -> None:
    pose = refined(posed(picture, true_finders + 1.5))

    assert pose.agreement > 0.8
    assert np.abs(pose.in_picture(SQUARE) - LEANING).max() < 0.5 * pose.module


def test_a_wrong_place_and_a_wrong_version_do_not_agree(
    picture: GrayPixels, true_finders: Points
) -> None:
    other = registered(
        picture.astype(np.float32), (0, 0), true_finders, layout_of(VERSION + 2), 3.4
    )

    assert posed(picture, true_finders + 40).agreement < 0.3
    assert other.agreement < 0.5 * posed(picture, true_finders).agreement


def test_the_equaliser_judges_blurred_modules_rightly_and_feedback_helps(
    true_finders: Points,
) -> None:
    modules = modules_of(CARD, version=VERSION)
    blurred = photographed(modules, LEANING, blur=2.5)
    noise = np.random.default_rng(4).normal(0, 4, blurred.shape)
    pose = posed(np.clip(blurred + noise, 0, 255).astype(np.uint8), true_finders)

    wrong = {
        feedback: int(((Equaliser(pose, feedback=feedback).judged() > 0) != (modules > 0)).sum())
        for feedback in (True, False)
    }

    assert wrong[True] < 0.01 * modules.size
    assert wrong[True] < wrong[False]


def test_a_bent_grid_is_followed(true_finders: Points) -> None:
    modules = modules_of(CARD, version=VERSION)
    flat = photographed(modules, LEANING)
    rows, columns = np.mgrid[: flat.shape[0], : flat.shape[1]].astype(np.float32)
    curl = 5 * np.sin(np.pi * (columns - 60) / 240)
    bent = cv2.remap(flat, columns, rows + curl, cv2.INTER_CUBIC)
    pose = refined(posed(np.asarray(bent, np.uint8), true_finders))

    wrong = {
        bending: int(((Equaliser(pose, bending=bending).judged() > 0) != (modules > 0)).sum())
        for bending in (True, False)
    }

    assert wrong[True] < wrong[False]


@pytest.mark.parametrize(
    ("version", "how"),
    [
        *((version, "whole") for version in (5, 9, 14, 20, 25)),
        *((version, "mirrored") for version in (5, 14, 25)),
        *((version, "one finder hidden") for version in (5, 9, 14, 20)),
    ],
)
def test_symbols_of_every_size_are_read(version: int, how: str) -> None:
    modules = modules_of("Tờ ngăn hồ sơ", version=version, level="Q")
    pixels = photographed(modules, LEANING * 1.5, blur=1.2)
    x, y = LEANING.mean(axis=0) * 1.5
    if how == "mirrored":
        pixels, x = np.ascontiguousarray(pixels[:, ::-1]), pixels.shape[1] - x
    elif how == "one finder hidden":
        pixels[60:160, 90:190] = 170
    where = CodePlace(float(x), float(y), 340.0, 1.0)
    reader = SymbolReader(pixels, Budget(3))
    side = COARSE_PATCH_SIDE if version < 7 else PATCH_SIDE if version < 20 else FINE_PATCH_SIDE

    angles = [*angles_at(pixels, where), reader.most_promising_turn(where)]
    contents = (reader.read(where, angle, patch_side=side) for angle in angles)
    content = next((one for one in contents if one is not None), None)

    assert content is not None
    assert content.text == "Tờ ngăn hồ sơ"


def test_a_curled_card_is_registered_by_its_alignment_patterns(true_finders: Points) -> None:
    flat = photographed(modules_of(CARD, version=VERSION), LEANING)
    rows, columns = np.mgrid[: flat.shape[0], : flat.shape[1]].astype(np.float32)
    curl = 7 * np.sin(np.pi * (columns - 60) / 240)
    bent = np.asarray(cv2.remap(flat, columns, rows + curl, cv2.INTER_CUBIC), np.uint8)

    rough = posed(bent, true_finders)
    pose = refined(rough)

    assert pose.bend is not None
    assert pose.agreement > rough.agreement + 0.05


def test_the_timing_pattern_tells_the_version(picture: GrayPixels, true_finders: Points) -> None:
    part = picture.astype(np.float32)
    fits = {
        version: timing_agreement(part, true_finders, layout_of(version))
        for version in range(VERSION - 3, VERSION + 4)
    }

    assert max(fits, key=lambda version: fits[version]) == VERSION


def test_a_pose_that_was_turned_is_turned_back(picture: GrayPixels, true_finders: Points) -> None:
    upright = refined(posed(picture, true_finders))
    quarter = np.array([[0, -1, SIZE], [1, 0, 0], [0, 0, 1]])
    turned = replace(upright, homography=upright.homography @ quarter, agreement=0.5)

    found = best_turned(turned)

    assert found.agreement > 0.8
    assert np.abs(found.in_picture(SQUARE) - LEANING).max() < 0.5 * found.module


@pytest.mark.parametrize("version", [2, 3, 4])
def test_small_symbols_are_read_in_a_coarser_patch(version: int) -> None:
    modules = modules_of("KỆ K2-07", version=version, level="M")
    pixels = photographed(modules, LEANING / 1.7, blur=1.4)
    x, y = LEANING.mean(axis=0) / 1.7
    where = CodePlace(float(x), float(y), 130.0, 1.0)
    reader = SymbolReader(pixels, Budget(3))

    angle = next(angles_at(pixels, where))
    content = reader.read(where, angle, patch_side=COARSE_PATCH_SIDE)

    assert content is not None
    assert content.text == "KỆ K2-07"
