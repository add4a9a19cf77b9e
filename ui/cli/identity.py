"""``station id …`` and ``station code read``: what stands on a card."""

import argparse
import sys
from pathlib import Path

from ui.cli.output import print_result

LONGEST_TEXT = 4096


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


def _read(args: argparse.Namespace) -> int:
    from ui.composition import read_id_cards

    readings = read_id_cards(args.files)
    print_result(readings, as_json=args.json)
    return 0


def _parse(args: argparse.Namespace) -> None:
    from station.domain.id_card import parse_id_text

    text = args.text
    if text == "-":
        text = sys.stdin.buffer.read(LONGEST_TEXT + 1).decode("utf-8", errors="replace")
    card = parse_id_text(text)
    print_result([card_fields(card)], as_json=args.json)


def _codes(args: argparse.Namespace) -> None:
    from ui.composition import read_picture_codes

    print_result(read_picture_codes(args.files), as_json=args.json)
