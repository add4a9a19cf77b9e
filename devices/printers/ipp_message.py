"""Questions to and answers of printers in the binary form of IPP (RFC 8010).

Own code, for an answer comes from a device that nobody here vouches for: the library there is reads
lengths as signed numbers, so that a broken answer can send it back over itself for ever. Here an
answer is bounded, and is read forwards only. See ``docs/decisions``.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

LARGEST_ANSWER = 256 * 1024
_VERSION = b"\x02\x00"
_OPERATION_GROUP, _JOB_GROUP, _END = 1, 2, 3
_LAST_DELIMITER = 0x0F
_MOST_VALUES = 10_000
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_BEGIN_COLLECTION, _END_COLLECTION, _MEMBER_NAME = 0x34, 0x37, 0x4A
_TEXTS = range(0x40, 0x4A)


class Operation(IntEnum):
    """What a printer is asked to do (RFC 8011, 4.2 and 4.3)."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    JOB_ATTRIBUTES = 0x0009
    PRINTER_ATTRIBUTES = 0x000B


class Tag(IntEnum):
    """How a value is written (RFC 8010, 3.5.2)."""

    INTEGER = _INTEGER
    ENUM = _ENUM
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MEDIA_TYPE = 0x49


class Attribute(NamedTuple):
    """One named attribute. A mapping as its value is a collection of further attributes."""

    name: str
    tag: Tag | None
    values: Sequence[str | int] | Mapping[str, "Attribute"]


class BadAnswerError(Exception):
    """What came is no answer in the form of IPP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A printer's answer. Values are text, numbers or truths; collections are left out."""

    status: int
    groups: tuple[Mapping[str, Sequence[str | int | bool]], ...]

    @property
    def is_good(self) -> bool:
        """Tell whether the printer did what it was asked (RFC 8011, appendix B)."""
        return self.status <= 0x00FF

    def of(self, name: str) -> Sequence[str | int | bool]:
        """Give the values of an attribute, wherever it stands; none when it is not there."""
        return next((group[name] for group in self.groups if name in group), ())


def question(
    operation: Operation,
    request: int,
    about: Sequence[Attribute],
    job: Sequence[Attribute] = (),
) -> bytes:
    """Write a question; a document may follow it.

    Args:
        request: the number that the answer repeats.
        about: what is asked of whom, after charset and language.
        job: how a job is to be printed.
    """
    head = (
        Attribute("attributes-charset", Tag.CHARSET, ("utf-8",)),
        Attribute("attributes-natural-language", Tag.LANGUAGE, ("en",)),
        *about,
    )
    parts = [_VERSION, struct.pack(">HI", operation, request), bytes([_OPERATION_GROUP])]
    parts += [_written(each) for each in head]
    if job:
        parts += [bytes([_JOB_GROUP]), *(_written(each) for each in job)]
    return b"".join([*parts, bytes([_END])])


def answer(message: bytes) -> Answer:
    """Read an answer.

    Raises:
        BadAnswerError: it is too long, cut off, or no IPP.
    """
    if len(message) > LARGEST_ANSWER:
        raise BadAnswerError("too long")
    try:
        return _read(message)
    except (struct.error, IndexError):
        raise BadAnswerError("cut off") from None


def _read(message: bytes) -> Answer:
    status: int = struct.unpack_from(">H", message, 2)[0]
    groups: list[dict[str, list[str | int | bool]]] = []
    at, depth, name = 8, 0, ""
    for _ in range(_MOST_VALUES):
        tag = message[at]
        if tag == _END:
            return Answer(status, tuple(groups))
        if tag <= _LAST_DELIMITER:
            groups.append({})
            at += 1
            continue
        named, at = _block(message, at + 1)
        value, at = _block(message, at)
        if tag == _BEGIN_COLLECTION:
            depth += 1
        elif tag == _END_COLLECTION:
            depth = max(0, depth - 1)
        elif depth == 0 and groups:
            name = named.decode("utf-8", "replace") or name  # none: one more value of the last
            groups[-1].setdefault(name, []).append(_value(tag, value))
    raise BadAnswerError("too many values")


def _block(message: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", message, at)
    end = at + 2 + length
    if end > len(message):
        raise BadAnswerError("cut off")
    return message[at + 2 : end], end


def _value(tag: int, value: bytes) -> str | int | bool:
    if tag in (_INTEGER, _ENUM):
        return int(struct.unpack(">i", value)[0])
    if tag == _BOOLEAN:
        return value != b"\x00"
    return value.decode("utf-8", "replace") if tag in _TEXTS else ""


def _written(attribute: Attribute) -> bytes:
    if isinstance(attribute.values, Mapping):
        return _collection(attribute.name, attribute.values)
    parts, name = [], attribute.name
    for value in attribute.values:
        written = struct.pack(">i", value) if isinstance(value, int) else value.encode()
        parts.append(_one(attribute.tag or Tag.KEYWORD, name, written))
        name = ""
    return b"".join(parts)


def _collection(name: str, members: Mapping[str, Attribute]) -> bytes:
    parts = [_one(_BEGIN_COLLECTION, name, b"")]
    for member, attribute in members.items():
        parts.append(_one(_MEMBER_NAME, "", member.encode()))
        parts.append(_written(attribute._replace(name="")))
    return b"".join([*parts, _one(_END_COLLECTION, "", b"")])


def _one(tag: int, name: str, value: bytes) -> bytes:
    key = name.encode()
    return struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(value)) + value
