"""``station draft …`` and ``station dossier guide``: what is not a dossier yet."""

import argparse
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ui.cli.described import read_described
from ui.cli.given_rows import rows_of
from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from station.ports.drafts import KeptDraft
    from ui.desks.desk import Desk


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``draft`` and its acts."""
    acts = commands.add_parser("draft", help="what was entered and not received").add_subparsers(
        metavar="ACT", required=True
    )
    listing = acts.add_parser("list", help="your drafts")
    listing.add_argument("--all", action="store_true", help="everybody's; for a supervisor")
    listing.set_defaults(command=_list)
    show = acts.add_parser("show", help="a draft by its id, or by the code of its guidance sheet")
    show.add_argument("draft", metavar="ID|CODE")
    show.add_argument(
        "--description", action="store_true", help="only what `dossier receive -` takes"
    )
    show.set_defaults(command=_show)
    drop = acts.add_parser("drop", help="forget a draft")
    drop.add_argument("draft", metavar="ID|CODE")
    drop.set_defaults(command=_drop)
    reassign = acts.add_parser("reassign", help="give a draft to a colleague; for a supervisor")
    reassign.add_argument("draft", metavar="ID|CODE")
    reassign.add_argument("--to", required=True, metavar="NAME")
    reassign.add_argument("--reason", required=True, metavar="TEXT")
    reassign.set_defaults(command=_reassign)


def guide(args: argparse.Namespace) -> None:
    """Tell a visitor what to bring; the sheet's code opens the draft again."""
    from station.usecases.reception_input import read_reception

    text, _ = read_described(args.file)
    given = read_reception(text)
    with sign_in(args) as desk:
        told = desk.drafts.guide(given, rows_of(args.wrong))
        sheet = told.guidance
        result = {
            "guidance_code": sheet.guidance_code,
            "valid_until": sheet.valid_until.isoformat(),
            "missing": [
                {"index": paper.index, "name": paper.name, "what": paper.what}
                for paper in sheet.wanted
            ],
            "kept": list(sheet.kept),
            "draft_id": str(told.draft_id),
        }
        if args.output is not None:
            args.output.write_bytes(desk.drafts.guidance_pdf(sheet.guidance_code))
            result["output"] = str(args.output)
        print_result(result, as_json=args.json)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        drafts = desk.drafts.of(None) if args.all else desk.drafts.mine()
        print_result([_line(draft) for draft in drafts], as_json=args.json)


def _show(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        draft = _found(desk, args.draft)
        if args.description:
            print_result(draft.description, as_json=True)
            return
        print_result(_line(draft) | {"description": draft.description}, as_json=args.json)


def _drop(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        draft = _found(desk, args.draft)
        desk.drafts.drop(draft.draft_id)
        print_result({"dropped": str(draft.draft_id)}, as_json=args.json)


def _reassign(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        draft = _found(desk, args.draft)
        moved = desk.drafts.reassign(draft.draft_id, args.to, args.reason)
        print_result(_line(moved), as_json=args.json)


def _found(desk: "Desk", wanted: str) -> "KeptDraft":
    """Find a draft by its id among one's own or, for who may, everybody's; or by its code."""
    from station.usecases.permissions import Act, may

    try:
        draft_id = UUID(wanted)
    except ValueError:
        return desk.drafts.opened(wanted)
    everybody = may(desk.officer, Act.REASSIGN_DRAFTS)
    drafts = desk.drafts.of(None) if everybody else desk.drafts.mine()
    for draft in drafts:
        if draft.draft_id == draft_id:
            return draft
    return desk.drafts.opened(wanted)  # says that there is none


def _line(draft: "KeptDraft") -> dict[str, Any]:
    applicant = draft.description.get("applicant") or {}
    return {
        "draft_id": str(draft.draft_id),
        "guidance_code": draft.code,
        "officer_id": draft.officer_id,
        "procedure_code": draft.procedure_code,
        "applicant": applicant.get("full_name") or applicant.get("name"),
        "saved_at": draft.saved_at.isoformat(),
        "expires_on": draft.expires_on.isoformat(),
    }
