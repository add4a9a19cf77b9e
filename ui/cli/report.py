"""``station report``: pictures of the whole counter, never of one officer."""

import argparse
from typing import TYPE_CHECKING, Any

from ui.cli.output import print_result
from ui.cli.signing_in import sign_in

if TYPE_CHECKING:
    from station.domain.step_times import StepMedians


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``report`` and its pictures."""
    report = commands.add_parser("report", help="how the whole counter works, nobody named")
    pictures = report.add_subparsers(metavar="PICTURE", required=True)
    steps = pictures.add_parser("steps", help="how long the steps of receptions take")
    steps.set_defaults(command=_steps)


def _steps(args: argparse.Namespace) -> None:
    with sign_in(args) as desk:
        report = desk.step_report()
    result = {
        "periods": [
            {
                "days": period.days,
                "receptions": period.receptions,
                "medians_s": _seconds(period.medians) if period.medians else None,
            }
            for period in (report.recent, report.whole)
        ],
        "longest": [
            {
                "procedure_code": one.procedure_code,
                "procedure_name": one.procedure_name,
                "receptions": one.receptions,
                "medians_s": _seconds(one.medians),
                "longest_step": one.costly.value,
            }
            for one in report.longest
        ],
    }
    print_result(result, as_json=args.json)


def _seconds(medians: "StepMedians") -> dict[str, Any]:
    return {**{step.value: s for step, s in medians.by_step.items()}, "total": medians.total}
