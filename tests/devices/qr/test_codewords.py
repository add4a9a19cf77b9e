"""From judged modules to text, through noise, mirrors and padding; and never to a wrong text."""

import numpy as np
import pytest

from devices.id_readers.qr.codewords import decode
from devices.id_readers.qr.layout import layout_of
from devices.id_readers.qr.tables import Level
from tests.devices.qr.symbols import CARD, modules_of


@pytest.mark.parametrize("version", [10, 13, 17, 25])
@pytest.mark.parametrize("level", ["L", "M"])
def test_a_card_is_decoded(version: int, level: str) -> None:
    decoding = decode(modules_of(CARD, version=version, level=level), layout_of(version))

    assert decoding.content is not None
    assert decoding.content.text == CARD


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("version", range(5, 26, 4))
def test_every_version_and_level_is_decoded_also_in_a_mirror(version: int, level: Level) -> None:
    modules = modules_of("Giấy hẹn 0300", version=version, level=level)

    for seen in (modules, modules.T):
        decoding = decode(seen, layout_of(version))
        assert decoding.content is not None
        assert decoding.content.text == "Giấy hẹn 0300"


def noisy(spread: float, *, seed: int = 1, version: int = 12) -> np.ndarray:
    modules = modules_of(CARD, version=version)
    noise = np.random.default_rng(seed).normal(0, spread, modules.shape)
    return np.asarray(modules + noise, np.float32)


def test_doubtful_codewords_are_given_up_where_errors_alone_are_too_many() -> None:
    read = {
        erasures: sum(
            decode(noisy(0.52, seed=seed), layout_of(12), erasures=erasures).content is not None
            for seed in range(12)
        )
        for erasures in (False, True)
    }

    assert read[True] > read[False]


def test_noise_gives_the_text_or_nothing() -> None:
    for seed in range(30):
        content = decode(noisy(0.55 + 0.02 * seed, seed=seed), layout_of(12)).content
        assert content is None or content.text == CARD


def test_random_modules_give_nothing() -> None:
    chance = np.random.default_rng(2)
    for _ in range(20):
        modules = chance.normal(0, 1, (65, 65)).astype(np.float32)
        assert decode(modules, layout_of(12)).content is None


def test_blocks_that_hold_only_padding_may_be_lost() -> None:
    layout = layout_of(25)
    modules = modules_of(CARD, version=25, level="L")
    for block in layout.blocks(Level.L)[4:]:
        bits = (8 * block.codewords[block.data :, None] + np.arange(8)).ravel()
        modules[layout.bits[bits, 0], layout.bits[bits, 1]] = 0.01

    decoding = decode(modules, layout)

    assert decoding.content is not None
    assert decoding.content.text == CARD


def test_a_block_that_was_decoded_makes_its_modules_known() -> None:
    layout = layout_of(12)
    clean = modules_of(CARD, version=12)
    spoilt = clean.copy()
    lost = layout.blocks(Level.M)[1].codewords
    bits = (8 * lost[:, None] + np.arange(8)).ravel()
    spoilt[layout.bits[bits, 0], layout.bits[bits, 1]] *= -1

    decoding = decode(spoilt, layout)

    assert decoding.content is None
    assert decoding.blocks == len(layout.blocks(Level.M)) - 1
    assert decoding.modules is not None
    known = decoding.modules != 0
    assert (decoding.modules[known] == clean[known]).all()
