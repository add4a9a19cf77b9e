"""``station dossier twins|keep-both``: what two counters received of one person, unseen."""

import argparse

from station.codec import to_plain
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about twins to ``dossier``; ``withdraw`` and ``refuse`` end one of two."""
    listing = acts.add_parser("twins", help="dossiers that another counter received as well")
    listing.set_defaults(command=_list)
    keep = acts.add_parser("keep-both", help="a supervisor says why both go on")
    keep.add_argument("code", metavar="CODE")
    keep.add_argument("--twin", required=True, metavar="CODE", help="the other one")
    keep.add_argument("--reason", required=True, metavar="R")
    keep.set_defaults(command=_keep)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        found = [desk.dossier(row.dossier_code) for row in desk.store.queries.with_twins()]
        result = [
            {
                "dossier_code": dossier.code,
                "counter": dossier.counter,
                "received_at": dossier.received_at,
                "twins": [to_plain(twin) for twin in dossier.open_twins],
            }
            for dossier in found
        ]
        print_result(result, as_json=args.json)


def _keep(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        dossier = desk.life_cycle.keep_duplicates(args.code, args.twin, args.reason)
        result = {
            "dossier_code": dossier.code,
            "twins": [to_plain(twin) for twin in dossier.twins],
        }
        print_result(result, as_json=args.json)
