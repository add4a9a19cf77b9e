"""Several frames of one card: what no frame gives alone, they may give together.

Noise and motion differ from frame to frame, the modules do not. Each frame's judgement of every
module is weighed by how well that frame knew the modules that are known beforehand, and summed.
"""

from collections.abc import Sequence

import numpy as np

from devices.id_readers.qr.bit_stream import Content
from devices.id_readers.qr.codewords import decode
from devices.id_readers.qr.layout import Modules
from devices.id_readers.qr.symbol_reader import Sighting

_LEAST_AGREEMENT = 0.3
_ROUNDS = 3


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
    judged = [one.judged for one in sightings]
    blocks = -1
    for _ in range(_ROUNDS):
        decoding = decode(_weighed(judged, layout.known), layout)
        if decoding.content is not None:
            return decoding.content
        if decoding.blocks <= max(0, blocks) or decoding.modules is None:
            return None
        blocks = decoding.blocks
        judged = [one.equaliser.judged(decoding.modules) for one in sightings]
    return None


def _weighed(judged: Sequence[Modules], known: Modules) -> Modules:
    given = known != 0
    noise = [float(np.mean((one[given] - known[given]) ** 2)) + 0.01 for one in judged]
    weights = np.array([1 / one for one in noise], np.float32)
    summed: Modules = np.tensordot(weights / weights.max(), np.stack(judged), 1)
    return summed.astype(np.float32, copy=False)
