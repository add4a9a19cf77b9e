"""Which module of a QR code means what: what is known beforehand, and where the bits lie.

Modules are written +1 where dark, -1 where light and 0 where unknown, so that a module that was
measured and one that is known can be multiplied, compared and replaced one by the other.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from devices.id_readers.qr.tables import (
    BLOCKS,
    CHECK_CODEWORDS,
    MASKS,
    Level,
    alignment_centres,
    format_word,
    version_word,
)

Modules = NDArray[np.float32]
"""Rows × columns; above 0 is dark, and the further from 0 the surer."""
_Indices = NDArray[np.intp]
FINDER_REACH = 3.5
"""Modules from the corner of a symbol to the centre of its finder pattern."""
FORMAT_BITS = 15


@dataclass(frozen=True, slots=True)
class Block:
    """One Reed-Solomon block: where its codewords stand in the symbol, data first."""

    codewords: _Indices
    data: int
    """How many of them are data."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """One version of QR code."""

    version: int
    size: int
    """Modules across and down."""
    known: Modules
    """What every symbol of this version shows: finders, timing, alignment, version."""
    alignments: tuple[tuple[int, int], ...]
    """Row and column of each alignment pattern's centre."""
    formats: _Indices
    """2 × 15 × 2: row and column of each bit of the two format words, the highest bit first."""
    bits: _Indices
    """Bits × 2: row and column of each bit of the codewords, in their order."""
    masks: Modules
    """8 × bits: -1 where a mask turns the bit around."""

    @property
    def codewords(self) -> int:
        return len(self.bits) // 8

    def blocks(self, level: Level) -> tuple[Block, ...]:
        """Give the blocks of one level, in the order of their data."""
        return _blocks(self.codewords, BLOCKS[level][self.version - 1], self.checks(level))

    def data_codewords(self, level: Level) -> _Indices:
        """Give where the data codewords stand among all codewords, in their order."""
        return np.concatenate([block.codewords[: block.data] for block in self.blocks(level)])

    def checks(self, level: Level) -> int:
        """Give the number of error correction codewords in each block."""
        return CHECK_CODEWORDS[level][self.version - 1]


FORMATS: tuple[tuple[Level, int], ...] = tuple((level, mask) for level in Level for mask in MASKS)
FORMAT_WORDS: Modules = np.array(
    [
        [1 if format_word(*one) >> bit & 1 else -1 for bit in range(FORMAT_BITS - 1, -1, -1)]
        for one in FORMATS
    ],
    np.float32,
)
"""The bits of each format, as modules."""


@cache
def layout_of(version: int) -> Layout:
    """Give the layout of a version from 1 to 40."""
    size = 17 + 4 * version
    known = np.zeros((size, size), np.float32)
    alignments = _draw_patterns(known, version)
    formats = _format_places(size)
    reserved = known != 0
    reserved[formats[..., 0], formats[..., 1]] = True
    known[formats[..., 0], formats[..., 1]] = 0
    known[size - 8, 8] = 1  # the one module that is always dark
    reserved[size - 8, 8] = True
    bits = _bit_places(reserved)
    return Layout(version, size, known, alignments, formats, bits, _mask_signs(bits))


def _draw_patterns(known: Modules, version: int) -> tuple[tuple[int, int], ...]:
    size = len(known)
    known[6, :] = known[:, 6] = 1 - 2 * (np.arange(size) % 2)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        _draw_rings(known, row, column, reach=4, light=(2, 4))
    centres = alignment_centres(version)
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    alignments = tuple(
        (row, column) for row in centres for column in centres if (row, column) not in corners
    )
    for row, column in alignments:
        _draw_rings(known, row, column, reach=2, light=(1,))
    if version >= 7:
        word = version_word(version)
        for bit in range(18):
            value = 1 if word >> bit & 1 else -1
            across, down = size - 11 + bit % 3, bit // 3
            known[down, across] = known[across, down] = value
    return alignments


def _draw_rings(
    known: Modules, row: int, column: int, *, reach: int, light: tuple[int, ...]
) -> None:
    for r in range(max(0, row - reach), min(len(known), row + reach + 1)):
        for c in range(max(0, column - reach), min(len(known), column + reach + 1)):
            known[r, c] = -1 if max(abs(r - row), abs(c - column)) in light else 1


def _format_places(size: int) -> _Indices:
    around = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    apart = [(size - 1 - bit, 8) for bit in range(7)] + [(8, size - 8 + bit) for bit in range(8)]
    return np.array([around, apart])


def _bit_places(reserved: NDArray[np.bool_]) -> _Indices:
    """Follow the bits: pairs of columns from the right, upwards and downwards in turn."""
    size = len(reserved)
    places = []
    rights = [*range(size - 1, 6, -2), 5, 3, 1]
    for turn, right in enumerate(rights):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        places += [(r, c) for r in rows for c in (right, right - 1) if not reserved[r, c]]
    return np.array(places[: len(places) // 8 * 8])


def _mask_signs(bits: _Indices) -> Modules:
    r, c = bits[:, 0], bits[:, 1]
    turned = (
        (r + c) % 2,
        r % 2,
        c % 3,
        (r + c) % 3,
        (r // 2 + c // 3) % 2,
        r * c % 2 + r * c % 3,
        (r * c % 2 + r * c % 3) % 2,
        ((r + c) % 2 + r * c % 3) % 2,
    )
    return np.array([np.where(one == 0, -1, 1) for one in turned], np.float32)


@cache
def _blocks(codewords: int, blocks: int, checks: int) -> tuple[Block, ...]:
    """Undo the interleaving: the first codewords of all blocks come first, and so on."""
    short = codewords // blocks - checks
    long = codewords % blocks  # so many blocks at the end have one data codeword more
    data = [short + (number >= blocks - long) for number in range(blocks)]
    places: list[list[int]] = [[] for _ in range(blocks)]
    order = [number for turn in range(short + 1) for number in range(blocks) if turn < data[number]]
    order += list(range(blocks)) * checks
    for place, number in enumerate(order):
        places[number].append(place)
    return tuple(Block(np.array(one), count) for one, count in zip(places, data, strict=True))
