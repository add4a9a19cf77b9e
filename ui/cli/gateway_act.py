"""``station gateway act …``: the handling agency's part of a dossier's life."""

import argparse
from datetime import datetime

from ui.cli.output import print_result

KINDS = ("accept", "refuse", "supplement", "duty", "duty-met", "extend", "stop", "result")


def add_command(gateway: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``act``."""
    act = gateway.add_parser("act", help="let the handling agency act; stations hear of it")
    act.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    act.add_argument("code", metavar="CODE")
    act.add_argument("--database", default="sqlite:///gateway.db", metavar="URL")
    act.add_argument("--by", metavar="NAME", help="who decides; else the handling agency")
    act.add_argument("--reason", default="", metavar="TEXT", help="of duty: what is to be paid")
    act.add_argument("--legal-basis", default="", metavar="TEXT")
    act.add_argument(
        "--missing", action="append", default=[], type=_row, metavar="ROW=NAME=WHAT",
        help="supplement: a row of the checklist, the paper and what is wrong with it",
    )  # fmt: skip
    act.add_argument("--missed-before", metavar="TEXT", help="supplement: why not asked before")
    act.add_argument("--amount", type=int, metavar="VND", help="duty: how much")
    act.add_argument("--due-at", type=_moment, metavar="TIME", help="extend, accept, duty-met")
    act.add_argument("--clock-started", type=_moment, metavar="TIME", help="accept")
    act.add_argument("--apology", metavar="NUMBER", help="extend: number of the letter")
    act.add_argument(
        "--result", action="append", default=[], type=_result, metavar="NAME[=NUMBER]",
        help="result: a paper that was signed",
    )  # fmt: skip
    act.set_defaults(command=_act)


def _act(args: argparse.Namespace) -> None:
    from ui.gateway import decide_at_gateway

    event_id = decide_at_gateway(
        args.code,
        args.kind,
        database=args.database,
        by=args.by,
        reason=args.reason,
        legal_basis=args.legal_basis,
        items=tuple(args.missing),
        missed_before=args.missed_before,
        amount_vnd=args.amount,
        due_at=args.due_at,
        clock_started_at=args.clock_started,
        apology_number=args.apology,
        results=tuple(args.result),
    )
    print_result({"event_id": event_id}, as_json=args.json, text=str(event_id))


def _row(text: str) -> tuple[int, str, str]:
    index, name, what = text.split("=", 2)
    return int(index), name, what


def _moment(text: str) -> datetime:
    """Take an ISO 8601 time; it needs its offset, which the server checks."""
    return datetime.fromisoformat(text)


def _result(text: str) -> tuple[str, str | None]:
    name, _, number = text.partition("=")
    return name, number or None
