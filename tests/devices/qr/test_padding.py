"""Padding is seen through heavy noise, and never where there is none."""

import numpy as np
import pytest

from devices.id_readers.qr.padding import first_padding, padding_of

TEXT, ALL = 120, 300


def odds(*, padded: bool, spread: float, seed: int, start: int = TEXT) -> np.ndarray:
    """Data codewords × 8, as they are judged: right on the whole, with noise."""
    chance = np.random.default_rng(seed)
    data = chance.integers(0, 256, ALL).astype(np.uint8)
    if padded:
        data[start:] = padding_of(ALL - start)
    signs = np.unpackbits(data).reshape(-1, 8) * 2.0 - 1
    return np.asarray(4 * (signs + chance.normal(0, spread, signs.shape)), np.float32)


@pytest.mark.parametrize("start", [TEXT, TEXT + 1])
@pytest.mark.parametrize("spread", [0.1, 0.7, 1.0])
def test_the_end_of_the_text_is_found_to_within_a_few_bytes_and_never_too_early(
    spread: float, start: int
) -> None:
    for seed in range(20):
        found = first_padding(odds(padded=True, spread=spread, seed=seed, start=start))

        assert found is not None
        assert start <= found <= start + 10
        assert (found - start) % 2 == 0


@pytest.mark.parametrize("spread", [0.1, 1.0, 30.0])
def test_a_full_symbol_has_no_padding(spread: float) -> None:
    for seed in range(100):
        assert first_padding(odds(padded=False, spread=spread, seed=seed)) is None


def test_a_few_bytes_are_not_enough_to_be_sure() -> None:
    assert first_padding(odds(padded=True, spread=0.1, seed=1, start=ALL - 4)) is None
