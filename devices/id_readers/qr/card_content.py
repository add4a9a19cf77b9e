"""The data modules of a symbol, judged anew in the expectation that it holds a card's text."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.expected_text import with_expected_text
from devices.id_readers.qr.layout import FORMATS, Layout, Modules

_BYTES, _ECI_OF_UTF8 = "0100", "011100011010"
_TERMINATOR = 4
_SHORTEST = 12
"""Bytes: the number alone."""
_SURE = 8.0
"""Nats for what is not text: the head before it, the zeros after it."""


def expecting_a_card(
    odds: Modules, layout: Layout, format_number: int, end: int, *, mirrored: bool
) -> Modules:
    """Add what is known of cards to what is known of the modules.

    Args:
        odds: each module's log odds of being dark, in nats.
        layout: of the symbol.
        format_number: which of ``FORMATS`` it has.
        end: the data codeword at which the padding begins.
        mirrored: the symbol is seen in a mirror.
    """
    level, mask = FORMATS[format_number]
    seen = (odds.T if mirrored else odds).copy()
    rows, columns = layout.bits[:, 0], layout.bits[:, 1]
    bits = seen[rows, columns] * layout.masks[mask]
    codewords = bits[: 8 * layout.codewords].reshape(-1, 8)
    content = layout.data_codewords(level)[:end]
    flat = codewords[content].ravel()
    head, length = _likeliest_head(flat, layout.version, end)
    if length < _SHORTEST:
        return odds
    first, last = len(head), len(head) + 8 * length
    flat[:first] = head * _SURE
    flat[first:last] = with_expected_text(flat[first:last].reshape(-1, 8)).ravel()
    flat[last:] = -_SURE
    codewords[content] = flat.reshape(-1, 8)
    seen[rows, columns] = bits * layout.masks[mask]
    return seen.T if mirrored else seen


def _likeliest_head(
    bits: NDArray[np.float32], version: int, end: int
) -> tuple[NDArray[np.float32], int]:
    """Give the head before the text, 1 and -1, and the text's length in bytes."""
    heads = list(_heads(version, end))
    scores = [
        float((math.log(2) - np.logaddexp(0, -bits[: len(head)] * head)).sum()) for head, _ in heads
    ]
    return heads[int(np.argmax(scores))]


def _heads(version: int, end: int) -> Iterator[tuple[NDArray[np.float32], int]]:
    """Give what may stand before a text that ends there; some encoders put a zero byte after it."""
    counted = 8 if version < 10 else 16
    for before in (_BYTES, _ECI_OF_UTF8 + _BYTES):
        for gap in (0, 1):
            length = end - gap - math.ceil((len(before) + counted + _TERMINATOR) / 8)
            head = before + f"{max(0, length):0{counted}b}"[-counted:]
            yield np.array([2.0 * int(bit) - 1 for bit in head], np.float32), length
