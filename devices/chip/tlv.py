"""Data objects of a chip: tag, length, content (ISO 7816-4, BER). Everything is bounded."""

from collections.abc import Iterator

_LONG, _MORE = 0x80, 0x1F
_MOST_LENGTH_BYTES = 3


class BadTlvError(Exception):
    """The bytes are no data objects, or one says that it is longer than what holds it."""


def encode(tag: int, content: bytes) -> bytes:
    """Give one data object."""
    head = tag.to_bytes((tag.bit_length() + 7) // 8 or 1, "big")
    size = len(content)
    if size < _LONG:
        return head + bytes([size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return head + bytes([_LONG | len(length)]) + length + content


def read_head(data: bytes, at: int = 0) -> tuple[int, int, int]:
    """Read a tag and a length.

    Returns:
        The tag, where the content begins, and how many bytes it says it has.

    Raises:
        BadTlvError: there is no whole head here.
    """
    try:
        tag, at = data[at], at + 1
        if tag & _MORE == _MORE:
            tag, at = tag << 8 | data[at], at + 1
            if tag & _LONG:
                raise BadTlvError("a tag of three bytes")
        size, at = data[at], at + 1
        if size & _LONG:
            count = size & ~_LONG
            if not 0 < count <= _MOST_LENGTH_BYTES or at + count > len(data):
                raise BadTlvError("a length that cannot be")
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
    except IndexError:
        raise BadTlvError("cut off") from None
    return tag, at, size


def objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the data objects that stand one behind the other: tag and content.

    Raises:
        BadTlvError: one is cut off.
    """
    at = 0
    while at < len(data):
        tag, start, size = read_head(data, at)
        at = start + size
        if at > len(data):
            raise BadTlvError("longer than what holds it")
        yield tag, data[start:at]


def find(data: bytes, *path: int) -> bytes:
    """Give the content of the first object at a path of tags.

    Raises:
        BadTlvError: there is none.
    """
    for wanted in path:
        found = next((content for tag, content in objects(data) if tag == wanted), None)
        if found is None:
            raise BadTlvError(f"no object {wanted:02X}")
        data = found
    return data
