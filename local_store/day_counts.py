"""Counts of the rows of dossiers, by the moment promised and by the agency that ended them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, case, func, select

from local_store.models import DossierProjectionRow as Row
from station.domain.dossier import DossierStatus
from station.ports.day_counts import EndedCount, PromisedCount

IN_WORK = Row.status.in_((DossierStatus.RECEIVED.value, DossierStatus.PROCESSING.value))
"""Somebody works on it."""
_IN_TIME = and_(Row.result_issued_at <= Row.due_at, Row.supplements < 2)


def promised(connection: Connection, first: datetime, before: datetime) -> Sequence[PromisedCount]:
    """Count what somebody works on, by its promise; the earliest first."""
    counted = (
        select(Row.due_at, Row.awaits_hand_over, func.count())
        .where(IN_WORK, Row.due_at >= first, Row.due_at < before)
        .group_by(Row.due_at, Row.awaits_hand_over)
        .order_by(Row.due_at, Row.awaits_hand_over)
    )
    return [
        PromisedCount(due_at, at_counter, count)
        for due_at, at_counter, count in connection.execute(counted)
        if due_at is not None
    ]


def ended(connection: Connection, first: datetime, before: datetime) -> Sequence[EndedCount]:
    """Count what had a promise and was ended, by agency; who ended most first."""
    done = func.count().label("done")
    counted = (
        select(Row.handling_agency, done, func.sum(case((_IN_TIME, 1), else_=0)))
        .where(Row.result_issued_at >= first, Row.result_issued_at < before)
        .where(Row.due_at.is_not(None))
        .group_by(Row.handling_agency)
        .order_by(done.desc(), Row.handling_agency)
    )
    return [EndedCount(*row) for row in connection.execute(counted)]
