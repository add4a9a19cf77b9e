"""From when on the time runs: the reception, the competent agency's receipt, the stage before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from station.domain.calendar import WorkingCalendar
from station.domain.due_counting import end_of_period
from station.domain.due_date import DueDate, doubts_between, due_date, require_possible
from station.domain.due_office import transfer_deadline
from station.domain.due_steps import ClockNotStarted, Doubt, Due, Received, Step, Transferred
from station.domain.journal import VIETNAM
from station.domain.procedure import ProcessingTime, Stage, StartRule


@dataclass(frozen=True, slots=True)
class StageDue:
    """Hạn từng chặng: when one agency's part is owed, counted from the end of the part before."""

    stage: Stage
    due: DueDate


def due_from_agency(
    received_at: datetime,
    processing_time: ProcessingTime,
    calendar: WorkingCalendar,
    cutoff: time | None = None,
    *,
    clock_started_at: datetime | None = None,
) -> DueDate:
    """Find when the result of a dossier is owed that another territory's agency handles.

    The time runs from that agency's receipt (NĐ 309/2026 Art. 17(3)). Until it is confirmed the
    date is provisional and says so: it supposes that the dossier arrives at the latest lawful
    moment (``transfer_deadline``), so that the real date is not later unless somebody was late.

    Args:
        received_at: when the applicant handed it in here; aware.
        cutoff: of the procedure; it decides about a receipt at the agency too.
        clock_started_at: the agency's receipt, once it is known.

    Raises:
        StationError: as ``due_date`` does.
    """
    received = received_at.astimezone(VIETNAM)
    if clock_started_at is None:
        # No cut-off: a transfer by closing is in time when the applicant was in time here.
        starts = transfer_deadline(received, calendar).by_at
        due = _following(starts, processing_time, calendar)
        doubts: tuple[Doubt, ...] = (*due.doubts, ClockNotStarted())
    else:
        starts = clock_started_at.astimezone(VIETNAM)
        due = due_date(starts, processing_time, calendar, cutoff)
        doubts = due.doubts
    begun = (Received(received), Transferred(starts, provisional=clock_started_at is None))
    counted = tuple(step for step in due.steps if not isinstance(step, Received))
    return replace(due, received_at=received, steps=(*begun, *counted), doubts=doubts)


def stages_due(
    received_at: datetime,
    stages: Sequence[Stage],
    calendar: WorkingCalendar,
    cutoff: time | None = None,
    *,
    start_rule: StartRule = StartRule.RECEPTION,
) -> tuple[StageDue, ...]:
    """Find when each of several agencies must be done, one after the other.

    A stage begins when the one before ends; the day on which it ends is not counted again. The
    first begins as ``start_rule`` says.

    Raises:
        StationError: as ``due_date`` does, for any of the stages.
    """
    found: list[StageDue] = []
    for stage in stages:
        if not found:
            begun = due_date if start_rule is StartRule.RECEPTION else due_from_agency
            due = begun(received_at, stage.processing_time, calendar, cutoff)
        else:
            due = _following(found[-1].due.due_at, stage.processing_time, calendar)
        found.append(StageDue(stage, due))
    return tuple(found)


def _following(
    begins: datetime, processing_time: ProcessingTime, calendar: WorkingCalendar
) -> DueDate:
    require_possible(processing_time)
    steps: list[Step] = [Received(begins)]
    due = end_of_period(begins, processing_time, calendar, steps)
    return DueDate(
        received_at=begins,
        processing_time=processing_time,
        due_at=due,
        steps=(*steps, Due(due)),
        doubts=tuple(doubts_between(begins.date(), due.date(), calendar)),
    )
