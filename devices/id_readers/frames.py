"""Several frames of one card: what no frame gives alone, they may give together.

Noise and motion differ from frame to frame, the modules do not. Each frame's judgement of every
module is weighed by how well that frame knew the modules that are known beforehand, and summed.
"""

from collections.abc import Sequence

import numpy as np

from devices.id_readers.budget import Budget
from devices.id_readers.qr.bit_stream import Content
from devices.id_readers.qr.codewords import decode
from devices.id_readers.qr.layout import Modules
from devices.id_readers.qr.resolver import resolve
from devices.id_readers.qr.symbol_reader import Sighting

_LEAST_AGREEMENT = 0.3
_ROUNDS = 3
_SECONDS = 0.3
"""Beside what the frames took one by one."""


def read_together(sightings: Sequence[Sighting]) -> Content | None:
    """Decode what several frames saw of one code; None where that is not enough.

    Args:
        sightings: at most one of each frame. Those that are of another version, or of another
            card, do no harm: the sum is then no code.
    """
    usable = [one for one in sightings if one.pose.agreement >= _LEAST_AGREEMENT]
    for version in sorted({one.pose.layout.version for one in usable}):
        same = [one for one in usable if one.pose.layout.version == version]
        if len(same) > 1 and (content := _decoded(same)) is not None:
            return content
    return None


def _decoded(sightings: Sequence[Sighting]) -> Content | None:
    layout = sightings[0].pose.layout
    equalisers = [one.equaliser for one in sightings]
    summed = _weighed([one.judged for one in sightings], layout.known)
    decoding = decode(summed, layout)
    for _ in range(_ROUNDS):
        if decoding.content is not None or decoding.modules is None:
            return decoding.content
        judged = [one.judged(decoding.modules) for one in equalisers]
        summed, last = _weighed(judged, layout.known), decoding
        decoding = decode(summed, layout)
        if decoding.progress <= last.progress:
            break
    if decoding.content is None and decoding.end is not None:
        return resolve(equalisers, summed, decoding, Budget(_SECONDS))
    return decoding.content


def _weighed(judged: Sequence[Modules], known: Modules) -> Modules:
    """Sum the judgements: the more frames, the surer."""
    given = known != 0
    noise = [float(np.mean((one[given] - known[given]) ** 2)) + 0.01 for one in judged]
    weights = np.array([1 / one for one in noise], np.float32)
    summed: Modules = np.tensordot(weights / weights.mean(), np.stack(judged), 1)
    return summed.astype(np.float32, copy=False)
