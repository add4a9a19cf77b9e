"""The data codewords of a symbol as segments, and these as bytes and text."""

from dataclasses import dataclass
from enum import IntEnum

_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_UTF8 = 26
_ENCODINGS = {1: "latin-1", 3: "latin-1", 20: "cp932", _UTF8: "utf-8", 28: "big5", 29: "gb18030"}
"""Extended Channel Interpretations that are met."""


class _Mode(IntEnum):
    END = 0
    NUMERIC = 1
    ALPHANUMERIC = 2
    STRUCTURED_APPEND = 3
    BYTES = 4
    FNC1_FIRST = 5
    ECI = 7
    KANJI = 8
    FNC1_SECOND = 9


_COUNT_BITS = {
    _Mode.NUMERIC: (10, 12, 14),
    _Mode.ALPHANUMERIC: (9, 11, 13),
    _Mode.BYTES: (8, 16, 16),
    _Mode.KANJI: (8, 10, 12),
}


class BitStreamError(ValueError):
    """The codewords are no content that a symbol may hold: they were not read rightly."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a symbol holds. ``text`` follows the declared encoding; cards declare none: UTF-8."""

    raw: bytes
    text: str


class _Bits:
    def __init__(self, data: bytes) -> None:
        self._value, self.left = int.from_bytes(data, "big"), 8 * len(data)

    def take(self, count: int) -> int:
        if count > self.left:
            raise BitStreamError("the content is longer than the symbol")
        self.left -= count
        return self._value >> self.left & (1 << count) - 1


def read_content(data: bytes, version: int) -> Content:
    """Read the segments up to the terminator.

    Raises:
        BitStreamError: they cannot be content; a part of a message over several symbols neither.
    """
    bits, raw, text, encoding = _Bits(data), bytearray(), [], None
    while bits.left >= 4:
        mode = bits.take(4)
        if mode == _Mode.END:
            break
        if mode == _Mode.ECI:
            encoding = _ENCODINGS.get(_assignment(bits))
        elif mode in (_Mode.FNC1_FIRST, _Mode.FNC1_SECOND):
            _ = bits.take(8) if mode == _Mode.FNC1_SECOND else 0
        elif mode in _COUNT_BITS:
            segment, letters = _segment(_Mode(mode), bits, version, encoding)
            raw += segment
            text.append(letters)
        else:
            raise BitStreamError(f"mode {mode}")
    if not raw:
        raise BitStreamError("no content")
    return Content(bytes(raw), "".join(text))


def end_of_bytes(data: bytes, version: int) -> int | None:
    """Give the bit at which the content ends, if it is one segment of bytes, as on cards.

    Args:
        data: the first codewords of the symbol, at least five.
    """
    bits = _Bits(data[:8])
    length = bits.left
    mode = bits.take(4)
    if mode == _Mode.ECI:
        _assignment(bits)
        mode = bits.take(4)
    if mode != _Mode.BYTES:
        return None
    count = bits.take(_count_bits(_Mode.BYTES, version))
    return length - bits.left + 8 * count


def _segment(mode: _Mode, bits: _Bits, version: int, encoding: str | None) -> tuple[bytes, str]:
    count = bits.take(_count_bits(mode, version))
    if mode is _Mode.BYTES:
        raw = bits.take(8 * count).to_bytes(count, "big")
        return raw, _decoded(raw, encoding)
    if mode is _Mode.KANJI:
        raw = b"".join(_kanji(bits.take(13)) for _ in range(count))
        return raw, _decoded(raw, "cp932")
    letters = _digits(bits, count) if mode is _Mode.NUMERIC else _alphanumerics(bits, count)
    return letters.encode("ascii"), letters


def _decoded(raw: bytes, encoding: str | None) -> str:
    for candidate in (encoding or "utf-8", "utf-8", "cp932"):
        try:
            return raw.decode(candidate)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _count_bits(mode: _Mode, version: int) -> int:
    return _COUNT_BITS[mode][(version > 9) + (version > 26)]


def _assignment(bits: _Bits) -> int:
    first = bits.take(8)
    if first < 0x80:
        return first
    if first < 0xC0:
        return (first & 0x3F) << 8 | bits.take(8)
    return (first & 0x1F) << 16 | bits.take(16)


def _digits(bits: _Bits, count: int) -> str:
    letters = ""
    while count > 0:
        group = min(3, count)
        value = bits.take((4, 7, 10)[group - 1])
        if value >= 10**group:
            raise BitStreamError("no digits")
        letters += f"{value:0{group}}"
        count -= group
    return letters


def _alphanumerics(bits: _Bits, count: int) -> str:
    letters = ""
    while count > 0:
        pair = count > 1
        value = bits.take(11 if pair else 6)
        if value >= (45 * 45 if pair else 45):
            raise BitStreamError("no letters")
        letters += _ALPHANUMERIC[value // 45] if pair else ""
        letters += _ALPHANUMERIC[value % 45]
        count -= 2
    return letters


def _kanji(value: int) -> bytes:
    joined = (value // 0xC0) << 8 | value % 0xC0
    return (joined + (0x8140 if joined < 0x1F00 else 0xC140)).to_bytes(2, "big")
