"""What texts of cards look like helps to read them, whatever name or place stands there."""

from random import Random

import numpy as np
import pytest

from devices.id_readers.qr.card_content import expecting_a_card
from devices.id_readers.qr.codewords import likely_formats
from devices.id_readers.qr.expected_text import with_expected_text
from devices.id_readers.qr.layout import layout_of
from tests.card_pictures.payloads import a_payload
from tests.devices.qr.symbols import CARD, modules_of


def read(text: bytes, spread: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the bits as 1 and -1, and the log odds as they are judged through noise."""
    bits = np.unpackbits(np.frombuffer(text, np.uint8)).reshape(-1, 8) * 2.0 - 1
    noise = np.random.default_rng(seed).normal(0, spread, bits.shape)
    return bits, np.asarray((bits + noise) * 2 / spread**2, np.float32)


def test_most_wrong_bytes_of_a_card_come_right() -> None:
    before = after = 0
    for seed in range(30):
        bits, odds = read(a_payload(Random(seed)).encode(), 0.6, seed)
        before += int(((odds > 0) != (bits > 0)).any(axis=1).sum())
        after += int(((with_expected_text(odds) > 0) != (bits > 0)).any(axis=1).sum())

    assert before > 500
    assert after < 0.5 * before


def test_what_was_read_surely_stays_whatever_it_is() -> None:
    content = bytes(range(256)) + "漢字 | \x00\x01".encode()
    bits, odds = read(content, 0.1, 1)

    assert ((with_expected_text(odds) > 0) == (bits > 0)).all()


@pytest.mark.parametrize("version", [9, 12])
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_modules_of_a_symbol_are_judged_anew(version: int, *, mirrored: bool) -> None:
    layout = layout_of(version)
    modules = modules_of(CARD, version=version, level="L")
    seen = modules.T if mirrored else modules
    ((number, found_mirrored),) = likely_formats(seen, layout, most=1)
    assert found_mirrored is mirrored
    noise = np.random.default_rng(4).normal(0, 0.8, modules.shape)
    odds = np.asarray((seen + noise) * 3, np.float32)
    end = len(CARD.encode()) + (2 if version < 10 else 3)

    better = expecting_a_card(odds, layout, number, end, mirrored=mirrored)

    changed = better != odds
    before, after = (((one > 0) != (seen > 0))[changed].sum() for one in (odds, better))
    assert changed.sum() > 8 * len(CARD.encode())
    assert after < 0.6 * before
