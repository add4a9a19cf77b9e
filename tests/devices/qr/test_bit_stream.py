"""Segments of every mode, and what is none."""

import pytest

from devices.id_readers.qr.bit_stream import BitStreamError, end_of_bytes, read_content


def packed(*fields: tuple[int, int]) -> bytes:
    """Pack (value, bits) pairs, filled up with zeros."""
    bits = "".join(f"{value:0{count}b}" for value, count in fields)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def byte_segment(raw: bytes, *, count_bits: int = 8) -> list[tuple[int, int]]:
    return [(4, 4), (len(raw), count_bits), *((byte, 8) for byte in raw)]


@pytest.mark.parametrize(
    ("fields", "version", "text"),
    [
        (byte_segment("Lý".encode()), 5, "Lý"),
        (byte_segment("Lý".encode(), count_bits=16), 12, "Lý"),
        ([(7, 4), (26, 8), *byte_segment("Đỗ".encode())], 5, "Đỗ"),
        ([(7, 4), (3, 8), *byte_segment("Bá".encode("latin-1"))], 5, "Bá"),
        (byte_segment("Bá".encode("latin-1")), 5, "Bá"),
        ([(7, 4), (0x80, 8), (26, 8), *byte_segment(b"a")], 5, "a"),
        ([(7, 4), (0xC0, 8), (26, 16), *byte_segment(b"a")], 5, "a"),
        ([(1, 4), (5, 10), (12, 10), (34, 7)], 5, "01234"),
        ([(1, 4), (1, 10), (7, 4)], 5, "7"),
        ([(2, 4), (3, 9), (10 * 45 + 11, 11), (44, 6)], 5, "AB:"),
        ([(8, 4), (1, 8), (0x0D9F, 13)], 5, "点"),
        ([(5, 4), *byte_segment(b"x")], 5, "x"),
        ([(9, 4), (37, 8), *byte_segment(b"x")], 5, "x"),
        ([(1, 4), (1, 10), (7, 4), *byte_segment(b"|")], 5, "7|"),
    ],
)
def test_segments_become_text(fields: list[tuple[int, int]], version: int, text: str) -> None:
    assert read_content(packed(*fields, (0, 4)), version).text == text


@pytest.mark.parametrize(
    "fields",
    [
        [(0, 8)],
        [(4, 4), (200, 8), (65, 8)],
        [(3, 4), (0, 16)],
        [(6, 4), (0, 16)],
        [(1, 4), (3, 10), (1000, 10)],
        [(2, 4), (2, 9), (2025, 11)],
        [(2, 4), (1, 9), (45, 6)],
    ],
)
def test_what_no_symbol_may_hold_is_an_error(fields: list[tuple[int, int]]) -> None:
    with pytest.raises(BitStreamError):
        read_content(packed(*fields), 5)


def test_the_head_tells_where_the_content_ends() -> None:
    assert end_of_bytes(packed(*byte_segment(b"abcdefgh")), 5) == 4 + 8 + 64
    assert end_of_bytes(packed((7, 4), (26, 8), *byte_segment(b"abcdefgh")), 5) == 24 + 64
    assert end_of_bytes(packed((1, 4), (5, 10), (12, 10), (34, 7), (0, 20)), 5) is None
