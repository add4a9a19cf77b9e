"""Samples that are evenly lit, whatever the light was."""

import numpy as np
import pytest

from devices.id_readers.qr.grid import evenly_lit


def test_light_and_shadow_make_no_difference_to_the_modules() -> None:
    chance = np.random.default_rng(3)
    modules = chance.choice([-1.0, 1.0], (61, 61)).astype(np.float32)
    light = np.linspace(40, 200, 61, dtype=np.float32)[None, :]

    even = evenly_lit(light * (1 + 0.4 * modules))

    inner = (slice(8, -8), slice(8, -8))
    assert (np.sign(even[inner]) == modules[inner]).mean() > 0.999
    assert np.abs(even[inner]).std() < 0.3


@pytest.mark.parametrize("seed", range(20))
def test_flat_samples_stay_flat_and_are_numbers(seed: int) -> None:
    chance = np.random.default_rng(seed)
    flat = (220 + chance.normal(0, 1e-4, (137, 137))).astype(np.float32)
    flat[:20] = chance.integers(0, 255, (20, 137))

    even = evenly_lit(flat)

    assert np.isfinite(even).all()
    assert np.abs(even[40:]).max() < 0.01
