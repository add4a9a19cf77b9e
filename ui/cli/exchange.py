"""``station export``: what others get of a dossier, and of the catalogue."""

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
    records = formats.add_parser(
        "laythutuc", help="procedures as records of the national procedure database"
    )
    records.add_argument("codes", nargs="+", metavar="CODE")
    records.set_defaults(command=_records)


def _national(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        exchange = desk.national_exchange(args.code, updating=args.updating)
        print_result(exchange, as_json=True)


def _records(args: argparse.Namespace) -> None:
    from station.catalogue.national_records import records_of

    with sign_in(args) as desk:
        procedures = [desk.procedure(code)[0] for code in args.codes]
    print_result(records_of(procedures), as_json=True)
