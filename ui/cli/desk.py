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
    listing = acts.add_parser("list", help="every device and its state, and what else is there")
    listing.set_defaults(command=_list)
    test = acts.add_parser("test", help="try devices out")
    test.add_argument("name", nargs="?", metavar="NAME")
    test.set_defaults(command=_test)
    setting = acts.add_parser("set", help="which papers go on a printer, and how")
    setting.add_argument("name", metavar="NAME")
    setting.add_argument("--papers", nargs="*", metavar="PAPER", help="01, label, a5, …; none: all")
    setting.add_argument("--tray", metavar="TRAY", help="the printer's own name for it")
    setting.add_argument("--two-sided", choices=("yes", "no"))
    setting.add_argument("--copies", type=int, choices=range(1, 10), metavar="1-9")
    setting.add_argument("--density", type=int, choices=range(-3, 4), metavar="-3…3")
    setting.set_defaults(command=_set)
    page = acts.add_parser("test-page", help="write the page that tries readers out, as PDF")
    page.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    page.set_defaults(command=_test_page)
    demo = commands.add_parser("demo", help="the whole main job on real input, without a screen")
    demo.add_argument("--out", type=Path, default=Path("demo-out"), metavar="DIR")
    demo.set_defaults(command=_demo)
    desktop = commands.add_parser("desktop", help="the program")
    desktop.add_argument(
        "--watch", action="store_true", help="write down where the window did not answer in time"
    )
    desktop.add_argument(
        "--gallery", action="store_true", help="every page with invented data (Ctrl+PgDn: the next)"
    )
    desktop.add_argument(
        "--training", action="store_true", help="the training home beside this one: invented data"
    )
    desktop.add_argument("--anew", action="store_true", help="with --training: fresh samples")
    desktop.set_defaults(command=_desktop)


def _list(args: argparse.Namespace) -> None:
    from ui.desks.devices import every_device

    with sign_in(args) as desk:
        devices = every_device(desk.devices, desk.settings)
        print_result({"devices": devices}, as_json=args.json)


def _test(args: argparse.Namespace) -> None:
    from station.ports.devices import UnknownDeviceError

    with sign_in(args) as desk:
        states = desk.devices.states() if args.name is None else [desk.devices.state_of(args.name)]
        if None in states:
            raise UnknownDeviceError(args.name)
        print_result({"devices": states}, as_json=args.json)


def _set(args: argparse.Namespace) -> None:
    from ui.composition import write_file
    from ui.paper_printers import choose_printer
    from ui.settings import PrinterChoice

    choice = PrinterChoice(
        papers=None if args.papers is None else tuple(args.papers),
        tray=args.tray,
        two_sided=None if args.two_sided is None else args.two_sided == "yes",
        copies=args.copies,
        density=args.density,
    )
    with sign_in(args) as desk:
        changed = choose_printer(
            home_of(args), args.name, choice, officer=desk.officer, write=write_file
        )
        print_result({"printer": changed}, as_json=args.json)


def _test_page(args: argparse.Namespace) -> None:
    from ui.readers import reader_test_page

    page = reader_test_page("")
    args.output.write_bytes(page)
    print_result({"output": str(args.output), "bytes": len(page)}, as_json=args.json)


def _demo(args: argparse.Namespace) -> None:
    from ui.demo import run_demo

    run_demo(args.out, say=lambda line: print(line, flush=True))


def _desktop(args: argparse.Namespace) -> int:
    from ui.desktop.qt_loading import load_qt

    load_qt()
    if args.gallery:
        from ui.desktop.gallery.program import main

        return main(["--language", args.language])
    from ui.desktop.app import run_desktop

    return run_desktop(
        home_of(args),
        language=args.language,
        watch=args.watch,
        training=args.training,
        anew=args.anew,
    )
