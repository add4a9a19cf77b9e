"""``station scan verify|sign|stamp``: the digital signatures of files and of digitised copies."""

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli.output import print_result
from ui.cli.signing_in import UsageError, home_of

if TYPE_CHECKING:
    Acts = argparse._SubParsersAction[argparse.ArgumentParser]


def add_acts(acts: "Acts") -> None:
    """Add the acts to ``scan``."""
    verify = acts.add_parser("verify", help="judge the digital signatures of PDFs")
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")
    verify.add_argument(
        "--trust", type=Path, action="append", default=[], metavar="CERT.pem",
        help="certificates of issuers whom the office trusts; may be given again",
    )  # fmt: skip
    verify.set_defaults(command=_verify)
    sign = acts.add_parser("sign", help='sign digitised copies ("sao y") with a token, one PIN')
    sign.add_argument("files", type=Path, nargs="+", metavar="FILE.pdf")
    sign.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    sign.add_argument(
        "--library", required=True, metavar="LIB", help="PKCS#11 library of the token"
    )
    sign.add_argument("--token", metavar="LABEL", help="which token; else the only one")
    sign.add_argument("--key", metavar="LABEL", help="which certificate; else the first with a key")
    sign.add_argument("--agency", metavar="NAME", help="as the block names it; else the home's")
    sign.add_argument("--kind", default="SAO Y", metavar="TEXT", help="form of the copy")
    sign.add_argument("--time-stamps", metavar="URL", help="time stamp server (RFC 3161)")
    sign.set_defaults(command=_sign)
    stamp = acts.add_parser("stamp", help="add the time stamps that were not to be had before")
    stamp.add_argument("files", type=Path, nargs="+", metavar="FILE.pdf")
    stamp.add_argument("--time-stamps", required=True, metavar="URL")
    stamp.set_defaults(command=_stamp)


def _verify(args: argparse.Namespace) -> None:
    from station.codec import to_plain
    from ui.scanning import signatures_of
    from ui.signature_words import in_words

    judged = [
        {
            "file": str(file),
            "signatures": [
                {**to_plain(one), "words": in_words(one, args.language)}
                for one in signatures_of(file, args.trust)
            ],
        }
        for file in args.files
    ]
    print_result(judged, as_json=args.json)


def _sign(args: argparse.Namespace) -> None:
    from ui.scanning import Signing, sign_copies

    signing = Signing(
        library=args.library,
        token=args.token,
        key=args.key,
        folder=args.output,
        agency=args.agency,
        kind=args.kind,
        stamps_from=args.time_stamps,
    )
    print_result(sign_copies(home_of(args), args.files, token_pin(), signing), as_json=args.json)


def _stamp(args: argparse.Namespace) -> None:
    from ui.scanning import stamp_copies

    print_result(stamp_copies(args.files, args.time_stamps), as_json=args.json)


def token_pin() -> str:
    """Give the token's PIN from ``$STATION_TOKEN_PIN`` or a prompt; never from the command.

    Raises:
        UsageError: there is neither.
    """
    given = os.environ.get("STATION_TOKEN_PIN")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError("set STATION_TOKEN_PIN, or run in a terminal")
    return getpass.getpass("Mã PIN của token / PIN of the token: ")
