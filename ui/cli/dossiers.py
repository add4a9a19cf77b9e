"""``station dossier …``: receive, list, search, show, history."""

import argparse
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from station.codec import to_plain
from ui.cli import copies, deadlines, dossier_acts, twins
from ui.cli.described import read_described
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from station.ports.dossier_queries import DossierRow


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``dossier`` and its acts."""
    acts = commands.add_parser("dossier", help="receive and find dossiers").add_subparsers(
        metavar="ACT", required=True
    )
    receive = acts.add_parser("receive", help="accept a dossier described as JSON")
    receive.add_argument("file", metavar="FILE.json|-")
    receive.add_argument(
        "--check-duplicates",
        action="store_true",
        help="refuse what the same person has open, unless the description says why",
    )
    receive.set_defaults(command=_receive)
    dossier_acts.add_commands(acts)
    deadlines.add_command(acts)
    twins.add_commands(acts)
    copies.add_commands(acts)
    listing = acts.add_parser("list", help="the newest dossiers")
    listing.add_argument(
        "--date", type=date.fromisoformat, metavar="D", help="received on this day"
    )
    listing.add_argument("--limit", type=int, default=500, metavar="N")
    listing.set_defaults(command=_list)
    search = acts.add_parser("search", help="find by code, name, number or phone")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=int, default=50, metavar="N")
    search.set_defaults(command=_search)
    for name, command in (("show", _show), ("history", _history)):
        act = acts.add_parser(name)
        act.add_argument("code", metavar="CODE")
        act.set_defaults(command=command)


def _receive(args: argparse.Namespace) -> None:
    from station.domain.money.collecting import warning_text
    from station.usecases.reception_input import read_reception
    from ui.cli.people import paper_doubts, people_doubts

    text, folder = read_described(args.file)
    given = read_reception(text)
    with sign_in(args) as desk:
        reception = desk.receive(given, folder=folder, lock_duplicates=args.check_duplicates)
        dossier = reception.dossier
        result = {
            "dossier_code": dossier.code,
            "dossier_id": str(dossier.dossier_id),
            "received_at": dossier.received_at.isoformat(),
            "due_at": dossier.promised_at.isoformat(),
            "fees_total_vnd": dossier.fees_total_vnd,
            "missing": list(dossier.missing),
            "paid_vnd": dossier.paid_vnd,
            "change_vnd": sum(payment.change_vnd for payment in dossier.payments),
            "due_reason": dossier.due_reason,
            "warnings": [
                *dossier.due_warnings,
                *(warning_text(one, args.language) for one in reception.till_warnings),
            ],
            "duplicates": list(dossier.duplicate_of),
            "doubts": [
                *people_doubts(dossier, args.language),
                *paper_doubts(reception.paper_findings, args.language),
            ],
        }
        print_result(result, as_json=args.json)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _print_rows(desk.store.queries.newest(on=args.date, limit=args.limit), args)


def _search(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _print_rows(desk.store.queries.search(args.text, limit=args.limit), args)


def _show(args: argparse.Namespace) -> None:
    from station.domain.acts import allowed_acts

    with sign_in(args) as desk:
        dossier = desk.dossier(args.code)
        plain: dict[str, Any] = to_plain(dossier)
        del plain["ratings"]  # a citizen's word is counted, and read out of no single dossier
        result = {
            "dossier_code": plain.pop("code"),
            **plain,
            "national_status": dossier.status.national_code,
            "allowed": [act.value for act in allowed_acts(dossier)],
            "fees_total_vnd": dossier.fees_total_vnd,
            "paid_vnd": dossier.paid_vnd,
            "missing": list(dossier.missing),
        }
        print_result(result, as_json=args.json)


def _history(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        entries = desk.history(args.code)
        result = [
            {
                "sequence": getattr(entry, "sequence", None),
                "kind": entry.kind,
                "occurred_at": entry.occurred_at.isoformat(),
                "officer_id": entry.officer_id,
                "station_id": entry.station_id,
                "clock_source": getattr(entry, "clock_source", None),
                "event_id": str(entry.event_id),
                "hash": getattr(entry, "hash", None),
            }
            for entry in entries
        ]
        print_result(result, as_json=args.json)


def _print_rows(rows: "Sequence[DossierRow]", args: argparse.Namespace) -> None:
    text = "\n".join(
        f"{row.dossier_code}  {row.received_at:%d/%m %H:%M}  {_day(row.due_at):<10}  "
        f"{row.status.value:<10}  {row.owner_name}  –  {row.procedure_name}"
        for row in rows
    )
    print_result(list(rows), as_json=args.json, text=text or "–")


def _day(at: datetime | None) -> str:
    return f"{at:%d/%m/%Y}" if at else "–"
