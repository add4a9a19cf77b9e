"""``station spool``: papers that wait, are in doubt, or have to come out elsewhere."""

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from station.usecases.print_papers import Printed
    from ui.desks.desk import Desk


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``spool`` and its acts."""
    spool = commands.add_parser("spool", help="papers on their way to the printers")
    acts = spool.add_subparsers(metavar="ACT", required=True)
    acts.add_parser("list", help="what waits or is in doubt").set_defaults(command=_list)
    acts.add_parser("run", help="print what waits").set_defaults(command=_run)
    answer = acts.add_parser("answer", help="did a paper in doubt come out")
    answer.add_argument("job", type=int, metavar="JOB")
    answer.add_argument("came_out", choices=("yes", "no"))
    answer.set_defaults(command=_answer)
    elsewhere = acts.add_parser("elsewhere", help="the roll for the sheet, the sheet for the roll")
    elsewhere.add_argument("job", type=int, metavar="JOB")
    elsewhere.set_defaults(command=_elsewhere)


def _list(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        jobs = [
            {
                "job": job.job_id,
                "dossier_code": desk.printing.dossier_of(job).code,
                "form": job.form,
                "paper": job.paper,
                "state": job.state.value,
                "printer": job.printer,
                "error": job.last_error,
                "queued_at": job.queued_at,
            }
            for job in desk.printing.waiting()
        ]
        text = "\n".join(_said(job, str(job["error"] or "")) for job in jobs)
        print_result({"jobs": jobs}, as_json=args.json, text=text or None)


def _run(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _tell(desk, desk.print_waiting(), args)


def _answer(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        done = desk.printing.answer_doubt(args.job, came_out=args.came_out == "yes")
        _tell(desk, done, args)


def _elsewhere(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        _tell(desk, desk.printing.print_elsewhere(args.job), args)


def _tell(desk: "Desk", done: Sequence["Printed"], args: argparse.Namespace) -> None:
    from ui.messages import sentence

    outcomes = [_outcome(desk, one) for one in done]
    causes = [f"{one.error.code}: {sentence(one.error)}" if one.error else "" for one in done]
    text = "\n".join(map(_said, outcomes, causes))
    print_result({"tried": outcomes}, as_json=args.json, text=text or None)


def _said(paper: Mapping[str, Any], cause: str) -> str:
    """Say of a paper on one line where it stands, and why, for people."""
    what = f"{paper['form']} {paper['paper']}"
    head = f"{paper['job']}  {what}  {paper['dossier_code']}  {paper['state']}"
    return "  ".join(filter(None, (head, paper["printer"], cause)))


def _outcome(desk: "Desk", one: "Printed") -> dict[str, Any]:
    state = "failed" if one.error else "printed"
    return {
        "job": one.job.job_id,
        "dossier_code": desk.printing.dossier_of(one.job).code,
        "form": one.job.form,
        "paper": one.job.paper,
        "printer": one.printer,
        "state": "doubtful" if one.doubtful else state,
        "error": one.error.code if one.error else None,
    }
