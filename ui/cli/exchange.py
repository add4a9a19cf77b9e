"""``station export``: what others get of a dossier."""

import argparse

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``export`` and its formats."""
    formats = commands.add_parser("export", help="a dossier for another system").add_subparsers(
        metavar="FORMAT", required=True
    )
    national = formats.add_parser("dvcqg", help="the national portal's exchange of one dossier")
    national.add_argument("code", metavar="CODE")
    national.add_argument(
        "--updating", action="store_true", help="the portal has this dossier already"
    )
    national.set_defaults(command=_national)


def _national(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        exchange = desk.national_exchange(args.code, updating=args.updating)
        print_result(exchange, as_json=True)
