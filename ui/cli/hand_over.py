"""``station hand-over lists|sign``: sealed lists, and the receiver's signature on them."""

import argparse

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about sealed lists; ``dossier forward`` seals one."""
    group = commands.add_parser("hand-over", help="sealed lists of folders")
    acts = group.add_subparsers(metavar="ACT", required=True)
    lists = acts.add_parser("lists", help="the sealed lists, newest first, and who signed")
    lists.set_defaults(command=_lists)
    sign = acts.add_parser("sign", help="the list came back with the receiver's signature")
    sign.add_argument("number", metavar="NUMBER")
    sign.add_argument("--by", required=True, metavar="NAME", help="who signed for the agency")
    sign.add_argument(
        "--not-taken", nargs="+", default=[], metavar="CODE=REASON", help="back at the counter"
    )
    sign.set_defaults(command=_sign)


def _lists(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(list(desk.hand_over.lists()), as_json=args.json)


def _sign(args: argparse.Namespace) -> None:
    from station.usecases.sign_hand_over import SignHandOver
    from ui.cli.dossier_acts import state_of
    from ui.cli.given_rows import pairs_of

    with sign_in(args) as desk:
        command = SignHandOver(receiver=args.by, not_taken=tuple(pairs_of(args.not_taken)))
        dossiers = desk.hand_over.sign(args.number, command)
        result = {
            "list_number": args.number,
            "receiver": args.by,
            "dossiers": [state_of(dossier) for dossier in dossiers],
        }
        print_result(result, as_json=args.json)
