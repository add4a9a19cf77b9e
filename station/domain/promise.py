"""What is promised when a dossier is received: the day, by whose clock, and each agency's part."""

from dataclasses import dataclass
from datetime import datetime, time

from station.domain.calendar import WorkingCalendar
from station.domain.due_date import DueDate, due_date
from station.domain.due_start import due_from_agency, stages_due
from station.domain.procedure import Procedure, ProcessingTime, StartRule, Territory
from station.domain.processing import PlannedStage


@dataclass(frozen=True, slots=True)
class Promise:
    """Ngày hẹn trả, and hạn từng chặng where several agencies handle it one after the other."""

    due: DueDate
    stages: tuple[PlannedStage, ...] = ()


def start_rule_of(procedure: Procedure, territory: Territory) -> StartRule:
    """Tell whose receipt the time runs from: for another territory, always that agency's."""
    return procedure.start_rule if territory is Territory.OWN else StartRule.AGENCY_RECEIPT


def is_immediate(procedure: Procedure, territory: Territory) -> bool:
    """Tell whether the counter gives the result at once (NĐ 61/2018 Art. 17(4)).

    For another territory it cannot.
    """
    return procedure.immediate and territory is Territory.OWN


def promise(
    received_at: datetime,
    procedure: Procedure,
    processing_time: ProcessingTime,
    calendar: WorkingCalendar,
    start_rule: StartRule,
) -> Promise:
    """Find what is owed for a dossier of this procedure.

    The whole time of the procedure makes the promise to the citizen; the stages divide it among
    the agencies and are promised to nobody.

    Args:
        procedure: as its case has it (``in_case``).
        processing_time: its time; a procedure without one cannot be received.
        start_rule: whose receipt the time runs from; see ``start_rule_of``.

    Raises:
        StationError: as ``due_date`` does.
    """
    cutoff = time.fromisoformat(procedure.cutoff) if procedure.cutoff else None
    find = due_from_agency if start_rule is StartRule.AGENCY_RECEIPT else due_date
    found = stages_due(received_at, procedure.stages, calendar, cutoff, start_rule=start_rule)
    return Promise(
        due=find(received_at, processing_time, calendar, cutoff),
        stages=tuple(
            PlannedStage(name=each.stage.name, agency=each.stage.agency, due_at=each.due.due_at)
            for each in found
        ),
    )
