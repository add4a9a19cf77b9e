"""From judged modules to the content of a symbol: format, blocks, corrections, bit stream.

A correction counts only when the chance that random codewords would have allowed it is below one in
a hundred thousand. Blocks help one another: the first tells where the content ends, if the padding
has not told it before, after which all codewords are known; and every block that was decoded makes
its modules known.
"""

import math
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.bit_stream import BitStreamError, Content, end_of_bytes, read_content
from devices.id_readers.qr.layout import FORMAT_WORDS, FORMATS, Layout, Modules
from devices.id_readers.qr.padding import first_padding, padding_of
from devices.id_readers.qr.reed_solomon import correct
from devices.id_readers.qr.tables import Level

_CHANCE = -5.0
"""Logarithm to base 10 of the chance of a false correction that is accepted."""
_BYTE = 2.408
"""Logarithm to base 10 of 256."""
STEEPNESS = 4.0
"""Log odds in nats of a module that is judged to be 1."""

_Bytes = NDArray[np.uint8]


@dataclass(slots=True)
class Decoding:
    """What came of one attempt: the content, or how far it got."""

    content: Content | None = None
    blocks: int = 0
    """Blocks that were decoded."""
    padding: int = 0
    """Codewords that are surely padding."""
    end: int | None = None
    """The data codeword at which it begins."""
    format: tuple[int, bool] | None = None
    """Number of the format, and whether the symbol is seen in a mirror."""
    modules: Modules | None = None
    """The modules that are known by that, else 0; None where there are none."""

    @property
    def progress(self) -> tuple[int, int]:
        """What to compare two attempts by."""
        return self.blocks, self.padding


@dataclass(slots=True)
class _Words:
    """The codewords of one symbol under one format, as they are corrected block by block."""

    layout: Layout
    level: Level
    mask: int
    received: _Bytes
    doubt: NDArray[np.float32]
    known: NDArray[np.bool_]
    """Codewords known without a decoded block: padding."""
    corrected: dict[int, _Bytes] = field(default_factory=dict)
    """By number of block."""
    end: int | None = None
    """The codeword from which on all is padding; None when that is not known."""


def likely_formats(judged: Modules, layout: Layout, *, most: int) -> list[tuple[int, bool]]:
    """Give the likeliest formats, by number, and whether the symbol is seen in a mirror."""
    found = []
    for mirrored in (False, True):
        seen = judged.T if mirrored else judged
        bits = np.clip(seen[layout.formats[..., 0], layout.formats[..., 1]], -1.5, 1.5)
        likeness = FORMAT_WORDS @ bits[0] + FORMAT_WORDS @ bits[1]
        found += [(float(value), number, mirrored) for number, value in enumerate(likeness)]
    found.sort(reverse=True)
    return [(number, mirrored) for _, number, mirrored in found[:most]]


def decode(
    judged: Modules,
    layout: Layout,
    *,
    formats: int = 2,
    erasures: bool = True,
    padding: bool = True,
) -> Decoding:
    """Decode a symbol under its likeliest formats; without content, give what got furthest.

    Args:
        judged: the modules, +1 or more where surely dark, -1 or less where surely light.
        layout: of the symbol.
        formats: how many formats to try.
        erasures: give doubtful codewords up.
        padding: look for padding before any block is decoded.
    """
    best = Decoding()
    for number, mirrored in likely_formats(judged, layout, most=formats):
        words = _words(judged.T if mirrored else judged, layout, number, padded=padding)
        one = _decoded(words, number, erasures=erasures)
        one.format = number, mirrored
        if mirrored and one.modules is not None:
            one.modules = one.modules.T
        if one.content is not None:
            return one
        best = max(best, one, key=lambda each: each.progress)
        if best.padding:
            break  # another format would not show any
    return best


def _words(judged: Modules, layout: Layout, number: int, *, padded: bool) -> _Words:
    level, mask = FORMATS[number]
    values = judged[layout.bits[:, 0], layout.bits[:, 1]] * layout.masks[mask] * STEEPNESS
    wrong = 1 / (1 + np.exp(np.minimum(np.abs(values), 30)))
    doubt = 1 - np.prod(1 - wrong.reshape(-1, 8), axis=1)
    received = np.packbits(values > 0)
    words = _Words(layout, level, mask, received, doubt, np.zeros(len(received), bool))
    data = words.layout.data_codewords(words.level)
    if padded:
        words.end = first_padding(values.reshape(-1, 8)[data])
    if words.end is not None:
        rest = data[words.end :]
        words.received[rest], words.known[rest] = padding_of(len(rest)), True
    return words


def _decoded(words: _Words, number: int, *, erasures: bool) -> Decoding:
    blocks = range(len(words.layout.blocks(words.level)))
    seen = int(words.known.sum())
    _correct(words, list(blocks), erasures=erasures)
    if 0 in words.corrected and words.end is None:
        words.end = _end(words)
        for gap in (0, 1):
            missing = [one for one in blocks if one not in words.corrected]
            if not any(_has_padding(words, one) for one in missing):
                break
            _correct(_padded(words, gap), missing, erasures=erasures)
    known = _known_modules(words, number)
    return Decoding(_content(words), len(words.corrected), seen, words.end, modules=known)


def _correct(words: _Words, numbers: list[int], *, erasures: bool) -> None:
    """Correct the blocks named; those that cannot be are left out of ``corrected``."""
    blocks = words.layout.blocks(words.level)
    checks = words.layout.checks(words.level)
    longest = max(len(block.codewords) for block in blocks)
    received = np.zeros((len(numbers), longest), np.uint8)
    doubt = np.full((len(numbers), longest), -1, np.float32)
    for row, number in enumerate(numbers):
        places = blocks[number].codewords
        received[row, longest - len(places) :] = words.received[places]
        doubt[row, longest - len(places) :] = np.where(words.known[places], -1, words.doubt[places])
    counts = range(0, checks - 1, 2) if erasures else range(0, 1)
    doubtful = np.argsort(-doubt, axis=1, kind="stable")[:, : counts[-1]]
    result = correct(received, doubtful, checks, counts)
    for row, number in enumerate(numbers):
        fixed = doubt[row] < 0
        for place, count in enumerate(counts):
            if not result.ok[row, place]:
                continue
            candidate = result.words[row, place]
            changed_known = (candidate[fixed] != received[row][fixed]).any()
            errors = int(result.errors[row, place])
            open_places = int((~fixed).sum()) - count
            if not changed_known and _chance(open_places, errors, checks, count) < _CHANCE:
                words.corrected[number] = candidate[longest - len(blocks[number].codewords) :]
                break


@cache
def _chance(places: int, errors: int, checks: int, erasures: int) -> float:
    """Give the logarithm of the chance that random codewords allow this correction."""
    if errors > places:
        return 0.0
    return math.log10(math.comb(places, errors)) - _BYTE * (checks - erasures - errors)


def _end(words: _Words) -> int | None:
    """Give the first codeword of padding, from the head of the first block."""
    try:
        end = end_of_bytes(words.corrected[0].tobytes(), words.layout.version)
    except BitStreamError:
        return None
    data = len(words.layout.data_codewords(words.level))
    return None if end is None or end > 8 * data else min(data, -(-(end + 4) // 8))


def _first_data(words: _Words, number: int) -> int:
    return sum(block.data for block in words.layout.blocks(words.level)[:number])


def _has_padding(words: _Words, number: int) -> bool:
    last = _first_data(words, number) + words.layout.blocks(words.level)[number].data
    return words.end is not None and last > words.end


def _padded(words: _Words, gap: int) -> _Words:
    """Put in the padding that must be there. Some encoders write one zero more first: ``gap``."""
    received, known = words.received.copy(), words.known.copy()
    rest = words.layout.data_codewords(words.level)[words.end :]
    received[rest[:gap]], received[rest[gap:]] = 0, padding_of(len(rest[gap:]))
    known[rest] = True
    corrected = words.corrected  # shared: what is corrected here counts there
    return replace(words, received=received, known=known, corrected=corrected)


def _content(words: _Words) -> Content | None:
    """Put the data together; blocks of nothing but padding need not have been decoded."""
    data = bytearray()
    for number, block in enumerate(words.layout.blocks(words.level)):
        word = words.corrected.get(number)
        if word is None:
            if words.end is None or _first_data(words, number) < words.end:
                return None
            break
        data += word[: block.data].tobytes()
    try:
        return read_content(bytes(data), words.layout.version)
    except BitStreamError:
        return None


def _known_modules(words: _Words, format_number: int) -> Modules | None:
    """Give what the decoded blocks and the padding make known, the format with them."""
    known, received = words.known.copy(), words.received.copy()
    blocks = words.layout.blocks(words.level)
    for number, word in words.corrected.items():
        received[blocks[number].codewords], known[blocks[number].codewords] = word, True
    if not known.any():
        return None
    layout = words.layout
    modules = np.zeros_like(layout.known)
    bits = (8 * np.flatnonzero(known)[:, None] + np.arange(8)).ravel()
    signs = (np.unpackbits(received[known]).astype(np.float32) * 2 - 1) * layout.masks[words.mask][
        bits
    ]
    modules[layout.bits[bits, 0], layout.bits[bits, 1]] = signs
    modules[layout.formats[..., 0], layout.formats[..., 1]] = FORMAT_WORDS[format_number]
    return modules
