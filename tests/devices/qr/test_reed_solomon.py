"""Errors cost two check codewords, erasures one, and nothing false is called corrected."""

import numpy as np
import pytest

from devices.id_readers.qr.layout import layout_of
from devices.id_readers.qr.reed_solomon import correct
from devices.id_readers.qr.tables import Level
from tests.devices.qr.symbols import modules_of

CHECKS = layout_of(10).checks(Level.M)


@pytest.fixture(scope="module")
def words() -> np.ndarray:
    """Give the blocks of a symbol, all of one length, as another encoder made them."""
    layout = layout_of(10)
    for mask in range(8):
        modules = modules_of("Nguyễn Thị Ánh Tuyết " * 6, version=10)
        bits = modules[layout.bits[:, 0], layout.bits[:, 1]] * layout.masks[mask]
        codewords = np.packbits(bits > 0)
        blocks = [codewords[block.codewords] for block in layout.blocks(Level.M)[:4]]
        candidate = np.array(blocks)
        nothing = np.zeros((len(candidate), 0), np.intp)
        if correct(candidate, nothing, CHECKS, range(1)).ok.all():
            return candidate
    raise AssertionError("no mask gives codewords")


@pytest.mark.parametrize("erased", range(0, CHECKS + 1, 3))
def test_all_that_the_check_codewords_allow_is_corrected(words: np.ndarray, erased: int) -> None:
    chance = np.random.default_rng(erased)
    errors = (CHECKS - erased) // 2
    damaged, doubtful = words.copy(), np.zeros((len(words), erased), np.intp)
    for row in range(len(words)):
        places = chance.permutation(words.shape[1])
        doubtful[row] = places[:erased]
        damaged[row, places[: erased + errors]] ^= chance.integers(
            1, 256, erased + errors, np.uint8
        )

    result = correct(damaged, doubtful, CHECKS, range(erased, erased + 1))

    assert result.ok.all()
    assert (result.words[:, 0] == words).all()
    assert (result.errors == errors).all()


def test_one_error_too_many_is_not_taken_for_corrected(words: np.ndarray) -> None:
    chance = np.random.default_rng(5)
    for _ in range(50):
        damaged = words.copy()
        for row in range(len(words)):
            places = chance.permutation(words.shape[1])[: CHECKS // 2 + 1]
            damaged[row, places] ^= chance.integers(1, 256, len(places), np.uint8)
        result = correct(damaged, np.zeros((len(words), 0), np.intp), CHECKS, range(1))
        assert not (result.ok[:, 0] & (result.words[:, 0] == words).all(axis=1)).any()


def test_every_number_of_erasures_is_tried_in_one_go(words: np.ndarray) -> None:
    chance = np.random.default_rng(9)
    damaged = words[:1].copy()
    places = chance.permutation(words.shape[1])[:16]
    damaged[0, places] ^= chance.integers(1, 256, 16, np.uint8)

    result = correct(damaged, places[None], CHECKS, range(0, 17, 2))

    # 16 wrong codewords: e unknown and s given up need 2 e + s <= checks
    assert result.ok[0].tolist() == [2 * (16 - s) + s <= CHECKS for s in range(0, 17, 2)]
    assert (result.words[0][result.ok[0]] == words[0]).all()
