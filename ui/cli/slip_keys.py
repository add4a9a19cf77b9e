"""``station slip-keys``: by which keys slips of this counter and of others are known."""

import argparse

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``slip-keys`` and its acts."""
    keys = commands.add_parser("slip-keys", help="the keys by which slips are known")
    acts = keys.add_subparsers(metavar="ACT", required=True)
    acts.add_parser("show", help="this counter's key, and those of others").set_defaults(
        command=_show
    )
    renew = acts.add_parser("renew", help="sign by a new key; slips before stay genuine")
    renew.set_defaults(command=_renew)
    trust = acts.add_parser("trust", help="know the slips of another counter by its key")
    trust.add_argument("agency", metavar="AGENCY")
    trust.add_argument("counter", type=int, metavar="COUNTER")
    trust.add_argument("key", metavar="KEY", help="what its own slip-keys show says")
    trust.set_defaults(command=_trust)


def _show(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        ours = desk.settings
        result = {
            "agency": ours.agency_code,
            "counter": ours.station_number,
            "key": desk.slip_keys.public_hex,
            "others": list(desk.slip_keys.others()),
        }
        print_result(result, as_json=args.json)


def _renew(args: argparse.Namespace) -> None:
    from station.usecases.permissions import Act, require

    with sign_in(args) as desk:
        require(desk.officer, Act.TRUST_KEYS)
        print_result({"key": desk.slip_keys.renew()}, as_json=args.json)


def _trust(args: argparse.Namespace) -> None:
    from station.domain.ids import BadAgencyCodeError, is_agency_code
    from station.ports.slip_keys import TrustedCounter
    from station.usecases.permissions import Act, require

    if not is_agency_code(args.agency):
        raise BadAgencyCodeError(args.agency)
    other = TrustedCounter(agency=args.agency, counter=args.counter, public_key=args.key.lower())
    with sign_in(args) as desk:
        require(desk.officer, Act.TRUST_KEYS)
        desk.slip_keys.trust(other)
        print_result({"trusted": other}, as_json=args.json)
