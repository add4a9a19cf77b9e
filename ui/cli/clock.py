"""``station clock status|confirm``: is the computer's clock right, and what day it is."""

import argparse
from typing import TYPE_CHECKING, Any

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from ui.desks.clock import ClockState


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``clock``."""
    group = commands.add_parser("clock", help="the computer's clock, and what puts it right")
    acts = group.add_subparsers(metavar="ACT", required=True)
    status = acts.add_parser("status", help="the computer's time, and the one that acts bear")
    status.set_defaults(command=_status)
    confirm = acts.add_parser("confirm", help="say what day it is, because the clock is wrong")
    confirm.add_argument("day", metavar="DD/MM", help="today")
    confirm.add_argument("--time", default="", metavar="HH:MM", help="default: the computer's")
    confirm.add_argument(
        "--again", action="store_true", help="it is right though it is far from the last act"
    )
    confirm.set_defaults(command=_confirm)


def _status(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        print_result(_told(desk.clock.look()), as_json=args.json)


def _confirm(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        state = desk.clock.confirm(args.day, args.time, again=args.again)
        print_result(_told(state), as_json=args.json)


def _told(state: "ClockState") -> dict[str, Any]:
    return {
        "machine_at": state.machine_at.replace(microsecond=0),
        "now": state.now.replace(microsecond=0) if state.problem is None else None,
        "clock_source": state.correction.source,
        "against": None if state.problem is None else state.problem.details,
    }
