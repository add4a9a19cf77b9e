"""``station store …``, ``audit verify`` and ``support``: is everything still whole."""

import argparse
from dataclasses import replace
from pathlib import Path

from station.codec import to_plain
from ui.cli.output import print_result
from ui.cli.signing_in import home_of, sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``store`` and ``audit``."""
    acts = commands.add_parser("store", help="care for the store").add_subparsers(
        metavar="ACT", required=True
    )
    check = acts.add_parser("check", help="compare journal, lists, numbers and page files")
    check.set_defaults(command=_check)
    rebuild = acts.add_parser("rebuild", help="make the lists anew from the journal")
    rebuild.set_defaults(command=_rebuild)
    support = commands.add_parser("support", help="a page on how the station is, for who helps")
    support.add_argument("--out", type=Path, metavar="FILE", help="default: print it")
    support.set_defaults(command=_support)
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


def _support(args: argparse.Namespace) -> None:
    from ui.composition import write_file
    from ui.desks.devices import every_device
    from ui.support_page import SupportDesk, support_page

    with sign_in(args) as desk:
        facts = SupportDesk(desk, home_of(args)).facts()
        page = support_page(facts, every_device(desk.devices, desk.settings), args.language)
        if args.out is not None:
            write_file(args.out, page.encode())
            print_result({"output": str(args.out)}, as_json=args.json)
        else:
            print_result({"page": page}, as_json=args.json, text=page.rstrip())


def _rebuild(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result({"dossiers": desk.rebuild_store()}, as_json=args.json)


def _verify(args: argparse.Namespace) -> int:
    with sign_in(args) as desk:
        report = desk.audit()
        print_result(report, as_json=args.json)
        return 0 if report.ok else 1
