"""``station id …`` and ``station code read``: what stands on a card."""

import argparse
import sys
from pathlib import Path

from station.codec import to_plain
from ui.cli.output import print_result


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``id`` and ``code``."""
    acts = commands.add_parser("id", help="ID cards").add_subparsers(metavar="ACT", required=True)
    read = acts.add_parser("read", help="read the cards in pictures")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE")
    read.set_defaults(command=_read)
    parse = acts.add_parser("parse", help="turn the text of a card's QR code or MRZ into fields")
    parse.add_argument("text", metavar="TEXT|-")
    parse.set_defaults(command=_parse)
    code = commands.add_parser("code", help="QR codes and barcodes").add_subparsers(
        metavar="ACT", required=True
    )
    codes = code.add_parser("read", help="every code in the pictures")
    codes.add_argument("files", type=Path, nargs="+", metavar="FILE")
    codes.set_defaults(command=_codes)


def _read(args: argparse.Namespace) -> None:
    from ui.composition import read_id_card

    readings = [read_id_card(file).as_fields() for file in args.files]
    print_result(readings, as_json=args.json)


def _parse(args: argparse.Namespace) -> None:
    from station.domain.id_card import MAX_TEXT
    from station.domain.id_text import parse_id_text

    text = args.text
    if text == "-":
        bytes_per_letter = 4
        text = sys.stdin.buffer.read(MAX_TEXT * bytes_per_letter + 1).decode("utf-8", "replace")
    print_result([{"ok": True, **to_plain(parse_id_text(text))}], as_json=args.json)


def _codes(args: argparse.Namespace) -> None:
    from ui.composition import read_picture_codes

    print_result([read_picture_codes(file) for file in args.files], as_json=args.json)
