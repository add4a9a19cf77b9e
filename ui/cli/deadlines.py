"""``station dossier deadlines``: what the counter must see to today."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from argparse import _SubParsersAction as _SubParsers

    from station.ports.dossier_queries import DossierRow
    from station.usecases.deadlines import Owed, OwedAnswer


def add_command(acts: "_SubParsers[argparse.ArgumentParser]") -> None:
    """Add the command."""
    deadlines = acts.add_parser(
        "deadlines",
        help="what must be handed over, apologised for or answered today, and what is overdue",
    )
    deadlines.add_argument("--at", metavar="ISO", help="as of this moment; default: now")
    deadlines.set_defaults(command=_deadlines)


def _deadlines(args: argparse.Namespace) -> None:
    from station.domain.due_date import parse_received_at

    at: datetime | None = parse_received_at(args.at) if args.at else None
    with sign_in(args) as desk:
        found = desk.deadlines(at)
        result = {
            "call": found.call.value,
            "to_hand_over": [_owed(owed, args) for owed in found.to_hand_over],
            "to_apologise": [_owed(owed, args) for owed in found.to_apologise],
            "overdue": [_line(row) for row in found.overdue],
            "to_answer": [_answer(owed, args) for owed in found.to_answer],
        }
        print_result(result, as_json=args.json)


def _owed(owed: "Owed", args: argparse.Namespace) -> dict[str, Any]:
    return _line(owed.row) | {
        "by_at": owed.deadline.by_at.isoformat(),
        "explanation": list(owed.deadline.explanation_in(args.language)),
    }


def _answer(owed: "OwedAnswer", args: argparse.Namespace) -> dict[str, Any]:
    return {
        "draft_id": str(owed.draft.draft_id),
        "officer_id": owed.draft.officer_id,
        "procedure_code": owed.procedure.code,
        "begun_at": owed.draft.begun_at.isoformat(),
        "by_at": owed.deadline.by_at.isoformat(),
        "explanation": list(owed.deadline.explanation_in(args.language)),
    }


def _line(row: "DossierRow") -> dict[str, Any]:
    return {
        "dossier_code": row.dossier_code,
        "status": row.status.value,
        "handling_agency": row.handling_agency,
        "received_at": row.received_at.isoformat(),
        "due_at": row.due_at.isoformat() if row.due_at else None,
    }
