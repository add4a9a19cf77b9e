"""The last means against blur: samples, text and blocks are explained together, in turns."""

from collections.abc import Sequence

import numpy as np

from devices.id_readers.budget import Budget
from devices.id_readers.qr.bit_stream import Content
from devices.id_readers.qr.card_content import expecting_a_card
from devices.id_readers.qr.codewords import STEEPNESS, Decoding, decode
from devices.id_readers.qr.equaliser import Equaliser
from devices.id_readers.qr.layout import Layout, Modules
from devices.id_readers.qr.smear import log_odds

_TURNS = 5
_DISCOUNT = 0.5
"""Judgements that were fed back into themselves are surer than they should be."""
_MOST = 8.0


def resolve(
    equalisers: Sequence[Equaliser],
    judged: Modules,
    decoding: Decoding,
    budget: Budget,
    *,
    card: bool = True,
) -> Content | None:
    """Decode a symbol whose modules the equaliser could not judge well enough.

    Args:
        equalisers: of the symbol, one for each frame that shows it.
        judged: what they made of the modules.
        decoding: what could be decoded of that: a known end at least.
        budget: of time.
        card: expect the text of a card.
    """
    layout = equalisers[0].pose.layout
    frames = [one.even_samples() for one in equalisers]
    odds = judged * STEEPNESS
    for _ in range(_TURNS):
        whole = _with_text(odds, layout, decoding) if card else odds
        decoding = decode(whole / STEEPNESS, layout)
        if decoding.content is not None or budget.is_spent or decoding.modules is None:
            return decoding.content
        known = np.where(decoding.modules != 0, decoding.modules, layout.known).astype(np.float32)
        believed = np.clip(1.5 * whole / STEEPNESS, -1, 1)
        expected = np.clip(whole - odds, -_MOST, _MOST)
        told = [log_odds(samples, known, believed, expected) for samples in frames]
        odds = _DISCOUNT * np.stack(told).sum(axis=0)
        odds = np.where(known != 0, 2 * STEEPNESS * known, odds).astype(np.float32)
    return None


def _with_text(odds: Modules, layout: Layout, decoding: Decoding) -> Modules:
    if decoding.end is None or decoding.format is None:
        return odds
    number, mirrored = decoding.format
    return expecting_a_card(odds, layout, number, decoding.end, mirrored=mirrored)
