"""``station store …`` and ``station audit verify``: is everything still whole."""

import argparse
from dataclasses import replace

from station.codec import to_plain
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``store`` and ``audit``."""
    acts = commands.add_parser("store", help="care for the store").add_subparsers(
        metavar="ACT", required=True
    )
    check = acts.add_parser("check", help="compare journal, lists, numbers and page files")
    check.set_defaults(command=_check)
    rebuild = acts.add_parser("rebuild", help="make the lists anew from the journal")
    rebuild.set_defaults(command=_rebuild)
    audit = commands.add_parser("audit", help="the journal's hash chain").add_subparsers(
        metavar="ACT", required=True
    )
    verify = audit.add_parser("verify", help="walk the chain from the first entry to the last")
    verify.set_defaults(command=_verify)


def _check(args: argparse.Namespace) -> int:
    from ui.messages import sentence

    with sign_in(args) as desk:
        report = desk.check_store()
        problems = [{"code": one.code, "message": sentence(one)} for one in report.problems]
        counted = to_plain(replace(report, problems=()))
        print_result(counted | {"problems": problems}, as_json=args.json)
        return 0 if report.ok else 1


def _rebuild(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result({"dossiers": desk.rebuild_store()}, as_json=args.json)


def _verify(args: argparse.Namespace) -> int:
    with sign_in(args) as desk:
        report = desk.audit()
        print_result(report, as_json=args.json)
        return 0 if report.ok else 1
