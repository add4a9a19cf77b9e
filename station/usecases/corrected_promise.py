"""What is promised once a dossier goes on by other rules: the same life, counted by them."""

from datetime import datetime, time

from station.domain.calendar import WorkingCalendar
from station.domain.dossier import Dossier
from station.domain.due_changes import after_supplement
from station.domain.due_date import DueDate
from station.domain.due_start import due_from_agency
from station.domain.procedure import Procedure, ProcessingTime, StartRule, SupplementRule
from station.domain.processing import Supplement


def corrected_due(
    dossier: Dossier,
    procedure: Procedure,
    processing_time: ProcessingTime,
    calendar: WorkingCalendar,
    *,
    begun: DueDate,
    start_rule: StartRule,
) -> DueDate | None:
    """Find when the result is owed as if the other rules had held since the reception.

    Papers that were asked for and came since begin the time anew, or move it, by the other rules
    (NĐ 61/2018 Art. 19(4)); the receipt of another territory's agency counts once it is known.

    Args:
        procedure: the other procedure, as its case has it.
        begun: what the other rules promise on the day of reception, as if nothing came after.

    Returns:
        None where the agency named a later day after an extension or a financial duty: that stays.

    Raises:
        StationError: as ``due_date`` does.
    """
    cutoff = time.fromisoformat(procedure.cutoff) if procedure.cutoff else None
    started = dossier.clock_started_at if start_rule is StartRule.AGENCY_RECEIPT else None
    due = begun
    if started is not None:
        due = due_from_agency(
            dossier.received_at, processing_time, calendar, cutoff, clock_started_at=started
        )
    for request in dossier.supplements:
        brought_at = request.brought_at
        if brought_at is None or request.still_lacking:
            continue
        if started is not None and brought_at < started:
            continue  # the time that runs began later
        due = after_supplement(
            procedure.supplement_rule,
            promised_at=_interrupted(request, due, procedure.supplement_rule),
            asked_at=min(request.requested_at, brought_at),
            brought_at=brought_at,
            processing_time=processing_time,
            calendar=calendar,
            cutoff=cutoff,
            start_rule=start_rule if started is None else StartRule.RECEPTION,
        )
    return None if _agency_named_later(dossier, due) else due


def _interrupted(request: Supplement, due: DueDate, rule: SupplementRule) -> datetime | None:
    """Give the promise that a request interrupted: the printed one is named where it only goes."""
    if request.due_before is None or rule is SupplementRule.RESTART:
        return request.due_before
    return due.due_at


def _agency_named_later(dossier: Dossier, due: DueDate) -> bool:
    """Tell whether the agency moved the promise beyond this one; its words are then all there is
    of an explanation."""
    moved = dossier.extension is not None or bool(dossier.financial_duties)
    by_agency = moved and dossier.due_explanation == (dossier.due_reason,)
    return by_agency and dossier.due_at is not None and dossier.due_at > due.due_at
