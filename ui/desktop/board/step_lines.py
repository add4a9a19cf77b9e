"""The times of the steps as the board shows them, from what was reported. Free of Qt."""

from collections.abc import Mapping
from typing import Final

from station.domain.step_times import FEWEST_RECEPTIONS, Step, StepMedians
from station.usecases.report_steps import FEWEST_OFFICERS, Period, StepReport
from station.words import Language, Words, figures
from ui.desktop.board import words as w
from ui.desktop.board.view_model import StepSheet
from ui.desktop.kit.chart_sheets import Length, LengthSheet

STEPS: Final[Mapping[Step, Words]] = {
    Step.PERSON: w.STEP_PERSON,
    Step.PROCEDURE: w.STEP_PROCEDURE,
    Step.PAPERS: w.STEP_PAPERS,
    Step.MONEY: w.STEP_MONEY,
    Step.ACCEPTANCE: w.STEP_ACCEPTANCE,
}
_UNKNOWN: Final = "–"


def step_sheet(report: StepReport, language: Language) -> StepSheet:
    """Give the times of the whole counter."""
    recent, whole = report.recent, report.whole
    said = [
        w.STEPS_SAID[language].format(
            recent=figures(recent.receptions),
            days=recent.days,
            whole=figures(whole.receptions),
            all_days=whole.days,
        )
    ]
    if recent.medians is None or whole.medians is None:
        few = w.TOO_FEW[language]
        said.append(few.format(receptions=FEWEST_RECEPTIONS, officers=FEWEST_OFFICERS))
    return StepSheet(
        title=w.STEPS_TITLE[language],
        said=" ".join(said),
        has_medians=recent.medians is not None or whole.medians is not None,
        steps=_steps(recent, whole, language),
        longest_title=w.LONGEST[language].format(days=whole.days),
        longest=_longest(report, language),
    )


def minutes(seconds: int) -> str:
    """Give ``1:05``."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def spoken_minutes(seconds: int, language: Language) -> str:
    """Give it as it is said: ``1 phút 5 giây``."""
    whole, rest = divmod(seconds, 60)
    words = w.MINUTES_SECONDS if whole else w.SECONDS
    return words[language].format(minutes=whole, seconds=rest)


def _written(seconds: int | None) -> str:
    return _UNKNOWN if seconds is None else minutes(seconds)


def _said(seconds: int | None, language: Language) -> str:
    return w.NOT_ENOUGH[language] if seconds is None else spoken_minutes(seconds, language)


def _steps(recent: Period, whole: Period, language: Language) -> LengthSheet:
    def line(name: str, first: int | None, second: int | None, *, total: bool = False) -> Length:
        return Length(
            name=name,
            said=(_written(first), _written(second)),
            spoken=(_said(first, language), _said(second, language)),
            first=0 if total else first or 0,
            second=0 if total else second or 0,
            strong=total,
        )

    def of(period: StepMedians | None, step: Step) -> int | None:
        return None if period is None else period.by_step[step]

    lines = [
        line(words[language], of(recent.medians, step), of(whole.medians, step))
        for step, words in STEPS.items()
    ]
    totals = (one.medians.total if one.medians else None for one in (recent, whole))
    days = w.LAST_DAYS[language]
    return LengthSheet(
        heads=(
            w.STEP[language],
            days.format(days=recent.days),
            days.format(days=whole.days),
        ),
        lengths=(*lines, line(w.WHOLE[language], *totals, total=True)),
    )


def _longest(report: StepReport, language: Language) -> LengthSheet:
    lines = []
    for one in report.longest:
        step, costs = STEPS[one.costly][language], one.medians.by_step[one.costly]
        lines.append(
            Length(
                name=one.procedure_name,
                said=(f"{step} {minutes(costs)}", minutes(one.medians.total)),
                spoken=(
                    f"{step} {spoken_minutes(costs, language)}",
                    spoken_minutes(one.medians.total, language),
                ),
                first=one.medians.total,
            )
        )
    return LengthSheet(
        heads=(w.PROCEDURE[language], w.COSTLY[language], w.WHOLE[language]),
        lengths=tuple(lines),
        empty=w.NO_PROCEDURE[language],
    )
