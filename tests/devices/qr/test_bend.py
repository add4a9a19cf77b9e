"""Bends by polynomials: what goes in comes out, and few points bend little."""

import numpy as np

from devices.id_readers.qr.bend import bend_through, bent

SIZE = 61
POINTS = np.array([(x, y) for x in (6, 30, 54) for y in (6, 30, 54)], np.float64)


def test_a_bend_is_found_again_from_the_points_it_moved() -> None:
    curl = np.array([[0.1, 0, 0.2, 0, 0, 0], [0.5, 0, 0, -1.2, 0.3, 0]])
    off = bent(curl, POINTS, SIZE) - POINTS

    found = bend_through(POINTS, off, [1.0] * 9, SIZE)

    assert np.abs(bent(found, POINTS, SIZE) - bent(curl, POINTS, SIZE)).max() < 0.15


def test_without_a_bend_points_stay() -> None:
    assert bent(None, POINTS, SIZE) is POINTS


def test_one_point_bends_nothing_far_away() -> None:
    found = bend_through(POINTS[:1], np.array([(0.3, 0.0)]), [0.1], SIZE)

    assert np.abs(bent(found, POINTS, SIZE) - POINTS).max() < 0.5
