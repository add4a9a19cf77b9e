"""``station init``: make a home."""

import argparse

from ui.cli.output import print_result
from ui.cli.signing_in import UsageError, home_of, password


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``init``."""
    init = commands.add_parser("init", help="make a home: store, first administrator, catalogue")
    init.add_argument("--sample", action="store_true", help="sample catalogue, devices, accounts")
    init.add_argument("--agency", metavar="CODE", help="the agency's code")
    init.add_argument("--station-number", type=_counter, default=1, metavar="1-999")
    init.add_argument("--number-range", default=None, metavar="0300-0399")
    init.set_defaults(command=_init)


def _counter(text: str) -> int:
    """Read the number of a counter as slips have room for it."""
    number = int(text)
    if not 1 <= number <= 999:
        raise argparse.ArgumentTypeError(f"no counter from 1 to 999: {text!r}")
    return number


def _init(args: argparse.Namespace) -> None:
    from ui.composition import NewHome, make_home
    from ui.sample_office import SAMPLE_AGENCY

    if args.agency is None and not args.sample:
        raise UsageError("name the agency: station init --agency CODE (or --sample)")
    new = NewHome(
        path=home_of(args),
        agency_code=args.agency or SAMPLE_AGENCY,
        station_number=args.station_number,
        number_range=args.number_range,
        sample=args.sample,
    )
    made = make_home(new, password())
    result = {
        "home": str(made.path),
        "station_id": made.station_id,
        "officers": list(made.officers),
        "procedures": made.procedures,
    }
    print_result(result, as_json=args.json)
