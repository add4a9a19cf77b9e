"""``station catalogue …`` and ``station due``: what the law says, without opening a dossier."""

import argparse
from pathlib import Path

from station.codec import to_plain
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``catalogue`` and ``due``."""
    acts = commands.add_parser("catalogue", help="the procedures").add_subparsers(
        metavar="ACT", required=True
    )
    load = acts.add_parser("import", help="put a catalogue pack in force")
    load.add_argument("file", type=Path, metavar="FILE")
    load.set_defaults(command=_import)
    search = acts.add_parser("search", help="find procedures; accents do not matter")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=int, default=20, metavar="N")
    search.set_defaults(command=_search)
    show = acts.add_parser("show", help="one procedure with its papers and fees")
    show.add_argument("code", metavar="CODE")
    show.set_defaults(command=_show)

    due = commands.add_parser("due", help="the lawful promise date, and why")
    due.add_argument("--received", required=True, metavar="ISO")
    due.add_argument("--duration", required=True, type=int, metavar="N")
    due.add_argument(
        "--unit", required=True, choices=("working_day", "working_hour", "calendar_day", "month")
    )
    due.add_argument("--cutoff", metavar="15:00")
    due.set_defaults(command=_due)


def _import(args: argparse.Namespace) -> None:
    from station.catalogue.reading import read_pack_file

    pack = read_pack_file(args.file)
    with sign_in(args) as desk:
        desk.catalogue.import_pack(pack)
    result = {
        "name": pack.name,
        "version": pack.version,
        "status": pack.status.value,
        "procedures": len(pack.procedures),
        "with_details": sum(procedure.has_details for procedure in pack.procedures),
    }
    print_result(result, as_json=args.json)


def _search(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        hits = [
            {
                "code": hit.procedure.code,
                "name": hit.procedure.name,
                "field": hit.procedure.field,
                "agency": hit.procedure.agency,
                "has_details": hit.procedure.has_details,
            }
            for hit in desk.catalogue_index.search(args.text, limit=args.limit)
        ]
        text = "\n".join(f"{hit['code']}  {hit['name']}  –  {hit['agency']}" for hit in hits)
        print_result(hits, as_json=args.json, text=text or "–")


def _show(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        procedure, pack = desk.procedure(args.code)
        print_result({**to_plain(procedure), "catalogue": pack}, as_json=args.json)


def _due(args: argparse.Namespace) -> None:
    from station.catalogue.calendars import built_in_calendar
    from station.domain.due_date import due_date_from_text

    due = due_date_from_text(
        args.received,
        duration=args.duration,
        unit=args.unit,
        cutoff=args.cutoff,
        calendar=built_in_calendar(),
    )
    result = {
        "due_at": due.due_at.isoformat(),
        "explanation": list(due.explanation),
        "reason": due.reason,
        "warnings": list(due.warnings),
    }
    print_result(result, as_json=args.json)
