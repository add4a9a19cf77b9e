"""The last means against blur: samples, text and blocks are explained together, in turns."""

from collections.abc import Sequence
from functools import reduce
from operator import add

import numpy as np

from devices.id_readers.budget import Budget
from devices.id_readers.qr.bit_stream import Content
from devices.id_readers.qr.card_content import expecting_a_card
from devices.id_readers.qr.codewords import STEEPNESS, Decoding, decode
from devices.id_readers.qr.equaliser import Equaliser
from devices.id_readers.qr.grid import Samples
from devices.id_readers.qr.layout import Layout, Modules
from devices.id_readers.qr.smear import learnt, log_odds
from devices.id_readers.qr.windows import log_odds_together

_TURNS = 6
_JUDGED = 0.6 * STEEPNESS
"""Log odds in nats of what the equaliser judges to be 1: it is less sure than it says, for its
judgements were fed back into themselves."""
_MOST, _SURELY = 8.0, 12.0
"""Nats that samples may say of a module before its text is asked, and of one that is known."""


def resolve(
    equalisers: Sequence[Equaliser],
    judged: Modules,
    decoding: Decoding,
    budget: Budget,
    *,
    windows: bool = True,
) -> Content | None:
    """Decode a symbol whose modules the equaliser could not judge well enough.

    Args:
        equalisers: of the symbol, one for each frame that shows it.
        judged: what they made of the modules.
        decoding: what could be decoded of that: a known end at least.
        budget: of time.
        windows: judge modules together, too, where one by one was not enough.
    """
    frames = [one.even_samples() for one in equalisers]
    layout = equalisers[0].pose.layout
    for together in (False, True)[: 1 + windows]:  # together takes three times as long
        content = _in_turns(frames, layout, judged, decoding, budget, together=together)
        if content is not None or budget.is_spent:
            return content
    return None


def _in_turns(
    frames: Sequence[Samples],
    layout: Layout,
    judged: Modules,
    decoding: Decoding,
    budget: Budget,
    *,
    together: bool,
) -> Content | None:
    """Decode, then judge the modules anew by what that made known, until it suffices.

    Args:
        frames: samples of each.
        layout: of the symbol.
        judged: the modules, to begin with.
        decoding: how far that led.
        budget: of time.
        together: judge modules in windows, not one by one.
    """
    odds = judged * _JUDGED
    for _ in range(_TURNS):
        seen = np.clip(odds, -_MOST, _MOST)
        whole = _with_text(seen, layout, decoding)
        decoding = decode(whole / STEEPNESS, layout)
        if decoding.content is not None or budget.is_spent or decoding.modules is None:
            return decoding.content
        known = np.where(decoding.modules != 0, decoding.modules, layout.known).astype(np.float32)
        believed = np.where(known != 0, known, np.tanh(whole / 2)).astype(np.float32)
        expected = np.where(known != 0, 0, whole - seen).astype(np.float32)
        smear = reduce(add, (learnt(samples, known, believed) for samples in frames))
        judge = log_odds_together if together else log_odds
        odds = judge(smear, known, believed, expected)
        odds = np.where(known != 0, _SURELY * known, odds).astype(np.float32)
    return None


def _with_text(odds: Modules, layout: Layout, decoding: Decoding) -> Modules:
    if decoding.end is None or decoding.format is None:
        return odds
    number, mirrored = decoding.format
    return expecting_a_card(odds, layout, number, decoding.end, mirrored=mirrored)
