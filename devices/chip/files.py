"""Reads the files of an ID chip (ICAO 9303-10)."""

from devices.chip.apdu import Channel, ChipError, Command
from devices.chip.tlv import BadTlvError, find, objects, read_head
from station.domain.chip import Detail

CARD_ACCESS = 0x011C
ZONE, DETAILS = 0x0101, 0x010D
LARGEST_FILE = 16_384
"""Bytes. The zone has under 100, the details of a card about a thousand."""
_APPLICATION = bytes.fromhex("A0000002471001")
_A_TIME = 208
"""Bytes for one command: sealed and filled up they still fit into a short answer."""
_HEAD = 8
_ZONE_TAG, _ZONE_TEXT, _DETAILS_TAG = 0x61, 0x5F1F, 0x6D
_SEQUENCE, _SET, _INTEGER = 0x30, 0x31, 0x02
_TEXTS = (0x0C, 0x13)
"""UTF-8 and printable text."""
_DEEPEST = 5


def select_application(channel: Channel) -> None:
    """Choose the application of travel and identity documents.

    Raises:
        ChipError: the card has none.
    """
    channel.send(Command(0xA4, 0x04, 0x0C, _APPLICATION))


def read_file(channel: Channel, number: int) -> bytes:
    """Read one file.

    Raises:
        ChipError: there is none, or it says that it is longer than any.
        OSError: the card has gone.
    """
    channel.send(Command(0xA4, 0x02, 0x0C, number.to_bytes(2, "big")))
    content = _read(channel, 0, _HEAD)
    try:
        _, start, size = read_head(content)
    except BadTlvError as error:
        raise ChipError(f"file {number:04X}: {error}") from None
    whole = start + size
    if whole > LARGEST_FILE:
        raise ChipError(f"file {number:04X} has {whole} bytes")
    while len(content) < whole:
        content += _read(channel, len(content), min(_A_TIME, whole - len(content)))
    return content[:whole]


def _read(channel: Channel, at: int, count: int) -> bytes:
    read = channel.send(Command(0xB0, at >> 8, at & 0xFF, expected=count))
    if not 0 < len(read) <= count:
        raise ChipError(f"{len(read)} bytes instead of {count}")
    return read


def zone_of(file: bytes) -> str:
    """Give the printed zone of data group 1.

    Raises:
        ChipError: there is none.
    """
    try:
        return find(file, _ZONE_TAG, _ZONE_TEXT).decode("ascii")
    except (BadTlvError, UnicodeDecodeError) as error:
        raise ChipError(f"data group 1: {error}") from None


def details_of(file: bytes) -> dict[int, str]:
    """Give the texts of data group 13 by the numbers that stand before them.

    Raises:
        ChipError: the group makes no sense.
    """
    found: dict[int, str] = {}
    try:
        _collect(find(file, _DETAILS_TAG), found, _DEEPEST)
    except (BadTlvError, UnicodeDecodeError) as error:
        raise ChipError(f"data group 13: {error}") from None
    return found


def _collect(content: bytes, found: dict[int, str], levels: int) -> None:
    """Look for a number and a text in one sequence, however deep it stands."""
    parts = list(objects(content))
    if len(parts) > 1 and parts[0][0] == _INTEGER and parts[1][0] in _TEXTS:
        place = int.from_bytes(parts[0][1], "big")
        if place in set(Detail):
            found.setdefault(place, parts[1][1].decode("utf-8"))
    for tag, inner in parts if levels else ():
        if tag in (_SEQUENCE, _SET):
            _collect(inner, found, levels - 1)
