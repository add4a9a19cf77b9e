"""Where the content of a symbol ends, told by the padding itself.

A card's text seldom fills its symbol; the rest is two bytes in turn. That pattern shows long before
a single block can be decoded: hundreds of bits agree with it, or they do not. Once it is seen, more
than half of a symbol's modules may be known beforehand instead of a quarter.
"""

import math

import numpy as np
from numpy.typing import NDArray

_IN_TURN = np.array([0xEC, 0x11], np.uint8)
_SURE = 30.0
"""Nats by which padding must explain the bits better than chance does: one in 10^13."""
_BEGINS = 6.0
"""Nats that the first two bytes of it must speak for themselves; before that it may be text."""
_WORST = -3.0
"""Nats that a single bit may speak against it: glare and scratches are no proof."""


def padding_of(count: int) -> NDArray[np.uint8]:
    """Give so many bytes of padding."""
    return np.resize(_IN_TURN, count)


def first_padding(bits: NDArray[np.float32]) -> int | None:
    """Give the first codeword that is surely padding, all later ones being padding too.

    Args:
        bits: data codewords × 8, each bit's log odds of being 1, in nats.

    Returns:
        None where there is too little padding to be sure of it.
    """
    best, start = _SURE, None
    for odd in (0, 1):
        signs = np.unpackbits(np.roll(padding_of(2), odd)).astype(np.float32).reshape(2, 8) * 2 - 1
        agrees = bits * np.resize(signs, bits.shape)
        evidence = np.maximum(math.log(2) - np.logaddexp(0, -agrees), _WORST).sum(axis=1)
        after = np.cumsum(evidence[::-1])[::-1]  # of all from here on
        begins = range(odd, len(bits), 2)
        total = float(max(after[begins], default=0.0))
        if total > best:
            place = next(one for one in begins if after[one] == total)
            while place + 2 < len(bits) and evidence[place : place + 2].sum() < _BEGINS:
                place += 2
            best, start = total, place
    return start
