"""``station people …``: what somebody agreed to have offered again, and deleting it."""

import argparse

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``people`` and its acts."""
    acts = commands.add_parser("people", help="what people agreed to").add_subparsers(
        metavar="ACT", required=True
    )
    recall = acts.add_parser("recall", help="what is remembered of somebody, by the number")
    recall.add_argument("number", metavar="NUMBER")
    recall.set_defaults(command=_recall)
    forget = acts.add_parser("forget", help="delete it; why is in the journal")
    forget.add_argument("number", metavar="NUMBER")
    forget.add_argument("--reason", required=True, metavar="TEXT")
    forget.set_defaults(command=_forget)


def _recall(args: argparse.Namespace) -> None:
    from station.usecases.remember_people import NobodyRememberedError

    with sign_in(args) as desk:
        person = desk.people.recall(args.number)
        if person is None:
            raise NobodyRememberedError
        result = {
            **person.said,
            "consented_at": person.consented_at.isoformat(),
            "officer_id": person.officer_id,
            "expires_on": person.expires_on.isoformat(),
        }
        print_result(result, as_json=args.json)


def _forget(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        desk.people.forget(args.number, args.reason)
        print_result({"forgotten": True}, as_json=args.json)
