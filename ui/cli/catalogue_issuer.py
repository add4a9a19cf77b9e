"""``station catalogue make`` and ``new-key``: the issuer's side of a pack. They need no home."""

import argparse
import getpass
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from ui.cli.output import print_result
from ui.cli.signing_in import UsageError


def add_commands(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``make`` and ``new-key`` to ``catalogue``."""
    make = acts.add_parser("make", help="make a pack of catalogue files, and sign it")
    make.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    make.add_argument("-o", "--output", required=True, type=Path, metavar="PACK")
    make.add_argument("--name", required=True)
    make.add_argument("--version", required=True, dest="pack_version")
    make.add_argument("--issued-on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    make.add_argument("--from", dest="begins", type=date.fromisoformat, metavar="YYYY-MM-DD")
    make.add_argument("--to", dest="ends", type=date.fromisoformat, metavar="YYYY-MM-DD")
    make.add_argument(
        "--since", type=Path, metavar="PACK", help="a delta: only what differs from this pack"
    )
    make.add_argument(
        "--local", action="store_true", help="a correction of this office; needs --to"
    )
    make.add_argument("--key", type=Path, metavar="FILE", help="sign it with this key")
    make.set_defaults(command=_make)
    key = acts.add_parser("new-key", help="make a key to sign packs with")
    key.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    key.set_defaults(command=_new_key)


def _make(args: argparse.Namespace) -> None:
    from station.catalogue.convert import join, since
    from station.catalogue.key_file import read_key_file
    from station.catalogue.pack import PackStatus
    from station.catalogue.pack_format import pack_to_bytes
    from station.catalogue.reading import read_pack, read_pack_file
    from station.catalogue.signing import SIGNATURE_SUFFIX, sign
    from station.catalogue.source_formats import Issue

    key = read_key_file(args.key, _key_password()) if args.key else None
    issue = Issue(name=args.name, version=args.pack_version, issued_on=args.issued_on)
    pack = join([read_pack_file(source, issue) for source in args.sources], issue)
    pack = replace(pack, effective_from=args.begins, effective_to=args.ends)
    if args.local:
        pack = replace(pack, status=PackStatus.LOCAL)
    if args.since:
        pack = since(read_pack_file(args.since), pack)
    content = pack_to_bytes(pack)
    read_pack(content, args.output.name)  # what a station would refuse is not written at all
    args.output.write_bytes(content)
    written = {"pack": str(args.output), "procedures": len(pack.procedures), "base": pack.base}
    written |= {"withdrawn": len(pack.withdrawn), "signature": None}
    if key is not None:
        signature = args.output.with_name(args.output.name + SIGNATURE_SUFFIX)
        signature.write_bytes(sign(content, key))
        written |= {"signature": str(signature), "key": key.public_key().public_bytes_raw().hex()}
    print_result(written, as_json=args.json)


def _new_key(args: argparse.Namespace) -> None:
    from station.catalogue.key_file import make_key_file

    public = make_key_file(args.output, _key_password(twice=True))
    print_result({"file": str(args.output), "public_key": public}, as_json=args.json)


def _key_password(*, twice: bool = False) -> str:
    """Give the password of a key file from ``$STATION_KEY_PASSWORD`` or a prompt.

    Raises:
        UsageError: there is neither, or the two entries differ.
    """
    given = os.environ.get("STATION_KEY_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError("set STATION_KEY_PASSWORD, or run in a terminal")
    entered = getpass.getpass("Mật khẩu khoá / Password of the key: ")
    if twice and getpass.getpass("Nhập lại / Again: ") != entered:
        raise UsageError("the two entries differ")
    return entered
