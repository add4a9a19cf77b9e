"""``station approvals list|approve|refuse``: what officers left for somebody of rank."""

import argparse
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ui.cli.output import print_result
from ui.cli.signing_in import password, sign_in

if TYPE_CHECKING:
    from ui.desks.approval import WaitingApproval


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``approvals`` and its acts."""
    acts = commands.add_parser(
        "approvals", help="acts that were left for a second person"
    ).add_subparsers(metavar="ACT", required=True)
    listing = acts.add_parser("list", help="what waits, the longest first")
    listing.set_defaults(command=_list)
    approve = acts.add_parser("approve", help="do it, with one's own password once more")
    refuse = acts.add_parser("refuse", help="say why it is not done, or take one's own back")
    refuse.add_argument("--reason", required=True, metavar="TEXT")
    for act, command in ((approve, _approve), (refuse, _refuse)):
        act.add_argument("request", type=UUID, metavar="REQUEST", help="its id in the list")
        act.set_defaults(command=command)


def add_leaving(act: argparse.ArgumentParser) -> None:
    """Add who confirms the act: a second person at once, or somebody of rank later."""
    who = act.add_mutually_exclusive_group()
    who.add_argument(
        "--approved-by",
        metavar="NAME",
        help="the second person; the secret comes from $STATION_APPROVER_PASSWORD or a prompt",
    )
    who.add_argument(
        "--leave", action="store_true", help="leave it for somebody of rank: see approvals"
    )


def print_left(args: argparse.Namespace, dossier_code: str | None = None) -> None:
    """Say that an act waits, and that nothing is done yet."""
    result = {"waits_for_approval": True, "dossier_code": dossier_code}
    print_result(result, as_json=args.json)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result([_told(one) for one in desk.approvals.waiting()], as_json=args.json)


def _approve(args: argparse.Namespace) -> None:
    from station.domain.events import kind_of

    secret = password()
    with sign_in(args, secret) as desk:
        granted = desk.approvals.approve(args.request, secret)
        result = {
            "done": kind_of(granted.event),
            "asked_by": granted.asked_by,
            "dossier_code": granted.dossier.code if granted.dossier else None,
        }
        print_result(result, as_json=args.json)


def _refuse(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        desk.approvals.refuse(args.request, args.reason)
        print_result({"refused": str(args.request)}, as_json=args.json)


def _told(one: "WaitingApproval") -> dict[str, Any]:
    from ui.approval_words import reason_of

    asked = one.request.asked
    return {
        "request": str(asked.request_id),
        "what": asked.waiting_kind,
        "dossier_code": one.dossier.code if one.dossier else None,
        "asked_at": one.request.at.isoformat(),
        "asked_by": asked.officer_name,
        "reason": reason_of(one.fact),
        "own": one.own,
    }
