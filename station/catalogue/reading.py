"""Reading a catalogue file of any known format, told apart by what is in it."""

import csv
import hashlib
import zlib
from pathlib import Path, PurePath

import msgspec

from station.catalogue.national_records import is_national
from station.catalogue.pack import (
    LARGEST_PACK_BYTES,
    NegativeAmountError,
    Pack,
    PackContentError,
    PackDatesError,
    PackError,
    PackTooLargeError,
    UnknownPackFieldError,
    UnknownPackFormatError,
    UnreadablePackError,
)
from station.catalogue.pack_format import DATES_OVERLAP, pack_from_plain
from station.catalogue.source_formats import (
    REFERENCE_COLUMNS,
    Issue,
    pack_from_catalogue,
    pack_from_records,
    pack_from_reference_list,
)
from station.text import clean

_GZIP = b"\x1f\x8b"


def read_pack_file(path: Path, issue: Issue | None = None) -> Pack:
    """Read a catalogue file from the disk, no more of it than a catalogue may be long.

    Raises:
        PackError: see ``read_pack``; also when the file cannot be opened.
    """
    return read_pack(pack_bytes(path), path.name, issue)


def pack_bytes(path: Path) -> bytes:
    """Give what is in a catalogue file; of one that is too long, enough to see that it is.

    Raises:
        UnreadablePackError: it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_PACK_BYTES + 1)
    except OSError as error:
        raise UnreadablePackError(path.name, error.strerror or "cannot be opened") from error


def read_pack(content: bytes, filename: str, issue: Issue | None = None) -> Pack:
    """Read a pack of ours, a catalogue, records or a reference list; gzip is unpacked.

    Args:
        content: the bytes of the file.
        filename: for messages, and to name a pack whose source has no name.
        issue: name and version of a converted source; by default the file's name and the
            version ``0+`` with the beginning of its SHA-256. A pack of ours brings its own.

    Raises:
        UnreadablePackError: empty, damaged, or not UTF-8 text.
        PackTooLargeError: more than 20 MB, packed or unpacked.
        UnknownPackFormatError: another format, or a later version of one.
        UnknownPackFieldError, NegativeAmountError, PackDatesError, PackContentError: a field is
            unknown, below zero, contradicts another one, is missing or impossible.
        DuplicateProcedureError: a code is there twice.
    """
    filename = clean(PurePath(filename).name)[:100] or "?"
    text = _text(content, filename)
    if issue is None:
        digest = hashlib.sha256(content).hexdigest()
        issue = Issue(name=filename.split(".")[0] or filename, version=f"0+{digest[:12]}")
    try:
        if text.lstrip()[:1] in ("{", "["):
            return _from_json(text, filename, issue)
        if next(csv.reader([text.split("\n", 1)[0].rstrip("\r")]), None) == REFERENCE_COLUMNS:
            return pack_from_reference_list(text, issue)
    except msgspec.ValidationError as error:
        raise _refusal(str(error))(filename, str(error)) from error
    except (msgspec.DecodeError, RecursionError, csv.Error) as error:
        raise UnreadablePackError(filename, str(error)) from error
    raise UnknownPackFormatError(filename, "neither JSON nor the columns of a reference list")


def _refusal(problem: str) -> type[PackError]:
    """Tell by what is wrong under which code it is refused."""
    if "unknown field" in problem:
        return UnknownPackFieldError
    if ">= 0" in problem and "amount_vnd" in problem:
        return NegativeAmountError
    return PackDatesError if DATES_OVERLAP in problem else PackContentError


def _from_json(text: str, filename: str, issue: Issue) -> Pack:
    plain = msgspec.json.decode(text)
    schema = plain.get("schema") if isinstance(plain, dict) else None
    if schema == "tram-mot-cua-pack/1":
        return pack_from_plain(plain)
    if schema == "procedure-catalogue/1":
        return pack_from_catalogue(plain, issue)
    if schema is None and is_national(plain):
        return pack_from_records(plain, issue)
    raise UnknownPackFormatError(filename, f"schema {str(schema)[:60]!r}")


def _text(content: bytes, filename: str) -> str:
    if content.startswith(_GZIP):
        content = _unpacked(content, filename)
    if len(content) > LARGEST_PACK_BYTES:
        raise PackTooLargeError(filename, f"more than {LARGEST_PACK_BYTES} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadablePackError(filename, f"not UTF-8 at byte {error.start}") from error
    if not text.strip():
        raise UnreadablePackError(filename, "empty")
    return text


def _unpacked(content: bytes, filename: str) -> bytes:
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(content, LARGEST_PACK_BYTES + 1)
    except zlib.error as error:
        raise UnreadablePackError(filename, str(error)) from error
    if len(unpacked) <= LARGEST_PACK_BYTES and (not unpacker.eof or unpacker.unused_data):
        raise UnreadablePackError(filename, "the gzip file is cut off or has something behind it")
    return unpacked
