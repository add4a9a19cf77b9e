"""``station id …`` and ``station code read``: what stands on a card."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from station.codec import to_plain
from ui.cli.output import print_result
from ui.cli.signing_in import home_of

if TYPE_CHECKING:
    from station.domain.id_card import IdCard
    from station.errors import StationError


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``id`` and ``code``."""
    acts = commands.add_parser("id", help="ID cards").add_subparsers(metavar="ACT", required=True)
    read = acts.add_parser("read", help="read the cards in pictures")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE")
    read.set_defaults(command=_read)
    parse = acts.add_parser("parse", help="turn the text of a card's QR code or MRZ into fields")
    parse.add_argument("text", metavar="TEXT|-")
    parse.set_defaults(command=_parse)
    chip = acts.add_parser("chip", help="read the chip of the card that lies on the NFC reader")
    chip.add_argument("text", metavar="TEXT|-", help="its QR code or MRZ, which opens the chip")
    chip.set_defaults(command=_chip)
    code = commands.add_parser("code", help="QR codes and barcodes").add_subparsers(
        metavar="ACT", required=True
    )
    codes = code.add_parser("read", help="every code in the pictures")
    codes.add_argument("files", type=Path, nargs="+", metavar="FILE")
    codes.set_defaults(command=_codes)


def _read(args: argparse.Namespace) -> None:
    from ui.readers import read_id_card

    readings = [_told(read_id_card(file), args.language) for file in args.files]
    print_result(readings, as_json=args.json)


def _parse(args: argparse.Namespace) -> None:
    print_result([{"ok": True, **to_plain(_card(args.text))}], as_json=args.json)


def _chip(args: argparse.Namespace) -> None:
    from ui.readers import read_id_chip

    card = read_id_chip(_card(args.text), home_of(args))
    print_result([{"ok": True, **to_plain(card)}], as_json=args.json)


def _card(text: str) -> "IdCard":
    """Read what a card's code or zone says; ``-`` is on standard input."""
    from station.domain.code_text import MAX_TEXT
    from station.domain.id_text import parse_id_text

    if text == "-":
        bytes_per_letter = 4
        text = sys.stdin.buffer.read(MAX_TEXT * bytes_per_letter + 1).decode("utf-8", "replace")
    return parse_id_text(text)


def _codes(args: argparse.Namespace) -> None:
    from ui.readers import read_picture_codes

    found = [_told(read_picture_codes(file), args.language) for file in args.files]
    print_result(found, as_json=args.json)


class _Came(Protocol):
    """What came of a picture."""

    @property
    def error(self) -> "StationError | None": ...

    def as_fields(self) -> dict[str, object]: ...


def _told(came: _Came, language: str) -> dict[str, object]:
    """Give what came of a picture, and in words why nothing did."""
    fields = came.as_fields()
    if came.error is None:
        return fields
    from ui.messages import sentence

    return fields | {"message": sentence(came.error, language)}
