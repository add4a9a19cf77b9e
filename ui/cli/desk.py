"""``station devices``, ``demo`` and ``desktop``: the program at the counter."""

import argparse
from pathlib import Path

from ui.cli.output import print_result
from ui.cli.signing_in import home_of, sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``devices``, ``demo`` and ``desktop``."""
    acts = commands.add_parser("devices", help="what is connected").add_subparsers(
        metavar="ACT", required=True
    )
    listing = acts.add_parser("list", help="every device and its state")
    listing.set_defaults(command=_list)
    test = acts.add_parser("test", help="try devices out")
    test.add_argument("name", nargs="?", metavar="NAME")
    test.set_defaults(command=_test)
    demo = commands.add_parser("demo", help="the whole main job on real input, without a screen")
    demo.add_argument("--out", type=Path, default=Path("demo-out"), metavar="DIR")
    demo.set_defaults(command=_demo)
    desktop = commands.add_parser("desktop", help="the program")
    desktop.set_defaults(command=_desktop)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result({"devices": desk.devices()}, as_json=args.json)


def _test(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result({"devices": desk.test_devices(args.name)}, as_json=args.json)


def _demo(args: argparse.Namespace) -> None:
    from ui.demo import run_demo

    run_demo(args.out, say=lambda line: print(line, flush=True))


def _desktop(args: argparse.Namespace) -> int:
    from ui.desktop.app import run_desktop

    return run_desktop(home_of(args), language=args.language)
