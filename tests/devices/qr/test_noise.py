"""Noise that neighbouring samples share is measured, and parted."""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.noise import shared_noise, whitening

MIDDLE = 4


def smooth_noise(seed: int) -> NDArray[np.float32]:
    """A third of it is every sample's own, as a sensor's is; the rest was smoothed."""
    chance = np.random.default_rng(seed)
    own, light = chance.normal(0, 3, (2, 130, 130)).astype(np.float32)
    smooth = np.asarray(cv2.GaussianBlur(light, (0, 0), 0.9), np.float32)
    return np.asarray(own * 0.3 + smooth, np.float32)


def test_neighbours_that_share_their_noise_are_told_from_those_that_do_not() -> None:
    everywhere = np.ones((130, 130), np.float32)
    own = np.random.default_rng(1).normal(0, 3, (130, 130)).astype(np.float32)

    smooth, rough = (shared_noise(one, everywhere) for one in (smooth_noise(1), own))

    assert smooth[MIDDLE, MIDDLE + 1] > 0.3 * smooth[MIDDLE, MIDDLE]
    assert abs(rough[MIDDLE, MIDDLE + 1]) < 0.05 * rough[MIDDLE, MIDDLE]
    assert rough[MIDDLE, MIDDLE] == np.float32(rough.max())
    assert 8 < rough[MIDDLE, MIDDLE] < 10


def test_what_nothing_is_known_of_does_not_count() -> None:
    noise = smooth_noise(2)
    spoiled, weight = noise.copy(), np.ones_like(noise)
    spoiled[:40, :40], weight[:40, :40] = 500, 0

    clean, dirty = shared_noise(noise, np.ones_like(noise)), shared_noise(spoiled, weight)

    np.testing.assert_allclose(dirty, clean, atol=0.15 * clean[MIDDLE, MIDDLE])


def test_after_whitening_neighbours_share_nothing() -> None:
    everywhere = np.ones((130, 130), np.float32)
    noise = smooth_noise(3)

    white = cv2.filter2D(noise, -1, whitening(shared_noise(noise, everywhere)))

    left = shared_noise(white.astype(np.float32), everywhere)
    for row, column in ((MIDDLE, MIDDLE + 1), (MIDDLE + 1, MIDDLE + 1), (MIDDLE + 2, MIDDLE)):
        assert abs(left[row, column]) < 0.3 * left[MIDDLE, MIDDLE]
