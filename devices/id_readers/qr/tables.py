"""The numbers of ISO/IEC 18004:2015: how each version and level is divided, and its words."""

from enum import StrEnum

VERSIONS = range(1, 41)


class Level(StrEnum):
    """How much of a symbol may be lost: about 7, 15, 25 or 30 percent."""

    L = "L"
    M = "M"
    Q = "Q"
    H = "H"


# fmt: off
CHECK_CODEWORDS: dict[Level, tuple[int, ...]] = {
    Level.L: (7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
              28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30),
    Level.M: (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
              26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28),
    Level.Q: (13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
              28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30),
    Level.H: (17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
              30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30),
}
"""Error correction codewords in each block, by version (table 9)."""

BLOCKS: dict[Level, tuple[int, ...]] = {
    Level.L: (1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
              8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25),
    Level.M: (1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
              17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49),
    Level.Q: (1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
              23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68),
    Level.H: (1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
              25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81),
}
"""Blocks into which the codewords are divided, by version (table 9)."""
# fmt: on

_LEVEL_BITS = {Level.L: 1, Level.M: 0, Level.Q: 3, Level.H: 2}
_FORMAT_POLYNOMIAL, _FORMAT_MASK = 0x537, 0x5412
_VERSION_POLYNOMIAL = 0x1F25
MASKS = range(8)


def format_word(level: Level, mask: int) -> int:
    """Give the 15 bits that say level and mask, as they stand in the symbol."""
    return _with_remainder(_LEVEL_BITS[level] << 3 | mask, 10, _FORMAT_POLYNOMIAL) ^ _FORMAT_MASK


def version_word(version: int) -> int:
    """Give the 18 bits that say the version; symbols have them from version 7 on."""
    return _with_remainder(version, 12, _VERSION_POLYNOMIAL)


def alignment_centres(version: int) -> list[int]:
    """Give the rows, which are also the columns, on which alignment patterns are centred."""
    if version == 1:
        return []
    count, last = version // 7 + 2, 4 * version + 10
    step = 26 if version == 32 else (8 * version + 3 * count + 5) // (4 * count - 4) * 2
    return [6, *(last - step * back for back in range(count - 2, -1, -1))]


def _with_remainder(value: int, bits: int, polynomial: int) -> int:
    remainder = value << bits
    while (excess := remainder.bit_length() - polynomial.bit_length()) >= 0:
        remainder ^= polynomial << excess
    return value << bits | remainder
